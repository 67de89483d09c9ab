"""From a suggestion, or from one person, to two people made one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.contact import Contact
from infoview_desktop.domain.duplicates import Suggestion
from infoview_desktop.domain.known_error import KnownError, gone, too_many_to_merge
from infoview_desktop.domain.merge import Side
from infoview_desktop.operations import history, merges
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads import contacts
from infoview_desktop.store.reads.duplicates import possible_duplicates
from infoview_desktop.ui.controls.announcement import announce
from infoview_desktop.ui.merging.choose_page import ChoosePage
from infoview_desktop.ui.merging.compare_page import ComparePage
from infoview_desktop.ui.merging.sentence_page import SentencePage
from infoview_desktop.ui.merging.suggestions_page import SuggestionsPage
from infoview_desktop.ui.runner import Runner, Task
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.window.working_page import SHOW_AFTER_MILLISECONDS, WorkingPage
from infoview_desktop.ui.wording import said, told

_WIDTH = 860
_OTHER_SIDE = {Side.KEPT: Side.OTHER, Side.OTHER: Side.KEPT}

Page = SuggestionsPage | ChoosePage | ComparePage | SentencePage


@dataclass(slots=True)
class _Compared:
    """Two people who are being looked at, in the columns where they stand."""

    kept_id: int
    other_id: int
    reasons: tuple[str, ...] = ()
    place: int | None = None
    """Which of the suggestions it is; None for two of the user's own choice."""


@dataclass(frozen=True, slots=True)
class _Done:
    """Something done within the list of suggestions: how it is called, and what there was before."""

    said: str
    suggestions: list[Suggestion]
    compared: _Compared


