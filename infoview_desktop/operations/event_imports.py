"""A calendar's file looked through, and taken in: as busy time, and what names people as interviews with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from infoview_desktop.domain import known_error
from infoview_desktop.domain.calendar import CalendarState, days_read
from infoview_desktop.domain.event_import import Candidate, Standing, candidates
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import calendars
from infoview_desktop.operations.agreeing import agree
from infoview_desktop.operations.calendars import Look, Shown
from infoview_desktop.operations.contact_fields import one_line
from infoview_desktop.operations.moments import known_moment
from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.operations.planning import replan
from infoview_desktop.store.moments import stored
from infoview_desktop.store.reads import calendars as reads
from infoview_desktop.store.reads import contacts, stories
from infoview_desktop.store.reads.known_meetings import known_meetings, known_people
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import interviews
from infoview_desktop.system.ics_file import CalendarFile, is_calendar

__all__ = ["EventPreview", "is_calendar", "preview", "take_in"]


@dataclass(frozen=True, slots=True)
class EventPreview:
    """What a calendar's file has for the book; nothing is stored yet.

    Attributes:
        path: where the file is.
        file: what it says.
        look: the same, as it is kept when the calendar is shown.
        candidates: what is or can become an interview, in order of time.
        is_shown: whether the calendar is shown already.
    """

    path: Path
    file: CalendarFile
    look: Look
    candidates: tuple[Candidate, ...]
    is_shown: bool


def preview(reader: Reader, *, path: Path, now: datetime, progress: Progress) -> EventPreview:
    """Read a calendar's file and compare it with the book; `now` is on the user's clock, with its zone.

    Raises:
        KnownError: it is no calendar, or cannot be read.
        Cancelled: the user stopped it.
    """
    today, time_zone = now.date(), str(now.tzinfo)
    stamp = calendars.stamp_for(path, today=today, time_zone=time_zone)
    file = calendars.read_file(path=path, today=today, time_zone=time_zone, progress=progress.part(0.0, 0.9))
    meetings = known_meetings(reader)
    found = candidates(file.events, known_people(reader), meetings, cancelled=progress.cancelled)
    look = Look(CalendarState.READ, stamp, *days_read(today), calendars.busy_times(file, meetings))
    progress.reached(1.0)
    whole = str(path.absolute())
    is_shown = any(one.path == whole for one in reads.calendars(reader))
    return EventPreview(path, file, look, found, is_shown)


@reaching(Reach.UNDOABLE)
def take_in(
    store: Store,
    *,
    file: EventPreview,
    chosen: Sequence[Candidate],
    shown: Shown | None,
    time_zone: str,
    progress: Progress,
) -> Outcome[None]:
    """Let the chosen events be interviews, and show the calendar beside one's own if that is wanted; one step.

    An interview that the book knows becomes as the event says. `time_zone` is the user's, an IANA name, for what
    tells none.

    Raises:
        KnownError: somebody is gone or a moment makes no sense, or the calendar cannot be shown.
        Cancelled: the user stopped it; nothing is left behind.
    """
    name = file.file.name
    wanted = [one for one in chosen if one.standing is not Standing.SAME]
    with store.transaction(_label(name, len(wanted), shown)) as transaction:
        for number, candidate in enumerate(wanted):
            progress.reached(number / len(wanted) / 2)
            _take(transaction, candidate, time_zone)
        progress.reached(0.5)
        if shown is not None:
            calendars.show(transaction, path=file.path, shown=shown, look=file.look)
        progress.reached(0.9)
        replan(transaction, {contact_id for one in wanted for contact_id in one.contact_ids})
    changed = transaction.changed | (calendars.BUSY_TABLES if shown else frozenset())
    return Outcome(None, changed, _said(name, len(wanted), shown), undoable=bool(transaction.changed))


def _take(transaction: Transaction, candidate: Candidate, time_zone: str) -> None:
    """Write an event down as an interview, or let the one that it is be as it says."""
    told: dict[str, Any] = {
        "starts_at": stored(known_moment(candidate.starts_at)),
        "minutes": candidate.minutes,
        "time_zone": candidate.event.time_zone or time_zone,
        "state": candidate.state,
    }
    if place := one_line(candidate.event.place):
        told |= {"place": place, "medium": candidate.medium}
    reader = Reader(transaction.connection)
    if candidate.meeting is not None:
        before = stories.interview(reader, candidate.meeting.id)
        if before is None:
            raise known_error.no_longer_there()
        if candidate.state is not before.state:
            told["state_at"] = transaction.timestamp
        interviews.change(transaction, before.id, **told)
        return
    contact_ids = list(contacts.present_names(reader, candidate.contact_ids))
    if not contact_ids:
        raise known_error.gone()
    told = {"medium": candidate.medium, "place": "", "uid": candidate.event.uid, **told}
    if candidate.state is InterviewState.SCHEDULED:
        agree(transaction, contact_ids, **told)
    else:
        interviews.add(transaction, contact_ids=contact_ids, direction=None, **told)


def _label(name: str, count: int, shown: Shown | None) -> Phrase:
    if shown is not None:
        return Phrase("Show the calendar {name}", {"name": one_line(shown.name)})
    return Phrase.counted("Take {count} interview from {file}", "Take {count} interviews from {file}", count, file=name)


def _said(name: str, count: int, shown: Shown | None) -> Phrase:
    taken = Phrase.counted(
        "{count} interview taken from {file}", "{count} interviews taken from {file}", count, file=name
    )
    if shown is None:
        return taken
    seen = Phrase("The calendar {name} is shown", {"name": one_line(shown.name)})
    return Phrase("{seen}, {taken}", {"seen": seen, "taken": taken}) if count else seen
