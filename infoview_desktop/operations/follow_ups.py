"""What is due: added, done, put off, skipped."""

from __future__ import annotations

from datetime import date, datetime

from infoview_desktop.domain import known_error
from infoview_desktop.domain.follow_up import FollowUp, FollowUpState, Rule
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.text import clean_text
from infoview_desktop.operations import touches
from infoview_desktop.operations.moments import known_day
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan
from infoview_desktop.store.reads import contacts, follow_ups
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import follow_ups as writes


@reaching(Reach.UNDOABLE)
def add(
    store: Store,
    *,
    due_on: date,
    reason: str,
    contact_id: int | None = None,
    note_id: int | None = None,
    interview_id: int | None = None,
) -> Outcome[int]:
    """Remember to follow up on a day, and return the follow-up's id.

    Raises:
        KnownError: the person is gone, or the day is none of these times.
    """
    name, day = _name(store, contact_id), known_day(due_on)
    with store.transaction(_phrase(name, Phrase("Follow up with {name}"), Phrase("Follow up"))) as transaction:
        follow_up_id = writes.add(
            transaction,
            contact=contact_id,
            note=note_id,
            interview=interview_id,
            rule=Rule.OWN,
            due_on=day.isoformat(),
            reason=clean_text(reason).strip(),
        )
    said = _phrase(name, Phrase("Follow-up with {name} is set"), Phrase("Follow-up is set"))
    return Outcome(follow_up_id, transaction.changed, said, undoable=True)


@reaching(Reach.UNDOABLE)
def complete(store: Store, *, follow_up_id: int, at: datetime, time_zone: str) -> Outcome[None]:
    """Say that it was done at a moment; what that means with the person is written down, too.

    Raises:
        KnownError: it is gone, or ended already.
    """
    one, name = _open(store, follow_up_id)
    with_name = touches.LOGGED[one.rule.touch] if one.rule.touch else Phrase("Follow-up with {name} done")
    done = _phrase(name, with_name, Phrase("Follow-up done"))
    with store.transaction(done) as transaction:
        writes.end(transaction, follow_up_id, FollowUpState.DONE)
        if one.rule.touch is not None and one.contact_id is not None:
            touches.add(
                transaction,
                contact_id=one.contact_id,
                kind=one.rule.touch,
                at=at,
                time_zone=time_zone,
                interview_id=one.interview_id,
            )
        elif one.contact_id is not None:
            replan(transaction, [one.contact_id])
    return step(transaction.changed, done)


@reaching(Reach.UNDOABLE)
def snooze(store: Store, *, follow_up_id: int, due_on: date) -> Outcome[None]:
    """Put it off, or bring it forward, to another day.

    Raises:
        KnownError: it is gone, or ended already, or the day is none of these times.
    """
    one, name = _open(store, follow_up_id)
    day = known_day(due_on)
    with store.transaction(
        _phrase(name, Phrase("Move follow-up with {name}"), Phrase("Move follow-up"))
    ) as transaction:
        _move(transaction, one, day)
    said = _phrase(name, Phrase("Follow-up with {name} moved"), Phrase("Follow-up moved"))
    return step(transaction.changed, said)


@reaching(Reach.UNDOABLE)
def skip(store: Store, *, follow_up_id: int, why: str) -> Outcome[None]:
    """Leave it undone, for a reason.

    Raises:
        KnownError: it is gone, or ended already.
    """
    one, name = _open(store, follow_up_id)
    with store.transaction(
        _phrase(name, Phrase("Skip follow-up with {name}"), Phrase("Skip follow-up"))
    ) as transaction:
        writes.end(transaction, follow_up_id, FollowUpState.SKIPPED, why=clean_text(why).strip())
        if one.contact_id is not None:
            replan(transaction, [one.contact_id])
    return step(
        transaction.changed, _phrase(name, Phrase("Follow-up with {name} skipped"), Phrase("Follow-up skipped"))
    )


@reaching(Reach.UNDOABLE)
def edit(store: Store, *, follow_up_id: int, due_on: date, reason: str) -> Outcome[None]:
    """Change the day and the reason.

    Raises:
        KnownError: it is gone, or ended already, or the day is none of these times.
    """
    one, name = _open(store, follow_up_id)
    day = known_day(due_on)
    with store.transaction(
        _phrase(name, Phrase("Edit follow-up with {name}"), Phrase("Edit follow-up"))
    ) as transaction:
        writes.change(transaction, follow_up_id, reason=clean_text(reason).strip())
        _move(transaction, one, day)
    return step(
        transaction.changed, _phrase(name, Phrase("Follow-up with {name} changed"), Phrase("Follow-up changed"))
    )


def _move(transaction: Transaction, one: FollowUp, due_on: date) -> None:
    """Put a follow-up on another day; back on its first one, its rule says anew by when it has to be done."""
    if due_on == one.due_on:
        return
    writes.move(transaction, one.id, due_on)
    if one.contact_id is not None:
        replan(transaction, [one.contact_id])


def _open(store: Store, follow_up_id: int) -> tuple[FollowUp, str]:
    one = follow_ups.follow_up(Reader(store.connection), follow_up_id)
    if one is None or one.state is not FollowUpState.OPEN:
        raise known_error.no_longer_there()
    return one, _name(store, one.contact_id)


def _name(store: Store, contact_id: int | None) -> str:
    """With whom; "" for nobody."""
    if contact_id is None:
        return ""
    person = contacts.contact(Reader(store.connection), contact_id)
    if person is None:
        raise known_error.gone()
    return person.name


def _phrase(name: str, with_name: Phrase, alone: Phrase) -> Phrase:
    return Phrase(with_name.text, {"name": name}) if name else alone
