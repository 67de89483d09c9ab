"""What one does with something that is due, wherever it is shown: put it off, skip it, choose its day."""
