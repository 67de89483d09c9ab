"""Undo and redo."""

from __future__ import annotations

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.store import history
from infoview_desktop.store.store import Store


@reaching(Reach.UNRECORDED)
def undo(store: Store) -> Outcome[Phrase]:
    """Take the newest step back and return its label.

    Raises:
        KnownError: there is nothing to undo, or the step no longer fits the book.
    """
    with store.unrecorded() as transaction:
        step = history.undo(transaction.connection)
    return Outcome(step.label, step.tables, Phrase("Undone: {step}", {"step": step.label}))


@reaching(Reach.UNRECORDED)
def redo(store: Store) -> Outcome[Phrase]:
    """Make the step that was undone last again and return its label.

    Raises:
        KnownError: there is nothing to redo, or the step no longer fits the book.
    """
    with store.unrecorded() as transaction:
        step = history.redo(transaction.connection)
    return Outcome(step.label, step.tables, Phrase("Done again: {step}", {"step": step.label}), undoable=True)
