"""The board: who is where on the way from a name on the short list to a conversation and beyond."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.stage import Stage
from infoview_desktop.store.reads import board as reads
from infoview_desktop.store.reads.board import Board, BoardLine
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.ui.board.stage_column import StageColumn
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.controls.pages import PAGE
from infoview_desktop.ui.people.photos import Photos
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.short_list.direction_chips import ALL, DirectionChips
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import HIT
from infoview_desktop.ui.wall_clock import WallClock

_READ = frozenset(
    {
        "stage",
        "follow_up",
        "interview",
        "interview_person",
        "short_list",
        "direction",
        "contact",
        "organization",
        "photo",
    }
)


@dataclass(frozen=True, slots=True)
class _Answer:
    """The board, the first page of each column, and where somebody stands who was asked for."""

    board: Board
    pages: dict[Stage, list[BoardLine]]
    place: tuple[Stage, int] | None


def _answer(reader: Reader, *, about: str, today: date, selected: int | None) -> _Answer:
    with reader.snapshot():
        board = reads.board(reader, about=about, today=today)
        pages = {
            column.stage: reads.page(reader, board, column, offset=0, limit=PAGE) if column.people else []
            for column in board.columns
        }
        place = None if selected is None else reads.place(reader, board, selected)
    return _Answer(board, pages, place)


class BoardView(QFrame):
    """A column for each stage, side by side; nobody is dragged, all follows from what happened.

    Args:
        theme: what it is painted with.
        runner: answers the questions.
        clock: tells that another day has begun.
        parent: what it belongs to.
    """

    person_chosen = Signal(int)
    """Somebody has become the current one, who has this id."""
    person_opened = Signal(int)
    stage_wanted = Signal(object)
    """The people at this `Stage` are to be listed."""
    people_wanted = Signal()
    """The user wants to choose people in the book."""

    def __init__(self, theme: Theme, runner: Runner, clock: WallClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._clock = clock
        self._about = ALL
        self._selected: int | None = None
        self._shown: Board | None = None
        self._stale = True
        self._to_focus = self._came = False
        self._wanted: StageColumn | None = None
        # Columns find their widths in the event that follows, and only then one knows where they are.
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._on_laid_out)
        self.setProperty("kind", "pane")
        self._count = Label(theme, ink="ink2")
        self._why = ElidedLabel(theme, self.tr("People move here by what you log."), font="caption", ink="ink3")
        self._chips = DirectionChips(theme)
        self._photos = Photos(runner.read)
        self._columns = [StageColumn(theme, runner, stage, self._photos, now=clock.now) for stage in Stage]
        self._scroll = QScrollArea()
        self._nobody = EmptyState(
            theme,
            self.tr("Nobody is on the way yet. Whoever is on the short list stands here, and moves by what you log."),
            self.tr("Choose people"),
            "board",
        )
        self._pages = QStackedWidget()
        self._lay_out()
        self._chips.chosen.connect(self._on_direction_chosen)
        self._nobody.activated.connect(self.people_wanted)
        for column in self._columns:
            column.heading.clicked.connect(partial(self._on_heading_clicked, column.stage))
            column.chosen.connect(partial(self._on_chosen, column))
            column.opened.connect(self.person_opened)
            column.people.sideways.connect(partial(self._on_sideways, column))
            column.people.focused.connect(partial(self._bring_into_sight, column))
        runner.changed.connect(self._on_changed)
        clock.ticked.connect(self._on_clock_ticked)

    def select(self, contact_id: int | None) -> None:
        """Make somebody the current one, as far as they are on the board; nobody is told."""
        if contact_id != self._selected:
            self._selected = contact_id
            self._stale = True
            self._ask_if_seen()

    def focus_first(self) -> None:
        """Put the focus on what one does first here."""
        if self._shown is None:
            self._to_focus = True  # as soon as there is anybody
            return
        column = next((each for each in self._columns if each.people.currentIndex().isValid()), None)
        column = column or next((each for each in self._columns if each.count), None)
        (column.people if column else self._nobody).setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what has changed meanwhile, be it only the day."""
        super().showEvent(event)
        self._came = True
        self._on_clock_ticked()
        self._ask_if_seen()

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 8, 16, 4)
        heading.setSpacing(8)
        heading.addStrut(self._theme.scaled(HIT))
        heading.addWidget(Label(self._theme, self.tr("Board"), font="title"))
        heading.addWidget(self._count)
        heading.addSpacing(8)
        heading.addWidget(self._why, 1)
        chips = QHBoxLayout()
        chips.setContentsMargins(12, 0, 12, 8)
        chips.addWidget(self._chips)
        inside = QWidget()
        inside.setProperty("kind", "pane")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        for column in self._columns:
            columns.addWidget(column, 1)
            columns.addWidget(Hairline(standing=True))
        columns.addStretch()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        for page in (self._scroll, self._nobody):
            self._pages.addWidget(page)
        for one, other in pairwise([each for column in self._columns for each in (column.heading, column.people)]):
            QWidget.setTabOrder(one, other)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(heading)
        layout.addLayout(chips)
        layout.addWidget(Hairline())
        layout.addWidget(self._pages, 1)

    def _ask_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self._runner.ask(
                _answer,
                about=self._about,
                today=self._clock.now().date(),
                selected=self._selected,
                then=self._show,
                key="board",
            )

    def _show(self, answer: _Answer) -> None:
        focused = next((each for each in self._columns if each.people.hasFocus()), None)
        row = focused.people.currentIndex().row() if focused else -1
        board, self._shown = answer.board, answer.board
        self._about = board.about
        for column, counted in zip(self._columns, board.columns, strict=True):
            column.show_people(board, counted, answer.pages[counted.stage])
        self._count.setText(self.locale().toString(board.people) if board.people else "")
        self._chips.show_counts(board.directions, total=board.people, chosen=board.about)
        self._pages.setCurrentWidget(self._scroll if board.people else self._nobody)
        self._why.setVisible(bool(board.people))
        self._come_back(answer.place, focused, row)
        # Qt gives the focus to the first control there is; one comes for the people.
        focus = QApplication.focusWidget()
        here = self._came and focus is not None and self.isAncestorOf(focus)
        if focused is None and (self._to_focus or here):
            self.focus_first()
        self._to_focus = self._came = False

    def _come_back(self, place: tuple[Stage, int] | None, focused: StageColumn | None, row: int) -> None:
        """Select who was selected, wherever they stand now; where they are gone, who stands in their place."""
        if place is not None:
            target = next(each for each in self._columns if each.stage is place[0])
            target.select(place[1])
        elif focused is not None and focused.count:
            target = focused
            target.people.setCurrentIndex(target.people.model().index(min(max(0, row), target.count - 1), 0))
        else:
            target = None
        if focused is not None:
            if target is None:
                self.focus_first()
            elif target is not focused:
                target.people.setFocus(Qt.FocusReason.OtherFocusReason)
        if target is not None:
            self._bring_into_sight(target)

    def _bring_into_sight(self, column: StageColumn) -> None:
        self._wanted = column
        self._laid_out.start()

    def _on_laid_out(self) -> None:
        if self._wanted is not None:
            self._scroll.ensureWidgetVisible(self._wanted, 0, 0)

    def _on_chosen(self, chosen: StageColumn, contact_id: int) -> None:
        self._selected = contact_id
        for column in self._columns:
            if column is not chosen:
                column.select(None)
        self.person_chosen.emit(contact_id)

    def _on_sideways(self, start: StageColumn, step: int) -> None:
        """Go to the next column in which there is anybody, to about the same height."""
        place = self._columns.index(start)
        others = self._columns[place + 1 :] if step > 0 else self._columns[:place][::-1]
        column = next((each for each in others if each.count), None)
        if column is None:
            return
        row = column.people.row_beside(start.people)
        column.people.setCurrentIndex(column.people.model().index(row, 0))
        column.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_heading_clicked(self, stage: Stage) -> None:
        self.stage_wanted.emit(stage)

    def _on_direction_chosen(self, direction: str) -> None:
        self._about = direction
        self._stale = True
        self._ask_if_seen()

    def _on_clock_ticked(self) -> None:
        if self._shown is not None and self._shown.today != self._clock.now().date():
            self._stale = True
            self._ask_if_seen()

    def _on_changed(self, tables: frozenset[str]) -> None:
        if "photo" in tables:
            self._photos.forget()
        if tables & _READ:
            self._stale = True
            self._ask_if_seen()
