"""Calendar files that are broken, half written or none: what makes sense is read, and the rest refused by name."""

import os
import time
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from infoview_desktop.system import ics_calendar, vcard_lines
from infoview_desktop.system.regular_file import UnreadableFile
from tests.calendar_files import FIRST, LAST, calendar, event, read_calendar, read_file, told

MEGABYTE = 1024 * 1024
IN_A_FOLDER = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

PIECES = [
    "BEGIN:VCALENDAR\n",
    "END:VCALENDAR\n",
    "BEGIN:VEVENT\n",
    "END:VEVENT\n",
    "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nTZOFFSETFROM:+0100\nTZOFFSETTO:-0200\nDTSTART:20261201T000000\n",
    "END:STANDARD\nEND:VTIMEZONE\n",
    "BEGIN:VALARM\n",
    "BEGIN:VFREEBUSY\nFREEBUSY:20261201T000000Z/",
    "UID:1\n",
    "SEQUENCE:9\n",
    "DTSTART:20261201T090000\n",
    "DTSTART:20261201\n",
    "DTSTART;TZID=X:20261201T090000Z\n",
    "DTSTART;TZID=X:20261201T090000\n",
    "DTSTART:00010101T000000\n",
    "DTSTART:99991231T235959\n",
    "DTEND:20261130\n",
    "DTEND;TZID=Asia/Tokyo:99991231T240000\n",
    "DURATION:-P1W\n",
    "DURATION:P99999999DT1S\n",
    "RRULE:FREQ=SECONDLY\n",
    "RRULE:FREQ=WEEKLY;UNTIL=99991231\n",
    "RRULE:FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,5FR\n",
    "RDATE:20261202T090000,00010101,99991231T235959Z\n",
    "RDATE;VALUE=PERIOD:20261202T090000/99991231T235959,20261203/P1D\n",
    "EXDATE;TZID=X:20261201\n",
    "RECURRENCE-ID:20261201T090000\n",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261201\n",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:00010101T000000Z\n",
    'ATTENDEE;CN="',
    "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\n",
    "SUMMARY;LANGUAGE=de:\\",
    "LOCATION:\n \n",
    "\r",
    "\0",
    ";",
    ":",
    '"',
    "\ufeff",
]
EVENT_LINES = st.lists(
    st.sampled_from([piece for piece in PIECES if piece.endswith("\n") and ":V" not in piece]), max_size=12
).map("".join)


def read_or_refused(directory, content):
    """What is read, if anything, in little time; all of it makes sense."""
    started = time.perf_counter()
    try:
        file = read_calendar(directory, content)
    except UnreadableFile:
        file = None  # with a sentence, as the tests below say
    assert time.perf_counter() - started < 5
    if file is not None:
        assert len(file.problems) <= ics_calendar.MOST_PROBLEMS + 1
        for one in file.events:
            assert one.first_day <= LAST
            assert one.last_day >= FIRST
            assert one.span is None or one.span.start <= one.span.end
            assert one.title.isprintable()
    return file


@IN_A_FOLDER
@given(st.lists(st.sampled_from(PIECES).map(str.encode) | st.binary(max_size=12), max_size=40).map(b"".join))
def test_no_bytes_break_the_reader(tmp_path, content):
    read_or_refused(tmp_path, content)


@IN_A_FOLDER
@given(st.lists(EVENT_LINES, max_size=4))
def test_no_events_break_the_reader(tmp_path, events):
    inner = [f"BEGIN:VEVENT\nUID:1\nDTSTART:20261201T090000\n{lines}END:VEVENT" for lines in events]
    assert read_or_refused(tmp_path, calendar(PIECES[4] + PIECES[5], *inner)) is not None


@IN_A_FOLDER
@given(st.binary(max_size=200))
@example(b"DTSTART;TZID=\xff:20261201T090000")
@example(b"SUMMARY:\xed\xa0\x80\xff")
def test_no_property_breaks_the_reader(tmp_path, line):
    text = calendar(event("\0")).encode().replace(b"\0", line.replace(b"\r", b"").replace(b"\n", b""))
    read_or_refused(tmp_path, text)


