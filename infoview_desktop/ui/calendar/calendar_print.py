"""The calendar on paper: the days as they are shown, in black on white."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPainter, QPen
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from infoview_desktop.domain.calendar_days import CalendarMode, ShownDays
from infoview_desktop.ui.calendar.agenda_model import agenda_rows
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.grid_layout import DAY_MINUTES, GridLayout, laid_out
from infoview_desktop.ui.calendar.month_layout import WEEK, by_day, line_texts
from infoview_desktop.ui.calendar.shown import Shown
from infoview_desktop.ui.calendar.wording import hour_texts, hours_text, translated, weekday_name

_TITLE, _HEAD, _BODY = 16.0, 9.5, 8.0
"""Points."""
_INK, _SOFT, _LINE = QColor("#000000"), QColor("#444444"), QColor("#999999")
_GAP, _INSET = 6.0, 3.0
_WHEN = 110.0
_FIRST_HOUR, _LAST_HOUR = 8, 18
"""The hours that are always printed; others where something stands there."""
_SHORTEST = 20
_WHOLE_DAYS_AT_MOST = 0.4
"""The part of the page that what has whole days may take."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_NOT_SETTLED = frozenset({BlockKind.OFFERED})


def ask_and_print(shown: Shown, window: QWidget) -> None:
    """Ask for the printer, and print what is shown."""
    printer = printer_for(shown)
    dialog = QPrintDialog(printer, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: print_days(printer, shown))
    QDialog.open(dialog)


