"""A book filled with a believable search of nobody who exists, to look around in.

All days are told as days ago, so that the search is believable on any day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from infoview_desktop.domain.connection import Connection
from infoview_desktop.domain.contact import Source, full_name
from infoview_desktop.domain.contact_import import plan
from infoview_desktop.operations import sample_stories
from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.store import index
from infoview_desktop.store.reads.known_contacts import known_contacts
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import calendars, contacts, imported_contacts, tables, tags

FOLDER = "sample"
"""Where among the resources the search lies: people, organizations, and the search itself."""

CALENDAR = "calendar.ics"
"""The searcher's weeks, beside the search: shown as the calendar of another program."""

_Told = dict[str, Any]
"""What a file tells of one thing."""

COLUMNS = ("middle_name", "suffix", "pronouns", "seniority", "location", "time_zone", "remarks")
"""What is written of a person as it is told."""

_SLUG = "infoview-sample-"
"""How every LinkedIn address begins, so that none is that of a real person."""


@reaching(Reach.UNRECORDED)
def fill(store: Store, *, folder: Path, time_zone: str) -> Outcome[int]:
    """Put the sample in `folder` into an empty book and return how many people that are.

    `time_zone` is the IANA name of where it is opened: there the searcher lives. It is where the book begins, so
    there is nothing to undo: history stays empty.
    """
    people, organizations, told, story, written = (
        json.loads((folder / f"{name}.json").read_text("utf-8"))
        for name in ("people", "organizations", "search", "story", "notes")
    )
    with store.unrecorded() as transaction:
        _fill_organizations(transaction, organizations)
        ids = [0] * len(people)
        _import(transaction, people, told["imports"], ids)
        for number, person in enumerate(people):
            ids[number] = ids[number] or _add(transaction, person)
            _fill_contact(transaction, ids[number], person)
        by_name = _by_name(people, ids)
        _fill_between(transaction, people, by_name, told)
        sample_stories.fill(transaction, story=story, written=written, people=by_name, time_zone=time_zone)
        calendars.add(transaction, **told["calendar"], path=str((folder / CALENDAR).absolute()), watched=1)
        index.rebuild(transaction.connection)
    return Outcome(len(people))


def _back(transaction: Transaction, days: int) -> Transaction:
    """The same transaction, as if it were so many days ago."""
    return replace(transaction, now=transaction.now - timedelta(days=days))


def _day(transaction: Transaction, days: int | None) -> str | None:
    return None if days is None else _back(transaction, days).now.date().isoformat()


def _fill_organizations(transaction: Transaction, organizations: Sequence[_Told]) -> None:
    """Write them as they are told, with the names that are also theirs."""
    aliases = []
    rows = []
    for number, told in enumerate(organizations, 1):
        aliases += [{"name": name, "organization_id": number} for name in told.get("aliases", ())]
        flags = {name: int(told.get(name, 0)) for name in ("target", "motivation", "openings", "kept")}
        rows.append({"id": number, **told, **flags})
    tables.fill(transaction, "organization", rows)
    tables.fill(transaction, "organization_alias", aliases)


def _import(transaction: Transaction, people: Sequence[_Told], imports: Sequence[int], ids: list[int]) -> None:
    """Import LinkedIn's exports of those days, each with who was connected by then, as they worked then."""
    reader = Reader(transaction.connection)
    for days in imports:
        told = [_connection(transaction, number, people[number], days) for number in range(len(people))]
        planned = plan([one for one in told if one], known_contacts(reader))
        then = _back(transaction, days)
        imported_contacts.add(then, planned.new, progress=lambda _done: None)
        imported_contacts.update(then, planned.updated)
        imported_contacts.remember(then, planned.bases)
    for number, person in enumerate(people):
        if "connected" in person:
            by_slug = "SELECT id FROM contact WHERE linkedin = ?"
            ids[number] = reader.value(by_slug, (_slug(number, person),))


def _connection(transaction: Transaction, number: int, person: _Told, days: int) -> Connection | None:
    """What LinkedIn says of somebody so many days ago; None before they were connected."""
    if person.get("connected", -1) < days:
        return None
    changed = person.get("changed", {"import": -1})
    then = person | changed if changed["import"] < days else person
    return Connection(
        line=number + 1,
        given_name=person["given_name"],
        family_name=person["family_name"],
        credentials=person.get("credentials", ""),
        linkedin=_slug(number, person),
        email="",
        organization=then["organization"],
        position=then["position"],
        connected_on=_day(transaction, person["connected"]),
    )


def _slug(number: int, person: _Told) -> str:
    return f"{_SLUG}{_name(person).lower().replace(' ', '-')}-{number + 1}"


def _add(transaction: Transaction, person: _Told) -> int:
    """Add somebody as one does by hand."""
    return contacts.add(
        _back(transaction, person["added"]),
        given_name=person["given_name"],
        family_name=person["family_name"],
        credentials=person.get("credentials", ""),
        position=person.get("position", ""),
        organization=person["organization"],
        source=person["source"],
    )


def _fill_contact(transaction: Transaction, contact_id: int, person: _Told) -> None:
    """Write what LinkedIn does not tell."""
    contacts.change(
        transaction,
        contact_id,
        source=person.get("source", Source.LINKEDIN),
        in_touch_on=_day(transaction, person.get("in_touch")),
        **{column: person.get(column, "") for column in COLUMNS},
    )
    for name in contacts.LISTS:
        if name in person:
            contacts.change_list(transaction, contact_id, name, person[name])
    tags.change(transaction, contact_id, person.get("tags", ()))
    if "trashed" in person:
        contacts.trash(_back(transaction, person["trashed"]), [contact_id])


def _name(person: _Told) -> str:
    return full_name(person["given_name"], person["family_name"])


def _by_name(people: Sequence[_Told], ids: Sequence[int]) -> dict[str, int]:
    """The ids of who is not in the trash; of two of one name the first."""
    both = list(zip(people, ids, strict=True))
    return {_name(person): contact_id for person, contact_id in reversed(both) if "trashed" not in person}


def _fill_between(transaction: Transaction, people: Sequence[_Told], by_name: Mapping[str, int], told: _Told) -> None:
    """Write who referred whom, who is on the short list and why, and what the searcher says of themselves."""
    listed = []
    for person in people:
        contact_id = by_name.get(_name(person), 0)
        if "referrer" in person:
            contacts.change(transaction, contact_id, referrer=by_name[person["referrer"]])
        if wanted := person.get("short_list"):
            direction_id = told["directions"].index(wanted["direction"]) + 1
            added_at = _back(transaction, wanted["added"]).timestamp
            listed.append(wanted | {"contact_id": contact_id, "direction_id": direction_id, "added_at": added_at})
    directions = [{"id": number, "name": name} for number, name in enumerate(told["directions"], 1)]
    tables.fill(transaction, "direction", directions)
    tables.fill(transaction, "short_list", listed)
    tables.fill(transaction, "profile", [{"id": 1, **told["profile"]}])
