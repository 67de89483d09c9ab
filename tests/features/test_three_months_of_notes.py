"""What is written down in a search over three months: kept, found again, taken back and restored."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QTableView

from infoview_desktop.ui.window.main_window import MainWindow
from tests.features.conftest import Calendar, Tell, Until
from tests.features.searcher import CONTROL, SHIFT, Key, Searcher
from tests.ui import hand

BEFORE = "Before we talk\nShe moved to #nonprofit work through "
AFTER = "\nAsk what surprised her."
Meet = Callable[[MainWindow], Searcher]


@pytest.fixture
def meet(calendar: Calendar, until: Until) -> Meet:
    return lambda window: Searcher(window, calendar, until)


def write(me: Searcher, about: str, text: str, named: str = "", more: str = "") -> None:
    """Write a note on somebody, by keyboard, and choose whom one names from what is offered."""
    me.find(about)
    me.key(Key.Key_W, CONTROL | SHIFT)
    assert me.editor.hasFocus()
    type_on(me, text)
    if named:
        type_on(me, f"@{named[:3]}")
        me.until(me.editor.offered.isVisible)
        hand.QTest.keyClick(me.editor, Key.Key_Return)
    type_on(me, more)


def type_on(me: Searcher, text: str) -> None:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if number:
            hand.QTest.keyClick(me.editor, Key.Key_Return)
        hand.type_text(me.editor, line)


def listed(me: Searcher) -> list[str]:
    """The titles of all notes."""
    rows = hand.find(me.window, "Note list", kind=QTableView)
    assert isinstance(rows, QTableView)
    model = rows.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def texts(me: Searcher) -> list[str]:
    """What the notes say, as the book has them."""
    return [text for (text,) in me.window._runner.read.rows("SELECT text FROM note ORDER BY id")]


def people(me: Searcher) -> None:
    me.add("Ana Ruiz", Organization="Oxfam")
    me.add("Cleo Park", Organization="Umbrella")


def test_notes_are_found_by_what_was_said_by_tag_and_by_whom_they_name(tell: Tell, meet: Meet):
    def story(window: MainWindow) -> None:
        me = meet(window)
        people(me)
        write(me, "Ana Ruiz", BEFORE, "Cleo Park", AFTER)
        me.key(Key.Key_Escape)
        me.until(lambda: texts(me) == [f"{BEFORE}@Cleo Park{AFTER}"])
        write(me, "Cleo Park", "Statistics matter more than SQL. #skills")
        me.key(Key.Key_Escape)
        me.until(lambda: any("Mentioned in a note about Ana Ruiz" in line for line in me.story))

        me.key(Key.Key_F, CONTROL | SHIFT)
        me.until(lambda: len(listed(me)) == 2)
        hand.type_into(window, "Filter notes", "surpr")
        me.until(lambda: listed(me) == ["Before we talk"])
        assert me.reads("Ask what surprised her.")
        hand.type_into(window, "Filter notes", "")
        me.until(lambda: len(listed(me)) == 2)
        me.press("#skills 1")
        me.until(lambda: listed(me) == ["Statistics matter more than SQL. #skills"])

        me.key(Key.Key_K, CONTROL)
        hand.type_into(window, "Search", "surprised")
        me.until(lambda: any("Ask what surprised her." in row for row in me.found))
        me.key(Key.Key_Return)
        me.until(lambda: me.editor.text.startswith("Before we talk"))

    tell(story)


def test_a_visit_to_a_note_is_one_step_and_an_earlier_version_comes_back(tell: Tell, meet: Meet):
    def story(window: MainWindow) -> None:
        me = meet(window)
        people(me)
        write(me, "Ana Ruiz", "One\nTwo\nThree")
        me.key(Key.Key_Escape)
        me.until(lambda: texts(me) == ["One\nTwo\nThree"])
        me.wait_for_day("2026-11-05 09:00")
        me.key(Key.Key_Return)
        me.until(lambda: me.editor.text == "One\nTwo\nThree" and me.editor.hasFocus())
        hand.QTest.keyClick(me.editor, Key.Key_End, CONTROL)
        type_on(me, "\nFour\nFive")
        me.key(Key.Key_Escape)
        me.until(lambda: texts(me) == ["One\nTwo\nThree\nFour\nFive"])
        me.key(Key.Key_Return)
        me.press("Earlier versions")
        me.until(lambda: bool(me.sheets))
        me.press("Restore this version")
        me.until(lambda: texts(me) == ["One\nTwo\nThree"])
        for left in (["One\nTwo\nThree\nFour\nFive"], ["One\nTwo\nThree"], []):
            me.do("Undone: ", me.action("undo").trigger)
            assert texts(me) == left
        for _ in range(3):
            me.do("Done again: ", me.action("redo").trigger)
        assert texts(me) == ["One\nTwo\nThree"]

    tell(story)


def test_what_was_typed_and_not_left_is_there_after_a_restart(tell: Tell, meet: Meet):
    def evening(window: MainWindow) -> None:
        me = meet(window)
        people(me)
        write(me, "Ana Ruiz", "What she said about #pay")

    def morning(window: MainWindow) -> None:
        me = meet(window)
        me.wait_for_day("2026-11-03 09:00")
        me.find("Ana Ruiz")
        assert any("What she said about" in line for line in me.story)
        assert me.reads("What she said about #pay")
        me.do("Undone: ", me.action("undo").trigger)
        assert texts(me) == []
        assert not any("What she said about" in line for line in me.story)

    tell(evening)
    tell(morning)
