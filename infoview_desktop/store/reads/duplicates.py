"""Everybody in the book as a search for people who are in it twice compares them."""

from __future__ import annotations

from collections.abc import Iterator

from infoview_desktop.domain.duplicates import Pair, Person, Suggestion, suggest
from infoview_desktop.domain.progress import Progress
from infoview_desktop.store.folding import fold
from infoview_desktop.store.reads.reader import Reader

_AT_ONCE = 2_000

_PEOPLE = """
    SELECT contact.id, given_name, middle_name, family_name, suffix, coalesce(organization.name, ''), position,
           location, coalesce(linkedin, ''), coalesce(connected_on, '')
      FROM contact LEFT JOIN organization ON organization.id = contact.organization_id
     WHERE contact.id > ? AND trashed_at IS NULL
     ORDER BY contact.id LIMIT ?"""


def possible_duplicates(reader: Reader, *, progress: Progress) -> list[Suggestion]:
    """Pairs of people who may be one, the best founded first, without those that the user told apart.

    Raises:
        Cancelled: the user stopped it.
    """
    return suggest(_people(reader), distinct=_distinct(reader), fold=fold, progress=progress)


def _people(reader: Reader) -> Iterator[Person]:
    emails, phones = _all(reader, "email", "address"), _all(reader, "phone", "number")
    last = 0
    while rows := reader.rows(_PEOPLE, (last, _AT_ONCE)):
        last = rows[-1][0]
        for row in rows:
            yield Person(*(*row, emails.get(row[0], ()), phones.get(row[0], ())))


def _all(reader: Reader, table: str, column: str) -> dict[int, tuple[str, ...]]:
    query = f"SELECT contact_id, {column} FROM {table} ORDER BY contact_id, place"  # noqa: S608 - own tables
    found: dict[int, tuple[str, ...]] = {}
    for contact_id, value in reader.rows(query):
        found[contact_id] = (*found.get(contact_id, ()), value)
    return found


def _distinct(reader: Reader) -> set[Pair]:
    return {(first, second) for first, second in reader.rows("SELECT first_id, second_id FROM distinct_contact")}
