"""Looking for the user's Cancel in loops of tens of thousands."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from infoview_desktop.domain.progress import Cancelled

Item = TypeVar("Item")

_BETWEEN_LOOKS = 1000


def until_cancelled(items: Iterable[Item], cancelled: Callable[[], bool]) -> Iterator[Item]:
    """Give the items one by one; raise `Cancelled` within a thousand of them once `cancelled` says so."""
    remaining = iter(items)
    while some := tuple(islice(remaining, _BETWEEN_LOOKS)):
        if cancelled():
            raise Cancelled
        yield from some