@pytest.mark.parametrize("year", ["0001", "1601", "9998"])
@pytest.mark.parametrize("rule", ["FREQ=HOURLY", "FREQ=DAILY", "FREQ=WEEKLY;UNTIL=99991231T235959Z", "FREQ=MONTHLY"])
@pytest.mark.parametrize("kind", ["0101T000000", "0101T000000Z", "0101"])
def test_the_ends_of_time_are_read_too(tmp_path, year, rule, kind):
    text = calendar(
        event(f"RRULE:{rule}", start=f"DTSTART:{year}{kind}"),
        event(start=f"DTSTART:{year}{kind}", uid="2"),
        event("DURATION:P99999D", f"EXDATE:{year}{kind}", "RRULE:FREQ=YEARLY", start=f"DTSTART:{year}{kind}", uid="3"),
    )
    file = read_calendar(tmp_path, text)
    assert {one.uid for one in file.events} == (set() if year == "9998" else {"1", "3"})
    everything = read_calendar(tmp_path, text, first=date.min, last=date.max, time_zone="Pacific/Kiritimati")
    assert {one.uid for one in everything.events} >= {"1", "3"}


def test_a_change_to_what_began_before_all_calendars_is_told(tmp_path):
    text = calendar(event("RRULE:FREQ=YEARLY", start="DTSTART:00010101T000000"), event("RECURRENCE-ID:00010101T000000"))
    file = read_calendar(tmp_path, text)
    assert [problem.why for problem in file.problems] == [
        "an event that began before all calendars; not all its times are shown"
    ]
    assert file.left_out


@pytest.mark.parametrize(
    "offset",
    ["+2400", "-9999", "+0", "later", "", "+0100\nRDATE:99991231T235959", "+0100\nRRULE:X", "+0100\nDTSTART:20261201"],
)
def test_a_zone_of_its_own_that_makes_no_sense_is_not_known(tmp_path, offset):
    zone = f"BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:-0100\nTZOFFSETTO:{offset}"
    text = calendar(zone, "END:STANDARD\nEND:VTIMEZONE", event(start="DTSTART;TZID=X:20261201T090000"))
    file = read_calendar(tmp_path, text)
    assert told(file.events) == ["01.12. 08:00-08:00"]
    assert file.problems[0].why.startswith("the time zone “X” is not known")


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["DTEND:20261130T090000"], "an end before its beginning"),
        (["DURATION:-PT1H"], "DURATION that makes no sense"),
        (["DTEND:tomorrow"], "DTEND that makes no sense"),
        (["RECURRENCE-ID:"], "RECURRENCE-ID that makes no sense"),
        (["SUMMARY:" + "x" * 3 * MEGABYTE], "a line that is too long"),
        ([f"ATTENDEE:mailto:{number}@example.org" for number in range(201)], "more than 200 people"),
    ],
)
def test_what_makes_no_sense_costs_only_itself(tmp_path, lines, why):
    file = read_calendar(tmp_path, calendar(event(*lines)))
    assert told(file.events) == ["01.12. 08:00-08:00"]
    assert len(file.events[0].attendees) == (200 if "people" in why else 0)
    (problem,) = file.problems
    assert (problem.line, problem.why) == (3, f"{why}; the event is read without it")
    assert (problem.left_out, file.left_out) == (False, False)


@pytest.mark.parametrize("start", ["", "DTSTART:", "DTSTART:20261301", "DTSTART:20261201T250000", "DTSTART;x=y"])
def test_an_event_without_a_beginning_is_left_out(tmp_path, start):
    file = read_calendar(tmp_path, calendar(event(start=start), event(uid="2")))
    assert [one.uid for one in file.events] == ["2"]
    (problem,) = file.problems
    assert (problem.line, problem.left_out) == (3, True)
    assert problem.why == "an event without a beginning; it is left out"


