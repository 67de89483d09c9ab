"""All notes as a list: filter, #tags, the list, and what it says when there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.note_filter import Kind, kind_facet
from infoview_desktop.store.reads import note_lists
from infoview_desktop.store.reads.note_lists import Listing, NoteLine
from infoview_desktop.ui.controls.buttons import SecondaryButton, TextButton
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.facet_chips import stands_in, without_or_with
from infoview_desktop.ui.controls.filter_edit import FilterEdit
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.controls.pages import Pages
from infoview_desktop.ui.notes.note_chips import NoteChips
from infoview_desktop.ui.notes.note_list import NoteCard, NoteList, note_card
from infoview_desktop.ui.notes.notes_answer import PAGE, Answer, Counts, all_of_it, counts, first
from infoview_desktop.ui.organizations.card_selection import CardSelection
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme

_MARGIN = 12


class NotesPane(QFrame):
    """`chosen` carries the id of the note that is selected, which may also be the list's own doing.

    `stays` says that no other note is to be selected where there is none, or where it is gone.
    """

    chosen = Signal(int)
    emptied = Signal()
    """What was selected is gone, and nothing is selected in its place."""
    opened = Signal()
    new_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._listing = Listing((), 0)
        self._pages: Pages[NoteLine] = Pages(self._read_page, PAGE)
        self.stays = False
        self.setProperty("kind", "pane")
        self.setAccessibleName(self.tr("Note pane"))
        self._number = Label(theme, font="body", ink="ink2")
        self._kind = TextButton(theme, "")
        self._kind.setMenu(self._kind_menu())
        self._new = SecondaryButton(theme, self.tr("New"), icon="plus")
        self._new.setAccessibleName(self.tr("New note"))
        self._new.setEnabled(editable)
        self.filter = FilterEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter · words, tag:, on:, at:"))
        self.filter.setAccessibleName(self.tr("Filter notes"))
        self._chips = NoteChips(theme)
        self.list = NoteList(theme, self.tr("Note list"), self._card)
        self._selection = CardSelection(self.list, self._pages, self._place_of)
        self._none = EmptyState(
            theme,
            self.tr("Whatever you write stands here, and is found by any of its words."),
            self.tr("New note"),
            "note",
        )
        self._none.setEnabled(editable)
        self._no_match = EmptyState(theme, self.tr("No note matches the filter."), self.tr("Show all"))
        self._content = QStackedWidget()
        for page in (self.list, self._none, self._no_match):
            self._content.addWidget(page)
        self._counting = QTimer(self, singleShot=True, interval=0)  # once they are painted
        self._counting.timeout.connect(self._count_them)
        self._lay_out()
        self._connect()
        self._show_kind()

    @property
    def selected(self) -> int | None:
        """Which note is selected."""
        return self._selection.current

    def select(self, note_id: int | None) -> None:
        """Select a note, and bring it into sight where it is listed."""
        self._selection.select(note_id)

    def refresh(self) -> None:
        """Read the list again."""
        self._runner.ask(
            all_of_it,
            typed=self.filter.text(),
            page=max(0, self.list.rowAt(0)) // PAGE,
            selected=self.selected,
            then=self._show,
            key="notes",
        )

    def show_matching(self, typed: str) -> None:
        """List what could have been looked for."""
        self.filter.setText(typed)

    def focus_first(self) -> None:
        """Put the focus on what one does first here: typing what one looks for."""
        first = self._none if self._content.currentWidget() is self._none else self.filter
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.selectAll()

    def _kind_menu(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        self._kinds: dict[str, QAction] = {}
        for facet, words in (
            ("", self.tr("All notes")),
            (kind_facet(Kind.PERSON), self.tr("On people")),
            (kind_facet(Kind.ORGANIZATION), self.tr("On organizations")),
            (kind_facet(Kind.INTERVIEW), self.tr("From interviews")),
            (kind_facet(Kind.FREE), self.tr("Free notes")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, facet=facet: self._on_kind_chosen(facet))
            group.addAction(action)
            self._kinds[facet] = action
        return menu

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 8, 12, 4)
        heading.setSpacing(8)
        heading.addWidget(Label(self._theme, self.tr("Notes"), font="title"))
        heading.addWidget(self._number)
        heading.addStretch()
        heading.addWidget(self._kind)
        heading.addWidget(self._new)
        narrowing = QVBoxLayout()
        narrowing.setContentsMargins(_MARGIN, 4, _MARGIN, 8)
        narrowing.setSpacing(6)
        narrowing.addWidget(self.filter)
        narrowing.addWidget(self._chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(heading)
        layout.addLayout(narrowing)
        layout.addWidget(Hairline())
        layout.addWidget(self._content, 1)

    def _connect(self) -> None:
        self._new.clicked.connect(self.new_wanted)
        self._none.activated.connect(self.new_wanted)
        self._no_match.activated.connect(self.filter.clear)
        self._chips.toggled.connect(self._on_chip_toggled)
        self.filter.textChanged.connect(self._on_filter_changed)
        for leave in (self.filter.down_pressed, self.filter.returnPressed):
            leave.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self._selection.chosen.connect(self.chosen)
        self._selection.emptied.connect(self.emptied)
        self.list.opened.connect(lambda _key: self.opened.emit())
        self.list.delete_wanted.connect(self.delete_wanted)

    def _look(self) -> None:
        """List the first that match what is typed."""
        self._runner.ask(first, typed=self.filter.text(), selected=self.selected, then=self._show, key="notes")

    def _show(self, found: Answer) -> None:
        same_list = found.listing.terms == self._listing.terms
        self._listing = found.listing
        self._selection.show(found, same_list=same_list)
        if found.tags is not None:
            self._chips.offer(found.tags, self.filter.text())
        if found.listing.total:
            self._content.setCurrentWidget(self.list)
        self._counting.start()
        if not self.stays:
            self._selection.make_good(found)

    def _count_them(self) -> None:
        self._runner.ask(counts, listing=self._listing, then=self._show_counts, key="note counts")

    def _show_counts(self, found: Counts) -> None:
        if found.listing.terms != self._listing.terms:
            return
        number, some, total = self.locale().toString, found.listing.total, found.total
        self._listing = found.listing
        self.list.grow(some)
        text = number(total) if total else ""
        if some != total:
            text = self.tr("{some} of {all}").format(some=number(some), all=number(total))
        self._number.setText(text)
        self._new.setVisible(bool(total))
        self._kind.setVisible(bool(total))
        self.filter.setEnabled(bool(total))
        self._content.setCurrentIndex(0 if some else 2 if total else 1)

    def _place_of(self, note_id: int) -> int | None:
        return note_lists.place(self._runner.read, self._listing, note_id)

    def _read_page(self, offset: int, limit: int) -> list[NoteLine]:
        return note_lists.page(self._runner.read, self._listing, offset=offset, limit=limit)

    def _card(self, row: int) -> NoteCard | None:
        line = self._pages.line(row)
        return None if line is None else note_card(self._theme, line)

    def _show_kind(self) -> None:
        typed = self.filter.text()
        chosen = next((facet for facet in self._kinds if facet and stands_in(typed, facet)), "")
        self._kinds[chosen].setChecked(True)
        self._kind.setText(self._kinds[chosen].text())

    def _on_kind_chosen(self, chosen: str) -> None:
        typed = self.filter.text()
        for facet in filter(None, self._kinds):
            if stands_in(typed, facet) is not (facet == chosen):
                typed = without_or_with(typed, facet)
        self.filter.setText(typed)

    def _on_chip_toggled(self, facet: str) -> None:
        self.filter.setText(without_or_with(self.filter.text(), facet) if facet else "")
        self._chips.check(self.filter.text())

    def _on_filter_changed(self, typed: str) -> None:
        self._chips.check(typed)
        self._show_kind()
        self._look()
