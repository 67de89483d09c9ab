"""Does what one wants of a row of the day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import follow_ups, interviews, job_changes, touches
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads.today import ConversationLine, DueLine, NewJobLine, Ref
from infoview_desktop.ui.follow_ups.follow_up_menus import FollowUpMenus
from infoview_desktop.ui.follow_ups.keyed_menu import KeyedChoice, KeyedMenu
from infoview_desktop.ui.follow_ups.reply_menu import ReplyMenu
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.today.acts import Act
from infoview_desktop.ui.today.day_row import DayRow
from infoview_desktop.ui.today.writing import begin_message
from infoview_desktop.ui.wall_clock import WallClock

_STATES = {
    Act.HELD: InterviewState.HELD,
    Act.DID_NOT_COME: InterviewState.NO_SHOW,
    Act.CALLED_OFF: InterviewState.CANCELLED,
}


class DayActs(QObject):
    """Carries the verbs; what needs another part of the window is wanted of it by a signal.

    Args:
        runner: carries the verbs.
        clock: when something is done.
        menus: ask until when something is put off, and why it is skipped.
        view: what the menus belong to.
    """

    ended = Signal(object)
    """Something is done, and its row, whose `Ref` this is, is about to go."""
    begun = Signal(object)
    """A message was begun outside for the row of this `Ref`."""
    person_wanted = Signal(int)
    note_wanted = Signal(int)
    people_wanted = Signal(str)
    """The user wants to see who is at an organization of this name."""
    contact_wanted = Signal(int, object)
    """The user wants to add somebody whom the person of this id named; what is called with the new one's id."""
    interview_wanted = Signal(object)
    """The user wants to prepare the interview of this `ConversationLine`."""
    new_jobs_wanted = Signal()
    why_wanted = Signal(object)
    """The user wants to know why this `DayRow` is here."""

    def __init__(self, runner: Runner, clock: WallClock, menus: FollowUpMenus, view: QWidget) -> None:
        super().__init__(view)
        self._runner = runner
        self._clock = clock
        self._menus = menus
        self._view = view
        self._acts: dict[Act, Callable[[DayRow, QPoint], None]] = {
            Act.WRITE: self._write,
            Act.LOG_IT: self._done,
            Act.DONE: self._done,
            Act.LET_IT_REST: self._done,
            Act.LOOKED_AT: self._done,
            Act.CHOOSE: self._choose,
            Act.ADD: self._add,
            Act.HOW: self._ask_how,
            **{act: partial(self._say_how, state) for act, state in _STATES.items()},
            Act.PREPARE: self._prepare,
            Act.SHOW_ALL: lambda _row, _place: self.new_jobs_wanted.emit(),
            Act.REPLY: self._ask_for_reply,
            Act.LATER: self._ask_until_when,
            Act.SKIP: self._ask_why,
            Act.OPEN: self._open,
            Act.WHY: lambda row, _place: self.why_wanted.emit(row),
        }

    def do(self, act: Act, row: DayRow, place: QPoint) -> None:
        """Do it, where the row can have it done; menus come up at `place`."""
        self._acts[act](row, place)

    def _write(self, row: DayRow, _place: QPoint) -> None:
        if row.person is None:
            return
        if not begin_message(row.person):
            self.person_wanted.emit(row.person.id)
        if row.ref is not None:
            self.begun.emit(row.ref)

    def _done(self, row: DayRow, _place: QPoint) -> None:
        match row.line:
            case DueLine(follow_up=one):
                self._runner.do(
                    follow_ups.complete,
                    follow_up_id=one.id,
                    at=self._clock.now(),
                    time_zone=self._clock.time_zone(),
                    then=self._ending(row),
                )
            case NewJobLine(person=person):
                self._runner.do(job_changes.look_at, contact_id=person.id, then=self._ending(row))
            case ConversationLine() if Act.HOW in row.acts:
                self._say_how(InterviewState.HELD, row, _place)
            case _:
                pass

    def _choose(self, row: DayRow, _place: QPoint) -> None:
        if row.person is not None:
            self.people_wanted.emit(row.person.organization)

    def _add(self, row: DayRow, place: QPoint) -> None:
        if row.person is not None:
            self.contact_wanted.emit(row.person.id, lambda _contact_id: self._done(row, place))

    def _ask_how(self, _row: DayRow, place: QPoint) -> None:
        choices = (
            KeyedChoice("H", self.tr("Held"), Act.HELD),
            KeyedChoice("N", self.tr("They did not come"), Act.DID_NOT_COME),
            KeyedChoice("C", self.tr("Called off"), Act.CALLED_OFF),
        )
        menu = KeyedMenu(self.tr("How was it?"), choices, self._view)
        menu.chosen.connect(lambda act: self.do(act, _row, place))
        menu.popup(place)

    def _say_how(self, state: InterviewState, row: DayRow, _place: QPoint) -> None:
        if isinstance(row.line, ConversationLine) and Act.HOW in row.acts:
            interview_id = row.line.interview.id
            self._runner.do(interviews.change_state, interview_id=interview_id, state=state, then=self._ending(row))

    def _prepare(self, row: DayRow, _place: QPoint) -> None:
        if isinstance(row.line, ConversationLine):
            self.interview_wanted.emit(row.line)

    def _ask_for_reply(self, row: DayRow, place: QPoint) -> None:
        if row.person is None:
            return
        menu = ReplyMenu(self._view)
        menu.chosen.connect(lambda answer: self._log_reply(row, answer))
        menu.popup(place)

    def _log_reply(self, row: DayRow, answer: Answer) -> None:
        if row.person is not None:
            self._runner.do(
                touches.log,
                contact_id=row.person.id,
                kind=TouchKind.REPLIED,
                answer=answer,
                at=self._clock.now(),
                time_zone=self._clock.time_zone(),
                then=self._ending(row),
            )

    def _ask_until_when(self, row: DayRow, place: QPoint) -> None:
        if isinstance(row.line, DueLine):
            self._menus.ask_until_when(row.line.follow_up, row.title, place, then=self._ending(row))

    def _ask_why(self, row: DayRow, place: QPoint) -> None:
        if isinstance(row.line, DueLine):
            self._menus.ask_why(row.line.follow_up, row.title, place, then=self._ending(row))

    def _open(self, row: DayRow, _place: QPoint) -> None:
        if row.person is not None:
            self.person_wanted.emit(row.person.id)
        elif isinstance(row.line, DueLine) and row.line.follow_up.note_id is not None:
            self.note_wanted.emit(row.line.follow_up.note_id)

    def _ending(self, row: DayRow) -> Callable[[Outcome[object]], None]:
        """Tell that a row is about to go, once its verb went well."""
        ref: Ref | None = row.ref
        return lambda _outcome: self.ended.emit(ref)
