"""A sheet with one page to look through, and Close."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.controls.buttons import PrimaryButton
from infoview_desktop.ui.controls.fitting_scroll import FittingScroll
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet


class PageSheet(Sheet):
    """Shows `page` under the sheet's name; where it is higher than the window, it scrolls."""

    def __init__(self, theme: Theme, window: QWidget, page: QWidget, *, width: int, name: str) -> None:
        super().__init__(theme, window, width=width, name=name)
        close = PrimaryButton(theme, self.tr("Close"))
        close.clicked.connect(self.dismiss)
        self.body.addWidget(Label(theme, name, font="large"))
        self.body.addWidget(FittingScroll(page, name), 1)
        self.body.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
