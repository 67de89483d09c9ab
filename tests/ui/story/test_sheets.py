"""Interviews and follow-ups are booked, changed and deleted in sheets; what was logged is mended in one."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.note import About
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import follow_ups, history, interviews, notes, touches
from infoview_desktop.store.reads import stories
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.buttons import SecondaryButton
from infoview_desktop.ui.editing.field_edits import ChoiceEdit
from infoview_desktop.ui.story.when_field import WhenField
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.story.conftest import Log, status, timeline, told

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
GONE = "This is not there any more."


def sheet(window: MainWindow) -> Sheet:
    (found,) = (each for each in window.findChildren(Sheet) if each.isVisible())
    return found


def sheet_text(window: MainWindow) -> str:
    return " ".join(painted.text(sheet(window)).split())


def choose(window: MainWindow, label: str, words: str) -> None:
    (edit,) = (each for each in hand.visible(sheet(window), kind=ChoiceEdit) if hand.name_of(each).startswith(label))
    assert isinstance(edit, ChoiceEdit)
    hand.menu_action(edit.menu(), words).trigger()


def book_interview(window: MainWindow) -> None:
    hand.press_key(Qt.Key.Key_I, CONTROL | SHIFT)
    assert sheet(window)


class TestInterview:
    def test_it_is_booked_with_whoever_is_selected(self, window: MainWindow, book: Book, people: dict[str, int]):
        book_interview(window)
        assert hand.field(window, "Time").hasFocus()
        hand.type_into(window, "Time", "15:30")
        hand.type_into(window, "Day", "3/12/2027")
        hand.press(window, "25 minutes")
        choose(window, "How", "phone")
        hand.type_into(window, "Place or link", "+49 30 1")
        hand.type_into(window, "Direction", "Data")
        hand.press(window, "Add", kind=QPushButton)
        one = stories.interview(book.read, 1)
        assert one is not None
        assert one.contact_ids == (people["Chloé"],)
        assert (one.minutes, one.medium, one.place, one.direction) == (25, Medium.PHONE, "+49 30 1", "Data")
        assert one.local.replace(tzinfo=None) == datetime(2027, 12, 3, 15, 30)  # noqa: DTZ001 - on the wall
        assert status(window).startswith("Interview with Chloé Dubois added ·")
        assert told(window)[-1].startswith("Coming up: ")

    def test_others_are_completed_and_taken_out_again(self, window: MainWindow, book: Book, people: dict[str, int]):
        book_interview(window)
        hand.type_into(window, "Time", "3 pm")
        hand.type_into(window, "With", "zak")
        hand.press_key(Qt.Key.Key_Return)
        hand.type_into(window, "With", "bo")
        hand.press_key(Qt.Key.Key_Return)
        hand.press_key(Qt.Key.Key_Backspace)
        hand.press(window, "Add", kind=QPushButton)
        assert {each for (each,) in book.read.rows("SELECT contact_id FROM interview_person")} == {
            people["Chloé"],
            people["Łukasz"],
        }

    def test_a_name_that_nobody_has_is_told(self, window: MainWindow, book: Book):
        book_interview(window)
        hand.type_into(window, "Time", "3 pm")
        hand.type_into(window, "With", "Nobody Atall")
        hand.press(window, "Add", kind=QPushButton)
        assert "Nobody in the book is called Nobody Atall." in sheet_text(window)
        assert book.count("interview") == 0

    def test_without_a_time_it_can_only_be_proposed(self, window: MainWindow, book: Book):
        book_interview(window)
        assert not hand.find(window, "Add", kind=QPushButton).isEnabled()
        choose(window, "State", "proposed")
        hand.press(window, "Add", kind=QPushButton)
        assert book.read.rows("SELECT state, starts_at FROM interview") == [(InterviewState.ASKED, None)]

    def test_their_time_stands_beside_mine(self, window: MainWindow, book: Book, people: dict[str, int]):
        book.edit(people["Chloé"], "time_zone", "Asia/Kathmandu")
        book_interview(window)
        hand.type_into(window, "Day", "3/12/2027")
        hand.type_into(window, "Time", "10:00")
        mine = datetime(2027, 12, 3, 10, tzinfo=ZoneInfo(wall_clock.time_zone()))
        theirs = mine.astimezone(ZoneInfo("Asia/Kathmandu"))
        assert f"10:00 am · {theirs.hour % 12}:{theirs.minute:02}" in sheet_text(window)
        assert "for Chloé" in sheet_text(window)

    def test_it_is_changed_and_deleted_with_undo(self, window: MainWindow, book: Book, people: dict[str, int]):
        add_interview(book, people["Chloé"])
        window._runner.changed.emit(frozenset({"interview"}))
        open_row(window, "Interview, ")
        hand.type_into(window, "Minutes", "45")
        choose(window, "State", "called off")
        hand.press(window, "Save", kind=QPushButton)
        assert book.read.rows("SELECT minutes, state FROM interview") == [(45, InterviewState.CANCELLED)]
        open_row(window, "Interview, ")
        hand.press(window, "Delete", kind=SecondaryButton)
        assert book.count("interview") == 0
        hand.press_key(Qt.Key.Key_Z, CONTROL)
        assert book.count("interview") == 1

    def test_its_notes_are_there_and_another_can_be_written(
        self, window: MainWindow, book: Book, people: dict[str, int]
    ):
        interview_id = add_interview(book, people["Chloé"])
        about = About(interview_id=interview_id)
        notes.write(book.store, note_id=None, about=about, text="What was said", mentions={})
        window._runner.changed.emit(frozenset({"interview", "note"}))
        open_row(window, "Interview, ")
        hand.press(window, "What was said")
        assert window._people.person.story.writer.note_id == 1
        open_row(window, "Interview, ")
        hand.press(window, "Write a note on it")
        writer = window._people.person.story.writer
        assert writer.editor.hasFocus()
        hand.type_text(writer.editor, "More")
        writer.leave()
        assert book.read.rows("SELECT interview_id FROM note WHERE text = 'More'") == [(interview_id,)]

    def test_a_link_is_opened_only_if_it_is_one_of_the_web(self, window: MainWindow, monkeypatch: pytest.MonkeyPatch):
        opened: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()))
        book_interview(window)
        for text in ("file:///etc/passwd", "javascript:alert(1)", "Café Rosa"):
            hand.type_into(window, "Place or link", text)
            assert not any(hand.name_of(each) == "Open the link" for each in hand.visible(sheet(window)))
        hand.type_into(window, "Place or link", "https://meet.example.org/a")
        hand.press(window, "Open the link")
        assert opened == ["https://meet.example.org/a"]

    def test_one_that_is_undone_while_its_sheet_is_open_is_told_plainly(
        self, window: MainWindow, book: Book, people: dict[str, int]
    ):
        add_interview(book, people["Chloé"])
        window._runner.changed.emit(frozenset({"interview"}))
        open_row(window, "Interview, ")
        window._runner.do(history.undo)
        hand.type_into(window, "Place or link", "Café Rosa")
        hand.press(window, "Save", kind=QPushButton)
        assert GONE in sheet_text(window)
        assert hand.field(window, "Place or link").text() == "Café Rosa"


class TestFollowUp:
    def test_it_is_set_for_a_reason_and_a_day(self, window: MainWindow, book: Book, people: dict[str, int]):
        hand.press_key(Qt.Key.Key_U, CONTROL | SHIFT)
        hand.type_into(window, "Reason", "Send the article")
        hand.press(window, "Next month")
        hand.press(window, "Remember", kind=QPushButton)
        ((contact, rule, reason, due_on),) = book.read.rows("SELECT contact_id, rule, reason, due_on FROM follow_up")
        assert (contact, rule, reason) == (people["Chloé"], Rule.OWN, "Send the article")
        assert date.fromisoformat(due_on) > wall_clock.today()
        assert "Send the article" in told(window)[0]

    def test_the_button_offers_days_at_once(self, window: MainWindow, book: Book):
        menu = window._people.person.follow_up_menu
        menu.aboutToShow.emit()
        # Which of them comes first depends on the day of the week.
        (wanted,) = (action for action in menu.actions() if action.text().startswith("In 3 working days\t"))
        wanted.trigger()
        assert book.count("follow_up") == 1
        assert menu.actions()[-1].text() == "On a date, or for a reason …"

    def test_it_is_changed(self, window: MainWindow, book: Book, people: dict[str, int]):
        day = wall_clock.today() + timedelta(days=9)
        follow_ups.add(book.store, due_on=day, reason="Once", contact_id=people["Chloé"])
        window._runner.changed.emit(frozenset({"follow_up"}))
        open_row(window, "Once")
        hand.type_into(window, "Reason", "Twice")
        hand.press(window, "Save", kind=QPushButton)
        assert book.read.rows("SELECT reason, due_on FROM follow_up") == [("Twice", day.isoformat())]

    def test_after_a_note(self, window: MainWindow, book: Book, people: dict[str, int]):
        notes.write(book.store, note_id=None, about=About(contact_id=people["Chloé"]), text="Book tip", mentions={})
        window._runner.changed.emit(frozenset({"note"}))
        entry = timeline(window).entries.rows[0].entry
        hand.menu_action(window._story.deeds.menu(entry, QPoint()), "Follow up …").trigger()
        hand.press(window, "Remember", kind=QPushButton)
        assert book.read.rows("SELECT contact_id, note_id FROM follow_up") == [(people["Chloé"], 1)]


class TestMending:
    def test_what_was_logged_is_mended(self, window: MainWindow, book: Book, log: Log):
        log(TouchKind.CALLED, days=1)
        window._runner.changed.emit(frozenset({"touch"}))
        open_row(window, "Called")
        choose(window, "What", "They replied")
        choose(window, "Answer", "Replied later")
        hand.type_into(window, "Until", "3/12/2027")
        hand.type_into(window, "Time", "9:12")
        hand.press(window, "Save", kind=QPushButton)
        ((kind, answer, until),) = book.read.rows("SELECT kind, answer, until FROM touch")
        assert (kind, answer, until) == (TouchKind.REPLIED, Answer.LATER, "2027-12-03")
        assert any("Replied later, 9:12" in line for line in told(window))

    def test_a_time_that_is_none_cannot_be_saved(self, window: MainWindow, log: Log):
        log(TouchKind.CALLED, days=1)
        window._runner.changed.emit(frozenset({"touch"}))
        open_row(window, "Called")
        hand.type_into(window, "Time", "noonish")
        assert not hand.find(window, "Save", kind=QPushButton).isEnabled()

    def test_one_that_is_deleted_meanwhile_is_told_plainly(self, window: MainWindow, book: Book, log: Log):
        touch_id = log(TouchKind.CALLED, days=1)
        window._runner.changed.emit(frozenset({"touch"}))
        open_row(window, "Called")
        touches.delete(book.store, touch_id=touch_id)
        hand.press(window, "Save", kind=QPushButton)
        assert GONE in sheet_text(window)


class TestWhatComesNext:
    def test_somebody_else_who_was_named_is_added_with_who_named_them(
        self, window: MainWindow, book: Book, people: dict[str, int]
    ):
        hand.press_key(Qt.Key.Key_G, CONTROL)
        hand.press_key(Qt.Key.Key_S)
        hand.press(window, "Add whom Chloé Dubois named")
        assert "Referred by | Chloé Dubois" in painted.text(sheet(window))
        hand.type_into(window, "Given name", "Zoë")
        hand.press_key(Qt.Key.Key_Return)
        assert book.read.rows("SELECT referrer_id, source FROM contact WHERE given_name = 'Zoë'") == [
            (people["Chloé"], "referral")
        ]

    def test_a_yes_offers_to_book_and_can_be_sent_away(self, window: MainWindow):
        hand.press_key(Qt.Key.Key_G, CONTROL)
        hand.press_key(Qt.Key.Key_Y)
        assert hand.find(window, "Book the interview")
        hand.press(window, "Not now")
        assert not window._people.person.heading.offer_line.isVisible()

    def test_one_person_at_a_time_is_a_warning_with_its_source(
        self, window: MainWindow, book: Book, people: dict[str, int]
    ):
        touches.log(
            book.store,
            contact_id=people["Ana"],
            kind=TouchKind.ASKED,
            at=book.clock.now,
            time_zone=wall_clock.time_zone(),
        )
        window._people.select(people["Bo"])
        heading = " ".join(painted.text(window._people.person.heading).split())
        assert "Ana Ruiz there was asked on" in heading
        hand.press(window, "why?")
        assert "S. Dalton, The 2-Hour Job Search" in " ".join(painted.text(window._people.person.heading).split())


def test_a_note_is_begun_from_any_view(window: MainWindow):
    hand.press(window, "Short list")
    hand.press_key(Qt.Key.Key_W, CONTROL | SHIFT)
    assert window._people.person.story.writer.editor.hasFocus()


def test_all_notes_are_a_press_away(window: MainWindow):
    hand.press(window, "All notes")
    assert window._views.key == "notes"


def test_what_can_be_new_is_in_one_menu(window: MainWindow):
    menu = window._top._new_other.menu()
    assert hand.shown_in(menu) == ["New contact", "New interview", "New note", "New follow-up", "New organization"]


def test_a_time_that_the_clocks_skip_is_told(theme: Theme, monkeypatch: pytest.MonkeyPatch, qtbot: object):
    del qtbot
    monkeypatch.setattr(wall_clock, "time_zone", lambda: "Europe/Berlin")
    field = WhenField(theme)
    field.time.setText("2:30")
    for day, words in ((date(2026, 3, 29), "go forward"), (date(2026, 10, 25), "comes twice"), (date(2026, 6, 1), "")):
        field.day.show_day(day)
        assert words in field._clocks.text()
        assert bool(field._clocks.text()) is bool(words)
    field.deleteLater()


def test_a_sheet_over_an_empty_book(open_window: OpenWindow):
    window = open_window(notes=True)
    book_interview(window)
    assert hand.field(window, "With").hasFocus()


def add_interview(book: Book, contact_id: int) -> int:
    return interviews.add(
        book.store,
        contact_ids=[contact_id],
        starts_at=book.clock.now + timedelta(days=3),
        time_zone=wall_clock.time_zone(),
    ).value


def open_row(window: MainWindow, words: str) -> None:
    shown = timeline(window)
    row = next(number for number, line in enumerate(told(window)) if words in line)
    shown.setFocus()
    shown.setCurrentIndex(shown.entries.index(row, 0))
    hand.press_key(Qt.Key.Key_Return)
