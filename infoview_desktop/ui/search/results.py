"""What was found, under the field in which one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads import finding
from infoview_desktop.store.reads.finding import Findings, FoundPerson, Limits, Rank
from infoview_desktop.store.reads.marked import words
from infoview_desktop.ui.controls.announcement import announce
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.search.found_rows import FoundRow, Wanted, command_row, new_contact_row, person_row, rows
from infoview_desktop.ui.search.results_list import ROW, ResultsList, ResultsModel
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

_LIMITS = Limits(people=8, organizations=4, tags=3, interviews=4, notes=4)
_NARROWEST = 560
_AROUND = 6
_MARGIN = 10
_GAP = 4
_RECENT = 5
_NO_NAME = ':"'
"""Signs of a filter, which nobody has in their name."""
_TOLD_AFTER_MILLISECONDS = 300
"""A screen reader first says the letters that are typed."""


class Results(QFrame):
    """Looks for what stands in `field` and shows what it finds, over whatever lies there.

    The cursor stays in the field, which hands its keys on.

    Args:
        theme: what it is painted with.
        runner: answers the questions.
        field: where one types.
        wanted: does what is chosen.
        commands: what is found beside the book, as far as it can be used.
        usual: those of them that are offered before anything is typed.
    """

    def __init__(  # noqa: PLR0917 - what there is to find, and what becomes of it
        self,
        theme: Theme,
        runner: Runner,
        field: QLineEdit,
        wanted: Wanted,
        commands: Sequence[QAction],
        usual: Sequence[QAction],
    ) -> None:
        super().__init__(field.window())
        self._theme = theme
        self._runner = runner
        self._field = field
        self._wanted = wanted
        self._commands = commands
        self._usual = usual
        self._recent: list[int] = []
        self._asked: str | None = None
        self._answered: str | None = None
        self._waits = False
        self.setProperty("kind", "card")
        self._model = ResultsModel(self)
        self.list = ResultsList(theme, self._model)
        self._nothing = Label(theme, self.tr("Nothing is called so."), ink="ink2")
        self._nothing.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        layout.setSpacing(0)
        layout.addWidget(self._nothing)
        layout.addWidget(self.list)
        self.hide()
        self._telling = QTimer(self, singleShot=True, interval=_TOLD_AFTER_MILLISECONDS)
        self._telling.timeout.connect(self._tell_found)
        self.list.clicked.connect(self._choose)

    def look_for(self, typed: str) -> None:
        """Find what is called so; before anything is typed, offer what one may want."""
        self._waits = False
        self._asked = typed
        if typed.strip():
            self._runner.ask(finding.find, typed=typed, limits=_LIMITS, then=self._show_found, key="finder")
        else:
            self._runner.ask(finding.people, contact_ids=tuple(self._recent), then=self._show_usual, key="finder")

    def step(self, by: int, *, round_and_round: bool = False) -> None:
        """Go on by so many results."""
        count = self._model.rowCount()
        if not self.isVisible():
            self.look_for(self._field.text())
        elif count:
            row = self.list.currentIndex().row() + by
            self._go_to(row % count if round_and_round else min(max(row, 0), count - 1))

    def step_page(self, direction: int) -> None:
        """Go on by what is in sight."""
        self.step(direction * max(1, self.list.height() // self._theme.scaled(ROW) - 1))

    def step_to_end(self, direction: int) -> None:
        """Go to the first or the last."""
        self.step(direction * self._model.rowCount())

    def choose(self) -> None:
        """Do what the current result stands for; one that is still being looked for is waited for."""
        typed = self._field.text()
        if self._answered == typed:
            self._choose(self.list.currentIndex())
        elif self._asked == typed:
            self._waits = True
        else:
            self.look_for(typed)

    def close_list(self) -> None:
        """Go out of sight."""
        self._waits = False
        self._asked = self._answered = None
        self._telling.stop()
        self.hide()

    def remember(self, contact_id: int) -> None:
        """Offer this person before anything is typed, first of all."""
        self._recent = [contact_id, *(each for each in self._recent if each != contact_id)][:_RECENT]

    def _show_found(self, findings: Findings) -> None:
        if findings.typed != self._field.text() or not self._field.hasFocus():
            return
        found = rows(findings, self._usable(self._commands), self._wanted)
        self._nothing.setVisible(not found)
        by_name = any(row.rank is not Rank.ELSEWHERE for row in found)
        if not by_name and self._can_be_new(findings.typed):
            found.append(new_contact_row(findings.typed, self._wanted))
        self._show(findings.typed, found)

    def _show_usual(self, recent: tuple[FoundPerson, ...]) -> None:
        if self._field.text().strip() or not self._field.hasFocus():
            return
        people = [person_row(person, self._wanted) for person in recent]
        self._nothing.hide()
        self._show(
            self._field.text(), [*people, *(command_row(each, self._wanted) for each in self._usable(self._usual))]
        )

    def _show(self, typed: str, found: list[FoundRow]) -> None:
        self._answered = typed
        self._model.show(found)
        if found:
            self.list.setCurrentIndex(self._model.index(0, 0))
            self.list.scrollToTop()
        self._open_under(self._field, len(found))
        if self._waits:
            self._waits = False
            self._choose(self.list.currentIndex())
        else:
            self._telling.start()

    def _open_under(self, field: QWidget, count: int) -> None:
        """Come up under the field, as high as there are results, within the window."""
        window, row = field.window(), self._theme.scaled(ROW)
        self._nothing.setFixedHeight(row)
        self.list.setVisible(bool(count))
        height = (count + self._nothing.isVisibleTo(self)) * row + 2 * _AROUND + 2
        width = min(max(field.width(), self._theme.scaled(_NARROWEST)), window.width() - 2 * _AROUND)
        corner = field.mapTo(window, QPoint((field.width() - width) // 2, field.height() + _GAP))
        left = min(max(corner.x(), _AROUND), window.width() - width - _AROUND)
        self.setGeometry(left, corner.y(), width, min(height, window.height() - corner.y() - _AROUND))
        self.show()
        self.raise_()

    def _usable(self, commands: Sequence[QAction]) -> list[QAction]:
        return [command for command in commands if command.isEnabled() and command.isVisible()]

    def _can_be_new(self, typed: str) -> bool:
        return self._wanted.takes_contacts() and bool(words(typed)) and not any(sign in typed for sign in _NO_NAME)

    def _go_to(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row, 0))
        self._telling.stop()
        place = self.tr("{number} of {count}").format(number=row + 1, count=self._model.rowCount())
        announce(self._field, f"{self._model.row(row).spoken}, {place}")

    def _tell_found(self) -> None:
        count = self._model.rowCount()
        how_many = said(Phrase.counted("{count} result.", "{count} results.", count))
        told = [self._nothing.text() if self._nothing.isVisible() else how_many]
        told += [self._model.row(0).spoken] if count else []
        announce(self._field, " ".join(told))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self._model.row(index.row()).choose()
