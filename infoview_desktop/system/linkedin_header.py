"""The line of column names in a LinkedIn export, under whatever stands above it."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from infoview_desktop.system.csv_text import split
from infoview_desktop.system.regular_file import UnreadableFile

COLUMNS = (
    "given_name",
    "middle_name",
    "family_name",
    "url",
    "email",
    "organization",
    "position",
    "connected_on",
)
"""What an export tells of a person; `Header.places` is in this order."""

_NAMES = {
    "given_name": "First Name, Given Name, Vorname, Prénom",
    "middle_name": "Middle Name",
    "family_name": "Last Name, Family Name, Surname, Nachname, Nom",
    "url": "URL, Profile URL, LinkedIn URL",
    "email": "Email Address, Email, E-Mail-Adresse, Adresse e-mail",
    "organization": "Company, Company Name, Organization, Unternehmen, Firma, Entreprise, Société",
    "position": "Position, Job Title, Poste",
    "connected_on": "Connected On, Verbunden am, Date de connexion",
}
_NAMED = frozenset({"given_name", "family_name"})
_TOLD = frozenset({"url", "email", "organization", "position", "connected_on"})

_DELIMITERS = ",;\t"
_WITHIN_LINES = 64
_LONGEST_HEADER = 8192  # Outlook's ninety names take less than two thousand characters


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns are.

    Attributes:
        line: The physical line, from 1.
        delimiter: What stands between cells.
        width: How many cells a row has.
        places: The cell of each of `COLUMNS`, from 0; `width` where there is no such column.
    """

    line: int
    delimiter: str
    width: int
    places: tuple[int, ...]


def find_header(lines: Iterator[str], name: str) -> Header:
    """Take lines up to and including the column names; `name` is the file's, for the message.

    They must name both parts of a person's name and something else that LinkedIn tells of a connection.

    Raises:
        UnreadableFile: No line does, near the beginning.
    """
    nearest: frozenset[str] = frozenset()
    for number, line in enumerate(islice(lines, _WITHIN_LINES), 1):
        for delimiter in _DELIMITERS if len(line) <= _LONGEST_HEADER else "":
            cells = split(line, delimiter)
            if not any(cells[1:]):  # some programs quote a whole row into one cell
                cells = split("".join(cells), delimiter)
            places = _places(cells)
            found = frozenset(places)
            if found >= _NAMED and found & _TOLD:
                width = len(cells)
                return Header(number, delimiter, width, tuple(places.get(column, width) for column in COLUMNS))
            nearest = max(nearest, found, key=len)
    raise UnreadableFile(_without_header(name, nearest))


def _places(cells: list[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, cell in enumerate(cells):
        column = _COLUMN_OF.get(_bare(cell))
        if column is not None:
            places.setdefault(column, at)
    return places


def _bare(name: str) -> str:
    """Give the letters of a column's name only: `E-Mail Address ` is `emailaddress`."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", name.casefold())))


_COLUMN_OF = {_bare(name): column for column, names in _NAMES.items() for name in names.split(", ")}


def _without_header(name: str, found: frozenset[str]) -> str:
    advice = "choose Connections.csv from the archive that LinkedIn sends"
    if found >= _NAMED:
        missed = " or ".join(_english(column) for column in COLUMNS if column in _TOLD)
        return f"“{name}” has names, but no column {missed}; {advice}."
    missed = " and ".join(f"“{_english(column)}”" for column in COLUMNS if column in _NAMED - found)
    return f"“{name}” is no list of connections, because no line of it names the columns {missed}; {advice}."


def _english(column: str) -> str:
    return _NAMES[column].split(", ")[0]
