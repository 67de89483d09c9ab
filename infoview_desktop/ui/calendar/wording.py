"""What the calendar says of each thing, in the user's words: short on its card, and in a whole sentence to be heard."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from infoview_desktop.domain.calendar_entry import DueItem, Person, Span
from infoview_desktop.domain.clock_change import ClockChange
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.wall_time import local
from infoview_desktop.ui.local_time import time_text, weekday_text
from infoview_desktop.ui.wording import said

BETWEEN = " · "
_FROM_RIGHT = frozenset({"R", "AL"})
_FIRST_FROM_RIGHT = "\u0590"
"""Before Hebrew nothing is read from the right."""
_ISOLATED, _NO_LONGER = "\u2068", "\u2069"
_MINUTES = re.compile(r"[:.]?\s*mm")
_ABOUT_NOBODY = Phrase("Follow up")

_TITLES: MappingProxyType[Rule, Phrase] = MappingProxyType(
    {
        Rule.OWN: Phrase("Follow up: {name}"),
        Rule.FOLLOW_UP: Phrase("Follow up: {name}"),
        Rule.SECOND_PERSON: Phrase("Ask another: {name}"),
        Rule.CLOSE: Phrase("Let it rest: {name}"),
        Rule.OFFER_TIMES: Phrase("Offer times: {name}"),
        Rule.ASK_AGAIN: Phrase("Ask again: {name}"),
        Rule.MEET_NAMED: Phrase("Add whom {name} named"),
        Rule.CONFIRM: Phrase("Confirm: {name}"),
        Rule.THANK: Phrase("Thank {name}"),
        Rule.RESCHEDULE: Phrase("Find another time: {name}"),
        Rule.KEEP_IN_TOUCH: Phrase("Keep in touch: {name}"),
    }
)


def translated(text: str) -> str:
    """A literal of the calendar in the user's language."""
    return QCoreApplication.translate("calendar", text)


def names_of(people: Sequence[Person]) -> str:
    """Who takes part."""
    return ", ".join([_apart(person.name) for person in people])


def called(people: Sequence[Person]) -> str:
    """Who takes part, as short as one calls them."""
    return ", ".join([_apart(person.given_name or person.name) for person in people])


def _apart(name: str) -> str:
    """A name that goes on its own way where it is read from the right, and turns nothing around it."""
    if max(name, default="") < _FIRST_FROM_RIGHT:
        return name
    from_right = any(unicodedata.bidirectional(letter) in _FROM_RIGHT for letter in name)
    return f"{_ISOLATED}{name}{_NO_LONGER}" if from_right else name


def due_title(item: DueItem) -> str:
    """What is to be done, as short as on a card: `Thank Chloé`."""
    if item.person is None:
        return item.reason or said(_ABOUT_NOBODY)
    name = called([item.person])
    if item.rule is Rule.OWN and item.reason:
        return f"{item.reason}{BETWEEN}{name}"
    return said(Phrase(_TITLES[item.rule].text, {"name": name}))


def minutes_text(minutes: int) -> str:
    """How long: `20 min`."""
    return translated("{minutes} min").format(minutes=QLocale().toString(minutes))


def hours_text(span: Span, time_zone: str) -> str:
    """From when to when on the clock of a time zone."""
    first, last = local(span.start, time_zone), local(span.end, time_zone)
    return f"{time_text(first)} – {time_text(last)}"  # noqa: RUF001 - a dash


def hour_texts() -> list[str]:
    """What stands beside the hours, as the user's locale writes them: `09`, or `9 AM` where it has twelve."""
    shown = _MINUTES.sub("", QLocale().timeFormat(QLocale.FormatType.ShortFormat)).strip()
    return [QLocale().toString(QTime(hour, 0), shown) for hour in range(24)]


def until_text(span: Span, time_zone: str) -> str:
    """Until when, on the clock of a time zone, for a day on which it ends without having begun: `until 01:00`."""
    return translated("until {time}").format(time=time_text(local(span.end, time_zone)))


def change_texts(change: ClockChange) -> tuple[str, str]:
    """What the clocks do on a day at a time that there is not, or that comes twice, in words and in short."""
    words = translated("the clocks go back") if change.twice else translated("the clocks go forward")
    return words, f"{'−' if change.twice else '+'}{minutes_text(change.last - change.first)}"  # noqa: RUF001 - a minus


def their_times(people: Sequence[Person], moment: datetime, time_zone: str) -> str:
    """What time that is for those whose clock shows another: `09:00 for Ana`; with the day where it is another."""
    mine, told = local(moment, time_zone), []
    zones: dict[str, list[Person]] = {}
    for person in people:
        if person.time_zone:
            zones.setdefault(person.time_zone, []).append(person)
    for zone, there in zones.items():
        theirs = local(moment, zone)
        if theirs.utcoffset() == mine.utcoffset():
            continue
        time = time_text(theirs)
        if theirs.date() != mine.date():
            time = f"{weekday_name(theirs.date())} {time}"
        told.append(translated("{time} for {name}").format(time=time, name=called(there)))
    return BETWEEN.join(told)


def offered_text(person: Person, span: Span, time_zone: str, today: date) -> str:
    """When somebody could have a conversation, in words to be sent to them, with the place of each clock.

    `Wednesday, 25 November, 9:00 in Lima (15:00 in Berlin)`; one place where both clocks show the same, and none
    where it is known that they do.
    """
    mine, theirs = local(span.start, time_zone), local(span.start, person.time_zone or time_zone)
    at = translated("{day}, {time}").format(day=weekday_text(theirs.date(), today=today), time=time_text(theirs))
    if theirs.utcoffset() == mine.utcoffset():
        return at if person.time_zone else _in_place(at, time_zone)
    day = "" if mine.date() == theirs.date() else f"{weekday_name(mine.date())} "
    return f"{_in_place(at, person.time_zone)} ({_in_place(f'{day}{time_text(mine)}', time_zone)})"


def _in_place(at: str, time_zone: str) -> str:
    return translated("{time} in {place}").format(time=at, place=time_zone.rpartition("/")[2].replace("_", " "))


def weekday_name(day: date) -> str:
    """The day of the week in short."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def when_spoken(span: Span, time_zone: str, *, today: date) -> str:
    """A stretch of time in words: `Tuesday, 24 November, 14:00 to 14:20`."""
    first, last = local(span.start, time_zone), local(span.end, time_zone)
    day = weekday_text(first.date(), today=today)
    until = time_text(last)
    if last.date() != first.date():
        until = f"{weekday_text(last.date(), today=today)}, {until}"
    return translated("{day}, {start} to {end}").format(day=day, start=time_text(first), end=until)


def days_spoken(first: date, last: date, *, today: date) -> str:
    """One whole day or several in words."""
    start = weekday_text(first, today=today)
    if first == last:
        return start
    return translated("{first} to {last}").format(first=start, last=weekday_text(last, today=today))


def sentence(*parts: str) -> str:
    """All parts that there are, one after the other, as they are heard."""
    return ", ".join(filter(None, parts))
