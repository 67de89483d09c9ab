"""Conversations as they are found: by with whom, where and in which direction, and by what was written on them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from infoview_desktop.domain.contact_filter import Term, parse
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.note_filter import Kind, parse_notes
from infoview_desktop.store.contact_sql import NAME
from infoview_desktop.store.moments import moment_of
from infoview_desktop.store.reads import note_lists
from infoview_desktop.store.reads.marked import Marked, looked_for, marked
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.search import match_expression

_ANYWHERE = "people place direction"

_FACETS = MappingProxyType({"name": "people", "on": "people", "with": "people", "in": "place"})

_MATCHING = """
    SELECT interview_id FROM interview_search WHERE moment IN
           (SELECT rowid FROM interview_fts WHERE interview_fts MATCH ? ORDER BY rowid DESC LIMIT ?)
     ORDER BY moment DESC"""

_THESE = f"""
    SELECT interview.id, starts_at, state, place, coalesce(direction.name, ''),
           (SELECT group_concat({NAME.format("contact")}, ', ' ORDER BY contact.id)
              FROM interview_person JOIN contact ON contact.id = contact_id
             WHERE interview_id = interview.id AND trashed_at IS NULL)
      FROM interview LEFT JOIN direction ON direction.id = direction_id
     WHERE interview.id IN (SELECT value FROM json_each(?))"""  # noqa: S608 - constant text


@dataclass(frozen=True, slots=True)
class FoundInterview:
    """A conversation.

    Attributes:
        id: the interview's own.
        people: with whom.
        starts_at: when, UTC; None while no time is agreed.
        state: how it stands.
        place: where.
        direction: the career it is about.
        written: where it is found by a note on it, the sentence in which it is.
    """

    id: int
    people: Marked
    starts_at: datetime | None
    state: InterviewState
    place: Marked
    direction: Marked
    written: Marked


def latest(reader: Reader, *, typed: str, limit: int) -> Iterator[FoundInterview]:
    """Those that match all that is typed, the latest first; then those on which a note does, as it was changed last."""
    terms = parse(typed, _FACETS)
    if not terms:
        return
    matching = reader.rows(_MATCHING, (match_expression(terms, _ANYWHERE), limit))
    written = {interview_id: Marked("") for (interview_id,) in matching}
    if len(written) < limit:
        about_them = (*parse_notes(typed), Term(Kind.INTERVIEW, "about"))
        for line in note_lists.newest(reader, terms=about_them, limit=limit):
            if line.interview_id is not None:
                written.setdefault(line.interview_id, line.found)
    wanted = list(written)[:limit]
    rows = {row[0]: row for row in reader.rows(_THESE, (json.dumps(wanted),))} if wanted else {}
    for interview_id in wanted:
        if interview_id in rows:
            _, starts_at, state, place, direction, people = rows[interview_id]
            yield FoundInterview(
                interview_id,
                marked(people, looked_for(terms, "people")),
                moment_of(starts_at),
                InterviewState(state),
                marked(place, looked_for(terms, "place")),
                marked(direction, looked_for(terms, "direction")),
                written[interview_id],
            )
