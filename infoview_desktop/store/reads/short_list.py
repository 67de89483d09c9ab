"""The short list, and who else may be worth asking, each with the reasons for it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from infoview_desktop.domain.contact import Seniority, Source
from infoview_desktop.domain.factor import weights_with
from infoview_desktop.domain.ranking import FACTORS, Candidate, Profile, Ranking, order_of, rank
from infoview_desktop.domain.words import stems
from infoview_desktop.store.contact_sql import DUE_ON, IN_TOUCH_ON, NAME
from infoview_desktop.store.folding import fold
from infoview_desktop.store.reads import profile as profile_reads
from infoview_desktop.store.reads.reader import Reader, Row
from infoview_desktop.store.reads.weights import changed_weights

ENTRY_PLACES = "short_list/"
"""How the places begin where what is being typed about somebody on the list is put aside."""

_BETWEEN = "\x1f"


def _all_of(table: str) -> str:
    return f"""(SELECT group_concat(name, char(31) ORDER BY place)
                  FROM {table} WHERE contact_id = contact.id)"""  # noqa: S608 - own tables


_CANDIDATES = f"""
    WITH friend AS MATERIALIZED (
        SELECT organization_id, min(contact.id) AS first, max(contact.id) AS last
          FROM contact_search JOIN contact ON contact.id = contact_search.contact_id
         WHERE contact_search.source = 'friend' AND contact_search.source > '' AND organization_id IS NOT NULL
         GROUP BY organization_id
    )
    SELECT contact.id, contact.given_name, contact.family_name,
           {NAME.format("contact")} || iif(contact.credentials = '', '', ', ' || contact.credentials),
           contact.position, contact.seniority, coalesce(organization.name, ''), coalesce(organization.target, 0),
           contact.remarks,
           (SELECT group_concat(tag.name, char(31) ORDER BY tag.name)
              FROM contact_tag JOIN tag ON tag.id = contact_tag.tag_id WHERE contact_tag.contact_id = contact.id),
           contact.source, {_all_of("school")}, {_all_of("past_employer")},
           coalesce({NAME.format("referrer")}, ''), coalesce({NAME.format("known")}, ''),
           {IN_TOUCH_ON}, coalesce(contact.connected_on, ''),
           coalesce(short_list.motivation, 0), coalesce(direction.name, ''), coalesce(short_list.reason, ''),
           coalesce(stage.stage, ''), coalesce(stage.since, ''), {DUE_ON}
      FROM {{these}}
      LEFT JOIN organization ON organization.id = contact.organization_id
      LEFT JOIN contact AS referrer ON referrer.id = contact.referrer_id AND referrer.trashed_at IS NULL
      LEFT JOIN friend ON friend.organization_id = contact.organization_id
      LEFT JOIN contact AS known ON known.id = iif(friend.first = contact.id, friend.last, friend.first)
                                AND known.id != contact.id
      LEFT JOIN direction ON direction.id = short_list.direction_id
      LEFT JOIN stage ON stage.contact_id = contact.id
     WHERE contact.trashed_at IS NULL"""  # noqa: S608 - constant text

# A cross join goes as it is written: the list is short, and the book is not.
_LISTED = _CANDIDATES.format(these="short_list CROSS JOIN contact ON contact.id = short_list.contact_id")
_ANYBODY = _CANDIDATES.format(these="contact LEFT JOIN short_list ON short_list.contact_id = contact.id")

_GLANCES = (
    """SELECT contact.id, 3 AS points FROM organization JOIN contact ON organization_id = organization.id
        WHERE organization.target""",
    "SELECT id, 3 FROM contact WHERE referrer_id IS NOT NULL",
    "SELECT contact_id, 3 FROM contact_search WHERE source = 'alumni' AND source > ''",
    """SELECT other.id, 1 FROM contact_search JOIN contact ON contact.id = contact_id
         JOIN contact AS other ON other.organization_id = contact.organization_id AND other.id != contact.id
        WHERE contact_search.source = 'friend' AND contact_search.source > ''""",
)
"""Queries for who may be worth asking whatever the user said of themselves, each with what it counts, roughly."""

_SENIORITIES = {each.value: each for each in Seniority}
_SOURCES = {each.value: each for each in Source}

_LOOKED_AT = 300
"""So many people, those of whom a first glance finds most, are ranked to find who is worth asking."""


class Ranked(NamedTuple):
    """Somebody with the reasons to talk to them; `note` is the user's own, where they are on the short list.

    `stage`, `since` and `due_on` are as a `ContactLine` has them.
    """

    given_name: str
    family_name: str
    candidate: Candidate
    note: str
    ranking: Ranking
    stage: str
    since: str
    due_on: str

    @property
    def contact_id(self) -> int:
        """Who it is."""
        return self.candidate.contact_id


def short_list(reader: Reader, *, today: date) -> list[Ranked]:
    """Everybody on the short list, whom to write to first at the top."""
    return _ranked(reader, reader.rows(_LISTED), today)


def suggestions(reader: Reader, *, today: date, limit: int) -> list[Ranked]:
    """The people not on the short list for whom there are the best reasons; slow, for the pool."""
    known = profile_reads.profile(reader)
    query, bindings = _glance(known)
    found = [contact_id for (contact_id,) in reader.rows(query, bindings)]
    places = ", ".join("?" * len(found))
    rows = reader.rows(f"{_ANYBODY} AND contact.id IN ({places})", found)
    ranked = _ranked(reader, rows, today)
    return [one for one in ranked if any(reason.factor != "touch" for reason in one.ranking.reasons)][:limit]


def entry(reader: Reader, contact_id: int, *, today: date) -> Ranked | None:
    """Somebody's place on the short list; None where they are not on it."""
    return next(iter(_ranked(reader, reader.rows(f"{_LISTED} AND contact.id = ?", (contact_id,)), today)), None)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether somebody is on the short list, and with which direction."""

    contact_id: int
    name: str
    is_listed: bool
    direction_id: int | None


def standing(reader: Reader, *, contact_ids: Sequence[int]) -> list[Standing]:
    """How these people stand to the short list; who is no longer in the book is left out."""
    query = f"""
        SELECT contact.id, {NAME.format("contact")}, short_list.contact_id IS NOT NULL, direction_id
          FROM contact LEFT JOIN short_list ON short_list.contact_id = contact.id
         WHERE contact.id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL"""  # noqa: S608 - constant text
    rows = reader.rows(query, (json.dumps(list(contact_ids)),))
    return [Standing(contact_id, name, bool(listed), direction_id) for contact_id, name, listed, direction_id in rows]


def _ranked(reader: Reader, rows: list[Row], today: date) -> list[Ranked]:
    profile = profile_reads.profile(reader)
    weights = weights_with(FACTORS, changed_weights(reader))
    people = []
    for row in rows:
        candidate = _candidate(row)
        people.append(Ranked(row[1], row[2], candidate, row[19], rank(candidate, profile, weights, today), *row[20:]))
    people.sort(key=lambda one: order_of(one.candidate, one.ranking))
    return people


def _candidate(row: Row) -> Candidate:
    return Candidate(
        contact_id=row[0],
        name=row[3],
        position=row[4],
        seniority=_SENIORITIES[row[5]],
        organization=row[6],
        is_target=bool(row[7]),
        remarks=row[8],
        tags=_several(row[9]),
        source=_SOURCES[row[10]],
        schools=_several(row[11]),
        past_employers=_several(row[12]),
        referrer=row[13],
        friend=row[14],
        in_touch_on=row[15],
        connected_on=row[16],
        motivation=row[17],
        direction=row[18],
    )


def _several(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split(_BETWEEN)) if joined else ()


def _glance(profile: Profile) -> tuple[str, list[object]]:
    """A query for the people who may be worth asking: each thing that speaks for them counts once, roughly."""
    found = list(_GLANCES)
    matches = [_match("tags", ["alum"])]
    for name in profile.directions:
        matches += [_match("position tags other", [word]) for word in sorted(stems(name))]
    matches += [_match("other", sorted(stems(school))) for school in profile.schools]
    matches += [_match("organization other", sorted(stems(employer))) for employer in profile.past_employers]
    matches = [match for match in matches if match]
    found += ["SELECT rowid, 2 FROM contact_fts WHERE contact_fts MATCH ?"] * len(matches)
    query = f"""
        SELECT contact.id FROM ({" UNION ALL ".join(found)}) AS found JOIN contact USING (id)
         WHERE contact.trashed_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM short_list WHERE contact_id = contact.id)
         GROUP BY contact.id
         ORDER BY sum(points) DESC, {IN_TOUCH_ON} DESC, contact.connected_on DESC, contact.id
         LIMIT {_LOOKED_AT}"""  # noqa: S608 - constant text
    return query, list(matches)


def _match(columns: str, beginnings: list[str]) -> str:
    """An FTS5 query for beginnings of words, all of them in these columns; "" where there are none."""
    words = [fold(word).replace('"', "") for word in beginnings]
    if not words or not all(words):
        return ""
    wanted = " AND ".join(f'"{word}"*' for word in words)
    return f"{{{columns}}} : ({wanted})"
