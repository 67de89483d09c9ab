"""All fields of one record, edited where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QScrollArea, QVBoxLayout, QWidget

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import put_aside
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads.put_aside import put_aside as read_put_aside
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.editing.completion import OFFERED, complete
from infoview_desktop.ui.editing.field_edits import ChoiceEdit, FieldEdit, LineEdit, ProseEdit
from infoview_desktop.ui.editing.form_field import FormField, Kind, Section
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

FIELD_KEYS = KeyGroup(
    Phrase("In a field"),
    (
        KeyHint(("Return", "Tab"), Phrase("Store it")),
        KeyHint(("Esc",), Phrase("Give the change up")),
    ),
)


class FieldForm(QScrollArea):
    """The fields of one record. A field that is left is one step of undo; Escape gives its change up.

    Args:
        theme: what it is painted with.
        runner: carries the verbs.
        sections: the fields, in their order.
        verb: stores one field, as `verb(store, *, <key>, field, text)`.
        key: what the verb calls the record's id.
        places: how the places begin where what is being typed is put aside.
        editable: whether anything can be changed.
        parent: what it belongs to.
    """

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        sections: Sequence[Section],
        *,
        verb: Callable[..., Outcome[None]],
        key: str,
        places: str,
        editable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._verb = verb
        self._key = key
        self._places = places
        self._editable = editable
        self._record_id: int | None = None
        self._texts: Mapping[str, str] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fields = {field.name: field for section in sections for field in section.fields}
        self._edits: dict[str, FieldEdit] = {}
        self._labels: list[Label] = []
        inside = QWidget()
        inside.setProperty("kind", "pane")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(8)
        for number, section in enumerate(sections):
            if section.heading.text:
                if number:
                    self.column.addSpacing(8)
                self.column.addWidget(Label(theme, said(section.heading), font="section", ink="ink2"))
            self.column.addLayout(self._rows(section))
        self.column.addStretch()
        self.setWidget(inside)

    @property
    def record_id(self) -> int | None:
        """Whose fields these are."""
        return self._record_id

    def add_first(self, text: str, control: QWidget) -> None:
        """Put another kind of control above the fields."""
        self.column.insertLayout(0, self._row(self._label(text, control), control))

    def add_last(self, text: str, shown: QWidget) -> Label:
        """Put something that is only shown below the fields, and return the label before it."""
        label = self._label(text, shown)
        self.column.insertLayout(self.column.count() - 1, self._row(label, shown))
        return label

    def show_record(self, record_id: int, texts: Mapping[str, str]) -> None:
        """Show a record, as the book has its fields; what is being typed for the same one stays."""
        another = self._record_id != record_id
        if another:
            self.leave()
        self._record_id, self._texts = record_id, texts
        for name, edit in self._edits.items():
            if another or not edit.changed:
                edit.show_stored(self._fields[name].shown(texts[name]))
        if another:
            self.verticalScrollBar().setValue(0)
            for name, text in read_put_aside(self._runner.read, prefix=self._place("")).items():
                if name in self._edits:
                    self._edits[name].show_typed(text)

    def leave(self) -> None:
        """Store what is being typed: the record goes out of sight."""
        for name, edit in self._edits.items():
            if edit.changed:
                self._on_left(name)

    def forget(self) -> None:
        """Show nothing any more; the record is gone."""
        self._record_id = None

    def edit_field(self, name: str) -> None:
        """Put the cursor into a field."""
        edit = self._edits[name]
        edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(edit, LineEdit):
            edit.selectAll()

    def _rows(self, section: Section) -> QFormLayout:
        rows = QFormLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in section.fields:
            edit = self._edit(field)
            self._edits[field.name] = edit
            rows.addRow(self._label(said(field.label), edit), edit)
        return rows

    def _row(self, label: Label, beside: QWidget) -> QFormLayout:
        row = QFormLayout()
        row.setHorizontalSpacing(16)
        row.addRow(label, beside)
        return row

    def _label(self, text: str, field: QWidget) -> Label:
        """A label before a field, as wide as the widest: the fields of all sections begin at one line."""
        self._labels.append(field_label(self._theme, text, field))
        width = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(width)
        return self._labels[-1]

    def _edit(self, field: FormField) -> FieldEdit:
        edit: FieldEdit
        match field.kind:
            case Kind.CHOICE:
                edit = ChoiceEdit(said(field.label), field.choices() if field.choices else [])
            case Kind.PROSE:
                edit = ProseEdit()
                edit.setPlaceholderText(said(field.hint))
            case Kind.LINE:
                edit = LineEdit()
                edit.setPlaceholderText(said(field.hint))
                if field.offers:
                    self._complete(edit, field)
        if not isinstance(edit, ChoiceEdit):
            edit.setAccessibleName(said(field.label))
        edit.setReadOnly(not self._editable)
        edit.left.connect(lambda: self._on_left(field.name))
        edit.given_up.connect(lambda: self._on_given_up(field.name))
        edit.rested.connect(lambda: self._on_rested(field.name))
        return edit

    def _complete(self, edit: LineEdit, field: FormField) -> None:
        completer = complete(edit, lambda text: field.offered(self._runner.read, text, OFFERED))
        # Later, because Qt itself puts what is chosen into the field as if nobody had typed it.
        completer.activated.connect(edit.take, Qt.ConnectionType.QueuedConnection)

    def _place(self, name: str) -> str:
        return f"{self._places}{self._record_id or 0}/{name}"

    def _on_left(self, name: str) -> None:
        edit = self._edits[name]
        if self._record_id is None or not edit.changed:
            return
        edit.setModified(False)
        record_id, typed, place = self._record_id, edit.typed, self._place(name)

        def keep_typed(error: KnownError) -> None:
            self._runner.troubled.emit(error)
            if self._record_id != record_id:
                # It comes back with the record, should it be gone only for now.
                self._runner.do(put_aside.put, place=place, text=typed)
            elif not edit.hasFocus():
                edit.show_typed(typed)
            elif edit.typed == typed:
                edit.setModified(True)

        def forget_typed(_outcome: object) -> None:
            self._runner.do(put_aside.take_away, place=place)

        arguments: dict[str, Any] = {self._key: record_id, "field": name, "text": self._fields[name].typed(typed)}
        self._runner.do(self._fields[name].verb or self._verb, then=forget_typed, failed=keep_typed, **arguments)

    def _on_given_up(self, name: str) -> None:
        if self._record_id is not None:
            self._edits[name].show_stored(self._fields[name].shown(self._texts[name]))
            self._runner.do(put_aside.take_away, place=self._place(name))

    def _on_rested(self, name: str) -> None:
        if self._record_id is not None and self._edits[name].changed:
            self._runner.do(put_aside.put, place=self._place(name), text=self._edits[name].typed)
