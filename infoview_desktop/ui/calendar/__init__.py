"""The calendar: day, week, month and agenda of what is booked, due, offered, and busy elsewhere."""
