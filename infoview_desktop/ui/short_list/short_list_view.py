"""The short list: whom to write to first, why, and who else may be worth asking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.operations import short_list
from infoview_desktop.store.reads import directions
from infoview_desktop.store.reads import profile as profile_reads
from infoview_desktop.store.reads import short_list as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.reads.short_list import Ranked
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.buttons import IconButton, TextButton
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.controls.tab_bar import TabBar
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.left import whole_numbers
from infoview_desktop.ui.ordering.order_sheet import OrderSheet
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.short_list.details_pane import DetailsPane
from infoview_desktop.ui.short_list.direction_chips import ALL, DirectionChips
from infoview_desktop.ui.short_list.direction_sheet import DirectionSheet
from infoview_desktop.ui.short_list.ranked_list import RankedList
from infoview_desktop.ui.short_list.wanting import Wanting
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import HIT
from infoview_desktop.ui.window.sheet import Sheet

_READ = frozenset(
    {
        "short_list",
        "direction",
        "weight",
        "profile",
        "contact",
        "organization",
        "tag",
        "contact_tag",
        "school",
        "past_employer",
        "stage",
        "follow_up",
    }
)
_ROOM_FOR_WORDS = 300
_SUGGESTED = 20
_AFTER_THE_LIST_MILLISECONDS = 40
_SIZES = (680, 400)
_NARROWEST = (320, 300)
_LISTED, _WORTH_ASKING = 0, 1


@dataclass(frozen=True, slots=True)
class _Suggestions:
    people: list[Ranked]
    about_you: bool


def _suggest(reader: Reader, *, today: date) -> _Suggestions:
    people = reads.suggestions(reader, today=today, limit=_SUGGESTED)
    return _Suggestions(people, not profile_reads.profile(reader).is_empty)


class ShortListView(QWidget):
    """Two lists, one behind the other, and beside them who is selected.

    Args:
        theme: what it is painted with.
        runner: carries the verbs.
        editable: whether anything can be changed.
        open_sheet: lets a sheet come up over the window.
        left: how the view was left, as its `arrangement` told.
        parent: what it belongs to.
    """

    person_opened = Signal(int)
    people_wanted = Signal()
    """The user wants to choose people in the book."""

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        *,
        editable: bool,
        open_sheet: Callable[[Sheet], None],
        left: Mapping[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._editable = editable
        self._open_sheet = open_sheet
        self._stale = True
        self._everybody: list[Ranked] = []
        self._direction = ALL
        self._wanting = Wanting(runner, self)
        self._later = QTimer(self, singleShot=True, interval=_AFTER_THE_LIST_MILLISECONDS)
        self._later.timeout.connect(self._ask_for_others)
        self._count = Label(theme, ink="ink2")
        self._order = TextButton(theme, self.tr("How this is ordered"), icon="sort-down")
        name = self.tr("Short list and who may be worth asking")
        self._tabs = TabBar(name, self.tr("On the list"), self.tr("Worth asking"))
        self._chips = DirectionChips(theme)
        self._rename = IconButton(theme, "pencil", self.tr("Rename direction"))
        self._rename.setEnabled(editable)
        self._rename.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._list = RankedList(theme, self.tr("Short list"), numbered=True)
        self._others = RankedList(theme, self.tr("Worth asking"), numbered=False)
        self._nobody = EmptyState(
            theme,
            self.tr("Put the people here whom you want to talk to; the first to write to comes first."),
            self.tr("Choose people"),
            "star",
        )
        self._none_known = EmptyState(theme, "", self.tr("About you"), "search")
        self._pages = QStackedWidget()
        for page in (self._list, self._others, self._nobody, self._none_known):
            self._pages.addWidget(page)
        self._order.setAccessibleName(self.tr("How this is ordered"))
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.splitterMoved.connect(self._fit_heading)
        self._details = DetailsPane(theme, runner, editable=editable)
        self._lay_out()
        self._connect()
        self._panes.setSizes(whole_numbers(left, "short_list_sizes", len(_SIZES)) or list(_SIZES))

    def want_selected(self) -> None:
        """Put who is selected on the list; where they are on it already, go to their reason."""
        if self._tabs.currentIndex() == _WORTH_ASKING:
            self._on_wanted()
        elif self._list.selected is not None:
            self._details.form.edit_field("reason")

    def focus_first(self) -> None:
        """Put the focus on what one does first here."""
        shown = self._pages.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Store what is being typed."""
        self._details.form.leave()

    def arrangement(self) -> dict[str, Any]:
        """How the view is left, as plain values."""
        return {"short_list_sizes": self._panes.sizes()}

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what has changed meanwhile."""
        super().showEvent(event)
        # Qt gives the focus to the first control there is; one comes for the list.
        QTimer.singleShot(0, self._focus_list)
        if self._stale:
            self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave of the button only its drawing where there is little room."""
        super().resizeEvent(event)
        self._fit_heading()

    def _fit_heading(self) -> None:
        room = self._panes.sizes()[0] >= self._theme.scaled(_ROOM_FOR_WORDS)
        words = self.tr("How this is ordered")
        self._order.setText(words if room else "")
        self._order.setToolTip("" if room else plain_tool_tip(words))

    def _focus_list(self) -> None:
        if self._order.hasFocus():
            self.focus_first()

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._order.clicked.connect(lambda: self._show_order(OrderSheet.WEIGHTS))
        self._none_known.activated.connect(lambda: self._show_order(OrderSheet.ABOUT_YOU))
        self._nobody.activated.connect(self.people_wanted)
        self._chips.chosen.connect(self._on_direction_chosen)
        self._rename.clicked.connect(self._on_rename_wanted)
        for each in (self._list, self._others):
            each.person_chosen.connect(partial(self._on_person_chosen, each))
            each.opened.connect(self._on_opened)
        self._list.motivation_chosen.connect(self._details.form.choose)
        self._list.take_off_wanted.connect(self._on_take_off)
        self._others.wanted.connect(self._on_wanted)
        self._details.opened.connect(self._on_opened)
        self._details.wanted.connect(self._on_wanted)
        self._details.take_off_wanted.connect(self._on_take_off)
        self._runner.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 8, 8, 4)
        heading.setSpacing(8)
        heading.addWidget(Label(self._theme, self.tr("Short list"), font="title"))
        heading.addWidget(self._count)
        heading.addStrut(self._theme.scaled(HIT))
        heading.addStretch()
        heading.addWidget(self._order)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(8, 0, 8, 0)
        tabs.addWidget(self._tabs, 1)
        chips = QHBoxLayout()
        chips.setContentsMargins(12, 6, 12, 6)
        chips.addWidget(self._chips, 1)
        chips.addWidget(self._rename, alignment=Qt.AlignmentFlag.AlignTop)
        self._chips_line = QWidget()
        self._chips_line.setLayout(chips)
        left = QFrame()
        left.setProperty("kind", "pane")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addLayout(tabs)
        column.addWidget(Hairline())
        column.addWidget(self._chips_line)
        column.addWidget(self._pages, 1)
        panes = self._panes
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        for pane, narrowest in zip((left, self._details), _NARROWEST, strict=True):
            pane.setMinimumWidth(narrowest)
            panes.addWidget(pane)
        panes.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panes)

    def _ask(self) -> None:
        self._stale = False
        self._runner.ask(reads.short_list, today=wall_clock.today(), then=self._show_list, key="short_list")

    def _show_list(self, people: list[Ranked]) -> None:
        self._everybody = people
        counts = Counter(one.candidate.direction for one in people if one.candidate.direction)
        if self._direction not in counts:
            self._direction = ALL
        names = sorted(counts, key=lambda name: (-counts[name], name))
        self._chips.show_counts({name: counts[name] for name in names}, total=len(people), chosen=self._direction)
        self._count.setText(self.locale().toString(len(people)) if people else "")
        self._narrow()
        self._show_page()
        # Only once this list is painted, so that it takes no time from it.
        self._later.start()

    def _ask_for_others(self) -> None:
        self._runner.ask(_suggest, today=wall_clock.today(), then=self._show_others, key="suggestions")

    def _show_others(self, found: _Suggestions) -> None:
        self._others.show_people(found.people)
        number = f" {self.locale().toString(len(found.people))}" if found.people else ""
        self._tabs.setTabText(_WORTH_ASKING, self.tr("Worth asking") + number)
        self._none_known.set_sentence(
            self.tr("Nobody else stands out yet: say more of yourself, or mark organizations as targets.")
            if found.about_you
            else self.tr("Say what you would like to do and where you have been, and people worth asking stand here.")
        )
        self._show_page()

    def _narrow(self) -> None:
        """Show the people of the chosen direction, with their places among all."""
        shown = [
            (place, one)
            for place, one in enumerate(self._everybody, start=1)
            if self._direction in {ALL, one.candidate.direction}
        ]
        self._list.show_people([one for _, one in shown], [place for place, _ in shown])
        self._rename.setVisible(self._direction != ALL)

    def _show_page(self) -> None:
        tab = self._tabs.currentIndex()
        those = self._shown_list()
        empty = self._nobody if tab == _LISTED else self._none_known
        self._pages.setCurrentWidget(those if those.people.rowCount() else empty)
        self._chips_line.setVisible(tab == _LISTED and self._chips.isVisibleTo(self._chips_line))

    def _shown_list(self) -> RankedList:
        return self._list if self._tabs.currentIndex() == _LISTED else self._others

    def _on_tab_changed(self) -> None:
        self._show_page()
        those = self._shown_list()
        self._on_person_chosen(those, those.selected)

    def _on_person_chosen(self, those: RankedList, one: Ranked | None) -> None:
        """Show who became current, where that is in the list in sight."""
        if those is self._shown_list():
            self._details.show_person(one, listed=those is self._list)

    def _show_order(self, page: int) -> None:
        self._open_sheet(OrderSheet(self._theme, self._runner, self.window(), editable=self._editable, page=page))

    def _on_direction_chosen(self, direction: str) -> None:
        self._direction = direction
        self._narrow()

    def _on_rename_wanted(self) -> None:
        named = (each for each in directions.directions(self._runner.read) if each.name == self._direction)
        for direction in named:
            sheet = DirectionSheet(self._theme, self._runner, self.window(), direction)
            sheet.renamed.connect(self._on_direction_renamed)
            self._open_sheet(sheet)

    def _on_direction_renamed(self, name: str) -> None:
        self._direction = name

    def _on_opened(self) -> None:
        one = self._shown_list().selected
        if one is not None:
            self.person_opened.emit(one.contact_id)

    def _on_wanted(self) -> None:
        one = self._others.selected
        if one is not None:
            self._list.select(one.contact_id)
            self._wanting.want([one.contact_id])

    def _on_take_off(self) -> None:
        one = self._list.selected
        if one is not None:
            self.leave()
            self._runner.do(short_list.take_off, contact_ids=[one.contact_id])

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & _READ:
            self._stale = True
            if self.isVisible():
                self._ask()
