"""What was exchanged with people."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.store.moments import stored
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.story_tables import Touch


def add(
    transaction: Transaction,
    *,
    contact_id: int,
    kind: TouchKind,
    at: datetime,
    time_zone: str,
    answer: Answer = Answer.NONE,
    until: date | None = None,
    words: str = "",
    interview_id: int | None = None,
) -> int:
    """Add a touch and return its id."""
    touch_id: int = Touch.insert(
        contact=contact_id,
        kind=kind,
        answer=answer,
        at=stored(at),
        time_zone=time_zone,
        until=until.isoformat() if until else None,
        words=words,
        interview=interview_id,
    ).execute(transaction.database)
    return touch_id


def change(transaction: Transaction, touch_id: int, **columns: Any) -> None:  # noqa: ANN401 - column values
    """Set columns of a touch."""
    Touch.update(**columns).where(Touch.id == touch_id).execute(transaction.database)


def delete(transaction: Transaction, touch_id: int) -> None:
    """Remove a touch."""
    Touch.delete().where(Touch.id == touch_id).execute(transaction.database)
