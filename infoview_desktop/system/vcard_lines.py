r"""The lines of vCard files as programs really write them: any line end, any encoding, folded in three ways.

Lines are bytes here, because the encoding is a matter of each line: one may be in UTF-8 and the next declare
itself ISO-8859-1, and a line may be folded in the middle of a character.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

LONGEST_LINE = 12 * 1024 * 1024
"""Bytes of one line, and of one that was folded; only a photo comes near."""

MOST_LINES = 2_000
"""Content lines of one card."""

_CHUNK = 256 * 1024
_KEPT_OF_TOO_LONG = 200
_BEGINNING = 64
_LONGEST_HEAD = 1_000

_BEGIN = re.compile(rb"\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_END = re.compile(rb"\s*END\s*:\s*VCARD\s*", re.IGNORECASE)
_HEAD = re.compile(rb"[A-Za-z0-9._-]+[ \t]*[:;]")
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT[^:]*:\s*", re.IGNORECASE)
_QUOTED_PRINTABLE = re.compile(rb"[^:]*[;=]\s*QUOTED-PRINTABLE\s*[;:]", re.IGNORECASE)
_IN_BASE64 = re.compile(rb"[^:]*=(?:BASE64|B)\s*[;:]|[^:]*;BASE64\s*[;:]", re.IGNORECASE)
_BASE64 = re.compile(rb"[A-Za-z0-9+/=\s]+")


@dataclass(slots=True)
class CardLines:
    """The content lines between BEGIN and END, each with the number of its first physical line, from 1.

    `flaw` says why they are no card, the fragment of a sentence; "" where they are. `unread` are lines within the
    card that are none of its content, `too_long` the beginnings of those that are left out for their length.
    `stray` tells that there is no card at all, only text between cards.
    """

    line: int
    content: list[tuple[int, bytes]] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    too_long: list[tuple[int, bytes]] = field(default_factory=list)
    flaw: str = ""
    stray: bool = False


def physical_lines(file: BinaryIO, step: Callable[[], object]) -> Iterator[tuple[bytes, bool]]:
    """Give the lines of a file in UTF-8 or whatever single bytes they have, and whether one was cut for its length.

    A byte-order mark is taken away, UTF-16 is known with one and without; `step` is called on the way.
    """
    beginning = file.read(_BEGINNING)
    file.seek(0)
    transcoded = _transcoder(beginning)
    line = bytearray()
    held = b""
    is_long = at_end = False
    while not at_end:
        chunk = file.read(_CHUNK)
        at_end = not chunk
        text = held + transcoded(chunk)
        # A carriage return at the very end may be the half of a line's end.
        held = b"\r" if text.endswith(b"\r") and not at_end else b""
        text = text.removesuffix(held).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        for number, piece in enumerate(text.split(b"\n")):
            if number:
                yield bytes(line), is_long
                line.clear()
                is_long = False
            if not is_long:
                line += piece
            if len(line) > LONGEST_LINE:
                is_long = True
                del line[_KEPT_OF_TOO_LONG:]
        step()
    if line:
        yield bytes(line), is_long


def _transcoder(beginning: bytes) -> Callable[[bytes], bytes]:
    even, odd = beginning[0::2], beginning[1::2]
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif odd.count(0) > len(odd) // 2 and 0 not in even:
        encoding = "utf-16-le"
    elif even.count(0) > len(even) // 2 and 0 not in odd:
        encoding = "utf-16-be"
    else:
        mark = codecs.BOM_UTF8 if beginning.startswith(codecs.BOM_UTF8) else b""
        return _Without(mark)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    return lambda chunk: decoder.decode(chunk, final=not chunk).encode("utf-8", "replace")


class _Without:
    """Takes a mark away from the first chunk."""

    def __init__(self, mark: bytes) -> None:
        self._mark = mark

    def __call__(self, chunk: bytes) -> bytes:
        chunk, self._mark = chunk.removeprefix(self._mark), b""
        return chunk


def cards(lines: Iterator[tuple[bytes, bool]]) -> Iterator[CardLines]:
    """Give the cards of a file one by one; also what is between them is told, as a card with a flaw."""
    reading = _Cards()
    for number, (line, cut) in enumerate(lines, 1):
        if _BEGIN.fullmatch(line):
            ended = reading.begin(number)
        elif _END.fullmatch(line):
            ended = reading.end(number)
        else:
            ended = reading.take(number, line, cut=cut)
        if ended is not None:
            yield ended
    if (ended := reading.cut_off()) is not None:
        yield ended


class _Cards:
    """Knows where in a file of cards one is: in a card, in a card within a card, or between cards."""

    def __init__(self) -> None:
        self._card: CardLines | None = None
        self._unfolding = _Unfolding(CardLines(0))
        self._depth = 0
        self._astray = False

    def begin(self, number: int) -> CardLines | None:
        if self._card is not None and self._unfolding.is_agent():
            self._depth += 1  # the card of somebody's assistant
            return None
        ended = self.cut_off()
        self._card = CardLines(number)
        self._unfolding = _Unfolding(self._card)
        self._depth, self._astray = 0, False
        return ended

    def end(self, number: int) -> CardLines | None:
        if self._depth:
            self._depth -= 1
            return None
        if self._card is None:
            return self._stray(number)
        self._unfolding.close()
        ended, self._card = self._card, None
        return ended

    def take(self, number: int, line: bytes, *, cut: bool) -> CardLines | None:
        if self._card is None:
            return self._stray(number) if line.strip() else None
        if not self._depth:
            self._unfolding.take(number, line, cut=cut)
        return None

    def cut_off(self) -> CardLines | None:
        """Give the card that has begun and does not end, if there is one."""
        if self._card is not None:
            self._card.flaw = "a card that does not end; it is left out"
        return self._card

    def _stray(self, number: int) -> CardLines | None:
        """Tell once of text between two cards, however long it is."""
        if self._astray:
            return None
        self._astray = True
        return CardLines(number, flaw="text that belongs to no card; it is left out", stray=True)


class _Unfolding:
    """Joins the physical lines of one card to content lines."""

    def __init__(self, card: CardLines) -> None:
        self._card = card
        self._number = 0
        self._text = bytearray()
        self._cut = False
        self._soft = False
        self._base64 = False

    def is_agent(self) -> bool:
        """Whether the present line is one that a whole card follows."""
        return len(self._text) < _KEPT_OF_TOO_LONG and _AGENT.fullmatch(self._text) is not None

    def take(self, number: int, line: bytes, *, cut: bool) -> None:
        """Take the next physical line."""
        if self._soft:
            # In Quoted-Printable a line goes on after an equals sign, with or without a space.
            self._text = self._text.rstrip(b" \t")
            del self._text[-1:]
            self._append(line, cut=cut)
        elif line[:1] in {b" ", b"\t"} and self._text:
            self._append(line[1:], cut=cut)
        elif _HEAD.match(line):
            self.close()
            self._number, self._base64 = number, _IN_BASE64.match(line, 0, _KEPT_OF_TOO_LONG) is not None
            self._append(line, cut=cut)
        elif line.strip() and self._base64 and _BASE64.fullmatch(line):
            self._append(line, cut=cut)
        elif line.strip():
            self.close()
            self._leave_out(number)
        self._soft = line.rstrip(b" \t").endswith(b"=") and self._is_quoted_printable()

    def close(self) -> None:
        """End the present content line."""
        card = self._card
        if self._text:
            if self._cut:
                card.too_long.append((self._number, bytes(self._text[:_KEPT_OF_TOO_LONG])))
            elif len(card.content) + len(card.too_long) >= MOST_LINES:
                card.flaw = f"a card of more than {MOST_LINES:,} lines; it is left out"
            else:
                card.content.append((self._number, bytes(self._text)))
        self._text = bytearray()
        self._cut = self._soft = self._base64 = False

    def _append(self, line: bytes, *, cut: bool) -> None:
        self._cut = self._cut or cut or len(self._text) + len(line) > LONGEST_LINE
        if not self._cut:
            self._text += line
        elif not self._text:
            self._text += line[:_KEPT_OF_TOO_LONG]

    def _is_quoted_printable(self) -> bool:
        return _QUOTED_PRINTABLE.match(self._text, 0, _LONGEST_HEAD) is not None

    def _leave_out(self, number: int) -> None:
        if len(self._card.unread) < MOST_LINES:
            self._card.unread.append(number)
