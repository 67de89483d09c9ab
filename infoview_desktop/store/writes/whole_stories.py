"""All that happened with a person, when they are merged into another or erased."""

from __future__ import annotations

import json
from collections.abc import Sequence

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import directions


def move(transaction: Transaction, kept_id: int, other_id: int) -> None:
    """Let everything that happened with one person have happened with the kept one.

    Of an interview with both, the kept one takes part; a time that was offered to both is held once; how often to be
    in touch stays as it was chosen for them. What rules ask for has to be planned anew.
    """
    for statement in (
        "UPDATE touch SET contact_id = ?1 WHERE contact_id = ?2",
        "UPDATE follow_up SET contact_id = ?1 WHERE contact_id = ?2",
        (
            "DELETE FROM offered_time WHERE contact_id = ?2"
            " AND starts_at IN (SELECT starts_at FROM offered_time WHERE contact_id = ?1)"
        ),
        "UPDATE offered_time SET contact_id = ?1 WHERE contact_id = ?2",
        (
            "INSERT INTO interview_person (interview_id, contact_id)"
            " SELECT interview_id, ?1 FROM interview_person WHERE contact_id = ?2 ON CONFLICT DO NOTHING"
        ),
        (
            "INSERT INTO keep_in_touch (contact_id, days, chosen_at)"
            " SELECT ?1, days, chosen_at FROM keep_in_touch WHERE contact_id = ?2 ON CONFLICT DO NOTHING"
        ),
    ):
        transaction.connection.execute(statement, (kept_id, other_id))
    for table in ("interview_person", "keep_in_touch"):
        transaction.connection.execute(f"DELETE FROM {table} WHERE contact_id = ?", (other_id,))  # noqa: S608 - one of these


def interviews_of(transaction: Transaction, contact_ids: Sequence[int]) -> list[int]:
    """The interviews in which one of these people takes part."""
    rows = transaction.connection.execute(
        "SELECT DISTINCT interview_id FROM interview_person WHERE contact_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(contact_ids)),),
    )
    return [interview_id for (interview_id,) in rows]


def erase_deserted(transaction: Transaction, interview_ids: Sequence[int]) -> None:
    """Remove those of these interviews in which nobody takes part any more, with their notes."""
    connection = transaction.connection
    deserted = list(
        connection.execute(
            "SELECT id, direction_id FROM interview WHERE id IN (SELECT value FROM json_each(?))"
            " AND NOT EXISTS (SELECT 1 FROM interview_person WHERE interview_id = interview.id)",
            (json.dumps(list(interview_ids)),),
        )
    )
    ids = [(interview_id,) for interview_id, _ in deserted]
    connection.executemany("DELETE FROM note WHERE interview_id = ? AND contact_id IS NULL", ids)
    connection.executemany("DELETE FROM interview WHERE id = ?", ids)
    directions.drop_unused(transaction, {direction_id for _, direction_id in deserted})
