"""How one goes about in a calendar by keys, and what one drags over it with the mouse."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.drivers.stepper import STEPS

_CONTROL = Qt.KeyboardModifier.ControlModifier
_BY_WEEK, _BY_MONTH = (Qt.Key.Key_2, _CONTROL), (Qt.Key.Key_3, _CONTROL)
_LATER, _EARLIER = (Qt.Key.Key_PageDown, _CONTROL), (Qt.Key.Key_PageUp, _CONTROL)

KEYS = (_BY_MONTH, _LATER, _EARLIER, _BY_WEEK, _LATER, _EARLIER)
"""One after the other, and round again; at first there is a week."""

MONTHS = (0, 1, 2)
"""After which of them a month is shown."""

SIZE = (660, 800)
"""About that of a calendar between the other panes."""

_EDGE, _STEEP = 60, 15
"""Pixels from the edges, at which a calendar would scroll, and those by which one goes up or down with each step."""


def in_kinds(milliseconds: Sequence[float]) -> dict[str, Any]:
    """What each key took, all of them and those to a month and to a week."""
    numbered = [(number % len(KEYS) in MONTHS, taken) for number, taken in enumerate(milliseconds)]
    return {
        "milliseconds": list(milliseconds),
        "month": [taken for to_month, taken in numbered if to_month],
        "week": [taken for to_month, taken in numbered if not to_month],
    }


def across(area: QRect, number: int) -> QPoint:
    """Where one has come with a step of so many over an area: up and down, and from one side to the other."""
    inside = area.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    there, back = divmod(number * _STEEP, inside.height())
    y = inside.bottom() - back if there % 2 else inside.top() + back
    return QPoint(inside.left() + inside.width() * number // STEPS, y)


def drag_to(widget: QWidget, at: QPoint) -> None:
    """Move the mouse with its button held."""
    of_mouse(widget, QEvent.Type.MouseMove, at)


def of_mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    """Do something with the left button."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(
        kind, QPointF(at), QPointF(widget.mapToGlobal(at)), button, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)
