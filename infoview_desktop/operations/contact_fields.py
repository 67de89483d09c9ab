"""The fields of a contact that can be edited: each as text, and how what was typed is stored."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from types import MappingProxyType

from infoview_desktop.domain import known_error
from infoview_desktop.domain.contact import Contact, Seniority, Source
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.text import clean, clean_text
from infoview_desktop.operations.editable_field import EditableField, Write
from infoview_desktop.store.reads import contacts as reads
from infoview_desktop.store.reads import organizations
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import contacts as writes
from infoview_desktop.store.writes import tags
from infoview_desktop.system.time_zones import time_zones

_BETWEEN_ADDRESSES = re.compile(r"[\s,;]+")
_BETWEEN_OTHERS = re.compile(r"[,;]")


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


def _plain(column: str, cleaned: Callable[[str], str] = one_line) -> Write[Contact]:
    return lambda transaction, one, text: writes.change(transaction, one.id, **{column: cleaned(text)})


def _list(name: str, split: Callable[[str], list[str]]) -> Write[Contact]:
    return lambda transaction, one, text: writes.change_list(transaction, one.id, name, split(text))


def organization_typed(transaction: Transaction, text: str) -> str:
    """The organization that was typed, as it is spelled in the book where only capitals and spaces differ."""
    name = one_line(text)
    reader = Reader(transaction.connection)
    return organizations.name_of(reader, organizations.called(reader, name=name)) or name


def _organization(transaction: Transaction, one: Contact, text: str) -> None:
    writes.change_organization(transaction, one.id, organization_typed(transaction, text))


def _tags(transaction: Transaction, one: Contact, text: str) -> None:
    tags.change(transaction, one.id, split_list(text))


def _seniority(transaction: Transaction, one: Contact, text: str) -> None:
    writes.change(transaction, one.id, seniority=_one_of(Seniority, text))


def _source(transaction: Transaction, one: Contact, text: str) -> None:
    writes.change(transaction, one.id, source=_one_of(Source, text))


def _one_of(choices: type[Seniority | Source], text: str) -> str:
    if text not in set(choices):
        raise known_error.no_such_choice(text)
    return text


def _in_touch_on(transaction: Transaction, one: Contact, text: str) -> None:
    typed = one_line(text)
    try:
        day = date.fromisoformat(typed).isoformat() if typed else None
    except ValueError as error:
        raise known_error.no_date(typed) from error
    writes.change(transaction, one.id, in_touch_on=day)


def _time_zone(transaction: Transaction, one: Contact, text: str) -> None:
    typed = one_line(text).replace(" ", "_").casefold()
    zone = next((name for name in time_zones() if name.casefold() == typed), "")
    if typed and not zone:
        raise known_error.no_time_zone(text)
    writes.change(transaction, one.id, time_zone=zone)


def zones(_reader: Reader, *, beginning: str, limit: int) -> list[str]:
    """Time zones of which a part begins so, to complete what is being typed: `lis` offers Europe/Lisbon."""
    typed = beginning.strip().replace(" ", "_").casefold()
    found = (
        zone for zone in time_zones() if any(part.casefold().startswith(typed) for part in (zone, zone.split("/")[-1]))
    )
    return sorted(found)[:limit]


def _referrer(transaction: Transaction, one: Contact, text: str) -> None:
    typed = one_line(text)
    referrer_id = reads.called(Reader(transaction.connection), name=typed) if typed else None
    if typed and referrer_id is None:
        raise known_error.nobody_called(typed)
    if referrer_id == one.id:
        raise known_error.own_referrer()
    writes.change(transaction, one.id, referrer=referrer_id)


EDITABLE: MappingProxyType[str, EditableField[Contact]] = MappingProxyType(
    {
        "given_name": EditableField(
            Phrase("Edit given name of {name}"), lambda one: one.given_name, _plain("given_name")
        ),
        "middle_name": EditableField(
            Phrase("Edit middle name of {name}"), lambda one: one.middle_name, _plain("middle_name")
        ),
        "family_name": EditableField(
            Phrase("Edit family name of {name}"), lambda one: one.family_name, _plain("family_name")
        ),
        "suffix": EditableField(Phrase("Edit suffix of {name}"), lambda one: one.suffix, _plain("suffix")),
        "credentials": EditableField(
            Phrase("Edit credentials of {name}"), lambda one: one.credentials, _plain("credentials")
        ),
        "pronouns": EditableField(Phrase("Edit pronouns of {name}"), lambda one: one.pronouns, _plain("pronouns")),
        "position": EditableField(Phrase("Edit position of {name}"), lambda one: one.position, _plain("position")),
        "seniority": EditableField(Phrase("Edit seniority of {name}"), lambda one: one.seniority, _seniority),
        "organization": EditableField(
            Phrase("Edit organization of {name}"), lambda one: one.organization, _organization
        ),
        "location": EditableField(Phrase("Edit location of {name}"), lambda one: one.location, _plain("location")),
        "time_zone": EditableField(Phrase("Edit time zone of {name}"), lambda one: one.time_zone, _time_zone),
        "emails": EditableField(
            Phrase("Edit e-mail of {name}"), lambda one: _join(one.emails), _list("emails", split_addresses)
        ),
        "phones": EditableField(
            Phrase("Edit phone of {name}"), lambda one: _join(one.phones), _list("phones", split_list)
        ),
        "links": EditableField(
            Phrase("Edit links of {name}"), lambda one: _join(one.links), _list("links", split_addresses)
        ),
        "schools": EditableField(
            Phrase("Edit schools of {name}"), lambda one: _join(one.schools), _list("schools", split_list)
        ),
        "past_employers": EditableField(
            Phrase("Edit past employers of {name}"),
            lambda one: _join(one.past_employers),
            _list("past_employers", split_list),
        ),
        "tags": EditableField(Phrase("Edit tags of {name}"), lambda one: _join(one.tags), _tags),
        "source": EditableField(Phrase("Edit how you found {name}"), lambda one: one.source, _source),
        "referrer": EditableField(Phrase("Edit who referred {name}"), lambda one: one.referrer, _referrer),
        "in_touch_on": EditableField(
            Phrase("Edit when you were last in touch with {name}"), lambda one: one.in_touch_on, _in_touch_on
        ),
        "remarks": EditableField(
            Phrase("Edit remarks of {name}"), lambda one: one.remarks, _plain("remarks", clean_text)
        ),
    }
)
"""What can be edited of a person, by the name of the field."""
