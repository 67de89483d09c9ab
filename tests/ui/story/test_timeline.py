"""The story of a person, as it is read."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from infoview_desktop.domain import known_error
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.note import About
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import follow_ups, interviews, notes
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.story.entry_text import Deed
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book, connection
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.story.conftest import Log, status, timeline, told

CONTROL = Qt.KeyboardModifier.ControlModifier


def write(book: Book, text: str, about: About, mentions: dict[str, int] | None = None) -> int:
    note_id = notes.write(book.store, note_id=None, about=about, text=text, mentions=mentions or {}).value
    assert note_id is not None
    return note_id


def click(window: MainWindow, row: int, deed: Deed) -> None:
    shown = timeline(window)
    place = next(rect for each, rect in shown._paints.deeds(row) if each is deed).center()
    point = place + QPoint(0, shown.rowViewportPosition(row))
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=point)


def row_of(window: MainWindow, words: str) -> int:
    return next(number for number, line in enumerate(told(window)) if words in line)


def test_somebody_with_whom_nothing_happened_says_so(window: MainWindow):
    assert "Nothing happened yet." in " ".join(painted.text(window._people.person).split())


def test_the_notes_come_first(window: MainWindow):
    assert painted.text(window._people.person).splitlines()[3] == "Notes | About | All notes"
    assert window._people.person._tabs.currentIndex() == 0


def test_since_when_one_is_connected(window: MainWindow, people: dict[str, int]):
    window._people.select(people["Ana"])
    assert told(window) == ["Saturday, 4 March 2023: Connected on LinkedIn, imported"]


def test_the_newest_stands_first_under_its_day(window: MainWindow, log: Log):
    log(TouchKind.ASKED, days=800)
    log(TouchKind.REPLIED, days=799, answer=Answer.YES, words="Happy to. Tuesday works.")
    window._runner.changed.emit(frozenset({"touch"}))
    lines = [line.split(": ", 1)[1] for line in told(window) if not line.startswith("Today")]
    assert lines[0].startswith("Replied yes: “Happy to. Tuesday works.”, ")
    assert lines[1].startswith("Asked for a conversation, ")


def test_what_comes_stands_above_what_is_due_and_that_above_what_was(
    window: MainWindow, book: Book, log: Log, people: dict[str, int]
):
    today = wall_clock.today()
    log(TouchKind.CALLED, days=400)
    follow_ups.add(book.store, due_on=today + timedelta(days=3), reason="In three days", contact_id=people["Chloé"])
    follow_ups.add(book.store, due_on=today - timedelta(days=3), reason="Long ago", contact_id=people["Chloé"])
    window._runner.changed.emit(frozenset({"follow_up"}))
    lines = told(window)
    assert lines[0].startswith("Coming up: In three days, ")
    assert lines[1].startswith("Today: Long ago, since ")
    assert lines[1].endswith(", late")
    assert "Called" in lines[2]


def test_a_note_is_a_card_without_the_signs_of_markdown(window: MainWindow, book: Book, people: dict[str, int]):
    write(book, "# Before we talk\nMoved to #nonprofit, **really**. <b>Bold</b>", About(contact_id=people["Chloé"]))
    window._runner.changed.emit(frozenset({"note"}))
    shown = painted.words(timeline(window).viewport())
    assert [word.text for word in shown][1] == "Before we talk"
    whole = " ".join(word.text for word in shown)
    assert "#nonprofit" in whole
    assert "**" not in whole
    assert "<b>Bold</b>" in whole.replace(" </", "</")


def test_a_note_on_somebody_else_in_which_they_are_named(window: MainWindow, book: Book, people: dict[str, int]):
    write(book, "Ask @Chloé Dubois.", About(contact_id=people["Bo"]), {"Chloé Dubois": people["Chloé"]})
    window._runner.changed.emit(frozenset({"note"}))
    assert told(window)[0].startswith("Today: Mentioned in a note about Bo Chen, ")


def test_a_click_on_a_note_opens_it_below(window: MainWindow, book: Book, people: dict[str, int]):
    note_id = write(book, "# Before\nwe talk", About(contact_id=people["Chloé"]))
    window._runner.changed.emit(frozenset({"note"}))
    shown = timeline(window)
    card = shown.laid(0).card.center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=card)
    writer = window._people.person.story.writer
    assert writer.note_id == note_id
    assert writer.editor.hasFocus()
    hand.press_key(Qt.Key.Key_Escape)
    assert shown.hasFocus()


def test_the_arrows_go_through_the_entries_and_delete_deletes_with_undo(window: MainWindow, book: Book, log: Log):
    log(TouchKind.MET, days=2)
    log(TouchKind.CALLED, days=1)
    window._runner.changed.emit(frozenset({"touch"}))
    timeline(window).setFocus()
    hand.press_key(Qt.Key.Key_Down)
    hand.press_key(Qt.Key.Key_Delete)
    assert book.read.rows("SELECT kind FROM touch") == [(TouchKind.CALLED,)]
    assert status(window).startswith("What happened with Chloé Dubois is deleted ·")
    hand.press_key(Qt.Key.Key_Z, CONTROL)
    assert book.count("touch") == 2


def test_an_interview_that_is_over_is_held_at_one_click(window: MainWindow, book: Book, people: dict[str, int]):
    interviews.add(
        book.store,
        contact_ids=[people["Chloé"], people["Bo"]],
        starts_at=book.clock.now - timedelta(minutes=30),
        time_zone=wall_clock.time_zone(),
        medium=Medium.PHONE,
    )
    window._runner.changed.emit(frozenset({"interview"}))
    row = row_of(window, "Interview, 20 min, phone, with Bo Chen")
    click(window, row, Deed.HELD)
    assert book.read.value("SELECT state FROM interview") == InterviewState.HELD
    assert any("held" in line for line in told(window))


def test_what_is_due_is_done_at_one_click(window: MainWindow, book: Book, people: dict[str, int]):
    today = wall_clock.today()
    follow_ups.add(book.store, due_on=today, reason="Send the article", contact_id=people["Chloé"])
    window._runner.changed.emit(frozenset({"follow_up"}))
    click(window, row_of(window, "Send the article"), Deed.DONE)
    assert status(window).startswith("Follow-up with Chloé Dubois done ·")
    assert any("Done: Send the article" in line for line in told(window))


def test_a_change_of_job_is_looked_at_and_stays(book: Book, open_window: OpenWindow):
    for position in ("Analyst", "Head of Data"):
        book.take_in([connection("Ana Ruiz", position=position, organization="Oxfam", connected_on="")])
    window = open_window(notes=True)
    assert "New job: Head of Data · Oxfam. Before: Analyst · Oxfam" in told(window)[0]
    click(window, 0, Deed.LOOKED_AT)
    assert status(window).startswith("New job of Ana Ruiz looked at ·")
    assert timeline(window).laid(0).deeds == []


def test_a_long_story_is_read_as_one_comes_to_it(window: MainWindow, book: Book, people: dict[str, int]):
    rows = [(people["Chloé"], f"2020-01-01T00:{number // 60:02}:{number % 60:02}+00:00") for number in range(300)]
    with book.store.unrecorded() as transaction:
        transaction.connection.executemany(
            "INSERT INTO touch (contact_id, kind, answer, at, time_zone, words) VALUES (?, 'met', '', ?, 'UTC', '')",
            rows,
        )
    window._runner.changed.emit(frozenset({"touch"}))
    shown = timeline(window)
    assert len(shown.entries.rows) < 50
    for _ in range(20):
        shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum())
        QApplication.processEvents()
    assert len(shown.entries.rows) == 300
    assert len({row.entry.id for row in shown.entries.rows}) == 300


def test_a_story_in_a_book_that_cannot_be_changed_can_be_read(
    book: Book, open_window: OpenWindow, people: dict[str, int], log: Log
):
    log(TouchKind.CALLED, days=1)
    window = open_window(read_only=known_error.read_only(), notes=True, selected=people["Chloé"])
    timeline(window).setFocus()
    hand.press_key(Qt.Key.Key_Delete)
    assert book.count("touch") == 1
    assert not hand.find(window, "Log").isEnabled()
