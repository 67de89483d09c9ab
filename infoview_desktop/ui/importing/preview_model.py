"""What an import would do, row by row: nothing is copied, a row is put into words when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infoview_desktop.domain.connection import Connection
from infoview_desktop.domain.contact import full_name, with_credentials
from infoview_desktop.domain.contact_import import FieldChange, Update
from infoview_desktop.domain.initials import NOBODY, initials
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.contact_imports import Preview, Problem
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.theme.tokens import Tone
from infoview_desktop.ui.wording import said

Index = QModelIndex | QPersistentModelIndex
_SAMPLE = 50
_BESIDE_NAME = ("position", "organization")


class Kind(Enum):
    """What becomes of a record, for which the preview has rows to show."""

    CHANGED = "changed"
    KEPT = "kept"
    UNREADABLE = "unreadable"
    TWICE = "twice"
    NEW = "new"


class Style(Enum):
    """How a piece of a row's text is painted."""

    STRONG = "strong"
    PLAIN = "plain"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row in words: a picture's name and letters, pieces of text, and a chip."""

    name: str
    letters: str
    pieces: tuple[tuple[str, Style], ...]
    chip: str
    tone: Tone

    @property
    def text(self) -> str:
        """The whole row for a screen reader."""
        return f"{' '.join(text for text, _ in self.pieces)}, {self.chip}"


@dataclass(frozen=True, slots=True)
class _Section:
    kind: Kind
    records: Sequence[Any]
    row: Callable[[Any], PreviewRow]


class PreviewModel(QAbstractListModel):
    """The records of one kind, or a sample of every kind."""

    def __init__(self, preview: Preview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        plan = preview.plan
        kept = [update for update in plan.remembered if update.changes]
        self._sections = (
            _Section(Kind.CHANGED, plan.updated, _changed_row),
            _Section(Kind.KEPT, kept, _kept_row),
            _Section(Kind.UNREADABLE, preview.file.problems, _problem_row),
            _Section(Kind.TWICE, plan.duplicates, _twice_row),
            _Section(Kind.NEW, plan.new, _new_row),
        )
        self._shown: list[tuple[_Section, int]] = []
        self._ends: list[int] = []
        self.show_kind(None)

    def count(self, kind: Kind) -> int:
        """How many records of a kind there are."""
        return next(len(section.records) for section in self._sections if section.kind is kind)

    def show_kind(self, kind: Kind | None) -> None:
        """Show all records of one kind; for None a sample of each."""
        self.beginResetModel()
        self._shown = [
            (section, len(section.records) if kind else min(_SAMPLE, len(section.records)))
            for section in self._sections
            if kind in {None, section.kind}
        ]
        self._ends = list(accumulate(count for _, count in self._shown))
        self.endResetModel()

    def row(self, number: int) -> PreviewRow:
        """A row in words."""
        start = 0
        for (section, _), end in zip(self._shown, self._ends, strict=True):
            if number < end:
                return section.row(section.records[number - start])
            start = end
        raise IndexError(number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows are shown."""
        return 0 if parent.isValid() or not self._ends else self._ends[-1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The row's text, in the tool tip as well: a long change may not fit."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(index.row()).text
        return plain_tool_tip(self.row(index.row()).text) if role == Qt.ItemDataRole.ToolTipRole else None


def _changed_row(update: Update) -> PreviewRow:
    changed = {change.field: change for change in update.changes}
    pieces = [(_name(update.connection), Style.STRONG)]
    beside = [
        _change_pieces(changed[name]) if name in changed else [(getattr(update.connection, name), Style.PLAIN)]
        for name in _BESIDE_NAME
        if name in changed or getattr(update.connection, name)
    ]
    others = [_change_pieces(change) for name, change in changed.items() if name not in _BESIDE_NAME]
    for number, group in enumerate([*beside, *others]):
        if number:
            pieces.append(("·", Style.PLAIN))
        pieces += group
    return _person_row(update.connection, pieces, said(Phrase("changed")), "amber")


def _change_pieces(change: FieldChange) -> list[tuple[str, Style]]:
    if change.kept:
        return [
            (change.old or said(Phrase("empty")), Style.PLAIN),
            (said(Phrase("(yours kept; LinkedIn has {theirs})", {"theirs": change.new})), Style.PLAIN),
        ]
    old = [(change.old, Style.STRUCK)] if change.old else []
    return [*old, ("→", Style.PLAIN), (change.new, Style.PLAIN)]


def _kept_row(update: Update) -> PreviewRow:
    pieces = [(_name(update.connection), Style.STRONG)]
    for change in update.changes:
        pieces += _change_pieces(change)
    return _person_row(update.connection, pieces, said(Phrase("yours kept")), "blue")


def _new_row(connection: Connection) -> PreviewRow:
    return _person_row(connection, _as_it_stands(connection), said(Phrase("new")), "green")


def _twice_row(connection: Connection) -> PreviewRow:
    return _person_row(connection, _as_it_stands(connection), said(Phrase("twice")), "quiet")


def _problem_row(problem: Problem) -> PreviewRow:
    line = said(Phrase("Line {number}", {"number": problem.line}))
    pieces = ((line, Style.STRONG), (problem.why, Style.PLAIN))
    if problem.left_out:
        return PreviewRow("", NOBODY, pieces, said(Phrase("unreadable")), "red")
    return PreviewRow("", NOBODY, pieces, said(Phrase("incomplete")), "amber")


def _as_it_stands(connection: Connection) -> list[tuple[str, Style]]:
    work = " · ".join(text for text in (connection.position, connection.organization) if text)
    return [(_name(connection), Style.STRONG), (work, Style.PLAIN)]


def _name(connection: Connection) -> str:
    return with_credentials(full_name(connection.given_name, connection.family_name), connection.credentials)


def _person_row(connection: Connection, pieces: Sequence[tuple[str, Style]], chip: str, tone: Tone) -> PreviewRow:
    letters = initials(connection.given_name, connection.family_name)
    return PreviewRow(_name(connection), letters, tuple(pieces), chip, tone)
