"""The sheet of an interview: with whom, when, how, where, how it stands, and its notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.interview import USUAL_MINUTES, Interview, InterviewState, Medium
from infoview_desktop.domain.markdown import safe_address
from infoview_desktop.domain.wall_time import local
from infoview_desktop.operations import interviews
from infoview_desktop.store.reads import contacts, directions, stories, timeline
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.buttons import IconButton, SecondaryButton, TextButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.editing.completion import OFFERED, complete
from infoview_desktop.ui.editing.field_edits import ChoiceEdit
from infoview_desktop.ui.links import open_address
from infoview_desktop.ui.local_time import time_text, weekday_text
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.story.entry_text import MEDIUMS, STATES
from infoview_desktop.ui.story.excerpt import excerpt
from infoview_desktop.ui.story.minutes_field import MinutesField
from infoview_desktop.ui.story.people_field import PeopleField
from infoview_desktop.ui.story.when_field import WhenField
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.form_sheet import FormSheet
from infoview_desktop.ui.wording import said

_WIDTH = 560
_NOTES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class NewInterview:
    """What stands in the sheet of an interview that is not in the book yet.

    Attributes:
        contact_ids: who takes part.
        starts_at: when, in any zone; None while only who is known.
        minutes: how long.
    """

    contact_ids: tuple[int, ...] = ()
    starts_at: datetime | None = None
    minutes: int = USUAL_MINUTES


class InterviewSheet(FormSheet):
    """Adds an interview, or changes the one that is given.

    Escape and Cancel leave it as it was. `write_wanted` and `note_wanted` ask for its notes, once the sheet is away.
    """

    added = Signal(int)
    write_wanted = Signal(int)
    note_wanted = Signal(int)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, what: Interview | NewInterview) -> None:
        self._interview = what if isinstance(what, Interview) else None
        name = self.tr("Interview") if self._interview else self.tr("New interview")
        does = self.tr("Save") if self._interview else self.tr("Add")
        super().__init__(theme, runner, window, width=_WIDTH, name=name, title=name, does=does)
        self._theme = theme
        self._people = PeopleField(theme, runner, self.tr("With"))
        self._when = WhenField(theme)
        self._theirs = Label(theme, font="caption", ink="ink2")
        self._theirs.setWordWrap(True)
        self._minutes = MinutesField(theme, self.tr("Minutes"))
        self._medium = ChoiceEdit(self.tr("How"), [(each.value, said(words)) for each, words in MEDIUMS.items()])
        self._place = Field()
        self._place.setAccessibleName(self.tr("Place or link"))
        self._open_link = IconButton(theme, "external", self.tr("Open the link"))
        self._state = ChoiceEdit(self.tr("State"), [(each.value, said(words)) for each, (words, _) in STATES.items()])
        self._direction = Field()
        self._direction.setAccessibleName(self.tr("Direction"))
        self._direction.setPlaceholderText(self.tr("a career you explore"))
        complete(
            self._direction,
            lambda text: directions.names(runner.read, beginning=text, limit=OFFERED) if text.strip() else [],
        )
        delete = SecondaryButton(theme, self.tr("Delete")) if self._interview else None
        if delete is not None:
            delete.clicked.connect(self._on_delete)
        self._fill(what)
        self._before = self._given()
        self._connect()
        first = self._when.time if self._people.contact_ids else self._people.field
        self.lay_out(self._form(), first=first, other=delete)
        self._on_changed()

    def _form(self) -> QFormLayout:
        theme = self._theme
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        when = QVBoxLayout()
        when.setSpacing(2)
        when.addWidget(self._when)
        when.addWidget(self._theirs)
        place = QHBoxLayout()
        place.setSpacing(4)
        place.addWidget(self._place, 1)
        place.addWidget(self._open_link)
        form.addRow(field_label(theme, self.tr("With"), self._people.field), self._people)
        form.addRow(field_label(theme, self.tr("Time"), self._when.time), when)
        form.addRow(field_label(theme, self.tr("Minutes"), self._minutes.field), self._minutes)
        form.addRow(field_label(theme, self.tr("How"), self._medium), self._medium)
        form.addRow(field_label(theme, self.tr("Place or link"), self._place), place)
        form.addRow(field_label(theme, self.tr("State"), self._state), self._state)
        form.addRow(field_label(theme, self.tr("Direction"), self._direction), self._direction)
        if self._interview is not None:
            form.addRow(Label(theme, self.tr("Notes"), ink="ink2"), self._notes(self._interview))
        return form

    def _notes(self, interview: Interview) -> QWidget:
        """Its newest notes, each to be opened, and a way to write another."""
        found = timeline.notes_on(self._runner.read, interview.id, limit=_NOTES_SHOWN)
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for note in found:
            shown = excerpt(note.text, note.mentions)
            button = self._link(shown.title or shown.plain or self.tr("Note"))
            button.clicked.connect(lambda _checked=False, note_id=note.id: self._leave_for(self.note_wanted, note_id))
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        write = self._link(self.tr("Write a note on it"))
        write.clicked.connect(lambda: self._leave_for(self.write_wanted, interview.id))
        column.addWidget(write, alignment=Qt.AlignmentFlag.AlignLeft)
        return rows

    def _link(self, text: str) -> TextButton:
        fitting = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self._theme.scaled(_WIDTH) // 2)
        button = TextButton(self._theme, fitting.replace("&", "&&"))
        button.setProperty("kind", "link")
        button.setAccessibleName(fitting)
        return button

    def _leave_for(self, wanted: SignalInstance, number: int) -> None:
        self.dismiss()
        wanted.emit(number)

    def _fill(self, what: Interview | NewInterview) -> None:
        for contact_id in what.contact_ids:
            person = contacts.contact(self._runner.read, contact_id)
            if person is not None:
                self._people.add(contact_id, person.name)
        if isinstance(what, NewInterview):
            if what.starts_at is not None:
                self._when.show_moment(what.starts_at)
            else:
                self._when.show_day(wall_clock.today())
            self._minutes.show_minutes(what.minutes)
            self._medium.show_stored(Medium.VIDEO)
            self._state.show_stored(InterviewState.SCHEDULED)
            return
        if what.starts_at is not None:
            self._when.show_moment(what.starts_at)
        else:
            self._when.show_day(wall_clock.today())
        self._minutes.show_minutes(what.minutes)
        self._medium.show_stored(what.medium)
        self._place.setText(what.place)
        self._state.show_stored(what.state)
        self._direction.setText(what.direction)

    def _connect(self) -> None:
        self._people.people_changed.connect(self._on_changed)
        self._people.field.textChanged.connect(self._on_changed)
        self._when.moment_changed.connect(self._on_changed)
        self._minutes.minutes_changed.connect(self._on_changed)
        self._place.textChanged.connect(self._on_changed)
        self._state.left.connect(self._on_changed)
        self._open_link.clicked.connect(lambda: open_address(self._place.text()))
        self.confirmed.connect(self._on_confirmed)

    def _on_changed(self) -> None:
        self._open_link.setVisible(safe_address(self._place.text()) is not None)
        meant = self._when.wall_time
        theirs = self._their_time(meant.moment) if meant else ""
        if not theirs and self._when.is_blank and InterviewState(self._state.typed) is InterviewState.ASKED:
            theirs = self.tr("No time is agreed yet.")
        self._theirs.setText(theirs)
        self._theirs.setVisible(bool(theirs))
        timed = meant is not None or (self._when.is_blank and self._state.typed == InterviewState.ASKED)
        self.button.setEnabled(bool(self._people.contact_ids) and timed and self._minutes.minutes is not None)

    def _their_time(self, moment: datetime) -> str:
        """What their clock shows then, of each whose clock shows something else than the user's."""
        zone = wall_clock.time_zone()
        mine = local(moment, zone)
        told = []
        for contact_id in self._people.contact_ids:
            person = contacts.contact(self._runner.read, contact_id)
            if person is None or not person.time_zone:
                continue
            there = local(moment, person.time_zone)
            if there.utcoffset() != mine.utcoffset():
                day = "" if there.date() == mine.date() else f"{weekday_text(there.date(), today=mine.date())}, "
                time = f"{day}{time_text(there)}"
                told.append(self.tr("{time} for {name}").format(time=time, name=person.given_name or person.name))
        return " · ".join([time_text(mine), *told]) if told else ""

    def _on_confirmed(self) -> None:
        if self._people.unknown and not self._people.take_first():
            self.tell(self.tr("Nobody in the book is called {name}.").format(name=self._people.unknown))
            return
        if self._minutes.minutes is None:
            return
        if self._interview is None:
            self.do(interviews.add, then=lambda outcome: self.added.emit(outcome.value), **self._given())
        else:
            self.do(interviews.edit, interview_id=self._interview.id, **self._changed(self._interview))

    def _given(self) -> dict[str, Any]:
        """All that the fields say."""
        meant = self._when.wall_time
        return {
            "contact_ids": self._people.contact_ids,
            "starts_at": meant.moment if meant else None,
            "time_zone": wall_clock.time_zone(),
            "minutes": self._minutes.minutes,
            "medium": Medium(self._medium.typed),
            "place": self._place.text(),
            "state": InterviewState(self._state.typed),
            "direction": self._direction.text(),
        }

    def _changed(self, interview: Interview) -> dict[str, Any]:
        """The same, but what nobody touched is as it is in the book now: it may have been moved meanwhile."""
        given, there = self._given(), stories.interview(self._runner.read, interview.id)
        untouched = {name for name, value in given.items() if value == self._before[name]}
        if "starts_at" not in untouched:
            untouched.discard("time_zone")
        if there is None:
            return given
        kept = {name: getattr(there, name) for name in untouched}
        if "contact_ids" in kept:
            kept["contact_ids"] = list(contacts.present_names(self._runner.read, there.contact_ids))
        return given | kept

    def _on_delete(self) -> None:
        if self._interview is not None:
            self.do(interviews.delete, interview_id=self._interview.id)
