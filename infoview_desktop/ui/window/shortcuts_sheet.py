"""Keyboard shortcuts: those of all commands, as the menus have them, and the keys of lists and fields."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.controls.chip import Chip
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.editing.field_form import FIELD_KEYS
from infoview_desktop.ui.keys import KeyGroup
from infoview_desktop.ui.organizations.card_list import CARD_KEYS
from infoview_desktop.ui.people.contacts_pane import FILTER_KEYS
from infoview_desktop.ui.people.contacts_table import LIST_KEYS
from infoview_desktop.ui.search.finder import SEARCH_KEYS
from infoview_desktop.ui.short_list.ranked_list import RANKED_KEYS
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.menus import MenuKeys
from infoview_desktop.ui.window.page_sheet import PageSheet
from infoview_desktop.ui.window.sheet import SHEET_KEYS
from infoview_desktop.ui.wording import said

_WIDTH = 820
_COLUMN_GAP = 40

KEY_GROUPS: tuple[KeyGroup, ...] = (
    LIST_KEYS,
    RANKED_KEYS,
    CARD_KEYS,
    FILTER_KEYS,
    SEARCH_KEYS,
    FIELD_KEYS,
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
    """Two columns of about the same height; one, where there is no room for two."""

    def __init__(self, theme: Theme, groups: Sequence[MenuKeys]) -> None:
        super().__init__()
        ends = list(accumulate(len(group.lines) + 2 for group in groups))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for group, end in zip(groups, ends, strict=True):
            _add_group(theme, self._columns[end > ends[-1] / 2 + 2], group)
        for column in self._columns:
            column.setSpacing(4)
            column.addStretch()
            self._layout.addLayout(column, 1)
        self._stand(beside=True)

    def minimumSizeHint(self) -> QSize:
        """Room for one column."""
        return QSize(max(self._widths), self._layout.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside each other as soon as there is room."""
        super().resizeEvent(event)
        self._stand(beside=event.size().width() >= sum(self._widths) + _COLUMN_GAP)

    @property
    def _widths(self) -> list[int]:
        return [column.minimumSize().width() for column in self._columns]

    def _stand(self, *, beside: bool) -> None:
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(direction)
        self._layout.setSpacing(_COLUMN_GAP if beside else 0)


def _add_group(theme: Theme, column: QVBoxLayout, group: MenuKeys) -> None:
    column.addWidget(Label(theme, group.title, font="section", ink="ink2"))
    rows = QGridLayout()
    rows.setContentsMargins(0, 0, 0, 16)
    rows.setVerticalSpacing(4)
    rows.setColumnStretch(0, 1)
    for row, (text, sequences) in enumerate(group.lines):
        # Where there are no keys, the words have the whole line.
        rows.addWidget(Label(theme, text), row, 0, 1, 1 if sequences else 2)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        for sequence in sequences:
            chip = Chip(theme, sequence.toString(QKeySequence.SequenceFormat.NativeText))
            chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            keys.addWidget(chip)
        rows.addLayout(keys, row, 1, Qt.AlignmentFlag.AlignRight)
    column.addLayout(rows)
