"""What may be meant by `@` or `#` is offered below the cursor as one types."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QPlainTextEdit, QStyle, QStyleOptionViewItem

from infoview_desktop.store.reads import notes
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.ui.controls.announcement import announce
from infoview_desktop.ui.controls.row_delegate import RowDelegate
from infoview_desktop.ui.editing.completion import OFFERED
from infoview_desktop.ui.notes.qt_places import python_place, qt_place
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import PLAIN_ROW, SPACE_M

_LOOKED_AT = 60
_BEGUN = re.compile(r"(?<![\w@./#&])(?:@(?P<name>\w[^@#\n]{0,40})|#(?P<tag>[\w-]{1,40}))$")
_WIDTH = 340
_Index = QModelIndex | QPersistentModelIndex
_TAKING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -OFFERED,
    Qt.Key.Key_PageDown: OFFERED,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody, or a tag where there is no `contact_id`; `words` stand after the sign then."""

    words: str
    told: str = ""
    contact_id: int | None = None


class Offering(QObject):
    """Offers people after an `@` and tags after a `#`; arrows choose, Enter and Tab take, Escape leaves it."""

    taken = Signal(object, int)
    """An `Offer`, and how many places before the cursor it is to stand in for."""

    def __init__(self, theme: Theme, reader: Reader, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._theme = theme
        self._reader = reader
        self._editor = editor
        self._begun = 0
        self._model = QStandardItemModel(self)
        # Not a QCompleter, whose pop-up list is deleted twice when the window goes.
        self.popup = QListView(editor)
        self.popup.hide()
        self.popup.setAccessibleName(self.tr("People and tags to choose from"))
        self.popup.setProperty("kind", "offers")
        self.popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.popup.setUniformItemSizes(True)
        self.popup.setModel(self._model)
        self.popup.setItemDelegate(_OfferDelegate(theme, self.popup))
        self.popup.selectionModel().currentChanged.connect(self._on_current_changed)
        self.popup.clicked.connect(self._on_activated)
        editor.verticalScrollBar().valueChanged.connect(self.popup.hide)

    def takes(self, event: QKeyEvent) -> bool:
        """Take a key that is for what is offered, not for the editor."""
        if not self.popup.isVisible():
            return False
        key, row = event.key(), self.popup.currentIndex().row()
        if key in _STEPS:
            last = self._model.rowCount() - 1
            self.popup.setCurrentIndex(self._model.index(max(0, min(last, row + _STEPS[Qt.Key(key)])), 0))
        elif key in _TAKING:
            self._on_activated(self.popup.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.popup.hide()
        else:
            return False
        return True

    def update(self, known: set[str]) -> None:
        """Offer what may be meant by what stands before the cursor; nothing for who is `known` already."""
        cursor = self._editor.textCursor()
        line = cursor.block().text()
        end = python_place(line, cursor.positionInBlock())
        before = line[max(0, end - _LOOKED_AT) : end]
        begun = _BEGUN.search(before)
        offers = self._offers(begun, known) if begun and not cursor.hasSelection() else []
        if not begun or not offers:
            self.popup.hide()
            return
        self._begun = qt_place(before, len(before)) - qt_place(before, begun.start() + 1)
        self._model.clear()
        for offer in offers:
            item = QStandardItem(offer.words)
            item.setData(offer, Qt.ItemDataRole.UserRole)
            item.setAccessibleText(" ".join(text for text in (offer.words, offer.told) if text))
            self._model.appendRow(item)
        self._show()
        self.popup.setCurrentIndex(self._model.index(0, 0))

    def _show(self) -> None:
        """Lay the list below the line in the window, or above it where there is no room below."""
        window, line = self._editor.window(), self._editor.cursorRect()
        self.popup.setParent(window)
        height = 2 * self.popup.frameWidth() + self._model.rowCount() * self._theme.scaled(PLAIN_ROW)
        at = self._editor.viewport().mapTo(window, line.bottomLeft())
        if at.y() + height > window.height():
            at.setY(self._editor.viewport().mapTo(window, line.topLeft()).y() - height)
        width = min(self._theme.scaled(_WIDTH), window.width())
        self.popup.setGeometry(max(0, min(at.x(), window.width() - width)), max(0, at.y()), width, height)
        self.popup.show()
        self.popup.raise_()

    def _offers(self, begun: re.Match[str], known: set[str]) -> list[Offer]:
        if begun["tag"]:
            tags = notes.tags_beginning(self._reader, beginning=begun["tag"], limit=OFFERED)
            return [Offer(tag) for tag in tags if tags != [begun["tag"]]]
        name = begun["name"]
        if any(name == words or name.startswith(f"{words} ") for words in known):
            return []
        found = notes.people_to_mention(self._reader, beginning=name, limit=OFFERED)
        return [Offer(one.name, one.work, one.id) for one in found]

    def _on_current_changed(self, index: QModelIndex) -> None:
        """Say what Enter would take: a pop-up list is out of a screen reader's sight."""
        if index.isValid():
            said = self.tr("{offer}, {number} of {count}")
            count = index.model().rowCount()
            told = index.data(Qt.ItemDataRole.AccessibleTextRole)
            announce(self._editor, said.format(offer=told, number=index.row() + 1, count=count))

    def _on_activated(self, index: QModelIndex) -> None:
        self.popup.hide()
        self.taken.emit(index.data(Qt.ItemDataRole.UserRole), self._begun)


class _OfferDelegate(RowDelegate):
    """The words, and where somebody works beside them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one offer."""
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        state, rect = option.state, option.rect
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self.paint_ground(painter, rect, selected=selected, hovered=hovered)
        inside = rect.adjusted(SPACE_M, 0, -SPACE_M, 0)
        self.paint_text(painter, inside, offer.words, "body", self._theme.tokens.ink)
        inside.setLeft(inside.left() + self.metrics("body").horizontalAdvance(offer.words) + SPACE_M)
        self.paint_text(painter, inside, offer.told, "caption", self._theme.tokens.ink2)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        """As high as a plain row."""
        return QSize(self._theme.scaled(_WIDTH), self._theme.scaled(PLAIN_ROW))
