"""Contacts as lists and as single persons."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from infoview_desktop.domain.contact import LISTS, Contact, ContactLine, Seniority, Source
from infoview_desktop.domain.contact_filter import Term
from infoview_desktop.store.contact_sql import DUE_ON, IN_TOUCH_ON, NAME, json_list
from infoview_desktop.store.folding import fold
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.search import BEGINS, match_expression

_BROAD = 2_000
"""From so many hits on, walking the sorted list and testing each is quicker than sorting the hits."""

_LINE = f"""
    SELECT contact.id, contact.given_name, contact.family_name,
           {NAME.format("contact")} || iif(contact.credentials = '', '', ', ' || contact.credentials),
           contact.position, coalesce(organization.name, ''),
           coalesce((SELECT group_concat(tag.name, ', ' ORDER BY tag.name)
                       FROM contact_tag JOIN tag ON tag.id = contact_tag.tag_id
                      WHERE contact_tag.contact_id = contact.id), ''),
           contact.location, contact.seniority,
           coalesce((SELECT address FROM email WHERE contact_id = contact.id ORDER BY place LIMIT 1), ''),
           coalesce((SELECT number FROM phone WHERE contact_id = contact.id ORDER BY place LIMIT 1), ''),
           coalesce({NAME.format("referrer")}, ''),
           coalesce(contact.connected_on, ''), {IN_TOUCH_ON}, contact.source,
           EXISTS (SELECT 1 FROM short_list WHERE contact_id = contact.id),
           coalesce((SELECT iif(old_position = '' OR old_organization = '', old_position || old_organization,
                                old_position || ' · ' || old_organization)
                       FROM job_change WHERE contact_id = contact.id AND NOT looked_at
                      ORDER BY id DESC LIMIT 1), ''),
           EXISTS (SELECT 1 FROM photo WHERE contact_id = contact.id),
           coalesce(stage.stage, ''), coalesce(stage.since, ''),
           {DUE_ON}
      FROM contact
      LEFT JOIN organization ON organization.id = contact.organization_id
      LEFT JOIN contact AS referrer ON referrer.id = contact.referrer_id
      LEFT JOIN stage ON stage.contact_id = contact.id
     WHERE contact.id IN ({{places}})"""  # noqa: S608 - constant text


_TEXTS = (
    "given_name",
    "middle_name",
    "family_name",
    "suffix",
    "credentials",
    "pronouns",
    "position",
    "organization",
    "location",
    "time_zone",
    "linkedin",
    "connected_on",
    "in_touch_on",
    "remarks",
    "referrer",
)

_CONTACT = f"""
    SELECT contact.given_name, contact.middle_name, contact.family_name, contact.suffix, contact.credentials,
           contact.pronouns, contact.position, coalesce(organization.name, ''), contact.location,
           contact.time_zone, coalesce(contact.linkedin, ''), coalesce(contact.connected_on, ''),
           {IN_TOUCH_ON}, contact.remarks, coalesce({NAME.format("referrer")}, ''),
           contact.seniority, contact.source, contact.organization_id, contact.referrer_id,
           {", ".join(map(json_list, LISTS))}
      FROM contact
      LEFT JOIN organization ON organization.id = contact.organization_id
      LEFT JOIN contact AS referrer ON referrer.id = contact.referrer_id
     WHERE contact.id = ? AND contact.trashed_at IS NULL"""  # noqa: S608 - constant text


@dataclass(frozen=True, slots=True)
class Sort:
    """By which column of the search index a list goes; people without a value always come last."""

    column: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of contacts as it was when it was asked for.

    `total` people match `terms`; the first `filled` of them have a value in the sorted column.
    """

    terms: tuple[Term, ...]
    sort: Sort
    total: int
    filled: int


def listing(reader: Reader, *, terms: tuple[Term, ...] = (), sort: Sort | None = None) -> Listing:
    """Count the people who match every term."""
    sort = sort or Sort()
    if not terms:
        total = reader.value("SELECT count(*) FROM contact_search")
    else:
        matching = "SELECT count(*) FROM contact_fts WHERE contact_fts MATCH ?"
        total = reader.value(matching, (match_expression(terms),))
    filled = total
    if sort.column != "name" and total:
        where, bindings = _matching(terms)
        blank = f"SELECT count(*) FROM contact_search WHERE {sort.column} = '' AND {where}"  # noqa: S608 - a declared column
        filled -= reader.value(blank, bindings)
    return Listing(terms, sort, total, filled)


