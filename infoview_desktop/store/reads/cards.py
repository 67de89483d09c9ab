"""Everybody in the book as their vCards would tell of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from infoview_desktop.domain.card import TEXTS, Card, uid_of_contact
from infoview_desktop.domain.contact import LISTS
from infoview_desktop.domain.same_card import KnownPerson
from infoview_desktop.store.contact_sql import json_list
from infoview_desktop.store.reads.reader import Reader

_AT_ONCE = 500

_TEXTS = tuple(name for name in TEXTS if name != "organization")

_CARDS = f"""
    SELECT contact.id, contact.created_at, contact.card_uid, contact.trashed_at IS NOT NULL,
           contact.merged_into_id, EXISTS (SELECT 1 FROM photo WHERE contact_id = contact.id),
           coalesce(organization.name, ''), referrer.id, referrer.created_at, referrer.card_uid,
           {", ".join(map(json_list, LISTS))},
           {", ".join(f"contact.{name}" for name in _TEXTS)}
      FROM contact
      LEFT JOIN organization ON organization.id = contact.organization_id
      LEFT JOIN contact AS referrer ON referrer.id = contact.referrer_id AND referrer.trashed_at IS NULL
     WHERE contact.id > ? ORDER BY contact.id LIMIT ?"""  # noqa: S608 - constant text
_LISTS_FROM = 10


def known_people(reader: Reader) -> Iterator[KnownPerson]:
    """Yield every contact, the trash included, a few at a time; no photos."""
    last = 0
    while rows := reader.rows(_CARDS, (last, _AT_ONCE)):
        last = rows[-1][0]
        for row in rows:
            contact_id, created_at, uid, trashed, merged_into, has_photo, organization = row[:7]
            texts_from = _LISTS_FROM + len(LISTS)
            lists = (tuple(json.loads(values)) for values in row[_LISTS_FROM:texts_from])
            texts = (text or "" for text in row[texts_from:])
            told: dict[str, Any] = dict(zip((*LISTS, *_TEXTS), (*lists, *texts), strict=True))
            card = Card(
                uid=uid_of_contact(contact_id, created_at),
                organization=organization,
                referrer=_uid(*row[7:_LISTS_FROM]),
                **told,
            )
            yield KnownPerson(contact_id, card, uid or "", bool(has_photo), bool(trashed), merged_into)


def _uid(contact_id: int | None, created_at: str, uid: str | None) -> str:
    return "" if contact_id is None else uid or uid_of_contact(contact_id, created_at)
