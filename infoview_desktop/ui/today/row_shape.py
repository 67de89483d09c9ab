"""Where the parts of a row of the day stand: the same for who paints it and for who clicks on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from infoview_desktop.ui.controls.chip import chip_size
from infoview_desktop.ui.theme.fonts import FontRole
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import CONTROL
from infoview_desktop.ui.today.acts import BUTTONS, Act
from infoview_desktop.ui.today.day_row import DayRow
from infoview_desktop.ui.wording import said

HEADING = 46
FIRST_HEADING = 38
GAP = 28
_ROW = 57
_MARGIN = 16
_PICTURE = 32
_BESIDE_PICTURE = 12
_LINE = 18
_TITLE_LINES = 2
_REASON_LINES = 4
"""So many lines hold whatever a rule has to say; what users write themselves may be longer."""

_WORDS_AT_LEAST = 260
_BESIDE_WORDS = 12
_BETWEEN_BUTTONS = 8
_IN_BUTTON = 12
_ICON = 17
_BESIDE_ICON = 6
CHEVRON = 12
_BESIDE_CHEVRON = 3
_BESIDE_HINT = 7
_ELLIPSIS = "…"
_KEPT = 500


@dataclass(slots=True)
class RowShape:
    """The parts of one row, all from its own upper left corner; empty where there is none.

    Attributes:
        height: of the row.
        picture: of the person's picture.
        title: its words, in one line or two, laid out and ready to be painted at `title_at`.
        reason: the same of the reason.
        link: of the part of the reason that can be looked up.
        chip: of the chip.
        buttons: each act with its place.
        hint: of the name of the key.
        whole: whether all that the row says has found room.
    """

    height: int
    picture: QRect
    title: QTextLayout
    title_at: QPoint
    reason: QTextLayout
    reason_at: QPoint
    link: QRect
    chip: QRect
    buttons: list[tuple[Act, QRect]] = field(default_factory=list)
    hint: QRect = field(default_factory=QRect)
    whole: bool = True

    def act_at(self, place: QPoint) -> Act | None:
        """What a click on a place of the row means; None for nothing but to choose the row."""
        if self.link.contains(place):
            return Act.WHY
        return next((act for act, rect in self.buttons if rect.contains(place)), None)


class RowShapes:
    """Shapes rows of one width; kept are those of the rows that are looked at."""

    def __init__(self, theme: Theme, hint: str) -> None:
        self._theme = theme
        self._hint = hint
        self._width = 0
        self._kept: dict[tuple[DayRow, bool], RowShape] = {}
        self._metrics: dict[FontRole, QFontMetrics] = {}
        theme.changed.connect(self.forget)

    @property
    def row_height(self) -> int:
        """The height of a row whose reason has one line."""
        return self._theme.scaled(_ROW)

    def set_width(self, width: int) -> None:
        """Shape rows of another width."""
        if width != self._width:
            self._width = width
            self._kept.clear()

    def forget(self) -> None:
        """Shape all anew."""
        self._kept.clear()
        self._metrics.clear()

    def shape(self, row: DayRow, *, chosen: bool) -> RowShape:
        """The shape of a row; one that is chosen shows the key of its first button."""
        key = (row, chosen)
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = self._shape(row, chosen=chosen)
        return self._kept[key]

    def button_font(self) -> QFont:
        """The font of what stands on buttons."""
        font = self._theme.font("body")
        font.setWeight(QFont.Weight.Medium)
        return font

    def button_width(self, act: Act) -> int:
        """How wide the button of an act is."""
        scaled, button = self._theme.scaled, BUTTONS[act]
        width = QFontMetrics(self.button_font()).horizontalAdvance(said(button.text)) + 2 * scaled(_IN_BUTTON)
        if button.icon:
            width += scaled(_ICON + _BESIDE_ICON)
        return width + (scaled(CHEVRON + _BESIDE_CHEVRON) if act is Act.LATER else 0)

    def _shape(self, row: DayRow, *, chosen: bool) -> RowShape:
        scaled = self._theme.scaled
        left = scaled(_MARGIN + _PICTURE + _BESIDE_PICTURE)
        acts = [] if row.quiet and not chosen else list(row.acts)
        room = self._width - left - scaled(_MARGIN)
        while len(acts) > 1 and room - self._taken(row, acts) < scaled(_WORDS_AT_LEAST):
            acts.pop(1)
        words = room - self._taken(row, acts)
        title, title_whole = self._laid_out(row.title, "", words, _TITLE_LINES, "emphasis")
        reason, reason_whole = self._laid_out(row.reason, row.link, words, _REASON_LINES, "caption")
        told = reason.lineCount() if row.reason or row.link else 0
        lines = title.lineCount() + max(1, told)
        height = self.row_height + (lines - 2) * scaled(_LINE)
        title_at = QPoint(left, (height - 1 - (title.lineCount() + told) * scaled(_LINE)) // 2)
        reason_at = title_at + QPoint(0, title.lineCount() * scaled(_LINE))
        link = self._link_in(reason, row.link)
        shape = RowShape(
            height,
            self._square(scaled(_MARGIN), height, scaled(_PICTURE)),
            title,
            title_at,
            reason,
            reason_at,
            link.translated(reason_at) if not link.isEmpty() else link,
            QRect(),
            whole=title_whole and reason_whole,
        )
        self._place_buttons(shape, row, acts, chosen=chosen)
        return shape

    def _taken(self, row: DayRow, acts: list[Act]) -> int:
        """How much room the chip and the buttons take, the name of the key included."""
        scaled = self._theme.scaled
        taken = sum(self.button_width(act) + scaled(_BETWEEN_BUTTONS) for act in acts)
        if acts:
            taken += self._hint_width() + scaled(_BESIDE_WORDS)
        if row.chip:
            taken += chip_size(row.chip, self._theme.font("chip")).width() + scaled(_BESIDE_WORDS)
        return taken

    def _hint_width(self) -> int:
        return self._metrics_of("small").horizontalAdvance(self._hint) + 2 * self._theme.scaled(_BESIDE_HINT)

    def _place_buttons(self, shape: RowShape, row: DayRow, acts: list[Act], *, chosen: bool) -> None:
        """Put them at the right end, the last one first."""
        scaled, right = self._theme.scaled, self._width - self._theme.scaled(_MARGIN)
        for number, act in reversed(list(enumerate(acts))):
            if number == 0 and chosen:
                width, height = self._hint_width(), scaled(CONTROL) * 2 // 3
                shape.hint = QRect(right - width, (shape.height - 1 - height) // 2, width, height)
                right = shape.hint.left() - scaled(_BETWEEN_BUTTONS)
            width, height = self.button_width(act), scaled(CONTROL)
            rect = QRect(right - width, (shape.height - 1 - height) // 2, width, height)
            shape.buttons.insert(0, (act, rect))
            right = rect.left() - scaled(_BETWEEN_BUTTONS)
        if row.chip:
            size = chip_size(row.chip, self._theme.font("chip"))
            right -= scaled(_BESIDE_WORDS - _BETWEEN_BUTTONS) if acts else 0
            shape.chip = QRect(QPoint(right - size.width(), (shape.height - 1 - size.height()) // 2), size)

    def _laid_out(self, words: str, link: str, width: int, most_lines: int, font: FontRole) -> tuple[QTextLayout, bool]:
        """Words in at most so many lines, and whether that is all; what does not fit is left out before the link."""
        words = " ".join(words.split())
        layout, whole = self._layout(words, link, width, most_lines, font)
        if whole:
            return layout, True
        shortest, longest = 0, len(words)
        while shortest < longest:
            middle = (shortest + longest + 1) // 2
            _, whole = self._layout(words[:middle].rstrip() + _ELLIPSIS, link, width, most_lines, font)
            shortest, longest = (middle, longest) if whole else (shortest, middle - 1)
        return self._layout(words[:shortest].rstrip() + _ELLIPSIS, link, width, most_lines, font)[0], False

    def _layout(self, words: str, link: str, width: int, most_lines: int, font: FontRole) -> tuple[QTextLayout, bool]:
        text = f"{words} · {link}" if words and link else words or link
        layout = QTextLayout(text, self._theme.font(font))
        layout.setTextOption(_option())
        if link:
            layout.setFormats([self._link_format(_units(text) - _units(link), _units(link))])
        layout.beginLayout()
        line_height = self._theme.scaled(_LINE)
        whole = True
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            number = layout.lineCount() - 1
            line.setPosition(QPointF(0, number * line_height + (line_height - line.height()) / 2))
            whole = number < most_lines
            if not whole:
                break
        layout.endLayout()
        return layout, whole

    def _link_format(self, start: int, length: int) -> QTextLayout.FormatRange:
        part, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setForeground(QColor(self._theme.tokens.accent))
        look.setFontWeight(QFont.Weight.DemiBold)
        part.start, part.length, part.format = start, length, look
        return part

    def _link_in(self, layout: QTextLayout, link: str) -> QRect:
        """Where the link stands; it is one word or two, and the line it ends on is where one clicks."""
        if not link or not layout.lineCount():
            return QRect()
        end = _units(layout.text())
        line = layout.lineAt(layout.lineCount() - 1)
        start = max(line.textStart(), end - _units(link))
        left, right = _x(line, start), _x(line, end)
        above = self._theme.scaled(_LINE) * (layout.lineCount() - 1)
        return QRect(int(left) - 4, above - 5, int(right - left) + 8, self._theme.scaled(_LINE) + 10)

    def _square(self, left: int, height: int, side: int) -> QRect:
        return QRect(left, (height - 1 - side) // 2, side, side)

    def _metrics_of(self, font: FontRole) -> QFontMetrics:
        if font not in self._metrics:
            self._metrics[font] = QFontMetrics(self._theme.font(font))
        return self._metrics[font]


def _option() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _x(line: QTextLine, position: int) -> float:
    """How far from the left a letter of a line stands."""
    found = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else 0.0


def _units(text: str) -> int:
    """How long Qt takes a text to be: a letter beyond the first plane of Unicode counts as two."""
    return len(text) + sum(letter > "\uffff" for letter in text)
