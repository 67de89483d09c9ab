"""Organizations as lists and as single ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from infoview_desktop.domain.contact import full_name, with_credentials
from infoview_desktop.domain.contact_filter import Term
from infoview_desktop.domain.organization import Kind, Organization, OrganizationLine, comparable
from infoview_desktop.domain.target import Target
from infoview_desktop.store.contact_sql import DUE_ON
from infoview_desktop.store.folding import fold
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.search import BEGINS

_PEOPLE = """
    (SELECT count(*) FROM contact WHERE organization_id = organization.id AND contact.trashed_at IS NULL)"""

_LINE = f"""
    SELECT organization.id, organization.name, kind, city, {_PEOPLE}, target
      FROM organization WHERE organization.id IN ({{places}})"""  # noqa: S608 - constant text

_ORGANIZATION = f"""
    SELECT name, size, industry, city, website, phone, mission, remarks, motivation, openings, kind, target, {_PEOPLE}
      FROM organization WHERE id = ?"""  # noqa: S608 - constant text

_TEXTS = ("name", "size", "industry", "city", "website", "phone", "mission", "remarks", "motivation", "openings")

_FEW = 2_000
"""Of so many hits at most the ids are kept: to look for them again at each page would read every organization."""

_KNOWN = f"""
    SELECT contact.id, given_name, middle_name, family_name, suffix, credentials, contact.position, contact.source,
           coalesce((SELECT group_concat(tag.name, ', ' ORDER BY tag.name)
                       FROM contact_tag JOIN tag ON tag.id = contact_tag.tag_id
                      WHERE contact_tag.contact_id = contact.id), ''),
           coalesce(stage.stage, ''), coalesce(stage.since, ''), {DUE_ON}
      FROM contact CROSS JOIN contact_search ON contact_search.contact_id = contact.id
      LEFT JOIN stage ON stage.contact_id = contact.id
     WHERE contact.organization_id = ? ORDER BY contact_search.name, contact.id LIMIT ? OFFSET ?"""  # noqa: S608 - constant text

_WARM = """
    contact.source IN ('alumni', 'friend', 'referral') OR contact.referrer_id IS NOT NULL
    OR EXISTS (SELECT 1 FROM contact_tag JOIN tag ON tag.id = tag_id
                WHERE contact_id = contact.id AND tag.name LIKE 'alum%')"""
"""Whether somebody will answer sooner than others, by how they were found or what the user put on them."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of organizations as it was when it was asked for: `total` of them match `terms`, sorted by name.

    Where `ids` are given, it is these, in their order, and nothing is looked for.
    """

    terms: tuple[Term, ...]
    total: int
    ids: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who works at an organization; `tags` are joined with a comma and a space.

    `stage`, `since` and `due_on` are as a `ContactLine` has them.
    """

    id: int
    given_name: str
    family_name: str
    name: str
    position: str
    source: str
    tags: str
    stage: str
    since: str
    due_on: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many organizations there are, how many are targets, and at how many nobody or several are known."""

    all: int = 0
    targets: int = 0
    nobody: int = 0
    several: int = 0


def names(reader: Reader, *, beginning: str, limit: int) -> list[str]:
    """Organizations in the book whose name begins so, accents aside, to complete what is being typed."""
    found = f"SELECT organization_id FROM organization_search WHERE {BEGINS} ORDER BY name LIMIT ?"  # noqa: S608 - constant text
    beginning = fold(beginning.strip())
    rows = reader.rows(
        f"SELECT name FROM organization WHERE id IN ({found}) ORDER BY name",  # noqa: S608 - constant text
        (beginning, beginning, limit),
    )
    return [name for (name,) in rows]


def called(reader: Reader, *, name: str) -> int | None:
    """The id of the organization that is or was called so, without regard to capitals and spaces."""
    name = " ".join(name.split())
    aliases = reader.rows(
        "SELECT organization_id, name FROM organization_alias WHERE name = ? COLLATE NOCASE ORDER BY name = ? DESC",
        (name, name),
    )
    rows = reader.rows(
        "SELECT id, organization.name FROM organization_search JOIN organization ON id = organization_id"
        " WHERE organization_search.name = ? ORDER BY organization.name = ? DESC, id",
        (fold(name), name),
    )
    wanted = comparable(name)
    found = [row for row in rows if comparable(row[1]) == wanted] + aliases
    # What is or was called exactly so comes before what differs in its capitals.
    return next((int(one) for one, _ in sorted(found, key=lambda row: row[1] != name)), None)


def name_of(reader: Reader, organization_id: int | None) -> str:
    """What an organization is called; "" where there is none."""
    return reader.value("SELECT name FROM organization WHERE id = ?", (organization_id,)) or ""


def organization(reader: Reader, organization_id: int) -> Organization | None:
    """Everything known of one organization; None where it is not in the book."""
    rows = reader.rows(_ORGANIZATION, (organization_id,))
    if not rows:
        return None
    *texts, kind, target, people = rows[0]
    aliases = reader.rows("SELECT name FROM organization_alias WHERE organization_id = ?", (organization_id,))
    return Organization(
        organization_id,
        **dict(zip(_TEXTS, texts, strict=True)),
        kind=Kind(kind) if kind in set(Kind) else Kind.NONE,
        target=bool(target),
        people=people,
        other_names=tuple(sorted(name for (name,) in aliases)),
    )


def listing(reader: Reader, *, terms: tuple[Term, ...] = ()) -> Listing:
    """List the organizations that match every term; where they are few, these are known from then on."""
    where, bindings = _matching(terms)
    if terms:
        query = f"SELECT organization_id FROM organization_search WHERE {where} ORDER BY name, organization_id LIMIT ?"  # noqa: S608 - constant text
        ids = tuple(each for (each,) in reader.rows(query, (*bindings, _FEW + 1)))
        if len(ids) <= _FEW:
            return Listing(terms, len(ids), ids)
    return Listing(terms, reader.value(f"SELECT count(*) FROM organization_search WHERE {where}", bindings))  # noqa: S608 - constant text


def listing_of(reader: Reader, *, terms: tuple[Term, ...], ids: tuple[int, ...]) -> Listing:
    """List those of `ids`, in their order, that match every term."""
    if terms and ids:
        where, bindings = _matching(terms)
        query = f"SELECT organization_id FROM organization_search WHERE {where}"  # noqa: S608 - constant text
        matching = {organization_id for (organization_id,) in reader.rows(query, bindings)}
        ids = tuple(each for each in ids if each in matching)
    return Listing(terms, len(ids), ids)


def page(reader: Reader, listed: Listing, *, offset: int, limit: int) -> list[OrganizationLine]:
    """Return the lines from `offset` on, at most `limit`."""
    if listed.ids is not None:
        ids = list(listed.ids[offset : offset + limit])
    else:
        where, bindings = _matching(listed.terms)
        query = (
            f"SELECT organization_id FROM organization_search WHERE {where}"  # noqa: S608 - constant text
            " ORDER BY name, organization_id LIMIT ? OFFSET ?"
        )
        ids = [organization_id for (organization_id,) in reader.rows(query, (*bindings, limit, offset))]
    return lines(reader, ids)


def lines(reader: Reader, ids: Sequence[int]) -> list[OrganizationLine]:
    """Return the lines of these, in this order, without those that are gone."""
    found = {
        one: OrganizationLine(one, name, kind, city, people, bool(target))
        for one, name, kind, city, people, target in reader.rows(_LINE.format(places=", ".join("?" * len(ids))), ids)
    }
    return [found[each] for each in ids if each in found]


def place(reader: Reader, listed: Listing, organization_id: int) -> int | None:
    """At which place of the list the organization stands, from 0; None where it is not in it."""
    if listed.ids is not None:
        return listed.ids.index(organization_id) if organization_id in listed.ids else None
    where, bindings = _matching(listed.terms)
    query = f"SELECT name FROM organization_search WHERE organization_id = ? AND {where}"  # noqa: S608 - constant text
    found = reader.rows(query, (organization_id, *bindings))
    if not found:
        return None
    before = f"SELECT count(*) FROM organization_search WHERE (name, organization_id) < (?, ?) AND {where}"  # noqa: S608 - constant text
    return int(reader.value(before, (found[0][0], organization_id, *bindings)))


def people_known(reader: Reader, organization_id: int, *, offset: int, limit: int) -> list[KnownPerson]:
    """The people in the book who work there, by name, from `offset` on."""
    rows = reader.rows(_KNOWN, (organization_id, limit, offset))
    return [
        KnownPerson(
            one,
            given,
            family,
            with_credentials(full_name(given, family, middle_name=middle, suffix=suffix), credentials),
            *rest,
        )
        for one, given, middle, family, suffix, credentials, *rest in rows
    ]


def nobody_known(reader: Reader) -> tuple[int, ...]:
    """The organizations at which nobody is known, by name."""
    rows = reader.rows(
        "SELECT organization_id FROM organization_search"
        " WHERE organization_id NOT IN"
        " (SELECT organization_id FROM contact WHERE trashed_at IS NULL AND organization_id IS NOT NULL)"
        " ORDER BY name, organization_id"
    )
    return tuple(organization_id for (organization_id,) in rows)


def several_known(reader: Reader) -> tuple[int, ...]:
    """The organizations at which more than one person is known, the one with most of them first."""
    rows = reader.rows(
        "SELECT contact.organization_id FROM contact JOIN organization_search USING (organization_id)"
        " WHERE trashed_at IS NULL GROUP BY contact.organization_id HAVING count(*) > 1"
        " ORDER BY count(*) DESC, organization_search.name"
    )
    return tuple(organization_id for (organization_id,) in rows)


def counts(reader: Reader) -> Counts:
    """How many organizations there are of each sort."""
    ((everything, targets, known, several),) = reader.rows(
        "WITH people AS (SELECT count(*) AS there FROM contact"
        " WHERE trashed_at IS NULL AND organization_id IS NOT NULL GROUP BY organization_id)"
        " SELECT (SELECT count(*) FROM organization), (SELECT count(*) FROM organization WHERE target),"
        " count(*), count(*) FILTER (WHERE there > 1) FROM people"
    )
    return Counts(everything, targets, everything - known, several)


def targets(reader: Reader) -> list[Target]:
    """What is known of each organization where the user wants to work."""
    rows = reader.rows(
        f"SELECT organization.id, organization.name, count(contact.id), total({_WARM}), motivation, openings"  # noqa: S608 - constant text
        " FROM organization"
        " LEFT JOIN contact ON contact.organization_id = organization.id AND contact.trashed_at IS NULL"
        " WHERE target GROUP BY organization.id"
    )
    return [Target(one, name, people, int(warm), *rest) for one, name, people, warm, *rest in rows]


def other_names(reader: Reader) -> Mapping[str, str]:
    """The names under which an import may speak of an organization, and what it is called in the book."""
    return dict(
        reader.rows(
            "SELECT organization_alias.name, organization.name"
            " FROM organization_alias JOIN organization ON organization.id = organization_id"
        )
    )


def _matching(terms: tuple[Term, ...]) -> tuple[str, list[str]]:
    """The condition that keeps the organizations in which some word begins like each term."""
    conditions, bindings = ["true"], []
    for term in terms:
        beginning = f"% {_escaped(fold(term.text))}%"
        if term.column is None or term.column == "name":
            column = "words" if term.column is None else "' ' || name"
            conditions.append(f"{column} LIKE ? ESCAPE '\\'")
        else:
            of_column = f"SELECT id FROM organization WHERE {term.column} > '' AND ' ' || fold({term.column}) LIKE ?"  # noqa: S608 - a declared column
            conditions.append(f"organization_id IN ({of_column} ESCAPE '\\')")
        bindings.append(beginning)
    return " AND ".join(conditions), bindings


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
