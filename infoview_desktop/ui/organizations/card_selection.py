"""Which card of a long list is selected, while the list is read anew under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from infoview_desktop.ui.controls.pages import Pages
from infoview_desktop.ui.organizations.card_list import CardList


class _Line(Protocol):
    @property
    def id(self) -> int: ...


class _Listing(Protocol):
    @property
    def total(self) -> int: ...


Line = TypeVar("Line", bound=_Line)
_Read_co = TypeVar("_Read_co", bound=_Line, covariant=True)


class _Found(Protocol[_Read_co]):
    """What a list was answered: a page of it, and what became of the card that was `selected` when it was asked."""

    @property
    def listing(self) -> _Listing: ...
    @property
    def page(self) -> int: ...
    @property
    def lines(self) -> Sequence[_Read_co]: ...
    @property
    def selected(self) -> int | None: ...
    @property
    def selected_exists(self) -> bool: ...
    @property
    def place(self) -> int | None: ...


class CardSelection(QObject, Generic[Line]):
    """Keeps the selection of a list of cards; the list itself is told, nobody else.

    Args:
        cards: the list.
        pages: its lines.
        place_of: where something stands in the list as it is now, None where it does not.
    """

    chosen = Signal(int)
    """Another one is selected, by the user or in the place of one that is gone."""
    emptied = Signal()
    """What was selected is gone, and there is nothing to select in its place."""

    def __init__(self, cards: CardList, pages: Pages[Line], place_of: Callable[[int], int | None]) -> None:
        super().__init__(cards)
        self._cards = cards
        self._pages = pages
        self._place_of = place_of
        self._stood = 0
        self.current: int | None = None
        """The id of what is selected, be it listed or not."""
        cards.chosen.connect(self._on_chosen)

    def select(self, wanted: int | None) -> None:
        """Select something, and bring it into sight where it is listed; or nothing."""
        self.current = wanted
        self._cards.select_row(None if wanted is None else self._place_of(wanted))

    def show(self, found: _Found[Line], *, same_list: bool) -> None:
        """Let the list show what was found; a list with the same filter stays scrolled as it was."""
        bar = self._cards.verticalScrollBar()
        scrolled, self._stood = bar.value() if same_list else 0, max(0, self._cards.currentIndex().row())
        self._pages.start({found.page: found.lines})
        self._cards.start(found.listing.total, selected=found.place if found.selected == self.current else None)
        bar.setValue(scrolled)
        if found.selected != self.current:
            self.select(self.current)

    def make_good(self, found: _Found[Line]) -> None:
        """Where nothing is selected, or what was is gone, select what stands now in its place."""
        if self.current is not None and (found.selected != self.current or found.selected_exists):
            return
        total = found.listing.total
        line = self._pages.line(min(self._stood, total - 1)) if total else None
        if line is not None:
            self.select(line.id)
            self.chosen.emit(line.id)
        elif self.current is not None:
            self.current = None
            self.emptied.emit()

    def _on_chosen(self, key: int) -> None:
        self.current = key
        self.chosen.emit(key)
