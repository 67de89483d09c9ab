"""Where the user's data is, and the backups of it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads import backups
from infoview_desktop.ui.controls.buttons import SecondaryButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.settings.section import Surroundings
from infoview_desktop.ui.wording import moment_text, said


class DataFolder(QWidget):
    """The folder, which can be opened."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        theme = around.theme
        words = Label(
            theme,
            self.tr("Everything stays on this computer, in one folder.")
            if around.kept
            else self.tr("This is a throw-away copy: its folder goes away with the window."),
            ink="ink2",
        )
        words.setWordWrap(True)
        open_folder = SecondaryButton(theme, self.tr("Open folder"))
        open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(around.directory))))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(ElidedLabel(theme, str(around.directory)), 1)
        row.addWidget(open_folder)
        _column(self, words, row)


class Backups(QWidget):
    """How many there are, and of when; one can be made, and put back."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        theme = around.theme
        words = Label(theme, self._standing(around), ink="ink2")
        words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, command in ((self.tr("Write a backup"), "back_up"), (self.tr("Put a backup back"), "restore")):
            button = SecondaryButton(theme, text)
            button.clicked.connect(lambda _checked=False, command=command: around.run(command))
            row.addWidget(button)
        row.addStretch()
        _column(self, words, row)

    def _standing(self, around: Surroundings) -> str:
        kept = backups.existing(around.directory)
        if not kept:
            return self.tr("There is none yet: one is made before every import.")
        size = self.locale().formattedDataSize(
            sum(one.size for one in kept), 1, QLocale.DataSizeFormat.DataSizeSIFormat
        )
        return said(
            Phrase.counted(
                "There is one, of {moment}: {size}.",
                "The last is of {moment}. {count} are kept, {size} in all.",
                len(kept),
                moment=moment_text(kept[0].made_at),
                size=size,
            )
        )


def _column(widget: QWidget, words: Label, row: QHBoxLayout) -> None:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(words)
    layout.addLayout(row)
