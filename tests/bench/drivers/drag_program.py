"""Drag an interview over a full week, and wait after each move of the mouse: drag_program.py DIRECTORY."""

import sys
from typing import Any

from tests.bench.drivers.hooks import report, run_program


def _watch(window: Any) -> None:
    from tests.bench.drivers.in_window import Telling  # noqa: PLC0415 - the program imports Qt, in its order

    Telling(window, _story(window))


def _story(window: Any) -> Any:
    from PySide6.QtCore import QEvent, Qt  # noqa: PLC0415 - after the program
    from PySide6.QtTest import QTest  # noqa: PLC0415 - the same

    from tests.bench.drivers.calendar_steps import across, drag_to, of_mouse  # noqa: PLC0415 - the same
    from tests.bench.drivers.in_window import calendar_pane, three_panes  # noqa: PLC0415 - the same
    from tests.bench.drivers.stepper import Stepper  # noqa: PLC0415 - the same

    done: list[Stepper] = []
    yield lambda: bool(window.actions())
    three_panes(window)
    week = calendar_pane(window).view
    yield lambda: week._scene is not None and bool(week._scene.layout.pieces)
    scene = week._scene
    body = scene.geometry.body
    cards = [scene.card(piece) for piece in scene.layout.pieces if piece.block.movable]
    card = next(card for card in cards if body.contains(card))
    of_mouse(week, QEvent.Type.MouseButtonPress, card.center())
    Stepper(window, week, done.append, lambda number: drag_to(week, across(body, number)))
    yield lambda: bool(done)
    QTest.keyClick(week, Qt.Key.Key_Escape)
    of_mouse(week, QEvent.Type.MouseButtonRelease, card.center())
    # Where it comes to the same quarter of an hour there is no frame.
    report(milliseconds=[taken for taken in done[0].milliseconds if taken])


run_program(["--data-dir", sys.argv[1]], _watch)