def ids(reader: Reader, listed: Listing, *, offset: int = 0, limit: int | None = None) -> list[int]:
    """The ids of the listed people in their order, from `offset` on."""
    return list(_ids(reader, listed, offset, listed.total if limit is None else limit))


def first_beginning(reader: Reader, listed: Listing, *, beginning: str) -> int | None:
    """At which place the first stands whose sorted value begins so, accents aside; None where nobody's does."""
    column, order = listed.sort.column, "DESC" if listed.sort.descending else "ASC"
    where, bindings = _matching(listed.terms)
    query = (
        f"SELECT contact_id FROM contact_search WHERE {column} >= ? AND {column} < ? || char(1114111)"  # noqa: S608 - a declared column
        f" AND {where} ORDER BY {column} {order}, name {order}, contact_id {order} LIMIT 1"
    )
    folded = fold(beginning)
    contact_id = reader.value(query, (folded, folded, *bindings))
    return None if contact_id is None else place(reader, listed, contact_id)


def page(reader: Reader, listed: Listing, *, offset: int, limit: int) -> list[ContactLine]:
    """Return the lines from `offset` on, at most `limit`."""
    return lines(reader, ids(reader, listed, offset=offset, limit=limit))


def lines(reader: Reader, contact_ids: Iterable[int]) -> list[ContactLine]:
    """Return the lines of these people in this order, as far as they are in the book."""
    wanted = list(contact_ids)
    query = _LINE.format(places=", ".join("?" * len(wanted)))
    found = {row[0]: ContactLine(*row) for row in reader.rows(query, wanted)}
    return [found[contact_id] for contact_id in wanted if contact_id in found]


def place(reader: Reader, listed: Listing, contact_id: int) -> int | None:
    """At which place of the list the contact stands, from 0; None where it is not in it."""
    column = listed.sort.column
    found = reader.rows(
        f"SELECT {column}, name FROM contact_search WHERE contact_id = ?",  # noqa: S608 - a declared column
        (contact_id,),
    )
    if not found or not _matches(reader, listed.terms, contact_id):
        return None
    where, bindings = _matching(listed.terms)
    value, name = found[0]
    if column != "name" and not value:
        before = f"{column} = '' AND (name, contact_id) < (?, ?)"
        keys: tuple[object, ...] = (name, contact_id)
        start = listed.filled
    else:
        order = ">" if listed.sort.descending else "<"
        before = f"({column}, name, contact_id) {order} (?, ?, ?)"
        if column != "name":
            before += f" AND {column} > ''"
        keys = (value, name, contact_id)
        start = 0
    query = f"SELECT count(*) FROM contact_search WHERE {before} AND {where}"  # noqa: S608 - a declared column
    return start + int(reader.value(query, (*keys, *bindings)))


def contact(reader: Reader, contact_id: int) -> Contact | None:
    """Everything known of one person; None where they are not in the book or in the trash."""
    rows = reader.rows(_CONTACT, (contact_id,))
    if not rows:
        return None
    texts, (seniority, source, organization_id, referrer_id, *lists) = rows[0][: len(_TEXTS)], rows[0][len(_TEXTS) :]
    known: dict[str, Any] = dict(zip(_TEXTS, texts, strict=True))
    known |= {name: tuple(json.loads(values)) for name, values in zip(LISTS, lists, strict=True)}
    return Contact(
        contact_id,
        **known,
        seniority=Seniority(seniority),
        source=Source(source),
        organization_id=organization_id,
        referrer_id=referrer_id,
    )


def keep_in_touch_days(reader: Reader, contact_id: int) -> int | None:
    """After how many days to write to this person again, 0 for never; None where nothing is chosen for them alone."""
    days: int | None = reader.value("SELECT days FROM keep_in_touch WHERE contact_id = ?", (contact_id,))
    return days


def present(reader: Reader, contact_ids: Sequence[int]) -> int:
    """How many of these people are in the book and not in the trash."""
    query = "SELECT count(*) FROM contact_search WHERE contact_id IN (SELECT value FROM json_each(?))"
    return int(reader.value(query, (json.dumps(list(contact_ids)),)))


