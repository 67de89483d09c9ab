"""Whatever is called as somebody types: people, organizations, tags, interviews and notes, best first.

What begins so comes before what has a word that begins so, and that before people who are found by anything
else that is known of them. Of equals, whom one means to talk to comes first, then who is known best.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from infoview_desktop.domain.contact import Contact, ContactLine, work
from infoview_desktop.domain.contact_filter import Term, parse
from infoview_desktop.domain.note_filter import parse_notes
from infoview_desktop.store.folding import fold
from infoview_desktop.store.reads import contacts, found_interviews, note_lists
from infoview_desktop.store.reads.found_interviews import FoundInterview
from infoview_desktop.store.reads.marked import Marked, begins_a_word, looked_for, marked
from infoview_desktop.store.reads.note_lists import NoteLine
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.search import BEGINS

_LOOKED_AT = 64
"""Of so many organizations and tags the best are chosen; a longer beginning leaves fewer."""
_AROUND = 24
"""Letters shown before what was found in a long text."""


class Rank(IntEnum):
    """How well something fits, the best first."""

    BEGINNING = 0
    WORD = 1
    ELSEWHERE = 2


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person. Where neither name nor work tells why they are found, `told` does: what stands in their `field`."""

    line: ContactLine
    rank: Rank
    name: Marked
    work: Marked
    field: str = ""
    told: Marked | None = None


@dataclass(frozen=True, slots=True)
class FoundOrganization:
    """An organization, and how many people one knows there."""

    id: int
    rank: Rank
    name: Marked
    city: str
    people: int


@dataclass(frozen=True, slots=True)
class FoundTag:
    """A tag, and how many people have it."""

    rank: Rank
    name: Marked
    people: int


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer to what was `typed`."""

    typed: str
    people: tuple[FoundPerson, ...] = ()
    organizations: tuple[FoundOrganization, ...] = ()
    tags: tuple[FoundTag, ...] = ()
    interviews: tuple[FoundInterview, ...] = ()
    notes: tuple[NoteLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How many of each are wanted at most."""

    people: int
    organizations: int
    tags: int
    interviews: int
    notes: int


def find(reader: Reader, *, typed: str, limits: Limits) -> Findings:
    """Find what is meant by `typed`, facets such as `company:` understood; nothing where it has no word."""
    terms = parse(typed)
    if not terms:
        return Findings(typed)
    return Findings(
        typed,
        tuple(_people(reader, terms, limits.people)),
        tuple(_organizations(reader, terms, limits.organizations)),
        tuple(_tags(reader, terms, limits.tags)),
        tuple(found_interviews.latest(reader, typed=typed, limit=limits.interviews)),
        tuple(note_lists.newest(reader, terms=parse_notes(typed), limit=limits.notes)),
    )


def people(reader: Reader, *, contact_ids: Iterable[int]) -> tuple[FoundPerson, ...]:
    """These people, in this order, as far as they are still in the book."""
    wanted = list(contact_ids)
    query = f"SELECT contact_id FROM contact_search WHERE contact_id IN ({', '.join('?' * len(wanted))})"  # noqa: S608 - marks
    there = {contact_id for (contact_id,) in reader.rows(query, wanted)}
    lines = contacts.lines(reader, (contact_id for contact_id in wanted if contact_id in there))
    return tuple(_as_found(line, Rank.BEGINNING, ()) for line in lines)


def _people(reader: Reader, terms: tuple[Term, ...], limit: int) -> Iterator[FoundPerson]:
    beginning = _beginning(terms, "name")
    found: list[tuple[Rank, ContactLine]] = []
    for rank, ids in _ways(reader, terms, beginning, limit):
        known = {line.id for _, line in found}
        fresh = contacts.lines(reader, [contact_id for contact_id in ids if contact_id not in known])
        found += ((rank, line) for line in sorted(fresh, key=lambda line: _goodness(line, beginning)))
        if len(found) >= limit:
            break
    for rank, line in found[:limit]:
        person = _as_found(line, rank, terms)
        yield _explained(reader, person, terms) if rank is Rank.ELSEWHERE else person


def _ways(
    reader: Reader, terms: tuple[Term, ...], beginning: str, limit: int
) -> Iterator[tuple[Rank, dict[int, None]]]:
    """One set of candidates after the other, each with those of the short list first."""
    listed = bool(reader.value("SELECT EXISTS (SELECT 1 FROM short_list)"))
    if beginning:
        yield Rank.BEGINNING, _called(reader, beginning, limit, listed=listed)
    in_names = tuple(replace(term, column="name") if term.column is None else term for term in terms)
    if in_names != terms:
        yield Rank.WORD, _matching(reader, in_names, limit, listed=listed)
    rank = Rank.WORD if any(term.column == "name" for term in terms) else Rank.ELSEWHERE
    yield rank, _matching(reader, terms, limit, listed=listed)


def _called(reader: Reader, beginning: str, limit: int, *, listed: bool) -> dict[int, None]:
    """Whose whole name begins so."""
    known = "(position > '') + (organization > '') + (email > '') + (tags > '')"
    anybody = f"SELECT contact_id FROM contact_search WHERE {BEGINS} ORDER BY name, {known} DESC LIMIT ?"  # noqa: S608 - constant text
    of_the_list = (
        "SELECT contact_id FROM short_list CROSS JOIN contact_search USING (contact_id)"  # noqa: S608 - constant text
        f" WHERE {BEGINS} ORDER BY name LIMIT ?"
    )
    queries = (of_the_list, anybody) if listed else (anybody,)
    ids = (row for query in queries for row in reader.rows(query, (beginning, beginning, limit)))
    return dict.fromkeys(contact_id for (contact_id,) in ids)


