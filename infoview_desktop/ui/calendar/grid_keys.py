"""What the keys on a grid mean: where to go, and how to move what one stands on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.calendar.dragging import STEP
from infoview_desktop.ui.calendar.grid_cursor import Stop, first_or_last, next_block, sideways, up_or_down
from infoview_desktop.ui.calendar.grid_layout import GridLayout
from infoview_desktop.ui.keys import KeyGroup, KeyHint

GRID_KEYS = KeyGroup(
    Phrase("In the calendar"),
    (
        KeyHint(("Up", "Down"), Phrase("Up and down the day")),
        KeyHint(("Left", "Right"), Phrase("From day to day")),
        KeyHint(("Ctrl+Up", "Ctrl+Down"), Phrase("From entry to entry")),
        KeyHint(("Home", "End"), Phrase("To the first and the last day")),
        KeyHint(("Ctrl+Home", "Ctrl+End"), Phrase("To the first and the last entry")),
        KeyHint(("PgUp", "PgDown"), Phrase("To the days before and after")),
        KeyHint(("Return",), Phrase("Open it, or book at a free time")),
        KeyHint(("Alt+Up", "Alt+Down"), Phrase("Move it by 15 minutes")),
        KeyHint(("Alt+Left", "Alt+Right"), Phrase("Move it by a day")),
        KeyHint(("Shift+Up", "Shift+Down"), Phrase("Shorter, longer")),
    ),
)

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}


@dataclass(frozen=True, slots=True)
class Nudge:
    """How what one stands on is to be moved: by days, by minutes, or to be so many minutes longer."""

    days: int = 0
    minutes: int = 0
    longer: int = 0


def modifiers_of(event: QKeyEvent) -> Qt.KeyboardModifier:
    """What is held with a key; that it stands beside the others says nothing."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def nudge_of(event: QKeyEvent, *, mirrored: bool) -> Nudge | None:
    """How a key wants it to be moved; None where it means something else."""
    key, held = Qt.Key(event.key()), modifiers_of(event)
    if held == _ALT and key in _UP_DOWN:
        return Nudge(minutes=STEP * _UP_DOWN[key])
    if held == _ALT and key in _SIDEWAYS:
        return Nudge(days=-_SIDEWAYS[key] if mirrored else _SIDEWAYS[key])
    if held in {_SHIFT, _ALT | _SHIFT} and key in _UP_DOWN:
        return Nudge(longer=STEP * _UP_DOWN[key])
    return None


def gone(event: QKeyEvent, layout: GridLayout, at: Stop, *, columns: int, goal: int, mirrored: bool) -> Stop | None:
    """Where a key goes to from a place; None where it means something else.

    Args:
        event: the key.
        layout: all that one can stand on.
        at: where one is.
        columns: how many days there are.
        goal: the minute one came from, to which one returns in days where something stands at it.
        mirrored: whether the first day is on the right.
    """
    key, held = Qt.Key(event.key()), modifiers_of(event)
    if held == _NONE and key in _UP_DOWN:
        return up_or_down(layout, at, _UP_DOWN[key])
    if held == _NONE and key in _SIDEWAYS:
        step = -_SIDEWAYS[key] if mirrored else _SIDEWAYS[key]
        column = max(0, min(columns - 1, at.column + step))
        return at if column == at.column else sideways(layout, at, column, goal=goal)
    if held == _CTRL and key in _UP_DOWN:
        return next_block(layout, at, _UP_DOWN[key]) or at
    if held == _NONE and key in _ENDS:
        column = 0 if _ENDS[key] < 0 else columns - 1
        return at if column == at.column else sideways(layout, at, column, goal=goal)
    if held == _CTRL and key in _ENDS:
        return first_or_last(layout, _ENDS[key]) or at
    return None


def is_sideways(event: QKeyEvent) -> bool:
    """Whether a key goes from day to day."""
    return event.key() in _SIDEWAYS or event.key() in _ENDS
