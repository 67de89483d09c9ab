"""What can be done with an entry of the timeline: at one click, by a key, from its menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from infoview_desktop.domain.follow_up import FollowUp, FollowUpState
from infoview_desktop.domain.interview import Interview, InterviewState
from infoview_desktop.domain.markdown import safe_address
from infoview_desktop.operations import follow_ups, interviews, job_changes, notes, touches
from infoview_desktop.store.reads.timeline import Entry, EntryKind
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.follow_ups.day_sheet import DaySheet
from infoview_desktop.ui.follow_ups.skipping import SkipMenu, SkipSheet
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.story.entry_text import DEEDS, Deed, Present, told
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.wording import said

_STATES = {
    Deed.HELD: InterviewState.HELD,
    Deed.NO_SHOW: InterviewState.NO_SHOW,
    Deed.CALLED_OFF: InterviewState.CANCELLED,
}
_WAITING = frozenset({InterviewState.ASKED, InterviewState.SCHEDULED})


class EntryDeeds(QObject):
    """Does it, or says what is wanted.

    Args:
        theme: what menus and sheets are painted with.
        runner: carries the verbs.
        window: what sheets cover.
        open_sheet: lets a sheet come up.
        editable: whether anything can be changed.
    """

    change_wanted = Signal(object)
    """An `Entry`, in its sheet; one of a note opens the note."""
    follow_up_wanted = Signal(object)
    """About an `Entry`."""
    note_wanted = Signal(int)
    """On the interview of this id."""

    def __init__(
        self, theme: Theme, runner: Runner, window: QWidget, *, open_sheet: Callable[[Sheet], None], editable: bool
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._runner = runner
        self._window = window
        self._open_sheet = open_sheet
        self._editable = editable

    def do(self, entry: Entry, deed: Deed) -> None:
        """Do what was clicked on."""
        match deed:
            case Deed.OPEN_LINK if isinstance(entry.what, Interview):
                address = safe_address(entry.what.place)
                if address:
                    QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
            case Deed.HELD | Deed.NO_SHOW | Deed.CALLED_OFF:
                self._runner.do(interviews.change_state, interview_id=entry.id, state=_STATES[deed])
            case Deed.DONE:
                self._runner.do(
                    follow_ups.complete, follow_up_id=entry.id, at=wall_clock.now(), time_zone=wall_clock.time_zone()
                )
            case Deed.PUT_OFF:
                self._put_off(entry)
            case Deed.SKIP:
                self._skip(entry)
            case Deed.LOOKED_AT:
                self._look_at(entry)
            case Deed.CHANGE:
                self.change_wanted.emit(entry)
            case _:
                pass

    def delete(self, entry: Entry) -> None:
        """Take an entry out, where it is one that the user wrote; Undo brings it back."""
        if not self._editable:
            return
        match entry.kind:
            case EntryKind.TOUCH:
                self._runner.do(touches.delete, touch_id=entry.id)
            case EntryKind.INTERVIEW:
                self._runner.do(interviews.delete, interview_id=entry.id)
            case EntryKind.NOTE:
                self._runner.do(notes.delete, note_id=entry.id)
            case EntryKind.FOLLOW_UP if is_open(entry):
                self._runner.do(follow_ups.skip, follow_up_id=entry.id, why="")
            case _:
                pass

    def open_menu(self, entry: Entry, place: QPoint) -> None:
        """Offer all that can be done with an entry."""
        menu = self.menu(entry)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def menu(self, entry: Entry) -> QMenu:
        """All that can be done with an entry."""
        menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("What can be done"))
        if entry.kind in {EntryKind.NOTE, EntryKind.MENTION}:
            _offer(menu, self.tr("Open"), lambda: self.change_wanted.emit(entry))
        elif self._editable and (entry.kind in {EntryKind.TOUCH, EntryKind.INTERVIEW} or is_open(entry)):
            _offer(menu, self.tr("Change …"), lambda: self.change_wanted.emit(entry))
        for deed in self._offered(entry):
            _offer(menu, said(DEEDS[deed]), partial(self.do, entry, deed))
        if not self._editable:
            return menu
        if entry.kind is EntryKind.INTERVIEW:
            _offer(menu, self.tr("Write a note on it"), lambda: self.note_wanted.emit(entry.id))
        if entry.kind in {EntryKind.TOUCH, EntryKind.INTERVIEW, EntryKind.NOTE, EntryKind.MENTION}:
            _offer(menu, self.tr("Follow up …"), lambda: self.follow_up_wanted.emit(entry))
        if entry.kind in {EntryKind.TOUCH, EntryKind.INTERVIEW, EntryKind.NOTE}:
            menu.addSeparator()
            _offer(menu, self.tr("Delete"), lambda: self.delete(entry))
        return menu

    def _offered(self, entry: Entry) -> tuple[Deed, ...]:
        """Those that a click can do now, and for what is still to come the others of its kind as well."""
        deeds = told(entry, Present(wall_clock.now().date(), wall_clock.now(), self._editable)).deeds
        if not self._editable:
            return deeds
        if is_open(entry):
            return Deed.DONE, Deed.PUT_OFF, Deed.SKIP
        if isinstance(entry.what, Interview):
            links = tuple(deed for deed in deeds if deed is Deed.OPEN_LINK)
            states = tuple(deed for deed, state in _STATES.items() if state is not entry.what.state)
            return (*links, *states)
        return deeds

    def _put_off(self, entry: Entry) -> None:
        if not isinstance(entry.what, FollowUp):
            return
        today = wall_clock.now().date()
        sheet = DaySheet(
            self._theme,
            self._runner,
            self._window,
            title=self._title(entry),
            first=today,
            day=max(today, entry.what.due_on) + timedelta(days=1),
        )
        sheet.chosen.connect(lambda day: self._snooze(entry, day))
        self._open_sheet(sheet)

    def _snooze(self, entry: Entry, day: date) -> None:
        self._runner.do(follow_ups.snooze, follow_up_id=entry.id, due_on=day)

    def _skip(self, entry: Entry) -> None:
        menu = SkipMenu(self._window)
        menu.chosen.connect(lambda why: self._skip_for(entry, why))
        menu.popup(self._window.cursor().pos())

    def _skip_for(self, entry: Entry, why: str | None) -> None:
        if why is not None:
            self._runner.do(follow_ups.skip, follow_up_id=entry.id, why=why)
            return
        sheet = SkipSheet(self._theme, self._runner, self._window, title=self._title(entry))
        sheet.chosen.connect(lambda words: self._skip_for(entry, words))
        self._open_sheet(sheet)

    def _look_at(self, entry: Entry) -> None:
        self._runner.do(job_changes.look_at, contact_id=entry.contact_id)

    def _title(self, entry: Entry) -> str:
        return told(entry, Present(wall_clock.now().date(), wall_clock.now(), self._editable)).words


def _offer(menu: QMenu, text: str, does: Callable[[], object]) -> None:
    menu.addAction(text).triggered.connect(lambda _checked=False: does())


def is_open(entry: Entry) -> bool:
    """Whether it is a follow-up that still is to do."""
    return isinstance(entry.what, FollowUp) and entry.what.state is FollowUpState.OPEN
