"""How far it has come with a person: in a word, in its tone, and for how many days one waits."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.stage import Stage
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.theme.tokens import Tone
from infoview_desktop.ui.wording import day_of, said

_LOOKS: MappingProxyType[Stage, tuple[Phrase, Tone]] = MappingProxyType(
    {
        Stage.TO_ASK: (Phrase("to ask"), "quiet"),
        Stage.ASKED: (Phrase("asked"), "blue"),
        Stage.REPLIED: (Phrase("replied"), "violet"),
        Stage.SCHEDULED: (Phrase("scheduled"), "amber"),
        Stage.HELD: (Phrase("held"), "green"),
        Stage.THANKED: (Phrase("thanked"), "green"),
        Stage.IN_TOUCH: (Phrase("in touch"), "quiet"),
        Stage.CLOSED: (Phrase("closed"), "quiet"),
    }
)
_OVERDUE: Tone = "red"


class StageMark(NamedTuple):
    """What a chip says of a person, its tone, and what a screen reader says; empty for who has no stage."""

    text: str = ""
    tone: Tone = "quiet"
    spoken: str = ""


_NONE = StageMark()


def stage_mark(stage: str, since: str, due_on: str) -> StageMark:
    """The mark of a person, given what a `ContactLine` has of them.

    Where one waits it tells for how many days, which are days of the calendar; where the day of something that
    was to do has gone by, it says so.
    """
    if not stage:
        return _NONE
    phrase, tone = _LOOKS[Stage(stage)]
    word = spoken = said(phrase)
    waited = _days_since(since) if stage == Stage.ASKED else 0
    if waited:
        spoken = said(Phrase.counted("asked {count} day ago", "asked {count} days ago", waited))
    if due_on and due_on < wall_clock.today().isoformat():
        late = said(Phrase("overdue"))
        return StageMark(f"{word} · {late}", _OVERDUE, f"{spoken}, {late}")
    text = f"{word} · {said(Phrase('{days} d', {'days': waited}))}" if waited else word
    return StageMark(text, tone, spoken)


def _days_since(moment: str) -> int:
    """How many days of the calendar have gone by where the user is; none for a moment to come."""
    day = date.fromisoformat(day_of(datetime.fromisoformat(moment)))
    return max(0, (wall_clock.today() - day).days)
