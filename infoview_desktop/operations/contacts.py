"""Contacts added, edited and deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from infoview_desktop.domain import known_error
from infoview_desktop.domain.contact import Source, full_name
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.contact_fields import (
    EDITABLE,
    one_line,
    organization_typed,
    split_addresses,
    split_list,
)
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan, replan_concerned
from infoview_desktop.store.reads import contacts as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import contacts as writes
from infoview_desktop.store.writes import tags

_TELL_A_STORY = frozenset({"tags", "in_touch_on", "organization"})
"""The fields on which it depends what is to do with somebody."""


@reaching(Reach.UNDOABLE)
def add(
    store: Store,
    *,
    given_name: str,
    family_name: str,
    position: str = "",
    organization: str = "",
    emails: str = "",
    tag_names: str = "",
    source: Source = Source.NONE,
    referrer_id: int | None = None,
) -> Outcome[int]:
    """Add a person by hand and return their id; `emails` and `tag_names` are as typed, with commas between.

    `referrer_id` is who named them.

    Raises:
        KnownError: there is no name.
    """
    given_name, family_name = one_line(given_name), one_line(family_name)
    name = full_name(given_name, family_name)
    if not name:
        raise known_error.name_needed()
    with store.transaction(Phrase("New contact {name}", {"name": name})) as transaction:
        contact_id = writes.add(
            transaction,
            given_name=given_name,
            family_name=family_name,
            credentials="",
            position=one_line(position),
            organization=organization_typed(transaction, organization),
            source=source,
        )
        if referrer_id is not None:
            writes.change(transaction, contact_id, referrer=referrer_id)
        writes.change_list(transaction, contact_id, "emails", split_addresses(emails))
        tags.change(transaction, contact_id, split_list(tag_names))
        replan_concerned(transaction, [contact_id])
    return Outcome(contact_id, transaction.changed, Phrase("{name} added", {"name": name}), undoable=True)


@reaching(Reach.UNDOABLE)
def edit(store: Store, *, contact_id: int, field: str, text: str) -> Outcome[None]:
    """Set one field of a person to what was typed; `field` is one of `EDITABLE`.

    Raises:
        KnownError: the person is gone, or would be left without a name.
    """
    reader = Reader(store.connection)
    person = reads.contact(reader, contact_id)
    if person is None:
        raise known_error.gone()
    if field in {"given_name", "family_name"} and not full_name(
        **{"given_name": person.given_name, "family_name": person.family_name, field: one_line(text)}
    ):
        raise known_error.name_needed()
    editable, values = EDITABLE[field], {"name": person.name}
    with store.transaction(replace(editable.label, values=values)) as transaction:
        editable.write(transaction, person, text)
        if field in _TELL_A_STORY:
            replan(transaction, [contact_id])
    return step(transaction.changed, Phrase("{name} changed", values))


@reaching(Reach.UNDOABLE)
def delete(store: Store, *, contact_ids: Sequence[int]) -> Outcome[None]:
    """Put people into the trash.

    Raises:
        KnownError: one person was to be deleted and is gone already.
    """
    reader = Reader(store.connection)
    if len(contact_ids) == 1:
        person = reads.contact(reader, contact_ids[0])
        if person is None:
            raise known_error.gone()
        label = Phrase("Delete {name}", {"name": person.name})
        said = Phrase("{name} deleted", {"name": person.name})
    else:
        count = reads.present(reader, contact_ids)
        label = Phrase("Delete {count} people", {"count": count})
        said = Phrase("{count} people deleted", {"count": count})
    with store.transaction(label) as transaction:
        writes.trash(transaction, contact_ids)
    return step(transaction.changed, said)
