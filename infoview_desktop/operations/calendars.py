"""Calendars of other programs: shown beside one's own, read from their files, and taken away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from infoview_desktop.domain import known_error
from infoview_desktop.domain.calendar import Calendar, CalendarState, days_read, is_colour, is_on_this_machine
from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.domain.event_import import KnownMeeting
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations.contact_fields import one_line
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.store.reads import calendars as reads
from infoview_desktop.store.reads.known_meetings import known_meetings
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import calendars as writes
from infoview_desktop.system import ics_file
from infoview_desktop.system.ics_file import CalendarFile
from infoview_desktop.system.regular_file import UnreadableFile, stamp_of

BUSY_TABLES = frozenset({"calendar_reading", "busy_time"})
"""What is other than before when a calendar's file was read."""


@dataclass(frozen=True, slots=True)
class Look:
    """What came of looking at a calendar's file.

    Attributes:
        state: how it is.
        stamp: what tells it, as it is read for these days, from what it was before and will be; "" where it is gone.
        first: from which day on its events were looked for.
        last: the last of these days.
        busy: when one is busy by it; nothing where it could not be read.
    """

    state: CalendarState
    stamp: str
    first: date
    last: date
    busy: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """How a calendar is to be shown: under which name, in which colour (`#rrggbb`), and whether its file is watched."""

    name: str
    colour: str
    watched: bool


def look(reader: Reader, *, calendar_id: int, today: date, time_zone: str) -> tuple[int, Look] | None:
    """Look at a calendar's file; None where there is nothing new in it, and while it is being written.

    `today` and `time_zone`, an IANA name, are the user's. Meant for a thread of its own.
    """
    one = reads.calendar(reader, calendar_id)
    if one is None or not is_on_this_machine(one.path):
        return None
    path = Path(one.path)
    stamp = stamp_for(path, today=today, time_zone=time_zone)
    if stamp == one.stamp and (stamp or one.state is CalendarState.GONE):
        return None
    first, last = days_read(today)
    if not stamp:
        return calendar_id, Look(CalendarState.GONE, stamp, first, last)
    try:
        file = read_file(path=path, today=today, time_zone=time_zone, progress=Progress())
        busy = busy_times(file, known_meetings(reader))
        found = Look(CalendarState.READ, stamp, first, last, busy)
    except KnownError:
        found = Look(CalendarState.BROKEN, stamp, first, last)
    return (calendar_id, found) if stamp_for(path, today=today, time_zone=time_zone) == stamp else None


def read_file(*, path: Path, today: date, time_zone: str, progress: Progress) -> CalendarFile:
    """Read the file of a calendar, of the days around the user's `today`.

    Raises:
        KnownError: it is no calendar, or cannot be read.
        Cancelled: the user stopped it.
    """
    first, last = days_read(today)
    try:
        return ics_file.read(
            path,
            first=first,
            last=last,
            time_zone=time_zone,
            progress=progress.report,
            cancelled=progress.cancelled,
        )
    except UnreadableFile as error:
        raise known_error.unreadable_file(error.reason) from error


def stamp_for(path: Path, *, today: date, time_zone: str) -> str:
    """What tells a file, as it would be read now, from any other; "" where there is none."""
    stamp = stamp_of(path)
    return stamp and f"{stamp} {days_read(today)[0]} {time_zone}"


def busy_times(file: CalendarFile, meetings: Mapping[str, Sequence[KnownMeeting]]) -> tuple[Event, ...]:
    """When one is busy by a calendar, without the interviews of this book, which stand there already.

    `meetings` are those by what calendars call them.
    Of an event that takes place several times those alone are left out at which there is an interview.
    """
    times = Counter(event.uid for event in file.events)

    def is_ours(event: Event) -> bool:
        starts = {one.starts_at for one in meetings.get(event.uid, ())}
        return bool(starts) and (times[event.uid] == 1 or (event.span is not None and event.span.start in starts))

    return tuple(event for event in file.events if event.busy and not is_ours(event))


def show(transaction: Transaction, *, path: Path, shown: Shown, look: Look) -> int:
    """Show the calendar in a file beside one's own, as it was just read, and return its id.

    Raises:
        KnownError: the file's calendar is shown already, the name or the colour is none, or the path leads to
            another machine.
    """
    whole = _path(path)
    if any(each.path == whole for each in reads.calendars(Reader(transaction.connection))):
        raise known_error.calendar_shown_already()
    calendar_id = writes.add(
        transaction,
        name=_name(shown.name),
        path=whole,
        colour=_colour(shown.colour),
        watched=int(shown.watched),
    )
    _keep_read(transaction, calendar_id, look)
    return calendar_id


@reaching(Reach.UNDOABLE)
def edit(store: Store, *, calendar_id: int, name: str, colour: str, watched: bool) -> Outcome[None]:
    """Call a calendar otherwise, give it another colour, or watch its file or not.

    Raises:
        KnownError: it is gone, or the name or the colour is none.
    """
    _calendar(store, calendar_id)
    values = {"name": _name(name)}
    with store.transaction(Phrase("Change the calendar {name}", values)) as transaction:
        writes.change(transaction, calendar_id, name=values["name"], colour=_colour(colour), watched=int(watched))
    return step(transaction.changed, Phrase("The calendar {name} is changed", values))


@reaching(Reach.UNDOABLE)
def remove(store: Store, *, calendar_id: int) -> Outcome[None]:
    """Show a calendar no more; its file stays as it is.

    Raises:
        KnownError: it is gone already.
    """
    values = {"name": _calendar(store, calendar_id).name}
    with store.transaction(Phrase("Remove the calendar {name}", values)) as transaction:
        writes.remove(transaction, calendar_id)
    return step(transaction.changed, Phrase("The calendar {name} is shown no more", values))


@reaching(Reach.UNRECORDED)
def keep(store: Store, *, calendar_id: int, look: Look) -> Outcome[None]:
    """Let a calendar's busy times be what its file says; where that is gone or broken, what it said before stays."""
    if reads.calendar(Reader(store.connection), calendar_id) is None:
        return Outcome(None)  # it was taken away while its file was being read
    with store.unrecorded() as transaction:
        if look.state is CalendarState.READ:
            _keep_read(transaction, calendar_id, look)
        else:
            writes.miss(transaction, calendar_id, look.state, stamp=look.stamp)
    return Outcome(None, BUSY_TABLES if look.state is CalendarState.READ else frozenset({"calendar_reading"}))


@reaching(Reach.UNRECORDED)
def sweep(store: Store) -> Outcome[None]:
    """Let go of what was read for calendars that are there no more; one that comes back is read again."""
    if store.writable and reads.has_leftovers(Reader(store.connection)):
        with store.unrecorded() as transaction:
            writes.sweep(transaction)
    return Outcome(None)


def _calendar(store: Store, calendar_id: int) -> Calendar:
    one = reads.calendar(Reader(store.connection), calendar_id)
    if one is None:
        raise known_error.no_longer_there()
    return one


def _keep_read(transaction: Transaction, calendar_id: int, look: Look) -> None:
    writes.read(transaction, calendar_id, look.busy, first=look.first, last=look.last, stamp=look.stamp)


def _path(path: Path) -> str:
    text = str(path.absolute())
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise known_error.unreadable_file("The name of this file cannot be kept: it is not Unicode.") from error
    if not is_on_this_machine(text):
        raise known_error.on_another_machine(path.name)
    return text


def _name(text: str) -> str:
    name = one_line(text)
    if not name:
        raise known_error.name_for_it_needed()
    return name


def _colour(text: str) -> str:
    if not is_colour(text):
        raise known_error.no_such_choice(text)
    return text
