"""The index of conversations: with whom, where, and about which direction; the latest are found first.

It is derived from the user's data as the rest of the search index is. Conversations all of whose people are in
the trash are not in it. What is written about them is found as the notes that it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import apsw

from infoview_desktop.domain.known_error import Damaged
from infoview_desktop.store.contact_sql import NAME
from infoview_desktop.store.folding import folded
from infoview_desktop.store.index_place import placed
from infoview_desktop.store.reads.reader import Reader

_ROWS = f"""
    WITH raw AS MATERIALIZED (
        SELECT {placed("coalesce(starts_at, interview.created_at)", "interview.id")} AS moment,
               interview.id AS interview_id,
               (SELECT group_concat({NAME.format("contact")}, ' ' ORDER BY contact.id)
                  FROM interview_person JOIN contact ON contact.id = contact_id
                 WHERE interview_person.interview_id = interview.id AND trashed_at IS NULL) AS people,
               place, coalesce(direction.name, '') AS direction
          FROM interview LEFT JOIN direction ON direction.id = direction_id
         {{which}}
    )
    SELECT moment, interview_id, {folded("people")} AS people, {folded("place")} AS place,
           {folded("direction")} AS direction
      FROM raw WHERE people IS NOT NULL"""  # noqa: S608 - constant text
"""What `interview_search` is to hold of all conversations, or of those that a condition names."""

_THESE = "interview_id IN (SELECT value FROM json_each(?))"

_DIFFERING = f"""
    WITH wanted AS MATERIALIZED ({_ROWS.format(which="")})
    SELECT interview_id FROM (SELECT * FROM wanted EXCEPT SELECT * FROM interview_search)
     UNION
    SELECT interview_id FROM (SELECT * FROM interview_search EXCEPT SELECT * FROM wanted)"""  # noqa: S608 - constant text
"""Conversations whose rows are not what they should be."""

_FTS_COLUMNS = "people, place, direction"


def create(connection: apsw.Connection) -> None:
    """Make the index's tables, empty, in the place of those that are there."""
    connection.execute("""
        DROP TABLE IF EXISTS interview_fts;
        DROP TABLE IF EXISTS interview_search;
        CREATE TABLE interview_search (
            moment INTEGER PRIMARY KEY,
            interview_id INTEGER NOT NULL UNIQUE,
            people TEXT NOT NULL,
            place TEXT NOT NULL,
            direction TEXT NOT NULL
        );
        CREATE VIRTUAL TABLE interview_fts USING fts5 (
            people, place, direction,
            content = 'interview_search', content_rowid = 'moment',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
        );
    """).fetchall()


def catch_up(connection: apsw.Connection) -> None:
    """Find out which conversations' rows are not what they should be, and bring these up to date."""
    _write(connection, [interview_id for (interview_id,) in connection.execute(_DIFFERING)])


def refresh(connection: apsw.Connection, interview_ids: Iterable[int], *, contact_ids: Iterable[int]) -> None:
    """Bring the index up to date for these conversations, and for those with these people."""
    query = "SELECT interview_id FROM interview_person WHERE contact_id IN (SELECT value FROM json_each(?))"
    concerned = (one for (one,) in connection.execute(query, (json.dumps(list(contact_ids)),)))
    _write(connection, sorted({*interview_ids, *concerned}))


def differences(reader: Reader) -> int:
    """Count the conversations of which the index tells something else than the book does."""
    return int(reader.value(f"SELECT count(*) FROM ({_DIFFERING})"))  # noqa: S608 - constant text


def finds_its_words(copy: Reader) -> bool:
    """Whether it knows exactly the words of its rows; asked by a command that has to be free to write."""
    try:
        copy.rows("INSERT INTO interview_fts (interview_fts, rank) VALUES ('integrity-check', 1)")
    except Damaged:
        return False
    return True


def _write(connection: apsw.Connection, interview_ids: Sequence[int]) -> None:
    """Write these conversations' rows and words anew, whether they are still there or not."""
    these = (json.dumps(interview_ids),)
    words = f"SELECT moment, {_FTS_COLUMNS} FROM interview_search WHERE {_THESE}"  # noqa: S608 - constant text
    connection.execute(
        f"INSERT INTO interview_fts (interview_fts, rowid, {_FTS_COLUMNS}) SELECT 'delete', * FROM ({words})",  # noqa: S608 - the same
        these,
    )
    connection.execute(f"DELETE FROM interview_search WHERE {_THESE}", these)  # noqa: S608 - the same
    rows = _ROWS.format(which="WHERE interview.id IN (SELECT value FROM json_each(?))")
    connection.execute(f"INSERT OR IGNORE INTO interview_search {rows}", these)
    connection.execute(f"INSERT INTO interview_fts (rowid, {_FTS_COLUMNS}) {words}", these)
