"""The editor of one note: Markdown that stays text, with its look as one types."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QListView, QPlainTextEdit, QWidget

from infoview_desktop.domain import markdown
from infoview_desktop.domain.markdown import Kind
from infoview_desktop.domain.note import LONGEST_NOTE, cleaned
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.ui.editing.field_edits import Rest, is_of_the_window
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.links import open_address
from infoview_desktop.ui.notes.code_lines import CodeLines
from infoview_desktop.ui.notes.live_style import LiveStyle
from infoview_desktop.ui.notes.offering import Offer, Offering
from infoview_desktop.ui.notes.qt_places import python_place
from infoview_desktop.ui.theme.theme import Theme

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_WRAPS = {Qt.Key.Key_B: "**", Qt.Key.Key_I: "*"}
_FOLLOWED = {Kind.LINK, Kind.TAG, Kind.MENTION}


EDITOR_KEYS = KeyGroup(
    Phrase("In a note"),
    (
        KeyHint(("Ctrl+B",), Phrase("Strong")),
        KeyHint(("Ctrl+I",), Phrase("Emphasis")),
        KeyHint(("Ctrl+Return",), Phrase("Follow the link, tag or person at the cursor")),
        KeyHint(("@", "#"), Phrase("Offer people and tags as you type")),
        KeyHint(("Tab", "Shift+Tab"), Phrase("In a list, further in and out")),
        KeyHint(("Esc",), Phrase("Done; it is stored")),
    ),
)


class NoteEditor(QPlainTextEdit):
    """Takes plain text and nothing else; nothing in it is ever loaded, and only what is followed is opened.

    Ctrl+Enter and Ctrl+click follow a link, a tag or a person. Tab leaves the editor, except in a list.
    """

    typed = Signal()
    """The user changed something."""
    rested = Signal()
    """A moment after typing, and again and again while it goes on."""
    done = Signal()
    """Escape: the visit is over."""
    person_wanted = Signal(int)
    tag_wanted = Signal(str)
    refused = Signal(str)
    """Why something was not done, in words."""

    def __init__(self, theme: Theme, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: dict[str, int] = {}
        self._offering = Offering(theme, reader, self)
        self._offering.taken.connect(self._on_taken)
        self._theme = theme
        self._style = LiveStyle(theme, self)
        self._code = CodeLines(self.document())
        self._code.moved.connect(self.viewport().update)
        self._showing = False
        self._rest = Rest(self)
        self._rest.timeout.connect(self.rested)
        self.setAccessibleName(self.tr("Note editor"))
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self.document().contentsChange.connect(self._on_contents_changed)
        theme.changed.connect(self.viewport().update)

    @property
    def text(self) -> str:
        """All that stands in it. `toPlainText` would give no-break spaces away, and take longer."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def offered(self) -> QListView:
        """The list of what is offered at the cursor, in sight or not."""
        return self._offering.popup

    @property
    def people(self) -> Mapping[str, int]:
        """Whom the words after an `@` mean: contacts' ids."""
        return dict(self._people)

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.document().isModified()

    def set_changed(self, changed: bool) -> None:  # noqa: FBT001 - reads like a setter of Qt's
        """Say whether something stands in it that is not stored."""
        self.document().setModified(changed)

    def show_text(self, text: str, people: Mapping[str, int]) -> None:
        """Show a note, or what was typed of one; the cursor stays at its place as far as there is one."""
        place, document = self.textCursor().position(), self.document()
        if text or not document.isEmpty() or document.isUndoAvailable() or document.isRedoAvailable():
            self._showing = True
            self.setPlainText(text)
            self._showing = False
        self._rest.stop()
        self.set_people(people)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def set_people(self, people: Mapping[str, int]) -> None:
        """Say whom the words after an `@` mean."""
        self._people = dict(people)
        self._style.set_people(self._people)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window once there is nothing of the note's own to take back; keep the note's own keys."""
        document = self.document()
        if is_of_the_window(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            event.ignore()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Let Tab go on to the next control, except in a list, where it goes further in."""
        if self._offering.popup.isVisible():
            return False
        if not self.isReadOnly() and self._is_item(self.textCursor().block()):
            return False
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with a list, wrap in signs, follow, and leave."""
        key, control = event.key(), event.modifiers() == _CONTROL
        if self._offering.takes(event):
            event.accept()
        elif key == Qt.Key.Key_Escape:
            self.done.emit()
        elif control and key in _ENTER:
            self._follow(self.textCursor())
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif control and key in _WRAPS:
            self._wrap(_WRAPS[Qt.Key(key)])
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._indent(deeper=key == Qt.Key.Key_Tab)
        elif self._is_full and (key in _ENTER or event.text().isprintable()) and event.text():
            self._refuse_more()
        elif not (key in _ENTER and not event.modifiers() and self._continue_list()):
            super().keyPressEvent(event)
            if event.text():
                self._offering.update(set(self._people))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing to who types elsewhere."""
        self._offering.popup.hide()
        super().focusOutEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Offer people also to who writes by an input method."""
        super().inputMethodEvent(event)
        if event.commitString():
            self._offering.update(set(self._people))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow what is clicked with Ctrl."""
        super().mouseReleaseEvent(event)
        if event.modifiers() == _CONTROL and event.button() == Qt.MouseButton.LeftButton:
            self._follow(self.cursorForPosition(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where Ctrl and a click would follow something."""
        super().mouseMoveEvent(event)
        follows = event.modifiers() == _CONTROL and self._target(self.cursorForPosition(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if follows else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Give the lines in sight their look, and paint them; behind code is a ground as wide as the note."""
        block = self.firstVisibleBlock()
        rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
        grounds = []
        while block.isValid() and rect.top() <= self.viewport().height():
            in_code = block in self._code
            self._style.dress(block, in_code=in_code)
            rect.setHeight(self.blockBoundingRect(block).height())
            if in_code:
                grounds.append(QRectF(0, rect.top(), self.viewport().width(), rect.height()))
            rect.moveTop(rect.bottom())
            block = block.next()
        if grounds:
            painter = QPainter(self.viewport())
            for ground in grounds:
                painter.fillRect(ground, QColor(self._theme.tokens.quiet))
            painter.end()
        super().paintEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's own
        """Take text; leave files to the window."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's own
        """Paste, or take what is dropped: as plain text, whatever else it could be."""
        pasted = source.text()
        selected = len(self.textCursor().selectedText())
        if self.document().characterCount() - selected + len(pasted) > LONGEST_NOTE:
            self._refuse_more()
            return
        self.textCursor().insertText(cleaned(pasted))
        self.ensureCursorVisible()

    @property
    def _is_full(self) -> bool:
        return self.document().characterCount() > LONGEST_NOTE and not self.textCursor().hasSelection()

    def _refuse_more(self) -> None:
        number = self.locale().toString(LONGEST_NOTE)
        words = self.tr("That is more than one note can hold ({number} characters). The note is as it was.")
        self.refused.emit(words.format(number=number))

    def _is_own(self, event: QKeyEvent) -> bool:
        return event.modifiers() == _CONTROL and (
            event.key() in _ENTER or (event.key() in _WRAPS and not self.isReadOnly())
        )

    def _target(self, cursor: QTextCursor) -> markdown.Span | None:
        """What can be followed where the cursor stands."""
        line, place = cursor.block().text(), cursor.positionInBlock()
        column = python_place(line, place)
        found = markdown.spans(line, self._people, in_code=cursor.block() in self._code)
        return next((span for span in found if span.kind in _FOLLOWED and span.start <= column <= span.end), None)

    def _follow(self, cursor: QTextCursor) -> None:
        span = self._target(cursor)
        if span is None:
            return
        if span.kind is Kind.MENTION:
            self.person_wanted.emit(self._people[span.target])
        elif span.kind is Kind.TAG:
            self.tag_wanted.emit(span.target)
        else:
            self._open(span.target)

    def _open(self, address: str) -> None:
        if not open_address(address):
            self.refused.emit(self.tr("Only addresses of the web and of mail are opened from a note."))

    def _wrap(self, sign: str) -> None:
        """Set the selected words between two signs, or the cursor."""
        cursor = self.textCursor()
        words = cursor.selectedText()
        start = cursor.selectionStart()
        cursor.insertText(f"{sign}{words}{sign}")
        cursor.setPosition(start + len(sign))
        cursor.setPosition(start + len(sign) + len(words), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _continue_list(self) -> bool:
        """Begin the next line of a list, or end the list; whether that was to be done."""
        cursor = self.textCursor()
        line = cursor.block().text()
        beginning = None if cursor.block() in self._code else markdown.continued(line)
        if beginning is None or cursor.hasSelection() or cursor.positionInBlock() < len(line) - len(line.lstrip()) + 1:
            return False
        if beginning:
            cursor.insertText(f"\n{beginning}")
        else:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _indent(self, *, deeper: bool) -> None:
        """Move the selected lines of a list further in, or out."""
        cursor = self.textCursor()
        document = self.document()
        block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        cursor.beginEditBlock()
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            self._indent_line(block, deeper=deeper)
            block = block.next()
        cursor.endEditBlock()

    def _indent_line(self, block: QTextBlock, *, deeper: bool) -> None:
        line = block.text()
        if not self._is_item(block):
            return
        spaces = len(line) - len(line.lstrip())
        wanted = markdown.indented(line[:spaces], deeper=deeper)
        if wanted != line[:spaces]:
            cursor = QTextCursor(block)
            if deeper:
                cursor.insertText(wanted[spaces:])
            else:
                cursor.setPosition(block.position() + spaces - len(wanted), QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()

    def _is_item(self, block: QTextBlock) -> bool:
        return block not in self._code and markdown.is_item(block.text())

    @Slot(object, int)
    def _on_taken(self, offer: Offer, begun: int) -> None:
        """Let what was offered stand in the place of its beginning."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, begun)
        cursor.insertText(offer.words)
        self.setTextCursor(cursor)
        if offer.contact_id is not None:
            self.set_people({**self._people, offer.words: offer.contact_id})

    @Slot(int, int, int)
    def _on_contents_changed(self, _place: int, _removed: int, _added: int) -> None:
        if not self._showing:
            self._rest.begin()
            self.typed.emit()
