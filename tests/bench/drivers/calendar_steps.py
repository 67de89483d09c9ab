"""How one goes about in a calendar: from the week to the month, to the next one and back, and the same by weeks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

_CONTROL = Qt.KeyboardModifier.ControlModifier
_BY_WEEK, _BY_MONTH = (Qt.Key.Key_2, _CONTROL), (Qt.Key.Key_3, _CONTROL)
_LATER, _EARLIER = (Qt.Key.Key_PageDown, _CONTROL), (Qt.Key.Key_PageUp, _CONTROL)

KEYS = (_BY_MONTH, _LATER, _EARLIER, _BY_WEEK, _LATER, _EARLIER)
"""One after the other, and round again; at first there is a week."""

MONTHS = (0, 1, 2)
"""After which of them a month is shown."""


def in_kinds(milliseconds: Sequence[float]) -> dict[str, Any]:
    """What each key took, all of them and those to a month and to a week."""
    numbered = [(number % len(KEYS) in MONTHS, taken) for number, taken in enumerate(milliseconds)]
    return {
        "milliseconds": list(milliseconds),
        "month": [taken for to_month, taken in numbered if to_month],
        "week": [taken for to_month, taken in numbered if not to_month],
    }
