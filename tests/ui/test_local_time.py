"""Days as people write them in their language, without the year where everybody knows it."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from infoview_desktop.ui.local_time import day_text, heading_text, weekday_text

DAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def _locale_as_before() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "day", "weekday", "heading"),
    [
        ("en_GB", "19 November", "Thursday, 19 November", "Thursday 19 November"),
        ("en_US", "November 19", "Thursday, November 19", "Thursday, November 19"),
        ("de_DE", "19. November", "Donnerstag, 19. November", "Donnerstag 19. November"),
        ("es_ES", "19 de noviembre", "jueves, 19 de noviembre", "jueves 19 de noviembre"),
        ("uk_UA", "19 листопада", "четвер, 19 листопада", "четвер 19 листопада"),
        ("tt_RU", "19 ноябрь", "19 ноябрь, пәнҗешәмбе", "19 ноябрь, пәнҗешәмбе"),
        ("hu_HU", "november 19.", "november 19., csütörtök", "november 19., csütörtök"),
        ("lv_LV", "19. novembris", "ceturtdiena 19. novembris", "ceturtdiena 19. novembris"),
        ("ja_JP", "11月19日", "11月19日木曜日", "11月19日木曜日"),
    ],
)
def test_a_day_is_written_without_the_year_it_is(locale: str, day: str, weekday: str, heading: str):
    QLocale.setDefault(QLocale(locale))
    assert (day_text(DAY, today=DAY), weekday_text(DAY, today=DAY), heading_text(DAY)) == (day, weekday, heading)


@pytest.mark.parametrize("locale", ["en_GB", "es_ES", "uk_UA", "lv_LV", "zh_CN"])
def test_a_day_of_another_year_has_its_year(locale: str):
    QLocale.setDefault(QLocale(locale))
    for text in (day_text, weekday_text):
        assert "2023" in text(date(2023, 3, 4), today=DAY)
