"""One row of the day as it is painted and spoken."""

from __future__ import annotations

from dataclasses import dataclass, field

from infoview_desktop.store.reads.today import Line, Person, Ref
from infoview_desktop.ui.theme.tokens import Tone
from infoview_desktop.ui.today.acts import Act


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a section, over its card."""

    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Room below the last card."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """A row in a card.

    Attributes:
        ref: what it is about; None for the row that stands for all that there is no room for.
        title: what is to do, or what happens.
        reason: why it is here; what of it can be looked up follows as `link`.
        link: the name of the rule, or "why?"; "" where there is nothing to look up.
        acts: what one can do, the natural one first.
        chip: how urgent it is, in a word; "" for not at all.
        tone: what the chip's colour stands for.
        person: whose picture stands before it; None for nobody's.
        quiet: whether its buttons are shown only while it is chosen, because it can wait.
        line: what it was made from; rows that look the same are equal.
    """

    ref: Ref | None
    title: str
    reason: str = ""
    link: str = ""
    acts: tuple[Act, ...] = ()
    chip: str = ""
    tone: Tone = "quiet"
    person: Person | None = None
    quiet: bool = False
    line: Line | None = field(default=None, compare=False)

    @property
    def spoken(self) -> str:
        """All that it shows, for who hears it."""
        return ", ".join(part for part in (self.title, self.chip, self.reason) if part)


Row = Heading | Gap | DayRow
