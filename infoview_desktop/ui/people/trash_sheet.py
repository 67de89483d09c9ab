"""The sheet of people who were deleted: put back, or erased for good."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from infoview_desktop.domain.contact import work
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.trash import KEPT_DAYS, days_left
from infoview_desktop.operations import trash
from infoview_desktop.store.reads import trash as reads
from infoview_desktop.store.reads.trash import Trashed
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton, TextButton
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_XS
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.wording import said

_WIDTH = 560
_SHOWN = 1_000
_ROWS_SEEN = 8
_ROW = 32


class TrashSheet(Sheet):
    """Who was deleted, the last one first, with the days they are still kept."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, editable: bool) -> None:
        super().__init__(theme, window, width=_WIDTH, name=self.tr("Trash"))
        self._runner = runner
        self._editable = editable
        self._sentence = Label(theme, ink="ink2")
        self._sentence.setWordWrap(True)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("People in the trash"))
        self._list.setUniformItemSizes(True)
        self._list.setSpacing(SPACE_XS)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setMinimumHeight(theme.scaled(_ROW) * _ROWS_SEEN)
        self._list.itemSelectionChanged.connect(self._on_selection_changed)
        self._list.itemActivated.connect(self._on_put_back)
        self._put_back = PrimaryButton(theme, self.tr("Put back"))
        self._put_back.clicked.connect(self._on_put_back)
        self._erase = TextButton(theme, self.tr("Erase all for good"))
        self._erase.clicked.connect(self._on_erase)
        self._close = SecondaryButton(theme, self.tr("Close"))
        self._close.clicked.connect(self.dismiss)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._erase)
        buttons.addStretch()
        buttons.addWidget(self._close)
        buttons.addWidget(self._put_back)
        self.body.addWidget(Label(theme, self.tr("Trash"), font="large"))
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._list)
        self.body.addLayout(buttons)
        runner.changed.connect(self._on_changed)
        self._show()

    def open(self) -> None:
        """Come up with the list ready for the keyboard."""
        super().open()
        (self._list if self._list.count() else self._close).setFocus(Qt.FocusReason.PopupFocusReason)

    def _show(self) -> None:
        people = reads.trashed(self._runner.read, limit=_SHOWN)
        count = reads.count(self._runner.read)
        self._list.clear()
        for person in people:
            item = QListWidgetItem(self._words(person))
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            self._list.addItem(item)
        self._list.setVisible(bool(people))
        self._erase.setVisible(bool(people))
        self._put_back.setVisible(bool(people))
        self._erase.setEnabled(self._editable)
        self._erase.setText(self.tr("Erase all for good"))
        if people:
            self._list.setCurrentRow(0)
            kept = self.tr("Who is deleted is kept for {days} days and then erased.").format(days=KEPT_DAYS)
            number = self.locale().toString(count)
            self._sentence.setText(self.tr("{count} in the trash. {kept}").format(count=number, kept=kept))
        else:
            self._sentence.setText(self.tr("Nobody is in the trash."))
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_selection_changed()

    def _words(self, person: Trashed) -> str:
        moment = QDateTime.fromSecsSinceEpoch(int(person.trashed_at.timestamp()))
        left = days_left(person.trashed_at, wall_clock.now())
        day = self.locale().toString(moment.date(), self.locale().FormatType.ShortFormat)
        deleted = said(
            Phrase.counted("deleted {day}, {count} day left", "deleted {day}, {count} days left", left, day=day)
        )
        who = "    ".join(text for text in (person.name, work(person.position, person.organization)) if text)
        return f"{who}\n{deleted}"

    def _on_selection_changed(self) -> None:
        self._put_back.setEnabled(self._editable and bool(self._list.selectedItems()))

    def _on_put_back(self) -> None:
        ids = [item.data(Qt.ItemDataRole.UserRole) for item in self._list.selectedItems()]
        if ids and self._editable:
            self._runner.do(trash.put_back, contact_ids=ids)

    def _on_erase(self) -> None:
        """The first press says what it means; this alone cannot be undone."""
        sure = self.tr("Press again: this cannot be undone")
        if self._erase.text() == sure:
            self._runner.do(trash.erase_all)
        else:
            self._erase.setText(sure)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if "contact" in tables:
            self._show()
