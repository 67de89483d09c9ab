"""What can be done with an entry of the timeline: at one click, by a key, from its menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from infoview_desktop.domain.follow_up import FollowUp, FollowUpState
from infoview_desktop.domain.interview import Interview, InterviewState
from infoview_desktop.operations import follow_ups, interviews, job_changes, notes, touches
from infoview_desktop.store.reads.timeline import Entry, EntryKind
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.follow_ups.follow_up_menus import FollowUpMenus
from infoview_desktop.ui.links import open_address
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.story.entry_text import DEEDS, Deed, Present, Told, told
from infoview_desktop.ui.wording import said

_STATES = {
    Deed.HELD: InterviewState.HELD,
    Deed.NO_SHOW: InterviewState.NO_SHOW,
    Deed.CALLED_OFF: InterviewState.CANCELLED,
}

_INVITED_TO = {InterviewState.ASKED, InterviewState.SCHEDULED, InterviewState.CANCELLED}


class EntryDeeds(QObject):
    """Does it, or says what is wanted.

    Args:
        runner: carries the verbs.
        menus: ask until when something is put off, and why it is skipped.
        window: what a menu belongs to.
        editable: whether anything can be changed.
    """

    change_wanted = Signal(object)
    """An `Entry`, in its sheet; one of a note opens the note."""
    follow_up_wanted = Signal(object)
    """About an `Entry`."""
    note_wanted = Signal(int)
    """On the interview of this id."""
    invitation_wanted = Signal(object)
    """To an `Interview`."""

    def __init__(self, runner: Runner, menus: FollowUpMenus, window: QWidget, *, editable: bool) -> None:
        super().__init__(window)
        self._runner = runner
        self._menus = menus
        self._window = window
        self._editable = editable

    def do(self, entry: Entry, deed: Deed, place: QPoint) -> None:
        """Do what was clicked on; a menu that asks for more comes up at a place of the screen."""
        match deed:
            case Deed.OPEN_LINK if isinstance(entry.what, Interview):
                open_address(entry.what.place)
            case Deed.HELD | Deed.NO_SHOW | Deed.CALLED_OFF:
                self._runner.do(interviews.change_state, interview_id=entry.id, state=_STATES[deed])
            case Deed.DONE:
                self._runner.do(
                    follow_ups.complete, follow_up_id=entry.id, at=wall_clock.now(), time_zone=wall_clock.time_zone()
                )
            case Deed.PUT_OFF if isinstance(entry.what, FollowUp):
                self._menus.ask_until_when(entry.what, self._told(entry).words, place)
            case Deed.SKIP if isinstance(entry.what, FollowUp):
                self._menus.ask_why(entry.what, self._told(entry).words, place)
            case Deed.LOOKED_AT:
                self._runner.do(job_changes.look_at, contact_id=entry.contact_id)
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
        menu = self.menu(entry, place)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def menu(self, entry: Entry, place: QPoint) -> QMenu:
        """All that can be done with an entry; `place` is for what asks for more."""
        menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("What can be done"))
        if entry.kind in {EntryKind.NOTE, EntryKind.MENTION}:
            _offer(menu, self.tr("Open"), lambda: self.change_wanted.emit(entry))
        elif self._editable and (entry.kind in {EntryKind.TOUCH, EntryKind.INTERVIEW} or is_open(entry)):
            _offer(menu, self.tr("Change …"), lambda: self.change_wanted.emit(entry))
        for deed in self._offered(entry):
            _offer(menu, said(DEEDS[deed]), partial(self.do, entry, deed, place))
        if isinstance(entry.what, Interview) and entry.what.starts_at and entry.what.state in _INVITED_TO:
            off = entry.what.state is InterviewState.CANCELLED
            words = self.tr("Call off by calendar …") if off else self.tr("Invite by calendar …")
            _offer(menu, words, partial(self.invitation_wanted.emit, entry.what))
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
        deeds = self._told(entry).deeds
        if not self._editable:
            return deeds
        if is_open(entry):
            return Deed.DONE, Deed.PUT_OFF, Deed.SKIP
        if isinstance(entry.what, Interview):
            links = tuple(deed for deed in deeds if deed is Deed.OPEN_LINK)
            states = tuple(deed for deed, state in _STATES.items() if state is not entry.what.state)
            return (*links, *states)
        return deeds

    def _told(self, entry: Entry) -> Told:
        now = wall_clock.now()
        return told(entry, Present(now.date(), now, self._editable))


def _offer(menu: QMenu, text: str, does: Callable[[], object]) -> None:
    menu.addAction(text).triggered.connect(lambda _checked=False: does())


def is_open(entry: Entry) -> bool:
    """Whether it is a follow-up that still is to do."""
    return isinstance(entry.what, FollowUp) and entry.what.state is FollowUpState.OPEN
