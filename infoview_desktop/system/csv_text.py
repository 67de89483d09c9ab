"""Comma-separated text as programs really write it: any encoding, any line end, broken quotes, endless cells.

Everything is read in small steps: memory does not grow with the file, other threads are never kept waiting,
and whoever takes the records one by one can stop at each.
"""

import codecs
import csv
import io
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, NamedTuple

LONGEST_LINE = 65_536
"""Characters; half of what the csv module takes in one cell."""

LONGEST_RECORD = 20
"""Lines; a quoted cell that goes on for longer was never closed."""

_CHUNK = 64 * 1024
_BEGINNING = 64
_ASCII = bytes(range(128))

_TOO_LONG = ""
"""Stands for a line longer than `LONGEST_LINE`; no other line is empty, because each has its end."""


class Record(NamedTuple):
    """One record of the file, or what should have been one.

    Attributes:
        line: The physical line, from 1, at which it starts.
        cells: As written; none where there is a flaw, and for a blank line.
        flaw: Why it cannot be read, the fragment of a sentence; "" for a sound record.
    """

    line: int
    cells: list[str]
    flaw: str


def lines(file: BinaryIO, step: Callable[[], object]) -> Iterator[str]:
    r"""Give the physical lines of a seekable file, each with \n at its end; `step` is called on the way.

    A byte-order mark is believed, and UTF-16 known without one. What is not mostly UTF-8 is Windows-1252;
    single bytes that make no sense become U+FFFD. A line that is not worth holding comes as `_TOO_LONG`.

    Not `io.TextIOWrapper`: each of its many small reads lets the interpreter's lock go for a moment that is
    too short for another thread to take it, yet long enough to make that thread's waiting start anew.
    """
    file.seek(0)
    encoding = _encoding(file, step)
    file.seek(0)
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)("replace"), translate=True)
    rest = ""
    is_long = at_end = False
    while not at_end:
        chunk = file.read(_CHUNK)
        at_end = not chunk
        *whole, rest = (rest + decoder.decode(chunk, final=at_end)).split("\n")
        for line in whole:
            yield _TOO_LONG if is_long or len(line) > LONGEST_LINE else f"{line}\n"
            is_long = False
        if len(rest) > LONGEST_LINE:
            rest = ""
            is_long = True
        step()
    if rest or is_long:
        yield _TOO_LONG if is_long else f"{rest}\n"


def _encoding(file: BinaryIO, step: Callable[[], object]) -> str:
    beginning = file.read(_BEGINNING)
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = beginning[0::2], beginning[1::2]
    if odd.count(0) > len(odd) // 2 and 0 not in even:
        return "utf-16-le"
    if even.count(0) > len(even) // 2 and 0 not in odd:
        return "utf-16-be"
    file.seek(0)
    return "utf-8-sig" if _is_mostly_utf8(file, step) else "cp1252"


def _is_mostly_utf8(file: BinaryIO, step: Callable[[], object]) -> bool:
    """One bad byte does not make a file of Windows-1252; there, next to no byte above 127 makes sense."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    high = bad = 0
    while chunk := file.read(_CHUNK):
        step()
        high += len(chunk.translate(None, _ASCII))
        bad += decoder.decode(chunk).count("\ufffd")
    return 2 * bad <= high


def split(line: str, delimiter: str) -> list[str]:
    """Part one line into its cells, whatever its quotes are like."""
    return next(csv.reader([line], delimiter=delimiter), [])


def records(lines: Iterable[str], *, first: int, delimiter: str, width: int) -> Iterator[Record]:
    """Read records of `width` cells from physical lines, of which the first has the number `first`.

    A quote that is never closed costs its own line only: the lines it seemed to swallow are read again. Each
    is read at most `LONGEST_RECORD` times, so the time stays in proportion to the file. A row that a program
    has quoted as a whole, into a single cell, is taken out of it.
    """
    source = _Rereadable(lines)
    reader = source.reader(delimiter)
    line = first
    while True:
        cells: list[str] = []
        flaw = ""
        try:
            cells = _unwrapped(next(reader), delimiter, width)
            if len(source.held) > 1 and not _is_one_record(source.held, cells, delimiter, width):
                flaw = _BAD_QUOTE
        except StopIteration:
            return
        except _EndlessLineError:
            flaw = f"a line of more than {LONGEST_LINE:,} characters; it is left out"
        except csv.Error:
            flaw = _BAD_QUOTE
        if flaw:
            cells = []
            source.put_back_all_but_first()
            reader = source.reader(delimiter)
        yield Record(line, cells, flaw)
        line += len(source.held)
        source.held.clear()


_BAD_QUOTE = "a quote that is never closed, or that stands in the wrong place; the line is left out"


class _EndlessLineError(csv.Error):
    pass


class _Rereadable:
    """Lines for a csv reader, of which those of the present record can be put back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self.held: list[str] = []

    def reader(self, delimiter: str) -> Iterator[list[str]]:
        """Give a reader that begins with the next line, and takes no quote for what it is not."""
        return csv.reader(self._feed(), delimiter=delimiter, strict=True)

    def put_back_all_but_first(self) -> None:
        self._again.extendleft(reversed(self.held[1:]))
        del self.held[1:]

    def _feed(self) -> Iterator[str]:
        while (line := self._again.popleft() if self._again else next(self._lines, None)) is not None:
            self.held.append(line)
            if line == _TOO_LONG and len(self.held) == 1:
                raise _EndlessLineError
            if line == _TOO_LONG or len(self.held) > LONGEST_RECORD:
                raise csv.Error
            yield line


def _unwrapped(cells: list[str], delimiter: str, width: int) -> list[str]:
    if not cells or cells[0].count(delimiter) < width - 1 or any(cells[1:]):
        return cells
    inner = list(csv.reader(io.StringIO(cells[0], newline=""), delimiter=delimiter, strict=True))
    if len(inner) != 1:
        raise csv.Error
    return inner[0] if len(inner[0]) >= width else cells


def _is_one_record(lines: list[str], cells: list[str], delimiter: str, width: int) -> bool:
    """Lines that could each be a record were joined by two stray quotes, not by line breaks in a cell."""
    whole_lines = sum(line.count(delimiter) >= width - 1 for line in lines)
    return whole_lines <= 1 and len(cells) >= width and not any(cells[width:])
