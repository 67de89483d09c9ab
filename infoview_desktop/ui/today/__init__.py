"""Today: what to do now, each line with its reason."""
