"""People of vCards put into the book, thousands at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import apsw

from infoview_desktop.domain.card import TEXTS, Card, same_uid
from infoview_desktop.domain.card_import import CardUpdate
from infoview_desktop.domain.contact import LISTS
from infoview_desktop.store.contact_sql import LIST_COLUMNS
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import contacts, photos, tags
from infoview_desktop.store.writes.bulk import batches, next_contact_id, organization_ids

_NULLABLE = ("linkedin", "connected_on", "in_touch_on")
_COLUMNS = tuple(name for name in TEXTS if name not in {"organization", *_NULLABLE})
_INSERT = (
    f"INSERT INTO contact (id, created_at, card_uid, organization_id, {', '.join((*_COLUMNS, *_NULLABLE))})"  # noqa: S608 - own columns
    f" VALUES ({', '.join('?' * (4 + len(_COLUMNS) + len(_NULLABLE)))})"
)


def add(transaction: Transaction, new: Sequence[Card], *, progress: Callable[[int], None]) -> dict[str, int]:
    """Add a contact for each card and return their ids by `same_uid`; `progress` may raise to stop."""
    connection = transaction.connection
    employers = organization_ids(connection, {card.organization for card in new if card.organization})
    tag_ids = _tag_ids(connection, {tag for card in new for tag in card.tags})
    numbered = list(enumerate(new, next_contact_id(connection)))
    done = 0
    for some in batches(numbered):
        connection.executemany(
            _INSERT,
            [
                (
                    contact_id,
                    transaction.timestamp,
                    card.uid,
                    employers.get(card.organization),
                    *(getattr(card, name) for name in _COLUMNS),
                    *(getattr(card, name) or None for name in _NULLABLE),
                )
                for contact_id, card in some
            ],
        )
        for name, (table, column) in LIST_COLUMNS.items():
            values = [
                (contact_id, place, value)
                for contact_id, card in some
                for place, value in enumerate(getattr(card, name))
            ]
            connection.executemany(
                f"INSERT INTO {table} (contact_id, place, {column}) VALUES (?, ?, ?)",  # noqa: S608 - own tables
                values,
            )
        # Two ways of writing a tag may be one tag.
        tagged = {(contact_id, tag_ids[tag]) for contact_id, card in some for tag in card.tags}
        connection.executemany("INSERT INTO contact_tag (contact_id, tag_id) VALUES (?, ?)", sorted(tagged))
        pictures = [(contact_id, card.photo) for contact_id, card in some if card.photo]
        connection.executemany("INSERT INTO photo (contact_id, image) VALUES (?, ?)", pictures)
        done += len(some)
        progress(done)
    return {same_uid(card.uid): contact_id for contact_id, card in numbered}


def refer(transaction: Transaction, new: Iterable[Card], ids: Mapping[str, int]) -> None:
    """Let those who were added be referred by whom their cards name, where that is somebody in the book."""
    referred = [(ids.get(same_uid(card.referrer)), ids[same_uid(card.uid)]) for card in new if card.referrer]
    transaction.connection.executemany(
        "UPDATE contact SET referrer_id = ? WHERE id = ?", [pair for pair in referred if pair[0] not in {None, pair[1]}]
    )


def update(transaction: Transaction, updates: Iterable[CardUpdate]) -> None:
    """Fill in what cards bring for contacts in the book."""
    for one in updates:
        filled = {change.field: change.new for change in one.changes if not change.kept}
        organization = filled.pop("organization", "")
        columns = {name: text for name, text in filled.items() if name not in {*LISTS, "photo"}}
        if columns:
            contacts.change(transaction, one.contact_id, **columns)
        if organization:
            contacts.change_organization(transaction, one.contact_id, organization)
        for name, values in one.lists:
            if name == "tags":
                tags.change(transaction, one.contact_id, values)
            else:
                contacts.change_list(transaction, one.contact_id, name, values)
        if "photo" in filled:
            photos.put(transaction, one.contact_id, one.told.photo)


def remember(transaction: Transaction, uids: Iterable[tuple[int, str]]) -> None:
    """Keep what another address book calls contacts, so that their cards are known again."""
    transaction.connection.executemany(
        "UPDATE contact SET card_uid = ? WHERE id = ?", [(uid, contact_id) for contact_id, uid in uids]
    )


def _tag_ids(connection: apsw.Connection, names: set[str]) -> dict[str, int]:
    insert = "INSERT INTO tag (name) VALUES (?) ON CONFLICT (name) DO NOTHING"
    connection.executemany(insert, [(name,) for name in sorted(names)])
    return {
        name: int(tag_id)
        for name in names
        for (tag_id,) in connection.execute("SELECT id FROM tag WHERE name = ?", (name,))
    }
