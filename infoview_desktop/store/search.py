"""The search index: a folded row per contact, sorted lists over it and FTS5 beside it.

All of it is derived from the user's data, so undo does not record it: whatever changed a contact, the
transaction brings the index up to date afterwards. People in the trash are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from infoview_desktop.domain.contact_filter import Term
from infoview_desktop.domain.known_error import Damaged
from infoview_desktop.store.folding import fold
from infoview_desktop.store.reads.reader import Reader

SORTED_COLUMNS = ("name", "position", "organization", "tags", "connected_on", "source")
"""What a list of contacts can be sorted by; each has an index that continues with the name."""

BULK = 2_000
"""From so many changed contacts on, building the index anew is quicker than row by row."""

_FTS_COLUMNS = "name, position, organization, tags, email, source"

_FOLDED_COLUMNS = ("name", "position", "organization", "tags", "email")


def _folded(condition: str = "") -> str:
    """A query for the index's rows, of the contacts that meet `condition` besides.

    SQLite folds ASCII itself, and calls Python only for what is beyond it.
    """
    folded = ", ".join(
        f"CASE WHEN octet_length({column}) = length({column}) THEN lower({column}) ELSE fold({column}) END"
        for column in _FOLDED_COLUMNS
    )
    return f"""
        WITH raw AS MATERIALIZED (
            SELECT contact.id,
                   trim(contact.given_name || ' ' || contact.family_name || ' ' || contact.credentials) AS name,
                   contact.position,
                   coalesce(organization.name, '') AS organization,
                   coalesce((SELECT group_concat(tag.name, ' ' ORDER BY tag.name)
                               FROM contact_tag JOIN tag ON tag.id = contact_tag.tag_id
                              WHERE contact_tag.contact_id = contact.id), '') AS tags,
                   coalesce((SELECT group_concat(email.address, ' ' ORDER BY email.place)
                               FROM email WHERE email.contact_id = contact.id), '') AS email,
                   contact.source,
                   coalesce(contact.connected_on, '') AS connected_on
              FROM contact LEFT JOIN organization ON organization.id = contact.organization_id
             WHERE contact.trashed_at IS NULL {condition}
             ORDER BY contact.id
        )
        SELECT id, {folded}, source, connected_on FROM raw"""  # noqa: S608 - constant text


def rebuild(connection: apsw.Connection) -> None:
    """Write the whole index anew; call it within a transaction."""
    for column in SORTED_COLUMNS:
        connection.execute(f"DROP INDEX IF EXISTS contact_search_{column}")
    connection.execute("DELETE FROM contact_search")
    connection.execute(f"INSERT INTO contact_search {_folded()}")
    for column in SORTED_COLUMNS:
        columns = "(name)" if column == "name" else f"({column}, name) WHERE {column} > ''"
        connection.execute(f"CREATE INDEX contact_search_{column} ON contact_search {columns}")
    connection.execute("INSERT INTO contact_fts (contact_fts) VALUES ('rebuild')")


def refresh(connection: apsw.Connection, contact_ids: Iterable[int]) -> None:
    """Bring the index up to date for these contacts, whether they are still there or not."""
    for contact_id in contact_ids:
        connection.execute(
            f"INSERT INTO contact_fts (contact_fts, rowid, {_FTS_COLUMNS})"  # noqa: S608 - constant text
            f" SELECT 'delete', contact_id, {_FTS_COLUMNS} FROM contact_search WHERE contact_id = ?",
            (contact_id,),
        )
        connection.execute("DELETE FROM contact_search WHERE contact_id = ?", (contact_id,))
        connection.execute(f"INSERT INTO contact_search {_folded('AND contact.id = ?')}", (contact_id,))
        connection.execute(
            f"INSERT INTO contact_fts (rowid, {_FTS_COLUMNS})"  # noqa: S608 - constant text
            f" SELECT contact_id, {_FTS_COLUMNS} FROM contact_search WHERE contact_id = ?",
            (contact_id,),
        )


def differences(reader: Reader) -> int:
    """Count the contacts whose folded row is not what it should be."""
    missing = f"SELECT count(*) FROM (SELECT * FROM ({_folded()}) EXCEPT SELECT * FROM contact_search)"  # noqa: S608 - constant text
    surplus = f"SELECT count(*) FROM (SELECT * FROM contact_search EXCEPT SELECT * FROM ({_folded()}))"  # noqa: S608 - constant text
    return max(int(reader.value(missing)), int(reader.value(surplus)))


def finds_its_words(copy: Reader) -> bool:
    """Whether FTS5 knows exactly the words of the folded rows; asked by a command that has to be free to write."""
    try:
        copy.rows("INSERT INTO contact_fts (contact_fts, rank) VALUES ('integrity-check', 1)")
    except Damaged:
        return False
    return True


def match_expression(terms: Iterable[Term]) -> str:
    """Write the terms as an FTS5 query: each a beginning of words, all of them wanted."""
    return " AND ".join(_one(term) for term in terms)


def _one(term: Term) -> str:
    quoted = '"' + fold(term.text).replace('"', '""') + '"*'
    return f"{term.column} : {quoted}" if term.column else quoted
