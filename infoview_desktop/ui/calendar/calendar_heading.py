"""The line above the calendar: which days are shown, in which way, about whom, and how one goes to others."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from infoview_desktop.domain.calendar_days import CalendarMode
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.controls.buttons import IconButton, SecondaryButton, TextButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import HIT, SPACE_S, SPACE_XS
from infoview_desktop.ui.wording import said

MODES: Mapping[CalendarMode, Phrase] = MappingProxyType(
    {
        CalendarMode.DAY: Phrase("Day"),
        CalendarMode.WEEK: Phrase("Week"),
        CalendarMode.MONTH: Phrase("Month"),
        CalendarMode.AGENDA: Phrase("Agenda"),
    }
)
"""What each way to show days is called."""

_ABOUT_WIDTH = 130
_AROUND = 28
"""Pixels at both ends of the line."""
_FEW_WORDS = 110
"""Pixels that the days are told in at least, before anything but the button for whom it is about gives way."""


class CalendarHeading(QWidget):
    """Says what is wanted by signals; what it shows is told to it."""

    stepped = Signal(int)
    """To the days before (-1) or after (1)."""
    today_wanted = Signal()
    mode_wanted = Signal(object)
    """A `CalendarMode`."""
    about_wanted = Signal(bool)
    """About the selected person alone, or about everyone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._shown = ""
        self._title = Label(theme, self.tr("Calendar"), font="title")
        self._days = ElidedLabel(theme, ink="ink2")
        self._before = IconButton(theme, "chevron-left", self.tr("Earlier days"))
        self._after = IconButton(theme, "chevron-right", self.tr("Later days"))
        self._today = TextButton(theme, self.tr("Today"))
        self._today.setAccessibleName(self.tr("Today in the calendar"))
        self._everyone = QAction(self.tr("Everyone"), self, checkable=True, checked=True)
        self._person = QAction(self, checkable=True, enabled=False)
        about = QActionGroup(self)
        for action in (self._everyone, self._person):
            about.addAction(action)
        self._modes = {mode: QAction(said(words), self, checkable=True) for mode, words in MODES.items()}
        modes = QActionGroup(self)
        for mode, action in self._modes.items():
            modes.addAction(action)
            action.triggered.connect(lambda _checked=False, mode=mode: self.mode_wanted.emit(mode))
        self._about = TextButton(theme, "")
        self._about.setMenu(self._menu(self.tr("About whom"), self._everyone, self._person))
        self._mode = SecondaryButton(theme, "")
        self._mode.setMenu(self._menu(self.tr("Way to show the days"), *self._modes.values(), None, *about.actions()))
        self._lay_out()
        self._everyone.triggered.connect(lambda: self.about_wanted.emit(False))
        self._person.triggered.connect(lambda: self.about_wanted.emit(True))
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._after.clicked.connect(lambda: self.stepped.emit(1))
        self._today.clicked.connect(self.today_wanted)
        theme.changed.connect(self._show_about)

    @property
    def last_stop(self) -> QWidget:
        """What has the focus last in it."""
        return self._mode

    def show_days(self, text: str) -> None:
        """Say which days are shown."""
        self._shown = text
        self._show_about()

    def show_mode(self, mode: CalendarMode) -> None:
        """Say in which way they are."""
        self._modes[mode].setChecked(True)
        self._mode.setText(self._modes[mode].text())
        self._mode.setAccessibleName(self.tr("{mode}, way to show the days").format(mode=self._mode.text()))

    def show_about(self, name: str, *, alone: bool) -> None:
        """Say whether the calendar is about the selected person alone, who is called so; "" where nobody is."""
        self._name = name
        self._person.setEnabled(bool(name))
        self._person.setVisible(bool(name))
        self._person.setText(name.replace("&", "&&"))
        (self._person if alone and name else self._everyone).setChecked(True)
        self._show_about()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the button for whom it is about where there is room; the menu has its choices, too."""
        super().resizeEvent(event)
        self._show_about()

    def _menu(self, name: str, *actions: QAction | None) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(name)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu

    def _show_about(self) -> None:
        alone = self._person.isChecked()
        whole = self._name if alone else self._everyone.text()
        fitting = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self._theme.scaled(_ABOUT_WIDTH))
        self._about.setText(fitting.replace("&", "&&"))
        self._about.setAccessibleName(self.tr("{name}, about whom the calendar is").format(name=fitting))
        self._days.setText(self._shown)
        self._give_way()
        if alone and self._about.isHidden():
            self._days.setText(f"{self._shown} · {self._name}")

    def _give_way(self) -> None:
        """Leave out what there is no room for: first what the menu offers, then the title, then the way to today."""
        room = self.width() - self._theme.scaled(_AROUND)
        words = self._days.sizeHint().width()
        left: list[QWidget] = [self._title, self._about, self._before, self._today, self._after, self._mode]
        for given_up in (self._about, self._title, self._today):
            fits = sum(each.sizeHint().width() + SPACE_S for each in left) + words <= room
            given_up.setVisible(fits)
            if not fits:
                left.remove(given_up)
                words = min(words, self._theme.scaled(_FEW_WORDS))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(SPACE_S)
        row.addWidget(self._title)
        row.addStrut(self._theme.scaled(HIT))
        row.addWidget(self._days, 1)
        row.addWidget(self._about)
        steps = QHBoxLayout()
        steps.setSpacing(SPACE_XS)
        for button in (self._before, self._today, self._after):
            steps.addWidget(button)
        row.addLayout(steps)
        row.addWidget(self._mode)
