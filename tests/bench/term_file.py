"""A calendar file as other programs write it, of any size: a term's timetable, shifts, whole days and invitations."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

_SEED = 20_261_124
_ZONE = "Europe/Berlin"
_HEAD = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Elsewhere//Calendar 4.2//EN
CALSCALE:GREGORIAN
X-WR-CALNAME:Term
BEGIN:VTIMEZONE
TZID:{_ZONE}
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
_TITLES = ("Statistics for policy", "Early shift", "Lab B.204", "Rehearsal", "Zahnärztin", "Journal club", "Kolloquium")
_PLACES = ("Main building\\, room 12", "https://meet.example/term", "Łódź\\; hall 3", "")
_WORDS = (
    "Please bring the printed figures\\, and read chapter four before.\\n\\nWhoever cannot come writes to the office"
    " until noon of the day before. The room is on the second floor\\, behind the library."
)
_NAMES = ("Ada Elsewhere", "Bruno Elsewhere", "Cleo Elsewhere", "Łucja Elsewhere", "Dag Elsewhere")
"""Whom nobody in the book is called like: what names people becomes interviews."""
_WEEKLY_OF_TEN, _WHOLE_DAYS_OF_TEN, _MET_OF_TEN = 2, 1, 2
_FOLD = 74
_YEARS_BACK, _DAYS = 2, 4 * 365


def write(path: Path, size: int, *, today: date) -> None:
    """Write a file of about so many bytes, with events from two years before `today` to two years after."""
    chance = random.Random(_SEED)  # noqa: S311 - the same each time, and no secret
    first = today - timedelta(days=_YEARS_BACK * 365)
    with path.open("w", encoding="utf-8", newline="\r\n") as file:
        file.write(_HEAD)
        number = 0
        while file.tell() < size:
            for line in _event(chance, number, first):
                file.write(_folded(line))
            number += 1
        file.write("END:VCALENDAR\n")


def _event(chance: random.Random, number: int, first: date) -> Iterator[str]:
    """The lines of an event: every fifth recurs over a term, of which some weeks are left out."""
    day = first + timedelta(days=chance.randrange(_DAYS))
    at = datetime(day.year, day.month, day.day, chance.randrange(7, 21), chance.choice((0, 15, 30)), tzinfo=UTC)
    yield from ("BEGIN:VEVENT", f"UID:{number:08}-4f6b-term@elsewhere.example", f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}")
    kind = number % 10
    if kind < _WHOLE_DAYS_OF_TEN:
        until = day + timedelta(days=chance.randrange(1, 5))
        yield from (f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{until:%Y%m%d}")
    else:
        end = at + timedelta(minutes=chance.choice((30, 60, 90)))
        yield from (f"DTSTART;TZID={_ZONE}:{at:%Y%m%dT%H%M%S}", f"DTEND;TZID={_ZONE}:{end:%Y%m%dT%H%M%S}")
        if kind < _WHOLE_DAYS_OF_TEN + _WEEKLY_OF_TEN:
            yield f"RRULE:FREQ=WEEKLY;UNTIL={at + timedelta(weeks=15):%Y%m%dT%H%M%SZ}"
            yield f"EXDATE;TZID={_ZONE}:{at + timedelta(weeks=7):%Y%m%dT%H%M%S}"
    yield from (f"SUMMARY:{chance.choice(_TITLES)} {number}", f"LOCATION:{chance.choice(_PLACES)}")
    yield f"DESCRIPTION:{_WORDS}"
    if kind >= 10 - _MET_OF_TEN:
        yield "ORGANIZER;CN=Office:mailto:office@elsewhere.example"
        for name in chance.sample(_NAMES, 2):
            address = name.lower().replace(" ", ".")
            yield f'ATTENDEE;CN="{name}";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:{address}@elsewhere.example'
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Reminder", "TRIGGER:-PT15M", "END:VALARM")
    yield from ("STATUS:CONFIRMED", "TRANSP:OPAQUE", "SEQUENCE:0", "END:VEVENT")


def _folded(line: str) -> str:
    """A line as it is written, no longer than they may be."""
    return "\n ".join(line[start : start + _FOLD] for start in range(0, len(line), _FOLD)) + "\n"
