"""A winter term as calendar programs write it, each with its quirks; and what another parser makes of it."""

import warnings
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar
from recurring_ical_events import of

from infoview_desktop.domain.calendar_event import Attendee
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.system.ics_file import is_calendar
from tests.calendar_files import FIRST, HOME, LAST, read_file, told

DATA = Path(__file__).parent.parent / "data" / "ics"
PROGRAMS = ["google", "outlook", "thunderbird", "apple"]


def read(name):
    file = read_file(DATA / f"{name}.ics")
    assert (file.problems, file.left_out) == ((), False)
    return file


def events(name, title):
    return tuple(event for event in read(name).events if event.title.startswith(title))


def by_the_libraries(name):
    """The uid and the beginning and end of every time, in UTC or as days."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says that it guesses zones
        calendar = Calendar.from_ical((DATA / f"{name}.ics").read_bytes())
    found = []
    for event in of(calendar).between(FIRST, LAST + timedelta(days=1)):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        if isinstance(start, datetime):
            start, end = (at if at.tzinfo else at.replace(tzinfo=ZoneInfo(HOME)) for at in (start, end))
            found.append((str(event["UID"]), start.astimezone(UTC), end.astimezone(UTC)))
        else:
            found.append((str(event["UID"]), start, end))
    return sorted(found, key=str)


@pytest.mark.parametrize("name", PROGRAMS)
def test_other_parsers_find_the_same_times(name):
    ours = [
        (event.uid, event.span.start, event.span.end)
        if event.span
        else (event.uid, event.first_day, event.last_day + timedelta(days=1))
        for event in read(name).events
    ]
    only_ours = {"move", "9C1D"}  # a whole day told by its midnights; an end in the second of two equal hours
    theirs = [one for one in by_the_libraries(name) if one[0] not in only_ours]
    assert sorted((one for one in ours if one[0] not in only_ours), key=str) == theirs


@pytest.mark.parametrize("name", PROGRAMS)
def test_another_parser_reads_the_same_words(name):
    theirs = vobject.readOne((DATA / f"{name}.ics").read_text("utf-8"))
    words = {(event.uid.value, event.summary.value) for event in theirs.vevent_list}
    assert {(event.uid, event.title) for event in read(name).events} == words


def test_google_tells_lectures_changes_and_invitations():
    lectures = events("google", "Statistik")
    assert read("google").title == "Uni – Wintersemester"  # noqa: RUF001 - as it is written there
    assert told(lectures)[:3] == ["12.10. 08:15-09:45", "14.10. 08:15-09:45", "19.10. 08:15-09:45"]
    assert told(lectures)[-1] == "03.02. 09:15-10:45"
    assert len(lectures) == 34 - 3
    assert lectures[0].title.endswith("Einführung in die Überlebenszeitanalyse")
    assert lectures[0].place == "Hörsaal 3, Hauptgebäude"
    (moved,) = events("google", "Statistik (verlegt)")
    assert (told((moved,)), moved.place) == (["19.11. 13:00-14:30"], "Hörsaal 1")
    assert [told((one,)) for one in lectures if one.state is InterviewState.CANCELLED] == [["30.11. 09:15-10:45"]]
    (talk,) = events("google", "Gespräch")
    assert talk.attendees == (Attendee("", "me@example.com"), Attendee("Ana Ruiz", "ana.ruiz@oxfam.example"))
    assert (talk.place, talk.time_zone) == ("https://meet.google.com/abc-defg-hij", HOME)


def test_google_tells_what_takes_no_time():
    (away,), (birthday,) = events("google", "Weihnacht"), events("google", "Geburtstag")
    assert (away.first_day, away.last_day, away.busy) == (date(2026, 12, 21), date(2027, 1, 3), False)
    assert (birthday.title, birthday.first_day, birthday.busy) == ("Geburtstag von Bo 🎂", date(2027, 2, 3), False)


def test_outlook_names_zones_as_windows_does():
    seminars = events("outlook", "Seminar")
    assert [told((one,))[0] for one in seminars][:3] == [
        "13.10. 14:00-15:30",
        "20.10. 14:00-15:30",
        "27.10. 15:00-16:30",
    ]
    assert "22.12." not in "".join(told(seminars))
    assert (seminars[0].title, seminars[0].time_zone) == ("Seminar: Arbeitsmarkt; Theorie, Empirie", HOME)
    (call,) = events("outlook", "Anruf")
    assert (told((call,)), call.time_zone, call.busy) == (["02.12. 12:15-13:15"], "", False)


def test_outlook_tells_who_takes_part_and_where():
    (talk,) = events("outlook", "Kennenlernen")
    assert talk.attendees == (
        Attendee("Chen, Bo: HR; Berlin", "bo.chen@example.org"),
        Attendee("Ruiz, Ana", "ana.ruiz@oxfam.example"),
    )
    assert talk.place.startswith("https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc")
    assert talk.state is InterviewState.ASKED


def test_outlook_tells_a_whole_day_by_its_midnights():
    assert told(events("outlook", "Umzug")) == ["04.12.-04.12."]


def test_thunderbird_tells_a_change_of_all_later_times():
    lectures = events("thunderbird", "Labour")
    assert [(one.place, told((one,))[0]) for one in lectures][-6:] == [
        ("Room B; 2nd floor", "10.12. 09:00-10:30"),
        ("Room B; 2nd floor", "17.12. 09:00-10:30"),
        ("Room B; 2nd floor", "24.12. 09:00-10:30"),
        ("Room C", "07.01. 14:00-15:00"),
        ("Room C", "14.01. 14:00-15:00"),
        ("Room C", "21.01. 14:00-15:00"),
    ]
    assert "13.11. 17:00-18:30" in told(lectures)
    assert {one.time_zone for one in lectures} == {"Europe/London"}
    house = events("thunderbird", "Open house")
    assert told(house) == [
        "02.10. 16:00-18:00",
        "06.11. 17:00-19:00",
        "04.12. 17:00-19:00",
        "01.01. 17:00-19:00",
        "05.02. 17:00-19:00",
    ]
    assert house[0].place == "https://open.example/house"


def test_apple_tells_people_by_their_addresses_elsewhere():
    (night,) = events("apple", "Night")
    assert [(one.name, one.email) for one in night.attendees] == [
        ("Cem Öz", "cem@example.net"),
        ("Ana R.", "ana+work@example.org"),
        ("Dora", ""),
    ]
    assert (told((night,)), night.place) == (
        ["01.11. 05:30-07:30"],
        "https://us02web.zoom.us/j/8123456789?pwd=abc",
    )
    lectures = events("apple", "Data ethics")
    assert (lectures[0].place, len(lectures)) == ("Butler Library 535 W 114th St, New York", 9)
    assert told(events("apple", "Thanksgiving")) == ["26.11.-26.11."]


@pytest.mark.parametrize("name", ["utf16", "byte_order_mark", "latin_1", "old_mac_line_ends"])
def test_a_calendar_may_be_saved_in_any_way(name):
    file = read(name)
    assert is_calendar(DATA / f"{name}.ics")
    assert file.title == "Zoë"
    assert [(one.title, told((one,))[0]) for one in file.events] == [("Übung in Zürich", "01.12. 08:00-09:00")]
