"""Calendar files that are huge, hostile or recur for ever: read in little time and memory, as far as they go."""

import time
import tracemalloc
from datetime import date, timedelta
from itertools import pairwise

import pytest

from infoview_desktop.domain.progress import Cancelled
from infoview_desktop.system import ics_calendar, ics_file, ics_lines
from infoview_desktop.system.ics_file import read
from infoview_desktop.system.regular_file import UnreadableFile
from tests.calendar_files import FIRST, HOME, LAST, calendar, event, read_calendar, read_file

MEGABYTE = 1024 * 1024

HOSTILE = {
    "every second for ever": "RRULE:FREQ=SECONDLY",
    "every minute, a thousand million times": "RRULE:FREQ=MINUTELY;COUNT=1000000000",
    "never": "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "never in seconds": "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "many rules": "\n".join(["RRULE:FREQ=MINUTELY;BYHOUR=3;BYMONTHDAY=30;BYMONTH=2"] * 500),
    "a long rule": "RRULE:FREQ=DAILY;BYDAY=" + "MO," * 100_000,
    "100,000 exceptions": "RRULE:FREQ=DAILY\nEXDATE:" + ",".join(["20261201T090000"] * 100_000),
    "10,000 lines of exceptions": "RRULE:FREQ=DAILY\n" + "\n".join(["EXDATE:20261202T090000"] * 10_000),
    "100,000 dates": "RDATE:" + ",".join(["20261201T090000"] * 100_000),
    "10,000 zones": "\n".join(f"RDATE;TZID=Zone {number}:20261201T090000" for number in range(10_000)),
    "10,000 people": "\n".join(f"ATTENDEE;CN=A{number}:mailto:{number}@example.org" for number in range(10_000)),
    "a title of 10 MB": "SUMMARY:" + "x" * 10 * MEGABYTE,
    "a folded title of 2 MB": "SUMMARY:" + "\n x" * MEGABYTE,
    "a title of accents": "SUMMARY:" + "e\u0301\u0323" * 2_000,
    "a title of backslashes": "SUMMARY:" + "\\" * MEGABYTE,
    "parameters": "SUMMARY" + ";x=" * 100_000 + ":a",
    "a quotation without an end": 'SUMMARY;x="' + "a;" * 500_000,
    "quotations": "SUMMARY" + ';x="' * 100_000 + ":a",
    "spaces": "SUMMARY;" + " " * MEGABYTE,
    "no property": "-" * MEGABYTE,
    "components": "BEGIN:VALARM\n" * 300_000,
    "components of all kinds": "\n".join(f"BEGIN:X{number}" for number in range(100_000)),
    "ends": "END:VALARM\n" * 300_000,
    "empty lines": "\n" * 1_000_000,
    "numbers": "SEQUENCE:" + "9" * MEGABYTE + "\nDURATION:P" + "9" * MEGABYTE + "D",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("changed", [False, True])
def test_nothing_takes_long(tmp_path, name, changed):
    change = [event("RECURRENCE-ID:20261208T090000", HOSTILE[name])] if changed else []
    asked = []

    def cancelled():
        asked.append(time.perf_counter())
        return False

    path = tmp_path / "term.ics"
    path.write_text(calendar(event(HOSTILE[name]), *change, event(uid="2", start="DTSTART:20261203")), "utf-8")
    file = read(path, first=FIRST, last=LAST, time_zone=HOME, progress=lambda _: None, cancelled=cancelled)
    assert asked[-1] - asked[0] < 4
    assert max(after - before for before, after in pairwise(asked)) < 0.5
    assert "2" in {one.uid for one in file.events}


def test_a_zone_whose_clocks_change_every_second_is_not_known(tmp_path):
    zone = "BEGIN:VTIMEZONE\nTZID:X{}\nBEGIN:DAYLIGHT\nDTSTART:19700101T000000\nRRULE:FREQ=SECONDLY"
    zone += "\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nEND:DAYLIGHT\nEND:VTIMEZONE"
    events = [event(start=f"DTSTART;TZID=X{number}:20261201T090000", uid=str(number)) for number in range(300)]
    started = time.perf_counter()
    file = read_calendar(tmp_path, calendar(*[zone.format(number) for number in range(300)], *events))
    assert time.perf_counter() - started < 20
    assert len(file.events) == 300
    assert len(file.problems) == ics_calendar.MOST_PROBLEMS + 1
    assert file.problems[-1].why == "200 more problems like these"


def test_10_000_changed_times_of_one_event_are_read(tmp_path):
    days = [date(1999, 1, 1) + timedelta(days=number) for number in range(10_000)]
    changes = [
        event(f"RECURRENCE-ID:{day:%Y%m%d}T090000", "SUMMARY:x", start=f"DTSTART:{day:%Y%m%d}T100000") for day in days
    ]
    text = calendar(event("RRULE:FREQ=DAILY;COUNT=10000", start="DTSTART:19990101T090000"), *changes)
    started = time.perf_counter()
    file = read_calendar(tmp_path, text, first=date(1999, 1, 1))
    assert time.perf_counter() - started < 10
    assert (len(file.events), {one.title for one in file.events}, file.problems) == (10_000, {"x"}, ())


def test_10_000_changes_of_all_later_times_are_read_or_given_up(tmp_path):
    days = [date(1999, 1, 1) + timedelta(days=number) for number in range(10_000)]
    changes = [
        event(f"RECURRENCE-ID;RANGE=THISANDFUTURE:{day:%Y%m%d}T090000", start=f"DTSTART:{day:%Y%m%d}T100000")
        for day in days
    ]
    text = calendar(event("RRULE:FREQ=DAILY", start="DTSTART:19990101T090000"), *changes)
    started = time.perf_counter()
    file = read_calendar(tmp_path, text)
    assert time.perf_counter() - started < 10
    assert [problem.why for problem in file.problems] == [
        "an event that repeats too often; not all its times are shown"
    ]
    assert file.left_out


def test_an_event_that_repeats_too_often_is_shown_in_part(tmp_path, monkeypatch):
    monkeypatch.setattr(ics_calendar, "MOST_TIMES_OF_ONE", 20)
    file = read_calendar(tmp_path, calendar(event("RRULE:FREQ=HOURLY"), event(uid="2")))
    assert (len(file.events), file.left_out) == (21, True)
    assert (file.problems[0].line, file.problems[0].left_out) == (3, False)
    assert file.problems[0].why == "an event that repeats too often; not all its times are shown"


def test_of_too_many_times_the_first_are_shown(tmp_path, monkeypatch):
    monkeypatch.setattr(ics_file, "MOST_TIMES", 5)
    file = read_calendar(tmp_path, calendar(event("RRULE:FREQ=DAILY"), event("RRULE:FREQ=DAILY", uid="2")))
    assert (len(file.events), file.left_out) == (5, True)
    assert [problem.why for problem in file.problems] == ["more than 5 times in these years; the rest is not shown"]
    assert read_calendar(tmp_path, calendar(event("RRULE:FREQ=DAILY;COUNT=5"))).left_out is False


def test_of_too_many_events_the_first_are_shown(tmp_path, monkeypatch):
    monkeypatch.setattr(ics_file, "MOST_EVENTS", 3)
    file = read_calendar(tmp_path, calendar(*[event(uid=str(number)) for number in range(5)]))
    assert ([one.uid for one in file.events], file.left_out) == (["0", "1", "2"], True)
    assert [problem.why for problem in file.problems] == ["more events than a calendar can have; the rest is not shown"]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "term.ics"
    with path.open("wb") as file:
        file.truncate(ics_file.MOST_BYTES + 1)
    with pytest.raises(UnreadableFile, match="has 67 MB, more than a calendar can have; export fewer years of it"):
        read_file(path)


def test_more_lines_than_a_calendar_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(ics_lines, "MOST_LINES_OF_ALL", 5_000)
    with pytest.raises(UnreadableFile, match="has more than 4,000,000 lines, more than a calendar can have"):
        read_calendar(tmp_path, calendar("\n" * 6_000))


@pytest.mark.parametrize("after", [1, 20, 400])
def test_reading_can_be_cancelled_and_tells_how_far_it_is(tmp_path, after):
    path = tmp_path / "term.ics"
    path.write_text(calendar(*[event("RRULE:FREQ=WEEKLY", uid=str(number)) for number in range(300)]), "utf-8")
    parts = []
    left = iter([False] * after)
    with pytest.raises(Cancelled):
        read(
            path,
            first=FIRST,
            last=LAST,
            time_zone=HOME,
            progress=parts.append,
            cancelled=lambda: next(left, True),
        )
    read(path, first=FIRST, last=LAST, time_zone=HOME, progress=parts.append, cancelled=lambda: False)
    assert all(0 <= part <= 1 for part in parts)
    assert parts[-1] == 1.0


def test_memory_does_not_grow_with_what_does_not_matter(tmp_path):
    path = tmp_path / "term.ics"
    with path.open("wb") as file:
        file.write(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261201\nATTACH;ENCODING=BASE64:")
        for _ in range(30):
            file.write(b"x" * MEGABYTE)
        file.write(b"\nDESCRIPTION:" + b"\n y" * 20_000 + b"\nEND:VEVENT\n")
        file.write(b"BEGIN:VEVENT\n" + b"URL:\n" * 100_000 + b"END:VEVENT\n")
        file.write(b"BEGIN:VTIMEZONE\n" + b"BEGIN:STANDARD\nEND:STANDARD\n" * 20_000 + b"END:VTIMEZONE\n")
        file.write(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n" * 20_000)
        file.write(b"BEGIN:VTODO\n" * 50_000)
        file.write(b"END:VCALENDAR\n")
    tracemalloc.start()
    content = read_file(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(content.events) == 1
    assert peak < 30 * MEGABYTE
