"""A visit to a note: one step of undo, safe while one types, and clear words when the note changes meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from infoview_desktop.domain.note import About
from infoview_desktop.operations import contacts, history, merges, notes, organizations
from infoview_desktop.store.reads import notes as reads
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.notes.note_writer import NoteWriter
from infoview_desktop.ui.notes.versions_sheet import VersionsSheet
from tests.ui import hand

Key = Qt.Key


def texts(book):
    return [text for (text,) in book.read.rows("SELECT text FROM note ORDER BY id")]


def says(writer):
    """All words in sight besides the note's."""
    return [label.text() for label in writer.findChildren(Label) if label.isVisible() and label.text()]


def rest(writer):
    """Let the moment after typing pass."""
    writer.editor.rested.emit()


def write(writer, text):
    for number, line in enumerate(text.split("\n")):
        if number:
            hand.press_key(Key.Key_Return)
        hand.type_text(writer.editor, line)


def test_nothing_is_stored_before_something_is_typed(writer, book):
    hint = "Write a note …\nMarkdown · # tags · @ people · saved as you type"
    assert (says(writer), writer.editor.placeholderText()) == ([], hint)
    writer.leave()
    hand.press_key(Key.Key_Escape)
    assert texts(book) == []
    assert writer.note_id is None


def test_a_visit_is_one_step_whatever_is_typed_in_it(writer, book, ana):
    write(writer, "# Met\nShe said")
    rest(writer)
    write(writer, " much")
    steps = book.count("history")
    hand.press(writer, "Done")
    assert texts(book) == ["# Met\nShe said much"]
    assert book.count("history") == steps + 1
    assert book.read.value("SELECT contact_id FROM note") == ana
    book.undo()
    assert texts(book) == []


def test_the_heading_tells_what_is_open_and_whether_it_is_safe(writer, written):
    write(writer, "a")
    assert says(writer) == ["New note", "Saving …"]
    rest(writer)
    assert says(writer) == ["New note", "Saved"]
    writer.leave()
    assert says(writer) == ["a", "Saved"]
    opened = QSignalSpy(writer.opened)
    note_id = written("## Before we talk\nmore")
    writer.open_note(note_id)
    assert (writer.note_id, opened.at(0)) == (note_id, [note_id])
    assert says(writer) == ["Before we talk"]


def test_escape_ends_the_visit_and_the_next_note_is_about_the_same(writer, book, ana):
    closed = QSignalSpy(writer.closed)
    write(writer, "one")
    hand.press_key(Key.Key_Escape)
    assert closed.count() == 1
    write(writer, "two")
    hand.press_key(Key.Key_Escape)
    assert texts(book) == ["one", "two"]
    assert book.read.rows("SELECT DISTINCT contact_id FROM note") == [(ana,)]


def test_going_on_after_leaving_is_another_visit_to_the_same_note(writer, book):
    write(writer, "one")
    writer.leave()
    write(writer, ", two")
    writer.leave()
    assert texts(book) == ["one, two"]
    assert book.count("note_version") == 1


def test_going_on_before_the_store_has_answered_makes_no_second_note(writer, book, runner):
    with runner.held():
        write(writer, "one")
        writer.leave()
        write(writer, ", two")
        writer.leave()
    assert texts(book) == ["one, two"]
    assert reads.interrupted_places(book.read) == []


def test_another_note_opened_stores_the_one_before(writer, book, written):
    note_id = written("other")
    write(writer, "typed")
    writer.open_note(note_id)
    assert texts(book) == ["other", "typed"]
    writer.start(About())
    assert writer.editor.text == ""
    assert texts(book) == ["other", "typed"]


def test_a_note_that_is_emptied_is_gone_and_delete_can_be_undone(writer, book, written):
    writer.open_note(written("one"))
    writer.editor.selectAll()
    hand.press_key(Key.Key_Delete)
    writer.leave()
    assert texts(book) == []
    note_id = written("two")
    writer.open_note(note_id)
    write(writer, "and ")
    hand.press(writer, "Delete note")
    assert texts(book) == []
    book.undo()
    assert texts(book) == ["and two"]


def test_what_is_typed_is_put_aside_with_whom_it_names(writer, book, about, ana):
    writer.editor.set_people({"Ana": ana})
    write(writer, "with @Ana ")
    rest(writer)
    typed = reads.typed(book.read, place=f"new_note/contact/{ana}")
    assert (typed.text, typed.about, typed.mentions) == ("with @Ana ", about, {"Ana": ana})
    writer.leave()
    assert reads.interrupted_places(book.read) == []


def test_what_was_put_aside_is_back_with_the_focus(writer, book, written, about):
    note_id = written("one")
    for place, one in ((f"note/{note_id}", note_id), (f"new_note/contact/{about.contact_id}", None)):
        notes.put_aside(book.store, note_id=one, about=about, text="half a sen", mentions={})
        writer.editor.clearFocus()
        writer.resume(place)
        assert (writer.editor.text, writer.note_id, writer.editor.hasFocus()) == ("half a sen", one, True)
    writer.leave()
    assert texts(book) == ["half a sen", "half a sen"]


