"""What the user says of themselves: it makes reasons to talk to people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from infoview_desktop.domain import known_error
from infoview_desktop.domain.contact import Seniority
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.ranking import Profile
from infoview_desktop.operations.contact_fields import split_list
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import directions
from infoview_desktop.store.writes import profile as writes

ONLY = 1
"""There is one user, and so one profile."""


@dataclass(frozen=True, slots=True)
class EditableField:
    """One field: the label of its step of undo, the field as text, and how a text is stored."""

    label: Phrase
    as_text: Callable[[Profile], str]
    write: Callable[[Transaction, str], None]


@reaching(Reach.UNDOABLE)
def edit(store: Store, *, field: str, text: str, profile_id: int = ONLY) -> Outcome[None]:  # noqa: ARG001 - there is one
    """Set one of `EDITABLE` to what was typed; several schools, employers or directions have commas between.

    Raises:
        KnownError: there is no such seniority.
    """
    editable = EDITABLE[field]
    with store.transaction(editable.label) as transaction:
        editable.write(transaction, text)
    return step(transaction.changed, Phrase("What you say about yourself is stored"))


def _seniority(transaction: Transaction, text: str) -> None:
    if text not in set(Seniority):
        raise known_error.no_such_choice(text)
    writes.change(transaction, seniority=text)


def _schools(transaction: Transaction, text: str) -> None:
    writes.change(transaction, schools=", ".join(split_list(text)))


def _past_employers(transaction: Transaction, text: str) -> None:
    writes.change(transaction, past_employers=", ".join(split_list(text)))


def _directions(transaction: Transaction, text: str) -> None:
    directions.keep(transaction, split_list(text))


EDITABLE: MappingProxyType[str, EditableField] = MappingProxyType(
    {
        "directions": EditableField(
            Phrase("Edit what you would like to do"), lambda one: ", ".join(one.directions), _directions
        ),
        "seniority": EditableField(Phrase("Edit your seniority"), lambda one: one.seniority, _seniority),
        "schools": EditableField(Phrase("Edit your schools"), lambda one: ", ".join(one.schools), _schools),
        "past_employers": EditableField(
            Phrase("Edit where you worked before"), lambda one: ", ".join(one.past_employers), _past_employers
        ),
    }
)
"""What can be edited, by the name of the field."""
