"""One column of the board: a stage, how many people are there, and who they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.contact import work
from infoview_desktop.domain.initials import initials
from infoview_desktop.domain.stage import Stage
from infoview_desktop.store.reads import board as reads
from infoview_desktop.store.reads.board import Board, BoardColumn, BoardLine
from infoview_desktop.ui.board.stage_list import StageCard, StageList
from infoview_desktop.ui.board.wording import TITLES, told_of
from infoview_desktop.ui.controls.avatar import avatar_colour, paint_avatar
from infoview_desktop.ui.controls.buttons import TextButton
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.controls.pages import Pages
from infoview_desktop.ui.people.photos import Photos
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import HIT
from infoview_desktop.ui.wording import said

_NARROWEST, _WIDEST, _EMPTY = 222, 360, 112
"""Pixels of width at the usual text size: of one with people in it, and of one without."""


class StageColumn(QFrame):
    """`heading` opens the same people in the list of contacts; `people` are the cards."""

    chosen = Signal(int)
    """Somebody has become the current one, who has this id."""
    opened = Signal(int)

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        stage: Stage,
        photos: Photos,
        *,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.stage = stage
        self._theme = theme
        self._runner = runner
        self._photos = photos
        self._now = now
        self._column = BoardColumn(stage, 0, 0)
        self._shown: Board | None = None
        self._pages: Pages[BoardLine] = Pages(self._read_page)
        self.heading = TextButton(theme, "")
        self._due = Label(theme, font="caption", ink="amber")
        self.people = StageList(theme, said(TITLES[stage]), self._card)
        self.people.hide()
        self.people.chosen.connect(self.chosen)
        self.people.opened.connect(self.opened)
        heading = QHBoxLayout()
        heading.setContentsMargins(4, 2, 12, 2)
        heading.addStrut(theme.scaled(HIT))
        heading.addWidget(self.heading)
        heading.addStretch()
        heading.addWidget(self._due)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(heading)
        layout.addWidget(Hairline())
        layout.addWidget(self.people, 1)
        layout.addStretch()
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def count(self) -> int:
        """How many people are shown here."""
        return self._column.people

    def show_people(self, shown: Board, column: BoardColumn, first: list[BoardLine]) -> None:
        """Show who is here; the `first` of them are read already."""
        scrolled = self.people.verticalScrollBar().value()
        self._shown, self._column = shown, column
        self._pages.start({0: first})
        self.people.start(column.people)
        self.people.verticalScrollBar().setValue(scrolled)
        number = self.locale().toString
        words = f"{said(TITLES[self.stage])} {number(column.people)}"
        self.heading.setText(words)
        self.heading.setAccessibleName(self.tr("{heading}, show in People").format(heading=words))
        self._due.setText(self.tr("{count} due").format(count=number(column.due)) if column.due else "")
        self.people.setVisible(bool(column.people))
        self._fit()

    def select(self, row: int | None) -> None:
        """Make somebody the current one without telling, in sight; or nobody."""
        self.people.select_row(row)
        if row is not None:
            self.people.scrollTo(self.people.currentIndex())

    def _fit(self) -> None:
        scaled = self._theme.scaled
        if self._column.people:
            self.setMinimumWidth(scaled(_NARROWEST))
            self.setMaximumWidth(scaled(_WIDEST))
        else:
            self.setFixedWidth(max(scaled(_EMPTY), self.heading.sizeHint().width() + scaled(16)))

    def _read_page(self, offset: int, limit: int) -> list[BoardLine]:
        if self._shown is None:
            return []
        return reads.page(self._runner.read, self._shown, self._column, offset=offset, limit=limit)

    def _card(self, row: int) -> StageCard | None:
        line = self._pages.line(row)
        if line is None or self._shown is None:
            return None
        return StageCard(
            line.id,
            line.name,
            work(line.position, line.organization),
            partial(self._paint_person, line),
            told=told_of(line, self._now()),
            direction="" if self._shown.about else line.direction,
        )

    def _paint_person(self, line: BoardLine, painter: QPainter, rect: QRect) -> None:
        """Paint the photo, or the initials where there is none."""
        photo = self._photos.photo(line.id, rect.width(), painter.deviceTransform().m11()) if line.has_photo else None
        if photo is not None:
            painter.drawPixmap(rect.topLeft(), photo)
        else:
            paint_avatar(painter, rect, initials(line.given_name, line.family_name), avatar_colour(line.name))
