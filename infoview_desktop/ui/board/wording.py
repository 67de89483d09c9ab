"""What the board says of a person: what is to do next, and since when they are where they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.stage import Stage
from infoview_desktop.store.reads.board import BoardLine
from infoview_desktop.ui.local_time import time_text
from infoview_desktop.ui.theme.tokens import Ink
from infoview_desktop.ui.today.wording import day_text
from infoview_desktop.ui.wording import said

TITLES: MappingProxyType[Stage, Phrase] = MappingProxyType(
    {
        Stage.TO_ASK: Phrase("To ask"),
        Stage.ASKED: Phrase("Asked"),
        Stage.REPLIED: Phrase("Replied"),
        Stage.SCHEDULED: Phrase("Scheduled"),
        Stage.HELD: Phrase("Held"),
        Stage.THANKED: Phrase("Thanked"),
        Stage.IN_TOUCH: Phrase("In touch"),
        Stage.CLOSED: Phrase("Closed"),
    }
)

_ACTIONS: MappingProxyType[Rule, Phrase] = MappingProxyType(
    {
        Rule.OWN: Phrase("Follow up"),
        Rule.FOLLOW_UP: Phrase("Follow up"),
        Rule.SECOND_PERSON: Phrase("Ask another"),
        Rule.CLOSE: Phrase("Let it rest"),
        Rule.OFFER_TIMES: Phrase("Offer times"),
        Rule.ASK_AGAIN: Phrase("Ask again"),
        Rule.MEET_NAMED: Phrase("Add whom they named"),
        Rule.CONFIRM: Phrase("Confirm"),
        Rule.THANK: Phrase("Thank"),
        Rule.RESCHEDULE: Phrase("Find another time"),
        Rule.KEEP_IN_TOUCH: Phrase("Write again"),
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """A line on a card and the ink it is written in: amber for today, red for what is late."""

    text: str
    ink: Ink = "ink3"
    spoken: str = ""
    """What a screen reader says instead, where that is not the same."""


def told_of(line: BoardLine, now: datetime) -> Told:
    """What matters most: what is due, then when one talks, then what comes, then since when; `now` is the user's."""
    today = now.date()
    if line.rule is not None and line.due_on is not None and line.due_on <= today:
        return _due(line.rule, line.due_by or line.due_on, today)
    if line.starts_at is not None:
        there = line.starts_at.astimezone(now.tzinfo)
        return Told(f"{day_text(there.date(), today)} {time_text(there)}", "ink2")
    if line.rule is not None and line.due_on is not None:
        return Told(f"{said(_ACTIONS[line.rule])} · {day_text(line.due_on, today)}")
    return Told(said(Phrase("since {day}", {"day": day_text(line.since.astimezone(now.tzinfo).date(), today)})))


def _due(rule: Rule, due_by: date, today: date) -> Told:
    action, late = said(_ACTIONS[rule]), (today - due_by).days
    if late <= 0:
        return Told(f"{action} · {day_text(today, today)}", "amber")
    spoken = said(Phrase.counted("{count} day late", "{count} days late", late))
    return Told(f"{action} · {said(Phrase('{days} d late', {'days': late}))}", "red", f"{action}, {spoken}")
