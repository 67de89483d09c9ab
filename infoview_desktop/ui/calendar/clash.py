"""What is said of a time that something is to be moved to: when that is for whom, and what it clashes with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.free_time import clashes
from infoview_desktop.domain.moving import Moved
from infoview_desktop.domain.wall_time import local
from infoview_desktop.ui.calendar import wording
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.wording import BETWEEN, translated
from infoview_desktop.ui.local_time import time_text
from infoview_desktop.ui.theme.tokens import Ink


@dataclass(frozen=True, slots=True)
class Clash:
    """What is in the way, in words, and how bad that is: amber for what may give way, red for another interview."""

    words: str
    ink: Ink


@dataclass(frozen=True, slots=True)
class Told:
    """What is said beside what is being dragged: a line for the time, and more for what is to know about it."""

    when: str
    clash: Clash | None = None
    clocks: str = ""

    @property
    def spoken(self) -> str:
        """All of it as it is heard."""
        return wording.sentence(self.when, self.clash.words if self.clash else "", self.clocks)


def clash_of(moving: Block | None, span: Span, blocks: Iterable[Block]) -> Clash | None:
    """What a time clashes with; None where it is free."""
    own = moving.key if moving else None
    others, spans = [], []
    for block in blocks:
        if block.span is not None and block.takes_time and block.key != own:
            others.append(block)
            spans.append(block.span)
    found = sorted((others[index] for index in clashes(span, spans)), key=lambda block: block.kind.value)
    if not found:
        return None
    name = wording.names_of(found[0].people) or found[0].title
    if len(found) == 1:
        words = translated("Clashes with {name}").format(name=name)
    else:
        more = QLocale().toString(len(found) - 1)
        words = translated("Clashes with {name} and {count} more").format(name=name, count=more)
    return Clash(words, "red" if found[0].kind is BlockKind.BOOKED else "amber")


def told_of(moving: Block | None, meant: Moved, blocks: Iterable[Block], *, time_zone: str) -> Told:
    """What is to be known of a time before something is let go there."""
    span, clocks = meant.span, ""
    start = local(span.start, time_zone)
    if meant.skipped:
        clocks = translated("The clocks go forward over this time. It is taken to be {time}.").format(
            time=time_text(start)
        )
    elif meant.twice:
        clocks = translated("The clocks go back, and this time comes twice. The first one is meant.")
    when = f"{wording.weekday_name(start.date())} {wording.hours_text(span, time_zone)}"
    theirs = wording.their_times(moving.people if moving else (), span.start, time_zone)
    return Told(BETWEEN.join(filter(None, (when, theirs))), clash_of(moving, span, blocks), clocks)


def told_of_day(day: date) -> Told:
    """The same of a day."""
    return Told(f"{wording.weekday_name(day)} {QLocale().toString(day.day)}")
