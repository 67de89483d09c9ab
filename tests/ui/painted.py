"""What a person reads: the words that a widget really paints, as text.

The widget is drawn into an SVG, in which every word stands where it was painted, elided as it was.
"""

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

_SVG = "{http://www.w3.org/2000/svg}"
_LINES_APART = 2.0
"""Pixels; a font that stands in for a missing letter sets the words of its line a little higher or lower."""


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
    lines: list[list[Word]] = []
    for word in sorted(words(widget), key=attrgetter("y")):
        if lines and word.y - lines[-1][0].y < _LINES_APART:
            lines[-1].append(word)
        else:
            lines.append([word])
    return "\n".join(" | ".join(word.text for word in sorted(line, key=attrgetter("x"))) for line in lines)


def rows(view: QAbstractItemView, *, between: str = " | ") -> list[str]:
    """The visible rows of a list or a table, from the top."""
    painted = words(view.viewport())
    whole = view.viewport().rect()
    lines = []
    for row in range(view.model().rowCount()):
        rect = view.visualRect(view.model().index(row, 0))
        if rect.intersects(whole):
            inside = (word for word in painted if rect.top() <= word.y <= rect.bottom())
            lines.append(between.join(word.text for word in sorted(inside, key=attrgetter("x", "y"))))
        elif lines:
            break
    return lines


def contact_list(table: QTableView) -> str:
    """The visible contacts, one to a line; `>` stands before the one that is selected."""
    selected = {index.row() for index in table.selectionModel().selectedRows()}
    lines = rows(table)
    top = max(0, table.rowAt(0))
    return "\n".join(f"{'>' if row in selected else ' '} {line}" for row, line in enumerate(lines, start=top))


def _svg(widget: QWidget) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    QApplication.processEvents()  # what came up a moment ago may still have to find its place
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