def printer_for(shown: Shown) -> QPrinter:
    """A printer whose paper lies for days beside each other, and stands for an agenda."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(shown.title)
    upright = shown.days.mode in {CalendarMode.AGENDA, CalendarMode.DAY}
    lies = QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape
    printer.setPageOrientation(lies)
    return printer


def print_days(printer: QPrinter, shown: Shown) -> None:
    """Print what is shown: an agenda on as many pages as it takes, all else on one."""
    painter = QPainter()
    if not painter.begin(printer):
        return
    sheet, shown = _Sheet(painter, printer), _taking_place(shown)
    top = sheet.title(shown.title)
    match shown.days.mode:
        case CalendarMode.AGENDA:
            _print_agenda(sheet, shown, top)
        case CalendarMode.MONTH:
            _print_month(sheet, shown, top)
        case _:
            _print_hours(sheet, shown, top)
    painter.end()


class _Sheet:
    """The page that is printed, measured in points."""

    def __init__(self, painter: QPainter, printer: QPrinter) -> None:
        self.painter = painter
        self._printer = printer
        self.unit = printer.logicalDpiX() / 72
        self.width = painter.viewport().width() / self.unit
        self.height = painter.viewport().height() / self.unit

    def title(self, text: str) -> float:
        """Put a title on top; return where there is room below it."""
        self.text(QRectF(0, 0, self.width, _TITLE * 2), text, _TITLE, bold=True)
        return _TITLE * 2

    def new_page(self) -> None:
        """Go on at the top of another page."""
        self._printer.newPage()

    def line_height(self, points: float) -> float:
        """The height of a line of words."""
        return QFontMetricsF(self._font(points, bold=False)).height() / self.unit

    def fitting(self, texts: Sequence[str], width: float, points: float) -> str:
        """The first of some words that fits in bold, or the last."""
        return next((text for text in texts if self.width_of(text, points) <= width), texts[-1])

    def width_of(self, text: str, points: float) -> float:
        """How wide some words are in bold."""
        return QFontMetricsF(self._font(points, bold=True)).horizontalAdvance(text) / self.unit

    def text(
        self,
        rect: QRectF,
        text: str,
        points: float,
        *,
        bold: bool = False,
        ink: QColor = _INK,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        """Put one line of words, as much of it as fits."""
        font, place = self._font(points, bold=bold), self._pixels(rect)
        self.painter.setFont(font)
        self.painter.setPen(ink)
        fitting = QFontMetricsF(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, place.width())
        self.painter.drawText(place, align | Qt.TextFlag.TextSingleLine, fitting)

    def line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw a thin line."""
        self.painter.setPen(QPen(_LINE, self.unit / 3))
        self.painter.drawLine(QPointF(*start) * self.unit, QPointF(*end) * self.unit)

    def box(self, rect: QRectF, *, dashed: bool) -> None:
        """Draw a frame, white inside."""
        self.painter.setPen(QPen(_INK, self.unit / 2, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        self.painter.setBrush(QColor("#ffffff"))
        self.painter.drawRect(self._pixels(rect))

    def _font(self, points: float, *, bold: bool) -> QFont:
        font = QFont(self.painter.font())
        font.setPixelSize(max(1, round(points * self.unit)))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _pixels(self, rect: QRectF) -> QRectF:
        return QRectF(rect.topLeft() * self.unit, rect.size() * self.unit)


def _print_agenda(sheet: _Sheet, shown: Shown, top: float) -> None:
    rows = agenda_rows(shown.days, shown.blocks, today=shown.now.date(), time_zone=str(shown.now.tzinfo))
    if not rows:
        sheet.text(QRectF(0, top, sheet.width, _HEAD * 2), translated("Nothing is booked or due."), _HEAD)
    high, low = sheet.line_height(_HEAD) + _GAP, sheet.line_height(_HEAD)
    for row in rows:
        needed = high + low if row.block is None else low
        if top + needed > sheet.height:
            # A day's heading stays with what stands below it.
            sheet.new_page()
            top = 0
        if row.block is None:
            sheet.text(QRectF(0, top + _GAP, sheet.width, high), row.heading, _HEAD, bold=True)
            top += high
            continue
        sheet.text(QRectF(0, top, _WHEN, low), row.when, _HEAD, ink=_SOFT)
        words = " – ".join(filter(None, (row.block.title, row.block.detail)))  # noqa: RUF001 - a dash
        sheet.text(QRectF(_WHEN + _GAP, top, sheet.width - _WHEN - _GAP, low), words, _HEAD)
        top += low


def _print_month(sheet: _Sheet, shown: Shown, top: float) -> None:
    days, places = shown.days, by_day(shown.blocks, shown.days)
    weeks = max(1, ((days.last - days.first).days + 1) // WEEK)
    head, low = sheet.line_height(_HEAD) + _GAP, sheet.line_height(_BODY)
    width, height = sheet.width / WEEK, (sheet.height - top - head) / weeks
    for column in range(WEEK):
        name = weekday_name(days.first + timedelta(days=column))
        place = QRectF(column * width, top, width, head)
        sheet.text(place, name, _HEAD, bold=True, align=Qt.AlignmentFlag.AlignCenter)
    for number in range(weeks * WEEK):
        day = days.first + timedelta(days=number)
        cell = QRectF(number % WEEK * width, top + head + number // WEEK * height, width, height)
        sheet.box(cell, dashed=False)
        inside = cell.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        within = day.month == days.anchor.month
        sheet.text(inside, QLocale().toString(day.day), _BODY, bold=within, ink=_INK if within else _SOFT)
        texts = [line_texts(shown.blocks[each], day, str(shown.now.tzinfo))[0] for each in places.get(day, ())]
        room = max(1, int((inside.height() - low) // low))
        if len(texts) > room:
            more = QLocale().toString(len(texts) - room + 1)
            texts = [*texts[: room - 1], translated("+{number} more").format(number=more)]
        for line, text in enumerate(texts, 1):
            sheet.text(inside.adjusted(0, line * low, 0, 0), text, _BODY)


@dataclass(frozen=True, slots=True)
class _Hours:
    """Where the hours of the days stand on the page."""

    left: float
    top: float
    width: float
    minute: float
    first: int

    def y(self, minute: int) -> float:
        """The height of a minute of the day."""
        return self.top + (minute - self.first) * self.minute

    def x(self, column: int) -> float:
        """Where a day begins."""
        return self.left + column * self.width


def _print_hours(sheet: _Sheet, shown: Shown, top: float) -> None:
    columns, zone = _columns(shown.days), str(shown.now.tzinfo)
    layout = laid_out(shown.blocks, columns, zone, shortest=_SHORTEST, readable=_SHORTEST)
    first = min([_FIRST_HOUR * 60, *(piece.top // 60 * 60 for piece in layout.pieces)])
    last = max([_LAST_HOUR * 60, *(min(DAY_MINUTES, -(-piece.bottom // 60) * 60) for piece in layout.pieces)])
    head, row = sheet.line_height(_HEAD) + _GAP, sheet.line_height(_BODY) + 2 * _INSET
    texts = hour_texts()
    gutter = max(sheet.width_of(text, _BODY) for text in texts) + 2 * _INSET
    width = (sheet.width - gutter) / len(columns)
    rows = min(layout.rows, int((sheet.height - top) * _WHOLE_DAYS_AT_MOST / row))
    below = top + head + rows * row + _GAP
    hours = _Hours(gutter, below, width, (sheet.height - below) / (last - first), first)
    for number, day in enumerate(columns):
        name = f"{weekday_name(day)} {QLocale().toString(day.day)}"
        place = QRectF(hours.x(number), top, width, head)
        sheet.text(place, name, _HEAD, bold=True, align=Qt.AlignmentFlag.AlignCenter)
        sheet.line((hours.x(number), top + head), (hours.x(number), sheet.height))
    for minute in range(first, last, 60):
        sheet.line((gutter, hours.y(minute)), (sheet.width, hours.y(minute)))
        place = QRectF(0, hours.y(minute), gutter - _INSET, row)
        sheet.text(place, texts[minute // 60], _BODY, ink=_SOFT, align=_RIGHT)
    _print_whole_days(sheet, layout, hours, QRectF(0, top + head, width, row), rows)
    tall = ceil(row / hours.minute)
    for piece in laid_out(shown.blocks, columns, zone, shortest=tall, readable=tall).pieces:
        part = (width - 2 * _INSET) / piece.lane.columns
        left = hours.x(piece.column) + _INSET + piece.lane.column * part
        y = hours.y(piece.top)
        rect = QRectF(left, y, part * piece.lane.width, hours.y(piece.bottom) - y)
        _print_block(sheet, rect, piece.block, columns[piece.column], zone)


def _print_whole_days(sheet: _Sheet, layout: GridLayout, hours: _Hours, first: QRectF, rows: int) -> None:
    """Print what has whole days, in so many rows below `first`; the last says how much there is besides on a day."""
    fitting = rows if layout.rows <= rows else rows - 1
    besides: Counter[int] = Counter()
    for whole in layout.whole:
        if whole.row >= fitting:
            besides.update(range(whole.first, whole.last + 1))
            continue
        left, right = hours.x(whole.first) + _INSET, hours.x(whole.last + 1) - _INSET
        rect = QRectF(left, first.top() + whole.row * first.height(), right - left, first.height() - 1)
        _print_block(sheet, rect, whole.block, whole.block.first_day, "")
    for column, count in besides.items():
        place = QRectF(hours.x(column) + _INSET, first.top() + fitting * first.height(), hours.width, first.height())
        sheet.text(place, translated("+{number} more").format(number=QLocale().toString(count)), _BODY, ink=_SOFT)


def _print_block(sheet: _Sheet, rect: QRectF, block: Block, day: date, time_zone: str) -> None:
    """Print a block's frame and as many of its words as fit; on one line when it begins comes first."""
    sheet.box(rect, dashed=block.kind in _NOT_SETTLED)
    inside, low = rect.adjusted(_INSET, _INSET / 2, -_INSET, 0), sheet.line_height(_BODY)
    room = max(1, int(inside.height() // low))
    if room == 1:
        sheet.text(inside, sheet.fitting(line_texts(block, day, time_zone), inside.width(), _BODY), _BODY, bold=True)
        return
    when = hours_text(block.span, time_zone) if block.span else ""
    title = sheet.fitting([block.title, *block.shorter], inside.width(), _BODY)
    texts = [text for text in (title, when, block.detail) if text]
    for number, text in enumerate(texts[:room]):
        sheet.text(inside.adjusted(0, number * low, 0, 0), text, _BODY, bold=not number)


def _columns(days: ShownDays) -> Sequence[date]:
    return [days.first + timedelta(days=number) for number in range((days.last - days.first).days + 1)]


def _taking_place(shown: Shown) -> Shown:
    """The same without what does not take place."""
    return replace(shown, blocks=tuple(block for block in shown.blocks if block.span is None or block.takes_time))