class Merging(QObject):
    """One sheet at a time; while it is `busy` no other command is to do anything."""

    busy_changed = Signal(bool)
    merged = Signal(int)
    """Two people of the user's own choice are one: their id."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._runner = runner
        self._window = window
        self._sheet: Sheet | None = None
        self._page: Page | None = None
        self._working: WorkingPage | None = None
        self._task: Task | None = None
        self._suggestions: list[Suggestion] = []
        self._compared: _Compared | None = None
        self._two: tuple[Contact | None, Contact | None] = (None, None)
        self._done: list[_Done] = []
        self._slow = QTimer(self, singleShot=True, interval=SHOW_AFTER_MILLISECONDS)
        self._slow.timeout.connect(self._on_slow)
        runner.changed.connect(self._on_changed)

    @property
    def busy(self) -> bool:
        """Whether something is looked for or shown."""
        return self._working is not None or self._sheet is not None

    def find_duplicates(self) -> None:
        """Look through the whole book for people who are in it twice."""
        if self.busy:
            return
        working = WorkingPage(self._theme, self.tr("Possible duplicates"), self.tr("Comparing everybody in the book"))
        working.cancelled.connect(self._close)
        self._working = working
        self.busy_changed.emit(True)
        self._slow.start()
        self._task = self._runner.ask(
            possible_duplicates,
            then=lambda found: self._on_found(working, found),
            told=working.show_progress,
            ended=lambda: self._on_ended(working),
        )

    def start(self, contact_ids: Sequence[int]) -> None:
        """Show two people side by side, or ask with whom the only one is to be merged; more are too many."""
        match contact_ids:
            case [contact_id]:
                self.merge_with(contact_id)
            case [first_id, second_id]:
                self.compare(first_id, second_id)
            case [_, _, *_]:
                self._runner.troubled.emit(too_many_to_merge())

    def merge_with(self, contact_id: int) -> None:
        """Let the user choose with whom a person is to be merged."""
        if self.busy:
            return
        self.busy_changed.emit(True)
        contact = contacts.contact(self._runner.read, contact_id)
        if contact is None:
            self._finish()
            return
        page = ChoosePage(self._theme, self._runner, contact)
        page.chosen.connect(lambda other_id: self._show_compared(_Compared(contact_id, other_id)))
        page.closed.connect(self._close)
        self._show(page)

    def compare(self, first_id: int, second_id: int) -> None:
        """Show two people side by side."""
        if not self.busy:
            self.busy_changed.emit(True)
            self._show_compared(_Compared(first_id, second_id))

    def _on_slow(self) -> None:
        """What takes longer shows how far it is."""
        if self._working is not None:
            self._open_sheet().show_page(self._working)

    def _on_found(self, working: WorkingPage, suggestions: list[Suggestion]) -> None:
        if self._working is not working:
            return  # cancelled when it was found already
        self._work_done()
        self._suggestions = suggestions
        self._show_suggestions()

    def _on_ended(self, working: WorkingPage) -> None:
        """Of a bug and of a cancel nothing else tells."""
        if self._working is working:
            self._work_done()
            self._close()

    def _work_done(self) -> None:
        self._slow.stop()
        self._working = None

    def _show_suggestions(self, current: int = 0) -> None:
        self._compared = None
        page = SuggestionsPage(self._theme, self._suggestions, current=current, done=self._newest)
        page.undo_wanted.connect(self._on_undo_wanted)
        page.chosen.connect(self._show_suggestion)
        page.closed.connect(self._close)
        self._show(page)

    def _show_suggestion(self, place: int) -> None:
        """Show a pair; where there is none at this place, the list from which it was."""
        if place >= len(self._suggestions):
            self._show_suggestions(place)
            return
        suggestion = self._suggestions[place]
        reasons = tuple(said(reason) for reason in suggestion.reasons)
        self._show_compared(_Compared(*suggestion.pair, reasons, place))

    def _show_compared(self, compared: _Compared, choices: dict[str, Side] | None = None) -> None:
        kept, other = self._two = self._read(compared)
        self._compared = compared
        back = self.tr("Cancel") if compared.place is None else self.tr("Back")
        if kept is None or other is None:
            nobody = SentencePage(self._theme, self.tr("Merge two people"), told(gone()), back=back)
            nobody.closed.connect(self._on_pair_gone)
            self._show(nobody)
            return
        page = ComparePage(
            self._theme,
            kept,
            other,
            reasons=compared.reasons,
            choices=choices or {},
            back=back,
            done=self._newest,
        )
        page.undo_wanted.connect(self._on_undo_wanted)
        page.merge_wanted.connect(self._on_merge_wanted)
        page.apart_wanted.connect(self._on_apart_wanted)
        page.swap_wanted.connect(self._on_swap_wanted)
        page.back_wanted.connect(self._on_back_wanted)
        self._show(page)

    def _read(self, compared: _Compared) -> tuple[Contact | None, Contact | None]:
        read = self._runner.read
        return contacts.contact(read, compared.kept_id), contacts.contact(read, compared.other_id)

    @property
    def _newest(self) -> str:
        """What was done last; "" for nothing."""
        return self._done[-1].said if self._done else ""

    def _show(self, page: Page) -> None:
        self._page = page
        self._open_sheet().show_page(page)
        page.focus_first()

    def _open_sheet(self) -> Sheet:
        if self._sheet is None:
            self._sheet = Sheet(self._theme, self._window, width=_WIDTH, name=self.tr("Merge two people"))
            self._sheet.dismissed.connect(self._on_dismissed)
            self._sheet.open()
        return self._sheet

    def _on_merge_wanted(self, choices: dict[str, Side]) -> None:
        if self._compared is not None:
            self._do(
                merges.merge,
                self._on_merged,
                kept_id=self._compared.kept_id,
                other_id=self._compared.other_id,
                choices=choices,
            )

    def _on_apart_wanted(self) -> None:
        if self._compared is not None:
            ids = {"first_id": self._compared.kept_id, "second_id": self._compared.other_id}
            self._do(merges.tell_apart, self._on_told_apart, **ids)

    def _do(self, verb: Any, then: Any, **arguments: Any) -> None:  # noqa: ANN401 - the verb's own
        if self._sheet is not None:
            self._sheet.set_answerable(False)
        self._runner.do(verb, then=then, failed=self._on_failed, **arguments)

    def _on_merged(self, outcome: Outcome[None]) -> None:
        if self._compared is not None:
            compared = self._compared
            self._go_on(outcome, [one for one in self._suggestions if compared.other_id not in one.pair])
            if compared.place is None:
                self.merged.emit(compared.kept_id)

    def _on_told_apart(self, outcome: Outcome[None]) -> None:
        self._go_on(outcome, self._others())

    def _others(self) -> list[Suggestion]:
        """The suggestions without the pair that is looked at."""
        pair = {self._compared.kept_id, self._compared.other_id} if self._compared else set()
        return [one for one in self._suggestions if set(one.pair) != pair]

    def _go_on(self, outcome: Outcome[None], suggestions: list[Suggestion]) -> None:
        """Show the next pair, which has moved into this one's place; or that was all."""
        compared, before = self._compared, self._suggestions
        if self._sheet is None or compared is None or compared.place is None:
            self._close()
            return
        if outcome.said is not None:
            self._done.append(_Done(said(outcome.said), before, compared))
            announce(self._sheet, self._newest)
        self._suggestions = suggestions
        self._show_suggestion(compared.place)

    def _on_undo_wanted(self) -> None:
        self._do(history.undo, self._on_undone)

    def _on_undone(self, _outcome: object) -> None:
        """Show again what there was before."""
        done = self._done.pop()
        self._suggestions = done.suggestions
        self._show_compared(done.compared)

    def _on_failed(self, error: KnownError) -> None:
        if self._sheet is not None:
            self._sheet.set_answerable(True)
        if isinstance(self._page, ComparePage):
            self._page.show_trouble(told(error))
            self._page.focus_first()

    def _on_swap_wanted(self) -> None:
        if self._compared is not None and isinstance(self._page, ComparePage):
            choices = {field: _OTHER_SIDE[side] for field, side in self._page.choices.items()}
            one = self._compared
            self._show_compared(_Compared(one.other_id, one.kept_id, one.reasons, one.place), choices)
            if isinstance(self._page, ComparePage):
                self._page.focus_swap()

    def _on_back_wanted(self) -> None:
        if self._compared is not None and self._compared.place is not None:
            self._show_suggestions(self._compared.place)
        else:
            self._close()

    def _on_pair_gone(self) -> None:
        """Pairs with somebody who is no longer there are passed over."""
        self._suggestions = self._others()
        self._on_back_wanted()

    def _on_changed(self, _tables: frozenset[str]) -> None:
        """Somebody may be other than they are shown, or gone; what is chosen stays."""
        page, compared = self._page, self._compared
        if compared is not None and isinstance(page, ComparePage) and self._read(compared) != self._two:
            self._show_compared(compared, page.choices)

    def _close(self) -> None:
        if self._sheet is not None:
            self._sheet.dismiss()
        else:
            self._finish()

    def _on_dismissed(self) -> None:
        self._sheet = None
        self._page = None
        self._compared = None
        self._suggestions = []
        self._done = []
        self._finish()

    def _finish(self) -> None:
        if self._working is not None and self._task is not None:
            self._task.cancel()
            self._work_done()
        self.busy_changed.emit(False)
