"""What a note said before: seen beside each other, and put back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from infoview_desktop.domain.note import first_difference
from infoview_desktop.operations import notes
from infoview_desktop.store.reads import notes as reads
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.notes.note_editor import NoteEditor
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.wording import moment_text

_WIDTH = 720
_LIST_WIDTH = 200
_HEIGHT = 320


class VersionsSheet(Sheet):
    """The versions of one note, the newest first, and the text of the one that is chosen."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, note_id: int, editable: bool) -> None:
        super().__init__(theme, window, width=_WIDTH, name=self.tr("Earlier versions"))
        self._runner = runner
        self._note_id = note_id
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Versions"))
        self._list.setUniformItemSizes(True)
        self._list.setFixedWidth(theme.scaled(_LIST_WIDTH))
        self._list.setMinimumHeight(theme.scaled(_HEIGHT))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemSelectionChanged.connect(self._on_chosen)
        self._told = Label(theme, font="caption", ink="ink2")
        self._told.setWordWrap(True)
        self._text = NoteEditor(theme, runner.read)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("What the note said"))
        close = SecondaryButton(theme, self.tr("Close"))
        close.clicked.connect(self.dismiss)
        self._restore = PrimaryButton(theme, self.tr("Restore this version"))
        self._restore.setEnabled(editable)
        self._restore.clicked.connect(self._on_restore)
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self._told)
        beside.addWidget(self._text, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._list)
        middle.addLayout(beside, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(close)
        buttons.addWidget(self._restore)
        self.body.addWidget(Label(theme, self.tr("Earlier versions"), font="large"))
        self.body.addLayout(middle, 1)
        self.body.addLayout(buttons)
        self._fill()

    def open(self) -> None:
        """Come up with the list ready for the keyboard."""
        super().open()
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self) -> None:
        for version in reads.versions(self._runner.read, self._note_id):
            item = QListWidgetItem(moment_text(version.written_at))
            item.setData(Qt.ItemDataRole.UserRole, version.id)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        if not self._list.count():
            self._told.setText(self.tr("The note has always said what it says now."))
            self._list.hide()
            self._text.hide()
            self._restore.hide()

    def _chosen(self) -> int | None:
        chosen = self._list.selectedItems()
        return int(chosen[0].data(Qt.ItemDataRole.UserRole)) if chosen else None

    def _on_chosen(self) -> None:
        version_id = self._chosen()
        text = None if version_id is None else reads.version_text(self._runner.read, version_id)
        note = reads.note(self._runner.read, self._note_id)
        if text is None or note is None:
            self.dismiss()
            return
        self._text.show_text(text, note.mentions)
        line, words = first_difference(text, note.text)
        number = self.locale().toString
        counted = self.tr("{count} characters; {now} now.").format(count=number(len(text)), now=number(len(note.text)))
        differs = self.tr("Line {line} now says: “{words}”") if line else ""
        self._told.setText(f"{counted} {differs.format(line=number(line), words=words)}".strip())

    def _on_restore(self) -> None:
        version_id = self._chosen()
        if version_id is not None:
            self._runner.do(notes.restore_version, note_id=self._note_id, version_id=version_id)
        self.dismiss()
