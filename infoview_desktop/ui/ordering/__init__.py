"""What counts when people and targets are ordered, and what the user says of themselves."""
