"""What a person reads: the words that a widget really paints, as text.

The widget is drawn into an SVG, in which every word stands where it was painted, elided as it was.
"""

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QPoint, QRect
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QTableView, QWidget

_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Word:
    """Text that was painted in one go, where its line of letters begins, and its colour."""

    text: str
    x: float
    y: float
    colour: str


def words(widget: QWidget) -> list[Word]:
    """Everything that is painted in `widget`, in the order it is painted."""
    # S314: it was written here, a moment ago
    drawing = ET.fromstring(_svg(widget))  # noqa: S314
    return [word for group in drawing.iter(f"{_SVG}g") for word in _words_of(group)]


def text(widget: QWidget) -> str:
    """Line after line, as it is read; ` | ` where something else stands on the same line."""
    by_height = sorted(words(widget), key=lambda word: (round(word.y), word.x))
    lines = groupby(by_height, key=lambda word: round(word.y))
    return "\n".join(" | ".join(word.text for word in line) for _, line in lines)


def contact_list(table: QTableView) -> str:
    """The visible rows, one to a line; `>` stands before the one that is selected."""
    lines = []
    painted = words(table.viewport())
    selected = {index.row() for index in table.selectionModel().selectedRows()}
    top = table.rowAt(0)
    while (rect := _row_rect(table, top)) is not None:
        inside = [word for word in painted if rect.contains(QPoint(round(word.x), round(word.y)))]
        line = " | ".join(word.text for word in sorted(inside, key=attrgetter("x", "y")))
        lines.append(f"{'>' if top in selected else ' '} {line}".rstrip())
        top += 1
    return "\n".join(lines)


def _row_rect(table: QTableView, row: int) -> QRect | None:
    if not 0 <= row < table.model().rowCount():
        return None
    top = table.rowViewportPosition(row)
    if top >= table.viewport().height():
        return None
    return QRect(0, top, table.viewport().width(), table.rowHeight(row))


def _svg(widget: QWidget) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(widget.size())
    widget.render(drawing)
    return bytes(buffer.data().data())


def _words_of(group: ET.Element) -> list[Word]:
    """The words of one group; letters of several scripts are painted one after the other and belong together."""
    transform = group.get("transform", "matrix(1,0,0,1,0,0)")
    left, top = map(float, transform.removeprefix("matrix(").removesuffix(")").split(",")[4:])
    pieces = [
        Word(
            element.text or "",
            left + float(element.get("x", 0)),
            top + float(element.get("y", 0)),
            element.get("fill", ""),
        )
        for element in group.findall(f"{_SVG}text")
    ]
    whole: list[Word] = []
    for _, line in groupby(pieces, key=attrgetter("y")):
        run = list(line)
        whole.append(Word("".join(piece.text for piece in run), run[0].x, run[0].y, run[0].colour))
    return [word for word in whole if word.text.strip()]
