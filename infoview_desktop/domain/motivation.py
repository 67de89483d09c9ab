"""How much the user wants to talk to a person, or to work at an organization: a number of steps from 0."""

from __future__ import annotations

MOST_MOTIVATION = 3
"""The highest of them."""
