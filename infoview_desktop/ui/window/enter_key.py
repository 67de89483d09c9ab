"""Enter presses the button that has the focus; left to itself, Qt lets it do so only in dialogs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget


def presses_button(event: QKeyEvent, within: QWidget) -> bool:
    """Press the focused button within `within` if the key is Enter; return whether that was so.

    A box to tick is no button: Space ticks it, and Enter would do so where one means to be finished.

    A key that is held down presses once: what comes after the first press may be another button.
    """
    button = within.focusWidget()
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return False
    if not isinstance(button, QAbstractButton) or isinstance(button, QCheckBox):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
