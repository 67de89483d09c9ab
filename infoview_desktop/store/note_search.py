"""The index of what is written: the words and #tags of every note, and whom it is about.

A note's place in the index is when it was changed, and after that its id: so FTS5 itself gives the newest notes first,
without looking at the others. It is derived from the user's data as the rest of the search index is. Notes
about somebody in the trash are not in it, nor are those of an interview all of whose people are there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import apsw

from infoview_desktop.domain import markdown
from infoview_desktop.store.contact_sql import NAME
from infoview_desktop.store.folding import fold, folded
from infoview_desktop.store.index_place import placed
from infoview_desktop.store.reads.reader import Reader

_OF_INTERVIEW = """
    FROM interview_person JOIN contact AS one ON one.id = interview_person.contact_id
    LEFT JOIN organization AS firm ON firm.id = one.organization_id
    WHERE interview_person.interview_id = note.interview_id"""

_ROWS = f"""
    WITH raw AS (
        SELECT {placed("note.changed_at", "note.id")} AS place,
               note.id AS note_id,
               coalesce({NAME.format("contact")}, (SELECT group_concat({NAME.format("one")}, ' ') {_OF_INTERVIEW}), '')
               AS people,
               coalesce(organization.name, employer.name,
                        (SELECT group_concat(firm.name, ' ') {_OF_INTERVIEW}), '') AS organization,
               CASE WHEN note.interview_id IS NOT NULL THEN 'interview'
                    WHEN note.contact_id IS NOT NULL THEN 'person'
                    WHEN note.organization_id IS NOT NULL THEN 'organization' ELSE 'free' END AS about,
               octet_length(note.text) AS size
          FROM note
               LEFT JOIN contact ON contact.id = note.contact_id
               LEFT JOIN organization AS employer ON employer.id = contact.organization_id
               LEFT JOIN organization ON organization.id = note.organization_id
         WHERE contact.trashed_at IS NULL
               AND (note.interview_id IS NULL OR coalesce((SELECT max(one.trashed_at IS NULL) {_OF_INTERVIEW}), 1))
               {{more}}
    )
    SELECT place, note_id, {folded("people")} AS people, {folded("organization")} AS organization, about, size
      FROM raw"""  # noqa: S608 - constant text
"""What `note_search` is to hold of all notes, or of those that a further condition names."""

_THESE = "IN (SELECT value FROM json_each(?))"

_DIFFERING = f"""
    WITH wanted AS MATERIALIZED ({_ROWS.format(more="")})
    SELECT wanted.note_id
      FROM wanted LEFT JOIN note_search AS found ON found.place = wanted.place
     WHERE (found.note_id, found.people, found.organization, found.about, found.size)
           IS NOT (wanted.note_id, wanted.people, wanted.organization, wanted.about, wanted.size)
     UNION
    SELECT note_id FROM note_search WHERE place NOT IN (SELECT place FROM wanted)"""  # noqa: S608 - constant text
"""Notes whose rows are not what they should be."""

_CONCERNED = """
    SELECT id FROM note WHERE contact_id IN (SELECT value FROM json_each(:contacts))
    UNION SELECT id FROM note WHERE organization_id IN (SELECT value FROM json_each(:organizations))
    UNION SELECT note.id FROM interview_person JOIN note USING (interview_id)
           WHERE interview_person.contact_id IN (SELECT value FROM json_each(:contacts))
    UNION SELECT id FROM note WHERE interview_id IN (SELECT value FROM json_each(:interviews))"""
"""Notes in whose rows something is said of these."""

_FTS_COLUMNS = "text, tags, people, organization, about"
_AT_ONCE = 250
_MANY = 2_000
"""From so many notes on the words are put in order afterwards, so that they are found as quickly as before."""

_Execute = Callable[[str, Sequence[object]], Iterable[Any]]


def create(connection: apsw.Connection) -> None:
    """Make the index's tables, empty, in the place of those that are there."""
    connection.execute("""
        DROP TABLE IF EXISTS note_fts;
        DROP TABLE IF EXISTS note_search;
        DROP TABLE IF EXISTS note_tag_search;
        CREATE TABLE note_search (
            place INTEGER PRIMARY KEY,
            note_id INTEGER NOT NULL UNIQUE,
            people TEXT NOT NULL,
            organization TEXT NOT NULL,
            about TEXT NOT NULL,
            size INTEGER NOT NULL
        );
    """).fetchall()
    _create_words(connection.execute, "note_fts", "note_tag_search")


