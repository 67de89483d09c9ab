"""The rail: one button for each view."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import ICON
from infoview_desktop.ui.wording import said

_WIDTH = 76
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
    View("today", Phrase("Today"), "today", Phrase("What to do now will stand here, each line with its reason.")),
    View("people", Phrase("People"), "people"),
    View("short_list", Phrase("Short list"), "star"),
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


class Rail(QFrame):
    """Switches views; `chosen` carries the place in `VIEWS`."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 8)
        layout.setSpacing(6)
        for place, view in enumerate(VIEWS):
            button = QToolButton()
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
        side = self._theme.scaled(ICON)
        for button in self._buttons.buttons():
            button.setIconSize(QSize(side, side))
            button.setFont(self._theme.font("small"))
            button.setMinimumHeight(self._theme.scaled(56))
