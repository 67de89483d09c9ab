"""Long work that tells how far it is and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _ignored(_fraction: float) -> None:
    pass


def never() -> bool:
    """Nobody cancels."""
    return False


class Cancelled(Exception):  # noqa: N818 - it is no error: the user asked for it
    """The user cancelled, and what was begun is to leave nothing behind."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Handed to long work: `report` takes a fraction from 0 to 1, `cancelled` tells whether to stop."""

    report: Callable[[float], None] = _ignored
    cancelled: Callable[[], bool] = never

    def reached(self, fraction: float) -> None:
        """Report a fraction and stop if the user wants that.

        Raises:
            Cancelled: the user does.
        """
        if self.cancelled():
            raise Cancelled
        self.report(fraction)

    def part(self, start: float, end: float) -> Progress:
        """The progress of a part, whose own 0 to 1 is `start` to `end` of the whole."""
        return Progress(lambda fraction: self.report(start + fraction * (end - start)), self.cancelled)
