"""What every import says before it is done, wherever the people come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field for which a file has a value that is news.

    Attributes:
        field: The name of the contact's field.
        old: What stands in the book; "" for nothing.
        new: What the file says; never "". Of a field that has several values, those that are added.
        kept: Whether the user's own words, `old`, stay.
    """

    field: str
    old: str
    new: str
    kept: bool


class Told(Protocol):
    """A person as a file tells of them, as far as one has to know them to recognize them."""

    @property
    def given_name(self) -> str: ...  # noqa: D102 - as the contact's
    @property
    def family_name(self) -> str: ...  # noqa: D102 - as the contact's
    @property
    def credentials(self) -> str: ...  # noqa: D102 - as the contact's
    @property
    def position(self) -> str: ...  # noqa: D102 - as the contact's
    @property
    def organization(self) -> str: ...  # noqa: D102 - as the contact's


class Bringing(Protocol):
    """What a record of a file brings for a contact in the book."""

    @property
    def told(self) -> Told:
        """The person as the file tells of them."""

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """What is news."""


class ImportPlan(Protocol):
    """What becomes of each record; each is in exactly one of `new`, `updated`, `same` and `duplicates`."""

    @property
    def new(self) -> Sequence[Told]:
        """People who are not in the book."""

    @property
    def updated(self) -> Sequence[Bringing]:
        """Contacts of which at least one field changes."""

    @property
    def same(self) -> int:
        """How many contacts stay as they are, for all one can see."""

    @property
    def kept(self) -> Sequence[Bringing]:
        """Of these, the ones for which the file says something else than the user, whose words stay."""

    @property
    def trashed(self) -> int:
        """Of these, how many are in the trash, where they stay untouched."""

    @property
    def duplicates(self) -> Sequence[Told]:
        """Records that tell again of a person of another one."""

    @property
    def stores_anything(self) -> bool:
        """Whether the book is other than before, be it in what one does not see."""
