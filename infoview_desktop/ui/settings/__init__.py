"""Settings: what there is to choose, and where the data is."""
