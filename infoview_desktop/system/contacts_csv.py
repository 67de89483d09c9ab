"""Contacts as a table for spreadsheets, with the columns of LinkedIn's own export and more behind them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TextIO

from infoview_desktop.domain.linkedin import profile_address

_Cell = Callable[[Mapping[str, Any]], str]


def _text(name: str) -> _Cell:
    """One line, also of what has several: an import would take a cell of many lines for one that never ends."""
    return lambda contact: " ".join((contact[name] or "").split())


def _list(name: str, *, start: int = 0) -> _Cell:
    return lambda contact: "; ".join(contact[name][start:])


def _profile(contact: Mapping[str, Any]) -> str:
    return profile_address(contact["linkedin"]) if contact["linkedin"] else ""


COLUMNS: MappingProxyType[str, _Cell] = MappingProxyType(
    {
        "First Name": _text("given_name"),
        "Last Name": _text("family_name"),
        "URL": _profile,
        "Email Address": lambda contact: "".join(contact["emails"][:1]),
        "Company": _text("organization"),
        "Position": _text("position"),
        "Connected On": _text("connected_on"),
        # What follows, an import passes over; a "Middle Name" it would put behind the first name.
        "Credentials": _text("credentials"),
        "Phone": _list("phones"),
        "Tags": _list("tags"),
        "How Found": _text("source"),
        "Other Emails": _list("emails", start=1),
        "Additional Names": _text("middle_name"),
        "Suffix": _text("suffix"),
        "Pronouns": _text("pronouns"),
        "Seniority": _text("seniority"),
        "Location": _text("location"),
        "Time Zone": _text("time_zone"),
        "Links": _list("links"),
        "Schools": _list("schools"),
        "Past Employers": _list("past_employers"),
        "Last In Touch": _text("in_touch_on"),
        "Remarks": _text("remarks"),
    }
)
"""The headings in their order, and what stands below each of a contact."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(file: TextIO, contacts: Iterable[Mapping[str, Any]]) -> None:
    """Write contacts, each a record as an export has it, to a file opened with `newline=""`."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for contact in contacts:
        writer.writerow([guarded(cell(contact)) for cell in COLUMNS.values()])


def guarded(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula, with the apostrophe it understands."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
