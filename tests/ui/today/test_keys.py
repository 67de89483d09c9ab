"""One key for each thing: the day is worked through without a mouse, and Undo brings back what was done."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import follow_ups
from infoview_desktop.store.reads import stories
from infoview_desktop.ui.people.contacts_pane import ContactsPane
from infoview_desktop.ui.today import writing
from infoview_desktop.ui.today.day_list import DayList
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.window.status_line import StatusLine
from tests.ui import hand, painted
from tests.ui.today.conftest import ZONE, chosen, day_list, titles


@pytest.fixture
def sent(monkeypatch):
    """What was opened outside."""
    urls = []
    monkeypatch.setattr(
        writing.QDesktopServices,
        "openUrl",
        lambda url: urls.append(url.toString(url.ComponentFormattingOption.FullyEncoded)) or True,
    )
    return urls


def press(window, *keys):
    for key in keys:
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or day_list(window)
        if isinstance(key, str):
            QTest.keyClicks(target, key) if not isinstance(target, QMenu) else QTest.keyClick(target, key)
        else:
            QTest.keyClick(target, key)
        QApplication.processEvents()


def kinds(day, contact_id):
    return [(touch.kind, touch.answer) for touch in stories.story(day.book.read, contact_id).touches]


def status(window):
    return painted.text(window.findChild(StatusLine))


@pytest.fixture
def three(chloe, rosa, grace):
    return chloe, rosa, grace


@pytest.fixture
def window(three, open_today):  # noqa: ARG001 - they are in the book
    return open_today()


def test_the_list_has_the_focus_and_the_most_urgent_is_chosen(window):
    assert isinstance(QApplication.focusWidget(), DayList)
    assert chosen(window) == "Thank Chloé Dubois"


@pytest.mark.parametrize(("down", "up"), [(Qt.Key.Key_Down, Qt.Key.Key_Up), ("j", "k")])
def test_arrows_and_letters_go_through_the_rows_and_stop_at_the_ends(window, down, up):
    press(window, down)
    assert chosen(window) == "Follow up with Rosa Sato"
    press(window, down, down, down)
    assert chosen(window) == "Follow up with Grace López"
    press(window, up, up, up, up)
    assert chosen(window) == "Thank Chloé Dubois"


def test_end_and_home_go_to_the_last_and_to_the_first(window):
    press(window, Qt.Key.Key_End)
    assert chosen(window) == "Follow up with Grace López"
    press(window, Qt.Key.Key_Home)
    assert chosen(window) == "Thank Chloé Dubois"


def test_enter_writes_and_enter_again_logs_it(day, three, window, sent):
    press(window, Qt.Key.Key_Return)
    assert sent == ["mailto:chloe@example.org"]
    assert kinds(day, three[0]) == []
    assert hand.find(window, "Log it: Thank Chloé Dubois").isVisible()
    press(window, Qt.Key.Key_Return)
    assert kinds(day, three[0]) == [(TouchKind.THANKED, Answer.NONE)]
    assert "Thank Chloé Dubois" not in titles(window)


def test_who_has_no_address_is_written_to_on_their_profile(window, sent):
    press(window, "jw")
    assert sent == ["https://www.linkedin.com/in/rosa-sato"]


def test_who_has_neither_is_opened(window, sent):
    press(window, "jjw")
    assert sent == []
    assert window.findChild(ContactsPane).isVisible()


@pytest.mark.parametrize(
    "address", ["a@b.org?bcc=eve@example.org", "a@b.org&body=x", "a@b.org\r\nBcc: eve@example.org"]
)
def test_an_address_cannot_add_anything_to_a_message(day, open_today, sent, address):
    bo = day.book.add("Bo Chen", emails="bo@example.org")
    with day.book.store.unrecorded() as transaction:
        transaction.connection.execute("UPDATE email SET address = ? WHERE contact_id = ?", (address, bo))
    day.remind(bo)
    press(open_today(), "w")
    [url] = sent
    assert "?" not in url
    assert "&" not in url.removeprefix("mailto:")
    assert "\n" not in url


def test_d_does_it_and_the_next_is_chosen(day, three, window):
    press(window, "d")
    assert kinds(day, three[0]) == [(TouchKind.THANKED, Answer.NONE)]
    assert chosen(window) == "Follow up with Rosa Sato"
    press(window, "d")
    assert chosen(window) == "Follow up with Grace López"


def test_undo_brings_it_back_and_chooses_it(window):
    press(window, "jd")
    assert chosen(window) == "Follow up with Grace López"
    hand.press(window, "Undo Follow-up with Rosa Sato done")
    assert chosen(window) == "Follow up with Rosa Sato"


@pytest.mark.parametrize(
    ("key", "answer"),
    [("y", Answer.YES), ("l", Answer.LATER), ("n", Answer.NO), ("s", Answer.SOMEONE_ELSE), ("o", Answer.OUT_OF_OFFICE)],
)
def test_r_and_one_more_key_log_a_reply(day, three, window, key, answer):
    press(window, Qt.Key.Key_End, "r", key)
    assert kinds(day, three[2])[-1] == (TouchKind.REPLIED, answer)


@pytest.mark.parametrize("key", ["l", "z"])
def test_later_offers_days_that_make_sense_now_and_takes_one_by_its_digit(window, key):
    press(window, "j", key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert hand.shown_in(menu) == [
        "Tomorrow\t1   Wednesday, 25 November",
        "In 3 working days\t2   Friday, 27 November",
        "Next week\t3   Monday, 30 November",
        "Next month\t4   Tuesday, 1 December",
        "In two weeks\t5   Tuesday, 8 December",
        "On another day …\t6",
    ]
    press(window, "2")
    row = next(row for row in painted.rows(day_list(window)) if "Rosa" in row)
    assert "Friday" in row
    assert chosen(window) == "Follow up with Grace López"


def test_another_day_is_typed(window):
    press(window, "j", "l", "6")
    edit = hand.type_into(window, "Until", "26/11/2026")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert "Thursday" in next(row for row in painted.rows(day_list(window)) if "Rosa" in row)


def test_s_skips_for_a_reason_that_is_kept(day, window):
    press(window, "j", "s", "2")
    assert "Follow up with Rosa Sato" not in titles(window)
    [(why,)] = day.book.read.rows("SELECT ended_why FROM follow_up WHERE state = 'skipped'")
    assert why == "It came about another way"


def test_a_reason_in_own_words(day, window):
    press(window, "j", "s", "4")
    edit = hand.type_into(window, "Reason", "She moved to Oslo")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert day.book.read.rows("SELECT ended_why FROM follow_up WHERE state = 'skipped'") == [("She moved to Oslo",)]


@pytest.mark.parametrize("key", ["p", Qt.Key.Key_Space])
def test_the_person_is_opened(window, key):
    press(window, "j", key)
    assert window.findChild(ContactsPane).isVisible()
    assert any("Rosa Sato" in text for text in painted.text(window).splitlines())


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("h", InterviewState.HELD),
        ("n", InterviewState.NO_SHOW),
        ("c", InterviewState.CANCELLED),
        ("d", InterviewState.HELD),
    ],
)
def test_how_it_was_is_said_in_one_key(day, open_today, key, state):
    interview_id = day.meet(day.book.add("Bo Chen"), day.ago(hours=1))
    window = open_today()
    assert chosen(window) == "How was it with Bo Chen?"
    press(window, key)
    told = stories.interview(day.book.read, interview_id)
    assert told is not None
    assert told.state is state


def test_enter_offers_the_three_ways_it_can_have_been(day, open_today):
    day.meet(day.book.add("Bo Chen"), day.ago(hours=1))
    window = open_today()
    press(window, Qt.Key.Key_Return, "h")
    assert titles(window)[:2] == ["[Now]", "Thank Bo Chen"]


def test_what_makes_no_sense_for_a_row_does_nothing(day, open_today):
    day.meet(day.book.add("Bo Chen"), day.now + timedelta(hours=3))
    window = open_today()
    before = day.book.rows()
    press(window, *"dhnclzs")
    assert QApplication.activePopupWidget() is None
    assert day.book.rows() == before


def test_a_key_held_down_does_its_thing_once(window):
    held = day_list(window)
    for repeated in (False, True, True):
        QApplication.sendEvent(
            held, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier, "d", repeated)
        )
    assert titles(window) == ["[Now]", "Follow up with Rosa Sato", "Follow up with Grace López"]


def test_choosing_a_second_person_lists_who_is_at_the_organization(day, open_today):
    bo = day.book.add("Bo Chen", organization="Initech")
    day.book.add("Mei Nguyen", organization="Initech")
    day.book.add("Ana Ruiz", organization="Oxfam")
    day.log(bo, TouchKind.ASKED, days=6)
    window = open_today()
    assert chosen(window) == "Ask a second person at Initech"
    press(window, Qt.Key.Key_Return)
    assert "Mei Nguyen" in painted.text(window.findChild(ContactsPane))
    assert "Ana Ruiz" not in painted.text(window.findChild(ContactsPane))


def test_who_was_named_is_added_and_then_it_is_done(day, open_today):
    bo = day.book.add("Bo Chen")
    day.log(bo, TouchKind.REPLIED, answer=Answer.SOMEONE_ELSE, days=1)
    window = open_today()
    assert chosen(window) == "Add whom Bo Chen named"
    press(window, Qt.Key.Key_Return)
    hand.type_into(window, "Given name", "Mei")
    hand.press(window, "Add")
    hand.press(window, "Today")
    assert "Add whom Bo Chen named" not in painted.text(window)


def test_why_tells_the_rule_and_its_source_and_leads_to_the_settings(window):
    press(window, Qt.Key.Key_End, "?")
    told = painted.text(window)
    assert "3B7" in told
    assert "Source: Steve Dalton, The 2-Hour Job Search" in told
    hand.press(window, "Change it in Settings")
    assert "Counted from the last contact of any kind." in painted.text(window)


def test_what_ended_elsewhere_meanwhile_is_told_in_a_plain_sentence(day, window, runner):
    [(follow_up_id,)] = day.book.read.rows("SELECT id FROM follow_up WHERE rule = 'own'")
    with runner.held():
        press(window, "jd")
        follow_ups.complete(day.book.store, follow_up_id=follow_up_id, at=day.now, time_zone=ZONE)
    assert "This is not there any more. Nothing was changed." in status(window)
    assert "Follow up with Rosa Sato" not in titles(window)


def test_prepare_opens_the_story_to_write_about_the_interview_and_goes_on_with_what_was_written(day, open_today):
    day.meet(day.book.add("Bo Chen"), day.now + timedelta(hours=3))
    window = open_today()
    press(window, Qt.Key.Key_Return)
    writer = QApplication.focusWidget()
    assert writer is not None
    QTest.keyClicks(writer, "Ask about the team")
    QTest.keyClick(writer, Qt.Key.Key_Escape)
    hand.press(window, "Today")
    assert "1 note" in painted.rows(day_list(window))[1]
    press(day_list(window), Qt.Key.Key_Return)
    assert "Ask about the team" in painted.text(window)


def test_a_name_without_end_takes_two_lines_and_no_more(day, open_today):
    day.remind(day.book.add("Wolfeschlegelsteinhausen " * 20 + "Berger"))
    window = open_today()
    title = [word.text for word in painted.words(day_list(window).viewport()) if "Wolfe" in word.text]
    assert len(title) == 2
    assert title[-1].endswith("…")


@pytest.mark.usefixtures("chloe", "grace")
def test_a_command_for_a_person_is_for_whose_row_is_chosen(day, open_today):
    window = open_today(selected=day.book.add("Bo Chen"))
    press(window, "j")
    assert chosen(window) == "Follow up with Grace López"
    hand.press_key(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (sheet,) = (each for each in window.findChildren(Sheet) if each.isVisible())
    assert painted.text(sheet).startswith("Follow up with Grace López")