def newest(reader: Reader) -> int:
    """The highest id of anybody in the book, the trash included; 0 where there is nobody."""
    return int(reader.value("SELECT coalesce(max(id), 0) FROM contact"))


def present_names(reader: Reader, contact_ids: Sequence[int]) -> dict[int, str]:
    """The names of those of these people who are in the book and not in the trash, in this order."""
    query = (
        f"SELECT contact.id, {NAME.format('contact')} FROM json_each(?) AS wanted"  # noqa: S608 - constant text
        " JOIN contact ON contact.id = wanted.value WHERE contact.trashed_at IS NULL ORDER BY wanted.key"
    )
    return dict(reader.rows(query, (json.dumps(list(contact_ids)),)))


def at_organization(reader: Reader, organization_id: int) -> list[int]:
    """The ids of those who work at an organization, the trash included."""
    rows = reader.rows("SELECT id FROM contact WHERE organization_id = ? ORDER BY id", (organization_id,))
    return [contact_id for (contact_id,) in rows]


def names(reader: Reader, *, beginning: str, limit: int) -> list[str]:
    """People in the book whose name begins so, accents aside, to complete what is being typed."""
    found = f"SELECT contact_id FROM contact_search WHERE {BEGINS} ORDER BY name LIMIT ?"  # noqa: S608 - constant text
    query = f"SELECT {NAME.format('contact')} FROM contact WHERE id IN ({found})"  # noqa: S608 - constant text
    beginning = fold(beginning.strip())
    return sorted({name for (name,) in reader.rows(query, (beginning, beginning, limit))})


def called(reader: Reader, *, name: str) -> int | None:
    """The id of somebody in the book who is called so, accents and case aside; the oldest where there are several."""
    folded = fold(" ".join(name.split()))
    query = (
        "SELECT contact.id FROM contact_search JOIN contact ON contact.id = contact_id"  # noqa: S608 - constant text
        f" WHERE {BEGINS} AND fold({NAME.format('contact')}) = ? ORDER BY contact.id LIMIT 1"
    )
    found: int | None = reader.value(query, (folded, folded, folded))
    return found


def _ids(reader: Reader, listed: Listing, offset: int, limit: int) -> Iterator[int]:
    """The ids of a page: first people with a value in the sorted column, then the others by name."""
    column, order = listed.sort.column, "DESC" if listed.sort.descending else "ASC"
    if column == "name":
        return _segment(reader, listed, "name", f"true ORDER BY name {order}, contact_id {order}", (limit, offset))
    filled = min(limit, max(0, listed.filled - offset))
    by_column = f"{column} > '' ORDER BY {column} {order}, name {order}, contact_id {order}"
    by_name = f"{column} = '' ORDER BY name, contact_id"
    return chain(
        _segment(reader, listed, column, by_column, (filled, offset)),
        _segment(reader, listed, "name", by_name, (limit - filled, max(0, offset - listed.filled))),
    )


def _segment(
    reader: Reader, listed: Listing, index: str, wanted: str, limit_and_offset: tuple[int, int]
) -> Iterator[int]:
    """Walk the sorted list by one of its indexes, or sort the hits where they are few."""
    if limit_and_offset[0] <= 0:
        return
    where, bindings = _matching(listed.terms)
    walk = f"INDEXED BY contact_search_{index}" if listed.total >= _BROAD else ""
    query = f"SELECT contact_id FROM contact_search {walk} WHERE {where} AND {wanted} LIMIT ? OFFSET ?"  # noqa: S608 - declared names
    for (contact_id,) in reader.rows(query, (*bindings, *limit_and_offset)):
        yield contact_id


def _matching(terms: tuple[Term, ...]) -> tuple[str, tuple[str, ...]]:
    """The condition that keeps the people who match. The `+` keeps SQLite from driving the query by it."""
    if not terms:
        return "true", ()
    condition = "+contact_id IN (SELECT rowid FROM contact_fts WHERE contact_fts MATCH ?)"
    return condition, (match_expression(terms),)


def _matches(reader: Reader, terms: tuple[Term, ...], contact_id: int) -> bool:
    """Whether one person matches; asked of the index for them alone, without gathering all the others."""
    query = "SELECT EXISTS (SELECT 1 FROM contact_fts WHERE contact_fts MATCH ? AND rowid = ?)"
    return not terms or bool(reader.value(query, (match_expression(terms), contact_id)))
