"""A file of vCards, as any address book writes it."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from infoview_desktop.domain.card import Card
from infoview_desktop.system.problem import Problem
from infoview_desktop.system.reading_watch import ReadingWatch
from infoview_desktop.system.regular_file import UnreadableFile, begins_with, open_regular, shown_name, unreadable
from infoview_desktop.system.vcard_lines import cards, physical_lines
from infoview_desktop.system.vcard_person import Reading, read_person

MOST_BYTES = 256 * 1024 * 1024
"""Most of it photos: without them, 30,000 cards take about 15 MB."""

MOST_TEXT = 64 * 1024 * 1024
"""Bytes of what is no photo."""

MOST_CARDS = 100_000

_ENDINGS = (".vcf", ".vcard")
_MARK = re.compile(rb"\s*BEGIN\s*:\s*VCARD", re.IGNORECASE)
_HEAD = 40


@dataclass(frozen=True, slots=True)
class CardsFile:
    """What a file says, every card of it in exactly one of `cards`, `hidden` and `broken`.

    Attributes:
        name: The file's name, for the user.
        cards: In the order of the file.
        hidden: Cards that tell of no person: without any name, of a company, of a group.
        broken: Cards that cannot be read; each has its entry in `problems`.
        problems: Also what was left out of a card: a line or a photo that makes no sense.
        cleaned: How many hidden characters were removed.
    """

    name: str
    cards: tuple[Card, ...]
    hidden: int
    broken: int
    problems: tuple[Problem, ...]
    cleaned: int

    @property
    def rows(self) -> int:
        """How many cards the file has."""
        return len(self.cards) + self.hidden + self.broken

    @property
    def exported_on(self) -> date | None:
        """Nothing in it tells the day it was made."""
        return None


def is_vcard(path: Path) -> bool:
    """Whether the file is named as vCards are, or begins as one."""
    return path.suffix.lower() in _ENDINGS or begins_with(path, _MARK)


def read(path: Path, *, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> CardsFile:
    """Read a file of vCards, in bounded memory.

    `progress` is told a fraction from 0 to 1 now and then. Meant for a thread of its own.

    Raises:
        UnreadableFile: It is no such file, or too large or out of reach.
        Cancelled: Within half a second of `cancelled` saying so.
    """
    name = shown_name(path)
    try:
        with open_regular(path) as file:
            content = _Contents(file, name, progress, cancelled).read()
    except OSError as error:
        raise UnreadableFile(unreadable(name, error)) from error
    progress(1.0)
    return content


class _Contents:
    """Takes card after card, and knows what has become of each."""

    def __init__(
        self, file: BinaryIO, name: str, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> None:
        self._file = file
        self._name = name
        self._size = os.fstat(file.fileno()).st_size
        self._watch = ReadingWatch(progress, cancelled)
        self._cards: list[Card] = []
        self._hidden = 0
        self._broken = 0
        self._problems: list[Problem] = []
        self._cleaned = 0

    def read(self) -> CardsFile:
        if self._size > MOST_BYTES:
            raise UnreadableFile(self._too_large(self._size))
        any_card = False
        text = 0
        for lines in cards(physical_lines(self._file, self._step)):
            self._step()
            any_card = any_card or not lines.stray
            text += sum(len(content) for _, content in lines.content if b"PHOTO" not in content[:_HEAD].upper())
            if text > MOST_TEXT:
                raise UnreadableFile(self._too_large(text))
            if lines.flaw:
                self._broken += 1
                self._problems.append(Problem(lines.line, lines.flaw, left_out=True))
            else:
                self._take(read_person(lines))
            if len(self._cards) + self._hidden + self._broken > MOST_CARDS:
                raise UnreadableFile(
                    f"“{self._name}” has more than {MOST_CARDS:,} cards; export the people in several files."
                )
        if not any_card:
            raise UnreadableFile(f"“{self._name}” holds no vCards; export the people as vCard and choose that file.")
        return CardsFile(
            self._name,
            tuple(self._cards),
            self._hidden,
            self._broken,
            tuple(self._problems),
            self._cleaned,
        )

    def _too_large(self, size: int) -> str:
        return (
            f"“{self._name}” has {size // 1_000_000:,} MB, more than an address book can be; "
            "export the people in several files, or without their photos."
        )

    def _take(self, reading: Reading) -> None:
        self._problems += reading.problems
        self._cleaned += reading.cleaned
        if reading.card is not None:
            self._cards.append(reading.card)
        elif any(problem.left_out for problem in reading.problems):
            self._broken += 1
        else:
            self._hidden += 1

    def _step(self) -> None:
        self._watch.step(self._file, self._size)
