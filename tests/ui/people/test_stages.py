"""How far it has come with people, in the list of contacts: chips, the column, and what one filters by."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from infoview_desktop.domain.contact_filter import stage_facet
from infoview_desktop.domain.stage import Stage
from infoview_desktop.operations import contacts
from infoview_desktop.store.reads.contacts import Sort
from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.people.contact_columns import COLUMNS
from infoview_desktop.ui.stages import stage_mark
from infoview_desktop.ui.theme.tokens import Tone
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.stages import bring_to
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow

WORDS: dict[Stage, tuple[str, Tone]] = {
    Stage.TO_ASK: ("to ask", "quiet"),
    Stage.ASKED: ("asked", "blue"),
    Stage.REPLIED: ("replied", "violet"),
    Stage.SCHEDULED: ("scheduled", "amber"),
    Stage.HELD: ("held", "green"),
    Stage.THANKED: ("thanked", "green"),
    Stage.IN_TOUCH: ("in touch", "quiet"),
    Stage.CLOSED: ("closed", "quiet"),
}


@pytest.fixture
def at_each_stage(book: Book) -> Book:
    """One person at each stage, called as the stage is, and one at none."""
    for stage in Stage:
        bring_to(book, book.add(f"Person {stage.level}"), stage)
    book.add("Person 9", tag_names="alumni")
    return book


def table_of(window: MainWindow) -> QTableView:
    found = hand.find(window, "Contact list")
    assert isinstance(found, QTableView)
    return found


def listed(window: MainWindow) -> list[str]:
    return painted.rows(table_of(window))


def chips(window: MainWindow) -> list[str]:
    return [each.text() for each in hand.visible(window._people.contacts) if isinstance(each, ChipButton)]


def moment(days: float) -> str:
    return (datetime.now(UTC) - timedelta(days=days)).isoformat()


def day(days: float) -> str:
    return (datetime.now().astimezone() + timedelta(days=days)).date().isoformat()


@pytest.mark.parametrize("stage", Stage)
def test_each_stage_has_its_word_and_its_tone(qapp: object, stage: Stage):  # noqa: ARG001 - the locale is Qt's
    mark = stage_mark(stage, moment(0), day(1))
    assert (mark.text, mark.tone) == WORDS[stage]
    assert mark.spoken == mark.text


@pytest.mark.parametrize(
    ("stage", "days", "due_in", "text", "tone", "spoken"),
    [
        (Stage.ASKED, 7, 1, "asked · 7 d", "blue", "asked 7 days ago"),
        (Stage.ASKED, 1, 0, "asked · 1 d", "blue", "asked 1 day ago"),
        (Stage.ASKED, -3, 0, "asked", "blue", "asked"),
        (Stage.ASKED, 7, -1, "asked · overdue", "red", "asked 7 days ago, overdue"),
        (Stage.HELD, 7, 0, "held", "green", "held"),
        (Stage.HELD, 7, -1, "held · overdue", "red", "held, overdue"),
    ],
)
def test_who_waits_sees_for_how_long_and_what_is_overdue_says_so_in_a_word(  # noqa: PLR0917 - a table
    stage: Stage, days: int, due_in: int, text: str, tone: str, spoken: str
):
    mark = stage_mark(stage, moment(days), day(due_in))
    assert (mark.text, mark.tone, mark.spoken) == (text, tone, spoken)


def test_who_has_no_stage_has_no_mark():
    assert stage_mark("", "", day(-1)).text == ""


def test_a_card_shows_the_stage_and_otherwise_the_tags(at_each_stage: Book, open_window: OpenWindow):  # noqa: ARG001
    words = [word for word, _ in WORDS.values()]
    found = [line.removeprefix(f"Person {n} | ") for n, line in enumerate(listed(open_window()), start=1)]
    assert found == [*words, "alumni"]


def test_a_screen_reader_says_the_stage(book: Book, open_window: OpenWindow):
    bring_to(book, book.add("Ana Ruiz", position="Analyst"), Stage.ASKED, days=2)
    model = table_of(open_window()).model()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Ana Ruiz, Analyst, asked 2 days ago"


def test_the_wide_table_has_a_column_that_sorts_as_the_way_goes(at_each_stage: Book, open_window: OpenWindow):  # noqa: ARG001
    window = open_window(window_size=[1700, 800])
    window._people._panes.setSizes([3000, 1, 1])
    contacts_pane = window._people.contacts
    contacts_pane.set_sort(Sort("stage", descending=True))
    words = [word for word, _ in WORDS.values()]
    assert [line.partition(" | ")[2] for line in listed(window)] == [*reversed(words), "alumni"]
    contacts_pane.set_sort(Sort("stage"))
    assert [line.partition(" | ")[2] for line in listed(window)] == [*words, "alumni"]


def test_columns_left_by_an_older_version_stay_and_the_new_one_has_its_usual_place(
    people: dict[str, int],  # noqa: ARG001 - they are in the book
    open_window: OpenWindow,
):
    old = [[column.name, column.width, column.shown] for column in COLUMNS if column.name != "stage"]
    old.insert(1, old.pop(2))
    window = open_window(columns=old, sort=["organization", False])
    header = table_of(window).horizontalHeader()
    titles = [COLUMNS[header.logicalIndex(place)].title for place in range(5)]
    assert titles == ["Name", "Organization", "Stage", "Position", "Tags"]


def test_chips_come_in_the_order_of_the_way_before_all_others(at_each_stage: Book, open_window: OpenWindow):
    bring_to(at_each_stage, at_each_stage.add("Person 10"), Stage.ASKED)
    window = open_window()
    assert chips(window) == [
        "All",
        "To ask 1",
        "Waiting 2",
        "Scheduled 1",
        "Keep in touch 1",
        "Short list 1",
        "alumni 1",
    ]


def test_a_chip_leaves_those_at_its_stage(at_each_stage: Book, open_window: OpenWindow):  # noqa: ARG001
    window = open_window()
    hand.press(window, "Waiting 1")
    assert hand.field(window, "Filter contacts").text() == "stage:asked"
    assert listed(window) == ["Person 2 | asked"]
    hand.press(window, "All")
    hand.press(window, "Keep in touch 1")
    assert hand.field(window, "Filter contacts").text() == 'stage:"in touch"'
    assert listed(window) == ["Person 7 | in touch"]


def test_chips_and_cards_follow_what_happens_and_what_is_undone(book: Book, open_window: OpenWindow, qtbot: Any):
    ana = book.add("Ana Ruiz")
    window = open_window()
    assert chips(window) == []
    bring_to(book, ana, Stage.ASKED)
    window._runner.changed.emit(frozenset({"touch", "stage", "follow_up"}))
    qtbot.waitUntil(lambda: chips(window) == ["All", "Waiting 1"])
    assert listed(window) == ["Ana Ruiz | asked"]
    hand.press_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: chips(window) == [])
    assert listed(window) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("stage:asked", [2]),
        ("stage:ask", [1, 2]),
        ("stage:waiting", [2]),
        ('stage:"to ask"', [1]),
        ("stage:toask", [1]),
        ("stage:to", [1, 7]),
        ('stage:"in touch"', [7]),
        ('stage:"keep in touch"', [7]),
        ("Stage:HELD", [5]),
        ("stage:", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ("held", []),
        ("shortlist", []),
        *((stage_facet(stage), [stage.level]) for stage in Stage),
    ],
)
def test_stages_are_found_by_their_words_and_only_where_one_asks_for_a_stage(
    at_each_stage: Book, typed: str, found: list[int]
):
    assert at_each_stage.names(typed) == [f"Person {number}" for number in found]


def test_whose_stage_changes_leaves_the_filtered_list_and_another_is_not_lost(book: Book, open_window: OpenWindow):
    ana, bo = book.add("Ana Ruiz"), book.add("Bo Chen")
    for contact_id in (ana, bo):
        bring_to(book, contact_id, Stage.TO_ASK)
    window = open_window()
    hand.press(window, "To ask 2")
    bring_to(book, ana, Stage.ASKED)
    window._runner.changed.emit(frozenset({"stage"}))
    assert listed(window) == ["Bo Chen | to ask"]
    contacts.delete(book.store, contact_ids=[bo])
    window._runner.changed.emit(frozenset({"contact"}))
    assert "Nobody matches the filter." in painted.text(window._people.contacts)
    assert table_of_is_empty(window)


def table_of_is_empty(window: MainWindow) -> bool:
    return window._people.contacts.table.model().rowCount(QModelIndex()) == 0
