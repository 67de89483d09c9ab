"""The view of organizations: a list of them, and a page for each."""
