"""LinkedIn's export of connections, of every year and however saved again: a CSV file or the archive."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

from infoview_desktop.domain.connection import (
    Connection,
    linkedin_slug,
    parse_date,
    split_credentials,
    without_formula_guard,
)
from infoview_desktop.domain.text import clean
from infoview_desktop.system.csv_text import Record, lines, records
from infoview_desktop.system.linkedin_header import Header, find_header
from infoview_desktop.system.problem import Problem
from infoview_desktop.system.reading_watch import ReadingWatch
from infoview_desktop.system.regular_file import UnreadableFile, open_regular, shown_name, unreadable

__all__ = ["ConnectionsFile", "Problem", "UnreadableFile", "read"]

MOST_BYTES = 64 * 1024 * 1024
"""Of the CSV text; LinkedIn's limit of 30,000 connections gives about 6 MB."""

MOST_RECORDS = 250_000
MOST_LINES = 2_000_000
"""Blank ones included, with which some spreadsheets fill a file up to their last row, the 1,048,576th."""

_STEP = 16  # records between two looks at the Cancel button


@dataclass(frozen=True, slots=True)
class ConnectionsFile:
    """What a file says, every record of it in exactly one of `connections`, `hidden` and `broken`.

    Attributes:
        name: The file's name, for the user.
        exported_on: The day LinkedIn made it; where nothing tells that, the day the file was last changed.
        connections: In the order of the file.
        hidden: Records in which LinkedIn gave no name: members who closed or hid their account.
        broken: Records that cannot be read as a connection; each has its entry in `problems`.
        problems: Also what was left out of a connection: a date or an address that makes no sense.
        cleaned: How many hidden characters were removed.
    """

    name: str
    exported_on: date | None
    connections: tuple[Connection, ...]
    hidden: int
    broken: int
    problems: tuple[Problem, ...]
    cleaned: int

    @property
    def rows(self) -> int:
        """How many records the file has."""
        return len(self.connections) + self.hidden + self.broken


