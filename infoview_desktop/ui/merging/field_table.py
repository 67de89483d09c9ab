"""The fields of two people side by side; of two values that differ one is chosen, lists are united."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QScrollArea, QWidget

from infoview_desktop.domain.contact import LISTS, Contact
from infoview_desktop.domain.merge import SINGLE, Side, preferred, united, value
from infoview_desktop.ui.controls.chip import Chip
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.merging.choice_radio import ChoiceRadio
from infoview_desktop.ui.people.about_form import SECTIONS
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import PLAIN_ROW
from infoview_desktop.ui.wording import date_text, said

_LABEL_WIDTH = 118
_FEWEST_ROWS = 3
_INDENT = 25
"""Pixels that a circle takes: words without one begin where the others do."""
_FIELDS = {field.name: field for section in SECTIONS for field in section.fields}


class FieldTable(QScrollArea):
    """Every field of which either has something; `choices` is what is chosen where they differ."""

    def __init__(self, theme: Theme, kept: Contact, other: Contact, choices: Mapping[str, Side]) -> None:
        super().__init__()
        self._theme = theme
        self._groups: dict[str, tuple[QButtonGroup, ChoiceRadio]] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setProperty("kind", "pane")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(12, 4, 12, 4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, theme.scaled(_LABEL_WIDTH))
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)
        for field in SINGLE:
            texts = {Side.KEPT: value(field, kept, other), Side.OTHER: value(field, other, kept)}
            if all(texts.values()) and len(set(texts.values())) > 1:
                self._add_choice(field, texts, choices.get(field) or preferred(field, kept, other))
            else:
                self._add_pair(self._label(field), *(self._shown(field, text) for text in texts.values()))
        self._add_pair(self.tr("LinkedIn profile"), *(_profile(each.linkedin) for each in (kept, other)))
        for name in LISTS:
            self._add_list(name, getattr(kept, name), getattr(other, name))
        self._add_pair(self._label("remarks"), kept.remarks, other.remarks)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.setWidget(self._inside)

    @property
    def choices(self) -> dict[str, Side]:
        """What is chosen of each field in which they differ."""
        return {field: Side.KEPT if of_kept.isChecked() else Side.OTHER for field, (_, of_kept) in self._groups.items()}

    def sizeHint(self) -> QSize:
        """As high as all of it."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(0, _FEWEST_ROWS * self._theme.scaled(PLAIN_ROW))

    def _label(self, field: str) -> str:
        return self.tr("Connected on") if field == "connected_on" else said(_FIELDS[field].label)

    def _shown(self, field: str, text: str) -> str:
        """A stored value as the user reads it."""
        if field == "connected_on":
            return date_text(text)
        form_field = _FIELDS[field]
        if form_field.choices is not None:
            return dict(form_field.choices())[text] if text else ""
        return form_field.shown(text)

    def _add_choice(self, field: str, texts: Mapping[Side, str], chosen: Side) -> None:
        label = self._label(field)
        group = QButtonGroup(self)
        buttons = {}
        row = self._begin_row(label)
        meanings = {
            Side.KEPT: self.tr("{label} on the left").format(label=label),
            Side.OTHER: self.tr("{label} on the right").format(label=label),
        }
        for column, (side, text) in enumerate(texts.items(), start=1):
            button = ChoiceRadio(self._theme, self._shown(field, text), meanings[side])
            button.setChecked(side is chosen)
            button.reached.connect(lambda button=button: self.ensureWidgetVisible(button))
            group.addButton(button)
            self._grid.addWidget(button, row, column)
            buttons[side] = button
        self._groups[field] = group, buttons[Side.KEPT]

    def _add_pair(self, label: str, ours: str, theirs: str) -> None:
        """Two values of which there is nothing to choose: the same, or only one of them."""
        if ours or theirs:
            row = self._begin_row(label)
            for column, text in enumerate((ours, theirs), start=1):
                self._grid.addWidget(self._words(text), row, column)

    def _add_list(self, name: str, ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
        if not ours or not theirs:
            self._add_pair(self._label(name), ", ".join(ours), ", ".join(theirs))
            return
        row = self._begin_row(self._label(name))
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(self._words(", ".join(united(name, ours, theirs))))
        both.addWidget(Chip(self._theme, self.tr("of both")))
        both.addStretch()
        self._grid.addLayout(both, row, 1, 1, 2)

    def _words(self, text: str) -> ElidedLabel:
        words = ElidedLabel(self._theme, " ".join(text.split()))
        words.setContentsMargins(_INDENT, 0, 0, 0)
        return words

    def _begin_row(self, label: str) -> int:
        row = self._grid.rowCount()
        if row > 1:
            self._grid.addWidget(Hairline(), row, 0, 1, 3)
            row += 1
        self._grid.setRowMinimumHeight(row, self._theme.scaled(PLAIN_ROW))
        self._grid.addWidget(Label(self._theme, label, ink="ink2"), row, 0)
        return row


def _profile(slug: str) -> str:
    return f"linkedin.com/in/{slug}" if slug else ""
