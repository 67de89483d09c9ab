"""Calendars of other programs: shown beside one's own, read from their files, and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from infoview_desktop.domain import known_error
from infoview_desktop.domain.calendar import Calendar, CalendarState, is_colour, is_on_this_machine
from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.contact_fields import one_line
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.store.reads import calendars as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import calendars as writes

_READ = frozenset({"calendar_reading", "busy_time"})
"""What changes when a calendar's file was looked at."""


@reaching(Reach.UNDOABLE)
def add(store: Store, *, path: Path, name: str, colour: str, watched: bool = True) -> Outcome[int]:
    """Show the calendar in a file beside one's own and return its id; the file is read by `refresh`.

    `colour` is `#rrggbb`; `watched` whether the file is read again when it changes.

    Raises:
        KnownError: the file's calendar is shown already, the name or the colour is none, or the path leads to
            another machine.
    """
    whole, values = _path(path), {"name": _name(name)}
    if any(each.path == whole for each in reads.calendars(Reader(store.connection))):
        raise known_error.calendar_shown_already()
    with store.transaction(Phrase("Show the calendar {name}", values)) as transaction:
        calendar_id = writes.add(
            transaction, name=values["name"], path=whole, colour=_colour(colour), watched=int(watched)
        )
    said = Phrase("The calendar {name} is shown", values)
    return Outcome(calendar_id, transaction.changed, said, undoable=True)


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
def refresh(
    store: Store, *, calendar_id: int, events: Sequence[Event], first: date, last: date, stamp: str
) -> Outcome[int]:
    """Let a calendar's busy times be what its file says, and return how many these are.

    Interviews of this book that came back from another program are left out: they stand there already. `events` are
    all from the day `first` to the day `last`; `stamp` tells the file from what it was before and will be.

    Raises:
        KnownError: the calendar is gone.
    """
    _calendar(store, calendar_id)
    ours = reads.own_uids(Reader(store.connection))
    theirs = [event for event in events if event.uid not in ours]
    with store.unrecorded() as transaction:
        writes.read(transaction, calendar_id, theirs, first=first, last=last, stamp=stamp)
    return Outcome(len(theirs), _READ)


@reaching(Reach.UNRECORDED)
def miss(store: Store, *, calendar_id: int, state: CalendarState, stamp: str) -> Outcome[None]:
    """Say that a calendar's file is gone, or cannot be read; what it said before stays.

    Raises:
        KnownError: the calendar is gone itself.
    """
    if _calendar(store, calendar_id).state is state:
        return Outcome(None)
    with store.unrecorded() as transaction:
        writes.miss(transaction, calendar_id, state, stamp=stamp)
    return Outcome(None, frozenset({"calendar_reading"}))


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