def test_a_text_is_shown_without_what_hides_in_it(tmp_path):
    file = read_calendar(
        tmp_path,
        calendar(
            "X-WR-CALNAME:a\u202eb\0",
            event("SUMMARY:\u202eLec\u200bture\x07\\n\\, x", "LOCATION:a\tb", 'ATTENDEE;CN="A\u2066na":mailto:a\0@b'),
        ),
    )
    (one,) = file.events
    assert (file.title, one.title, one.place) == ("ab", "Lecture , x", "a b")
    assert [(person.name, person.email) for person in one.attendees] == [("Ana", "a@b")]


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_a_character_may_be_cut_by_folding(tmp_path, place):
    text = calendar(event("SUMMARY:🎂")).encode()
    at = text.index("🎂".encode()) + place
    (one,) = read_calendar(tmp_path, text[:at] + b"\r\n " + text[at:]).events
    assert one.title == "🎂"


def test_chunks_may_cut_anything(tmp_path, monkeypatch):
    monkeypatch.setattr(vcard_lines, "_CHUNK", 5)
    for text in (calendar(event("SUMMARY:🎂")), calendar(event("SUMMARY:🎂")).replace("\n", "\r")):
        for encoded in (text.encode(), text.encode("utf-16"), text.rstrip().encode()):
            assert [one.title for one in read_calendar(tmp_path, encoded).events] == ["🎂"]


@pytest.mark.parametrize(
    ("text", "titles", "left_out"),
    [
        (["BEGIN:VEVENT\nDTSTART:20261201\nSUMMARY:a", event("SUMMARY:b")], ["b"], [2]),  # without an end
        ([event("SUMMARY:a", event("SUMMARY:b"), "SUMMARY:c")], ["b"], [2]),  # one in another
        ([event("BEGIN:VALARM\nSUMMARY:x", "SUMMARY:b"), event("SUMMARY:c", uid="2")], ["", "c"], []),
        ([event("END:VALARM", "SUMMARY:a"), "END:VEVENT", event("SUMMARY:b", uid="2")], ["a", "b"], []),
        (["BEGIN:VTODO", event("SUMMARY:a"), "END:VTODO"], ["a"], []),
        (["BEGIN:VEVENT\nDTSTART:20261201"], [], [2]),
        (["X-A:1\n :\nnonsense", event("SUMMARY:a")], ["a"], []),
    ],
)
def test_components_may_be_in_disorder(tmp_path, text, titles, left_out):
    file = read_calendar(tmp_path, "\n".join(["BEGIN:VCALENDAR", *text, "END:VCALENDAR"]))
    assert [one.title for one in file.events] == titles
    assert [problem.line for problem in file.problems if problem.left_out] == left_out
    assert {problem.why for problem in file.problems} <= {"an event that does not end; it is left out"}


def test_a_half_written_file_is_refused_wherever_it_ends(tmp_path):
    """So that whoever watches it keeps what it said before."""
    text = calendar(event("SUMMARY:a"), event("SUMMARY:b", uid="2")).encode()
    for end in range(len("BEGIN:VCALENDAR"), len(text) - 1):
        with pytest.raises(UnreadableFile, match="ends in the middle of a calendar; wait until it is written whole"):
            read_calendar(tmp_path, text[:end])
    with pytest.raises(UnreadableFile, match="ends in the middle of a calendar"):
        read_calendar(tmp_path, text + text[:-20])
    assert len(read_calendar(tmp_path, text[:-1]).events) == 2


@pytest.mark.parametrize("content", [b"", b"\0" * 1000, b"BEGIN:VCARD\nEND:VCARD\n", b"END:VCALENDAR", b"\xff\xfe"])
def test_a_file_without_a_calendar_is_refused_by_name(tmp_path, content):
    with pytest.raises(UnreadableFile, match=r"“term\.ics” holds no calendar; export the calendar as iCalendar"):
        read_calendar(tmp_path, content)


def test_a_calendar_may_be_empty(tmp_path):
    file = read_calendar(tmp_path, calendar())
    assert (file.events, file.problems, file.left_out) == ((), (), False)


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(UnreadableFile, match="no longer there"):
        read_file(tmp_path / "gone.ics")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.ics")
        with pytest.raises(UnreadableFile, match="a pipe or a device"):
            read_file(tmp_path / "pipe.ics")
