"""After how many days without any contact it is time to write again."""

KEEP_IN_TOUCH_DAYS = 120
"""Up to three times a year (guides of Santa Clara and the University of Portland)."""

KEEP_IN_TOUCH_CHOICES = (30, 60, 90, 120, 180, 365)

LEAST_KEEP_IN_TOUCH, MOST_KEEP_IN_TOUCH = KEEP_IN_TOUCH_CHOICES[0], KEEP_IN_TOUCH_CHOICES[-1]
"""Between so many days one keeps in touch, or never."""
