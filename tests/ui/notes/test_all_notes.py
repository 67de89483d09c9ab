"""All notes: listed, found as one types, opened, written, deleted and brought back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView

from infoview_desktop.domain.known_error import read_only
from infoview_desktop.operations import notes
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.notes import change_note, hold_interview, write_note
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.instant_runner import InstantRunner

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def written(book: Book, people: dict[str, int]) -> dict[str, int]:
    """Four notes, the newest last; their ids by title."""
    oxfam = book.read.value("SELECT id FROM organization WHERE name = 'Oxfam'")
    return {
        "Library": write_note(book, "Library\nThere is a course on #sql and statistics."),
        "Before": write_note(book, "Before we talk\nShe came late to #nonprofit work.", contact_id=people["Ana"]),
        "Pay": write_note(book, "Pay\nWhat Oxfam pays.", organization_id=oxfam),
        "Talk": write_note(book, "Talk\nShe said #sql.", interview_id=hold_interview(book, people["Ana"])),
    }


@pytest.fixture
def all_notes(written: dict[str, int], open_window: OpenWindow) -> MainWindow:  # noqa: ARG001 - they are in the book
    window = open_window()
    open_notes(window)
    return window


def open_notes(window: MainWindow) -> None:
    hand.press_key(Qt.Key.Key_F, CONTROL | SHIFT)
    QApplication.processEvents()
    assert window._views.key == "notes"


def note_list(window: MainWindow) -> QTableView:
    found = hand.find(window, "Note list", kind=QTableView)
    assert isinstance(found, QTableView)
    return found


def listed(window: MainWindow) -> list[str]:
    """The titles, `>` before the one that is selected."""
    rows = note_list(window)
    return [
        f"{'>' if row == rows.currentIndex().row() else ' '} {rows.model().index(row, 0).data()}"
        for row in range(rows.model().rowCount())
    ]


def editor_text(window: MainWindow) -> str:
    return window._others.notes.writer.editor.text


def look_for(window: MainWindow, typed: str) -> None:
    hand.type_into(window, "Filter notes", typed)


def test_the_newest_change_is_first_and_is_open(all_notes: MainWindow) -> None:
    assert listed(all_notes) == ["> Talk", "  Pay", "  Before we talk", "  Library"]
    assert editor_text(all_notes).startswith("Talk\n")


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_one_types_at_once_what_one_looks_for_and_goes_on_to_the_list(all_notes: MainWindow, key: Qt.Key) -> None:
    assert hand.field(all_notes, "Filter notes").hasFocus()
    hand.type_text(hand.field(all_notes, "Filter notes"), "stat")
    assert listed(all_notes) == ["  Library"]
    hand.press_key(key)
    assert listed(all_notes) == ["> Library"]
    assert editor_text(all_notes).startswith("Library\n")


def test_what_was_looked_for_is_marked_in_its_sentence_and_in_whom_it_is_about(all_notes: MainWindow) -> None:
    look_for(all_notes, "late ana")
    accent = all_notes._theme.tokens.accent
    shown = painted.words(note_list(all_notes).viewport())
    assert [word.text.strip() for word in shown if word.colour == accent] == ["late", "Ana"]
    assert "She came" in painted.text(note_list(all_notes).viewport())


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ("On people", ["Before we talk"]),
        ("On organizations", ["Pay"]),
        ("From interviews", ["Talk"]),
        ("Free notes", ["Library"]),
        ("All notes", ["Talk", "Pay", "Before we talk", "Library"]),
    ],
)
def test_they_are_narrowed_to_what_they_are_about(all_notes: MainWindow, chosen: str, left: list[str]) -> None:
    menu = all_notes._others.notes.pane._kind.menu()
    hand.menu_action(menu, "Free notes").trigger()
    hand.menu_action(menu, chosen).trigger()
    assert [line[2:] for line in listed(all_notes)] == left
    assert hand.find(all_notes, chosen).isVisible()


def test_a_chip_of_a_tag_narrows_and_all_shows_all_again(all_notes: MainWindow) -> None:
    hand.press(all_notes, "#sql 2")
    assert [line[2:] for line in listed(all_notes)] == ["Talk", "Library"]
    hand.press(all_notes, "All")
    assert len(listed(all_notes)) == 4


def test_nothing_found_says_so_and_shows_all_again(all_notes: MainWindow) -> None:
    look_for(all_notes, "nowhere")
    hand.press(all_notes, "Show all")
    assert len(listed(all_notes)) == 4


def test_an_empty_book_says_what_will_stand_here_and_begins_a_note(open_window: OpenWindow, book: Book) -> None:
    window = open_window()
    open_notes(window)
    hand.press(window, "New note")
    hand.type_text(window._others.notes.writer.editor, "First #thought")
    hand.press_key(Qt.Key.Key_Escape)
    assert listed(window) == ["> First #thought"]
    assert note_list(window).hasFocus()
    assert editor_text(window) == "First #thought"
    book.undo()


def test_a_free_note_is_written_and_stands_first(all_notes: MainWindow, book: Book) -> None:
    hand.press(all_notes, "New note")
    assert [line[0] for line in listed(all_notes)] == [" "] * 4
    hand.type_text(all_notes._others.notes.writer.editor, "A thought")
    all_notes._views.leave()
    assert listed(all_notes)[0] == "> A thought"
    assert book.rows()["note"][-1][1:4] == (None, None, None)


def test_enter_goes_on_writing_and_escape_goes_back(all_notes: MainWindow, book: Book) -> None:
    book.clock.advance(minutes=1)
    note_list(all_notes).setFocus()
    hand.press_key(Qt.Key.Key_Down)
    hand.press_key(Qt.Key.Key_Return)
    assert all_notes._others.notes.writer.editor.hasFocus()
    hand.type_text(all_notes._others.notes.writer.editor, "x")
    hand.press_key(Qt.Key.Key_Escape)
    assert note_list(all_notes).hasFocus()
    assert listed(all_notes) == ["> xPay", "  Talk", "  Before we talk", "  Library"]
    assert editor_text(all_notes).startswith("xPay")


def test_delete_deletes_and_goes_on_to_the_next_and_undo_brings_it_back(all_notes: MainWindow, book: Book) -> None:
    note_list(all_notes).setFocus()
    hand.press_key(Qt.Key.Key_Delete)
    assert listed(all_notes) == ["> Pay", "  Before we talk", "  Library"]
    assert editor_text(all_notes).startswith("Pay")
    hand.press_key(Qt.Key.Key_Z, CONTROL)
    assert listed(all_notes) == ["  Talk", "> Pay", "  Before we talk", "  Library"]
    assert book.findings() == []


def test_the_last_one_deleted_leaves_an_empty_view(open_window: OpenWindow, book: Book) -> None:
    write_note(book, "Only one")
    window = open_window()
    open_notes(window)
    note_list(window).setFocus()
    hand.press_key(Qt.Key.Key_Delete)
    assert hand.find(window, "New note").isVisible()
    assert not editor_text(window)


@pytest.mark.parametrize(
    ("title", "link", "seen"),
    [
        ("Before", "Ana Ruiz", "people"),
        ("Talk", "Interview with Ana Ruiz", "people"),
        ("Pay", "Oxfam", "organizations"),
    ],
)
def test_whom_a_note_is_about_is_a_way_there(
    all_notes: MainWindow, written: dict[str, int], title: str, link: str, seen: str
) -> None:
    all_notes._others.show_note(written[title])
    hand.press(all_notes, link)
    assert all_notes._views.key == seen


class TestMeanwhile:
    """Something happens to a note while it is open."""

    def test_it_is_deleted_and_the_next_is_opened(
        self, all_notes: MainWindow, runner: InstantRunner, written: dict[str, int]
    ) -> None:
        runner.do(notes.delete, note_id=written["Talk"])
        assert listed(all_notes) == ["> Pay", "  Before we talk", "  Library"]

    def test_it_is_deleted_while_one_writes_and_what_was_written_stays(
        self, all_notes: MainWindow, runner: InstantRunner, written: dict[str, int]
    ) -> None:
        editor = all_notes._others.notes.writer.editor
        editor.setFocus()
        hand.type_text(editor, "more ")
        runner.do(notes.delete, note_id=written["Talk"])
        assert editor.text.startswith("more Talk")
        assert editor.hasFocus()
        all_notes._views.leave()
        assert listed(all_notes)[0] == "> more Talk"

    def test_its_person_goes_into_the_trash(self, all_notes: MainWindow, people: dict[str, int]) -> None:
        all_notes._people.select(people["Ana"])
        all_notes._go.open_key("people")
        all_notes._people.delete_selected()
        open_notes(all_notes)
        assert [line[2:] for line in listed(all_notes)] == ["Pay", "Library"]

    def test_another_is_changed_and_comes_first(
        self, all_notes: MainWindow, book: Book, runner: InstantRunner, written: dict[str, int]
    ) -> None:
        change_note(book, written["Library"], "Library\nIt is closed.")
        runner.changed.emit(frozenset({"note"}))
        assert listed(all_notes) == ["  Library", "> Talk", "  Pay", "  Before we talk"]


def test_a_note_is_found_from_anywhere_and_opened(all_notes: MainWindow) -> None:
    all_notes._go.open_key("people")
    hand.press_key(Qt.Key.Key_K, CONTROL)
    hand.type_text(hand.field(all_notes, "Search"), "came late")
    found = all_notes._finder._results.list
    assert found.model().index(0, 0).data() == "Before we talk, She came late to #nonprofit work., Ana Ruiz, Note"
    hand.press_key(Qt.Key.Key_Return)
    assert all_notes._views.key == "notes"
    assert listed(all_notes)[2] == "> Before we talk"
    assert editor_text(all_notes).startswith("Before we talk")


def test_it_comes_back_as_it_was_left(
    all_notes: MainWindow, open_window: OpenWindow, written: dict[str, int], runner: InstantRunner
) -> None:
    all_notes._others.show_note(written["Before"])
    all_notes._others.notes._panes.setSizes([500, 600])
    left = all_notes.arrangement()
    again = open_window(**left)
    assert again._views.key == "notes"
    assert listed(again)[2] == "> Before we talk"
    assert again._others.notes._panes.sizes() == left["note_sizes"]
    del runner


def test_a_book_that_cannot_be_changed_is_read(written: dict[str, int], open_window: OpenWindow) -> None:
    window = open_window(read_only=read_only())
    open_notes(window)
    assert len(listed(window)) == len(written)
    assert not window._others.notes.pane._new.isEnabled()
    note_list(window).setFocus()
    hand.press_key(Qt.Key.Key_Delete)
    assert len(listed(window)) == len(written)


def test_a_long_name_leaves_the_view_its_width(book: Book, open_window: OpenWindow) -> None:
    write_note(book, "Long", contact_id=book.add("n" * 150 + " &&{people} %1"))
    window = open_window(view="notes", window_size=[900, 600])
    assert window.width() == 900
    assert "nnn" in painted.text(window._others.notes)


HOSTILE = (
    "<b>Bold</b> <img src='http://example.org/x.png'>\n![x](http://example.org/x.png) <script>alert(1)</script>",
    "b" + "a" * 1_000_000,
    " ".join(f"#tag{number}" for number in range(10_000)),
    "👩‍👩‍👧" * 5_000,
    "نص من اليمين إلى اليسار " * 1_000,
    "# \n\n> ",
)


@pytest.mark.parametrize("text", HOSTILE, ids=["html", "one word", "tags", "emoji", "from right to left", "signs"])
@pytest.mark.parametrize("typed", ["", "b", "script", "tag1", "nsmnalymyn"])
def test_whatever_a_note_holds_is_painted_as_plain_text(
    book: Book, open_window: OpenWindow, text: str, typed: str
) -> None:
    write_note(book, text)
    window = open_window(view="notes")
    look_for(window, typed)
    if window._others.notes.pane.list.model().rowCount():
        painted.text(note_list(window).viewport())
    if "<b>" in text and not typed:
        assert "<b>Bold</b>" in painted.text(note_list(window).viewport())


def test_a_long_list_reads_only_what_is_in_sight(book: Book, open_window: OpenWindow) -> None:
    for number in range(60):
        write_note(book, f"Note {number}")
    window = open_window(view="notes")
    pane = window._others.notes.pane
    assert len(pane._pages._pages) <= 2
    note_list(window).setFocus()
    hand.press_key(Qt.Key.Key_End)
    assert listed(window)[-1] == "> Note 0"
