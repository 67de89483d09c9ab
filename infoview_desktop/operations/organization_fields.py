"""The fields of an organization that can be edited: each as text, and how what was typed is stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from infoview_desktop.domain import known_error
from infoview_desktop.domain.organization import MOST_MOTIVATION, Kind, Organization
from infoview_desktop.domain.text import clean_text
from infoview_desktop.operations.contact_fields import one_line
from infoview_desktop.store.reads import organizations as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import organizations as writes

_MOST_OPENINGS = 999

Write = Callable[[Transaction, Organization, str], None]


@dataclass(frozen=True, slots=True)
class OrganizationField:
    """One field: its words, the label of its step of undo, the field as text, and how a text is stored.

    `write` raises a KnownError for a text that cannot be what the field holds.
    """

    title: str
    label: str
    as_text: Callable[[Organization], str]
    write: Write


def _plain(column: str, cleaned: Callable[[str], str] = one_line) -> Write:
    return lambda transaction, one, text: writes.change(transaction, one.id, **{column: cleaned(text)})


def _name(transaction: Transaction, one: Organization, text: str) -> None:
    name = one_line(text)
    if not name:
        raise known_error.organization_name_needed()
    if name == one.name:
        return
    other = reads.called(Reader(transaction.connection), name=name)
    if other not in {None, one.id}:
        raise known_error.organization_exists(name)
    writes.rename(transaction, one.id, one.name, name)


def _kind(transaction: Transaction, one: Organization, text: str) -> None:
    if text not in set(Kind):
        raise known_error.no_such_choice(text)
    writes.change(transaction, one.id, kind=text)


def _number(column: str, most: int) -> Write:
    def write(transaction: Transaction, one: Organization, text: str) -> None:
        typed = one_line(text) or "0"
        if not (typed.isascii() and typed.isdigit() and len(typed) <= len(str(most)) and int(typed) <= most):
            raise known_error.no_number(typed)
        writes.change(transaction, one.id, **{column: int(typed)})

    return write


def _field(title: str, as_text: Callable[[Organization], str], write: Write) -> OrganizationField:
    return OrganizationField(title, f"Edit {title} of {{name}}", as_text, write)


EDITABLE: MappingProxyType[str, OrganizationField] = MappingProxyType(
    {
        "name": _field("name", lambda one: one.name, _name),
        "kind": _field("kind", lambda one: one.kind, _kind),
        "size": _field("size", lambda one: one.size, _plain("size")),
        "industry": _field("industry", lambda one: one.industry, _plain("industry")),
        "city": _field("city", lambda one: one.city, _plain("city")),
        "website": _field("website", lambda one: one.website, _plain("website")),
        "phone": _field("phone", lambda one: one.phone, _plain("phone")),
        "mission": _field("mission", lambda one: one.mission, _plain("mission", clean_text)),
        "remarks": _field("remarks", lambda one: one.remarks, _plain("remarks", clean_text)),
        "motivation": _field("motivation", lambda one: str(one.motivation), _number("motivation", MOST_MOTIVATION)),
        "openings": _field("openings", lambda one: str(one.openings), _number("openings", _MOST_OPENINGS)),
    }
)
"""What can be edited of an organization, by the name of the field."""

MERGED = ("kind", "size", "industry", "city", "website", "phone", "mission")
"""The texts of which a merge keeps both where they differ."""
