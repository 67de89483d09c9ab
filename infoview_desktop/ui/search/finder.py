"""The search field of the top bar: people and commands, best first while one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from infoview_desktop.domain.contact import ContactLine
from infoview_desktop.domain.contact_filter import parse
from infoview_desktop.store.reads import contacts
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.ui.controls.clearable_edit import ClearableEdit
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import ICON

_PEOPLE = 8
_COMMANDS = 4


@dataclass(frozen=True, slots=True)
class _Found:
    typed: str
    people: Sequence[ContactLine]


def _find(reader: Reader, *, typed: str) -> _Found:
    terms = parse(typed)
    listing = contacts.listing(reader, terms=terms)
    return _Found(typed, contacts.page(reader, listing, offset=0, limit=_PEOPLE) if terms else ())


class Finder(ClearableEdit):
    """`person_chosen` carries the id of a person; a chosen command is triggered."""

    person_chosen = Signal(int)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._runner = runner
        self._window = window
        self._commands: list[QAction] = []
        self._returns_to: QWidget | None = None
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Search people and commands …  (Ctrl+K)"))
        picture = self.addAction(theme.icon("search", role="ink3"), QLineEdit.ActionPosition.LeadingPosition)
        picture.setText(self.tr("Search"))
        self.textEdited.connect(self._on_text_edited)

    @cached_property
    def _popup(self) -> _Results:
        popup = _Results(self._theme, self._window)
        popup.list.itemClicked.connect(self._on_item_clicked)
        return popup

    def offer(self, commands: Sequence[QAction]) -> None:
        """Find these as well, as far as they can be used."""
        self._commands += [command for command in commands if command.text() and command.menu() is None]

    def start(self) -> None:
        """Take the cursor, ready to type."""
        if not self.hasFocus():
            self._returns_to = self.window().focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose, Enter goes there, Escape gives up."""
        results = self._popup.list
        match event.key():
            case Qt.Key.Key_Down if results.count():
                results.setCurrentRow((results.currentRow() + 1) % results.count())
            case Qt.Key.Key_Up if results.count():
                results.setCurrentRow((results.currentRow() - 1) % results.count())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if results.currentItem() is not None:
                self._on_item_clicked(results.currentItem())
            case Qt.Key.Key_Escape:
                self._close()
                self._go_back()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the results away with the cursor."""
        super().focusOutEvent(event)
        self._popup.hide()

    def _on_text_edited(self, typed: str) -> None:
        if typed.strip():
            self._runner.ask(_find, typed=typed, then=self._show, key="finder")
        else:
            self._popup.hide()

    def _show(self, found: _Found) -> None:
        if found.typed != self.text() or not self.hasFocus():
            return
        results = self._popup.list
        results.clear()
        for person in found.people:
            work = " · ".join(text for text in (person.position, person.organization) if text)
            item = QListWidgetItem(self._theme.icon("people"), f"{person.name}    {work}" if work else person.name)
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            results.addItem(item)
        for command in self._matching_commands(found.typed):
            shortcut = command.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            text = command.text().replace("&&", "&")
            item = QListWidgetItem(command.icon(), f"{text}    {shortcut}")
            item.setData(Qt.ItemDataRole.UserRole, command)
            results.addItem(item)
        if not results.count():
            nothing = QListWidgetItem(self.tr("Nothing is called so."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            results.addItem(nothing)
        else:
            results.setCurrentRow(0)
        self._popup.open_under(self)

    def _matching_commands(self, typed: str) -> list[QAction]:
        words = typed.casefold().split()
        fitting = (
            command
            for command in self._commands
            if command.isEnabled() and command.isVisible() and all(word in command.text().casefold() for word in words)
        )
        return list(fitting)[:_COMMANDS]

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        chosen = item.data(Qt.ItemDataRole.UserRole)
        self._close()
        if isinstance(chosen, QAction):
            chosen.trigger()
        elif chosen is not None:
            self.person_chosen.emit(chosen)

    def _go_back(self) -> None:
        if self._returns_to is not None and isValid(self._returns_to) and self._returns_to.isVisible():
            self._returns_to.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()

    def _close(self) -> None:
        self.clear()
        self._popup.hide()


class _Results(QFrame):
    """The results under the field, over whatever lies there; the cursor stays in the field."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("kind", "card")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Search results"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setIconSize(QSize(theme.scaled(ICON), theme.scaled(ICON)))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.list)
        self.hide()

    def open_under(self, field: QWidget) -> None:
        """Come up under the field, as high as there are results."""
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        corner = field.mapTo(self._window, QPoint(0, field.height() + 4))
        self.setGeometry(corner.x(), corner.y(), field.width(), rows + 16)
        self.show()
        self.raise_()
