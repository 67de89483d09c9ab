"""After how many days without a word one writes again: to everybody one has talked with, and to those with a tag."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.operations import keep_in_touch, practice
from infoview_desktop.store.reads import practice as reads
from infoview_desktop.store.reads import tags
from infoview_desktop.ui.controls.buttons import IconButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.editing.completion import OFFERED, complete
from infoview_desktop.ui.editing.field_edits import ChoiceEdit, LineEdit
from infoview_desktop.ui.keep_in_touch import keep_in_touch_choices, keep_in_touch_text
from infoview_desktop.ui.settings.choosing import Choosing
from infoview_desktop.ui.settings.section import Surroundings

_CHOICE_WIDTH = 160
_AT_FIRST = 90
"""What a tag begins with; it is changed at once where it does not fit."""


class KeepInTouch(Choosing):
    """The default, and below it every tag that has its own; a tag is added by writing its name."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(
            around,
            tables=frozenset({"practice", "tag_keep_in_touch", "tag"}),
            words=self.tr(
                "Counted from the last contact of any kind. Why? Guides of Santa Clara and the University of Portland"
                " advise to write up to three times a year."
            ),
        )
        everybody = _Line(around, self.tr("Everybody you have talked with"))
        everybody.chosen.connect(lambda days: self.do(practice.edit, field="keep_in_touch_days", text=days))
        self._everybody = everybody
        self._lines: dict[str, _Line] = {}
        self._column_of_tags = QVBoxLayout()
        self._column_of_tags.setSpacing(6)
        self._add = LineEdit()
        self._add.setAccessibleName(self.tr("Add a tag"))
        self._add.setPlaceholderText(self.tr("Add a tag that has its own · begin with its name"))
        self._add.setReadOnly(not around.editable)
        self._add.returnPressed.connect(lambda: self._on_tag_written(self._add.text()))
        completer = complete(self._add, lambda text: tags.names(self.runner.read, beginning=text, limit=OFFERED))
        completer.activated.connect(self._on_tag_written, Qt.ConnectionType.QueuedConnection)
        self.add(everybody, self._column_of_tags, self._add)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show how often, and the tags."""
        self._everybody.show_days(reads.practice(self.runner.read).keep_in_touch_days)
        present = dict(reads.tags_to_keep_in_touch(self.runner.read))
        for name in self._lines.keys() - present.keys():
            self._lines.pop(name).vanish()
        for place, (name, days) in enumerate(present.items()):
            if name not in self._lines:
                self._lines[name] = self._line(name)
                self._column_of_tags.insertWidget(place, self._lines[name])
            self._lines[name].show_days(days)

    def _line(self, tag: str) -> _Line:
        line = _Line(
            self.around, self.tr("Tag: {tag}").format(tag=tag), removes=self.tr("{tag} as everybody").format(tag=tag)
        )
        line.chosen.connect(lambda days: self.do(keep_in_touch.choose_for_tag, tag_name=tag, days=int(days)))
        line.removed.connect(lambda: self.do(keep_in_touch.reset_for_tag, tag_name=tag))
        return line

    def _on_tag_written(self, text: str) -> None:
        name = text.strip().removeprefix("#")
        if name:
            self._add.show_stored("")
            self.do(keep_in_touch.choose_for_tag, tag_name=name, days=_AT_FIRST)


class _Line(QWidget):
    """For whom, and how often; `removes` names the button that takes it away."""

    chosen = Signal(str)
    removed = Signal()

    def __init__(self, around: Surroundings, words: str, *, removes: str = "") -> None:
        super().__init__()
        self._choice = ChoiceEdit(words, keep_in_touch_choices())
        self._choice.setFixedWidth(around.theme.scaled(_CHOICE_WIDTH))
        self._choice.setEnabled(around.editable)
        self._choice.left.connect(lambda: self.chosen.emit(self._choice.typed))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(ElidedLabel(around.theme, words), 1)
        layout.addWidget(self._choice)
        button = IconButton(around.theme, "close", removes or words)
        button.setEnabled(around.editable)
        button.clicked.connect(self.removed)
        # Without it the choices of all lines would not stand below each other.
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        layout.addWidget(button)
        if not removes:
            button.hide()

    def show_days(self, days: int) -> None:
        """Show how often."""
        self._choice.offer(str(days), keep_in_touch_text(days))
        self._choice.show_stored(str(days))

    def vanish(self) -> None:
        """Go away."""
        self.hide()
        self.deleteLater()
