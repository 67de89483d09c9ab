"""Times that are offered to people: held until one of them is taken, or all are withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from infoview_desktop.domain import known_error
from infoview_desktop.domain.interview import LONGEST_MINUTES, InterviewState, Medium
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.agreeing import agree
from infoview_desktop.operations.moments import known_moment
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan
from infoview_desktop.store.moments import stored
from infoview_desktop.store.reads import contacts, offers
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import offers as writes

MOST_OFFERED = 20
"""Nobody chooses from more."""


@reaching(Reach.UNDOABLE)
def offer(store: Store, *, contact_id: int, starts: Sequence[datetime], minutes: int, time_zone: str) -> Outcome[None]:
    """Hold these moments for somebody, beside what was offered to them before and is still to come.

    `starts` are in any zone; `time_zone` the IANA name of where the user is.

    Raises:
        KnownError: the person is gone, there are no moments or too many, or they or the minutes make no sense.
    """
    values = {"name": _name(store, contact_id)}
    moments = sorted({known_moment(start) for start in starts})
    if not 0 < len(moments) <= MOST_OFFERED:
        raise known_error.no_such_choice(str(len(moments)))
    if not 0 < minutes <= LONGEST_MINUTES:
        raise known_error.no_such_choice(str(minutes))
    label = Phrase.counted("Offer a time to {name}", "Offer {count} times to {name}", len(moments), **values)
    with store.transaction(label) as transaction:
        writes.forget_past(transaction, contact_id)
        writes.add(transaction, contact_id, moments, minutes=minutes, time_zone=time_zone)
    said = Phrase.counted("A time is held for {name}", "{count} times are held for {name}", len(moments), **values)
    return step(transaction.changed, said)


@reaching(Reach.UNDOABLE)
def take(store: Store, *, offered_id: int) -> Outcome[int]:
    """Agree on a time that was offered: let it be an interview and hold the others no more; return its id.

    A conversation with that person alone that was only asked for gets the time; else a new one is written down.

    Raises:
        KnownError: it is held no more, or the person is gone.
    """
    one = offers.offer(Reader(store.connection), offered_id)
    if one is None:
        raise known_error.no_longer_there()
    values = {"name": _name(store, one.contact_id)}
    with store.transaction(Phrase("Agree on a time with {name}", values)) as transaction:
        interview_id = agree(
            transaction,
            [one.contact_id],
            medium=Medium.VIDEO,
            place="",
            starts_at=stored(one.starts_at),
            time_zone=one.time_zone,
            minutes=one.minutes,
            state=InterviewState.SCHEDULED,
        )
        replan(transaction, [one.contact_id])
    said = Phrase("Interview with {name} is scheduled", values)
    return Outcome(interview_id, transaction.changed, said, undoable=True)


@reaching(Reach.UNDOABLE)
def withdraw(store: Store, *, contact_id: int) -> Outcome[None]:
    """Hold no time for somebody any more.

    Raises:
        KnownError: the person is gone.
    """
    values = {"name": _name(store, contact_id)}
    with store.transaction(Phrase("Withdraw the times offered to {name}", values)) as transaction:
        writes.withdraw(transaction, [contact_id])
    return step(transaction.changed, Phrase("No time is held for {name} any more", values))


def _name(store: Store, contact_id: int) -> str:
    names = contacts.present_names(Reader(store.connection), [contact_id])
    if not names:
        raise known_error.gone()
    return names[contact_id]
