"""Looking for the user's Cancel in loops of tens of thousands."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from infoview_desktop.domain.progress import Cancelled

Item = TypeVar("Item")

_BETWEEN_LOOKS = 1000


def until_cancelled(items: Iterable[Item], cancelled: Callable[[], bool]) -> Iterator[Item]:
    """Give the items one by one; raise `Cancelled` within a thousand of them once `cancelled` says so."""
    for number, item in enumerate(items):
        if number % _BETWEEN_LOOKS == 0 and cancelled():
            raise Cancelled
        yield item
