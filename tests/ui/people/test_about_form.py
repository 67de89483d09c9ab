"""The fields of a person: what is typed is kept, one field left is one step, and nothing is lost."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from infoview_desktop.operations import contact_fields
from infoview_desktop.ui.editing.field_edits import ChoiceEdit, LineEdit, ProseEdit
from infoview_desktop.ui.people.about_form import SECTIONS
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.wording import said
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.instant_runner import InstantRunner

CONTROL = Qt.KeyboardModifier.ControlModifier


def fields(window: MainWindow) -> dict[str, str]:
    """Every field of the form, as it stands."""
    edits = window._people.person._about._edits.values()
    return {hand.name_of(edit).partition(":")[0]: edit.typed for edit in edits}


def steps(book: Book) -> list[str]:
    return [str(label) for (label,) in book.read.rows("SELECT label FROM history WHERE NOT undone ORDER BY id")]


def put_aside(book: Book) -> dict[str, str]:
    return dict(book.read.rows("SELECT place, text FROM put_aside"))


def rest(field: QLineEdit) -> None:
    """A second passes."""
    assert isinstance(field, LineEdit)
    assert field._rest.isActive()
    field._rest.stop()
    field._rest.timeout.emit()


def status(window: MainWindow) -> str:
    return painted.text(window._status)


def choose(window: MainWindow, row: int) -> None:
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    hand.click_row(table, row)


def test_it_shows_every_field(window: MainWindow):
    choose(window, 1)
    shown = fields(window)
    assert set(shown) == {said(field.label) for section in SECTIONS for field in section.fields}
    assert {label: text for label, text in shown.items() if text} == {
        "Given name": "Bo",
        "Family name": "Chen",
        "Organization": "Oxfam",
        "E-mail": "bo@example.org",
        "Tags": "alumni, data",
    }


def test_it_says_when_and_how_somebody_was_found(window: MainWindow):
    form = window._people.person._about.widget()
    assert "Connected on | 04/03/2023" in painted.text(form)
    assert "How found | LinkedIn" in painted.text(form)
    choose(window, 1)
    assert "Connected on | unknown" in painted.text(form)
    assert "How found | Not known" in painted.text(form)


TYPED = {
    "Given name": ("Anna  Maria", "Anna Maria"),
    "Family name": ("Ruiz-Peña", "Ruiz-Peña"),
    "Credentials": ("PhD", "PhD"),
    "Position": (" Head of Data ", "Head of Data"),
    "Organization": ("Médecins", "Médecins"),
    "E-mail": ("ana@example.org; a@b.example", "ana@example.org, a@b.example"),
    "Phone": ("+51 1 234, 555", "+51 1 234, 555"),
    "Middle name": ("J.", "J."),
    "Suffix": ("Jr.", "Jr."),
    "Pronouns": ("she/her", "she/her"),
    "Worked at before": ("Acme; Oxfam", "Acme, Oxfam"),
    "Schools": ("ESAN, Lima", "ESAN, Lima"),
    "Links": ("example.org b.example", "example.org, b.example"),
    "Location": ("Lima, Peru", "Lima, Peru"),
    "Last touch": ("2026-06-01", "01/06/2026"),
    "Tags": ("lima,alumni , lima", "alumni, lima"),
}


def test_a_field_that_is_left_is_stored_as_one_step(window: MainWindow, book: Book):
    for field, (typed, stored) in TYPED.items():
        before = len(steps(book))
        hand.type_into(window, field, typed)
        assert len(steps(book)) == before
        hand.press_key(Qt.Key.Key_Tab)
        assert fields(window)[field] == stored
        assert len(steps(book)) == before + 1
        assert " changed ·" in status(window)


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [("Referred by", "chloe dubois", "Chloé Dubois"), ("Time zone", "america/lima", "America/Lima")],
)
def test_what_is_offered_can_also_be_typed_to_its_end(window: MainWindow, field: str, typed: str, stored: str):
    edit = hand.type_into(window, field, typed)
    QTest.keyClick(edit.completer().popup(), Qt.Key.Key_Tab)  # puts away what is offered
    hand.press_key(Qt.Key.Key_Tab)
    assert fields(window)[field] == stored


def test_a_choice_is_stored_as_soon_as_it_is_made(window: MainWindow, book: Book):
    choice = hand.find(window, "Seniority: Not known")
    assert isinstance(choice, ChoiceEdit)
    hand.menu_action(choice.menu(), "Director or head").trigger()
    assert book.read.value("SELECT seniority FROM contact WHERE id = 1") == "director"
    assert "Ana Ruiz changed ·" in status(window)
    assert hand.find(window, "Seniority: Director or head") is choice
    hand.press(window, "Undo Ana Ruiz changed")
    assert hand.find(window, "Seniority: Not known") is choice


def test_remarks_of_several_lines_are_one_step_and_ctrl_z_is_theirs_first(window: MainWindow, book: Book):
    remarks = hand.find(window, "Remarks", kind=ProseEdit)
    remarks.setFocus()
    hand.type_text(remarks, "one")
    hand.press_key(Qt.Key.Key_Return)
    hand.type_text(remarks, "two")
    assert steps(book)[-1] != "Edit remarks of {name}"
    hand.press_key(Qt.Key.Key_Tab)
    assert book.read.value("SELECT remarks FROM contact WHERE id = 1") == "one\ntwo"
    assert steps(book)[-1] == "Edit remarks of {name}"
    hand.press_key(Qt.Key.Key_Z, CONTROL)
    assert fields(window)["Remarks"] == ""


def test_remarks_that_rest_are_put_aside(window: MainWindow, book: Book):
    remarks = hand.find(window, "Remarks", kind=ProseEdit)
    assert isinstance(remarks, ProseEdit)
    remarks.setFocus()
    hand.type_text(remarks, "one")
    remarks._rest.timeout.emit()
    assert put_aside(book) == {"contact/1/remarks": "one"}
    hand.press_key(Qt.Key.Key_Escape)
    assert (remarks.typed, put_aside(book)) == ("", {})


def test_time_zones_are_offered_by_their_city(window: MainWindow):
    assert contact_fields.zones(window._runner.read, beginning="lim", limit=3) == ["America/Lima"]
    assert contact_fields.zones(window._runner.read, beginning="buenos a", limit=3) == [
        "America/Argentina/Buenos_Aires",
        "America/Buenos_Aires",
    ]


def test_enter_stores_and_the_cursor_stays(window: MainWindow, book: Book):
    position = hand.type_into(window, "Position", "Head of Data")
    hand.press_key(Qt.Key.Key_Return)
    assert steps(book)[-1] == "Edit position of {name}"
    assert position.hasFocus()


def test_the_list_and_the_heading_follow(window: MainWindow):
    hand.type_into(window, "Given name", "Aaron")
    hand.press_key(Qt.Key.Key_Return)
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    assert painted.contact_list(table).splitlines()[0] == "> Aaron Ruiz | Analyst · Oxfam | alumni"
    assert painted.text(window._people.person).splitlines()[0] == "Aaron Ruiz"


def test_a_long_text_is_read_from_its_beginning_once_it_is_left(window: MainWindow):
    choose(window, 1)
    field = hand.field(window, "Position")
    hand.type_into(window, "Position", "Coordinator of everything that has not been coordinated by anybody else")
    hand.press_key(Qt.Key.Key_Tab)
    assert field.cursorPosition() == 0


def test_a_field_that_is_left_as_it_was_is_no_step(window: MainWindow, book: Book):
    before = steps(book)
    hand.type_into(window, "Position", "Analyst")
    hand.press_key(Qt.Key.Key_Tab)
    hand.press_key(Qt.Key.Key_Tab)
    assert steps(book) == before


def test_keys_that_delete_a_word_delete_nobody(window: MainWindow, book: Book):
    position = hand.type_into(window, "Position", "Head of Data")
    hand.press_key(Qt.Key.Key_Backspace, CONTROL)
    assert position.text() == "Head of "
    assert book.names()[0] == "Ana Ruiz"


def test_escape_gives_the_change_up(window: MainWindow, book: Book):
    before = steps(book)
    position = hand.type_into(window, "Position", "Head of Data")
    rest(position)
    hand.press_key(Qt.Key.Key_Escape)
    assert position.text() == "Analyst"
    hand.press_key(Qt.Key.Key_Tab)
    assert (steps(book), put_aside(book)) == (before, {})


def test_ctrl_z_takes_back_typing_first_and_then_the_last_step(window: MainWindow, book: Book):
    hand.type_into(window, "Position", "Head of Data")
    hand.press_key(Qt.Key.Key_Tab)
    hand.type_into(window, "Organization", "Acme")
    while fields(window)["Organization"] != "Oxfam":
        hand.press_key(Qt.Key.Key_Z, CONTROL)
    assert fields(window)["Position"] == "Head of Data"
    hand.press_key(Qt.Key.Key_Z, CONTROL)
    assert fields(window)["Position"] == "Analyst"
    assert status(window) == "Undone: Edit position of Ana Ruiz | Last backup 07/06/2026 12:00\u202fpm"
    window._commands.actions["redo"].trigger()
    assert fields(window)["Position"] == "Head of Data"
    assert steps(book)[-1] == "Edit position of {name}"


def test_undo_from_the_menu_while_one_types_takes_back_what_is_typed(window: MainWindow):
    hand.type_into(window, "Position", "Head of Data")
    window._commands.actions["undo"].trigger()
    assert fields(window)["Position"] == "Analyst"
    window._commands.actions["redo"].trigger()
    assert fields(window)["Position"] == "Head of Data"


def test_typed_text_is_put_aside_within_two_seconds(window: MainWindow, book: Book, qtbot: Any):
    hand.type_into(window, "Position", "Head")
    qtbot.waitUntil(lambda: put_aside(book) == {"contact/1/position": "Head"}, timeout=2000)


def test_who_types_without_a_pause_is_safe_too(window: MainWindow, book: Book):
    position = hand.type_into(window, "Position", "Head")
    assert isinstance(position, LineEdit)
    before = position._rest.remainingTime()
    hand.type_text(position, " of")
    assert position._rest.remainingTime() <= before
    rest(position)
    hand.type_text(position, " Data")
    rest(position)
    assert put_aside(book) == {"contact/1/position": "Head of Data"}


def test_text_put_aside_is_there_after_the_program_was_killed(window: MainWindow, book: Book, open_window: OpenWindow):
    rest(hand.type_into(window, "Position", "Head of Data"))
    again = open_window()
    assert fields(again)["Position"] == "Head of Data"
    assert fields(again)["Organization"] == "Oxfam"
    hand.field(again, "Position").setFocus()
    hand.press_key(Qt.Key.Key_Tab)
    assert steps(book)[-1] == "Edit position of {name}"
    assert put_aside(book) == {}


def test_after_a_crash_one_comes_back_to_whom_one_was_typing_about(window: MainWindow, open_window: OpenWindow):
    rest(hand.type_into(window, "Position", "Head of Data"))
    again = open_window(selected=2)
    assert fields(again)["Given name"] == "Ana"
    choose(again, 3)
    assert fields(again)["Position"] == "Engineer"
    choose(again, 0)
    assert fields(again)["Position"] == "Head of Data"


def test_nothing_is_put_aside_any_more_once_it_is_stored(window: MainWindow, book: Book):
    rest(hand.type_into(window, "Position", "Head of Data"))
    hand.press_key(Qt.Key.Key_Tab)
    assert put_aside(book) == {}


def test_a_refused_text_stays_in_the_field_and_the_status_says_why(window: MainWindow, book: Book):
    hand.type_into(window, "Given name", "")
    hand.press_key(Qt.Key.Key_Tab, times=2)
    hand.press_key(Qt.Key.Key_Delete)
    hand.press_key(Qt.Key.Key_Tab)
    assert status(window).startswith("A person needs a name. Nothing was changed.")
    assert fields(window)["Family name"] == ""
    assert book.names()[0] == "Bo Chen"
    hand.type_into(window, "Family name", "Díaz")
    hand.press_key(Qt.Key.Key_Tab)
    assert "Díaz" in book.names()


def test_a_text_refused_on_enter_is_refused_again_when_the_field_is_left(window: MainWindow):
    hand.type_into(window, "Family name", "")
    hand.press_key(Qt.Key.Key_Tab)
    given = hand.type_into(window, "Given name", "")
    hand.press_key(Qt.Key.Key_Return)
    assert (given.text(), given.isModified()) == ("", True)
    window.say("something else")
    hand.press_key(Qt.Key.Key_Tab)
    assert status(window).startswith("A person needs a name.")


def test_a_refused_text_can_be_given_up(window: MainWindow):
    hand.type_into(window, "Family name", "")
    hand.press_key(Qt.Key.Key_Tab)
    given = hand.type_into(window, "Given name", "")
    hand.press_key(Qt.Key.Key_Return)
    hand.press_key(Qt.Key.Key_Escape)
    assert given.text() == "Ana"


def test_another_person_chosen_while_typing_stores_what_was_typed_for_the_first(window: MainWindow, book: Book):
    hand.type_into(window, "Position", "Head of Data")
    window._people.select(2)
    assert fields(window)["Position"] == "Engineer"
    assert book.names("head") == ["Ana Ruiz"]


def test_the_person_deleted_while_one_types_keeps_what_was_typed(window: MainWindow, book: Book):
    hand.type_into(window, "Position", "Head of Data")
    window._people.delete_selected()
    assert status(window).startswith("Ana Ruiz deleted ·")
    assert fields(window)["Given name"] == "Bo"
    book.undo()
    assert book.names("head") == ["Ana Ruiz"]


def test_a_person_who_goes_away_while_one_types_takes_nothing_with_them(
    window: MainWindow, book: Book, runner: InstantRunner
):
    rest(hand.type_into(window, "Position", "Head of Data"))
    book.delete(1)
    runner.changed.emit(frozenset({"contact"}))
    assert "Choose somebody on the left, and they stand here." in painted.text(window)
    book.undo()
    runner.changed.emit(frozenset({"contact"}))
    choose(window, 0)
    assert fields(window)["Position"] == "Head of Data"


def test_what_changes_meanwhile_is_shown_without_disturbing_who_types(
    window: MainWindow, book: Book, runner: InstantRunner
):
    position = hand.type_into(window, "Position", "Head of Data")
    book.edit(1, "organization", "Acme")
    book.edit(1, "position", "Intern")
    runner.changed.emit(frozenset({"contact"}))
    assert fields(window)["Organization"] == "Acme"
    assert (position.text(), position.hasFocus()) == ("Head of Data", True)


def test_closing_the_window_stores_what_is_being_typed(window: MainWindow, book: Book):
    hand.type_into(window, "Position", "Head of Data")
    window.close()
    assert book.names("head") == ["Ana Ruiz"]


def test_organizations_of_the_book_are_offered_while_one_types(window: MainWindow):
    organization = hand.type_into(window, "Organization", "a")
    completer = organization.completer()
    names = [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())]
    assert names == ["Acme"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_an_organization_that_is_chosen_from_those_offered_is_stored(key: Qt.Key, window: MainWindow, book: Book):
    organization = hand.type_into(window, "Organization", "ac")
    popup = organization.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    window.activateWindow()  # a platform without a screen does not do so by itself when a popup goes away
    assert organization.text() == "Acme"
    hand.press_key(key)
    assert book.names("company:acme") == ["Ana Ruiz", "Łukasz Żak"]


def test_a_verb_that_fails_for_want_of_room_leaves_the_text(window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    from infoview_desktop.domain import known_error  # noqa: PLC0415

    def full(*_arguments: object, **_fields: object) -> None:
        raise known_error.disk_full()

    with monkeypatch.context() as full_disk:
        full_disk.setattr(window._people.person._about, "_verb", full)
        position = hand.type_into(window, "Position", "Head of Data")
        hand.press_key(Qt.Key.Key_Tab)
        assert status(window).startswith("The disk is full, so this was not saved.")
        assert position.text() == "Head of Data"
    position.setFocus()
    hand.press_key(Qt.Key.Key_Tab)
    assert fields(window)["Position"] == "Head of Data"
    assert status(window).startswith("Ana Ruiz changed")
