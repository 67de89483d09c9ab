"""The home view: contacts, calendar, and the selected person."""
