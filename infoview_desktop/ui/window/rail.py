"""The rail: one button for each view."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import ICON
from infoview_desktop.ui.wording import said

_WIDTH = 76
_BADGE = 17
_BADGE_AT = (3, 4)
"""From the middle of the button and from its top."""
_BESIDE_COUNT = 8
_MOST_ON_BADGE = 99
_HEIGHT, _SMALLEST_ICON = 56, 12
"""Pixels at the usual text size: of a button, and of its icon where there is hardly any height."""
_AROUND = 18
"""Pixels above and below the icon and the name."""
_ABOVE, _BETWEEN = 8, 6
_BESIDE = 26
"""Pixels at both sides of the longest name: the rail's margins, and the button's border and padding."""


@dataclass(frozen=True, slots=True)
class View:
    """A view: what the program calls it, its name, its icon, and what it says while it is still to come.

    One that has no button on the rail has `keys` of its own.
    """

    key: str
    name: Phrase
    icon: str
    sentence: Phrase | None = None
    keys: str = ""

    @property
    def title(self) -> str:
        """Its name in the user's language."""
        return said(self.name)

    @property
    def later(self) -> str:
        """What it will hold, in the user's language; "" where it is there."""
        return said(self.sentence) if self.sentence else ""


VIEWS = (
    View("today", Phrase("Today"), "today"),
    View("people", Phrase("People"), "people"),
    View("short_list", Phrase("Short list"), "star"),
    View("board", Phrase("Board"), "board"),
    View("organizations", Phrase("Organizations"), "organization"),
    View(
        "insights",
        Phrase("Insights"),
        "insights",
        Phrase("What your conversations say when they are read together will stand here."),
    ),
    View("referrals", Phrase("Referrals"), "referrals", Phrase("Who introduced you to whom will stand here.")),
    View(
        "progress",
        Phrase("Progress"),
        "progress",
        Phrase("How far your search has come, from asked to thanked, will stand here."),
    ),
)
"""Those of the rail."""

EVERY_VIEW = (*VIEWS, View("notes", Phrase("All notes"), "note", keys="Ctrl+Shift+F"))
"""And those that are opened from where one works."""


def place_of(key: str) -> int:
    """Where in `EVERY_VIEW` a view stands."""
    return next(place for place, view in enumerate(EVERY_VIEW) if view.key == key)


HOME = place_of("people")


def place_left(key: object) -> int:
    """Where the view stands that was left open; home, where there is no such view any more."""
    return next((place for place, view in enumerate(EVERY_VIEW) if view.key == key), HOME)


class _RailButton(QToolButton):
    """A button on which a number can stand, at the upper right of its icon."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0

    def show_count(self, count: int) -> None:
        """Show another number; none for 0."""
        if count != self._count:
            self._count = count
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the number over it."""
        super().paintEvent(event)
        if not self._count:
            return
        tokens, side = self._theme.tokens, self._theme.scaled(_BADGE)
        text = str(self._count) if self._count <= _MOST_ON_BADGE else f"{_MOST_ON_BADGE}+"
        font = self._theme.font("chip")
        font.setWeight(QFont.Weight.Bold)
        width = max(side, QFontMetrics(font).horizontalAdvance(text) + self._theme.scaled(_BESIDE_COUNT))
        left = self.width() // 2 + self._theme.scaled(_BADGE_AT[0])
        badge = QRect(min(left, self.width() - width - 2), self._theme.scaled(_BADGE_AT[1]), width, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(badge, side / 2, side / 2)
        painter.setPen(QColor(tokens.on_accent))
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class Rail(QFrame):
    """Switches views; `chosen` carries the place in `VIEWS`."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, _ABOVE, 6, _ABOVE)
        layout.setSpacing(_BETWEEN)
        for place, view in enumerate(VIEWS):
            button = _RailButton(theme)
            button.setProperty("kind", "rail")
            button.setText(view.title)
            button.setIcon(theme.icon(view.icon))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._buttons.addButton(button, place)
            layout.addWidget(button)
        layout.addStretch()
        self._buttons.idClicked.connect(self.chosen)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_due(self, count: int) -> None:
        """Show how many things are due today, on the button of that view and in its name."""
        button = self._buttons.button(place_of("today"))
        if isinstance(button, _RailButton):
            button.show_count(count)
            title, number = VIEWS[place_of("today")].title, self.locale().toString(count)
            due = self.tr("{view}, {count} due").format(view=title, count=number)
            button.setAccessibleName(due if count else title)

    def choose(self, place: int) -> None:
        """Show which view is open; Tab goes to its button, from which the arrows go on.

        While a view without a button is open no button stands out, and Tab goes to the one that did before.
        """
        chosen = self._buttons.button(place)
        self._buttons.setExclusive(False)
        for button in self._buttons.buttons():
            button.setChecked(button is chosen)
            if chosen is not None:
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is chosen else Qt.FocusPolicy.ClickFocus)
        self._buttons.setExclusive(True)

    def _on_theme_changed(self) -> None:
        bold = QFont(self._theme.font("small"))  # a copy: the theme's own is everybody's
        bold.setWeight(QFont.Weight.DemiBold)  # as the name of the open view is
        longest = max(QFontMetrics(bold).horizontalAdvance(view.title) for view in VIEWS)
        self.setFixedWidth(max(self._theme.scaled(_WIDTH), longest + _BESIDE))
        for button in self._buttons.buttons():
            button.setFont(self._theme.font("small"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the buttons be lower, and their icons smaller, where there is little height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None or not self._buttons.buttons():
            return
        room = (self.height() - 2 * _ABOVE) // len(VIEWS)
        usual = self._theme.scaled(_HEIGHT)
        layout.setSpacing(min(_BETWEEN, max(0, room - usual)))
        height = min(usual, room)
        name = QFontMetrics(self._theme.font("small")).height()
        side = max(self._theme.scaled(_SMALLEST_ICON), min(self._theme.scaled(ICON), height - name - _AROUND))
        for button in self._buttons.buttons():
            button.setIconSize(QSize(side, side))
            button.setFixedHeight(max(height, side + name))
