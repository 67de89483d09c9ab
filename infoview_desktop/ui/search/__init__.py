"""Finding people and commands from anywhere."""
