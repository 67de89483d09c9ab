"""The sheets that add organizations and make one of two."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton

from infoview_desktop.ui.organizations.merge_organization import MergeOrganizationSheet
from infoview_desktop.ui.organizations.new_organization import NewOrganizationSheet
from infoview_desktop.ui.organizations.organizations_view import OrganizationsView
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.organizations.conftest import IdOf


def the_sheet(window: MainWindow, kind: type[Sheet]) -> Sheet:
    (found,) = [each for each in window.findChildren(kind) if each.isVisible()]
    return found


def type_names(sheet: Sheet, text: str) -> None:
    names = hand.find(sheet, "Name", kind=QPlainTextEdit)
    assert isinstance(names, QPlainTextEdit)
    names.setPlainText(text)


def shown(window: MainWindow) -> str:
    return hand.field(window._others.organizations.view.page, "Name").text()


def test_a_whole_list_is_pasted(window: MainWindow, book: Book):
    hand.press_key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    sheet = the_sheet(window, NewOrganizationSheet)
    assert hand.find(sheet, "Name", kind=QPlainTextEdit).hasFocus()
    type_names(sheet, "Brightwater\nKestrel Labs\n\nacme\n")
    hand.type_into(sheet, "City", "Quito")
    hand.press(sheet, "I want to work there")
    hand.press(sheet, "Add")
    assert book.count("organization") == 7
    assert shown(window) == "Brightwater"
    assert painted.text(window._status).startswith("2 organizations added, 1 was there already · | Undo")
    assert book.read.value("SELECT count(*) FROM organization WHERE target AND city = 'Quito'") == 2


def test_enter_in_a_field_adds_and_ctrl_enter_among_the_names(window: MainWindow, book: Book):
    for press, kind in (("City", QLineEdit), ("Name", QPlainTextEdit), ("I want to work there", QCheckBox)):
        hand.press(window, "New organization", kind=QPushButton)
        sheet = the_sheet(window, NewOrganizationSheet)
        type_names(sheet, f"Brightwater {press}")
        hand.find(sheet, press, kind=kind).setFocus()
        control = Qt.KeyboardModifier.ControlModifier if press == "Name" else Qt.KeyboardModifier.NoModifier
        hand.press_key(Qt.Key.Key_Return, control)
        assert shown(window) == f"Brightwater {press}"
    assert book.count("organization") == 8


def test_one_that_is_there_is_opened_instead(window: MainWindow, book: Book):
    hand.press(window, "New organization", kind=QPushButton)
    type_names(the_sheet(window, NewOrganizationSheet), "OXFAM")
    hand.press(the_sheet(window, NewOrganizationSheet), "Add")
    assert shown(window) == "Oxfam"
    assert painted.text(window._status).startswith("OXFAM is in the book already")
    assert book.count("organization") == 5


def test_nothing_is_added_without_a_name(window: MainWindow, book: Book):
    hand.press(window, "New organization", kind=QPushButton)
    sheet = the_sheet(window, NewOrganizationSheet)
    assert not hand.find(sheet, "Add").isEnabled()
    type_names(sheet, "\u200b")
    hand.press(sheet, "Add")
    assert "An organization needs a name." in painted.text(sheet)
    hand.press_key(Qt.Key.Key_Escape)
    assert book.count("organization") == 5


def test_two_are_merged_under_the_name_that_is_kept(
    window: MainWindow, view: OrganizationsView, book: Book, id_of: IdOf
):
    view.select(id_of("Agua Clara"))
    hand.menu_action(view.page._more.menu(), "Merge with …").trigger()
    sheet = the_sheet(window, MergeOrganizationSheet)
    assert "Choose one that is in the book." in painted.text(sheet)
    assert not hand.find(sheet, "Merge").isEnabled()
    for typed in ("nobody", "agua clara"):
        hand.type_into(sheet, "The other organization", typed)
        assert not hand.find(sheet, "Merge").isEnabled()
    hand.type_into(sheet, "The other organization", "oxfam")
    hand.press(sheet, "Keep the name Oxfam", kind=QRadioButton)
    hand.press(sheet, "Merge")
    assert shown(window) == "Oxfam"
    assert book.count("organization") == 4
    assert painted.text(window._status).startswith("Agua Clara merged into Oxfam · | Undo")


def test_the_command_merges_from_anywhere(window: MainWindow, book: Book):
    hand.press(window, "People")
    window._commands.actions["merge_organization"].trigger()
    sheet = the_sheet(window, MergeOrganizationSheet)
    hand.type_into(sheet, "The other organization", "oxfam")
    hand.press_key(Qt.Key.Key_Return)
    assert shown(window) == "Acme"
    assert book.count("organization") == 4
