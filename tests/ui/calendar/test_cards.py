"""The words on a card: as much as there is room for, and what matters most where there is little."""

import unicodedata
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QFontMetrics

from infoview_desktop.domain.calendar_entry import Booked, Busy, DueItem, Offered, Person, Span
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.store.reads.busy_times import BusyTimes
from infoview_desktop.store.reads.calendar import CalendarPart
from infoview_desktop.ui.calendar.block import Block, blocks_of, elsewhere
from infoview_desktop.ui.calendar.card import Cards
from infoview_desktop.ui.calendar.month_layout import line_texts
from infoview_desktop.ui.calendar.wording import hour_texts
from infoview_desktop.ui.theme.theme import Theme
from tests.ui.calendar.in_calendar import ZONE, at

ANA = Person(1, "Ana Ruiz", "Ana", "America/Lima")
LIOR = Person(2, "ליאור בן־דוד", "ליאור", "")
LONG = Person(3, "Wolfeschlegelsteinhausenbergerdorff Hubert Blaine", "Wolfeschlegelsteinhausenbergerdorff", "")
TUESDAY = date(2026, 11, 24)


def span(day: int, hour: int, minutes: int = 20) -> Span:
    start = at(day, hour)
    return Span(start, start + timedelta(minutes=minutes))


def shown(part: CalendarPart, today: date = TUESDAY) -> Block:
    (block,) = blocks_of(part, time_zone=ZONE, today=today)
    return block


def booked(*people: Person, when: Span | None = None, state: InterviewState = InterviewState.SCHEDULED) -> Block:
    return shown(CalendarPart(booked=(Booked(1, people or (ANA,), when or span(24, 14), ZONE, Medium.VIDEO, state),)))


def due(person: Person | None, rule: Rule, reason: str = "", due_at: datetime | None = None) -> Block:
    return shown(CalendarPart(due=(DueItem(1, person, rule, TUESDAY, due_at, reason),)))


@pytest.fixture(scope="module")
def theme_for_all(_dressed: Theme) -> Theme:
    return _dressed


def read(theme: Theme, block: Block, letters: float, lines: int = 1) -> list[str]:
    """What stands on a card with room for so many letters of an average name and so many lines."""
    cards = Cards(theme)
    bold = theme.font("caption")
    bold.setBold(True)
    width = round(QFontMetrics(bold).horizontalAdvance("n") * letters) + 14
    size = QRect(0, 0, width, lines * cards.line_height + 6)
    found = cards.fitted(block, size, cards.look(block))
    return [line.text.replace("\u202f", " ") for line in found]


@pytest.mark.parametrize(("letters", "title"), [(30, "Ana Ruiz · 20 min"), (10, "Ana Ruiz"), (5, "Ana"), (1.2, "An")])
def test_one_line_has_as_much_of_the_name_as_fits(theme: Theme, letters: float, title: str):
    assert read(theme, booked(), letters) == [title]


def test_of_two_lines_one_is_for_the_other_persons_time(theme: Theme):
    assert read(theme, booked(), 30, 2) == ["Ana Ruiz · 20 min", "8:00 am for Ana · video"]
    assert read(theme, booked(), 16, 2) == ["Ana Ruiz · 20 min", "8:00 am for Ana"]
    assert read(theme, booked(), 6, 2)[0] == "Ana"
    assert read(theme, booked(), 6, 2)[1].startswith("8:0")


def test_with_more_lines_names_are_written_out(theme: Theme):
    assert read(theme, booked(LONG), 25, 5)[:2] != ["Wolfeschlegelsteinhausenbergerdorff Hubert Blaine"]
    words = "".join(read(theme, booked(LONG), 18, 6)).replace(" ", "")
    assert words.startswith("WolfeschlegelsteinhausenbergerdorffHubertBlaine")


def test_what_is_due_is_known_by_its_person_where_its_words_do_not_fit(theme: Theme):
    thank = due(ANA, Rule.THANK, due_at=at(24, 13))
    assert read(theme, thank, 30) == ["Thank Ana · by 1:00 pm"]
    assert read(theme, thank, 12) == ["Thank Ana"]
    assert read(theme, thank, 5) == ["Ana"]
    promise = due(ANA, Rule.OWN, "send the article about long winters")
    assert read(theme, promise, 22)[0].startswith("send the article")
    assert read(theme, promise, 6) == ["Ana"]
    assert read(theme, due(None, Rule.OWN, "weekly review"), 6)[0].startswith("weekl")


def test_what_is_late_says_so_as_far_as_there_is_room(theme: Theme):
    late = shown(CalendarPart(due=(DueItem(1, ANA, Rule.THANK, TUESDAY, None, ""),)), today=date(2026, 11, 26))
    assert read(theme, late, 30) == ["Thank Ana · late"]
    assert late.colour == "red"


