"""Keyboard shortcuts: those of all commands, as the menus have them, and the keys of lists and fields."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.board.stage_list import BOARD_KEYS
from infoview_desktop.ui.calendar.agenda_list import AGENDA_KEYS
from infoview_desktop.ui.calendar.grid_keys import GRID_KEYS
from infoview_desktop.ui.calendar.month_keys import MONTH_KEYS
from infoview_desktop.ui.controls.chip import Chip
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.editing.field_form import FIELD_KEYS
from infoview_desktop.ui.keys import KeyGroup
from infoview_desktop.ui.notes.note_editor import EDITOR_KEYS
from infoview_desktop.ui.notes.note_list import NOTE_KEYS
from infoview_desktop.ui.organizations.card_list import CARD_KEYS
from infoview_desktop.ui.people.contacts_pane import FILTER_KEYS
from infoview_desktop.ui.people.contacts_table import LIST_KEYS
from infoview_desktop.ui.search.finder import SEARCH_KEYS
from infoview_desktop.ui.short_list.ranked_list import RANKED_KEYS
from infoview_desktop.ui.story.log_bar import LOG_KEYS
from infoview_desktop.ui.story.timeline_list import TIMELINE_KEYS
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.today.acts import TODAY_KEYS
from infoview_desktop.ui.window.menus import MenuKeys
from infoview_desktop.ui.window.page_sheet import PageSheet
from infoview_desktop.ui.window.sheet import SHEET_KEYS
from infoview_desktop.ui.wording import said

_WIDTH = 1180
_MOST_COLUMNS = 3
_COLUMN_GAP = 28

KEY_GROUPS: tuple[KeyGroup, ...] = (
    LIST_KEYS,
    RANKED_KEYS,
    BOARD_KEYS,
    CARD_KEYS,
    NOTE_KEYS,
    TODAY_KEYS,
    GRID_KEYS,
    MONTH_KEYS,
    AGENDA_KEYS,
    FILTER_KEYS,
    SEARCH_KEYS,
    TIMELINE_KEYS,
    LOG_KEYS,
    FIELD_KEYS,
    EDITOR_KEYS,
    SHEET_KEYS,
)
"""What widgets understand by themselves; a new list adds its own here."""


class ShortcutsSheet(PageSheet):
    """Every command with its keys, on one page."""

    def __init__(self, theme: Theme, window: QWidget, menus: Sequence[MenuKeys]) -> None:
        own = [
            MenuKeys(said(group.title), tuple((said(hint.does), _sequences(hint.keys)) for hint in group.hints))
            for group in KEY_GROUPS
        ]
        page = _Columns(theme, [group for group in (*menus, *own) if group.lines])
        super().__init__(theme, window, page, width=_WIDTH, name=said(Phrase("Keyboard shortcuts")))


def _sequences(keys: Sequence[str]) -> tuple[QKeySequence, ...]:
    return tuple(map(QKeySequence, keys))


class _Columns(QWidget):
    """As many columns, of about the same height, as there is room for."""

    def __init__(self, theme: Theme, groups: Sequence[MenuKeys]) -> None:
        super().__init__()
        self._groups = [_group(theme, group) for group in groups]
        self._middles = [
            end - len(group.lines) / 2
            for group, end in zip(groups, accumulate(len(group.lines) + 2 for group in groups), strict=True)
        ]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_COLUMN_GAP)
        self._columns = [QVBoxLayout() for _ in range(_MOST_COLUMNS)]
        for column in self._columns:
            column.setSpacing(0)
            column.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._row.addLayout(column, 1)
        self._count = 0
        self._spread(_MOST_COLUMNS)

    def minimumSizeHint(self) -> QSize:
        """Room for one column."""
        return QSize(self._widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        fitting = (event.size().width() + _COLUMN_GAP) // (self._widest + _COLUMN_GAP)
        self._spread(min(_MOST_COLUMNS, max(1, fitting)))

    @property
    def _widest(self) -> int:
        return max(group.minimumSizeHint().width() for group in self._groups)

    def _spread(self, count: int) -> None:
        """Part the groups, in their order, into so many columns."""
        if count == self._count:
            return
        self._count = count
        whole = self._middles[-1] + 1
        for group, middle in zip(self._groups, self._middles, strict=True):
            for column in self._columns:
                column.removeWidget(group)
            self._columns[int(middle / whole * count)].addWidget(group)
        for number in range(_MOST_COLUMNS):
            self._row.setStretch(number, int(number < count))


def _group(theme: Theme, group: MenuKeys) -> QWidget:
    widget = QWidget()
    rows = QGridLayout(widget)
    rows.setContentsMargins(0, 0, 0, 16)
    rows.setVerticalSpacing(4)
    rows.setColumnStretch(0, 1)
    rows.addWidget(Label(theme, group.title, font="section", ink="ink2"), 0, 0, 1, 2)
    for number, (text, sequences) in enumerate(group.lines, 1):
        # Where there are no keys, the words have the whole line.
        rows.addWidget(Label(theme, text), number, 0, 1, 1 if sequences else 2)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        for sequence in sequences:
            chip = Chip(theme, sequence.toString(QKeySequence.SequenceFormat.NativeText))
            chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            keys.addWidget(chip)
        rows.addLayout(keys, number, 1, Qt.AlignmentFlag.AlignRight)
    return widget
