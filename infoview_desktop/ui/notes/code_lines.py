"""Which lines of a note that is being written stand in blocks of code."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextDocument

from infoview_desktop.domain.markdown import MOST_FENCES, Blocks, Fence, blocks_of_code, fence, fences, stands_in

_AT_ONCE = 200
"""Of so many lines that changed each is looked at; of more the whole text."""


class CodeLines(QObject):
    """Knows it after each change, of which only the lines that changed are looked at; `moved` tells of others."""

    moved = Signal()
    """Lines that were not touched may have become code, or have ceased to be it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._count = document.blockCount()
        self._fences: list[tuple[int, Fence]] = []
        self._blocks: Blocks = ()
        document.contentsChange.connect(self._on_changed)

    def __contains__(self, block: QTextBlock) -> bool:
        return bool(self._blocks) and stands_in(self._blocks, block.blockNumber())

    @Slot(int, int, int)
    def _on_changed(self, place: int, _removed: int, added: int) -> None:
        document, count = self._document, self._document.blockCount()
        more, self._count = count - self._count, count
        first, end = document.findBlock(place), document.findBlock(place + added)
        start, last = first.blockNumber(), end.blockNumber() if end.isValid() else count - 1
        if last - start >= _AT_ONCE:
            self._begin(list(fences(document.toRawText().replace("\u2029", "\n"))))
            return
        found = []
        for number in range(start, last + 1):
            one = fence(first.text())
            if one is not None:
                found.append((number, one))
            first = first.next()
        low = bisect_left(self._fences, start, key=_number)
        high = bisect_left(self._fences, last - more + 1, key=_number)
        after = self._fences[high:]
        if found or high > low or (more and after):
            moved = [(number + more, one) for number, one in after] if more else after
            self._begin([*self._fences[:low], *found, *moved])

    def _begin(self, found: list[tuple[int, Fence]]) -> None:
        self._fences = found[:MOST_FENCES]
        blocks = blocks_of_code(self._fences)
        if blocks != self._blocks:
            self._blocks = blocks
            self.moved.emit()


def _number(numbered: tuple[int, Fence]) -> int:
    return numbered[0]
