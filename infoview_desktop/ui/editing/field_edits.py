"""What a field is edited with: a line, some lines, a choice.

All of them are `left` when they are left with a change, `given_up` on Escape and `rested` a moment after typing.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from infoview_desktop.ui.controls.field import Field

_PUT_ASIDE_MILLISECONDS = 1_000
"""Typed text is safe within two seconds: one to wait for the next key, the rest to write."""
_LEAST_LINES, _MOST_LINES = 3, 14
_BESIDE, _ARROW = 11, 28
_FEWEST_LETTERS = 12
_FRAME = 18
_STILL_HERE = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class Rest(QTimer):
    """Runs out a moment after the first key; not started anew by each, so that one who types on is safe as well."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(_PUT_ASIDE_MILLISECONDS)

    def begin(self) -> None:
        """Wait, unless it does already."""
        if not self.isActive():
            self.start()


def is_of_the_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether Ctrl+Z or its reverse is the window's: there is nothing of the field's own to take back."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (
            (event.matches(QKeySequence.StandardKey.Undo) and not can_undo)
            or (event.matches(QKeySequence.StandardKey.Redo) and not can_redo)
        )
    )


class LineEdit(Field):
    """A field of one line."""

    left = Signal()
    given_up = Signal()
    rested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest = Rest(self)
        self._rest.timeout.connect(self.rested)
        self.textEdited.connect(self._rest.begin)
        self.returnPressed.connect(self.left)

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.isModified()

    @property
    def typed(self) -> str:
        """What stands in it."""
        return self.text()

    def show_stored(self, text: str) -> None:
        """Show what the book says."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self.setModified(False)

    def show_typed(self, text: str) -> None:
        """Show what was typed and not stored yet."""
        self.setText(text)
        self.setModified(True)

    def take(self, text: str) -> None:
        """Take what was offered; nothing more is going to be typed."""
        self.show_typed(text)
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window once there is nothing of the field's own to take back."""
        if is_of_the_window(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left; Qt itself would not tell again of a text that was refused before."""
        super().focusOutEvent(event)
        if event.reason() not in _STILL_HERE:
            # A long text that nobody is typing is read from its beginning.
            self.setCursorPosition(0)
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the change up."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._rest.stop()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class ProseEdit(QPlainTextEdit):
    """A field of several lines, as high as what is in it; Tab goes on to the next field."""

    left = Signal()
    given_up = Signal()
    rested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest = Rest(self)
        self._rest.timeout.connect(self.rested)
        self._showing = False
        self.setTabChangesFocus(True)
        # Its height is its own: in a tall window the form is not spread out.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.document().isModified()

    @property
    def typed(self) -> str:
        """All of it."""
        return self.toPlainText()

    def setModified(self, modified: bool) -> None:  # noqa: N802, FBT001 - as the field of one line has it
        """Say whether something was typed that is not stored."""
        self.document().setModified(modified)

    def show_stored(self, text: str) -> None:
        """Show what the book says."""
        if text != self.typed:
            self._show(text)
        self.setModified(False)

    def show_typed(self, text: str) -> None:
        """Show what was typed and not stored yet."""
        self._show(text)
        self.setModified(True)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window once there is nothing of the field's own to take back."""
        document = self.document()
        if is_of_the_window(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """As high as the text, within bounds."""
        wanted = int(self.document().documentLayout().documentSize().height())  # in lines, as they are wrapped
        lines = min(max(_LEAST_LINES, wanted), _MOST_LINES)
        beside = 2 * int(self.document().documentMargin()) + _FRAME
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * lines + beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for lines that are wrapped otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """No lower than its lines."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's own
        """Leave files to the window."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left."""
        super().focusOutEvent(event)
        if event.reason() not in _STILL_HERE:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the change up."""
        if event.key() == Qt.Key.Key_Escape and self.changed:
            self._rest.stop()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, text: str) -> None:
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def _on_text_changed(self) -> None:
        self.updateGeometry()
        if not self._showing:
            self._rest.begin()


class ChoiceEdit(QPushButton):
    """A field of a few values, stored as soon as one is chosen.

    A button with a menu rather than a box: a screen reader is told its label and the value, on every system.
    """

    left = Signal()
    given_up = Signal()
    rested = Signal()

    def __init__(self, label: str, choices: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changed = False
        self._label = label
        self._value = ""
        self._choices: dict[str, QAction] = {}
        self.setProperty("kind", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        menu = QMenu(self)
        menu.setAccessibleName(label)
        self._group = QActionGroup(menu)
        self.setMenu(menu)
        for value, words in choices:
            self.offer(value, words)

    def offer(self, value: str, words: str, *, icon: QIcon | None = None) -> None:
        """Let a value be chosen, too; nothing happens where it can be already."""
        if value not in self._choices:
            action = self._choices[value] = QAction(icon or QIcon(), words, self.menu(), checkable=True)
            action.triggered.connect(lambda _checked=False: self._on_chosen(value))
            self._group.addAction(action)
            self.menu().addAction(action)

    @property
    def typed(self) -> str:
        """The value that is chosen."""
        return self._value

    def setModified(self, modified: bool) -> None:  # noqa: N802, FBT001 - as the field of one line has it
        """Say whether something was chosen that is not stored."""
        self.changed = modified

    def show_stored(self, text: str) -> None:
        """Show what the book says."""
        self._value = text
        self._choices[text].setChecked(True)
        words = self._choices[text].text()
        self.setText(words)
        self.setAccessibleName(f"{self._label}: {words}")
        self.changed = False

    def show_typed(self, text: str) -> None:
        """Show what was chosen and not stored yet."""
        self.show_stored(text)
        self.changed = True

    def setReadOnly(self, read_only: bool) -> None:  # noqa: N802, FBT001 - as the field of one line has it
        """Let nothing be chosen."""
        self.setDisabled(read_only)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters, or a long value would widen the whole form; it ends in an ellipsis."""
        least = self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS + _BESIDE + _ARROW
        whole = super().minimumSizeHint()
        return QSize(min(least, whole.width()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the value as a field shows its text; a style sheet would set it at the very edge."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        inside = self.rect().adjusted(_BESIDE, 0, -_ARROW, 0)
        fitting = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choices with the keys that open a box, too."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, value: str) -> None:
        if value != self._value:
            self.show_typed(value)
            self.left.emit()


FieldEdit = LineEdit | ProseEdit | ChoiceEdit
