"""A story tells of today as of now, also when it was out of sight while time went by."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.store.reads import timeline
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.window.main_window import MainWindow
from tests.ui import hand
from tests.ui.story.conftest import Log, told


def test_it_comes_back_as_of_the_day_it_is(window: MainWindow, log: Log, monkeypatch: pytest.MonkeyPatch):
    log(TouchKind.MET)
    window._runner.changed.emit(frozenset({"touch"}))
    assert told(window)[0].startswith("Today: Met")
    story = window._people.person.story
    hand.press(window, "Board")
    assert not story.isVisible()
    tomorrow = wall_clock.now().date() + timedelta(days=1)
    monkeypatch.setattr(wall_clock, "today", lambda: tomorrow)
    story.clock.ticked.emit()
    hand.press(window, "People")
    assert not told(window)[0].startswith("Today")


def test_out_of_sight_it_reads_nothing_and_tells_all_of_it_when_it_comes_back(
    window: MainWindow, log: Log, monkeypatch: pytest.MonkeyPatch
):
    hand.press(window, "Board")
    with monkeypatch.context() as patch:
        patch.setattr(timeline, "page", None)
        log(TouchKind.MET)
        window._runner.changed.emit(frozenset({"touch"}))
    hand.press(window, "People")
    assert told(window)[0].startswith("Today: Met")


def test_once_the_interview_is_booked_it_is_not_offered_any_more(window: MainWindow):
    hand.press_key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    hand.press_key(Qt.Key.Key_Y)
    offer = window._people.person.heading.offer_line
    assert offer.isVisible()
    hand.press_key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    hand.type_into(window, "Time", "15:00")
    hand.press(window, "Add")
    assert not offer.isVisible()
