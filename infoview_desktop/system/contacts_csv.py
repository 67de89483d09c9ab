"""Contacts as a table for spreadsheets, with the columns of LinkedIn's own export and a few more."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from infoview_desktop.domain.linkedin import profile_address

HEADER = (
    "First Name",
    "Last Name",
    "URL",
    "Email Address",
    "Company",
    "Position",
    "Connected On",
    "Credentials",
    "Phone",
    "Tags",
    "How Found",
    "Other Emails",
)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(file: TextIO, contacts: Iterable[Mapping[str, Any]]) -> None:
    """Write contacts, each a record as an export has it, to a file opened with `newline=""`."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEADER)
    for contact in contacts:
        cells = (
            contact["given_name"],
            contact["family_name"],
            profile_address(contact["linkedin"]) if contact["linkedin"] else "",
            "".join(contact["emails"][:1]),
            contact["organization"],
            contact["position"],
            contact["connected_on"] or "",
            contact["credentials"],
            "; ".join(contact["phones"]),
            "; ".join(contact["tags"]),
            contact["source"],
            "; ".join(contact["emails"][1:]),
        )
        writer.writerow([guarded(cell) for cell in cells])


def guarded(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula, with the apostrophe it understands."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
