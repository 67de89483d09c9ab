"""A field for several people of the book: those who are in it as chips, and where one types the next name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QSizePolicy, QVBoxLayout, QWidget

from infoview_desktop.store.reads import notes as reads
from infoview_desktop.ui.controls.buttons import SecondaryButton
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.flow_layout import FlowLayout
from infoview_desktop.ui.editing.completion import OFFERED
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_XS

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PeopleField(QWidget):
    """`contact_ids` are those who are in it, in the order in which they were put there."""

    people_changed = Signal()

    def __init__(self, theme: Theme, runner: Runner, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._chips: dict[int, SecondaryButton] = {}
        self._offered: dict[str, int] = {}
        self.field = _NameField(self)
        self.field.setAccessibleName(label)
        self.field.setPlaceholderText(self.tr("Name of somebody in the book"))
        self.field.textEdited.connect(self._on_typed)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        # Queued: the field writes the chosen line into itself afterwards.
        completer.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.field.setCompleter(completer)
        self._row = QWidget()
        self._flow = FlowLayout(self._row, spacing=SPACE_XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self._row)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self._row.hide()

    @property
    def contact_ids(self) -> list[int]:
        """Who is in it."""
        return list(self._chips)

    @property
    def unknown(self) -> str:
        """What was typed and is nobody; "" for nothing."""
        return self.field.text().strip()

    def add(self, contact_id: int, name: str) -> None:
        """Put somebody into it."""
        if contact_id in self._chips:
            return
        chip = SecondaryButton(self._theme, f"{name.replace('&', '&&')}  ✕")
        chip.setAccessibleName(self.tr("{chip}, take out").format(chip=f"{name}  ✕"))
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        chip.clicked.connect(lambda: self._take_out(contact_id))
        self._chips[contact_id] = chip
        self._flow.addWidget(chip)
        self._row.show()
        self.updateGeometry()
        self.people_changed.emit()

    def take_first(self) -> bool:
        """Put in the first of those who are offered for what is typed; whether there is one."""
        first = next(iter(self._offered), None) if self.unknown else None
        if first is not None:
            self._take(first)
        return first is not None

    def take_last_out(self) -> None:
        """Take out who was put in last."""
        if self._chips:
            self._take_out(self.contact_ids[-1])

    def _take_out(self, contact_id: int) -> None:
        chip = self._chips.pop(contact_id)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self._row.setVisible(bool(self._chips))
        self.updateGeometry()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.people_changed.emit()

    def _take(self, line: str) -> None:
        contact_id = self._offered.get(line)
        if contact_id is not None:
            self.field.clear()
            self._offered = {}
            self.add(contact_id, line.partition(" · ")[0])

    def _on_typed(self, text: str) -> None:
        found: Sequence[reads.Offered] = []
        if text.strip():
            found = reads.people_to_mention(self._runner.read, beginning=text, limit=OFFERED)
        self._offered = {
            " · ".join(filter(None, (one.name, one.work))): one.id for one in found if one.id not in self._chips
        }
        self._names.setStringList(list(self._offered))


class _NameField(Field):
    """Enter takes who is offered first, Backspace in front of nothing takes out who is in it last."""

    def __init__(self, people: PeopleField) -> None:
        super().__init__(people)
        self._people = people

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._people.take_first():
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self._people.take_last_out()
            return
        super().keyPressEvent(event)
