"""The events of a calendar that can become interviews, each to be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QSizePolicy

from infoview_desktop.domain.event_import import Candidate, Standing
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.wall_time import local
from infoview_desktop.ui.calendar.wording import BETWEEN, minutes_text
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.local_time import time_text, weekday_text
from infoview_desktop.ui.theme.theme import Theme

_ROW, _ROWS_SEEN = 30, 6


class EventList(QListView):
    """Shows them in order of time; `ticked` tells that others are chosen now.

    Args:
        theme: what it is painted with.
        candidates: what there is to choose from.
        now: what time it is, on the user's clock, with its zone.
    """

    ticked = Signal()

    def __init__(self, theme: Theme, candidates: Sequence[Candidate], *, now: datetime) -> None:
        super().__init__()
        self._candidates = candidates
        self._now = now
        self._row_height = theme.scaled(_ROW)
        self._items = [self._item(candidate) for candidate in candidates]
        model = QStandardItemModel(self)
        for item in self._items:
            model.appendRow(item)
        model.itemChanged.connect(self.ticked)
        self.setModel(model)
        self.setProperty("kind", "offers")
        self.setAccessibleName(self.tr("Interviews in it"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as its rows; where there are many, as some of them."""
        rows = self._row_height * min(len(self._items), _ROWS_SEEN)
        return QSize(super().sizeHint().width(), rows + 2 * self.frameWidth())

    @property
    def chosen(self) -> list[Candidate]:
        """Those that are ticked."""
        return [
            candidate
            for candidate, item in zip(self._candidates, self._items, strict=True)
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _item(self, candidate: Candidate) -> QStandardItem:
        words = self._words(candidate)
        item = QStandardItem(words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if candidate.is_likely(self._now) else Qt.CheckState.Unchecked)
        item.setSizeHint(QSize(0, self._row_height))
        item.setToolTip(plain_tool_tip(words))
        return item

    def _words(self, candidate: Candidate) -> str:
        """When, how long and with whom, and what is new of it: `Tuesday, 1 December, 15:00 · 20 min · Ana Ruiz`."""
        parts = [self._when(candidate.starts_at), minutes_text(candidate.minutes)]
        title, before = candidate.event.title, candidate.meeting
        if not all(name in title for name in candidate.names):
            parts.append(", ".join(candidate.names))
        if title:
            parts.append(title)
        if candidate.state is InterviewState.CANCELLED:
            parts.append(self.tr("called off"))
        elif candidate.standing is Standing.CHANGED and before and before.starts_at != candidate.starts_at:
            parts.append(self.tr("until now {when}").format(when=self._when(before.starts_at)))
        elif candidate.standing is Standing.CHANGED:
            parts.append(self.tr("changed"))
        return BETWEEN.join(parts)

    def _when(self, moment: datetime) -> str:
        mine = local(moment, str(self._now.tzinfo))
        day = weekday_text(mine.date(), today=self._now.date())
        return self.tr("{day}, {time}").format(day=day, time=time_text(mine))
