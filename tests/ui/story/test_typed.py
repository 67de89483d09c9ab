"""Times as people write them, and the beginning of a note as it is read on its card."""

from datetime import time

import pytest
from PySide6.QtCore import Qt

from infoview_desktop.domain.markdown import Kind
from infoview_desktop.ui.story.excerpt import excerpt
from infoview_desktop.ui.story.time_edit import TimeEdit, time_typed
from tests.ui import hand


@pytest.mark.parametrize("typed", ["15:30", "15.30", "1530", "3:30 pm", "3:30PM", "15h30", " 15 : 30 ", "3.30 p.m."])
def test_half_past_three_in_the_afternoon(typed: str):
    assert time_typed(typed) == time(15, 30)


@pytest.mark.parametrize(
    ("typed", "meant"), [("9", time(9)), ("12 am", time(0)), ("12 pm", time(12)), ("0:05", time(0, 5))]
)
def test_other_times(typed: str, meant: time):
    assert time_typed(typed) == meant


@pytest.mark.parametrize("typed", ["", "noon", "25:00", "12:75", "13 pm", "15:30:99", "-3", "1 2 3"])
def test_what_is_no_time(typed: str):
    assert time_typed(typed) is None


def test_arrows_go_by_quarters_and_round_the_clock(qtbot: object):
    del qtbot
    edit = TimeEdit("Time")
    edit.show_time(time(23, 50))
    for key, meant in (
        (Qt.Key.Key_Up, time(0)),
        (Qt.Key.Key_Up, time(0, 15)),
        (Qt.Key.Key_Down, time(0)),
        (Qt.Key.Key_Down, time(23, 45)),
    ):
        hand.QTest.keyClick(edit, key)
        assert edit.typed == meant
    edit.deleteLater()


def test_the_first_line_is_the_title_where_there_are_more():
    assert excerpt("\n# Before *we* talk\n\n- one", ()).title == "Before we talk"
    assert excerpt("only one line", ()).title == ""


def test_of_a_block_of_code_the_lines_are_read_as_they_are():
    shown = excerpt("Counted\n```sql\n-- **not** bold #no tag\n\n  SELECT 1;\n```\n#tag", ())
    assert shown.title == "Counted"
    assert shown.lines[:2] == (("-- **not** bold #no tag", ()), ("SELECT 1;", ()))
    assert [(text, [part.kind for part in parts]) for text, parts in shown.lines[2:]] == [("#tag", [Kind.TAG])]


def test_what_stands_out_stands_where_its_words_are_without_the_signs():
    shown = excerpt("# T\n- **Bold** 🌍 and #tag by @Ana Ruiz, [a link](https://example.org) ==mark==", ("Ana Ruiz",))
    ((text, parts),) = shown.lines
    assert text == "- Bold 🌍 and #tag by @Ana Ruiz, a link mark"
    found = {part.kind: text[part.start : part.end] for part in parts}
    assert found == {
        Kind.STRONG: "Bold",
        Kind.TAG: "#tag",
        Kind.MENTION: "@Ana Ruiz",
        Kind.LINK: "a link",
        Kind.MARKED: "mark",
    }
