"""Contacts added, edited and deleted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from types import MappingProxyType

from infoview_desktop.domain import known_error
from infoview_desktop.domain.contact import Contact, Source, full_name
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.text import clean
from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.store.reads import contacts as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import contacts as writes
from infoview_desktop.store.writes import tags

_BETWEEN_ADDRESSES = re.compile(r"[\s,;]+")
_BETWEEN_OTHERS = re.compile(r"[,;]")


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
) -> Outcome[int]:
    """Add a person by hand and return their id; `emails` and `tag_names` are as typed, with commas between.

    Raises:
        KnownError: there is no name.
    """
    given_name, family_name = _cleaned(given_name), _cleaned(family_name)
    name = full_name(given_name, family_name)
    if not name:
        raise known_error.name_needed()
    with store.transaction(Phrase("New contact {name}", {"name": name})) as transaction:
        contact_id = writes.add(
            transaction,
            given_name=given_name,
            family_name=family_name,
            credentials="",
            position=_cleaned(position),
            organization=_cleaned(organization),
            source=source,
        )
        writes.change_emails(transaction, contact_id, split_addresses(emails))
        tags.change(transaction, contact_id, split_list(tag_names))
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
        **{"given_name": person.given_name, "family_name": person.family_name, field: _cleaned(text)}
    ):
        raise known_error.name_needed()
    label, _, write = EDITABLE[field]
    values = {"name": person.name}
    with store.transaction(Phrase(label, values)) as transaction:
        write(transaction, contact_id, text)
    said = Phrase("{name} changed", values) if transaction.changed else None
    return Outcome(None, transaction.changed, said, undoable=bool(transaction.changed))


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
        count = len(contact_ids)
        label = Phrase("Delete {count} people", {"count": count})
        said = Phrase("{count} people deleted", {"count": count})
    with store.transaction(label) as transaction:
        writes.trash(transaction, contact_ids)
    if not transaction.changed:
        return Outcome(None)
    return Outcome(None, transaction.changed, said, undoable=True)


def split_addresses(text: str) -> list[str]:
    """E-mail addresses as typed, with commas, semicolons or spaces between; each once."""
    return list(dict.fromkeys(address for address in _BETWEEN_ADDRESSES.split(_cleaned(text)) if address))


def split_list(text: str) -> list[str]:
    """Words as typed with commas between; each once, however its letters are written."""
    words = {word.casefold(): word for part in _BETWEEN_OTHERS.split(text) if (word := _cleaned(part))}
    return list(words.values())


def _cleaned(text: str) -> str:
    return clean(text)[0]


def _plain(column: str) -> Callable[[Transaction, int, str], None]:
    def write(transaction: Transaction, contact_id: int, text: str) -> None:
        writes.change(transaction, contact_id, **{column: _cleaned(text)})

    return write


def _organization(transaction: Transaction, contact_id: int, text: str) -> None:
    writes.change_organization(transaction, contact_id, _cleaned(text))


def _emails(transaction: Transaction, contact_id: int, text: str) -> None:
    writes.change_emails(transaction, contact_id, split_addresses(text))


def _phones(transaction: Transaction, contact_id: int, text: str) -> None:
    writes.change_phones(transaction, contact_id, split_list(text))


def _tags(transaction: Transaction, contact_id: int, text: str) -> None:
    tags.change(transaction, contact_id, split_list(text))


def _join(values: Sequence[str]) -> str:
    return ", ".join(values)


EDITABLE: MappingProxyType[str, tuple[str, Callable[[Contact], str], Callable[[Transaction, int, str], None]]] = (
    MappingProxyType(
        {
            "given_name": ("Edit given name of {name}", lambda one: one.given_name, _plain("given_name")),
            "family_name": ("Edit family name of {name}", lambda one: one.family_name, _plain("family_name")),
            "credentials": ("Edit credentials of {name}", lambda one: one.credentials, _plain("credentials")),
            "position": ("Edit position of {name}", lambda one: one.position, _plain("position")),
            "organization": ("Edit organization of {name}", lambda one: one.organization, _organization),
            "emails": ("Edit e-mail of {name}", lambda one: _join(one.emails), _emails),
            "phones": ("Edit phone of {name}", lambda one: _join(one.phones), _phones),
            "tags": ("Edit tags of {name}", lambda one: _join(one.tags), _tags),
        }
    )
)
"""The fields that can be edited: the step's label, the field as text, and how the text is stored."""
