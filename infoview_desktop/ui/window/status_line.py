"""The status line: what was just done, with Undo beside it, and how things stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infoview_desktop.ui.controls.buttons import TextButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme

_HEIGHT = 30


class StatusLine(QFrame):
    """Says one thing at a time, to the eye and to a screen reader."""

    undo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said = ElidedLabel(theme, font="caption", ink="ink2")
        self._undo = TextButton(theme, self.tr("Undo"))
        self._undo.setProperty("kind", "link")
        self._undo.hide()
        self._undo.clicked.connect(self.undo_wanted)
        self._standing = Label(theme, font="caption", ink="ink2")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(6)
        layout.addWidget(self._said)
        layout.addWidget(self._undo)
        layout.addStretch(1)
        layout.addWidget(self._standing)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say(self, text: str, *, undoable: bool = False) -> None:
        """Say what was done, or why not."""
        self._said.setText(f"{text} ·" if undoable else text)
        self._undo.setVisible(undoable)
        self._undo.setAccessibleName(self.tr("Undo {text}").format(text=text))
        from infoview_desktop.ui.controls.announcement import announce  # noqa: PLC0415 - after the first picture

        announce(self, text)

    def stand_last(self) -> None:
        """Come last with the keyboard, too, where something was added to the window after this line."""
        last = self.window().previousInFocusChain()
        while last is not None and (last.focusPolicy() == Qt.FocusPolicy.NoFocus or self.isAncestorOf(last)):
            last = last.previousInFocusChain()
        if last is not None:
            self.setTabOrder(last, self._undo)

    def show_standing(self, text: str) -> None:
        """Say how things stand, at the right."""
        self._standing.setText(text)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.scaled(_HEIGHT))
