"""The user's habits: the cadence they go by, the days they work, and after how long they write again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from infoview_desktop.domain.business_days import BusinessDays
from infoview_desktop.domain.cadence import CADENCES, THREE_B_SEVEN, Cadence, Unit
from infoview_desktop.domain.plan import Habits
from infoview_desktop.domain.practice import Practice
from infoview_desktop.store.reads.reader import Reader


def practice(reader: Reader) -> Practice:
    """What the user chose in the settings."""
    rows = reader.rows(
        "SELECT cadence, working_days, day_starts, day_ends, region, keep_in_touch_days FROM practice WHERE id = 1"
    )
    return Practice(*rows[0]) if rows else Practice()


def cadences(reader: Reader) -> dict[str, Cadence]:
    """All cadences there are, by their key: those of the practice as the user changed them, then their own."""
    known = dict(CADENCES)
    for key, name, unit, second, again, close in reader.rows(
        "SELECT key, name, unit, second_person_days, follow_up_days, close_days FROM cadence ORDER BY name, key"
    ):
        source = CADENCES[key].source if key in CADENCES else ""
        known[key] = Cadence(key, name, Unit(unit), second, again, close, source)
    return known


def habits(reader: Reader) -> Habits:
    """By what the rules plan."""
    chosen = practice(reader)
    cadence = cadences(reader).get(chosen.cadence, THREE_B_SEVEN)
    return Habits(cadence, business_days(reader, chosen), chosen.keep_in_touch_days)


def business_days(reader: Reader, chosen: Practice) -> BusinessDays:
    """Which days count: the working days, less the holidays of the region as far as they were looked up."""
    rows = reader.rows("SELECT day, name FROM holiday WHERE region = ?", (chosen.region,))
    days = BusinessDays(holidays={date.fromisoformat(day): name for day, name in rows})
    working = frozenset(int(digit) for digit in chosen.working_days if digit in "1234567")
    return replace(days, working_days=working) if working else days


def holiday_years(reader: Reader, region: str) -> set[int]:
    """The years of which holidays of a region were looked up."""
    rows = reader.rows("SELECT DISTINCT substr(day, 1, 4) FROM holiday WHERE region = ?", (region,))
    return {int(year) for (year,) in rows}


def holidays(reader: Reader, region: str, *, year: int) -> list[tuple[date, str]]:
    """The holidays of a region in a year, as far as they were looked up, each with its name."""
    rows = reader.rows(
        "SELECT day, name FROM holiday WHERE region = ? AND day BETWEEN ? AND ? ORDER BY day",
        (region, f"{year:04}-01-01", f"{year:04}-12-31"),
    )
    return [(date.fromisoformat(day), name) for day, name in rows]


def tags_to_keep_in_touch(reader: Reader) -> list[tuple[str, int]]:
    """The tags that say how often to be in touch, and after how many days, by name."""
    rows = reader.rows("SELECT name, days FROM tag_keep_in_touch JOIN tag ON tag.id = tag_id ORDER BY name")
    return [(name, days) for name, days in rows]
