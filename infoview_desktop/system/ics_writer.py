"""Interviews written as iCalendar (RFC 5545), for other calendars to read; an invitation by RFC 5546."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, TextIO
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from infoview_desktop.domain.calendar_event import Attendee, Meeting
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.text import clean
from infoview_desktop.system.ics_zone_writer import FIRST_YEAR, LAST_YEAR, zone_lines

if TYPE_CHECKING:
    from icalendar import Event, vCalAddress

PRODUCT = "-//InfoView//InfoView//EN"

NO_ADDRESS = "invalid:nomail"
"""The address of who has none, as Apple's calendar has it, too."""

STATUS: MappingProxyType[InterviewState, str] = MappingProxyType(
    {
        InterviewState.ASKED: "TENTATIVE",
        InterviewState.SCHEDULED: "CONFIRMED",
        InterviewState.HELD: "CONFIRMED",
        InterviewState.CANCELLED: "CANCELLED",
        InterviewState.NO_SHOW: "CONFIRMED",  # the time was taken by it
    }
)
_MEDIA: MappingProxyType[Medium, Phrase] = MappingProxyType(
    {
        Medium.VIDEO: Phrase("Video call"),
        Medium.PHONE: Phrase("Phone call"),
        Medium.IN_PERSON: Phrase("In person"),
    }
)


def write(file: TextIO, meetings: Sequence[Meeting], following: Iterable[Meeting] | None = None) -> None:
    """Write interviews to a file opened with `newline=""`; the same interviews give the same bytes.

    `following` are the same again, where somebody looks on as they go by.
    """
    zones = _zones(meetings)
    file.writelines(_head(zones))
    for meeting in meetings if following is None else following:
        event = _event(meeting, zones, stamp=meeting.state_at)
        for person in meeting.people:
            event.add("attendee", _address(person))
        for name, value in _ours(meeting):
            event.add(name, value)
        file.write(event.to_ical(sorted=False).decode())
    file.write("END:VCALENDAR\r\n")


def write_invitation(file: TextIO, meeting: Meeting, *, organizer: Attendee, made_at: datetime) -> None:
    """Write one interview as an invitation to those with an address; a later one takes the place of an earlier.

    One that is called off says so. `organizer` is who invites, and is named in it as well: it stands in the other
    person's calendar. `made_at` is the moment it is written, UTC.
    """
    zones = _zones([meeting])
    cancelled = meeting.state is InterviewState.CANCELLED
    event = _event(meeting, zones, stamp=made_at, invites=organizer)
    event.add("sequence", meeting.minutes_until(made_at))
    event.add("organizer", _address(organizer))
    for person in meeting.people:
        if person.email:
            event.add("attendee", _address(person, ROLE="REQ-PARTICIPANT", PARTSTAT="NEEDS-ACTION", RSVP="TRUE"))
    file.writelines(_head(zones, method="CANCEL" if cancelled else "REQUEST"))
    file.write(event.to_ical(sorted=False).decode())
    file.write("END:VCALENDAR\r\n")


def _head(zones: Mapping[str, tuple[datetime, datetime]], method: str = "") -> Iterator[str]:
    yield f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODUCT}\r\nCALSCALE:GREGORIAN\r\n"
    if method:
        yield f"METHOD:{method}\r\n"
    for name, (first, last) in sorted(zones.items()):
        yield from (f"{line}\r\n" for line in zone_lines(name, first, last))


def _zones(meetings: Iterable[Meeting]) -> dict[str, tuple[datetime, datetime]]:
    """The zones there are, and from when to when each is needed; UTC needs none."""
    zones: dict[str, tuple[datetime, datetime]] = {}
    known: dict[str, bool] = {}
    for meeting in meetings:
        name, at = meeting.time_zone, meeting.starts_at
        if name not in known:
            known[name] = _is_zone(name)
        if known[name] and FIRST_YEAR < at.year < LAST_YEAR:
            first, last = zones.get(name, (at, at))
            zones[name] = (min(first, at), max(last, meeting.ends_at))
    return zones


def _is_zone(name: str) -> bool:
    try:
        return ZoneInfo(name).key not in {"UTC", "Etc/UTC"}
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _event(
    meeting: Meeting,
    zones: Mapping[str, tuple[datetime, datetime]],
    *,
    stamp: datetime,
    invites: Attendee | None = None,
) -> Event:
    from icalendar import Event  # noqa: PLC0415 - a tenth of a second, and only who exports to a calendar needs it

    event = Event()
    people = (invites, *meeting.people) if invites else meeting.people
    names = ", ".join(filter(None, (_line(person.name) for person in people)))
    about = Phrase("Conversation: {names}" if invites else "Interview with {names}", {"names": names})
    event.add("uid", meeting.uid)
    event.add("dtstamp", stamp)
    event.add("created", meeting.created_at)
    event.add("dtstart", _on_the_wall(meeting.starts_at, meeting.time_zone, zones))
    event.add("dtend", _on_the_wall(meeting.ends_at, meeting.time_zone, zones))
    event.add("summary", _line(str(about)))
    if place := _line(meeting.place):
        event.add("location", place)
    event.add("description", str(_MEDIA[meeting.medium]))
    event.add("status", STATUS[meeting.state])
    return event


def _on_the_wall(moment: datetime, time_zone: str, zones: Mapping[str, tuple[datetime, datetime]]) -> datetime:
    """The moment in its zone; in UTC where no zone is told, or where a clock shows that time once before."""
    first, last = zones.get(time_zone, (moment, moment))
    if time_zone not in zones or not first <= moment <= last:
        return moment.astimezone(UTC)
    there = moment.astimezone(ZoneInfo(time_zone))
    return moment.astimezone(UTC) if there.fold else there


def _ours(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """What only this program asks for when it reads the interview again; other calendars pass it over."""
    yield "X-INFOVIEW-MEDIUM", meeting.medium
    yield "X-INFOVIEW-STATE", meeting.state
    if time_zone := _line(meeting.time_zone):
        yield "X-INFOVIEW-TIME-ZONE", time_zone


def _address(person: Attendee, **parameters: str) -> vCalAddress:
    from icalendar import vCalAddress  # noqa: PLC0415 - the same

    email = _line(person.email)
    told = {"CN": _line(person.name), **parameters}
    return vCalAddress(
        f"mailto:{quote(email, safe=_AS_IT_IS)}" if email else NO_ADDRESS,
        params={name: value for name, value in told.items() if value},
    )


_AS_IT_IS = "@!#$'*+-/=^_`{|}~."


def _line(text: str) -> str:
    return clean(text)[0]
