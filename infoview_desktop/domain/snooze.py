"""To which days something can sensibly be put off, and on which a new follow-up may be due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from infoview_desktop.domain.business_days import BusinessDays, days_after
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.phrase import Phrase

_WEEK = 7
_SOME_DAYS = 3
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class DayChoice:
    """A day that is offered, and what it is called."""

    words: Phrase
    day: date


def snooze_choices(
    rule: Rule, *, today: date, business_days: BusinessDays, before: date | None = None
) -> tuple[DayChoice, ...]:
    """To which days something can be put off now, the next first; each day once, and all of them business days.

    A thank-you can wait until tomorrow, and no longer (guides of Yale, NC State and Washington University). What is
    to be done `before` a day, such as that of the interview, cannot be put off to that day.
    """
    tomorrow = days_after(today, 1)
    if rule is Rule.THANK:
        return (DayChoice(Phrase("Tomorrow"), tomorrow),)
    following = business_days.after(today, 1)
    words = Phrase("Tomorrow") if following == tomorrow else Phrase("Next working day")
    found = (DayChoice(words, following), *due_choices(today=today, business_days=business_days))
    return _each_once(tuple(one for one in found if before is None or one.day < before))


def due_choices(*, today: date, business_days: BusinessDays) -> tuple[DayChoice, ...]:
    """The days that are offered for a new follow-up, beside any date."""
    monday = days_after(today, _WEEK + 1 - today.isoweekday())
    year, month = (today.year + 1, 1) if today.month == _DECEMBER else (today.year, today.month + 1)
    found = (
        DayChoice(Phrase("In 3 working days"), business_days.after(today, _SOME_DAYS)),
        DayChoice(Phrase("Next week"), business_days.on_or_after(monday)),
        DayChoice(Phrase("In two weeks"), business_days.on_or_after(days_after(today, 2 * _WEEK))),
        DayChoice(Phrase("Next month"), business_days.on_or_after(date(year, month, 1))),
    )
    return _each_once(found)


def _each_once(choices: tuple[DayChoice, ...]) -> tuple[DayChoice, ...]:
    """By their days; of two names for one day the first stays."""
    named: dict[date, DayChoice] = {}
    for one in choices:
        named.setdefault(one.day, one)
    return tuple(named[day] for day in sorted(named))
