"""What can be done with several people at once, above the list while several are selected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from infoview_desktop.domain.contact import Source
from infoview_desktop.ui.controls.buttons import IconButton
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.people.contact_columns import source_text
from infoview_desktop.ui.theme.theme import Theme

_PAIR = 2


class SelectionBar(QFrame):
    """Says how many are selected, with a button for each thing to do."""

    tag_wanted = Signal()
    source_wanted = Signal(object)
    """A `Source`."""
    want_wanted = Signal()
    merge_wanted = Signal()
    delete_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "selection")
        self._count = Label(theme, font="emphasis")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.setSpacing(2)
        layout.addWidget(self._count)
        layout.addStretch()
        found = IconButton(theme, "referrals", self.tr("How found"))
        found.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        found.setMenu(self._sources())
        self._merge = IconButton(theme, "people", self.tr("Merge"))
        buttons = {
            IconButton(theme, "star", self.tr("Want to talk to")): self.want_wanted,
            IconButton(theme, "tag", self.tr("Tag")): self.tag_wanted,
            found: None,
            self._merge: self.merge_wanted,
            IconButton(theme, "trash", self.tr("Delete")): self.delete_wanted,
            IconButton(theme, "close", self.tr("Select one")): self.closed,
        }
        for button, signal in buttons.items():
            button.setEnabled(editable or signal is self.closed)
            if signal is not None:
                button.clicked.connect(signal)
            layout.addWidget(button)

    def show_count(self, count: int) -> None:
        """Show how many are selected; out of sight for one or none."""
        self.setVisible(count > 1)
        self._count.setText(self.tr("{count} selected").format(count=self.locale().toString(count)))
        self._merge.setVisible(count == _PAIR)

    def _sources(self) -> QMenu:
        menu = QMenu(self)
        for source in Source:
            if source:
                action = menu.addAction(source_text(source))
                action.triggered.connect(lambda _checked=False, source=source: self.source_wanted.emit(source))
        return menu
