"""Undo, within reach while a sheet covers the status line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, SignalInstance

from infoview_desktop.ui.controls.buttons import TextButton
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.theme.theme import Theme


def undo_button(theme: Theme, done: str, wanted: SignalInstance) -> TextButton:
    """A button that takes back what was `done`, which it says to who asks."""
    undo = QCoreApplication.translate("UndoButton", "Undo")
    button = TextButton(theme, undo, icon="undo")
    button.setAccessibleName(f"{undo} {done}")
    button.setToolTip(plain_tool_tip(done))
    button.clicked.connect(wanted)
    return button
