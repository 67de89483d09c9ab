"""Follow-ups, as the rules plan them and as the user adds them; and the stage, which follows as they do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from infoview_desktop.domain.follow_up import FollowUpState, Planned, Rule
from infoview_desktop.domain.story import StageSince
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.story_tables import FollowUp, StageRow


def add(transaction: Transaction, **columns: Any) -> int:  # noqa: ANN401 - column values
    """Add a follow-up and return its id; what is not told is empty."""
    blank: dict[str, Any] = {
        "rule": Rule.OWN,
        "due_at": None,
        "moved": 0,
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


def delete(transaction: Transaction, follow_up_ids: Iterable[int]) -> None:
    """Remove follow-ups."""
    transaction.connection.executemany("DELETE FROM follow_up WHERE id = ?", [(each,) for each in follow_up_ids])


def end(transaction: Transaction, follow_up_id: int, state: FollowUpState, *, why: str = "") -> None:
    """Say that a follow-up was done or skipped now."""
    change(transaction, follow_up_id, state=state, ended_at=transaction.timestamp, ended_why=why)


def plan(transaction: Transaction, planned: Iterable[tuple[int, Planned]]) -> None:
    """Add what rules ask for, each for a contact."""
    for contact_id, one in planned:
        add(
            transaction,
            contact=contact_id,
            rule=one.rule,
            due_on=one.due_on.isoformat(),
            due_at=_moment(one),
            touch=one.touch_id,
            interview=one.interview_id,
        )


def replan(transaction: Transaction, planned: Iterable[tuple[int, Planned]]) -> None:
    """Let follow-ups be due when their rules ask for them now."""
    for follow_up_id, one in planned:
        change(transaction, follow_up_id, due_on=one.due_on.isoformat(), due_at=_moment(one))


def reach(transaction: Transaction, contact_id: int, reached: StageSince | None) -> None:
    """Say how far it has come with a contact."""
    if reached is None:
        StageRow.delete().where(StageRow.contact == contact_id).execute(transaction.database)
    else:
        transaction.connection.execute(
            "INSERT INTO stage (contact_id, stage, since) VALUES (?, ?, ?)"
            " ON CONFLICT (contact_id) DO UPDATE SET stage = excluded.stage, since = excluded.since",
            (contact_id, reached.stage, reached.since.isoformat(timespec="seconds")),
        )


def _moment(one: Planned) -> str | None:
    return one.due_at.isoformat(timespec="seconds") if one.due_at else None
