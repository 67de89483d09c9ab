"""The search field of the top bar: people, interviews, notes, organizations, tags, commands, best first as typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.controls.clearable_edit import ClearableEdit
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from infoview_desktop.ui.search.results import Results

_KEYS = "Ctrl+K"
_HINT_BESIDE, _HINT_ABOVE, _HINT_RADIUS = 6, 2, 4
_MARGIN = 9
_PICTURE = 34
"""Pixels that the picture at the left takes."""

SEARCH_KEYS = KeyGroup(
    Phrase("In the search"),
    (
        KeyHint(("Up", "Down"), Phrase("Choose among the results")),
        KeyHint(("PgUp", "PgDown"), Phrase("Go on by what is in sight")),
        KeyHint(("Ctrl+Home", "Ctrl+End"), Phrase("To the first and the last")),
        KeyHint(("Return",), Phrase("Go there")),
        KeyHint(("Esc",), Phrase("Give up")),
    ),
)


class Finder(ClearableEdit):
    """Tells by its signals what is chosen; a chosen command is triggered."""

    person_chosen = Signal(int)
    organization_chosen = Signal(int, str)
    """Its id and its name."""
    tag_chosen = Signal(str)
    interview_chosen = Signal(int)
    note_chosen = Signal(int)
    new_contact_wanted = Signal(str)
    """Somebody of this name is to be taken down."""

    def __init__(self, theme: Theme, runner: Runner) -> None:
        super().__init__()
        self._theme = theme
        self._runner = runner
        self._commands: list[QAction] = []
        self._usual: list[QAction] = []
        self._new_contact: QAction | None = None
        self._returns_to: QWidget | None = None
        self._keys = QKeySequence(_KEYS).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self.setAccessibleName(self.tr("Search"))
        picture = self.addAction(theme.icon("search", role="ink3"), QLineEdit.ActionPosition.LeadingPosition)
        picture.setText(self.tr("Search"))
        self.textEdited.connect(self._on_text_edited)

    @cached_property
    def _results(self) -> Results:
        from infoview_desktop.ui.search.results import Results  # noqa: PLC0415 - once somebody searches

        return Results(self._theme, self._runner, self, self, self._commands, self._usual)

    def offer(self, commands: Sequence[QAction], *, usual: Sequence[QAction], new_contact: QAction) -> None:
        """Find these commands as well, as far as they can be used; the `usual` before anything is typed."""
        self._commands += [command for command in commands if command.text() and command.menu() is None]
        self._usual += usual
        self._new_contact = new_contact

    def start(self) -> None:
        """Take the cursor, ready to type."""
        if not self.hasFocus():
            self._returns_to = self.window().focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._results.look_for(self.text())

    def person(self, contact_id: int) -> None:
        """Go to a person."""
        self._results.remember(contact_id)
        self._close()
        self.person_chosen.emit(contact_id)

    def organization(self, organization_id: int, name: str) -> None:
        """Go to an organization."""
        self._close()
        self.organization_chosen.emit(organization_id, name)

    def tag(self, name: str) -> None:
        """Go to those who have a tag."""
        self._close()
        self.tag_chosen.emit(name)

    def interview(self, interview_id: int) -> None:
        """Go to an interview."""
        self._close()
        self.interview_chosen.emit(interview_id)

    def note(self, note_id: int) -> None:
        """Go to a note."""
        self._close()
        self.note_chosen.emit(note_id)

    def command(self, action: QAction) -> None:
        """Do it, from where one was."""
        self._close()
        self._go_back()
        action.trigger()

    def takes_contacts(self) -> bool:
        """Whether somebody new can be taken down."""
        return self._new_contact is not None and self._new_contact.isEnabled()

    def new_contact(self, name: str) -> None:
        """Take somebody down."""
        self._close()
        self._go_back()
        self.new_contact_wanted.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose, Enter goes there, Escape gives up; all else is typing."""
        ends = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Down:
                self._results.step(1, round_and_round=True)
            case Qt.Key.Key_Up:
                self._results.step(-1, round_and_round=True)
            case Qt.Key.Key_PageDown:
                self._results.step_page(1)
            case Qt.Key.Key_PageUp:
                self._results.step_page(-1)
            case Qt.Key.Key_End if ends:
                self._results.step_to_end(1)
            case Qt.Key.Key_Home if ends:
                self._results.step_to_end(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._results.choose()
            case Qt.Key.Key_Escape:
                self._close()
                self._go_back()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what one may want, as the keys do."""
        super().mousePressEvent(event)
        self._results.look_for(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the results away with the cursor."""
        super().focusOutEvent(event)
        if "_results" in self.__dict__:
            self._results.close_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much of what can be found as there is room for."""
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        room = self._hint_rect().left() - self._theme.scaled(_PICTURE) - _MARGIN
        self.setPlaceholderText(
            next((text for text in self._placeholders() if metrics.horizontalAdvance(text) <= room), self.tr("Search"))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint its keys at the right for as long as nothing is typed."""
        super().paintEvent(event)
        if self.text():
            return
        tokens, hint = self._theme.tokens, self._hint_rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(tokens.hairline))
        painter.drawRoundedRect(hint, _HINT_RADIUS, _HINT_RADIUS)
        painter.setPen(QColor(tokens.ink3))
        painter.drawText(hint, Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.end()

    def _placeholders(self) -> tuple[str, ...]:
        """What the empty field says, the longest first."""
        return (
            self.tr("Search people, notes, interviews, organizations, tags, commands …"),
            self.tr("Search people, notes, interviews, organizations …"),
            self.tr("Search people, notes, interviews …"),
            self.tr("Search people, notes …"),
            self.tr("Search people …"),
        )

    def _hint_rect(self) -> QRect:
        metrics = QFontMetrics(self._theme.font("small"))
        width = metrics.horizontalAdvance(self._keys) + 2 * _HINT_BESIDE
        height = metrics.height() + 2 * _HINT_ABOVE
        return QRect(self.width() - width - _MARGIN, (self.height() - height) // 2, width, height)

    def _on_text_edited(self, typed: str) -> None:
        self._results.look_for(typed)

    def _go_back(self) -> None:
        if self._returns_to is not None and isValid(self._returns_to) and self._returns_to.isVisible():
            self._returns_to.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()

    def _close(self) -> None:
        self.clear()
        self._results.close_list()
