"""Where a window stands and how large it is, and how it comes back there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.left import whole_numbers

_FIRST_SIZE = (1280, 800)
_TITLE_BAR = 12
"""Pixels from a window's upper edge to where one takes hold of it."""


def place_of_window(window: QWidget) -> dict[str, Any]:
    """How a window stands, as plain values."""
    whole = window.isMaximized()
    size = (window.normalGeometry() if whole else window.geometry()).size()
    place = window.normalGeometry().topLeft() if whole else window.pos()
    return {
        "window_size": [size.width(), size.height()],
        "window_place": [place.x(), place.y()],
        "maximized": whole,
    }


def put_where_left(window: QWidget, left: Mapping[str, Any]) -> None:
    """Put a window where it was left, if there still is a screen there to take hold of it."""
    size = whole_numbers(left, "window_size", len(_FIRST_SIZE))
    window.resize(*(size if size and min(size) > 0 else _FIRST_SIZE))
    place = whole_numbers(left, "window_place", len(_FIRST_SIZE))
    if place is not None:
        bar = QPoint(place[0] + window.width() // 2, place[1] + _TITLE_BAR)
        if QGuiApplication.screenAt(bar) is not None:
            window.move(*place)
    if left.get("maximized") is True:
        window.setWindowState(Qt.WindowState.WindowMaximized)
