"""The names of a few pages, one behind the other."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar


class TabBar(QTabBar):
    """One tab for each page; `name` is told to a screen reader."""

    def __init__(self, name: str, *pages: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        for page in pages:
            self.addTab(page)