def _matching(reader: Reader, terms: tuple[Term, ...], limit: int, *, listed: bool) -> dict[int, None]:
    """Who matches all terms."""
    wanted = ((*terms, Term("shortlist", "standing")), terms) if listed else (terms,)
    ids = (
        contact_id
        for each in wanted
        for contact_id in contacts.ids(reader, contacts.listing(reader, terms=each), offset=0, limit=limit)
    )
    return dict.fromkeys(ids)


def _goodness(line: ContactLine, beginning: str) -> tuple[object, ...]:
    """What people who fit equally well are sorted by."""
    name = fold(f"{line.given_name} {line.family_name}".strip())
    known = sum(map(bool, (line.position, line.organization, line.email, line.phone, line.location, line.tags)))
    return name != beginning, not line.listed, fold(line.name), -known, line.id


def _as_found(line: ContactLine, rank: Rank, terms: tuple[Term, ...]) -> FoundPerson:
    in_work = looked_for(terms, "position", "organization") if rank is Rank.ELSEWHERE else ()
    return FoundPerson(
        line,
        rank,
        marked(line.name, looked_for(terms, "name")),
        marked(work(line.position, line.organization), in_work),
    )


def _explained(reader: Reader, person: FoundPerson, terms: tuple[Term, ...]) -> FoundPerson:
    """The same with what else fits, where a word is in neither name nor work."""
    seen = f"{person.name.text} {person.work.text}"
    missing = [word for word in looked_for(terms, *_TOLD_BY) if not begins_a_word(seen, word)]
    contact = contacts.contact(reader, person.line.id) if missing else None
    for field, text in _told_of(contact) if contact else ():
        told = marked(text, missing)
        if told.parts:
            return replace(person, field=field, told=_cut(told))
    return person


_TOLD_BY = {"tags": "tags", "location": "location", "email": "emails"}
"""Columns of the index that are no part of name and work, and the field each is of."""

_TOLD_FIELDS = (*_TOLD_BY.values(), "schools", "past_employers", "phones", "links", "remarks")


def _told_of(contact: Contact) -> Iterator[tuple[str, str]]:
    """All that can be searched beside name and work, piece by piece; what one says oneself comes first."""
    for field in _TOLD_FIELDS:
        value: str | tuple[str, ...] = getattr(contact, field)
        for text in (value,) if isinstance(value, str) else value:
            yield field, " ".join(text.split())


def _cut(told: Marked) -> Marked:
    """The text from shortly before what was found."""
    start = told.parts[0][0] - _AROUND
    if start <= 0:
        return told
    start = told.text.find(" ", start) + 1 or start
    start = min(start, told.parts[0][0])
    parts = tuple((begin - start + 2, end - start + 2) for begin, end in told.parts)
    return Marked(f"… {told.text[start:]}", parts)


def _organizations(reader: Reader, terms: tuple[Term, ...], limit: int) -> Iterator[FoundOrganization]:
    beginning = _beginning(terms, "organization")
    if not beginning:
        return
    called = looked_for(terms, "organization")
    ids = {
        organization_id: Rank.BEGINNING
        for (organization_id,) in reader.rows(
            f"SELECT organization_id FROM organization_search WHERE {BEGINS} ORDER BY name LIMIT ?",  # noqa: S608 - constant text
            (beginning, beginning, _LOOKED_AT),
        )
    }
    if len(ids) < limit:
        every = " AND ".join("instr(words, ' ' || ?)" for _ in called) or "false"
        for (organization_id,) in reader.rows(
            f"SELECT organization_id FROM organization_search WHERE {every} LIMIT ?",  # noqa: S608 - constant text
            (*called, _LOOKED_AT),
        ):
            ids.setdefault(organization_id, Rank.WORD)
    places = ", ".join("?" * len(ids))
    rows = reader.rows(
        "SELECT id, name, city, target, (SELECT count(*) FROM contact"  # noqa: S608 - constant text
        "  WHERE organization_id = organization.id AND trashed_at IS NULL)"
        f" FROM organization WHERE id IN ({places})",
        list(ids),
    )
    rows.sort(key=lambda row: (ids[row[0]], fold(row[1]) != beginning, not row[3], -row[4], fold(row[1])))
    for organization_id, name, city, _target, count in rows[:limit]:
        yield FoundOrganization(organization_id, ids[organization_id], marked(name, called), city, count)


def _tags(reader: Reader, terms: tuple[Term, ...], limit: int) -> Iterator[FoundTag]:
    beginning = _beginning(terms, "tags")
    called = looked_for(terms, "tags")
    if not beginning or not called:
        return
    every = " AND ".join("instr(' ' || replace(folded, '-', ' '), ' ' || ?)" for _ in called)
    rows = reader.rows(
        "WITH called AS MATERIALIZED (SELECT id, name, iif(octet_length(name) = length(name), lower(name), fold(name))"  # noqa: S608 - constant text
        f" AS folded FROM tag) SELECT name, (SELECT count(*) FROM contact_tag JOIN contact ON contact.id = contact_id"
        f"  WHERE tag_id = called.id AND trashed_at IS NULL) AS people FROM called WHERE {every}"
        " ORDER BY length(name) LIMIT ?",
        (*called, _LOOKED_AT),
    )
    found = [
        FoundTag(Rank.BEGINNING if fold(name).startswith(beginning) else Rank.WORD, marked(name, called), count)
        for name, count in rows
        if count
    ]
    found.sort(key=lambda tag: (tag.rank, fold(tag.name.text) != beginning, -tag.people, tag.name.text))
    yield from found[:limit]


def _beginning(terms: tuple[Term, ...], column: str) -> str:
    """What was typed, folded, if it can be the beginning of something in this column: `tag:` is no organization."""
    fitting = all(term.column in {None, column} for term in terms)
    return fold(" ".join(term.text for term in terms)) if fitting else ""
