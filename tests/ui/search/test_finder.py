"""The search field: people, organizations, tags and commands, from anywhere, without the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView

from infoview_desktop.domain.known_error import read_only
from infoview_desktop.ui.people.new_contact import NewContactSheet
from infoview_desktop.ui.search import results as results_module
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.notes import write_note
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.instant_runner import InstantRunner

CONTROL = Qt.KeyboardModifier.ControlModifier


def results(window: MainWindow) -> list[str]:
    """What is offered as a screen reader has it, `>` before what Enter would take."""
    return [
        f"{'>' if row == found.currentIndex().row() else ' '} {found.model().index(row, 0).data()}"
        for found in hand.visible(window, kind=QListView)
        if isinstance(found, QListView) and hand.name_of(found) == "Search results"
        for row in range(found.model().rowCount())
    ]


def nothing(window: MainWindow) -> bool:
    return any(
        isinstance(label, QLabel) and label.text() == "Nothing is called so."
        for label in hand.visible(window, kind=QLabel)
    )


def filtered(window: MainWindow) -> str:
    return hand.field(window, "Filter contacts").text()


def search(window: MainWindow, typed: str) -> list[str]:
    hand.press_key(Qt.Key.Key_K, CONTROL)
    assert hand.field(window, "Search").hasFocus()
    hand.type_text(hand.field(window, "Search"), typed)
    return results(window)


LUKASZ = "> Łukasz Żak, Engineer · Acme, Person"


def test_ctrl_k_finds_people_without_accents(window: MainWindow):
    assert search(window, "lukasz") == [LUKASZ]


def test_it_is_reached_from_within_a_field_which_stays_as_it_is(window: MainWindow):
    hand.field(window, "Position").setFocus()
    assert search(window, "lukasz") == [LUKASZ]
    hand.press_key(Qt.Key.Key_Escape)
    assert hand.field(window, "Position").hasFocus()
    assert hand.field(window, "Position").text() == "Analyst"


def test_an_organization_comes_before_the_people_there(window: MainWindow):
    assert search(window, "oxf") == [
        "> Oxfam, 2 people, Organization",
        "  Ana Ruiz, Analyst · Oxfam, Person",
        "  Bo Chen, Oxfam, Person",
    ]


def test_enter_goes_to_the_person_from_any_view(window: MainWindow):
    window._go.open_view(0)
    search(window, "lukasz")
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Given name").text() == "Łukasz"
    assert results(window) == []
    assert hand.field(window, "Search").text() == ""
    assert hand.find(window, "Contact list").hasFocus()


def test_enter_on_an_organization_opens_its_page(window: MainWindow):
    search(window, "oxf")
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Name").text() == "Oxfam"
    assert hand.find(window, "Organization list").hasFocus()


def test_enter_on_a_tag_lists_the_people_who_have_it(window: MainWindow):
    assert search(window, "alu")[0] == "> alumni, 2 people, Tag"
    hand.press_key(Qt.Key.Key_Return)
    assert filtered(window) == "tag:alumni"


def test_up_and_down_choose_round_and_round(window: MainWindow):
    search(window, "oxf")
    for row in (1, 2, 0):
        hand.press_key(Qt.Key.Key_Down)
        assert results(window)[row].startswith(">")
    hand.press_key(Qt.Key.Key_Up)
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Given name").text() == "Bo"


@pytest.mark.parametrize(
    ("key", "modifiers", "back", "row"),
    [
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, Qt.Key.Key_PageUp, 2),
        (Qt.Key.Key_End, CONTROL, Qt.Key.Key_Home, 2),
    ],
)
def test_pages_and_ends_of_the_results(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, back: Qt.Key, row: int, window: MainWindow
):
    search(window, "oxf")
    hand.press_key(key, modifiers)
    assert results(window)[row].startswith(">")
    hand.press_key(back, modifiers)
    assert results(window)[0].startswith(">")


def test_home_belongs_to_the_text(window: MainWindow):
    search(window, "xf")
    hand.press_key(Qt.Key.Key_Home)
    hand.type_text(hand.field(window, "Search"), "o")
    assert hand.field(window, "Search").text() == "oxf"


def test_ctrl_k_again_takes_all_that_was_typed(window: MainWindow):
    search(window, "oxf")
    assert search(window, "lukasz") == [LUKASZ]


def test_a_press_of_the_mouse_chooses(window: MainWindow):
    search(window, "oxf")
    popup = window._finder._results.list
    place = popup.visualRect(popup.model().index(2, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert hand.field(window, "Given name").text() == "Bo"


def test_escape_gives_up_and_goes_back_to_where_one_was(window: MainWindow):
    contact_list = hand.find(window, "Contact list")
    contact_list.setFocus()
    search(window, "oxf")
    hand.press_key(Qt.Key.Key_Escape)
    assert results(window) == []
    assert contact_list.hasFocus()


def test_tab_leaves(window: MainWindow):
    search(window, "oxf")
    hand.press_key(Qt.Key.Key_Tab)
    assert results(window) == []
    assert not hand.field(window, "Search").hasFocus()


def test_before_anything_is_typed_it_offers_commands_and_whom_one_looked_up(window: MainWindow):
    assert search(window, "")[0] == "> New contact, Ctrl+N, Command"
    search(window, "lukasz")
    hand.press_key(Qt.Key.Key_Return)
    assert search(window, "")[:2] == [LUKASZ, "  New contact, Ctrl+N, Command"]
    hand.press_key(Qt.Key.Key_Escape)
    search(window, "bo c")
    hand.press_key(Qt.Key.Key_Return)
    assert [line.split(",")[0] for line in search(window, "")[:2]] == ["> Bo Chen", "  Łukasz Żak"]


def test_whom_one_looked_up_is_gone_with_the_person(window: MainWindow, book: Book):
    search(window, "lukasz")
    hand.press_key(Qt.Key.Key_Return)
    book.delete(2)
    assert search(window, "")[0].startswith("> New contact")


def test_commands_are_found_by_their_words(window: MainWindow):
    assert search(window, "new con")[0] == "> New contact, Ctrl+N, Command"
    hand.press_key(Qt.Key.Key_Return)
    assert any(sheet.isVisible() for sheet in window.findChildren(NewContactSheet))


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("insi", "Insights, Alt+6, Command"),
        ("dark", "Dark colours, Ctrl+Alt+3, Command"),
        ("prof", "Open LinkedIn profile, Ctrl+L, Command"),
    ],
)
def test_what_menus_offer_is_found_as_well(words: str, command: str, window: MainWindow):
    assert search(window, words)[0] == f"> {command}"


def test_the_profile_of_somebody_who_has_none_is_not_offered(window: MainWindow):
    window._people.select(3)
    search(window, "linkedin prof")
    assert nothing(window)


def test_a_command_that_cannot_be_used_is_not_offered(open_window: OpenWindow):
    window = open_window()
    search(window, "undo")
    assert nothing(window)


def test_the_step_that_undo_would_take_back_can_be_found(book: Book, open_window: OpenWindow):
    book.add("R&D Ruiz")
    window = open_window()
    assert search(window, "undo")[0] == "> Undo New contact R&D Ruiz, Ctrl+Z, Command"
    hand.press_key(Qt.Key.Key_Return)
    assert book.names() == []


def test_a_command_is_done_from_where_one_was(window: MainWindow):
    hand.field(window, "Position").setFocus()
    search(window, "dark")
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Position").hasFocus()


def test_who_is_not_in_the_book_can_be_taken_down(window: MainWindow):
    assert search(window, "Zoë van Dam") == ["> New contact “Zoë van Dam”, Command"]
    assert nothing(window)
    hand.press_key(Qt.Key.Key_Return)
    sheet = window.findChild(NewContactSheet)
    assert sheet is not None
    assert hand.field(sheet, "Given name").text() == "Zoë"
    assert hand.field(sheet, "Family name").text() == "van Dam"


def test_nobody_is_taken_down_in_a_book_that_cannot_be_changed(open_window: OpenWindow):
    window = open_window(read_only=read_only())
    assert search(window, "Zoë van Dam") == []
    assert nothing(window)
    hand.press_key(Qt.Key.Key_Return)
    assert hand.field(window, "Search").text() == "Zoë van Dam"


def test_signs_alone_find_nothing_and_harm_nothing(window: MainWindow):
    assert search(window, '" * ( -') == []
    assert nothing(window)


def test_an_answer_that_is_out_of_date_is_not_shown(window: MainWindow, runner: InstantRunner):
    with runner.held():
        search(window, "oxf")
        hand.type_into(window, "Search", "lukasz")
    assert results(window) == [LUKASZ]


def test_an_answer_that_comes_after_one_has_left_is_not_shown(window: MainWindow, runner: InstantRunner):
    with runner.held():
        search(window, "oxf")
        hand.find(window, "Contact list").setFocus()
    assert results(window) == []


def test_enter_waits_for_the_answer_to_what_was_typed(window: MainWindow, runner: InstantRunner):
    search(window, "oxf")
    with runner.held():
        hand.type_into(window, "Search", "lukasz")
        hand.press_key(Qt.Key.Key_Return)
        assert hand.field(window, "Search").text() == "lukasz"
    assert hand.field(window, "Given name").text() == "Łukasz"


def test_what_was_looked_for_stands_out_in_what_is_found(window: MainWindow):
    search(window, "lukasz z")
    found = window._finder._results.list
    accent = window._theme.tokens.accent
    assert [word.text.strip() for word in painted.words(found.viewport()) if word.colour == accent] == ["Łukasz", "Ż"]
    assert "Engineer · Acme" in painted.text(found.viewport())


def test_names_are_painted_as_they_are_written(book: Book, open_window: OpenWindow):
    book.add("<b>Bold</b> Ruiz", position="<img src=x>")
    window = open_window()
    search(window, "bold")
    line = painted.text(window._finder._results.list.viewport())
    assert "<b>" in line
    assert "<img src=x>" in line


def test_a_screen_reader_hears_how_many_there_are_and_which_is_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    told: list[str] = []
    monkeypatch.setattr(results_module, "announce", lambda _widget, text: told.append(text))
    search(window, "oxf")
    window._finder._results._telling.timeout.emit()
    hand.press_key(Qt.Key.Key_Down)
    search(window, "nobody at all")
    window._finder._results._telling.timeout.emit()
    assert told == [
        "3 results. Oxfam, 2 people, Organization",
        "Ana Ruiz, Analyst · Oxfam, Person, 2 of 3",
        "Nothing is called so. New contact “nobody at all”, Command",
    ]


@pytest.mark.parametrize(("width", "words"), [(1600, "notes, interviews, organizations"), (900, "Search")])
def test_the_empty_field_says_what_there_is_room_for(width: int, words: str, open_window: OpenWindow):
    window = open_window(window_size=[width, 700])
    search_field = hand.field(window, "Search")
    said = painted.text(search_field)
    assert words in said
    assert "Ctrl K" in said
    assert "…" not in said.split("|")[0].rstrip(" …")


def test_its_results_have_a_name(window: MainWindow):
    search(window, "oxf")
    told = QAccessible.queryAccessibleInterface(window._finder._results.list)
    assert told.role() == QAccessible.Role.List
    assert told.text(QAccessible.Text.Name) == "Search results"


def test_what_was_found_in_a_note_is_in_sight_however_long_its_title_is(book: Book, open_window: OpenWindow):
    ana = book.add("Ana Ruiz")
    before = "and so on with much that was said before one came to it"
    write_note(book, f"A title that goes on and on and on\nThere {before}: statistics.", contact_id=ana)
    window = open_window(window_size=[800, 600])
    search(window, "statist")
    found = window._finder._results.list
    accent = window._theme.tokens.accent
    assert [word.text.strip() for word in painted.words(found.viewport()) if word.colour == accent] == ["statist"]
    assert "Ana Ruiz" in painted.text(found.viewport())
    assert results(window)[0].endswith("Ana Ruiz, Note")
    hand.press_key(Qt.Key.Key_Return)
    assert window._views.key == "notes"
