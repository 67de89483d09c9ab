"""What is shown instead of the window when the book cannot be opened."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme

_WIDTH = 460


class TroubleDialog(QDialog):
    """Says why; where a backup can be put back, `backup_of` says when it was made, and accepting puts it back."""

    def __init__(self, theme: Theme, sentence: str, *, backup_of: str | None) -> None:
        super().__init__()
        self.setWindowTitle("InfoView")
        words = Label(theme, sentence)
        words.setWordWrap(True)
        words.setFixedWidth(theme.scaled(_WIDTH))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        leave = SecondaryButton(theme, self.tr("Quit"))
        leave.clicked.connect(self.reject)
        buttons.addWidget(leave)
        if backup_of is not None:
            put_back = PrimaryButton(theme, self.tr("Put back the backup of {moment}").format(moment=backup_of))
            put_back.clicked.connect(self.accept)
            buttons.addWidget(put_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(16)
        layout.addWidget(Label(theme, self.tr("The book cannot be opened"), font="large"))
        layout.addWidget(words)
        layout.addLayout(buttons)
