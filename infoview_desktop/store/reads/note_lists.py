"""All notes as a list, the newest change first, and what is found in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from infoview_desktop.domain.contact_filter import Term
from infoview_desktop.domain.note import title
from infoview_desktop.domain.note_filter import Kind
from infoview_desktop.store.contact_sql import NAME
from infoview_desktop.store.reads.excerpts import excerpt
from infoview_desktop.store.reads.marked import Marked, looked_for, marked
from infoview_desktop.store.reads.reader import Reader, Row
from infoview_desktop.store.search import match_expression

_ANYWHERE = "text people organization"
"""Where a word of no facet is looked for; the tags stand in the text."""

_LINES = f"""
    SELECT note.id, note.text, note.changed_at, note_search.about, note.interview_id,
           one.id, coalesce(one.given_name, ''), coalesce(one.family_name, ''),
           coalesce({NAME.format("one")} || iif(one.credentials = '', '', ', ' || one.credentials), ''),
           coalesce(iif(note.interview_id IS NULL, {NAME.format("one")},
                        (SELECT group_concat({NAME.format("each")}, ', ' ORDER BY each.id)
                           FROM interview_person JOIN contact AS each ON each.id = contact_id
                          WHERE interview_id = note.interview_id)), ''),
           note.organization_id, coalesce(organization.name, '')
      FROM note JOIN note_search ON note_search.note_id = note.id
           LEFT JOIN organization ON organization.id = note.organization_id
           LEFT JOIN contact AS one ON one.id = coalesce(
               note.contact_id, (SELECT min(contact_id) FROM interview_person WHERE interview_id = note.interview_id))
     WHERE note.id IN (SELECT value FROM json_each(?))"""  # noqa: S608 - constant text


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of notes as it was when it was asked for: so many match the terms."""

    terms: tuple[Term, ...]
    total: int


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note as a list shows it: `found` is what fits what was looked for, or how it goes on after its title.

    It is on a person, or on several in the interview `interview_id`, of whom `contact_id` is the first; or on an
    organization; or on nobody. The first person's names, and their name as lists have it, are for the picture.
    `changed_at` is UTC, ISO 8601.
    """

    id: int
    title: Marked
    found: Marked
    changed_at: str
    kind: Kind
    interview_id: int | None
    contact_id: int | None
    given_name: str
    family_name: str
    listed_name: str
    people: Marked
    organization_id: int | None
    organization: Marked


@dataclass(frozen=True, slots=True)
class NoteTag:
    """A tag, and how many notes have it."""

    name: str
    notes: int


def listing(reader: Reader, *, terms: tuple[Term, ...] = ()) -> Listing:
    """Count the notes that match every term."""
    if not terms:
        return Listing(terms, int(reader.value("SELECT count(*) FROM note_search")))
    query = "SELECT count(*) FROM note_fts WHERE note_fts MATCH ?"
    return Listing(terms, int(reader.value(query, (_expression(terms),))))


def page(reader: Reader, listed: Listing, *, offset: int, limit: int) -> list[NoteLine]:
    """Return the lines from `offset` on, at most `limit`."""
    return list(_lines(reader, _ids(reader, listed.terms, offset, limit), listed.terms))


def newest(reader: Reader, *, terms: tuple[Term, ...], limit: int) -> list[NoteLine]:
    """The notes that match every term and were changed last."""
    return list(_lines(reader, _ids(reader, terms, 0, limit), terms))


def line(reader: Reader, note_id: int) -> NoteLine | None:
    """One note as a list shows it; None where it is not in the book, or about somebody in the trash."""
    return next(_lines(reader, [note_id], ()), None)


def place(reader: Reader, listed: Listing, note_id: int) -> int | None:
    """At which place of the list a note stands, from 0; None where it is not in it."""
    at = reader.value("SELECT place FROM note_search WHERE note_id = ?", (note_id,))
    if at is None:
        return None
    if not listed.terms:
        return int(reader.value("SELECT count(*) FROM note_search WHERE place > ?", (at,)))
    expression = _expression(listed.terms)
    one = "SELECT EXISTS (SELECT 1 FROM note_fts WHERE note_fts MATCH ? AND rowid = ?)"
    if not reader.value(one, (expression, at)):
        return None
    before = "SELECT count(*) FROM note_fts WHERE note_fts MATCH ? AND rowid > ?"
    return int(reader.value(before, (expression, at)))


def most_used_tags(reader: Reader, *, limit: int) -> list[NoteTag]:
    """The #tags that most notes have, the most used first; case and accents aside."""
    query = (
        "SELECT max(name), count(*) AS notes FROM note_tag_search GROUP BY folded ORDER BY notes DESC, folded LIMIT ?"
    )
    return [NoteTag(*row) for row in reader.rows(query, (limit,))]


def of_organization(reader: Reader, *, organization_id: int, limit: int) -> list[NoteLine]:
    """The notes on an organization, the newest change first."""
    query = "SELECT id FROM note WHERE organization_id = ? ORDER BY changed_at DESC, id DESC LIMIT ?"
    return list(_lines(reader, [one for (one,) in reader.rows(query, (organization_id, limit))], ()))


def count_of_organization(reader: Reader, *, organization_id: int) -> int:
    """How many notes there are on an organization."""
    return int(reader.value("SELECT count(*) FROM note WHERE organization_id = ?", (organization_id,)))


def _ids(reader: Reader, terms: tuple[Term, ...], offset: int, limit: int) -> list[int]:
    if terms:
        query = (
            "SELECT note_id FROM note_search WHERE place IN"
            " (SELECT rowid FROM note_fts WHERE note_fts MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?)"
            " ORDER BY place DESC"
        )
        rows = reader.rows(query, (_expression(terms), limit, offset))
    else:
        query = "SELECT note_id FROM note_search ORDER BY place DESC LIMIT ? OFFSET ?"
        rows = reader.rows(query, (limit, offset))
    return [note_id for (note_id,) in rows]


def _lines(reader: Reader, note_ids: Iterable[int], terms: tuple[Term, ...]) -> Iterator[NoteLine]:
    wanted = list(note_ids)
    found = {row[0]: row for row in reader.rows(_LINES, (json.dumps(wanted),))}
    yield from (_line(found[note_id], terms) for note_id in wanted if note_id in found)


def _line(row: Row, terms: tuple[Term, ...]) -> NoteLine:
    note_id, text, changed_at, about, interview_id, contact_id, *names, people, organization_id, organization = row
    given_name, family_name, listed_name = names
    in_text = looked_for(terms, "tags")
    return NoteLine(
        note_id,
        marked(title(text), in_text),
        excerpt(text, in_text),
        changed_at,
        Kind(about),
        interview_id,
        contact_id,
        given_name,
        family_name,
        listed_name,
        marked(people, looked_for(terms, "people")),
        organization_id,
        marked(organization, looked_for(terms, "organization")),
    )


def _expression(terms: tuple[Term, ...]) -> str:
    return match_expression(terms, _ANYWHERE)
