"""The sheet that calls a direction otherwise, or takes it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations import directions
from infoview_desktop.store.reads.directions import DirectionCount
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton, TextButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.wording import told

_WIDTH = 460


class DirectionSheet(Sheet):
    """One field with the direction's name; `renamed` carries the new one."""

    renamed = Signal(str)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, direction: DirectionCount) -> None:
        super().__init__(theme, window, width=_WIDTH, name=self.tr("Rename direction"))
        self._runner = runner
        self._direction_id = direction.id
        self._edit = Field(direction.name)
        self._edit.setAccessibleName(self.tr("Direction"))
        self._edit.textChanged.connect(self._on_text_changed)
        self._edit.returnPressed.connect(self._on_rename)
        self._trouble = Label(theme, font="caption", ink="red")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        remove = TextButton(theme, self.tr("Remove"), icon="trash")
        remove.setToolTip(self.tr("Whoever has it stays on the short list."))
        remove.clicked.connect(self._on_remove)
        cancel = SecondaryButton(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self._rename = PrimaryButton(theme, self.tr("Rename"))
        self._rename.clicked.connect(self._on_rename)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(remove)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._rename)
        self.body.addWidget(Label(theme, self.tr("Rename direction"), font="large"))
        self.body.addWidget(self._edit)
        self.body.addWidget(self._trouble)
        self.body.addLayout(buttons)

    def open(self) -> None:
        """Come up with the name ready to be typed anew."""
        super().open()
        self._edit.setFocus(Qt.FocusReason.PopupFocusReason)
        self._edit.selectAll()

    def _on_text_changed(self, text: str) -> None:
        self._rename.setEnabled(bool(text.strip()))

    def _on_rename(self) -> None:
        name = self._edit.text().strip()
        if name:
            self._runner.do(
                directions.rename_direction,
                direction_id=self._direction_id,
                name=name,
                then=lambda _outcome: self._on_renamed(name),
                failed=self._on_failed,
            )

    def _on_renamed(self, name: str) -> None:
        self.dismiss()
        self.renamed.emit(name)

    def _on_remove(self) -> None:
        self._runner.do(
            directions.remove_direction,
            direction_id=self._direction_id,
            then=lambda _outcome: self.dismiss(),
            failed=self._on_failed,
        )

    def _on_failed(self, error: KnownError) -> None:
        self._trouble.setText(told(error))
        self._trouble.show()
