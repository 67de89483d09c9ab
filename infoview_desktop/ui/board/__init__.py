"""The board: everybody on the way, a column for each stage."""
