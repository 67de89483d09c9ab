"""About: every field of a person, edited where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QFormLayout, QScrollArea, QVBoxLayout, QWidget

from infoview_desktop.domain.contact import Contact
from infoview_desktop.domain.known_error import NOTHING, KnownError
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import contacts, put_aside
from infoview_desktop.operations.contact_fields import EDITABLE
from infoview_desktop.store.reads import organizations
from infoview_desktop.store.reads.put_aside import CONTACT_PLACES
from infoview_desktop.store.reads.put_aside import put_aside as read_put_aside
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.people.contact_columns import source_text
from infoview_desktop.ui.people.field_label import field_label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import date_text, said

_PUT_ASIDE_MILLISECONDS = 1_000
"""Typed text is safe within two seconds: one to wait for the next key, the rest to write."""
_NAMES_OFFERED = 8


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of the form: the operation's name for it, its label and what to write in it."""

    name: str
    label: Phrase
    hint: Phrase = NOTHING


_FIELDS = (
    _Field("given_name", Phrase("Given name")),
    _Field("family_name", Phrase("Family name")),
    _Field("credentials", Phrase("Credentials"), Phrase("PhD, MBA")),
    _Field("position", Phrase("Position")),
    _Field("organization", Phrase("Organization")),
    _Field("emails", Phrase("E-mail"), Phrase("several with commas between")),
    _Field("phones", Phrase("Phone"), Phrase("several with commas between")),
    _Field("tags", Phrase("Tags"), Phrase("alumni, data, lima")),
)


class AboutForm(QScrollArea):
    """The fields of one person. A field that is left is one step of undo; Escape gives its change up."""

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._contact: Contact | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._connected_on = Label(theme)
        self._source = Label(theme)
        self._edits: dict[str, FieldEdit] = {}
        form = QFormLayout()
        form.setContentsMargins(16, 16, 16, 16)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in _FIELDS:
            edit = FieldEdit()
            edit.setAccessibleName(said(field.label))
            edit.setPlaceholderText(said(field.hint))
            edit.setReadOnly(not editable)
            edit.left.connect(lambda name=field.name: self._on_left(name))
            edit.given_up.connect(lambda name=field.name: self._on_given_up(name))
            edit.rested.connect(lambda name=field.name: self._on_rested(name))
            self._edits[field.name] = edit
            form.addRow(field_label(theme, said(field.label), edit), edit)
        for text, value in ((self.tr("Connected on"), self._connected_on), (self.tr("How found"), self._source)):
            form.addRow(field_label(theme, text, value), value)
        inside = QWidget()
        inside.setProperty("kind", "pane")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch()
        self.setWidget(inside)
        self._complete_organizations()

    def show_contact(self, contact: Contact) -> None:
        """Show a person; what is being typed for the same one stays."""
        another = self._contact is None or self._contact.id != contact.id
        if another:
            self.leave()
        self._contact = contact
        for name, edit in self._edits.items():
            as_text = EDITABLE[name].as_text
            if another or not edit.isModified():
                edit.show_stored(as_text(contact))
        if another:
            for name, text in read_put_aside(self._runner.read, prefix=self._place("")).items():
                if name in self._edits:
                    self._edits[name].show_typed(text)
        self._connected_on.setText(date_text(contact.connected_on) or self.tr("unknown"))
        self._source.setText(source_text(contact.source) or self.tr("unknown"))

    def leave(self) -> None:
        """Store what is being typed: the person goes out of sight."""
        for name, edit in self._edits.items():
            if edit.isModified():
                self._on_left(name)

    def forget(self) -> None:
        """Show nobody any more; the person is gone."""
        self._contact = None

    def edit_name(self) -> None:
        """Put the cursor into the name."""
        edit = self._edits["given_name"]
        edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        edit.selectAll()

    def _place(self, name: str) -> str:
        return f"{CONTACT_PLACES}{self._contact.id if self._contact else 0}/{name}"

    def _complete_organizations(self) -> None:
        edit = self._edits["organization"]
        names = QStringListModel(self)
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        edit.setCompleter(completer)
        # Later, because Qt itself puts what is chosen into the field as if nobody had typed it.
        completer.activated.connect(edit.take, Qt.ConnectionType.QueuedConnection)
        edit.textEdited.connect(
            lambda text: names.setStringList(
                organizations.names(self._runner.read, beginning=text, limit=_NAMES_OFFERED) if text else []
            )
        )

    def _on_left(self, name: str) -> None:
        edit = self._edits[name]
        if self._contact is None or not edit.isModified():
            return
        edit.setModified(False)
        contact, typed, place = self._contact, edit.text(), self._place(name)

        def keep_typed(error: KnownError) -> None:
            self._runner.troubled.emit(error)
            if self._contact is None or self._contact.id != contact.id:
                return
            if not edit.hasFocus():
                edit.show_typed(typed)
            elif edit.text() == typed:
                edit.setModified(True)

        def forget_typed(_outcome: object) -> None:
            self._runner.do(put_aside.take_away, place=place)

        self._runner.do(
            contacts.edit, contact_id=contact.id, field=name, text=typed, then=forget_typed, failed=keep_typed
        )

    def _on_given_up(self, name: str) -> None:
        if self._contact is not None:
            as_text = EDITABLE[name].as_text
            self._edits[name].show_stored(as_text(self._contact))
            self._runner.do(put_aside.take_away, place=self._place(name))

    def _on_rested(self, name: str) -> None:
        if self._contact is not None and self._edits[name].isModified():
            self._runner.do(put_aside.put, place=self._place(name), text=self._edits[name].text())


class FieldEdit(Field):
    """One field: `left` when it is left with a change, `given_up` on Escape, `rested` a second after typing."""

    left = Signal()
    given_up = Signal()
    rested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=_PUT_ASIDE_MILLISECONDS)
        self._rest.timeout.connect(self.rested)
        self.textEdited.connect(self._on_text_edited)
        self.returnPressed.connect(self.left)

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
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (
                (event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable())
                or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable())
            )
        ):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left; Qt itself would not tell again of a text that was refused before."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the change up."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._rest.stop()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _on_text_edited(self) -> None:
        # Not started anew by each key, so that one who types without a pause is safe as well.
        if not self._rest.isActive():
            self._rest.start()
