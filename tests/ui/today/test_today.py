"""Today shows what to do now, what is agreed, what comes and what is new, each with its true reason."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import follow_ups
from infoview_desktop.ui.theme.theme import Scheme
from tests.book import connection
from tests.ui import hand, painted
from tests.ui.today.conftest import day_list, titles


def sentences(window):
    return [label.text() for label in hand.visible(window, kind=QLabel) if isinstance(label, QLabel)]


@pytest.mark.usefixtures("chloe", "grace")
def test_the_heading_is_the_day_and_the_sentence_counts_it(day, rosa, open_today):
    day.meet(rosa, day.now + timedelta(hours=4))
    told = sentences(open_today())
    assert "Tuesday 24 November" in told
    assert "Three things for today, about 20 minutes, and one conversation." in told


@pytest.mark.usefixtures("chloe", "grace", "rosa")
def test_what_has_hours_left_comes_first_and_everything_says_why(open_today):
    window = open_today()
    shown = "\n".join(painted.rows(day_list(window)))
    assert titles(window)[:4] == [
        "[Now]",
        "Thank Chloé Dubois",
        "Follow up with Rosa Sato",
        "Follow up with Grace López",
    ]
    assert "You talked yesterday until 1:20 pm · a thank-you counts most within 24 hours ·  | why? | 3 h left" in shown
    assert "7 working days without a reply · second and last message ·  | 3B7" in shown
    assert "send the article" in shown


def test_a_second_person_is_asked_for_only_where_one_is_known(day, open_today):
    bo = day.book.add("Bo Chen", organization="Initech")
    day.log(bo, TouchKind.ASKED, days=6)
    window = open_today()
    assert "Ask a second person at Initech" not in titles(window)
    day.book.add("Mei Nguyen", organization="Initech")
    window = open_today()
    assert "Ask a second person at Initech" in titles(window)


def test_who_is_asked_already_is_no_second_person(day, open_today):
    bo, mei = day.book.add("Bo Chen", organization="Initech"), day.book.add("Mei Nguyen", organization="Initech")
    day.log(bo, TouchKind.ASKED, days=12)
    day.log(mei, TouchKind.ASKED, days=6)
    assert not [title for title in titles(open_today()) if title.startswith("Ask a second person")]
    day.want(day.book.add("Ana Ruiz", organization="Initech"))
    window = open_today()
    assert "Ask a second person at Initech" in titles(window)
    assert "without a reply from Mei Nguyen · you know 1 more person there" in "\n".join(painted.rows(day_list(window)))


def test_conversations_tell_when_they_are_for_both(day, open_today):
    ana = day.book.add("Ana Ruiz")
    day.book.edit(ana, "time_zone", "America/Lima")
    day.meet(ana, day.now.replace(hour=15))
    day.meet(ana, day.now + timedelta(days=2))
    shown = "\n".join(painted.rows(day_list(open_today())))
    assert "Ana Ruiz, 20 minutes, video" in shown
    assert "today 3:00 pm (9:00 am for Ana) · nothing prepared yet" in shown
    assert "Thursday 10:00 am (4:00 am for Ana)" in shown


def test_a_conversation_that_goes_on_now_is_still_there_and_one_that_is_over_asks_how_it_was(day, open_today):
    ana, bo = day.book.add("Ana Ruiz"), day.book.add("Bo Chen")
    day.meet(ana, day.ago(minutes=10))
    day.meet(bo, day.ago(minutes=20))
    window = open_today()
    assert titles(window) == ["[Now]", "How was it with Bo Chen?", "[Conversations]", "Ana Ruiz, 20 minutes, video"]


def test_what_comes_later_this_week_has_its_day(day, rosa, open_today):
    day.remind(rosa, reason="ask again", days=3)
    day.remind(rosa, reason="much later", days=30)
    window = open_today()
    assert titles(window)[-2:] == ["[Later this week]", "Follow up with Rosa Sato"]
    assert "Friday" in painted.rows(day_list(window))[-2]


@pytest.mark.usefixtures("rosa")
def test_what_was_put_off_says_from_when(day, open_today):
    follow_ups.snooze(day.book.store, follow_up_id=1, due_on=day.now.date() + timedelta(days=1))
    day.set(day.now + timedelta(days=1))
    assert "you put it off from 24 November" in "\n".join(painted.rows(day_list(open_today())))


def test_the_newest_changes_of_job_have_a_line_and_the_others_one_together(day, open_today):
    people = [connection(f"Person {letter}", position="Nurse", organization="Oxfam") for letter in "ABCDE"]
    day.book.take_in(people)
    day.book.take_in(
        [connection(one.given_name + " " + one.family_name, position="Doctor", organization="Acme") for one in people]
    )
    shown = titles(open_today())
    assert shown[0] == "[New jobs]"
    assert sum("has a new job" in title for title in shown) == 3
    assert shown[-1] == "2 more people have a new job"


@pytest.mark.usefixtures("grace")
def test_people_in_the_trash_are_not_shown(day, chloe, open_today):
    day.book.delete(chloe)
    assert titles(open_today()) == ["[Now]", "Follow up with Grace López"]


def test_an_answer_takes_away_what_was_due(day, grace, open_today):
    window = open_today()
    assert titles(window) == ["[Now]", "Follow up with Grace López"]
    day.log(grace, TouchKind.REPLIED, answer=Answer.NO)
    assert "Nothing is due, and nothing is planned. Somebody else may be worth asking." in sentences(open_today())


def test_hostile_words_are_shown_as_they_are(day, open_today):
    nasty = day.book.add("<b>Bo</b> & Co")
    day.remind(nasty, reason="<img src='http://example.org/x.png'> " + "very long " * 200)
    shown = painted.rows(day_list(open_today()))
    assert any("Follow up with <b>Bo</b> & Co" in row for row in shown)
    assert any("<img src='http://example.org/x.png'>" in row and "…" in row for row in shown)


@pytest.mark.usefixtures("rosa")
def test_other_colours_leave_the_arrow_beside_later_small(open_today, theme):
    later = hand.find(open_today(), "Later: Follow up with Rosa Sato", kind=QPushButton)
    before = later.iconSize()
    theme.set_scheme(Scheme.DARK)
    assert later.iconSize() == before
