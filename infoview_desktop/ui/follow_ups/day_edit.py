"""A field for a day: typed as the user writes days, or picked in a small calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.ui.controls.buttons import IconButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.follow_ups.typed_day import day_typed
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import date_text

_WIDTH = 120
_DAYS_OF_THE_WEEK = tuple(Qt.DayOfWeek)
_BESIDE_DAY_NAME = 14


class DayEdit(QWidget):
    """Takes one day; beside it stands which day of the week that is, or that it is none.

    Up and Down go a day on or back, Alt+Down and F4 open the calendar.

    Args:
        theme: what it is painted with.
        label: what the field is called.
        first: the earliest day that can be chosen.
        reference: the day from which a missing year is counted; `first` where it is not told.
        parent: what it belongs to.
    """

    day_changed = Signal()

    def __init__(
        self, theme: Theme, label: str, *, first: date, reference: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first = first
        self._reference = reference or first
        self.field = _DayField(self)
        self.field.setAccessibleName(label)
        self.field.setPlaceholderText(QLocale().dateFormat(QLocale.FormatType.ShortFormat))
        self.field.textChanged.connect(self._on_text_changed)
        self._calendar = IconButton(theme, "calendar", self.tr("Choose in a calendar"))
        self._calendar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._calendar.clicked.connect(self.open_calendar)
        self._told = Label(theme, font="caption", ink="ink2")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self._calendar)
        layout.addSpacing(4)
        layout.addWidget(self._told, 1)
        self.setFocusProxy(self.field)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    @property
    def day(self) -> date | None:
        """The day that stands in it; None where it is none, or one too early."""
        day = day_typed(self.field.text(), self._reference)
        return day if day is not None and day >= self._first else None

    def show_day(self, day: date) -> None:
        """Put a day into it."""
        self.field.setText(date_text(day.isoformat()))

    def step(self, days: int) -> None:
        """Go some days on, or back, from the day that stands in it."""
        ordinal = (self.day or self._reference).toordinal() + days
        if self._first.toordinal() <= ordinal <= date.max.toordinal():
            self.show_day(date.fromordinal(ordinal))

    def open_calendar(self) -> None:
        """Show the month of the day below the field."""
        calendar = _Calendar(self.day or self._reference, first=self._first, parent=self)
        calendar.picked.connect(self._on_picked)
        calendar.move(self.field.mapToGlobal(QPoint(0, self.field.height() + 4)))
        calendar.show()

    def _on_picked(self, day: date) -> None:
        self.show_day(day)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_text_changed(self) -> None:
        day = day_typed(self.field.text(), self._reference)
        if day is None:
            told = self.tr("No day yet")
        elif day < self._first:
            told = self.tr("That day is over")
        else:
            told = QLocale().dayName(day.isoweekday())
        self._told.set_ink("red" if day is not None and day < self._first else "ink2")
        self._told.setText(told)
        self.day_changed.emit()

    def _on_theme_changed(self) -> None:
        self.field.setFixedWidth(self._theme.scaled(_WIDTH))


class _DayField(Field):
    def __init__(self, edit: DayEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_F4 or (alt and key == Qt.Key.Key_Down):
            self._edit.open_calendar()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._edit.step(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)


class _Calendar(QFrame):
    """A month over everything else; `picked` carries the day, Escape picks none."""

    picked = Signal(object)

    def __init__(self, day: date, *, first: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        month = QCalendarWidget()
        month.setAccessibleName(self.tr("Calendar"))
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        month.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        month.setMinimumDate(QDate(first.year, first.month, first.day))
        month.setSelectedDate(QDate(day.year, day.month, day.day))
        for each in _DAYS_OF_THE_WEEK:
            # Left to itself, Qt shows the days off in a red that means nothing here.
            month.setWeekdayTextFormat(each, QTextCharFormat())
        names = (QLocale().dayName(each.value, QLocale.FormatType.ShortFormat) for each in _DAYS_OF_THE_WEEK)
        widest = max(month.fontMetrics().horizontalAdvance(name) for name in names)
        month.setMinimumWidth(len(_DAYS_OF_THE_WEEK) * (widest + _BESIDE_DAY_NAME))
        month.activated.connect(self._on_picked)
        month.clicked.connect(self._on_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(month)
        self.setFocusProxy(month)
        month.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_picked(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
