"""What an import will do: each field compared three ways.

Beside the present value of a field the book keeps the one LinkedIn last gave. Where the two are equal, nobody
has touched the field since, and only there may a newer value of LinkedIn's take its place.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from infoview_desktop.domain.cancelled import until_cancelled
from infoview_desktop.domain.connection import Connection
from infoview_desktop.domain.import_plan import FieldChange
from infoview_desktop.domain.known_contact import FIELDS, Imported, Known, values_of
from infoview_desktop.domain.progress import never
from infoview_desktop.domain.same_person import Standing, match

__all__ = ["FIELDS", "FieldChange", "Imported", "Known", "Plan", "Update", "plan"]


@dataclass(frozen=True, slots=True)
class Update:
    """What a row brings for a contact in the book; `imported` are LinkedIn's last values to remember."""

    contact_id: int
    connection: Connection
    changes: tuple[FieldChange, ...]
    imported: Imported

    @property
    def told(self) -> Connection:
        """The person as LinkedIn tells of them."""
        return self.connection


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of each row; each is in exactly one of `new`, `updated`, `same` and `duplicates`.

    Attributes:
        new: People who are not in the book.
        updated: Contacts of which at least one field changes.
        same: How many contacts stay as they are, for all one can see.
        remembered: Of these, the ones whose last imported values change; all their changes are `kept`.
        trashed: Of these, how many are in the trash, where they stay untouched; who was merged is not counted.
        duplicates: Rows that tell again of a person of an earlier or fuller row.
    """

    new: tuple[Connection, ...]
    updated: tuple[Update, ...]
    same: int
    remembered: tuple[Update, ...]
    trashed: int
    duplicates: tuple[Connection, ...]

    @property
    def bases(self) -> tuple[tuple[int, Imported], ...]:
        """The contacts whose last imported values change, and what these are now."""
        return tuple((update.contact_id, update.imported) for update in (*self.updated, *self.remembered))

    @property
    def kept(self) -> tuple[Update, ...]:
        """The contacts for which LinkedIn says something else than the user, whose words stay."""
        return tuple(update for update in self.remembered if update.changes)

    @property
    def stores_anything(self) -> bool:
        """Whether the book is other than before, be it in what one does not see."""
        return bool(self.new or self.updated or self.remembered)


def plan(connections: Sequence[Connection], known: Iterable[Known], *, cancelled: Callable[[], bool] = never) -> Plan:
    """Decide what an import of these rows does to the contacts in the book, the trash included.

    Raises:
        Cancelled: Once `cancelled` says so.
    """
    new: list[Connection] = []
    duplicates: list[Connection] = []
    updated: list[Update] = []
    remembered: list[Update] = []
    same = trashed = 0
    matches = match(connections, known, cancelled)
    for connection, matched in until_cancelled(zip(connections, matches, strict=True), cancelled):
        if matched is Standing.NEW:
            new.append(connection)
        elif matched is Standing.DUPLICATE:
            duplicates.append(connection)
        elif matched.trashed:
            trashed += matched.merged_into_id is None
            same += 1
        elif (update := _compare(connection, matched)) is None:
            same += 1
        elif all(change.kept for change in update.changes):
            remembered.append(update)
            same += 1
        else:
            updated.append(update)
    return Plan(tuple(new), tuple(updated), same, tuple(remembered), trashed, tuple(duplicates))


def _compare(connection: Connection, known: Known) -> Update | None:
    """Set what LinkedIn says now against what it said last and what stands in the book; None for no news.

    A blank says nothing. A field that the user has emptied is the user's own word; an empty one of a contact
    who was never imported is only waiting to be filled.
    """
    said = values_of(connection)
    remembered = list(values_of(known.imported or Imported()))
    changes: list[FieldChange] = []
    news = known.imported is None
    for at, now in enumerate(said):
        last = remembered[at]
        if now and now != last:
            news = True
            remembered[at] = now
            field = FIELDS[at]
            present: str = getattr(known, field)
            if now != present and not (field == "email" and _has_address(known, now)):
                changes.append(FieldChange(field, present, now, kept=present != last))
    return Update(known.contact_id, connection, tuple(changes), Imported(*remembered)) if news else None


def _has_address(known: Known, address: str) -> bool:
    return address.casefold() in {own.casefold() for own in (known.email, *known.other_emails)}
