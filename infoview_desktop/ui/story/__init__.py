"""The story of the selected person: what happened by day, logging it, interviews and follow-ups."""
