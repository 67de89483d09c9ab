"""Days, moments and numbers as the user's own system writes them."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from infoview_desktop.domain import known_error
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.wording import date_text, long_date_text, moment_text, said, told
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.importing.conftest import WriteExport, write_export

__all__ = ["write_export"]


@pytest.fixture(autouse=True)
def _locale_is_put_back() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


MONTHS = ("Feb", "Apr", "May", "Aug", "Dec")
"""In French they are called otherwise."""


def use(name: str) -> None:
    QLocale.setDefault(QLocale(name))


@pytest.mark.parametrize(
    ("locale", "short", "long"),
    [
        ("en_GB", "04/03/2023", "4 March 2023"),
        ("en_US", "3/4/2023", "March 4, 2023"),
        ("fr_FR", "04/03/2023", "4 mars 2023"),
        ("de_DE", "04.03.2023", "4. März 2023"),
        ("ja_JP", "2023/03/04", "2023年3月4日"),
    ],
)
def test_a_day_has_all_of_its_year_and_no_day_of_the_week(locale: str, short: str, long: str):
    use(locale)
    assert (date_text("2023-03-04"), long_date_text("2023-03-04")) == (short, long)


def test_no_day_is_no_text():
    assert (date_text(""), long_date_text("")) == ("", "")


def test_a_moment_is_in_the_users_own_zone():
    use("en_GB")
    assert moment_text(datetime(2023, 3, 4, 9, 5, tzinfo=UTC)).startswith("04/03/2023 ")


@pytest.mark.parametrize(("locale", "number"), [("en_GB", "29,703"), ("de_DE", "29.703"), ("fr_FR", "29\u202f703")])
def test_a_number_has_the_users_own_separator(locale: str, number: str):
    use(locale)
    assert said(Phrase("{count} people", {"count": 29_703})) == f"{number} people"


def test_a_trouble_is_told_whole():
    assert told(known_error.name_needed()) == "A person needs a name. Nothing was changed."


def test_a_french_window_reads_the_dates_of_linkedin(open_window: OpenWindow, write_export: WriteExport, book: Book):
    use("fr_FR")
    window: MainWindow = open_window()
    days = [f"0{number} {month} 2023" for number, month in enumerate(MONTHS, start=1)]
    window.offer([write_export(*((f"Person {day}", "", "", day) for day in days))])
    hand.press(window, "Import 5 people")
    assert book.read.rows("SELECT connected_on FROM contact ORDER BY connected_on") == [
        ("2023-02-01",), ("2023-04-02",), ("2023-05-03",), ("2023-08-04",), ("2023-12-05",),
    ]  # fmt: skip
    assert "Connected on | 01/02/2023" in painted.text(window._people.person._about.widget())
