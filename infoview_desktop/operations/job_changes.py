"""Changes of job that the user has looked at."""

from __future__ import annotations

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.store.reads import contacts
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import job_changes as writes


@reaching(Reach.UNDOABLE)
def look_at(store: Store, *, contact_id: int) -> Outcome[None]:
    """Take somebody's new job off the list of those to look at; it stays in their story."""
    person = contacts.contact(Reader(store.connection), contact_id)
    values = {"name": person.name if person else ""}
    with store.transaction(Phrase("Look at the new job of {name}", values)) as transaction:
        writes.look_at(transaction, contact_id)
    return step(transaction.changed, Phrase("New job of {name} looked at", values))
