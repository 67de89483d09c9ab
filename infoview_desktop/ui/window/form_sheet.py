"""A sheet with a few fields and a button that does what they say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.wording import told

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_IN_FIELDS = QLineEdit | QPlainTextEdit | QCheckBox


class FormSheet(Sheet):
    """Cancel and the button are below the fields; what is wrong with these is told between them.

    Enter presses the button from every field, in one of several lines Ctrl+Enter does.

    Args:
        theme: what it is painted with.
        runner: carries the verb.
        window: what it covers.
        width: pixels at the usual text size.
        name: what a screen reader is told.
        title: what stands at its top.
        does: the words of the button.
    """

    confirmed = Signal()
    """The button was pressed."""

    def __init__(
        self, theme: Theme, runner: Runner, window: QWidget, *, width: int, name: str, title: str, does: str
    ) -> None:
        super().__init__(theme, window, width=width, name=name)
        self._runner = runner
        self._first: QWidget = self
        self._title = Label(theme, title, font="large")
        self._title.setWordWrap(True)
        self._trouble = Label(theme, font="caption", ink="red")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._cancel = SecondaryButton(theme, self.tr("Cancel"))
        self._cancel.clicked.connect(self.dismiss)
        self.button = PrimaryButton(theme, does)
        self.button.clicked.connect(self.confirmed)

    def lay_out(self, *fields: QWidget | QLayout, first: QWidget, other: QPushButton | None = None) -> None:
        """Put the fields and the buttons into the card.

        Args:
            fields: one below the other.
            first: has the cursor when the sheet comes up.
            other: a button for something else, at the left.
        """
        self._first = first
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        if other is not None:
            buttons.addWidget(other)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.button)
        for each in (self._title, *fields, self._trouble, buttons):
            if isinstance(each, QWidget):
                self.body.addWidget(each)
            else:
                self.body.addLayout(each)

    def open(self) -> None:
        """Come up with the cursor in the first field."""
        super().open()
        self._first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button."""
        if event.key() in _ENTER and isinstance(self.focusWidget(), _IN_FIELDS):
            self.button.click()
        else:
            super().keyPressEvent(event)

    def do(
        self,
        verb: Callable[..., Outcome[Any]],
        *,
        then: Callable[[Outcome[Any]], None] | None = None,
        **arguments: Any,  # noqa: ANN401 - the verb's own
    ) -> None:
        """Run a verb: with its outcome the sheet goes away before `then` is called, a trouble is told on it."""
        self.button.setEnabled(False)

        def went_well(outcome: Outcome[Any]) -> None:
            self.dismiss()
            if then is not None:
                then(outcome)

        self._runner.do(verb, then=went_well, failed=self._on_failed, **arguments)

    def tell(self, words: str) -> None:
        """Say what is wrong with the fields."""
        self._trouble.setText(words)
        self._trouble.show()

    def _on_failed(self, error: KnownError) -> None:
        self.tell(told(error))
        self.button.setEnabled(True)
