"""A field of one line with a button that empties it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from infoview_desktop.ui.controls.field import Field

_CLEAR_ACTION = "_q_qlineeditclearaction"
"""What Qt calls the action of its clear button."""


class ClearableEdit(Field):
    """A field whose clear button has a name, which Qt's own has not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        clear = self.findChild(QAction, _CLEAR_ACTION)
        if clear is not None:
            clear.setText(self.tr("Clear"))