def read(path: Path, *, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> ConnectionsFile:
    """Read a Connections.csv, or the one in LinkedIn's archive, in bounded memory.

    `progress` is told a fraction from 0 to 1 now and then. Meant for a thread of its own: no step of it keeps
    other threads waiting, and none waits for the file.

    Raises:
        UnreadableFile: It is no such file, or too large, damaged or out of reach.
        Cancelled: Within half a second of `cancelled` saying so.
    """
    name = shown_name(path)
    watch = ReadingWatch(progress, cancelled)
    try:
        with open_regular(path) as file, _source(file, path, name) as source:
            content = _read(source, watch)
    except OSError as error:
        raise UnreadableFile(unreadable(name, error)) from error
    progress(1.0)
    return content


@dataclass(frozen=True, slots=True)
class _Source:
    """The CSV, wherever it lies; `size` in bytes."""

    name: str
    file: BinaryIO
    size: int
    exported_on: date | None


_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_EXCEL_MARK = b"\xd0\xcf\x11\xe0"
_MARK = 4


@contextmanager
def _source(file: BinaryIO, path: Path, name: str) -> Iterator[_Source]:
    mark = file.read(_MARK)
    status = os.fstat(file.fileno())
    changed_on = _local_day(status.st_mtime)
    if mark in _ZIP_MARKS:
        from infoview_desktop.system.linkedin_archive import connections_member  # noqa: PLC0415 - seldom needed

        with connections_member(file, name, MOST_BYTES) as member:
            exported_on = _day_in(path.name, member.folder) or member.dated or changed_on
            yield _Source(name, member.file, member.size, exported_on)
        return
    if mark == _OLD_EXCEL_MARK:
        raise UnreadableFile(f"“{name}” is an Excel workbook; save it as CSV and choose that file.")
    if not mark:
        raise UnreadableFile(f"“{name}” is empty; download the archive from LinkedIn again.")
    if status.st_size > MOST_BYTES:
        raise UnreadableFile(
            f"“{name}” has {status.st_size // 1_000_000:,} MB, more than any list of LinkedIn connections; "
            "choose Connections.csv from the archive that LinkedIn sends."
        )
    yield _Source(name, file, status.st_size, _day_in(path.name, path.parent.name) or changed_on)


_ARCHIVE_NAME = re.compile(r"LinkedInDataExport_([0-9]{2})-([0-9]{2})-([0-9]{4})", re.IGNORECASE)


def _day_in(*names: str) -> date | None:
    """Find the day, month first, that LinkedIn writes into the name of its archive."""
    for name in names:
        if match := _ARCHIVE_NAME.search(name):
            month, day, year = map(int, match.groups())
            try:
                return date(year, month, day)
            except ValueError:
                continue
    return None


def _local_day(timestamp: float) -> date | None:
    try:
        return datetime.fromtimestamp(timestamp, UTC).astimezone().date()
    except (ValueError, OverflowError, OSError):  # a file system may claim any time at all
        return None


def _read(source: _Source, watch: ReadingWatch) -> ConnectionsFile:
    physical = lines(source.file, watch.look)
    header = find_header(physical, source.name)
    account = _Account(header)
    following = records(physical, first=header.line + 1, delimiter=header.delimiter, width=header.width)
    for number, record in enumerate(following):
        if number % _STEP == 0:
            watch.step(source.file, source.size)
            if account.rows > MOST_RECORDS or record.line > MOST_LINES:
                raise UnreadableFile(
                    f"“{source.name}” has more than {MOST_RECORDS:,} records, and LinkedIn allows 30,000 "
                    "connections; choose Connections.csv from the archive that LinkedIn sends."
                )
        account.enter(record)
    return ConnectionsFile(
        name=source.name,
        exported_on=source.exported_on,
        connections=tuple(account.connections),
        hidden=account.hidden,
        broken=account.broken,
        problems=tuple(account.problems),
        cleaned=account.cleaned,
    )


class _Account:
    """Takes record after record, and knows what has become of each."""

    def __init__(self, header: Header) -> None:
        self._width = header.width
        self._chosen = itemgetter(*header.places)
        self.connections: list[Connection] = []
        self.hidden = 0
        self.broken = 0
        self.problems: list[Problem] = []
        self.cleaned = 0

    @property
    def rows(self) -> int:
        return len(self.connections) + self.hidden + self.broken

    def enter(self, record: Record) -> None:
        line, cells, flaw = record
        count = len(cells)
        if count > self._width and not _are_blank(cells[self._width :]):
            flaw = f"{count} cells where the header has {self._width}; the line is left out"
        if flaw:
            self._leave_out(line, flaw)
            return
        if count != self._width:
            cells = cells[: self._width] + [""] * (self._width - count)
        cells.append("")  # for the columns that are missing
        texts, hidden_characters = _tidied(self._chosen(cells))
        self.cleaned += hidden_characters
        if not self._connect(line, texts) and not _are_blank(cells):
            if count < self._width:
                self._leave_out(line, f"no name, and {self._width - count} cells too few; the line is left out")
            else:
                self.hidden += 1

    def _connect(self, line: int, texts: Sequence[str]) -> bool:
        """Enter a connection, if it has a name."""
        given_name, middle_name, family_name, url, email, organization, position, connected_on = texts
        family_name, credentials = split_credentials(family_name)
        if middle_name:
            given_name = f"{given_name} {middle_name}".lstrip()
        if not (given_name or family_name):
            return False
        slug = linkedin_slug(url)
        if slug is None and url:
            self._miss(line, url, "the address of a LinkedIn profile")
        day = parse_date(connected_on)
        if day is None and connected_on:
            self._miss(line, connected_on, "a date")
        self.connections.append(
            Connection(
                line=line,
                given_name=given_name,
                family_name=family_name,
                credentials=credentials,
                linkedin=slug,
                email=email,
                organization=organization,
                position=position,
                connected_on=None if day is None else day.isoformat(),
            )
        )
        return True

    def _leave_out(self, line: int, why: str) -> None:
        self.broken += 1
        self.problems.append(Problem(line, why, left_out=True))

    def _miss(self, line: int, text: str, wanted: str) -> None:
        self.problems.append(Problem.missing(line, text, wanted))


def _are_blank(cells: Sequence[str]) -> bool:
    return not any(cells) or not any(clean(cell)[0] for cell in cells)


def _tidied(cells: Sequence[str]) -> tuple[list[str], int]:
    """Give the cells as clean lines without formula guards, and how many hidden characters they had."""
    row = "'".join(cells)
    if row.isprintable() and "  " not in row and row.count("'") < len(cells):  # nearly always
        return [cell.strip(" ") if cell.isascii() else clean(cell)[0] for cell in cells], 0
    cleaned = [clean(without_formula_guard(cell)) for cell in cells]
    return [text for text, _ in cleaned], sum([hidden for _, hidden in cleaned])
