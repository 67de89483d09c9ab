"""Notes as they are written."""
