"""What an import would do, to be looked at before anything is stored."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from infoview_desktop.operations.contact_imports import Preview
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.importing.count_tile import CountTile
from infoview_desktop.ui.importing.preview_delegate import PreviewDelegate
from infoview_desktop.ui.importing.preview_model import Kind, PreviewModel
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import long_date_text

_ROWS_SEEN = 4


class PreviewPage(QWidget):
    """The accounting, the rows behind it, and the one button that stores them."""

    accepted = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = PreviewModel(preview, self)
        self._tiles: list[tuple[CountTile, Kind | None]] = []
        self._list = QListView()
        self._list.setAccessibleName(self.tr("Records"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(PreviewDelegate(theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setMinimumHeight(theme.scaled(48) * _ROWS_SEEN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(self._heading(preview))
        layout.addLayout(self._tile_row(preview))
        if self._model.rowCount():
            frame = QFrame()
            frame.setProperty("kind", "card")
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(1, 4, 1, 4)
            inside.addWidget(self._list)
            layout.addWidget(frame)
        note = Label(theme, self._note(preview), font="caption", ink="ink2")
        note.setWordWrap(True)
        layout.addWidget(note)
        layout.addLayout(self._buttons(preview))

    def focus_first(self) -> None:
        """Put the focus where Enter does what the person most likely wants."""
        (self._cancel if self._accept.isHidden() else self._accept).setFocus()

    def _heading(self, preview: Preview) -> QVBoxLayout:
        file = preview.file
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(ElidedLabel(self._theme, file.name, font="large"))
        records = self.tr("{count} records") if file.rows != 1 else self.tr("1 record")
        records = records.format(count=self.locale().toString(file.rows))
        if file.exported_on is not None:
            day = long_date_text(file.exported_on.isoformat())
            records = self.tr("LinkedIn export of {day} · {records}").format(day=day, records=records)
        heading.addWidget(Label(self._theme, records, ink="ink2"))
        return heading

    def _tile_row(self, preview: Preview) -> QHBoxLayout:
        counts = preview.accounting
        row = QHBoxLayout()
        row.setSpacing(8)
        for count, word, ink, kind in (
            (counts.new, self.tr("new"), "accent", Kind.NEW),
            (counts.updated, self.tr("changed"), "amber", Kind.CHANGED),
            (counts.same, self.tr("the same"), "ink", Kind.KEPT),
            (counts.hidden, self.tr("hidden"), "ink", None),
            (counts.duplicate, self.tr("twice"), "ink", Kind.TWICE),
            (counts.broken, self.tr("unreadable"), "red", Kind.UNREADABLE),
        ):
            tile = CountTile(self._theme, count, word, ink=ink if count else "ink3")
            tile.setEnabled(kind is not None and self._model.count(kind) > 0)
            tile.clicked.connect(lambda checked, kind=kind: self._show(kind if checked else None))
            self._tiles.append((tile, kind))
            row.addWidget(tile)
        return row

    def _buttons(self, preview: Preview) -> QHBoxLayout:
        count = preview.accounting.new + preview.accounting.updated
        number = self.locale().toString(count)
        text = self.tr("Import 1 person") if count == 1 else self.tr("Import {count} people").format(count=number)
        self._accept = PrimaryButton(self._theme, text)
        self._accept.clicked.connect(self.accepted)
        stores = preview.plan.stores_anything
        if not stores:
            self._accept.hide()  # only this way round: shown before it has a place, it would be a window
        self._cancel = SecondaryButton(self._theme, self.tr("Cancel") if stores else self.tr("Close"))
        self._cancel.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._accept)
        return buttons

    def _note(self, preview: Preview) -> str:
        sentences = [self.tr("Nobody is deleted, your own notes and edits stay.")]
        number = self.locale().toString
        if preview.file.hidden:
            members = self.tr("Hidden members chose not to share their name.")
            cards = self.tr("Cards without a person's name, such as groups, stay out.")
            sentences.append(members if preview.of_linkedin else cards)
        if preview.plan.trashed:
            sentences.append(
                self.tr("People you deleted stay deleted: {count}.").format(count=number(preview.plan.trashed))
            )
        if preview.file.cleaned:
            sentences.append(
                self.tr("Invisible characters removed: {count}.").format(count=number(preview.file.cleaned))
            )
        return " ".join(sentences)

    def _show(self, kind: Kind | None) -> None:
        for tile, shows in self._tiles:
            tile.setChecked(kind is not None and shows is kind)
        self._model.show_kind(kind)
        self._list.scrollToTop()
