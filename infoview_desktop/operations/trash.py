"""The trash: people put back, and erased after a while."""

from __future__ import annotations

from collections.abc import Sequence

from infoview_desktop.domain import trash
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.store import history, index
from infoview_desktop.store.reads import trash as reads
from infoview_desktop.store.reads.put_aside import CONTACT_PLACES
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.reads.short_list import ENTRY_PLACES
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import contacts as writes
from infoview_desktop.store.writes import notes, put_aside


@reaching(Reach.UNDOABLE)
def put_back(store: Store, *, contact_ids: Sequence[int]) -> Outcome[None]:
    """Take people out of the trash."""
    label = Phrase.counted("Put back {count} person", "Put back {count} people", len(contact_ids))
    with store.transaction(label) as transaction:
        writes.put_back(transaction, contact_ids)
    said = Phrase.counted("{count} person put back", "{count} people put back", len(contact_ids))
    return step(transaction.changed, said)


@reaching(Reach.IRREVERSIBLE)
def erase_all(store: Store) -> Outcome[int]:
    """Erase everybody in the trash for good and return how many these were.

    What was done up to now can no longer be undone: the steps hold what is to be erased.
    """
    everybody = [one.id for one in reads.trashed(Reader(store.connection), limit=reads.ALL)]
    erased = _erase(store, everybody, through=store.now().isoformat(timespec="seconds"))
    said = Phrase.counted("{count} person erased for good", "{count} people erased for good", erased)
    return Outcome(erased, frozenset({"contact"}) if erased else frozenset(), said)


@reaching(Reach.IRREVERSIBLE)
def erase_old(store: Store) -> Outcome[int]:
    """Erase who has been in the trash for longer than it keeps them, and return how many these were."""
    if not store.writable:
        return Outcome(0)
    since = trash.kept_since(store.now()).isoformat(timespec="seconds")
    erased = _erase(store, reads.put_there_before(Reader(store.connection), since), through=since)
    return Outcome(erased, frozenset({"contact"}) if erased else frozenset())


def _erase(store: Store, contact_ids: Sequence[int], *, through: str) -> int:
    """Erase people, and the steps of undo up to a moment (UTC, ISO 8601) that may hold something of them."""
    if contact_ids:
        with store.unrecorded() as transaction:
            notes.forget_typed_on(transaction, contact_ids)
            writes.erase(transaction, contact_ids)
            for places in (CONTACT_PLACES, ENTRY_PLACES):
                put_aside.forget_the_erased(transaction, places)
            history.forget_through(transaction.connection, through)
            index.rebuild(transaction.connection)
    return len(contact_ids)
