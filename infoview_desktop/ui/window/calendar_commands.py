"""What one does with the calendar: go about in it, book in it, open what stands there, print it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from infoview_desktop.domain.calendar_days import CalendarMode
from infoview_desktop.domain.calendar_entry import Person, Span
from infoview_desktop.domain.follow_up import FollowUp
from infoview_desktop.domain.interview import Interview
from infoview_desktop.operations import offers
from infoview_desktop.store.reads import contacts, follow_ups, stories
from infoview_desktop.store.reads.timeline import Band, Entry, EntryKind
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.calendar.block import Block, BlockKind
from infoview_desktop.ui.calendar.go_to_sheet import GoToSheet
from infoview_desktop.ui.people.people_view import PeopleView
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.story.interview_sheet import NewInterview
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.calendar_watch import CalendarWatch
from infoview_desktop.ui.window.navigation import Navigation
from infoview_desktop.ui.window.sheets import Sheets
from infoview_desktop.ui.window.story_commands import StoryCommands


class CalendarCommands(QObject):
    """Does it in the Calendar pane of the home view; `commands` are those of the menu, by their names."""

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        window: QWidget,
        *,
        go: Navigation,
        people: PeopleView,
        story: StoryCommands,
        sheets: Sheets,
        editable: bool,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._runner = runner
        self._window = window
        self._go = go
        self._people = people
        self._pane = people.calendar
        self._story = story
        self._sheets = sheets
        self._editable = editable
        if editable:
            CalendarWatch(runner, people.person.story.clock, self)
        self.commands: dict[str, Callable[[], object]] = {
            **{f"calendar_{mode}": partial(self._show_mode, mode) for mode in CalendarMode},
            "calendar_today": self._go_to_today,
            "calendar_go_to": self._ask_for_day,
            "calendar_earlier": partial(self._step, -1),
            "calendar_later": partial(self._step, 1),
            "calendar_about": self._change_about,
            "calendar_offer": self._offer,
            "calendar_print": self._print,
        }
        self._pane.opened.connect(self._open)
        self._pane.interview_wanted.connect(self._book)
        self._pane.menu_wanted.connect(self._open_menu)
        self._pane.delete_wanted.connect(self._delete)

    def _bring(self) -> None:
        """Bring the calendar into sight, with the focus in it."""
        self._go.open_key("people")
        self._people.bring_calendar()
        self._pane.focus_first()

    def _show_mode(self, mode: CalendarMode) -> None:
        self._pane.set_mode(mode)
        self._bring()

    def _go_to(self, day: date) -> None:
        self._bring()
        self._pane.go_to(day)

    def _go_to_today(self) -> None:
        self._bring()
        self._pane.go_to_today()

    def _step(self, by: int) -> None:
        self._bring()
        self._pane.step(by)

    def _ask_for_day(self) -> None:
        sheet = GoToSheet(self._theme, self._runner, self._window, day=self._pane.anchor, today=wall_clock.today())
        sheet.chosen.connect(self._go_to)
        self._sheets.open(sheet)

    def _change_about(self) -> None:
        self._bring()
        self._pane.set_alone(not self._pane.is_about_one and self._people.selected is not None)

    def _print(self) -> None:
        from infoview_desktop.ui.calendar.calendar_print import ask_and_print  # noqa: PLC0415 - when it is wanted

        ask_and_print(self._pane.shown, self._window)

    def _offer(self) -> None:
        """Offer times to whoever is selected."""
        from infoview_desktop.ui.calendar.offer_sheet import OfferSheet  # noqa: PLC0415 - when it is wanted

        selected = self._people.selected
        contact = None if selected is None else contacts.contact(self._runner.read, selected)
        if contact is not None:
            self._people.leave()
            person = Person(contact.id, contact.name, contact.given_name, contact.time_zone)
            self._sheets.open(OfferSheet(self._theme, self._runner, self._window, person=person, now=wall_clock.now()))

    def _book(self, span: Span) -> None:
        """Book at a time of the calendar, with whoever is selected to begin with."""
        selected = self._people.selected
        minutes = int((span.end - span.start).total_seconds()) // 60
        self._story.book(NewInterview(() if selected is None else (selected,), span.start, minutes))

    def _open(self, block: Block) -> None:
        if block.kind is BlockKind.OFFERED:
            self._open_menu(block, self._pane.view.place)
            return
        entry = self._entry(block)
        if entry is not None:
            self._story.deeds.change_wanted.emit(entry)

    def _open_menu(self, block: Block, place: QPoint) -> None:
        if block.kind is BlockKind.OFFERED:
            self.offered_menu(block).popup(place)
            return
        entry = self._entry(block)
        if entry is not None:
            self._story.deeds.open_menu(entry, place)

    def offered_menu(self, block: Block) -> QMenu:
        """What can come of a time that was offered."""
        menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("What can be done"))
        menu.aboutToHide.connect(menu.deleteLater)
        take = menu.addAction(self.tr("They take this time"))
        take.triggered.connect(lambda: self._runner.do(offers.take, offered_id=block.id))
        withdraw = menu.addAction(self.tr("Hold no time for them any more"))
        withdraw.triggered.connect(lambda: self._withdraw(block))
        for action in (take, withdraw):
            action.setEnabled(self._editable)
        return menu

    def _withdraw(self, block: Block) -> None:
        if self._editable and block.contact_id is not None:
            self._runner.do(offers.withdraw, contact_id=block.contact_id)

    def _delete(self, block: Block) -> None:
        if block.kind is BlockKind.OFFERED:
            self._withdraw(block)
            return
        entry = self._entry(block)
        if entry is not None:
            self._story.deeds.delete(entry)

    def _entry(self, block: Block) -> Entry | None:
        """A block as an entry of its person's story; None for what is none, or gone meanwhile."""
        what: Interview | FollowUp | None = None
        if block.kind is BlockKind.BOOKED:
            what = stories.interview(self._runner.read, block.id)
        elif block.kind is BlockKind.DUE:
            what = follow_ups.follow_up(self._runner.read, block.id)
        if what is None:
            return None
        kind = EntryKind.INTERVIEW if block.kind is BlockKind.BOOKED else EntryKind.FOLLOW_UP
        moment = block.span.start.isoformat() if block.span else block.first_day.isoformat()
        return Entry(block.contact_id or 0, kind, block.id, Band.TODAY, moment, what)
