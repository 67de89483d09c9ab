"""The search index: a folded row per contact and per organization, sorted lists over them and FTS5 beside.

All of it is derived from the user's data, so undo does not record it: whatever changed a contact, the
transaction brings the index up to date afterwards. People in the trash are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from infoview_desktop.domain.contact_filter import Term
from infoview_desktop.domain.known_error import Damaged
from infoview_desktop.domain.stage import Stage
from infoview_desktop.store.contact_sql import IN_TOUCH_ON, LIST_COLUMNS, NAME_PARTS
from infoview_desktop.store.folding import fold, folded
from infoview_desktop.store.reads.reader import Reader

SORTED_COLUMNS = (
    "name",
    "position",
    "organization",
    "tags",
    "email",
    "location",
    "seniority",
    "source",
    "stage",
    "connected_on",
    "in_touch_on",
)
"""What a list of contacts can be sorted by; each has an index that continues with the name."""

BULK = 2_000
"""From so many changed contacts on, building the index anew is quicker than row by row."""

BEGINS = "name >= ? AND name < ? || char(1114111)"
"""A range of sorted names, given their folded beginning twice: an index answers it where LIKE would read them all."""

_FTS_COLUMNS = "name, position, organization, tags, email, location, source, standing, stage_words, other"

_ANYWHERE = "name position organization tags email location source other"
"""Where a word is looked for that names no column: `as` means Astrid, and not everybody who was asked."""

_FOLDED_COLUMNS = ("name", "position", "organization", "tags", "email", "location", "other")


_TAGS = """
    SELECT contact_id, group_concat(tag.name, ' ' ORDER BY tag.name) AS words
      FROM contact_tag JOIN tag ON tag.id = contact_tag.tag_id"""


def _joined(query: str, name: str, *, whole: bool) -> str:
    """The words of one list of each contact: gathered at once for all of them, looked up for one."""
    if whole:
        return f"LEFT JOIN ({query} GROUP BY contact_id) AS {name} ON {name}.contact_id = contact.id"
    return f"LEFT JOIN ({query} WHERE contact_id = ?1) AS {name}"


def _rows(*, whole: bool = True) -> str:
    """A query for the index's rows: the `whole` of them, or the one of the contact ?1."""
    columns_folded = ", ".join(folded(column) for column in _FOLDED_COLUMNS)
    columns = dict(LIST_COLUMNS.values())
    others = " || ' ' || ".join(f"coalesce({table}_of.words, '')" for table in columns if table != "email")
    queries = {"tags_of": _TAGS} | {
        f"{table}_of": f"SELECT contact_id, group_concat({column}, ' ' ORDER BY place) AS words FROM {table}"  # noqa: S608 - constant text
        for table, column in columns.items()
    }
    lists = " ".join(_joined(query, name, whole=whole) for name, query in queries.items())
    return f"""
        WITH raw AS MATERIALIZED (
            SELECT contact.id,
                   trim({NAME_PARTS.format("contact")} || ' ' || contact.credentials) AS name,
                   contact.position,
                   coalesce(organization.name, '') AS organization,
                   coalesce(tags_of.words, '') AS tags,
                   coalesce(email_of.words, '') AS email,
                   contact.location,
                   trim(contact.remarks || ' ' || {others}) AS other,
                   contact.seniority,
                   contact.source,
                   coalesce(stage.stage, '') AS stage,
                   iif(EXISTS (SELECT 1 FROM short_list WHERE contact_id = contact.id), 'shortlist ', '')
                   || iif(EXISTS (SELECT 1 FROM job_change
                                   WHERE contact_id = contact.id AND NOT looked_at), 'newjob ', '')
                   || iif(organization.target, 'target', '') AS standing,
                   coalesce(contact.connected_on, '') AS connected_on,
                   {IN_TOUCH_ON} AS in_touch_on
              FROM contact LEFT JOIN organization ON organization.id = contact.organization_id
                   LEFT JOIN stage ON stage.contact_id = contact.id {lists}
             WHERE contact.trashed_at IS NULL {"" if whole else "AND contact.id = ?1"}
             ORDER BY contact.id
        )
        SELECT id, {columns_folded}, {_LEVEL}, source, {_STAGE}, standing, connected_on, in_touch_on FROM raw"""  # noqa: S608 - constant text


_LEVEL = """
    CASE seniority WHEN '' THEN '' WHEN 'entry' THEN '1' WHEN 'experienced' THEN '2' WHEN 'senior' THEN '3'
                   WHEN 'lead' THEN '4' WHEN 'director' THEN '5' ELSE '6' END"""
"""Sorted as a ladder, not by its words."""

_STAGE = f"""
    CASE stage WHEN '' THEN '' {" ".join(f"WHEN '{stage}' THEN '{stage.level}'" for stage in Stage)} END,
    CASE stage WHEN '' THEN '' {" ".join(f"WHEN '{stage}' THEN '{stage.words}'" for stage in Stage)} END"""
