"""The list of organizations: filter, chips, cards, and what it says when there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.organization import OrganizationLine, Shown
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads import organizations
from infoview_desktop.store.reads.organization_spellings import Suggestions
from infoview_desktop.store.reads.organizations import Counts, Listing
from infoview_desktop.ui.controls.buttons import SecondaryButton, TextButton
from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.controls.emblem import paint_emblem
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.filter_edit import FilterEdit
from infoview_desktop.ui.controls.flow_layout import FlowLayout
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.controls.pages import PAGE, Pages
from infoview_desktop.ui.organizations.card_list import Card, CardList
from infoview_desktop.ui.organizations.card_selection import CardSelection
from infoview_desktop.ui.organizations.organizations_answer import Answer, answer
from infoview_desktop.ui.organizations.wording import line_text
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

_MARGIN = 12


class OrganizationsPane(QFrame):
    """`chosen` carries the id of the organization that is selected, which may also be the list's own doing."""

    chosen = Signal(int)
    emptied = Signal()
    """What was selected is gone, and there is nothing to select in its place."""
    opened = Signal()
    new_wanted = Signal()
    order_wanted = Signal()
    """The user wants to see, or change, how the targets are ordered."""
    delete_wanted = Signal()

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._shown = Shown.ALL
        self._coming_back = False
        self._same = Suggestions()
        self._counts = Counts()
        self._listing = Listing((), 0)
        self._listed: Shown | None = None
        self._reasons: Mapping[int, Sequence[Phrase]] = {}
        self._pages: Pages[OrganizationLine] = Pages(self._read_page)
        self.setProperty("kind", "pane")
        self.setAccessibleName(self.tr("Organization pane"))
        self._count = Label(theme, font="body", ink="ink2")
        self._new = SecondaryButton(theme, self.tr("New"), icon="plus")
        self._new.setAccessibleName(self.tr("New organization"))
        self._new.setEnabled(editable)
        self._order = TextButton(theme, self.tr("How this is ordered"), icon="sort-down")
        self._order.hide()
        self.filter = FilterEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter · name, kind:, city:"))
        self.filter.setAccessibleName(self.tr("Filter organizations"))
        self._chips = {
            Shown.ALL: ChipButton(theme, self.tr("All")),
            Shown.TARGETS: ChipButton(theme, self.tr("Targets"), count=0),
            Shown.SEVERAL: ChipButton(theme, self.tr("Several people"), count=0),
            Shown.NOBODY: ChipButton(theme, self.tr("Nobody yet"), count=0),
            Shown.SAME: ChipButton(theme, self.tr("Possibly the same"), count=0),
        }
        self.list = CardList(theme, self.tr("Organization list"), self._card)
        self._selection = CardSelection(self.list, self._pages, self._place_of)
        self._none = EmptyState(
            theme,
            self.tr("Write down where you would like to work, also where you know nobody yet."),
            self.tr("Add organizations"),
            "organization",
        )
        self._no_match = EmptyState(theme, "", self.tr("Show all"))
        self._content = QStackedWidget()
        for page in (self.list, self._none, self._no_match):
            self._content.addWidget(page)
        self._lay_out()
        self._none.setEnabled(editable)
        self._connect()

    @property
    def shown(self) -> Shown:
        """Which organizations are listed."""
        return self._shown

    @property
    def selected(self) -> int | None:
        """Which is selected."""
        return self._selection.current

    def start(self, shown: Shown, selected: int | None) -> None:
        """Come back as left; a list that is empty by now gives way to all of them."""
        self._shown, self._selection.current = shown, selected
        self._coming_back = True
        self._check_chips()
        self.refresh()

    def select(self, organization_id: int | None) -> None:
        """Select an organization, and bring it into sight where it is listed."""
        self._selection.select(organization_id)

    def refresh(self) -> None:
        """Read the list again."""
        self._ask(page=max(0, self.list.rowAt(0)) // PAGE, count=True)

    def show_same(self, same: Suggestions) -> None:
        """Offer those that may be the same."""
        self._same = same
        self._chips[Shown.SAME].set_count(len(same.by_organization))
        if self._shown is Shown.SAME:
            self.refresh()

    def focus_first(self) -> None:
        """Put the focus on what one does first here."""
        page = self._content.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 8, 12, 4)
        heading.setSpacing(8)
        heading.addWidget(Label(self._theme, self.tr("Organizations"), font="title"))
        heading.addWidget(self._count)
        heading.addStretch()
        heading.addWidget(self._new)
        chips = QWidget()
        flow = FlowLayout(chips, spacing=2)
        for chip in self._chips.values():
            flow.addWidget(chip)
        narrowing = QVBoxLayout()
        narrowing.setContentsMargins(_MARGIN, 4, _MARGIN, 8)
        narrowing.setSpacing(6)
        narrowing.addWidget(self.filter)
        narrowing.addWidget(chips)
        narrowing.addWidget(self._order, alignment=Qt.AlignmentFlag.AlignLeft)
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
        self._order.clicked.connect(self.order_wanted)
        self._no_match.activated.connect(self._show_all)
        self.filter.textChanged.connect(lambda: self._ask(page=0))
        self.filter.down_pressed.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        for shown, chip in self._chips.items():
            chip.clicked.connect(lambda _checked, shown=shown: self._show_only(shown))
        self._selection.chosen.connect(self.chosen)
        self._selection.emptied.connect(self.emptied)
        self.list.opened.connect(lambda _key: self.opened.emit())
        self.list.delete_wanted.connect(self.delete_wanted)

    def _show_only(self, shown: Shown) -> None:
        self._shown = shown
        self._check_chips()
        self._ask(page=0)

    def _show_all(self) -> None:
        self._shown = Shown.ALL
        self._check_chips()
        self.filter.clear()
        self._ask(page=0)

    def _check_chips(self) -> None:
        for shown, chip in self._chips.items():
            chip.setChecked(shown is self._shown)
        self._order.setVisible(self._shown is Shown.TARGETS)

    def _ask(self, page: int, *, count: bool = False) -> None:
        self._runner.ask(
            answer,
            typed=self.filter.text(),
            shown=self._shown,
            same=list(self._same.by_organization) if self._shown is Shown.SAME else (),
            page=page,
            selected=self.selected,
            count=count or not self._counts.all,
            then=self._show,
            key="organizations",
        )

    def _show(self, found: Answer) -> None:
        same_list = found.listing.terms == self._listing.terms and found.shown is self._listed
        self._listing, self._listed, self._reasons = found.listing, found.shown, found.reasons
        self._counts = found.counts or self._counts
        self._selection.show(found, same_list=same_list)
        if found.selected == self.selected and found.place is not None and not same_list:
            self.list.scrollTo(self.list.currentIndex())
        self._show_counts(found)
        coming_back, self._coming_back = self._coming_back, False
        if coming_back and not found.listing.total and self._shown is not Shown.ALL:
            self._show_only(Shown.ALL)
        self._selection.make_good(found)

    def _show_counts(self, found: Answer) -> None:
        number, counts = self.locale().toString, self._counts
        self._chips[Shown.TARGETS].set_count(counts.targets)
        self._chips[Shown.NOBODY].set_count(counts.nobody)
        self._chips[Shown.SEVERAL].set_count(counts.several)
        if found.listing.total == counts.all:
            self._count.setText(number(counts.all) if counts.all else "")
        else:
            self._count.setText(
                self.tr("{some} of {all}").format(some=number(found.listing.total), all=number(counts.all))
            )
        self._content.setCurrentIndex(0 if found.listing.total else 2 if counts.all else 1)
        self._no_match.set_sentence(self._nothing_found(found))

    def _nothing_found(self, found: Answer) -> str:
        if found.listing.terms:
            return self.tr("No organization matches the filter.")
        return {
            Shown.TARGETS: self.tr("Where do you want to work? Press Target on an organization's page."),
            Shown.NOBODY: self.tr("You know somebody at every organization."),
        }.get(found.shown, self.tr("No two organizations look the same."))

    def _place_of(self, organization_id: int) -> int | None:
        return organizations.place(self._runner.read, self._listing, organization_id)

    def _read_page(self, offset: int, limit: int) -> list[OrganizationLine]:
        return organizations.page(self._runner.read, self._listing, offset=offset, limit=limit)

    def _card(self, row: int) -> Card | None:
        line = self._pages.line(row)
        if line is None:
            return None

        def picture(painter: QPainter, rect: QRect) -> None:
            paint_emblem(painter, rect, line.name)

        if why := self._why(line.id):
            return Card(line.id, line.name, why, picture)
        is_target = line.target and self._shown is not Shown.TARGETS
        return Card(line.id, line.name, line_text(line), picture, self.tr("target") if is_target else "", "green")

    def _why(self, organization_id: int) -> str:
        """Why an organization stands in this list, where that is worth more than what sort it is."""
        phrases = self._reasons.get(organization_id, ())
        if self._listed is Shown.SAME and (same := self._same.by_organization.get(organization_id)):
            other = same[0].names[same[0].pair[0] == organization_id]
            phrases = (Phrase("like {name}", {"name": other}), same[0].why)
        return " · ".join(map(said, phrases))
