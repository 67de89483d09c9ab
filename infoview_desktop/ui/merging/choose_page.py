"""With whom a person is to be merged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.contact import Contact, ContactLine, work
from infoview_desktop.domain.contact_filter import parse
from infoview_desktop.store.reads import contacts
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.clearable_edit import ClearableEdit
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.merging.person_rows import PeopleList, PeopleRow, PersonCell
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme

_OFFERED = 30
_ROWS_SEEN = (2, 5)


def _found(reader: Reader, *, typed: str) -> list[ContactLine]:
    terms = parse(typed)
    if not terms:
        return []
    return contacts.page(reader, contacts.listing(reader, terms=terms), offset=0, limit=_OFFERED)


class ChoosePage(QWidget):
    """A field for the other's name, and whom it may mean; `chosen` carries their id."""

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, runner: Runner, contact: Contact) -> None:
        super().__init__()
        self._runner = runner
        self._contact = contact
        title = self.tr("Merge {name} with …").format(name=contact.name)
        self._edit = ClearableEdit()
        self._edit.setAccessibleName(self.tr("The other person"))
        self._edit.setPlaceholderText(self.tr("Name of the other person"))
        self._edit.textChanged.connect(self._on_text_changed)
        self._edit.installEventFilter(self)
        self._nobody = Label(theme, ink="ink2")
        self._list = PeopleList(theme, self.tr("People"), rows_seen=_ROWS_SEEN)
        self._list.opened.connect(self._on_chosen)
        self._frame = QFrame()
        self._frame.setProperty("kind", "card")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.addWidget(self._list)
        cancel = SecondaryButton(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.closed)
        self._compare = PrimaryButton(theme, self.tr("Compare"))
        self._compare.clicked.connect(self._on_chosen)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._compare)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(ElidedLabel(theme, title, font="large"))
        layout.addWidget(self._edit)
        layout.addWidget(self._nobody)
        layout.addWidget(self._frame)
        layout.addLayout(buttons)
        self._on_text_changed()

    def focus_first(self) -> None:
        """Put the cursor into the field."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From within the field Up and Down go through the list, and Enter chooses."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down:
                    self._list.go(1)
                    return True
                case Qt.Key.Key_Up:
                    self._list.go(-1)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._on_chosen()
                    return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self) -> None:
        """Before anything is typed, people of the same family name are offered."""
        typed = self._edit.text()
        wanted = typed.strip() or f'name:"{self._contact.family_name or self._contact.given_name}"'
        self._runner.ask(_found, typed=wanted, then=lambda found: self._show(typed, found), key="merge with")

    def _show(self, typed: str, found: list[ContactLine]) -> None:
        if typed != self._edit.text():
            return
        rows = [PeopleRow((_cell(line),)) for line in found if line.id != self._contact.id]
        self._list.show_rows(rows)
        self._frame.setVisible(bool(rows))
        self._compare.setEnabled(bool(rows))
        self._nobody.setVisible(not rows)
        self._nobody.setText(self.tr("Nobody is called so.") if typed.strip() else self.tr("Type a name."))

    def _on_chosen(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self.chosen.emit(self._list.rows.row(index.row()).people[0].id)


def _cell(line: ContactLine) -> PersonCell:
    told = work(line.position, line.organization)
    return PersonCell.of(line.id, line.given_name, line.family_name, name=line.name, work=told)
