r"""One content line of a vCard: its name, its parameters, and its value as text.

No pattern here is ever tried at more than one place of a line: the time stays in proportion to its length,
whatever it holds.
"""

import re
from binascii import Error as NotBase64
from binascii import a2b_base64, a2b_qp
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_LONGEST_HEAD = 4_000
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
_CHARSET = re.compile(
    r"utf-?8|(?:us-)?ascii|iso-?8859-[0-9]{1,2}|(?:windows|cp)-?125[0-9]|koi8-[ru]|shift_jis|euc-(?:jp|kr)"
    r"|iso-2022-(?:jp|kr)|gb(?:2312|k|18030)|big5|macintosh"
)
"""Encodings in which people's names are written; codecs that are none, or slow, are not asked."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a card.

    Attributes:
        line: Its first physical line, from 1.
        name: In capitals, without a group before it.
        parameters: Values in the order of the line, by the parameter's name in capitals; a bare word of version
            2.1 is a TYPE, or an ENCODING.
        raw: The value as it stands there.
    """

    line: int
    name: str
    parameters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    raw: bytes = b""

    @property
    def types(self) -> frozenset[str]:
        """What the property is for, in small letters: `home`, `pref`."""
        return frozenset(kind.lower() for kind in self.parameters.get("TYPE", ()))

    def parameter(self, name: str) -> str:
        """The first value of a parameter; "" where there is none."""
        return next(iter(self.parameters.get(name, ())), "")

    def text(self) -> str:
        """The value decoded, its backslashes still there."""
        raw = self.raw
        if self.parameter("ENCODING").upper() == "QUOTED-PRINTABLE":
            raw = a2b_qp(raw)
        charset = self.parameter("CHARSET").lower()
        if _CHARSET.fullmatch(charset):
            try:
                return raw.decode(_PYTHON_NAMES.get(charset, charset))
            except (UnicodeError, LookupError):
                pass  # it declares what it is not
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp1252", "replace")

    def binary(self) -> bytes | None:
        """What is encoded in Base64 in it, as such or in a data address; None where there is nothing so."""
        raw = self.raw.strip()
        if raw[:5].lower() == b"data:":
            head, _, raw = raw.partition(b",")
            if not head.lower().endswith(b";base64"):
                return None
        elif self.parameter("ENCODING").upper() not in {"B", "BASE64"}:
            return None
        try:
            return a2b_base64(raw)
        except NotBase64:
            return None


_PYTHON_NAMES = {"macintosh": "mac-roman", "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030"}


def parse(line: int, content: bytes) -> Property | None:
    """Read a content line; None for what is none."""
    colon = content.find(b":", 0, _LONGEST_HEAD)
    if b'"' in content[: max(colon, 0)]:
        colon = _colon_outside_quotes(content[:_LONGEST_HEAD])
    if colon < 0:
        return None
    head = content[:colon].decode("utf-8", "replace")
    first, *rest = _split_outside_quotes(head) if '"' in head else head.split(";")
    name = first.rpartition(".")[2].strip().upper()
    parameters: dict[str, list[str]] = {}
    for part in rest:
        key, equals, value = part.partition("=")
        key, value = key.strip().upper(), value.strip().strip('"')
        if not equals:
            key, value = ("ENCODING" if key in _ENCODINGS else "TYPE"), key
        parameters.setdefault(key, []).extend(value.split(",") if key == "TYPE" else [value])
    return Property(line, name, parameters, content[colon + 1 :])


def _colon_outside_quotes(head: bytes) -> int:
    quoted = False
    for at, byte in enumerate(head):
        if byte == _QUOTE:
            quoted = not quoted
        elif byte == _COLON and not quoted:
            return at
    return -1


_QUOTE, _COLON = b'":'


def _split_outside_quotes(head: str) -> list[str]:
    parts, quoted = [""], False
    for piece in re.split('([";])', head):
        quoted ^= piece == '"'
        if piece == ";" and not quoted:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def split(text: str, separator: str) -> list[str]:
    r"""Part a value where the separator stands without a backslash; the parts keep their backslashes."""
    if "\\" not in text:
        return text.split(separator)
    parts, start, at = [], 0, 0
    while at < len(text):
        if text[at] == separator:
            parts.append(text[start:at])
            start = at + 1
        at += 2 if text[at] == "\\" else 1
    return [*parts, text[start:]]


_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def unescape(text: str, *, line_ends: bool = True) -> str:
    r"""Take the backslashes out of a text; `\n` is an end of a line, except in version 2.1."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(_plain if line_ends else _plain_2_1, text)


def _plain(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def _plain_2_1(match: re.Match[str]) -> str:
    return match[1] if match[1] in "\\;,:" else match[0]
