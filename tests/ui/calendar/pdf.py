"""The words of a PDF that Qt wrote, page by page, each run of letters where it stands."""

import re
import unicodedata
import zlib
from dataclasses import dataclass
from pathlib import Path

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\n(.*)\nendstream", re.DOTALL)
_FONT = re.compile(rb"/F(\d+) \d+ 0 R")
_RANGE = re.compile(rb"<(\w+)> <\w+> (?:<(\w+)>|\[([^\]]*)\])")
_SIZE = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
_TEXT = re.compile(rb"/F(?P<font>\d+) [\d.]+ Tf|(?P<x>[-\d.]+) (?P<y>[-\d.]+) Td|<(?P<glyphs>\w+)> Tj|(?P<end>\bET\b)")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters on a line, those that are set as one apart, and where they begin: from the left and from the top."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on it; its width and height in points."""

    width: float
    height: float
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Line after line, from the top; ` | ` between what stands on the same line."""
        lines: dict[float, list[Run]] = {}
        for run in sorted(self.runs, key=lambda run: run.y):
            near = next((y for y in lines if abs(y - run.y) < 2), run.y)
            lines.setdefault(near, []).append(run)
        return "\n".join(" | ".join(run.text for run in sorted(line, key=lambda run: run.x)) for line in lines.values())

    def at(self, text: str) -> Run:
        """The one run that begins so."""
        (found,) = (run for run in self.runs if run.text.startswith(text))
        return found


def pages(path: Path) -> list[Page]:
    """All pages of a file."""
    objects = {int(number): body for number, body in _OBJECT.findall(path.read_bytes())}
    found = [body for body in objects.values() if b"/Type /Page\n" in body]
    return [_page(body, objects) for body in found]


def _page(body: bytes, objects: dict[int, bytes]) -> Page:
    size = _SIZE.search(body)
    assert size is not None
    content = _stream(objects[_reference(body, b"Contents")])
    fonts = {
        int(number): _letters(int(number), objects) for number in _FONT.findall(objects[_reference(body, b"Resources")])
    }
    return Page(float(size[1]), float(size[2]), tuple(_runs(content, fonts)))


def _runs(content: bytes, fonts: dict[int, dict[int, str]]) -> list[Run]:
    runs, text, x, y, font = [], "", 0.0, 0.0, 0
    here = (0.0, 0.0)
    for part in _TEXT.finditer(content):
        if part["font"]:
            font, x, y = int(part["font"]), 0.0, 0.0
        elif part["x"]:
            x, y = x + float(part["x"]), y + float(part["y"])
        elif part["glyphs"]:
            here = here if text else (x, -y)
            digits = part["glyphs"]
            text += "".join(fonts[font][int(digits[start : start + 4], 16)] for start in range(0, len(digits), 4))
        elif text:
            runs.append(Run(unicodedata.normalize("NFKC", text), *here))
            text = ""
    return runs


def _letters(number: int, objects: dict[int, bytes]) -> dict[int, str]:
    """Which letter each glyph of a font is."""
    table: dict[int, str] = {}
    for first, one, several in _RANGE.findall(_stream(objects[_reference(objects[number], b"ToUnicode")])):
        letters = [one] if one else re.findall(rb"<(\w+)>", several)
        for offset, letter in enumerate(letters):
            table[int(first, 16) + offset] = chr(int(letter, 16)).replace("\t", " ")
    return table


def _reference(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found is not None
    return int(found[1])


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found is not None
    return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]
