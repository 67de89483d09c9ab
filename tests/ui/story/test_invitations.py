"""An interview saved as an invitation, from the menu of what happened."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from infoview_desktop.domain import known_error
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.operations import interviews
from infoview_desktop.store.reads import stories
from infoview_desktop.store.reads.timeline import Band, Entry, EntryKind
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow

SAVE = "Save as a file"

Booked = Callable[..., int]


@pytest.fixture
def booked(book: Book, people: dict[str, int]) -> Booked:
    """Books a talk with Bo, whose address is known, and perhaps with others."""

    def booked(*others: str, state: InterviewState = InterviewState.SCHEDULED, in_days: float | None = 2) -> int:
        starts_at = None if in_days is None else book.clock.now + timedelta(days=in_days)
        with_them = [people[name] for name in ("Bo", *others)]
        return interviews.add(
            book.store, contact_ids=with_them, starts_at=starts_at, time_zone="Europe/Madrid", state=state
        ).value

    return booked


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that is chosen in the dialog; what was proposed is its first line until it is written."""
    path = tmp_path / "invitation.ics"

    def choose(_parent: object, _title: str, proposed: str, _filter: str) -> tuple[str, str]:
        path.write_text(proposed, "utf-8")
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return path


def offered(window: MainWindow, book: Book, interview_id: int) -> list[str]:
    menu = window._story.deeds.menu(entry(book, interview_id), QPoint())
    return [action.text() for action in menu.actions()]


def entry(book: Book, interview_id: int) -> Entry:
    one = stories.interview(book.read, interview_id)
    assert one is not None
    return Entry(one.contact_ids[0], EntryKind.INTERVIEW, one.id, Band.TODAY, one.moment.isoformat(), one)


def invite(window: MainWindow, book: Book, interview_id: int, words: str = "Invite by calendar …") -> Sheet:
    menu = window._story.deeds.menu(entry(book, interview_id), QPoint())
    hand.menu_action(menu, words).trigger()
    (found,) = (each for each in window.findChildren(Sheet) if each.isVisible())
    return found


def lines(path: Path) -> list[str]:
    return path.read_text("utf-8").replace("\n ", "").splitlines()


def test_who_invites_is_asked_once_and_the_file_is_an_invitation(
    window: MainWindow, book: Book, booked: Booked, chosen: Path
):
    one = booked()
    sheet = invite(window, book, one)
    assert not hand.find(sheet, SAVE, kind=QPushButton).isEnabled()
    hand.type_into(sheet, "Your name", "Sam Student")
    hand.type_into(sheet, "Your e-mail address", "sam@example.org")
    hand.press_key(Qt.Key.Key_Return)
    written = lines(chosen)
    assert "METHOD:REQUEST" in written
    assert 'ORGANIZER;CN="Sam Student":mailto:sam@example.org' in written
    assert any(line.startswith("ATTENDEE") and line.endswith("mailto:bo@example.org") for line in written)
    assert "Invitation written to invitation.ics" in painted.text(window._status)
    sheet = invite(window, book, one)
    assert hand.field(sheet, "Your name").text() == "Sam Student"
    assert hand.field(sheet, "Your e-mail address").text() == "sam@example.org"
    assert hand.find(sheet, SAVE, kind=QPushButton).isEnabled()


@pytest.mark.parametrize("typed", ["", "sam", "sam@", "@example.org", "sam @example.org"])
def test_what_is_no_address_cannot_be_answered_to(window: MainWindow, book: Book, booked: Booked, typed: str):
    sheet = invite(window, book, booked())
    hand.type_into(sheet, "Your e-mail address", typed)
    assert not hand.find(sheet, SAVE, kind=QPushButton).isEnabled()


def test_who_has_no_address_is_named(window: MainWindow, book: Book, booked: Booked):
    text = " ".join(painted.text(invite(window, book, booked("Ana"))).split())
    assert "No e-mail address is known of Ana Ruiz" in text


def test_the_file_is_proposed_under_a_plain_name(
    window: MainWindow, book: Book, booked: Booked, people: dict[str, int], monkeypatch: pytest.MonkeyPatch
):
    proposed: list[str] = []

    def nothing_is_chosen(*arguments: object) -> tuple[str, str]:
        proposed.append(str(arguments[2]))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", nothing_is_chosen)
    book.edit(people["Bo"], "family_name", "../Chen:*")
    sheet = invite(window, book, booked())
    hand.type_into(sheet, "Your e-mail address", "sam@example.org")
    hand.press(sheet, SAVE, kind=QPushButton)
    assert proposed == ["Interview with Bo ..-Chen--.ics"]
    assert sheet.isVisible()


def test_one_that_was_called_off_is_called_off_by_calendar(
    window: MainWindow, book: Book, booked: Booked, chosen: Path
):
    sheet = invite(window, book, booked(state=InterviewState.CANCELLED), "Call off by calendar …")
    hand.type_into(sheet, "Your e-mail address", "sam@example.org")
    hand.press_key(Qt.Key.Key_Return)
    assert "METHOD:CANCEL" in lines(chosen)


def test_nobody_is_invited_to_what_is_over_or_has_no_time(window: MainWindow, book: Book, booked: Booked):
    for one in (booked(state=InterviewState.HELD, in_days=-2), booked(state=InterviewState.ASKED, in_days=None)):
        assert not any("by calendar" in text for text in offered(window, book, one))


def test_an_interview_that_went_meanwhile_is_told_of_and_the_sheet_stays(
    window: MainWindow, book: Book, booked: Booked, chosen: Path
):
    one = booked()
    sheet = invite(window, book, one)
    interviews.delete(book.store, interview_id=one)
    hand.type_into(sheet, "Your e-mail address", "sam@example.org")
    hand.press_key(Qt.Key.Key_Return)
    assert "There is no time yet to invite anybody to." in painted.text(sheet)
    assert "BEGIN" not in chosen.read_text("utf-8")


def test_a_book_that_can_only_be_read_still_invites(open_window: OpenWindow, book: Book, booked: Booked):
    one = booked()
    window = open_window(read_only=known_error.read_only(), notes=True)
    assert "Invite by calendar …" in offered(window, book, one)
