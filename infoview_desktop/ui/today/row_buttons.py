"""The buttons of the chosen row: real ones, so that they can be found, reached and pressed without a mouse."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton, TextButton
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import RADIUS
from infoview_desktop.ui.today.acts import BUTTONS, Act
from infoview_desktop.ui.today.day_row import DayRow
from infoview_desktop.ui.today.row_shape import CHEVRON, RowShape
from infoview_desktop.ui.wording import said


class RowButtons(QWidget):
    """Lie over the chosen row of `parent`; `pressed` carries the `Act`.

    A click leaves the focus where it is, so that the keys of the list go on to work; Tab goes through them.
    """

    pressed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[tuple[Act, bool], QPushButton] = {}
        self._why = _LinkButton(theme, self.tr("why?"))
        self._add(Act.WHY, self._why)
        self.hide()

    def place(self, row: DayRow, shape: RowShape, card: QRect) -> None:
        """Lie over a row of this shape, which fills `card`."""
        shown: list[QPushButton] = []
        for number, (act, rect) in enumerate(shape.buttons):
            button = self._button(act, first=number == 0)
            button.setAccessibleName(f"{button.text()}: {row.title}")
            button.setGeometry(rect)
            shown.append(button)
        if row.link:
            self._why.setAccessibleName(self.tr("{link}: why this is here").format(link=row.link))
            self._why.setGeometry(shape.link)
            shown.append(self._why)
        for button in (*self._buttons.values(), self._why):
            button.setVisible(button in shown)
        for one, following in pairwise(shown):
            self.setTabOrder(one, following)
        self.setGeometry(card)
        # Between its buttons a click belongs to the row.
        self.setMask(self.childrenRegion())
        self.setVisible(bool(shown))

    def rect_of(self, act: Act) -> QPoint | None:
        """The lower left corner of the button of an act, on the screen; None where it is not shown."""
        for (each, _), button in self._buttons.items():
            if each is act and button.isVisible():
                return button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, 2))
        return None

    def _button(self, act: Act, *, first: bool) -> QPushButton:
        key = (act, first)
        if key not in self._buttons:
            words = BUTTONS[act]
            text, icon = said(words.text), words.icon or None
            if first:
                button: SecondaryButton = PrimaryButton(self._theme, text, icon=icon)
            elif icon:
                button = SecondaryButton(self._theme, text, icon=icon)
            else:
                button = _LaterButton(self._theme, text) if act is Act.LATER else TextButton(self._theme, text)
            self._buttons[key] = button
            self._add(act, button)
        return self._buttons[key]

    def _add(self, act: Act, button: QPushButton) -> None:
        button.setParent(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.pressed.emit(act))


class _LaterButton(TextButton):
    """A word and after it an arrow, which is smaller than a drawing."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, icon="chevron-down")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def _icon_size(self) -> QSize:
        return QSize(1, 1) * self._theme.scaled(CHEVRON)


class _LinkButton(TextButton):
    """A button over words that are painted already: only its ring is seen."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(name)
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ring."""
        if self.hasFocus():
            painter = QPainter(self)
            paint_focus_ring(painter, self.rect(), self._theme.tokens, RADIUS)
            painter.end()
