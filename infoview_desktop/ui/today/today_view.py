"""Today: what to do now, what is agreed, what comes, and what is new, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain import today as rules
from infoview_desktop.store.reads import practice
from infoview_desktop.store.reads import today as reads
from infoview_desktop.store.reads.today import Agenda, DueLine, Ref
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.follow_ups.follow_up_menus import FollowUpMenus
from infoview_desktop.ui.local_time import heading_text
from infoview_desktop.ui.people.photos import Photos
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.today.acts import Act
from infoview_desktop.ui.today.day_acts import DayActs
from infoview_desktop.ui.today.day_delegate import MARGIN
from infoview_desktop.ui.today.day_list import DayList
from infoview_desktop.ui.today.day_model import DayModel, Place
from infoview_desktop.ui.today.day_row import DayRow, Gap, Heading
from infoview_desktop.ui.today.nothing_due import NothingDue
from infoview_desktop.ui.today.rows_of_day import due_title, row_of
from infoview_desktop.ui.today.why import CHANGEABLE, WhySheet, rule_text
from infoview_desktop.ui.today.wording import day_text, sentence
from infoview_desktop.ui.wall_clock import WallClock
from infoview_desktop.ui.window.sheet import Sheet

_READ = frozenset(
    {
        "follow_up",
        "interview",
        "interview_person",
        "touch",
        "note",
        "contact",
        "organization",
        "email",
        "photo",
        "job_change",
        "stage",
        "short_list",
        "practice",
        "cadence",
        "holiday",
    }
)
_MOST_NEW_JOBS = 3
"""So many changes of job are worth a line; the others are a key away."""

_ABOVE, _BELOW = 27, 8


class TodayView(QFrame):
    """The day as a heading, a sentence, and cards of rows.

    Args:
        theme: what it is painted with.
        runner: carries the verbs.
        clock: what time it is.
        editable: whether anything can be changed.
        open_sheet: lets a sheet come up over the window.
        parent: what it belongs to.
    """

    command_wanted = Signal(str)
    """It carries the name of a command of the window."""
    short_list_wanted = Signal()
    person_chosen = Signal(int)
    """Whose row is chosen now: whatever is done with a person is done with them."""

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        clock: WallClock,
        *,
        editable: bool,
        open_sheet: Callable[[Sheet], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self._theme = theme
        self._runner = runner
        self._clock = clock
        self._editable = editable
        self._open_sheet = open_sheet
        self._stale = True
        self._agenda: Agenda | None = None
        self._day: date | None = None
        self._written: set[Ref] = set()
        self._ended: list[Ref] = []
        self._photos = Photos(runner.read)
        self._model = DayModel(self._rows, self)
        self._heading = Label(theme, font="heading")
        self._sentence = Label(theme, ink="ink2")
        self._list = DayList(theme, self._model, self._photos)
        self._nothing = NothingDue(theme, self)
        self._line = Hairline()
        self._line.setVisible(False)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._nothing)
        menus = FollowUpMenus(theme, runner, clock, self, open_sheet=open_sheet)
        self.acts = DayActs(runner, clock, menus, self)
        self._lay_out()
        self._connect()

    def focus_first(self) -> None:
        """Put the focus on the list, or on what there is to do in its place."""
        shown = self._pages.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what has changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.read()
        self.focus_first()

    def read(self) -> None:
        """Show the day as it is now."""
        self._stale = False
        now = self._clock.now()
        self._agenda = agenda = reads.agenda(self._runner.read, now=now)
        self._heading.setText(heading_text(now.date()))
        places = self._places(agenda)
        self._pages.setCurrentWidget(self._list if places else self._nothing)
        if places:
            self._sentence.setText(self._in_a_sentence(agenda))
            due = set(agenda.due)
            came_back = next((ref for ref in reversed(self._ended) if ref in due), None)
            if came_back is not None:
                self._ended.remove(came_back)
            # Another day begins with what is most urgent then.
            current = self._list.currentIndex().row() if self._day == now.date() else -1
            ref = self._model.ref(current)
            # What was put off is still there, but further down: one goes on with what comes in its place.
            stays = ref if ref not in self._ended else None
            self._list.show_day(places, choose=came_back or stays, near=current)
        else:
            self._sentence.setText("")
            self._nothing.show_standing(reads.standing(self._runner.read), self._next(agenda))
        self._sentence.setVisible(bool(self._sentence.text()))
        self._day = now.date()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.setSpacing(2)
        self._head.addWidget(self._heading)
        self._head.addWidget(self._sentence)
        column.addLayout(self._head)
        column.addWidget(self._line)
        column.addWidget(self._pages, 1)
        self._sentence.setWordWrap(True)
        self._on_theme_changed()

    def _connect(self) -> None:
        self._list.wanted.connect(self._on_wanted)
        self._list.person_chosen.connect(self.person_chosen)
        # What has gone under the heading is parted from it.
        self._list.verticalScrollBar().valueChanged.connect(lambda value: self._line.setVisible(value > 0))
        self.acts.ended.connect(self._ended.append)
        self.acts.begun.connect(self._on_begun)
        self.acts.why_wanted.connect(self._on_why_wanted)
        self._nothing.import_wanted.connect(lambda: self.command_wanted.emit("import"))
        self._nothing.short_list_wanted.connect(self.short_list_wanted)
        self._runner.changed.connect(self._on_changed)
        # What could not be done may have been done elsewhere.
        self._runner.troubled.connect(lambda _error: self._on_changed(_READ))
        self._clock.ticked.connect(self._on_ticked)
        self._theme.changed.connect(self._on_theme_changed)

    def _places(self, agenda: Agenda) -> list[Place]:
        """Every row there is; of the headings those that have rows."""
        few, more = agenda.new_jobs[:_MOST_NEW_JOBS], len(agenda.new_jobs) - _MOST_NEW_JOBS
        jobs: list[Place] = [*few]
        if more > 0:
            title = self.tr("{count} more people have a new job").format(count=self.locale().toString(more))
            jobs.append(DayRow(None, title, acts=(Act.SHOW_ALL,)))
        this_week = agenda.last.isocalendar()[:2] == self._clock.now().date().isocalendar()[:2]
        sections: Sequence[tuple[str, Sequence[Place]]] = (
            (self.tr("Now"), agenda.due),
            (self.tr("Conversations"), agenda.conversations),
            (self.tr("Later this week") if this_week else self.tr("The next days"), agenda.later),
            (self.tr("New jobs"), jobs),
        )
        places: list[Place] = []
        for title, rows in sections:
            if rows:
                places += (Heading(title), *rows)
        return [*places, Gap()] if places else []

    def _rows(self, refs: Sequence[Ref]) -> list[DayRow | None]:
        now = self._clock.now()
        found = reads.lines(self._runner.read, refs, today=now.date())
        return [
            None if line is None else row_of(ref, line, now=now, written=self._written, editable=self._editable)
            for ref, line in zip(refs, found, strict=True)
        ]

    def _in_a_sentence(self, agenda: Agenda) -> str:
        told = sentence(agenda, rules.minutes(agenda.rules.items()))
        if agenda.due:
            return told
        following = self._next(agenda)
        nothing = self.tr("Nothing to do now.")
        return " ".join(part for part in (nothing, told, following) if part)

    def _next(self, agenda: Agenda) -> str:
        """What comes next, and when; "" where nothing does."""
        ref = agenda.later[0] if agenda.later else reads.following(self._runner.read, now=self._clock.now())
        now = self._clock.now()
        line = reads.lines(self._runner.read, [ref], today=now.date())[0] if ref is not None else None
        if not isinstance(line, DueLine):
            return ""
        return self.tr("Next: {what}, {day}.").format(
            what=due_title(line, now), day=day_text(line.follow_up.due_on, now.date())
        )

    def _on_wanted(self, act: Act) -> None:
        row = self._list.chosen
        if row is not None and (self._editable or act in _READING):
            self.acts.do(act, row, self._list.place_of(act))

    def _on_begun(self, ref: Ref) -> None:
        self._written.add(ref)
        self._list.update_rows()

    def _on_why_wanted(self, row: DayRow) -> None:
        if not isinstance(row.line, DueLine):
            return
        rule, cadence = row.line.follow_up.rule, practice.habits(self._runner.read).cadence
        sheet = WhySheet(
            self._theme,
            self.window(),
            title=row.title,
            why=row.reason,
            rule=rule_text(rule, cadence),
            reason=row.line.reason,
            changeable=rule in CHANGEABLE,
        )
        sheet.settings_wanted.connect(lambda: self.command_wanted.emit("settings"))
        self._open_sheet(sheet)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if "photo" in tables:
            self._photos.forget()
        if tables & _READ:
            self._stale = True
            if self.isVisible():
                self.read()

    def _on_ticked(self) -> None:
        """Let the clock go on; only where that makes another day of it, the list begins anew."""
        self._stale = True
        if not self.isVisible():
            return
        now = self._clock.now()
        same = reads.agenda(self._runner.read, now=now) == self._agenda
        if same and self._heading.text() == heading_text(now.date()):
            self._list.update_rows()
        else:
            self.read()

    def _on_theme_changed(self) -> None:
        margin = self._theme.scaled(MARGIN)
        self._head.setContentsMargins(margin, self._theme.scaled(_ABOVE), margin, self._theme.scaled(_BELOW))


_READING = frozenset({Act.PREPARE, Act.CHOOSE, Act.WRITE, Act.OPEN, Act.WHY, Act.SHOW_ALL})
"""What changes nothing in the book."""
