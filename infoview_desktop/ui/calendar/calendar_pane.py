"""The Calendar pane: what is booked and due, by day, week, month or as an agenda, about everyone or one person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.calendar_days import CalendarMode, ShownDays
from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.operations import follow_ups, interviews
from infoview_desktop.store.reads.calendar import between
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.calendar_heading import CalendarHeading
from infoview_desktop.ui.calendar.calendar_reading import CALENDAR_TABLES, CalendarReading
from infoview_desktop.ui.calendar.calendar_view import CalendarView
from infoview_desktop.ui.calendar.shown import Shown
from infoview_desktop.ui.calendar.time_grid import TimeGrid
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.local_time import days_text, month_text, weekday_text
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wall_clock import WallClock

_DRAWN = 1000
"""A width to compare the size of the text with."""
_REST_MS = 30
"""Some frames."""


class CalendarPane(QFrame):
    """Shows what is read, and again when that changes; what is moved in it goes through the runner."""

    opened = Signal(object)
    """A `Block` is to be opened."""
    interview_wanted = Signal(object)
    """A new interview is wanted at this time (a `Span`)."""
    menu_wanted = Signal(object, object)
    """What can be done with a `Block` is wanted at a place of the screen (a `QPoint`)."""
    delete_wanted = Signal(object)
    """A `Block` is to go."""
    person_chosen = Signal(int)
    """One stands on something with this person."""

    def __init__(
        self, theme: Theme, runner: Runner, clock: WallClock, *, editable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._clock = clock
        self._editable = editable
        self._mode = CalendarMode.WEEK
        self._reading = CalendarReading(runner.read, clock)
        self._anchor = self._reading.now.date()
        self._person: tuple[int, str] | None = None
        self._alone = False
        self._is_of_earlier = True
        self._moving = 0
        self._blocks: list[Block] = []
        self._others: list[Block] = []
        self._more: Mapping[date, int] = {}
        self._days = self._reading.around(self._mode, self._anchor)
        self._grid: TimeGrid | None = None
        self._views: dict[CalendarMode, CalendarView] = {}
        self.setProperty("kind", "pane")
        self.setAccessibleName(self.tr("Calendar"))
        self._heading = CalendarHeading(theme)
        self._stack = QStackedWidget()
        self._hint = Label(theme, font="caption", ink="ink2")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setContentsMargins(16, 8, 16, 8)
        self._hint.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._hint)
        self._heading.stepped.connect(self.step)
        self._heading.today_wanted.connect(self.go_to_today)
        self._heading.mode_wanted.connect(self.set_mode)
        self._heading.about_wanted.connect(self.set_alone)
        self._heading.show_mode(self._mode)
        self._heading.show_about("", alone=False)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        clock.ticked.connect(self._on_ticked)
        runner.changed.connect(self._on_changed)

    @property
    def anchor(self) -> date:
        """The day that was asked for."""
        return self._anchor

    @property
    def is_about_one(self) -> bool:
        """Whether it is about the selected person alone."""
        return self._alone

    @property
    def view(self) -> CalendarView:
        """The view that days are shown in, made when it is first wanted."""
        if self._mode not in self._views:
            self._add_view()
        return self._views[self._mode]

    @property
    def shown(self) -> Shown:
        """All that stands on the days that are shown, or would be, also what there is no room for; of a week on all."""
        if self._is_of_earlier:
            self._read()
        blocks = self._reading.all_about(self._one)
        days = self._reading.whole(self._mode, self._anchor, blocks)
        title = self._title_of(days)
        if self._alone and self._person:
            title = f"{title} · {self._person[1]}"
        return Shown(days, tuple(blocks), self._reading.now, title)

    def show_person(self, contact_id: int | None, name: str = "") -> None:
        """Somebody else is selected; nothing is read anew, and shown only where it is about them alone."""
        self._person = None if contact_id is None else (contact_id, name)
        self._heading.show_about(name if self._person else "", alone=self._alone)
        if self._alone:
            self._show_blocks()

    def set_mode(self, mode: CalendarMode) -> None:
        """Show days in another way, those around the day one stands on."""
        day = self._views[self._mode].day if self._mode in self._views and not self._is_of_earlier else None
        if day is not None:
            self._anchor = day
        self._change_mode(mode)

    def set_alone(self, alone: bool) -> None:  # noqa: FBT001 - reads like a setter of Qt's
        """Let it be about the selected person alone, or about everyone."""
        self._alone = alone
        self._heading.show_about(self._person[1] if self._person else "", alone=alone)
        self._show_blocks()

    def step(self, by: int) -> None:
        """Show the days after, or before."""
        self._anchor = self._reading.beside(self._days, self._blocks, self._drawn_width, by)
        self._show()

    def go_to(self, day: date) -> None:
        """Show this day and those around it, and stand on it."""
        self._anchor = day
        self._show()
        if self._mode in self._views:
            self._views[self._mode].stand_on(day)

    def go_to_today(self) -> None:
        """Show the day it is."""
        self.go_to(self._clock.now().date())

    def show_day(self, day: date) -> None:
        """Show a day by itself."""
        self._anchor = day
        self._change_mode(CalendarMode.DAY)

    def focus_first(self) -> None:
        """Put the focus on the days."""
        self._show_if_of_earlier()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrangement(self) -> dict[str, Any]:
        """How it is left, as plain values."""
        return {"calendar_mode": str(self._mode), "calendar_alone": self._alone}

    def start(self, left: dict[str, Any]) -> None:
        """Come back as left; what makes no sense is as at first."""
        mode = left.get("calendar_mode")
        if isinstance(mode, str) and mode in set(CalendarMode):
            self._mode = CalendarMode(mode)
        self._alone = left.get("calendar_alone") is True
        self._heading.show_mode(self._mode)

    def showEvent(self, event: QShowEvent) -> None:
        """Come back as of now, whatever happened while it was out of sight."""
        super().showEvent(event)
        self._show_if_of_earlier()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many days as fit, and as much of each."""
        super().resizeEvent(event)
        if not self._is_of_earlier and not self._reading.is_for(self._drawn_size):
            self._show()
        elif not self._is_of_earlier and self._fitting != self._days:
            self._show_blocks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes out what one stands on."""
        block = self.view.current if self._mode in self._views else None
        if event.key() == Qt.Key.Key_Delete and block is not None and self._editable:
            self.delete_wanted.emit(block)
        else:
            super().keyPressEvent(event)

    def _change_mode(self, mode: CalendarMode) -> None:
        focus = QApplication.focusWidget()
        focused = focus is not None and self._stack.isAncestorOf(focus)
        self._mode = mode
        self._heading.show_mode(mode)
        self._show()
        if focused:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """Read, and show it, if it can be seen."""
        self._is_of_earlier = not self.isVisible()
        if self.isVisible():
            self._read()
            self._show_blocks()
            self._rest.start()

    def _show_if_of_earlier(self) -> None:
        if self._is_of_earlier:
            self._show()

    def _read(self) -> None:
        self._reading.read(self._mode, self._anchor, size=self._drawn_size)
        self._choose_blocks()

    def _choose_blocks(self) -> None:
        """Of what was read take what it is to be about, and of the days those that fit."""
        one, found = self._one, self._reading.blocks
        self._blocks, self._more = (found, self._reading.more) if one is None else self._reading.about(one)
        self._others = [] if one is None else [block for block in found if not _is_about(block, one)]
        self._days = self._fitting

    @property
    def _one(self) -> int | None:
        """Whom it is about; None for everyone."""
        return self._person[0] if self._alone and self._person else None

    @property
    def _fitting(self) -> ShownDays:
        return self._reading.fitting(self._mode, self._anchor, self._blocks, self._drawn_width)

    @property
    def _drawn_size(self) -> tuple[int, int]:
        """Its width and height as if the text had its usual size."""
        usual = _DRAWN / self._theme.scaled(_DRAWN)
        return round(self.width() * usual), round(self.height() * usual)

    @property
    def _drawn_width(self) -> int:
        return self._drawn_size[0]

    def _show_blocks(self) -> None:
        """Show what was read."""
        if self._is_of_earlier:
            return
        self._choose_blocks()
        self._heading.show_days(self._title_of(self._days))
        if self._grid is not None:
            self._grid.set_hours(self._reading.hours)
        self._stack.setCurrentWidget(self.view)
        self.view.set_more(self._more)
        self.view.show_days(self._days, self._blocks, now=self._reading.now, others=self._others)
        self._show_hint()

    def _title_of(self, days: ShownDays) -> str:
        today = self._reading.now.date()
        match days.mode:
            case CalendarMode.DAY:
                return weekday_text(days.anchor, today=today)
            case CalendarMode.MONTH:
                return month_text(days.anchor)
            case _:
                return days_text(days.first, days.last, today=today)

    def _add_view(self) -> None:
        """Make the view for the present way to show days; the day and the week have the same."""
        modes = {self._mode}
        match self._mode:
            case CalendarMode.MONTH:
                from infoview_desktop.ui.calendar.month_grid import MonthGrid  # noqa: PLC0415 - when it is wanted

                view: CalendarView = MonthGrid(self._theme, editable=self._editable)
            case CalendarMode.AGENDA:
                from infoview_desktop.ui.calendar.agenda_list import AgendaList  # noqa: PLC0415 - when it is wanted

                view = AgendaList(self._theme, editable=self._editable)
            case _:
                view = self._grid = TimeGrid(self._theme, editable=self._editable)
                self._grid.set_hours(self._reading.hours)
                modes = {CalendarMode.DAY, CalendarMode.WEEK}
        self._views |= dict.fromkeys(modes, view)
        self._stack.addWidget(view)
        # Made late, it would be the last of the window.
        self.setTabOrder(self._heading.last_stop, view.focusProxy() or view)
        view.opened.connect(self.opened)
        view.moved.connect(self._on_moved)
        view.wanted.connect(self.interview_wanted)
        view.chosen.connect(self._on_chosen)
        view.day_wanted.connect(self.show_day)
        view.stepped.connect(self.step)
        view.followed.connect(self._on_followed)
        view.menu_wanted.connect(self.menu_wanted)

    def _show_hint(self) -> None:
        """Say what the calendar is for, and how one books, while nothing stands there; or that not all of it does."""
        more = 0 if self._mode is CalendarMode.MONTH else sum(self._more.values())
        if more:
            self._hint.show()
            self._hint.setText(self.tr("Not shown on these days: %Ln more", "", more))
            return
        self._hint.setVisible(not self._blocks and self._mode is not CalendarMode.AGENDA)
        nothing = self.tr("Interviews you book and follow-ups that are due stand here.")
        if self._alone and self._person:
            nothing = self.tr("Nothing is booked or due with {name} on these days.").format(name=self._person[1])
        in_month = self._mode is CalendarMode.MONTH
        how = self.tr("Open a day to book one.") if in_month else self.tr("Drag over free time to book one.")
        self._hint.setText(f"{nothing} {how}" if self._editable else nothing)

    def _on_moved(self, block: Block, target: Span | date) -> None:
        self._moving += 1
        if isinstance(target, Span):
            self._runner.do(
                interviews.move,
                interview_id=block.id,
                starts_at=target.start,
                minutes=int((target.end - target.start).total_seconds()) // 60,
                time_zone=self._clock.time_zone(),
                ended=self._on_move_ended,
            )
        else:
            self._runner.do(follow_ups.snooze, follow_up_id=block.id, due_on=target, ended=self._on_move_ended)

    def _on_move_ended(self) -> None:
        """Show what the book says, whatever came of the last of several moves."""
        self._moving -= 1
        if not self._moving:
            self._reading.forget()
            self._show()

    def _on_followed(self, day: date) -> None:
        self._anchor = day
        self._show()

    def _on_chosen(self, block: Block | None) -> None:
        if block is not None and block.contact_id is not None and not self._alone:
            self.person_chosen.emit(block.contact_id)

    def _on_rested(self) -> None:
        """Have read what one can go to next by a key."""
        for number, asked in enumerate(self._reading.ahead(self._mode, self._anchor) if self.isVisible() else ()):
            self._runner.ask(
                between,
                then=self._reading.keeper(asked),
                failed=lambda _error: None,  # whoever goes there hears of it
                key=f"calendar ahead {number}",
                first=asked.first,
                last=asked.last,
                time_zone=asked.time_zone,
                room=asked.room,
            )

    def _on_ticked(self) -> None:
        before, now = self._reading.now, self._clock.now()
        if (now.date(), str(now.tzinfo)) != (before.date(), str(before.tzinfo)):
            if self._anchor == before.date():
                self._anchor = now.date()
            self._show()
        elif not self._is_of_earlier:
            self._reading.now = now
            self.view.set_now(now)

    def _on_changed(self, tables: frozenset[str]) -> None:
        # What is on its way is shown where it is wanted, and the next key goes on from there.
        if not tables & CALENDAR_TABLES:
            return
        self._reading.forget()
        if not self._moving:
            self._show()


def _is_about(block: Block, contact_id: int) -> bool:
    """Whether it is about this person, or takes the user's time whoever it is about."""
    return block.kind is BlockKind.BUSY or any(person.id == contact_id for person in block.people)
