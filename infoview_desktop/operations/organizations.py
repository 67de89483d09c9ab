"""Organizations added, edited, wanted, told apart, merged and deleted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from infoview_desktop.domain import known_error
from infoview_desktop.domain.organization import Kind, Organization, comparable
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.contact_fields import one_line
from infoview_desktop.operations.organization_fields import EDITABLE, MERGED
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan_concerned
from infoview_desktop.store.reads import contacts
from infoview_desktop.store.reads import organizations as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import organizations as writes


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding organizations: how many are new, and the first of those that were named, new or not."""

    new: int
    first_id: int


@reaching(Reach.UNDOABLE)
def add(store: Store, *, names: str, kind: str = "", city: str = "", target: bool = False) -> Outcome[Added]:
    """Add organizations, one name a line; those in the book already stay as they are, or become targets like the new.

    Raises:
        KnownError: there is no name, or no such kind.
    """
    by_name = {comparable(name): name for line in reversed(names.splitlines()) if (name := one_line(line))}
    wanted = list(reversed(by_name.values()))
    if not wanted:
        raise known_error.organization_name_needed()
    if kind not in set(Kind):
        raise known_error.no_such_choice(kind)
    reader = Reader(store.connection)
    found = {name: reads.called(reader, name=name) for name in wanted}
    new = [name for name in wanted if found[name] is None]
    there = [organization_id for organization_id in found.values() if organization_id is not None]
    aimed_at = [each for each in there if target and not _present(store, each).target]
    if not new and not aimed_at:
        return _all_there(wanted, found[wanted[0]])
    if not new:
        return _aim_at(store, aimed_at, wanted, found[wanted[0]])
    columns = {"kind": kind, "city": one_line(city), "target": int(target)}
    first = {"name": new[0]}
    label = Phrase.counted("New organization {name}", "{count} new organizations", len(new), **first)
    with store.transaction(label) as transaction:
        added = {name: writes.add(transaction, name, **columns) for name in new}
        for organization_id in aimed_at:
            writes.change(transaction, organization_id, target=1)
    said = Phrase.counted("{name} added", "{count} organizations added", len(new), **first)
    if there:
        said = Phrase.counted(
            "{said}, {count} was there already", "{said}, {count} were there already", len(there), said=str(said)
        )
    first_id = added.get(wanted[0]) or found[wanted[0]] or 0
    return Outcome(Added(len(new), first_id), transaction.changed, said, undoable=True)


def _aim_at(store: Store, aimed_at: list[int], names: list[str], first_id: int | None) -> Outcome[Added]:
    """Make targets of organizations that are all in the book already."""
    first = {"name": _present(store, aimed_at[0]).name}
    label = Phrase.counted("Make {name} a target", "Make {count} organizations targets", len(aimed_at), **first)
    with store.transaction(label) as transaction:
        for organization_id in aimed_at:
            writes.change(transaction, organization_id, target=1)
    said = Phrase.counted(
        "{name} was in the book already and is a target now",
        "All {count} were in the book already and are targets now",
        len(names),
        **first,
    )
    return Outcome(Added(0, first_id or 0), transaction.changed, said, undoable=True)


def _all_there(names: list[str], first_id: int | None) -> Outcome[Added]:
    said = Phrase.counted(
        "{name} is in the book already", "All {count} are in the book already", len(names), name=names[0]
    )
    return Outcome(Added(0, first_id or 0), said=said)


@reaching(Reach.UNDOABLE)
def edit(store: Store, *, organization_id: int, field: str, text: str) -> Outcome[None]:
    """Set one field of an organization to what was typed; `field` is one of `EDITABLE`.

    Raises:
        KnownError: it is gone, or cannot be what was typed: without a name, or called like another one.
    """
    present = _present(store, organization_id)
    editable, values = EDITABLE[field], {"name": present.name}
    if editable.as_text(present) == text:
        return Outcome(None)
    with store.transaction(replace(editable.label, values=values)) as transaction:
        editable.write(transaction, present, text)
    return step(transaction.changed, Phrase("{name} changed", values))


