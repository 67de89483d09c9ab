"""A list beside what is selected in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from infoview_desktop.ui.left import whole_numbers


@dataclass(frozen=True, slots=True)
class Widths:
    """In pixels: what the list has at first, but no more than its share of all; and what each needs at least."""

    listed: int
    share: float
    narrowest: tuple[int, int]


class ListAndPage(QSplitter):
    """Shares a narrow window so that the page can be read, and a wider one so that the list can.

    Once the user has shared it themselves, or `share_as_left` did, it stays so.
    """

    def __init__(self, listed: QWidget, page: QWidget, widths: Widths) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._widths = widths
        self._shared = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for pane, narrowest in zip((listed, page), widths.narrowest, strict=True):
            pane.setMinimumWidth(narrowest)
            self.addWidget(pane)
        self.setStretchFactor(1, 1)

    def share_as_left(self, left: Mapping[str, Any], name: str) -> None:
        """Share it as the sizes of this name tell; not where they make no sense."""
        sizes = whole_numbers(left, name, self.count())
        if sizes is not None and all(sizes):
            self._shared = True
            self.setSizes(sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share it anew, where nobody has or where the list had to be as narrow as it can."""
        super().resizeEvent(event)
        width, wider = event.size().width(), event.size().width() > event.oldSize().width()
        if not self._shared or (wider and self.sizes()[0] <= self._widths.narrowest[0]):
            self._shared = True
            listed = min(self._widths.listed, int(width * self._widths.share))
            self.setSizes([listed, width - listed])
