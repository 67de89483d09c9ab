"""Lines of a long list, read page by page as they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

PAGE = 64
_KEPT = 64

Line = TypeVar("Line")


class Pages(Generic[Line]):
    """`read` gives the lines from an offset on, at most so many; it answers within a frame. A page has `size` lines."""

    def __init__(self, read: Callable[[int, int], Sequence[Line]], size: int = PAGE) -> None:
        self._read = read
        self._size = size
        self._pages: OrderedDict[int, Sequence[Line]] = OrderedDict()

    def start(self, pages: dict[int, Sequence[Line]] | None = None) -> None:
        """Begin anew, with the pages that are already read."""
        self._pages = OrderedDict(pages or {})

    def line(self, row: int) -> Line | None:
        """The line of a row; None where the list has become shorter meanwhile."""
        number, within = divmod(row, self._size)
        page = self._pages.get(number)
        if page is None:
            page = self._read(number * self._size, self._size)
            self._pages[number] = page
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        return page[within] if within < len(page) else None