"""Sorted as the way goes, and the words one looks for it by."""

_ORGANIZATIONS = f"""
    SELECT id, {folded("name")},
           ' ' || {folded("(name || ' ' || kind || ' ' || industry || ' ' || city)")}
      FROM organization"""  # noqa: S608 - constant text


def create(connection: apsw.Connection) -> None:
    """Make the index's tables, empty, in the place of those that are there."""
    connection.execute("""
        DROP TABLE IF EXISTS contact_fts;
        DROP TABLE IF EXISTS contact_search;
        DROP TABLE IF EXISTS organization_search;
        CREATE TABLE contact_search (
            contact_id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            position TEXT NOT NULL,
            organization TEXT NOT NULL,
            tags TEXT NOT NULL,
            email TEXT NOT NULL,
            location TEXT NOT NULL,
            other TEXT NOT NULL,
            seniority TEXT NOT NULL,
            source TEXT NOT NULL,
            stage TEXT NOT NULL,
            stage_words TEXT NOT NULL,
            standing TEXT NOT NULL,
            connected_on TEXT NOT NULL,
            in_touch_on TEXT NOT NULL
        );
        CREATE VIRTUAL TABLE contact_fts USING fts5 (
            name, position, organization, tags, email, location, source, standing, stage_words, other,
            content = 'contact_search', content_rowid = 'contact_id',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'
        );
        CREATE TABLE organization_search (
            organization_id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            words TEXT NOT NULL
        );
        CREATE INDEX organization_search_name ON organization_search (name);
    """).fetchall()


def rebuild(connection: apsw.Connection) -> None:
    """Write all of it anew; call it within a transaction."""
    for column in SORTED_COLUMNS:
        connection.execute(f"DROP INDEX IF EXISTS contact_search_{column}")
    connection.execute("DELETE FROM contact_search")
    connection.execute(f"INSERT INTO contact_search {_rows()}")
    for column in SORTED_COLUMNS:
        columns = "(name)" if column == "name" else f"({column}, name) WHERE {column} > ''"
        connection.execute(f"CREATE INDEX contact_search_{column} ON contact_search {columns}")
    connection.execute("INSERT INTO contact_fts (contact_fts) VALUES ('rebuild')")
    connection.execute("DELETE FROM organization_search")
    connection.execute(f"INSERT INTO organization_search {_ORGANIZATIONS}")


def refresh(connection: apsw.Connection, contact_ids: Iterable[int], organization_ids: Iterable[int]) -> None:
    """Bring the index up to date for these, whether they are still there or not."""
    for contact_id in contact_ids:
        connection.execute(
            f"INSERT INTO contact_fts (contact_fts, rowid, {_FTS_COLUMNS})"  # noqa: S608 - constant text
            f" SELECT 'delete', contact_id, {_FTS_COLUMNS} FROM contact_search WHERE contact_id = ?",
            (contact_id,),
        )
        connection.execute("DELETE FROM contact_search WHERE contact_id = ?", (contact_id,))
        connection.execute(f"INSERT INTO contact_search {_rows(whole=False)}", (contact_id,))
        connection.execute(
            f"INSERT INTO contact_fts (rowid, {_FTS_COLUMNS})"  # noqa: S608 - constant text
            f" SELECT contact_id, {_FTS_COLUMNS} FROM contact_search WHERE contact_id = ?",
            (contact_id,),
        )
    for organization_id in organization_ids:
        connection.execute("DELETE FROM organization_search WHERE organization_id = ?", (organization_id,))
        connection.execute(f"INSERT INTO organization_search {_ORGANIZATIONS} WHERE id = ?", (organization_id,))


def differences(reader: Reader) -> int:
    """Count the contacts and organizations whose folded row is not what it should be."""
    return sum(
        max(
            int(reader.value(f"SELECT count(*) FROM (SELECT * FROM ({these}) EXCEPT SELECT * FROM ({those}))"))  # noqa: S608 - constant text
            for these, those in ((wanted, found), (found, wanted))
        )
        for wanted, found in (
            (_rows(), "SELECT * FROM contact_search"),
            (_ORGANIZATIONS, "SELECT * FROM organization_search"),
        )
    )


def finds_its_words(copy: Reader) -> bool:
    """Whether FTS5 knows exactly the words of the folded rows; asked by a command that has to be free to write."""
    try:
        copy.rows("INSERT INTO contact_fts (contact_fts, rank) VALUES ('integrity-check', 1)")
    except Damaged:
        return False
    return True


def match_expression(terms: Iterable[Term], anywhere: str = _ANYWHERE) -> str:
    """Write the terms as an FTS5 query: each a beginning of words, all of them wanted.

    Those of no column are looked for in the columns that `anywhere` names; they are those of people at first.
    """
    return " AND ".join(_one(term, term.column or anywhere) for term in terms)


def _one(term: Term, columns: str) -> str:
    quoted = '"' + fold(term.text).replace('"', '""') + '"*'
    return f"{{{columns}}} : {quoted}"