@reaching(Reach.UNDOABLE)
def set_target(store: Store, *, organization_id: int, target: bool) -> Outcome[None]:
    """Say whether the user wants to work there.

    Raises:
        KnownError: the organization is gone.
    """
    present = _present(store, organization_id)
    if present.target == target:
        return Outcome(None)
    values = {"name": present.name}
    label = Phrase("Make {name} a target", values) if target else Phrase("{name} is no target", values)
    with store.transaction(label) as transaction:
        writes.change(transaction, organization_id, target=int(target))
    said = Phrase("{name} is a target", values) if target else Phrase("{name} is no target any more", values)
    return Outcome(None, transaction.changed, said, undoable=True)


@reaching(Reach.UNDOABLE)
def delete(store: Store, *, organization_id: int) -> Outcome[None]:
    """Delete an organization; who works there stays in the book, without one.

    Raises:
        KnownError: it is gone already.
    """
    present = _present(store, organization_id)
    with store.transaction(Phrase("Delete {name}", {"name": present.name})) as transaction:
        there = contacts.at_organization(Reader(transaction.connection), organization_id)
        writes.delete(transaction, organization_id)
        replan_concerned(transaction, there)
    if present.people:
        said = Phrase.counted(
            "{name} deleted; the person who works there stays",
            "{name} deleted; the {count} people who work there stay",
            present.people,
            name=present.name,
        )
    else:
        said = Phrase("{name} deleted", {"name": present.name})
    return Outcome(None, transaction.changed, said, undoable=True)


@reaching(Reach.UNDOABLE)
def merge(store: Store, *, organization_id: int, into_id: int) -> Outcome[None]:
    """Make one of two organizations: all people and all that is known go to `into_id`, under whose name they stay.

    An import that uses the other name means it from then on. Where both say something else, the remarks keep it.

    Raises:
        KnownError: one of them is gone.
    """
    other, kept = _present(store, organization_id), _present(store, into_id)
    if other.id == kept.id:
        return Outcome(None)
    values = {"other": other.name, "name": kept.name}
    with store.transaction(Phrase("Merge {other} into {name}", values)) as transaction:
        writes.merge(transaction, other.id, kept.id, **_merged(other, kept))
    return Outcome(None, transaction.changed, Phrase("{other} merged into {name}", values), undoable=True)


def _merged(other: Organization, kept: Organization) -> dict[str, Any]:
    """What the organization that stays gets of the other one."""
    columns: dict[str, Any] = {
        "target": int(kept.target or other.target),
        "motivation": max(kept.motivation, other.motivation),
        "openings": max(kept.openings, other.openings),
    }
    differing = []
    for name in MERGED:
        field = EDITABLE[name]
        present, others = field.as_text(kept), field.as_text(other)
        if not present:
            columns[name] = others
        elif others and comparable(others) != comparable(present):
            differing.append(f"{other.name}, {name}: {others}")
    remarks = [kept.remarks, other.remarks if other.remarks != kept.remarks else "", "\n".join(differing)]
    columns["remarks"] = "\n\n".join(text for text in remarks if text)
    return columns


@reaching(Reach.UNDOABLE)
def tell_apart(store: Store, *, organization_id: int, other_id: int) -> Outcome[None]:
    """Remember that two organizations are not the same, so that it is not suggested again.

    Raises:
        KnownError: one of them is gone.
    """
    one, other = _present(store, organization_id), _present(store, other_id)
    values = {"name": one.name, "other": other.name}
    with store.transaction(Phrase("{name} is not {other}", values)) as transaction:
        if one.id != other.id:
            writes.tell_apart(transaction, one.id, other.id)
    return step(transaction.changed, Phrase("{name} and {other} are not the same", values))


def _present(store: Store, organization_id: int) -> Organization:
    present = reads.organization(Reader(store.connection), organization_id)
    if present is None:
        raise known_error.organization_gone()
    return present
