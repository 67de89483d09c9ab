"""Interviews: agreed, changed, held, called off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from infoview_desktop.domain import known_error
from infoview_desktop.domain.interview import LONGEST_MINUTES, USUAL_MINUTES, Interview, InterviewState, Medium
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.contact_fields import one_line
from infoview_desktop.operations.moments import known_moment
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan
from infoview_desktop.store.moments import stored
from infoview_desktop.store.reads import contacts, stories
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import directions, offers
from infoview_desktop.store.writes import interviews as writes

_SAID_OF_STATES: MappingProxyType[InterviewState, Phrase] = MappingProxyType(
    {
        InterviewState.ASKED: Phrase("Interview with {names} is asked for"),
        InterviewState.SCHEDULED: Phrase("Interview with {names} is scheduled"),
        InterviewState.HELD: Phrase("Talked with {names}"),
        InterviewState.CANCELLED: Phrase("Interview with {names} called off"),
        InterviewState.NO_SHOW: Phrase("Nobody came to the interview with {names}"),
    }
)


@reaching(Reach.UNDOABLE)
def add(
    store: Store,
    *,
    contact_ids: Sequence[int],
    starts_at: datetime | None,
    time_zone: str,
    minutes: int = USUAL_MINUTES,
    medium: Medium = Medium.VIDEO,
    place: str = "",
    state: InterviewState = InterviewState.SCHEDULED,
    direction: str = "",
) -> Outcome[int]:
    """Write down a conversation with people and return its id; where it is agreed on, no offered times are held on.

    `starts_at` is in any zone, None while no time is agreed; `time_zone` the IANA name of where the user is.

    Raises:
        KnownError: one of them is not in the book, or the minutes or the moment make no sense.
    """
    values = {"names": _joined(store, contact_ids)}
    with store.transaction(Phrase("Interview with {names}", values)) as transaction:
        interview_id = writes.add(
            transaction,
            contact_ids=contact_ids,
            starts_at=_starts(starts_at),
            time_zone=time_zone,
            minutes=_minutes(minutes),
            medium=medium,
            place=one_line(place),
            state=state,
            direction=directions.named(transaction, one_line(direction)),
        )
        _let_go_of_offers(transaction, contact_ids, state, starts_at)
        replan(transaction, contact_ids)
    return Outcome(interview_id, transaction.changed, Phrase("Interview with {names} added", values), undoable=True)


@reaching(Reach.UNDOABLE)
def edit(
    store: Store,
    *,
    interview_id: int,
    contact_ids: Sequence[int],
    starts_at: datetime | None,
    time_zone: str,
    minutes: int,
    medium: Medium,
    place: str,
    state: InterviewState,
    direction: str,
) -> Outcome[None]:
    """Change an interview, all of it at once.

    Raises:
        KnownError: it is gone, nobody would take part or one who is gone, or the minutes or the moment make no sense.
    """
    before = _interview(store, interview_id)
    values = {"names": _joined(store, contact_ids)}
    with store.transaction(Phrase("Change interview with {names}", values)) as transaction:
        columns: dict[str, Any] = {
            "starts_at": _starts(starts_at),
            "time_zone": time_zone,
            "minutes": _minutes(minutes),
            "medium": medium,
            "place": one_line(place),
            "direction": directions.named(transaction, one_line(direction)),
        }
        if state is not before.state:
            columns |= {"state": state, "state_at": transaction.timestamp}
        reader = Reader(transaction.connection)
        writes.change(transaction, interview_id, **columns)
        directions.drop_unused(transaction, [directions.named(transaction, before.direction)])
        # Who is in the trash is not seen, and comes back as they were.
        trashed = set(before.contact_ids).difference(contacts.present_names(reader, before.contact_ids))
        writes.change_people(transaction, interview_id, trashed.union(contact_ids))
        if before.starts_at is None or before.state is not InterviewState.SCHEDULED:
            _let_go_of_offers(transaction, contact_ids, state, starts_at)
        replan(transaction, {*before.contact_ids, *contact_ids})
    return step(transaction.changed, Phrase("Interview with {names} changed", values))


@reaching(Reach.UNDOABLE)
def move(store: Store, *, interview_id: int, starts_at: datetime, minutes: int, time_zone: str) -> Outcome[None]:
    """Let an interview begin at another moment, or take longer or shorter; all else stays.

    `starts_at` is in any zone; `time_zone` the IANA name of where the user is. Where it stands already nothing is
    changed, and it stays agreed where it was.

    Raises:
        KnownError: it is gone, or the minutes or the moment make no sense.
    """
    before = _interview(store, interview_id)
    values = {"names": _names(store, before.contact_ids)}
    to, lasting = _starts(starts_at), _minutes(minutes)
    stays = before.starts_at is not None and stored(before.starts_at) == to
    with store.transaction(Phrase("Move interview with {names}", values)) as transaction:
        if stays:
            writes.change(transaction, interview_id, minutes=lasting)
        else:
            writes.change(transaction, interview_id, starts_at=to, time_zone=time_zone, minutes=lasting)
        replan(transaction, before.contact_ids)
    if stays:
        said = Phrase.counted(
            "Interview with {names} takes {count} minute",
            "Interview with {names} takes {count} minutes",
            minutes,
            **values,
        )
    else:
        said = Phrase("Interview with {names} moved", values)
    return step(transaction.changed, said)


@reaching(Reach.UNDOABLE)
def change_state(store: Store, *, interview_id: int, state: InterviewState) -> Outcome[None]:
    """Say that an interview was held, called off, or that they did not come.

    Raises:
        KnownError: it is gone.
    """
    before = _interview(store, interview_id)
    values = {"names": _names(store, before.contact_ids)}
    with store.transaction(Phrase("Change interview with {names}", values)) as transaction:
        if state is not before.state:
            writes.change(transaction, interview_id, state=state, state_at=transaction.timestamp)
            replan(transaction, before.contact_ids)
    return step(transaction.changed, Phrase(_SAID_OF_STATES[state].text, values))


@reaching(Reach.UNDOABLE)
def delete(store: Store, *, interview_id: int) -> Outcome[None]:
    """Remove an interview; its notes stay.

    Raises:
        KnownError: it is gone already.
    """
    before = _interview(store, interview_id)
    values = {"names": _names(store, before.contact_ids)}
    with store.transaction(Phrase("Delete interview with {names}", values)) as transaction:
        writes.delete(transaction, interview_id)
        directions.drop_unused(transaction, [directions.named(transaction, before.direction)])
        replan(transaction, before.contact_ids)
    return step(transaction.changed, Phrase("Interview with {names} deleted", values))


def _let_go_of_offers(
    transaction: Transaction, contact_ids: Sequence[int], state: InterviewState, starts_at: datetime | None
) -> None:
    """Hold no more times for people with whom one was agreed on, whether it was among them or not."""
    if state is InterviewState.SCHEDULED and starts_at is not None:
        offers.withdraw(transaction, contact_ids)


def _interview(store: Store, interview_id: int) -> Interview:
    one = stories.interview(Reader(store.connection), interview_id)
    if one is None:
        raise known_error.no_longer_there()
    return one


def _starts(starts_at: datetime | None) -> str | None:
    return stored(known_moment(starts_at)) if starts_at else None


def _minutes(minutes: int) -> int:
    if not 0 < minutes <= LONGEST_MINUTES:
        raise known_error.no_such_choice(str(minutes))
    return minutes


def _joined(store: Store, contact_ids: Sequence[int]) -> str:
    """The names of who is to take part, all of whom have to be there."""
    names = contacts.present_names(Reader(store.connection), contact_ids)
    if not names or len(names) < len(set(contact_ids)):
        raise known_error.gone()
    return ", ".join(names.values())


def _names(store: Store, contact_ids: Sequence[int]) -> str:
    names = [line.name for line in contacts.lines(Reader(store.connection), contact_ids)]
    if not names:
        raise known_error.gone()
    return ", ".join(names)
