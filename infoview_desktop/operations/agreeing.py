"""A time is agreed on with people: what was only asked for gets it, else it is a new interview."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from infoview_desktop.domain.interview import Interview, InterviewState, Medium
from infoview_desktop.store.reads import stories
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import interviews, offers


def agree(
    transaction: Transaction,
    contact_ids: Sequence[int],
    *,
    medium: Medium,
    place: str,
    **columns: Any,  # noqa: ANN401 - column values
) -> int:
    """Let an interview with these people be as the columns say, hold no offered times on, and return its id.

    A conversation with one person alone that was asked for and has no time yet is the one that is meant, and keeps
    its place where none is told; else a new one is written down.
    """
    offers.withdraw(transaction, contact_ids)
    asked_for = _asked_for(Reader(transaction.connection), contact_ids)
    if place or asked_for is None:
        columns |= {"medium": medium, "place": place}
    if asked_for is None:
        return interviews.add(transaction, contact_ids=contact_ids, direction=None, **columns)
    interviews.change(transaction, asked_for.id, state_at=transaction.timestamp, **columns)
    return asked_for.id


def _asked_for(reader: Reader, contact_ids: Sequence[int]) -> Interview | None:
    """The newest interview with exactly one person that has no time yet."""
    if len(contact_ids) != 1:
        return None
    waiting = [
        one
        for one in stories.story(reader, contact_ids[0]).interviews
        if one.state is InterviewState.ASKED and one.starts_at is None and one.contact_ids == tuple(contact_ids)
    ]
    return max(waiting, key=lambda one: one.id, default=None)
