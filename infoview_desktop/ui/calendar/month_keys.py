"""What the keys in a month mean: by how many days they go on."""

from __future__ import annotations

from PySide6.QtCore import Qt

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.calendar.month_layout import WEEK
from infoview_desktop.ui.keys import KeyGroup, KeyHint

MONTH_KEYS = KeyGroup(
    Phrase("In a month of the calendar"),
    (
        KeyHint(("Left", "Right"), Phrase("From day to day")),
        KeyHint(("Up", "Down"), Phrase("From week to week")),
        KeyHint(("Ctrl+Up", "Ctrl+Down"), Phrase("From entry to entry")),
        KeyHint(("Alt+Left", "Alt+Right"), Phrase("Move it by a day")),
        KeyHint(("Alt+Up", "Alt+Down"), Phrase("Move it by a week")),
        KeyHint(("Return",), Phrase("Open the entry, or the day")),
        KeyHint(("PgUp", "PgDown"), Phrase("To the month before and after")),
    ),
)

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def steps_of(key: Qt.Key, *, mirrored: bool) -> int:
    """By how many days an arrow goes on; 0 for what is none. `mirrored` is whether the first day is on the right."""
    step = _STEPS.get(key, 0)
    return -step if mirrored and abs(step) == 1 else step
