"""Calendars of other programs: what of them one sees, and when."""

from datetime import UTC, date, datetime

import pytest

from infoview_desktop.domain.calendar_event import Attendee
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.system.ics_file import is_calendar
from tests.calendar_files import calendar, event, read_calendar, told


def test_an_event_has_a_title_a_place_and_a_time(tmp_path):
    file = read_calendar(
        tmp_path,
        calendar(
            "X-WR-CALNAME:Term\\, winter", event("DTEND:20261201T103000", "SUMMARY:Lecture", "LOCATION:Hall 1\\nNorth")
        ),
    )
    (one,) = file.events
    assert (file.name, file.title, file.problems, file.left_out) == ("term.ics", "Term, winter", (), False)
    assert (one.uid, one.title, one.place, one.attendees) == ("1", "Lecture", "Hall 1 North", ())
    assert told(file.events) == ["01.12. 08:00-09:30"]
    assert (one.first_day, one.last_day, one.time_zone) == (date(2026, 12, 1), date(2026, 12, 1), "Europe/Berlin")
    assert (one.medium, one.state, one.busy) == (None, None, True)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART:20261201T090000", "DURATION:PT1H30M"], "01.12. 08:00-09:30"),
        (["DTSTART:20261201T090000"], "01.12. 08:00-08:00"),
        (["DTSTART:20261201T090000Z", "DTEND:20261201T100000Z"], "01.12. 09:00-10:00"),
        (["DTSTART;TZID=Asia/Kathmandu:20261201T090000", "DURATION:PT1H"], "01.12. 03:15-04:15"),
        (["DTSTART;TZID=W. Europe Standard Time:20261201T090000", "DURATION:PT1H"], "01.12. 08:00-09:00"),
        (["DTSTART;TZID=/x.example/2/America/New_York:20261201T090000", "DURATION:PT1H"], "01.12. 14:00-15:00"),
        (["DTSTART;VALUE=DATE:20261201"], "01.12.-01.12."),
        (["DTSTART:20261201"], "01.12.-01.12."),
        (["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261204"], "01.12.-03.12."),
        (["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261201"], "01.12.-01.12."),
        (["DTSTART;VALUE=DATE:20261201", "DURATION:P2W"], "01.12.-14.12."),
        (["DTSTART:20261201T235960", "DTEND:20261202T240000"], "01.12. 22:59-23:00"),
        (["DTSTART:2026-12-01T09:00:00", "DTEND:2026-12-01T10:00"], "01.12. 08:00-09:00"),
        (['dtstart;tzid="Europe/London" :20261201T090000', "Duration:+PT1H"], "01.12. 09:00-10:00"),
        (["DTSTART;TZID=Europe/London:20261201T090000", "DTEND;TZID=Europe/Berlin:20261201T110000"],
         "01.12. 09:00-10:00"),
        (["DTSTART;TZID=Europe/Berlin:20261025T023000", "DTEND;TZID=Europe/Berlin:20261025T033000"],
         "25.10. 00:30-02:30"),  # the first of two half past two
        (["DTSTART;TZID=America/New_York:20261101T013000", "DTEND:20261101T063000Z"], "01.11. 05:30-06:30"),
    ],
)  # fmt: skip
def test_a_time_is_read_as_it_is_told(tmp_path, lines, expected):
    file = read_calendar(tmp_path, calendar(event(*lines, start="")))
    assert told(file.events) == [expected]
    assert file.problems == ()


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("DURATION:PT1H", "29.03. 01:30-02:30"),
        ("DTEND;TZID=Europe/Berlin:20260329T040000", "29.03. 01:30-02:00"),
        ("DTEND;TZID=Europe/Berlin:20260329T031500", "29.03. 01:30-02:15"),  # which is before it, by the letter
    ],
)
def test_a_time_that_a_clock_skips_is_meant_as_if_it_had_not(tmp_path, end, expected):
    inner = event(end, start="DTSTART;TZID=Europe/Berlin:20260329T023000")
    file = read_calendar(tmp_path, calendar(inner), first=date(2026, 3, 1))
    assert (told(file.events), file.problems) == ([expected], ())


def test_an_event_keeps_its_place_on_the_clock_through_the_change_of_clocks(tmp_path):
    file = read_calendar(
        tmp_path, calendar(event("DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3", start="DTSTART:20261012T090000"))
    )
    assert told(file.events) == ["12.10. 07:00-08:00", "19.10. 07:00-08:00", "26.10. 08:00-09:00"]


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("", "Europe/Berlin"),
        (";TZID=Pacific/Auckland", "Pacific/Auckland"),
        (";TZID=Romance Standard Time", "Europe/Paris"),
        (";TZID=/freeassociation.sourceforge.net/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
    ],
)
def test_an_event_tells_in_which_zone_it_was_meant(tmp_path, zone, name):
    file = read_calendar(tmp_path, calendar(event(start=f"DTSTART{zone}:20261201T090000")))
    assert file.events[0].time_zone == name


