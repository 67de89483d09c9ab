"""Which of all that is due comes first, how long it takes, and how far ahead to look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from infoview_desktop.domain.follow_up import Rule

MOST_AGE = 14
"""For so many days something becomes more urgent; then it waits as long as everything else that is old."""

_WEIGHTS: MappingProxyType[Rule | None, int] = MappingProxyType(
    {
        Rule.THANK: 12,
        Rule.CONFIRM: 10,
        None: 9,
        Rule.OFFER_TIMES: 8,
        Rule.OWN: 6,
        Rule.RESCHEDULE: 5,
        Rule.MEET_NAMED: 5,
        Rule.FOLLOW_UP: 4,
        Rule.ASK_AGAIN: 4,
        Rule.SECOND_PERSON: 3,
        Rule.KEEP_IN_TOUCH: 1,
        Rule.CLOSE: 0,
    }
)
"""By how many days of waiting a rule is ahead of one that can as well be tomorrow."""

_MINUTES: MappingProxyType[Rule | None, int] = MappingProxyType(
    {Rule.THANK: 10, Rule.CONFIRM: 2, Rule.CLOSE: 1, None: 1}
)
_USUAL_MINUTES = 5

_WEEK = 7
_SOON = 2
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """What the order of the day is made from.

    Attributes:
        rule: why it is due; None for a conversation that is over and of which nothing was said yet.
        day: since when it is due, where the user is.
        until: by which moment (UTC) it counts; None where only the day does.
    """

    rule: Rule | None
    day: date
    until: datetime | None = None


Urgency = tuple[int, float, date]


def urgency(due: Due, *, now: datetime) -> Urgency:
    """What is sorted by, the most urgent first; `now` is with its zone.

    First comes what counts by hours while there are any left, the fewest first: thanks within a day, and a
    conversation that is over, because thanks follow from it. All else goes by how long it has waited, of which
    the weight of its rule counts as so many days more: somebody who said yes waits for an answer, and to let
    somebody rest can wait. The practice has no source for these weights; they are InfoView's own.
    """
    if due.until is not None and due.until > now:
        return 0, due.until.timestamp(), due.day
    age = min(MOST_AGE, max(0, (now.date() - due.day).days))
    return 1, -(age + _WEIGHTS[due.rule]), due.day


def minutes(rules: Iterable[tuple[Rule | None, int]]) -> int:
    """How long so many things of each rule take about, to the next five minutes."""
    whole = sum(_MINUTES.get(rule, _USUAL_MINUTES) * count for rule, count in rules)
    return -(-whole // 5) * 5


def look_ahead(today: date) -> date:
    """The last day of what comes: that of this week, or a week from now once less than two days of it are left."""
    left = _WEEK - today.isoweekday()
    return today + (left if left >= _SOON else _WEEK) * _DAY
