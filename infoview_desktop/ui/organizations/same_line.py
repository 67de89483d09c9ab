"""An organization that may be the one shown, with what one can say to that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infoview_desktop.domain.organization import OrganizationLine
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.controls.buttons import SecondaryButton, TextButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.organizations.wording import people_text
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said


class SameLine(QFrame):
    """`merge_wanted` and `apart_wanted` are about `other`."""

    merge_wanted = Signal()
    apart_wanted = Signal()

    def __init__(
        self, theme: Theme, other: OrganizationLine, why: Phrase, *, editable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        text = self.tr("Possibly the same: {name}, {people} · {why}").format(
            name=other.name, people=people_text(other.people), why=said(why)
        )
        merge = SecondaryButton(theme, self.tr("Merge"))
        merge.setAccessibleName(self.tr("Merge {name} into this one").format(name=other.name))
        merge.clicked.connect(self.merge_wanted)
        apart = TextButton(theme, self.tr("Not the same"))
        apart.setAccessibleName(self.tr("Not the same as {name}").format(name=other.name))
        apart.clicked.connect(self.apart_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(8)
        layout.addWidget(ElidedLabel(theme, text), 1)
        for button in (merge, apart):
            button.setEnabled(editable)
            layout.addWidget(button)
