"""What one can do with a line of the day: its words, its drawing and its key, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.keys import KeyGroup, KeyHint


class Act(Enum):
    """Something to do with a line."""

    WRITE = auto()
    LOG_IT = auto()
    """It was begun outside, and now it is done."""
    CHOOSE = auto()
    """Look for a second person."""
    ADD = auto()
    """Add the person who was named."""
    LET_IT_REST = auto()
    DONE = auto()
    HOW = auto()
    """Say how a conversation was."""
    HELD = auto()
    DID_NOT_COME = auto()
    CALLED_OFF = auto()
    PREPARE = auto()
    LOOKED_AT = auto()
    SHOW_ALL = auto()
    REPLY = auto()
    LATER = auto()
    SKIP = auto()
    OPEN = auto()
    WHY = auto()


@dataclass(frozen=True, slots=True)
class Button:
    """How an act looks as a button; one without an icon looks like text."""

    text: Phrase
    icon: str = ""


BUTTONS: MappingProxyType[Act, Button] = MappingProxyType(
    {
        Act.WRITE: Button(Phrase("Write"), "mail"),
        Act.LOG_IT: Button(Phrase("Log it"), "check"),
        Act.CHOOSE: Button(Phrase("Choose"), "people"),
        Act.ADD: Button(Phrase("Add person"), "plus"),
        Act.LET_IT_REST: Button(Phrase("Let it rest"), "check"),
        Act.DONE: Button(Phrase("Done"), "check"),
        Act.HOW: Button(Phrase("How was it?"), "check"),
        Act.PREPARE: Button(Phrase("Prepare"), "pencil"),
        Act.LOOKED_AT: Button(Phrase("Looked at"), "check"),
        Act.SHOW_ALL: Button(Phrase("Show all"), "people"),
        Act.REPLY: Button(Phrase("Log a reply")),
        Act.LATER: Button(Phrase("Later")),
    }
)

PRIMARY: MappingProxyType[Rule, Act] = MappingProxyType(
    {
        Rule.OWN: Act.DONE,
        Rule.SECOND_PERSON: Act.CHOOSE,
        Rule.MEET_NAMED: Act.ADD,
        Rule.CLOSE: Act.LET_IT_REST,
    }
)
"""The natural act of a rule; that of all others is to write."""

ANSWERABLE = frozenset({Rule.FOLLOW_UP, Rule.CLOSE})
"""Where one waits for an answer, so that to log one is at hand; by its key one can everywhere."""

KEYS: MappingProxyType[str, Act] = MappingProxyType(
    {
        "d": Act.DONE,
        "w": Act.WRITE,
        "r": Act.REPLY,
        "l": Act.LATER,
        "z": Act.LATER,
        "s": Act.SKIP,
        "p": Act.OPEN,
        " ": Act.OPEN,
        "h": Act.HELD,
        "n": Act.DID_NOT_COME,
        "c": Act.CALLED_OFF,
        "?": Act.WHY,
        "i": Act.WHY,
    }
)
"""What a key does with the selected line; Enter does what comes naturally."""

TODAY_KEYS = KeyGroup(
    Phrase("In Today"),
    (
        KeyHint(("Return",), Phrase("What comes naturally; again: log it")),
        KeyHint(("D",), Phrase("It is done")),
        KeyHint(("R",), Phrase("Log a reply, then Y, L, N, S or O")),
        KeyHint(("L", "Z"), Phrase("Later")),
        KeyHint(("S",), Phrase("Skip it, with a reason")),
        KeyHint(("W",), Phrase("Write to the person")),
        KeyHint(("P", "Space"), Phrase("Open the person, or the note")),
        KeyHint(("H", "N", "C"), Phrase("It was held, they did not come, it was called off")),
        KeyHint(("?", "I"), Phrase("Why it is here")),
        KeyHint(("J", "K"), Phrase("Next and previous")),
    ),
)
