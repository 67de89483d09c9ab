"""What a pane says while there is nothing in it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.ui.controls.buttons import PrimaryButton, TextButton
from infoview_desktop.ui.controls.drawing import Drawing
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_M, SPACE_XL

_PICTURE = 40
_WIDEST = 340
_NEARLY_ALL = 1000


class EmptyState(QWidget):
    """One sentence and one button in the middle of the pane they belong to.

    Args:
        theme: what it is painted with.
        sentence: what the pane is for, or what to do first.
        button_text: what the button does; no button where it is None.
        icon: a drawing above the sentence.
        other_text: what one can do instead, as a second button that looks like a link.
        parent: the pane.
    """

    activated = Signal()
    """The button was pressed."""
    other_activated = Signal()
    """The second button was."""

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        button_text: str | None = None,
        icon: str | None = None,
        *,
        other_text: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = Label(theme, sentence, ink="ink2")
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QWidget()
        middle = QHBoxLayout(self)
        middle.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        middle.addStretch(1)
        middle.addWidget(self._column, _NEARLY_ALL)
        middle.addStretch(1)
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addStretch()
        if icon is not None:
            picture = Drawing(theme, icon, size=_PICTURE, role="ink3")
            layout.addWidget(picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence)
        if button_text is not None:
            button = PrimaryButton(theme, button_text)
            button.clicked.connect(self.activated)
            self.setFocusProxy(button)
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        if other_text is not None:
            other = TextButton(theme, other_text)
            other.setProperty("kind", "link")
            other.clicked.connect(self.other_activated)
            layout.addWidget(other, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._column.setMaximumWidth(self._theme.scaled(_WIDEST))
