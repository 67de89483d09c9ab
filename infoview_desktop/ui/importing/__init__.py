"""A file on its way into the book: read, looked at, taken over."""
