"""What an import would do, row by row: nothing is copied, a row is put into words when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infoview_desktop.domain.contact import full_name, with_credentials, work
from infoview_desktop.domain.import_plan import Bringing, FieldChange, Told
from infoview_desktop.domain.initials import NOBODY, initials
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.contact_imports import Preview, Problem
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.theme.tokens import Tone
from infoview_desktop.ui.wording import said

Index = QModelIndex | QPersistentModelIndex
_SAMPLE = 50
_LINKEDIN_HAS = Phrase("(yours kept; LinkedIn has {theirs})").text
_CARD_HAS = Phrase("(yours kept; the card has {theirs})").text
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
        theirs = _LINKEDIN_HAS if preview.of_linkedin else _CARD_HAS
        self._sections = (
            _Section(Kind.CHANGED, plan.updated, lambda update: _changed_row(update, theirs)),
            _Section(Kind.KEPT, plan.kept, lambda update: _kept_row(update, theirs)),
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


def _changed_row(update: Bringing, theirs: str) -> PreviewRow:
    changed = {change.field: change for change in update.changes}
    pieces = [(_name(update.told), Style.STRONG)]
    beside = [
        _change_pieces(changed[name], theirs) if name in changed else [(getattr(update.told, name), Style.PLAIN)]
        for name in _BESIDE_NAME
        if name in changed or getattr(update.told, name)
    ]
    others = [_change_pieces(change, theirs) for name, change in changed.items() if name not in _BESIDE_NAME]
    for number, group in enumerate([*beside, *others]):
        if number:
            pieces.append(("·", Style.PLAIN))
        pieces += group
    return _person_row(update.told, pieces, said(Phrase("changed")), "amber")


def _change_pieces(change: FieldChange, theirs: str) -> list[tuple[str, Style]]:
    old_text, new = (" ".join(text.split()) for text in (change.old, change.new))
    if change.kept:
        return [
            (old_text or said(Phrase("empty")), Style.PLAIN),
            (said(Phrase(theirs, {"theirs": new})), Style.PLAIN),
        ]
    if change.field == "photo":
        new = said(Phrase("a photo"))
    old = [(old_text, Style.STRUCK)] if old_text else []
    return [*old, ("→", Style.PLAIN), (new, Style.PLAIN)]


def _kept_row(update: Bringing, theirs: str) -> PreviewRow:
    pieces = [(_name(update.told), Style.STRONG)]
    for change in update.changes:
        pieces += _change_pieces(change, theirs)
    return _person_row(update.told, pieces, said(Phrase("yours kept")), "blue")


def _new_row(told: Told) -> PreviewRow:
    return _person_row(told, _as_it_stands(told), said(Phrase("new")), "green")


def _twice_row(told: Told) -> PreviewRow:
    return _person_row(told, _as_it_stands(told), said(Phrase("twice")), "quiet")


def _problem_row(problem: Problem) -> PreviewRow:
    line = said(Phrase("Line {number}", {"number": problem.line}))
    pieces = ((line, Style.STRONG), (problem.why, Style.PLAIN))
    if problem.left_out:
        return PreviewRow("", NOBODY, pieces, said(Phrase("unreadable")), "red")
    return PreviewRow("", NOBODY, pieces, said(Phrase("incomplete")), "amber")


def _as_it_stands(told: Told) -> list[tuple[str, Style]]:

    return [(_name(told), Style.STRONG), (work(told.position, told.organization), Style.PLAIN)]


def _name(told: Told) -> str:
    return with_credentials(full_name(told.given_name, told.family_name), told.credentials)


def _person_row(told: Told, pieces: Sequence[tuple[str, Style]], chip: str, tone: Tone) -> PreviewRow:
    letters = initials(told.given_name, told.family_name)
    return PreviewRow(_name(told), letters, tuple(pieces), chip, tone)