class TestMeanwhile:
    """A note open in the editor while the book changes elsewhere."""

    @pytest.fixture
    def before(self, request, writer, written):
        """What the note says that is open; "" for one that is new."""
        if request.param:
            writer.open_note(written(request.param))
        return request.param

    def undo(self, runner):
        runner.do(history.undo)

    def test_undone_it_is_gone_in_words_and_what_is_typed_on_is_a_note_again(self, writer, book, runner):
        write(writer, "one")
        writer.leave()
        self.undo(runner)
        assert (writer.note_id, writer.editor.text) == (None, "")
        assert "The note is no longer in the book. Redo, or Undo, brings it back." in says(writer)
        write(writer, "again")
        writer.leave()
        assert texts(book) == ["again"]

    def test_undone_while_something_is_typed_that_stays_and_becomes_a_note(self, writer, book, runner):
        write(writer, "one")
        writer.leave()
        write(writer, ", two")
        self.undo(runner)
        assert writer.editor.text == "one, two"
        assert "This note was removed meanwhile. What stands here is kept as a new one." in says(writer)
        writer.leave()
        assert texts(book) == ["one, two"]

    def test_a_visit_undone_shows_what_the_note_said_before(self, writer, runner, written):
        writer.open_note(written("one"))
        write(writer, "more than ")
        writer.leave()
        self.undo(runner)
        assert writer.editor.text == "one"
        runner.do(history.redo)
        assert writer.editor.text == "more than one"

    def test_changed_elsewhere_while_something_is_typed_both_are_kept(self, writer, book, runner, written, about):
        note_id = written("one")
        writer.open_note(note_id)
        write(writer, "typed ")
        runner.do(notes.write, note_id=note_id, about=about, text="other", mentions={})
        assert writer.editor.text == "typed one"
        words = "This note was changed meanwhile. What stands here is kept; the other is an earlier version."
        assert words in says(writer)
        writer.leave()
        assert texts(book) == ["typed one"]
        newest = reads.versions(book.read, note_id)[0]
        assert reads.version_text(book.read, newest.id) == "other"

    @pytest.mark.parametrize("before", ["one", ""], indirect=True)
    def test_its_person_merged_it_goes_to_the_kept_one(self, writer, book, runner, ana, before):
        kept = book.add("Ana María Ruiz")
        write(writer, "typed ")
        runner.do(merges.merge, kept_id=kept, other_id=ana, choices={})
        assert "This note is on Ana María Ruiz now: two people were made one." in says(writer)
        writer.leave()
        assert texts(book) == [f"typed {before}".rstrip()]
        assert book.read.rows("SELECT contact_id FROM note") == [(kept,)]

    @pytest.mark.usefixtures("before")
    @pytest.mark.parametrize("before", ["one", ""], indirect=True)
    def test_its_person_deleted_it_comes_back_with_them(self, writer, book, runner, ana):
        write(writer, "typed ")
        runner.do(contacts.delete, contact_ids=[ana])
        assert "Whom this note is about was deleted. The note comes back with them." in says(writer)
        writer.leave()
        assert book.read.rows("SELECT contact_id FROM note") == [(ana,)]

    def test_its_organization_deleted_it_is_kept(self, writer, book, runner):
        harbour = organizations.add(book.store, names="Open Harbour").value.first_id
        writer.start(About(organization_id=harbour))
        write(writer, "typed")
        runner.do(organizations.delete, organization_id=harbour)
        assert "What this note was about was deleted. The note is kept." in says(writer)
        writer.leave()
        assert book.read.rows("SELECT text, organization_id FROM note") == [("typed", None)]

    def test_a_disk_that_is_full_takes_nothing_away(self, writer, book, runner, monkeypatch):
        troubled = QSignalSpy(runner.troubled)
        write(writer, "typed")
        monkeypatch.setattr(book.store, "writable", False)
        hand.press_key(Key.Key_Escape)
        assert troubled.count() >= 1
        assert (writer.editor.text, writer.editor.changed) == ("typed", True)
        assert "Not saved" in says(writer)
        writer.start(About())
        assert writer.editor.text == ""
        monkeypatch.setattr(book.store, "writable", True)
        writer.start(About(contact_id=1))
        assert writer.editor.text == "typed"
        writer.leave()
        assert texts(book) == ["typed"]


class TestVersions:
    """What a note said before, in a sheet."""

    @pytest.fixture
    def sheet(self, writer, book, written):
        note_id = written("one\ntwo")
        book.clock.advance(hours=1)
        written("one\nthree", note_id)
        writer.open_note(note_id)
        sheets = QSignalSpy(writer.sheet_wanted)
        hand.press(writer, "Earlier versions")
        sheet = sheets.at(0)[0]
        assert isinstance(sheet, VersionsSheet)
        sheet.open()
        return sheet

    def test_it_shows_the_text_and_where_it_differs(self, sheet):
        assert "7 characters; 9 now. Line 2 now says: “three”" in says(sheet)
        assert hand.find(sheet, "What the note said").text == "one\ntwo"

    def test_restore_is_one_step(self, sheet, book, writer):
        hand.press(sheet, "Restore this version")
        assert (texts(book), writer.editor.text) == (["one\ntwo"], "one\ntwo")
        book.undo()
        assert texts(book) == ["one\nthree"]

    def test_a_note_that_never_changed_says_so(self, writer, written):
        writer.open_note(written("one"))
        sheets = QSignalSpy(writer.sheet_wanted)
        hand.press(writer, "Earlier versions")
        sheet = sheets.at(0)[0]
        sheet.open()
        assert "The note has always said what it says now." in says(sheet)


def test_a_read_only_book_shows_notes_and_takes_nothing(theme, runner, written, qtbot):
    writer = NoteWriter(theme, runner, editable=False)
    qtbot.addWidget(writer)
    writer.open_note(written("one"))
    writer.show()
    assert writer.editor.isReadOnly()
    hand.type_text(writer.editor, "typed")
    assert writer.editor.text == "one"
    assert "Delete note" not in [hand.name_of(widget) for widget in hand.visible(writer)]
