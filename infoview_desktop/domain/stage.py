"""How far it has come with a person; it follows from what happened and is never typed by hand."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The way of a conversation, in its order; the values are stored and exported."""

    TO_ASK = "to_ask"
    ASKED = "asked"
    REPLIED = "replied"
    SCHEDULED = "scheduled"
    HELD = "held"
    THANKED = "thanked"
    IN_TOUCH = "in_touch"
    CLOSED = "closed"

    @property
    def level(self) -> int:
        """Its place on the way, 1 for the first."""
        return _LEVELS[self]

    @property
    def words(self) -> str:
        """What it is called in the filter, in one word, as it is said and as else: `toask to ask`."""
        joined = self.replace("_", "")
        said = (joined,) if joined == self else (joined, self.replace("_", " "))
        return " ".join((*said, *_ALSO.get(self, ())))


_LEVELS = {stage: level for level, stage in enumerate(Stage, start=1)}

_ALSO = {Stage.ASKED: ("waiting",), Stage.IN_TOUCH: ("keep in touch",)}
