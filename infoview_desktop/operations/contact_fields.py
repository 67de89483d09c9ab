"""The fields of a contact that can be edited: each as text, and how what was typed is stored."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from infoview_desktop.domain import known_error
from infoview_desktop.domain.contact import Contact, Seniority, Source
from infoview_desktop.domain.text import clean, clean_text
from infoview_desktop.store.reads import contacts as reads
from infoview_desktop.store.reads import organizations
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import contacts as writes
from infoview_desktop.store.writes import tags
from infoview_desktop.system.time_zones import time_zones

_BETWEEN_ADDRESSES = re.compile(r"[\s,;]+")
_BETWEEN_OTHERS = re.compile(r"[,;]")

Write = Callable[[Transaction, int, str], None]


@dataclass(frozen=True, slots=True)
class EditableField:
    """One field: the label of its step of undo, the field as text, and how a text is stored.

    `write` raises a KnownError for a text that cannot be what the field holds.
    """

    label: str
    as_text: Callable[[Contact], str]
    write: Write


def one_line(text: str) -> str:
    """What was typed, without what nobody can see."""
    return clean(text)[0]


def split_addresses(text: str) -> list[str]:
    """E-mail or web addresses as typed, with commas, semicolons or spaces between; each once."""
    return list(dict.fromkeys(address for address in _BETWEEN_ADDRESSES.split(one_line(text)) if address))


def split_list(text: str) -> list[str]:
    """Words as typed with commas between; each once, however its letters are written."""
    words = {word.casefold(): word for part in _BETWEEN_OTHERS.split(text) if (word := one_line(part))}
    return list(words.values())


def _join(values: Sequence[str]) -> str:
    return ", ".join(values)


def _plain(column: str, cleaned: Callable[[str], str] = one_line) -> Write:
    return lambda transaction, contact_id, text: writes.change(transaction, contact_id, **{column: cleaned(text)})


def _list(name: str, split: Callable[[str], list[str]]) -> Write:
    return lambda transaction, contact_id, text: writes.change_list(transaction, contact_id, name, split(text))


def organization_typed(transaction: Transaction, text: str) -> str:
    """The organization that was typed, as it is spelled in the book where only capitals and spaces differ."""
    name = one_line(text)
    reader = Reader(transaction.connection)
    return organizations.name_of(reader, organizations.called(reader, name=name)) or name


def _organization(transaction: Transaction, contact_id: int, text: str) -> None:
    writes.change_organization(transaction, contact_id, organization_typed(transaction, text))


def _tags(transaction: Transaction, contact_id: int, text: str) -> None:
    tags.change(transaction, contact_id, split_list(text))


def _seniority(transaction: Transaction, contact_id: int, text: str) -> None:
    writes.change(transaction, contact_id, seniority=_one_of(Seniority, text))


def _source(transaction: Transaction, contact_id: int, text: str) -> None:
    writes.change(transaction, contact_id, source=_one_of(Source, text))


def _one_of(choices: type[Seniority | Source], text: str) -> str:
    if text not in set(choices):
        raise known_error.no_such_choice(text)
    return text


def _in_touch_on(transaction: Transaction, contact_id: int, text: str) -> None:
    typed = one_line(text)
    try:
        day = date.fromisoformat(typed).isoformat() if typed else None
    except ValueError as error:
        raise known_error.no_date(typed) from error
    writes.change(transaction, contact_id, in_touch_on=day)


def _time_zone(transaction: Transaction, contact_id: int, text: str) -> None:
    typed = one_line(text).replace(" ", "_").casefold()
    zone = next((name for name in time_zones() if name.casefold() == typed), "")
    if typed and not zone:
        raise known_error.no_time_zone(text)
    writes.change(transaction, contact_id, time_zone=zone)


def zones(_reader: Reader, *, beginning: str, limit: int) -> list[str]:
    """Time zones of which a part begins so, to complete what is being typed: `lis` offers Europe/Lisbon."""
    typed = beginning.strip().replace(" ", "_").casefold()
    found = (
        zone for zone in time_zones() if any(part.casefold().startswith(typed) for part in (zone, zone.split("/")[-1]))
    )
    return sorted(found)[:limit]


def _referrer(transaction: Transaction, contact_id: int, text: str) -> None:
    typed = one_line(text)
    referrer_id = reads.called(Reader(transaction.connection), name=typed) if typed else None
    if typed and referrer_id is None:
        raise known_error.nobody_called(typed)
    if referrer_id == contact_id:
        raise known_error.own_referrer()
    writes.change(transaction, contact_id, referrer=referrer_id)


def _field(title: str, as_text: Callable[[Contact], str], write: Write) -> EditableField:
    return EditableField(f"Edit {title} of {{name}}", as_text, write)


EDITABLE: MappingProxyType[str, EditableField] = MappingProxyType(
    {
        "given_name": _field("given name", lambda one: one.given_name, _plain("given_name")),
        "middle_name": _field("middle name", lambda one: one.middle_name, _plain("middle_name")),
        "family_name": _field("family name", lambda one: one.family_name, _plain("family_name")),
        "suffix": _field("suffix", lambda one: one.suffix, _plain("suffix")),
        "credentials": _field("credentials", lambda one: one.credentials, _plain("credentials")),
        "pronouns": _field("pronouns", lambda one: one.pronouns, _plain("pronouns")),
        "position": _field("position", lambda one: one.position, _plain("position")),
        "seniority": _field("seniority", lambda one: one.seniority, _seniority),
        "organization": _field("organization", lambda one: one.organization, _organization),
        "location": _field("location", lambda one: one.location, _plain("location")),
        "time_zone": _field("time zone", lambda one: one.time_zone, _time_zone),
        "emails": _field("e-mail", lambda one: _join(one.emails), _list("emails", split_addresses)),
        "phones": _field("phone", lambda one: _join(one.phones), _list("phones", split_list)),
        "links": _field("links", lambda one: _join(one.links), _list("links", split_addresses)),
        "schools": _field("schools", lambda one: _join(one.schools), _list("schools", split_list)),
        "past_employers": _field(
            "past employers", lambda one: _join(one.past_employers), _list("past_employers", split_list)
        ),
        "tags": _field("tags", lambda one: _join(one.tags), _tags),
        "source": _field("how found", lambda one: one.source, _source),
        "referrer": _field("who referred", lambda one: one.referrer, _referrer),
        "in_touch_on": _field("last in touch", lambda one: one.in_touch_on, _in_touch_on),
        "remarks": _field("remarks", lambda one: one.remarks, _plain("remarks", clean_text)),
    }
)
"""What can be edited of a person, by the name of the field."""
