"""What just happened with people, written down in a moment and mended after."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from types import MappingProxyType

from infoview_desktop.domain import known_error
from infoview_desktop.domain.follow_up import FollowUpState
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.text import clean_text
from infoview_desktop.domain.touch import Answer, Touch, TouchKind
from infoview_desktop.operations.moments import known_day, past_moment
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan
from infoview_desktop.store.moments import stored
from infoview_desktop.store.reads import contacts, follow_ups, stories
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import follow_ups as follow_up_writes
from infoview_desktop.store.writes import touches as writes

LOGGED: MappingProxyType[TouchKind, Phrase] = MappingProxyType(
    {
        TouchKind.ASKED: Phrase("Asked {name} for a conversation"),
        TouchKind.FOLLOWED_UP: Phrase("Wrote to {name} again"),
        TouchKind.WROTE: Phrase("Wrote to {name}"),
        TouchKind.CALLED: Phrase("Called {name}"),
        TouchKind.MET: Phrase("Met {name}"),
        TouchKind.REPLIED: Phrase("{name} replied"),
        TouchKind.THANKED: Phrase("Thanked {name}"),
        TouchKind.CLOSED: Phrase("Let it rest with {name}"),
    }
)
"""What is said of each when it is written down; also the label of its step of undo."""

_AWAY = Phrase("{name} is out of office")


@reaching(Reach.UNDOABLE)
def log(
    store: Store,
    *,
    contact_id: int,
    kind: TouchKind,
    at: datetime,
    time_zone: str,
    answer: Answer = Answer.NONE,
    until: date | None = None,
    words: str = "",
    interview_id: int | None = None,
) -> Outcome[int]:
    """Write down what happened with a person and return the touch's id.

    `at` is when, in any zone; `time_zone` the IANA name of where the user is.

    Raises:
        KnownError: the person is gone, or the moment is still to come.
    """
    name = _name(store, contact_id)
    with store.transaction(_labelled(kind, answer, name)) as transaction:
        touch_id = add(
            transaction,
            contact_id=contact_id,
            kind=kind,
            at=at,
            time_zone=time_zone,
            answer=answer,
            until=until,
            words=words,
            interview_id=interview_id,
        )
    return Outcome(touch_id, transaction.changed, _labelled(kind, answer, name), undoable=True)


def add(
    transaction: Transaction,
    *,
    contact_id: int,
    kind: TouchKind,
    at: datetime,
    time_zone: str,
    answer: Answer = Answer.NONE,
    until: date | None = None,
    words: str = "",
    interview_id: int | None = None,
) -> int:
    """Add a touch as a part of something, with all that follows from it, and return its id."""
    touch_id = writes.add(
        transaction,
        contact_id=contact_id,
        kind=kind,
        at=past_moment(at, now=transaction.now),
        time_zone=time_zone,
        answer=answer if kind is TouchKind.REPLIED else Answer.NONE,
        until=known_day(until) if until else None,
        words=clean_text(words).strip(),
        interview_id=interview_id,
    )
    others = _end_what_asking_does(transaction, contact_id) if kind is TouchKind.ASKED else ()
    replan(transaction, [contact_id, *others])
    return touch_id


@reaching(Reach.UNDOABLE)
def mend(
    store: Store,
    *,
    touch_id: int,
    kind: TouchKind,
    at: datetime,
    answer: Answer,
    until: date | None,
    words: str,
) -> Outcome[None]:
    """Change what was written down.

    Raises:
        KnownError: it is gone, or the moment is still to come.
    """
    touch, name = _touch(store, touch_id)
    with store.transaction(Phrase("Change what happened with {name}", {"name": name})) as transaction:
        writes.change(
            transaction,
            touch_id,
            kind=kind,
            at=stored(past_moment(at, now=transaction.now)),
            answer=answer if kind is TouchKind.REPLIED else Answer.NONE,
            until=known_day(until).isoformat() if until else None,
            words=clean_text(words).strip(),
        )
        is_asked_now = kind is TouchKind.ASKED and touch.kind is not TouchKind.ASKED
        others = _end_what_asking_does(transaction, touch.contact_id) if is_asked_now else ()
        replan(transaction, [touch.contact_id, *others])
    return step(transaction.changed, Phrase("What happened with {name} is changed", {"name": name}))


@reaching(Reach.UNDOABLE)
def delete(store: Store, *, touch_id: int) -> Outcome[None]:
    """Take out what was written down by mistake.

    Raises:
        KnownError: it is gone already.
    """
    touch, name = _touch(store, touch_id)
    with store.transaction(Phrase("Delete what happened with {name}", {"name": name})) as transaction:
        writes.delete(transaction, touch_id)
        replan(transaction, [touch.contact_id])
    return step(transaction.changed, Phrase("What happened with {name} is deleted", {"name": name}))


def _end_what_asking_does(transaction: Transaction, contact_id: int) -> Collection[int]:
    """Whoever is asked is the second person for those there who do not answer, and the one whom somebody named.

    Returns with whom something is done so.
    """
    found = follow_ups.done_by_asking(Reader(transaction.connection), contact_id)
    for follow_up_id in found:
        follow_up_writes.end(transaction, follow_up_id, FollowUpState.DONE)
    return found.values()


def _touch(store: Store, touch_id: int) -> tuple[Touch, str]:
    touch = stories.touch(Reader(store.connection), touch_id)
    if touch is None:
        raise known_error.no_longer_there()
    return touch, _name(store, touch.contact_id)


def _name(store: Store, contact_id: int) -> str:
    person = contacts.contact(Reader(store.connection), contact_id)
    if person is None:
        raise known_error.gone()
    return person.name


def _labelled(kind: TouchKind, answer: Answer, name: str) -> Phrase:
    is_away = kind is TouchKind.REPLIED and answer is Answer.OUT_OF_OFFICE
    return Phrase((_AWAY if is_away else LOGGED[kind]).text, {"name": name})
