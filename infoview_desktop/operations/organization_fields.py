"""The fields of an organization that can be edited: each as text, and how what was typed is stored."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from infoview_desktop.domain import known_error
from infoview_desktop.domain.motivation import MOST_MOTIVATION
from infoview_desktop.domain.organization import Kind, Organization
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.text import clean_text
from infoview_desktop.operations.contact_fields import one_line
from infoview_desktop.operations.editable_field import EditableField, Write
from infoview_desktop.store.reads import organizations as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import organizations as writes

_MOST_OPENINGS = 999


def _plain(column: str, cleaned: Callable[[str], str] = one_line) -> Write[Organization]:
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


def _number(column: str, most: int) -> Write[Organization]:
    def write(transaction: Transaction, one: Organization, text: str) -> None:
        typed = one_line(text) or "0"
        if not (typed.isascii() and typed.isdigit() and len(typed) <= len(str(most)) and int(typed) <= most):
            raise known_error.no_number(typed)
        writes.change(transaction, one.id, **{column: int(typed)})

    return write


EDITABLE: MappingProxyType[str, EditableField[Organization]] = MappingProxyType(
    {
        "name": EditableField(Phrase("Edit name of {name}"), lambda one: one.name, _name),
        "kind": EditableField(Phrase("Edit kind of {name}"), lambda one: one.kind, _kind),
        "size": EditableField(Phrase("Edit size of {name}"), lambda one: one.size, _plain("size")),
        "industry": EditableField(Phrase("Edit industry of {name}"), lambda one: one.industry, _plain("industry")),
        "city": EditableField(Phrase("Edit city of {name}"), lambda one: one.city, _plain("city")),
        "website": EditableField(Phrase("Edit website of {name}"), lambda one: one.website, _plain("website")),
        "phone": EditableField(Phrase("Edit phone of {name}"), lambda one: one.phone, _plain("phone")),
        "mission": EditableField(
            Phrase("Edit mission of {name}"), lambda one: one.mission, _plain("mission", clean_text)
        ),
        "remarks": EditableField(
            Phrase("Edit remarks of {name}"), lambda one: one.remarks, _plain("remarks", clean_text)
        ),
        "motivation": EditableField(
            Phrase("Edit motivation of {name}"), lambda one: str(one.motivation), _number("motivation", MOST_MOTIVATION)
        ),
        "openings": EditableField(
            Phrase("Edit openings of {name}"), lambda one: str(one.openings), _number("openings", _MOST_OPENINGS)
        ),
    }
)
"""What can be edited of an organization, by the name of the field."""

MERGED = ("kind", "size", "industry", "city", "website", "phone", "mission")
"""The texts of which a merge keeps both where they differ; so these are called in the remarks as well."""
