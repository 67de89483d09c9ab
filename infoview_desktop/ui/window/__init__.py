"""The main window: its bars, the rail, the sheet over it, and what is dropped on it."""
