"""A contact already in the book, as an import has to know it."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Self

from infoview_desktop.domain.connection import Connection

FIELDS = (
    "given_name",
    "family_name",
    "credentials",
    "position",
    "organization",
    "email",
    "linkedin",
    "connected_on",
)
"""What an import brings for a contact, in the order of `Imported` and of every tuple of values."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The values LinkedIn last gave for a contact; "" for what it never gave."""

    given_name: str = ""
    family_name: str = ""
    credentials: str = ""
    position: str = ""
    organization: str = ""
    email: str = ""
    linkedin: str = ""
    connected_on: str = ""

    @classmethod
    def of(cls, connection: Connection) -> Self:
        """Give what this row says."""
        return cls(*values_of(connection))


@dataclass(frozen=True, slots=True)
class Known:
    """A contact already in the book; a text is "" where the book says nothing.

    Attributes:
        contact_id: Its key in the book.
        given_name: As it stands now, like all of `FIELDS`.
        family_name: See above.
        credentials: See above.
        position: See above.
        organization: The organization's name as displayed.
        email: The first address.
        linkedin: The slug.
        connected_on: `YYYY-MM-DD`.
        other_emails: The addresses after the first.
        trashed: Whether it is in the trash.
        imported: What LinkedIn last gave; None for a contact that was never imported.
        merged_into_id: Who they turned out to be, and were merged into; they are in the trash then.
    """

    contact_id: int
    given_name: str
    family_name: str
    credentials: str
    position: str
    organization: str
    email: str
    linkedin: str
    connected_on: str
    other_emails: tuple[str, ...]
    trashed: bool
    imported: Imported | None
    merged_into_id: int | None = None


_of_fields = attrgetter(*FIELDS)


def values_of(source: Connection | Known | Imported) -> Sequence[str]:
    """Give the values of `FIELDS` in their order, "" for what is not there."""
    values: tuple[str | None, ...] = _of_fields(source)
    return tuple([value or "" for value in values])
