"""Interviews."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.story_tables import Interview


def add(transaction: Transaction, *, contact_ids: Iterable[int], **columns: Any) -> int:  # noqa: ANN401 - column values
    """Add an interview with these people and return its id."""
    times = {"created_at": transaction.timestamp, "state_at": transaction.timestamp}
    interview_id: int = Interview.insert(**(times | columns)).execute(transaction.database)
    change_people(transaction, interview_id, contact_ids)
    return interview_id


def change(transaction: Transaction, interview_id: int, **columns: Any) -> None:  # noqa: ANN401 - column values
    """Set columns of an interview."""
    Interview.update(**columns).where(Interview.id == interview_id).execute(transaction.database)


def change_people(transaction: Transaction, interview_id: int, contact_ids: Iterable[int]) -> None:
    """Let exactly these people take part."""
    wanted = set(contact_ids)
    rows = transaction.connection.execute(
        "SELECT contact_id FROM interview_person WHERE interview_id = ?", (interview_id,)
    )
    present = {contact_id for (contact_id,) in rows}
    for statement, ids in (
        ("DELETE FROM interview_person WHERE interview_id = ? AND contact_id = ?", present - wanted),
        ("INSERT INTO interview_person (interview_id, contact_id) VALUES (?, ?)", wanted - present),
    ):
        transaction.connection.executemany(statement, [(interview_id, each) for each in sorted(ids)])


def delete(transaction: Transaction, interview_id: int) -> None:
    """Remove an interview; its notes stay."""
    Interview.delete().where(Interview.id == interview_id).execute(transaction.database)
