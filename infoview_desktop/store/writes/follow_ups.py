"""Follow-ups, as the rules plan them and as the user adds them; and the stage, which follows as they do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from infoview_desktop.domain.follow_up import FollowUpState, Planned, Rule
from infoview_desktop.domain.story import StageSince
from infoview_desktop.store.moments import stored
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.story_tables import FollowUp


def add(transaction: Transaction, **columns: Any) -> int:  # noqa: ANN401 - column values
    """Add a follow-up and return its id; what is not told is empty."""
    blank: dict[str, Any] = {
        "rule": Rule.OWN,
        "due_at": None,
        "moved_from": None,
        "reason": "",
        "state": FollowUpState.OPEN,
        "ended_at": None,
        "ended_why": "",
        "created_at": transaction.timestamp,
    }
    follow_up_id: int = FollowUp.insert(**(blank | columns)).execute(transaction.database)
    return follow_up_id


def change(transaction: Transaction, follow_up_id: int, **columns: Any) -> None:  # noqa: ANN401 - column values
    """Set columns of a follow-up."""
    FollowUp.update(**columns).where(FollowUp.id == follow_up_id).execute(transaction.database)


def move(transaction: Transaction, follow_up_id: int, due_on: date) -> None:
    """Put a follow-up on another day; on its first one it is as if it had never been moved."""
    transaction.connection.execute(
        "UPDATE follow_up SET moved_from = nullif(coalesce(moved_from, due_on), ?1), due_on = ?1, due_at = NULL"
        " WHERE id = ?2",
        (due_on.isoformat(), follow_up_id),
    )


def delete(transaction: Transaction, follow_up_ids: Iterable[int]) -> None:
    """Remove follow-ups."""
    transaction.connection.executemany("DELETE FROM follow_up WHERE id = ?", [(each,) for each in follow_up_ids])


def end(transaction: Transaction, follow_up_id: int, state: FollowUpState, *, why: str = "") -> None:
    """Say that a follow-up was done or skipped now."""
    change(transaction, follow_up_id, state=state, ended_at=transaction.timestamp, ended_why=why)


def plan(transaction: Transaction, planned: Iterable[tuple[int, Planned]]) -> None:
    """Add what rules ask for, each for a contact."""
    transaction.connection.executemany(
        "INSERT INTO follow_up (contact_id, touch_id, interview_id, rule, due_on, due_at, reason, state, ended_why,"
        " created_at) VALUES (?, ?, ?, ?, ?, ?, '', ?, '', ?)",
        [
            (
                *(
                    contact_id,
                    one.touch_id,
                    one.interview_id,
                    one.rule,
                    one.due_on.isoformat(),
                    stored(one.due_at) if one.due_at else None,
                ),
                *(FollowUpState.OPEN, transaction.timestamp),
            )
            for contact_id, one in planned
        ],
    )


def replan(transaction: Transaction, planned: Iterable[tuple[int, Planned]]) -> None:
    """Let follow-ups be due when their rules ask for them now, wherever the user had moved them."""
    transaction.connection.executemany(
        "UPDATE follow_up SET due_on = ?, due_at = ?, moved_from = NULL WHERE id = ?",
        [(*_due(one), follow_up_id) for follow_up_id, one in planned],
    )


def reach(transaction: Transaction, reached: Iterable[tuple[int, StageSince | None]]) -> None:
    """Say how far it has come with contacts; None for those with whom nothing began."""
    stages = list(reached)
    transaction.connection.executemany(
        "DELETE FROM stage WHERE contact_id = ?", [(contact_id,) for contact_id, stage in stages if stage is None]
    )
    transaction.connection.executemany(
        "INSERT INTO stage (contact_id, stage, since) VALUES (?, ?, ?)"
        " ON CONFLICT (contact_id) DO UPDATE SET stage = excluded.stage, since = excluded.since",
        [(contact_id, one.stage, stored(one.since)) for contact_id, one in stages if one],
    )


def remember_contact(transaction: Transaction, days: Iterable[tuple[int, date | None]]) -> None:
    """Say on which day the last contact with people was, as far as it was written down when it happened."""
    transaction.connection.executemany(
        "UPDATE contact SET contact_on = ? WHERE id = ?",
        [(day.isoformat() if day else None, contact_id) for contact_id, day in days],
    )


def _due(one: Planned) -> tuple[str, str | None]:
    """From which day on, and by which moment."""
    return one.due_on.isoformat(), stored(one.due_at) if one.due_at else None
