"""The short list: whom to write to first, and why."""
