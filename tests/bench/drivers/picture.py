"""A calendar as bare as one can be: what SQLite tells, as rectangles with a text, in a widget of Qt's."""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from infoview_desktop.store.reads.reader import Reader, Row

_OWN = """
    SELECT starts_at, minutes, trim(given_name || ' ' || family_name), '#4f6bed'
      FROM interview JOIN interview_person ON interview_id = interview.id JOIN contact ON contact.id = contact_id
     WHERE starts_at >= ? AND starts_at < ? ORDER BY starts_at LIMIT ?"""
_DUE = """
    SELECT due_on, 0, trim(given_name || ' ' || family_name), '#b4690e'
      FROM follow_up JOIN contact ON contact.id = contact_id
     WHERE state = 'open' AND due_on >= ? AND due_on < ? ORDER BY due_on LIMIT ?"""
_BUSY = """
    SELECT starts, ends, title, colour FROM calendar CROSS JOIN busy_time ON calendar_id = calendar.id
     WHERE all_day = 0 AND starts >= unixepoch(?) AND starts < unixepoch(?) LIMIT ?"""
_OF_A_DAY = {7: 36, 42: 5}
"""So many are seen of each day of a week and of a month."""
_SIDE_BY_SIDE, _LINE = 4, 20
_DRAGGED = QSize(80, 40)


class Picture(QWidget):
    """Days beside each other, with what stands on them."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._days, self._rows = 7, list[Row]()
        self._dragged: QPoint | None = None

    def show_days(self, first: date, days: int) -> None:
        """Read and paint them."""
        start, end = (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (first, first + timedelta(days)))
        most = _OF_A_DAY[days] * days // 3
        bindings = (start.isoformat(timespec="seconds"), end.isoformat(timespec="seconds"), most)
        self._days = days
        self._rows = [row for query in (_OWN, _DUE, _BUSY) for row in self._reader.rows(query, bindings)]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("white"))
        cells = min(7, self._days)
        width, height = self.width() // cells, self.height() * cells // self._days
        for number, (_start, _end, title, colour) in enumerate(self._rows):
            day, place = number % self._days, number // self._days
            side = _SIDE_BY_SIDE if self._days == cells else 1
            left, top = width * (day % cells) + width // side * (place % side), height * (day // cells)
            rect = QRect(left, top + _LINE * (place // side), width // side - 2, _LINE - 2)
            painter.fillRect(rect, QColor(colour))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter.value), title)
        if self._dragged is not None:
            painter.fillRect(QRect(self._dragged, _DRAGGED), QColor("gray"))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._dragged = event.position().toPoint()
        self.update()
