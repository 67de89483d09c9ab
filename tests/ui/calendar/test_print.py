"""The calendar on paper: what is shown stands on the pages, in words and in its place."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.operations import interviews, offers
from infoview_desktop.ui.calendar.calendar_print import print_days, printer_for
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui.calendar import pdf
from tests.ui.calendar.in_calendar import ZONE, Day, OpenCalendar, at, calendar, day, meetings, open_calendar

__all__ = ["day", "meetings", "open_calendar"]

PrintIt = Callable[[MainWindow], list[pdf.Page]]


@pytest.fixture
def print_it(tmp_path: Path) -> PrintIt:
    """Prints what is shown; the pages."""

    def print_it(window: MainWindow) -> list[pdf.Page]:
        shown = calendar(window).shown
        printer = printer_for(shown)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "calendar.pdf"))
        print_days(printer, shown)
        return pdf.pages(tmp_path / "calendar.pdf")

    return print_it


def test_a_week_lies_on_one_page_with_everything_at_its_day_and_hour(
    open_calendar: OpenCalendar, meetings: dict[str, int], print_it: PrintIt
):
    assert meetings
    (page,) = print_it(open_calendar())
    assert page.width > page.height
    assert page.text.startswith("23 – 27 November\nMon 23 | Tue 24 | Wed 25 | Thu 26 | Fri 27")  # noqa: RUF001
    ana, lukasz = page.at("2:00 pm Ana Ruiz"), page.at("11:00 am Łukasz Żak")
    # Days are named over the middle of their columns.
    assert page.at("Mon 23").x < ana.x < page.at("Tue 24").x
    assert page.at("Wed 25").x < lukasz.x < page.at("Thu 26").x
    assert page.at("11 am").y <= lukasz.y < page.at("12 pm").y
    assert page.at("2 pm").y <= ana.y < page.at("3 pm").y
    assert page.at("Follow up: Bo").y < page.at("8 am").y


def test_hours_beyond_the_day_are_printed_where_something_stands_there(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int], print_it: PrintIt
):
    day.meet(people["Ana"], at(24, 21))
    (page,) = print_it(open_calendar())
    assert "\n9 pm" in page.text
    assert "\n10 pm" not in page.text
    assert "\n7 am" not in page.text


def test_what_is_called_off_takes_no_ink_and_what_is_offered_does(
    open_calendar: OpenCalendar, meetings: dict[str, int], people: dict[str, int], book: Book, print_it: PrintIt
):
    interviews.change_state(book.store, interview_id=meetings["Łukasz"], state=InterviewState.CANCELLED)
    offers.offer(book.store, contact_id=people["Bo"], starts=[at(26, 15)], minutes=20, time_zone=ZONE)
    (page,) = print_it(open_calendar())
    assert "Łukasz Żak" not in page.text
    assert "3:00 pm Offered to Bo" in page.text


def test_an_agenda_stands_on_as_many_pages_as_it_takes_and_no_day_is_torn_from_its_name(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int], print_it: PrintIt
):
    for number in range(60):
        day.meet(people["Chloé"], at(24, 12) + timedelta(days=number % 20, minutes=25 * (number // 20)))
    found = print_it(open_calendar("agenda"))
    assert len(found) == 2
    assert all(page.height > page.width for page in found)
    lines = [line for page in found for line in page.text.splitlines()]
    assert sum("Chloé Dubois · 20 min" in line for line in lines) == 60
    assert "12:25 pm – 12:45 pm | Chloé Dubois · 20 min – video" in lines  # noqa: RUF001
    assert "pm" in found[0].text.splitlines()[-1]
    assert lines[1] == "Today · Tuesday, 24 November"


def test_an_empty_agenda_says_so(open_calendar: OpenCalendar, print_it: PrintIt):
    (page,) = print_it(open_calendar("agenda"))
    assert "Nothing is booked or due." in page.text


def test_a_month_says_how_much_there_is_besides(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int], print_it: PrintIt
):
    for number in range(9):
        day.meet(people["Chloé"], at(18, 8) + timedelta(minutes=30 * number))
    (page,) = print_it(open_calendar("month"))
    assert page.text.startswith("November 2026\nMon | Tue | Wed | Thu | Fri | Sat | Sun")
    assert "8:00 am Chloé" in page.text
    assert "more" in page.text


def test_a_day_stands_upright(open_calendar: OpenCalendar, meetings: dict[str, int], print_it: PrintIt):
    assert meetings
    (page,) = print_it(open_calendar("day"))
    assert page.height > page.width
    assert page.text.startswith("Tuesday, 24 November\n")
    assert "Ana Ruiz" in page.text


def test_of_very_much_that_is_due_the_rest_is_counted_and_the_hours_keep_their_room(
    open_calendar: OpenCalendar, day: Day, people: dict[str, int], print_it: PrintIt
):
    for number in range(50):
        day.remind(people["Bo"], reason=f"thing {number}")
    day.meet(people["Ana"], at(24))
    (page,) = print_it(open_calendar())
    assert "more" in page.text
    assert page.at("5 pm").y - page.at("8 am").y > 0.4 * page.at("5 pm").y


def test_what_it_is_about_stands_in_the_title(
    open_calendar: OpenCalendar, people: dict[str, int], meetings: dict[str, int], print_it: PrintIt
):
    assert meetings
    window = open_calendar()
    window._people.select(people["Łukasz"])
    calendar(window).set_alone(True)
    (page,) = print_it(window)
    assert "23 – 27 November · Łukasz Żak" in page.text  # noqa: RUF001
    assert "Ana Ruiz" not in page.text


def test_ctrl_p_asks_for_the_printer_also_where_the_calendar_is_out_of_sight(open_calendar: OpenCalendar):
    window = open_calendar(window_size=[900, 600])
    window._commands.actions["calendar_print"].trigger()
    (dialog,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QPrintDialog) and each.isVisible())
    assert dialog.printer().docName() == "23 – 27 November"  # noqa: RUF001
    dialog.reject()
    window._people.calendar.go_to(date(2026, 11, 30))
    assert window._people.calendar.shown.title == "30 November – 4 December"  # noqa: RUF001
