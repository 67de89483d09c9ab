"""People written as vCards of version 4.0 (RFC 6350, pronouns by RFC 9554), for other address books to read."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from typing import TextIO

from infoview_desktop.domain.card import Card
from infoview_desktop.domain.contact import full_name
from infoview_desktop.domain.linkedin import profile_address

PRODUCT = "-//InfoView//InfoView//EN"

_LONGEST_LINE = 75  # octets, its end not counted
_ESCAPED = re.compile(r"[\\,;\n]")
_BACKSLASH = re.compile(r"\\")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_BETWEEN_CREDENTIALS = re.compile(r"\s*,\s*")

_TEXTS = (
    ("PRONOUNS", "pronouns"),
    ("TITLE", "position"),
    ("ORG", "organization"),
    ("TZ", "time_zone"),
    ("NOTE", "remarks"),
    # What a card has no place for.
    ("X-INFOVIEW-SUFFIX", "suffix"),
    ("X-INFOVIEW-CREDENTIALS", "credentials"),
    ("X-INFOVIEW-SENIORITY", "seniority"),
    ("X-INFOVIEW-SOURCE", "source"),
    ("X-INFOVIEW-CONNECTED-ON", "connected_on"),
    ("X-INFOVIEW-IN-TOUCH-ON", "in_touch_on"),
    ("X-INFOVIEW-REFERRER", "referrer"),
)
_LISTS = (
    ("EMAIL", "emails"),
    ("TEL", "phones"),
    ("X-INFOVIEW-SCHOOL", "schools"),
    ("X-INFOVIEW-PAST-EMPLOYER", "past_employers"),
)
_PREFERRED = frozenset({"EMAIL", "TEL"})


def write(file: TextIO, card: Card) -> None:
    """Write one card to a file opened with `newline=""`."""
    file.writelines(_folded(line) for line in _lines(card))


def _lines(card: Card) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"PRODID:{PRODUCT}"
    yield _uid(card.uid)
    yield "KIND:individual"
    name = full_name(card.given_name, card.family_name, middle_name=card.middle_name, suffix=card.suffix)
    yield f"FN:{_escaped(name)}"
    suffixes = [card.suffix, *_BETWEEN_CREDENTIALS.split(card.credentials)]
    parts = (card.family_name, card.given_name, card.middle_name, "")
    yield f"N:{';'.join(map(_escaped, parts))};{','.join(_escaped(suffix) for suffix in suffixes if suffix)}"
    for name, field in _LISTS:
        for number, value in enumerate(getattr(card, field), 1):
            parameter = f";PREF={number}" if name in _PREFERRED and number <= _LOWEST_PREFERENCE else ""
            yield f"{name}{parameter}:{_escaped(value)}"
    profile = [profile_address(card.linkedin)] if card.linkedin else []
    for address in (*profile, *card.links):
        # An address is no text: only what a reader takes for a mark of its own is marked.
        yield f"URL:{_BACKSLASH.sub(_with_backslash, address)}"
    if card.location:
        yield f"ADR:;;;{_escaped(card.location)};;;"
    if card.tags:
        yield f"CATEGORIES:{','.join(map(_escaped, card.tags))}"
    for name, field in _TEXTS:
        if text := getattr(card, field):
            yield f"{name}:{_escaped(text)}"
    if card.photo:
        yield f"PHOTO:data:image/jpeg;base64,{b64encode(card.photo).decode()}"
    yield "END:VCARD"


_LOWEST_PREFERENCE = 100


def _uid(uid: str) -> str:
    if _UUID.fullmatch(uid):
        return f"UID:urn:uuid:{uid.lower()}"
    return f"UID:{uid}" if _SCHEME.fullmatch(uid) else f"UID;VALUE=text:{_escaped(uid)}"


def _escaped(text: str) -> str:
    return _ESCAPED.sub(_with_backslash, text)


def _with_backslash(match: re.Match[str]) -> str:
    return "\\n" if match[0] == "\n" else f"\\{match[0]}"


def _folded(line: str) -> str:
    """Fold a line where it is too long, never within a character."""
    octets = line.encode()
    pieces, start, room = [], 0, _LONGEST_LINE
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # the middle of a character  # noqa: PLR2004
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, _LONGEST_LINE - 1
    return b"\r\n ".join([*pieces, octets[start:]]).decode() + "\r\n"
