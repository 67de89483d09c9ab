"""The sheet that calls a direction otherwise, or takes it away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.operations import directions
from infoview_desktop.store.reads.directions import DirectionCount
from infoview_desktop.ui.controls.buttons import TextButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.form_sheet import FormSheet

_WIDTH = 460


class DirectionSheet(FormSheet):
    """One field with the direction's name; `renamed` carries the new one."""

    renamed = Signal(str)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, direction: DirectionCount) -> None:
        title = self.tr("Rename direction")
        super().__init__(theme, runner, window, width=_WIDTH, name=title, title=title, does=self.tr("Rename"))
        self._direction_id = direction.id
        self._edit = Field(direction.name)
        self._edit.setAccessibleName(self.tr("Direction"))
        self._edit.textChanged.connect(self._on_text_changed)
        remove = TextButton(theme, self.tr("Remove"), icon="trash")
        remove.setToolTip(self.tr("Whoever has it stays on the short list."))
        remove.clicked.connect(self._on_remove)
        self.confirmed.connect(self._on_confirmed)
        self.lay_out(self._edit, first=self._edit, other=remove)

    def open(self) -> None:
        """Come up with the name ready to be typed anew."""
        super().open()
        self._edit.selectAll()

    def _on_text_changed(self, text: str) -> None:
        self.button.setEnabled(bool(text.strip()))

    def _on_confirmed(self) -> None:
        name = self._edit.text().strip()
        self.do(
            directions.rename_direction,
            direction_id=self._direction_id,
            name=name,
            then=lambda _outcome: self.renamed.emit(name),
        )

    def _on_remove(self) -> None:
        self.do(directions.remove_direction, direction_id=self._direction_id)