def test_an_offered_time_says_whose_and_when_that_is_there(theme: Theme):
    offered = shown(CalendarPart(offered=(Offered(1, ANA, span(26, 15)),)))
    assert read(theme, offered, 30, 2) == ["Offered to Ana", "9:00 am for Ana"]
    assert read(theme, offered, 5) == ["Ana"]
    here = shown(CalendarPart(offered=(Offered(1, replace(ANA, time_zone=""), span(26, 15)),)))
    assert read(theme, here, 30, 2) == ["Offered to Ana", "3:00 pm – 3:20 pm"]  # noqa: RUF001 - a dash


def test_busy_time_has_the_words_of_its_calendar(theme: Theme):
    def busy(title: str) -> Block:
        return shown(CalendarPart(busy=BusyTimes((Busy(1, title, "blue", span(24, 9, 90), TUESDAY, TUESDAY),))))

    assert read(theme, busy("Seminar on method"), 30) == ["Seminar on method"]
    assert read(theme, busy(""), 30) == ["Busy"]


def test_a_name_that_is_read_from_the_right_turns_nothing_around_it(theme: Theme):
    name, given = (f"\u2068{part}\u2069" for part in (LIOR.name, LIOR.given_name))
    assert read(theme, booked(LIOR), 40) == [f"{name} · 20 min"]
    assert read(theme, booked(ANA, LIOR), 60) == [f"Ana Ruiz, {name} · 20 min"]
    assert read(theme, due(LIOR, Rule.THANK), 40) == [f"Thank {given}"]


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60),
    st.floats(0.1, 40),
    st.integers(1, 5),
)
def test_whatever_somebody_is_called_no_line_is_wider_than_the_card(
    theme_for_all: Theme, name: str, letters: float, lines: int
):
    theme = theme_for_all
    cards = Cards(theme)
    block = booked(Person(1, name, name.partition(" ")[0], ""))
    size = QRect(0, 0, round(7 * letters) + 14, lines * cards.line_height + 6)
    found = cards.fitted(block, size, cards.look(block))
    assert len(found) <= lines
    assert all(line.top + line.height <= size.height() + 2 for line in found)
    measures = {title: QFontMetrics(cards._bold if title else cards._plain) for title in (True, False)}
    assert all(measures[line.title].horizontalAdvance(line.text) <= size.width() for line in found)
    assert not any(unicodedata.category(letter) == "Cc" for line in found for letter in line.text)


def test_in_a_month_the_time_comes_first_and_goes_first():
    ana = booked()
    assert [text.replace("\u202f", " ") for text in line_texts(ana, TUESDAY, ZONE)] == [
        "2:00 pm Ana Ruiz",
        "2:00 pm Ana",
        "Ana",
    ]
    night = booked(when=span(24, 23, 24 * 60 + 90))
    wednesday, thursday = TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=2)
    assert line_texts(night, wednesday, ZONE)[0] == "Ana Ruiz"
    assert line_texts(night, thursday, ZONE)[0].replace("\u202f", " ") == "until 12:30 am Ana Ruiz"
    assert line_texts(due(ANA, Rule.THANK), TUESDAY, ZONE) == ["Thank Ana", "Thank Ana", "Ana"]


def test_what_is_on_its_way_is_what_it_will_be():
    there = elsewhere(booked(), span(25, 22, 90), time_zone=ZONE, today=TUESDAY)
    assert there.title == "Ana Ruiz · 90 min"
    assert there.detail.replace("\u202f", " ") == "4:00 pm for Ana · video"
    assert (there.first_day, there.last_day) == (date(2026, 11, 25), date(2026, 11, 25))
    assert there.key == booked().key
    thanks = elsewhere(due(ANA, Rule.THANK, due_at=at(24, 13)), date(2026, 11, 23), time_zone=ZONE, today=TUESDAY)
    assert thanks.title == "Thank Ana · late"
    offered = shown(CalendarPart(offered=(Offered(1, ANA, span(26, 15)),)))
    assert elsewhere(offered, span(27, 15), time_zone=ZONE, today=TUESDAY) is offered


@pytest.mark.parametrize(
    ("locale", "nine", "afternoon"),
    [
        ("en_US", "9 AM", "2 PM"),
        ("en_GB", "09", "14"),
        ("fr_FR", "09", "14"),
        ("fr_CA", "09 h", "14 h"),
        ("fi_FI", "9", "14"),
        ("zh_TW", "上午9", "下午2"),
    ],
)
def test_hours_are_written_as_the_locale_writes_them(locale: str, nine: str, afternoon: str):
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        hours = [text.replace("\u202f", " ") for text in hour_texts()]
    finally:
        QLocale.setDefault(before)
    assert (hours[9], hours[14]) == (nine, afternoon)
    assert len(hours) == 24