def _create_words(execute: _Execute, words: str, tags: str) -> None:
    # Without content of its own: the folded text is nowhere but in the index.
    statements = f"""
        CREATE VIRTUAL TABLE {words} USING fts5 (
            {_FTS_COLUMNS}, content = '', contentless_delete = 1,
            tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
        );
        CREATE TABLE {tags} (
            folded TEXT NOT NULL,
            note_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (folded, note_id)
        ) WITHOUT ROWID;
        CREATE INDEX {tags}_note_id ON {tags} (note_id)"""
    for statement in statements.split(";"):
        execute(statement, ())


def catch_up(connection: apsw.Connection) -> None:
    """Find out which notes' rows are not what they should be, and bring these up to date.

    After a change of many people that takes far less time than to write all words anew. Notes that were
    written in the same second as what they said before, and are as long, are taken to be the same.
    """
    _write(connection, [note_id for (note_id,) in connection.execute(_DIFFERING)])


def refresh(
    connection: apsw.Connection,
    note_ids: Iterable[int],
    *,
    contact_ids: Iterable[int],
    organization_ids: Iterable[int],
    interview_ids: Iterable[int],
) -> None:
    """Bring the index up to date for these notes, and for those about these people, organizations and interviews."""
    written = set(note_ids)
    concerned = {
        "contacts": json.dumps(list(contact_ids)),
        "organizations": json.dumps(list(organization_ids)),
        "interviews": json.dumps(list(interview_ids)),
    }
    written.update(note_id for (note_id,) in connection.execute(_CONCERNED, concerned))
    _write(connection, sorted(written))


def differences(reader: Reader) -> int:
    """Count the notes of whom the index tells something else than the book does."""
    return int(reader.value(f"SELECT count(*) FROM ({_DIFFERING})"))  # noqa: S608 - constant text


def finds_its_words(copy: Reader) -> bool:
    """Whether it knows exactly the words and tags of the notes; asked of a copy, where they are indexed once more."""
    with copy.snapshot():  # one transaction: to write each note by itself takes many times as long
        _create_words(copy.rows, "note_fts_again", "note_tag_search_again")
        _write_words(copy.rows, "note_fts_again", "note_tag_search_again", [one for (one,) in copy.rows(_INDEXED)])
        for words in ("note_fts", "note_fts_again"):
            copy.rows(f"CREATE VIRTUAL TABLE temp.{words}_words USING fts5vocab (main, {words}, col)")
        return not any(
            copy.rows(f"SELECT * FROM {these} EXCEPT SELECT * FROM {those} LIMIT 1")  # noqa: S608 - constant text
            for one, other in (("note_fts_words", "note_fts_again_words"), ("note_tag_search", "note_tag_search_again"))
            for these, those in ((one, other), (other, one))
        )


_INDEXED = "SELECT note_id FROM note_search ORDER BY place"


def _write(connection: apsw.Connection, note_ids: Sequence[int]) -> None:
    """Write these notes' rows and words anew, whether they are still there or not."""
    for start in range(0, len(note_ids), _AT_ONCE):
        some = note_ids[start : start + _AT_ONCE]
        these = (json.dumps(some),)
        places = f"SELECT place FROM note_search WHERE note_id {_THESE}"  # noqa: S608 - constant text
        connection.execute(f"DELETE FROM note_fts WHERE rowid IN ({places})", these)  # noqa: S608 - the same
        for table in ("note_search", "note_tag_search"):
            connection.execute(f"DELETE FROM {table} WHERE note_id {_THESE}", these)  # noqa: S608 - the same
        rows = _ROWS.format(more=f"AND note.id {_THESE}")
        # Of two at the same place one is not found.
        connection.execute(f"INSERT OR IGNORE INTO note_search {rows}", these)
        _write_words(connection.execute, "note_fts", "note_tag_search", some)
    if len(note_ids) >= _MANY:
        connection.execute("INSERT INTO note_fts (note_fts) VALUES ('optimize')")


def _write_words(execute: _Execute, words: str, tags: str, note_ids: Sequence[int]) -> None:
    """Write the words of these notes, which have rows, into the tables of these names."""
    note = (
        "SELECT place, people, organization, about, text FROM note_search JOIN note ON note.id = note_id"
        " WHERE note_id = ?"
    )
    for note_id in note_ids:
        for place, people, organization, about, text in execute(note, (note_id,)):
            named = {fold(tag): tag for tag in sorted(markdown.tags(text))}
            execute(
                f"INSERT INTO {words} (rowid, {_FTS_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608 - constant text
                (place, fold(text), " ".join(named), people, organization, about),
            )
            for key, tag in named.items():
                execute(f"INSERT INTO {tags} VALUES (?, ?, ?)", (key, note_id, tag))  # noqa: S608 - constant text