def test_moments_are_meant_in_the_zone_of_their_calendar(tmp_path):
    inner = event(start="DTSTART:20261201T090000Z")
    assert read_calendar(tmp_path, calendar(inner)).events[0].time_zone == ""
    zoned = read_calendar(tmp_path, calendar("X-WR-TIMEZONE:Asia/Tokyo", inner))
    assert (zoned.events[0].time_zone, told(zoned.events)) == ("Asia/Tokyo", ["01.12. 09:00-09:00"])


OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Base camp
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0500
TZOFFSETTO:+0545
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20200405T020000
RRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=1SU
RDATE:20270110T020000
TZOFFSETFROM:+0545
TZOFFSETTO:+0645
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20200101T030000
RRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=2SU;UNTIL=20300101T000000Z
RDATE;VALUE=DATE-TIME:20270117T030000
TZOFFSETFROM:+0645
TZOFFSETTO:+0545
END:STANDARD
END:VTIMEZONE"""


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        ("20261206T015959", "2026-12-05T20:14:59"),
        ("20261206T023000", "2026-12-05T20:45:00"),  # skipped, and meant as if the clocks had not changed yet
        ("20261206T030000", "2026-12-05T20:15:00"),
        ("20261213T015959", "2026-12-12T19:14:59"),
        ("20261213T023000", "2026-12-12T19:45:00"),  # twice, and the first is meant
        ("20261213T030000", "2026-12-12T21:15:00"),
        ("20270112T120000", "2027-01-12T05:15:00"),
        ("20270120T120000", "2027-01-20T06:15:00"),
    ],
)
def test_a_zone_that_only_the_file_knows_goes_by_its_rules(tmp_path, at, moment):
    inner = event(start=f"DTSTART;TZID=Base camp:{at}")
    for text in (calendar(OWN_ZONE, inner), calendar(inner, OWN_ZONE)):
        file = read_calendar(tmp_path, text)
        assert [one.span.start for one in file.events] == [datetime.fromisoformat(moment).replace(tzinfo=UTC)]
        assert (file.events[0].time_zone, file.problems) == ("", ())


def test_what_recurs_in_a_zone_that_only_the_file_knows_keeps_its_place_on_its_clock(tmp_path):
    inner = event("RRULE:FREQ=WEEKLY;COUNT=4", "DURATION:PT1H", start="DTSTART;TZID=Base camp:20261130T120000")
    assert told(read_calendar(tmp_path, calendar(OWN_ZONE, inner)).events) == [
        "30.11. 06:15-07:15",
        "07.12. 05:15-06:15",
        "14.12. 06:15-07:15",
        "21.12. 06:15-07:15",
    ]


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "Europe", "x" * 5_000, "(UTC+01:00) Bern, Rom"])
def test_a_zone_that_nobody_knows_is_taken_as_ones_own_and_told(tmp_path, zone):
    inner = [event(start=f"DTSTART;TZID={zone}:20261201T090000", uid=uid) for uid in "abc"]
    file = read_calendar(tmp_path, calendar(*inner))
    assert told(file.events) == ["01.12. 08:00-08:00"] * 3
    assert [one.time_zone for one in file.events] == [""] * 3
    (problem,) = file.problems
    assert problem.why.startswith("the time zone “")
    assert problem.why.endswith("is not known; times in it are taken as yours")
    assert (problem.line, problem.left_out) == (3, False)


def test_whose_own_zone_is_not_known_sees_the_times_of_utc(tmp_path):
    file = read_calendar(tmp_path, calendar(event()), time_zone="Mars/Olympus")
    assert (told(file.events), file.events[0].time_zone) == (["01.12. 09:00-09:00"], "")


def test_an_event_that_lasts_over_midnight_takes_both_days(tmp_path):
    late = event("DTEND;TZID=America/New_York:20261201T183000", start="DTSTART;TZID=America/New_York:20261201T173000")
    file = read_calendar(tmp_path, calendar(late))
    assert (file.events[0].first_day, file.events[0].last_day) == (date(2026, 12, 1), date(2026, 12, 2))
    to_midnight = read_calendar(tmp_path, calendar(event("DTEND:20261202T000000")))
    assert to_midnight.events[0].last_day == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("lines", "seen"),
    [
        (["DTSTART:20261130T230000", "DTEND:20261201T000000"], False),
        (["DTSTART:20261130T230000", "DTEND:20261201T000001"], True),
        (["DTSTART:20261201T000000"], True),
        (["DTSTART:20261201T235959", "DTEND:20261203T000000"], True),
        (["DTSTART:20261202T000000"], False),
        (["DTSTART:20261201T225959Z"], True),
        (["DTSTART:20261201T230000Z"], False),
        (["DTSTART;VALUE=DATE:20261130"], False),
        (["DTSTART;VALUE=DATE:20261130", "DTEND;VALUE=DATE:20261202"], True),
        (["DTSTART;VALUE=DATE:20261202"], False),
        (["DTSTART:20250101T000000", "DTEND:20280101T000000"], True),
        (["DTSTART:20250101T000000", "DURATION:P999999999D"], True),
        (["DTSTART:20200101T120000", "DURATION:P8D", "RRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24"], True),
        (["DTSTART:20200101T100000", "DURATION:P7D", "RRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=23"], False),
        (["DTSTART;VALUE=DATE:20200101", "DURATION:P8D", "RRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24"], True),
        (["DTSTART;VALUE=DATE:20200101", "DURATION:P7D", "RRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24"], False),
    ],
)
def test_only_what_takes_some_time_of_the_days_is_seen(tmp_path, lines, seen):
    day = date(2026, 12, 1)
    file = read_calendar(tmp_path, calendar(event(*lines, start="")), first=day, last=day)
    assert (len(file.events), file.problems) == (int(seen), ())


def test_events_stand_in_order_of_time_whole_days_before_the_times_of_the_day(tmp_path):
    file = read_calendar(
        tmp_path,
        calendar(
            event("SUMMARY:d", start="DTSTART:20261202T000000"),
            event("SUMMARY:b", start="DTSTART:20261201T000000", uid="2"),
            event("SUMMARY:a", start="DTSTART:20261201", uid="3"),
            event("SUMMARY:c", start="DTSTART;TZID=America/New_York:20261201T030000", uid="4"),
        ),
    )
    assert "".join(one.title for one in file.events) == "abcd"


def test_people_are_read_by_name_and_address_and_rooms_are_none(tmp_path):
    inner = event(
        'ORGANIZER;CN="Chen, Bo":mailto:bo@example.org',
        'ATTENDEE;CN=ana ruiz;ROLE=REQ-PARTICIPANT;X-A=";:,":MAILTO:ana%2Bx@example.org',
        "ATTENDEE;CN=bo@example.org:mailto:bo@example.org",
        "ATTENDEE;CN=Hall 3;CUTYPE=ROOM:mailto:hall@example.org",
        "ATTENDEE;CN=Beamer;CUTYPE=RESOURCE:mailto:beamer@example.org",
        "ATTENDEE;CN=Dora:invalid:nomail",
        "ATTENDEE;CN=Cem;EMAIL=cem@example.net:/principal/",
        "ATTENDEE;CN=^'Evi^' ^^:eva@example.org",
        "ATTENDEE:mailto:",
    )  # fmt: skip
    assert read_calendar(tmp_path, calendar(inner)).events[0].attendees == (
        Attendee("ana ruiz", "ana+x@example.org"),
        Attendee("", "bo@example.org"),
        Attendee("Dora", ""),
        Attendee("Cem", "cem@example.net"),
        Attendee('"Evi" ^', "eva@example.org"),
    )


def test_whoever_invites_is_among_them(tmp_path):
    inner = event(
        "ATTENDEE;CN=Ana:mailto:ana@example.org",
        "ORGANIZER;CN=Bo:mailto:bo@example.org",
        "ATTENDEE:mailto:x@resource.calendar.google.com",
    )
    assert read_calendar(tmp_path, calendar(inner)).events[0].attendees == (
        Attendee("Bo", "bo@example.org"),
        Attendee("Ana", "ana@example.org"),
    )
    by_a_calendar = event("ORGANIZER;CN=Uni:mailto:abc123@group.calendar.google.com")
    assert read_calendar(tmp_path, calendar(by_a_calendar)).events[0].attendees == ()


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["LOCATION:Hall 1", "URL:https://a.example"], "Hall 1"),
        (["LOCATION:", "URL:https://a.example/?x=1;y=2"], "https://a.example/?x=1;y=2"),
        (["URL:https://a.example", "CONFERENCE;VALUE=URI:tel:+1", 'CONFERENCE;LABEL=":":https://b.example'],
         "https://b.example"),
        (["URL:https://a.example", "X-GOOGLE-CONFERENCE:https://c.example"], "https://c.example"),
        (["URL:file:///etc/passwd"], ""),
        (["URL:javascript:alert(1)", "CONFERENCE:https://a b"], ""),
    ],
)  # fmt: skip
def test_where_there_is_no_place_the_link_to_meet_is_it(tmp_path, lines, place):
    assert read_calendar(tmp_path, calendar(event(*lines))).events[0].place == place


@pytest.mark.parametrize(
    ("lines", "state", "busy"),
    [
        ([], None, True),
        (["STATUS:CONFIRMED", "TRANSP:OPAQUE"], None, True),
        (["STATUS:TENTATIVE"], InterviewState.ASKED, True),
        (["STATUS:cancelled"], InterviewState.CANCELLED, False),
        (["TRANSP:TRANSPARENT"], None, False),
        (["X-MICROSOFT-CDO-BUSYSTATUS:FREE"], None, False),
        (["STATUS:CONFIRMED", "X-INFOVIEW-STATE:held"], InterviewState.HELD, True),
        (["STATUS:CANCELLED", "X-INFOVIEW-STATE:held"], InterviewState.CANCELLED, False),  # by another program since
        (["STATUS:CONFIRMED", "X-INFOVIEW-STATE:nonsense", "X-INFOVIEW-MEDIUM:smoke"], None, True),
    ],
)
def test_an_event_tells_how_it_stands_and_whether_it_takes_its_time(tmp_path, lines, state, busy):
    (one,) = read_calendar(tmp_path, calendar(event(*lines))).events
    assert (one.state, one.busy, one.medium) == (state, busy, None)


def test_what_is_called_off_as_a_whole_takes_no_time(tmp_path):
    (one,) = read_calendar(tmp_path, calendar("METHOD:CANCEL", event("STATUS:CONFIRMED"))).events
    assert (one.state, one.busy) == (InterviewState.CANCELLED, False)


def test_when_somebody_is_busy_is_read_without_a_title(tmp_path):
    busy = (
        "BEGIN:VFREEBUSY\nDTSTART:20261201T000000Z\n"
        "FREEBUSY;FBTYPE=BUSY:20261201T090000Z/20261201T100000Z,20261202T090000Z/PT30M\n"
        "FREEBUSY:20261203T090000Z/P1D\nFREEBUSY;FBTYPE=FREE:20261204T090000Z/PT1H\nFREEBUSY:nonsense\nEND:VFREEBUSY"
    )
    file = read_calendar(tmp_path, calendar(busy))
    assert told(file.events) == ["01.12. 09:00-10:00", "02.12. 09:00-09:30", "03.12. 09:00-09:00"]
    assert {(one.title, one.uid, one.busy) for one in file.events} == {("", "", True)}


def test_tasks_journals_and_alarms_are_no_events(tmp_path):
    alarm = "BEGIN:VALARM\nUID:2\nDTSTART:20261203T090000\nSUMMARY:Wake up\nEND:VALARM"
    file = read_calendar(
        tmp_path,
        calendar(
            "BEGIN:VTODO\nUID:3\nDTSTART:20261201T090000\nSUMMARY:Do\nEND:VTODO",
            "BEGIN:VJOURNAL\nUID:4\nDTSTART:20261201T090000\nEND:VJOURNAL",
            event(alarm, "SUMMARY:Lecture"),
        ),
    )
    assert [(one.uid, one.title) for one in file.events] == [("1", "Lecture")]


def test_several_calendars_in_a_file_are_read_each_with_its_own_zones(tmp_path):
    other = OWN_ZONE.replace("+0545", "+0100")
    inner = event(start="DTSTART;TZID=Base camp:20261201T090000")
    file = read_calendar(
        tmp_path,
        calendar("NAME:First", OWN_ZONE, inner) + calendar("X-WR-CALNAME:Second", other, inner) + calendar(event()),
    )
    assert file.title == "First"
    assert told(file.events) == ["01.12. 03:15-03:15", "01.12. 08:00-08:00", "01.12. 08:00-08:00"]


@pytest.mark.parametrize("name", ["a.ics", "a.ICS", "a.ical", "a.ifb", "a.icalendar"])
def test_a_calendar_is_known_by_its_ending(tmp_path, name):
    assert is_calendar(tmp_path / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_calendar_is_known_by_its_beginning(tmp_path, encoding):
    path = tmp_path / "calendar.txt"
    path.write_bytes("\r\nbegin:vcalendar\r\n".encode(encoding))
    assert is_calendar(path)
    path.write_bytes("BEGIN:VCARD\r\n".encode(encoding))
    assert not is_calendar(path)
    assert not is_calendar(tmp_path)
