"""The views beside the home view, each built when it is opened for the first time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.contact_filter import company_facet, stage_facet, tag_facet
from infoview_desktop.ui.people.contact_chips import NEW_JOBS
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wall_clock import WallClock
from infoview_desktop.ui.window.navigation import Navigation

if TYPE_CHECKING:
    from infoview_desktop.ui.board.board_view import BoardView
    from infoview_desktop.ui.notes.notes_view import NotesView
    from infoview_desktop.ui.organizations.organization_commands import OrganizationCommands
    from infoview_desktop.ui.short_list.short_list_view import ShortListView
    from infoview_desktop.ui.today.today_view import TodayView
    from infoview_desktop.ui.window.sheet import Sheet


class OtherViews(QObject):
    """Builds them, and connects what they want to the rest of the window.

    Args:
        theme: what they are painted with.
        runner: carries the verbs.
        window: what they belong to.
        go: goes about the window.
        open_sheet: lets a sheet come up over the window.
        editable: whether anything can be changed.
        left: how the views were left, as their `arrangement` told.
    """

    command_wanted = Signal(str)
    """A view wants a command of the window done; it carries its name."""
    contact_wanted = Signal(int, object)
    """A view wants somebody added whom the person of this id named; what is called with the new one's id."""
    interview_wanted = Signal(object)
    """A view wants the interview of this `ConversationLine` prepared."""

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        window: QWidget,
        go: Navigation,
        *,
        open_sheet: Callable[[Sheet], None],
        editable: bool,
        left: dict[str, Any],
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._runner = runner
        self._window = window
        self._go = go
        self._open_sheet = open_sheet
        self._editable = editable
        self._left = left
        self.clock = WallClock(parent=self)

    @cached_property
    def organizations(self) -> OrganizationCommands:
        """What one can do with organizations, and the view of them."""
        from infoview_desktop.ui.organizations.organization_commands import (  # noqa: PLC0415 - not needed to start
            OrganizationCommands,
        )

        commands = OrganizationCommands(
            self._theme, self._runner, self._window, editable=self._editable, left=self._left
        )
        commands.view_wanted.connect(lambda: self._go.open_key("organizations"))
        commands.sheet_wanted.connect(self._open_sheet)
        commands.view.person_wanted.connect(self._go.show_person)
        commands.view.people_wanted.connect(lambda name: self._go.list_people(company_facet(name)))
        commands.view.notes_wanted.connect(lambda name: self.list_notes(company_facet(name)))
        commands.view.tag_wanted.connect(lambda tag: self.list_notes(tag_facet(tag)))
        commands.view.sheet_wanted.connect(self._open_sheet)
        return commands

    @cached_property
    def short_list(self) -> ShortListView:
        """Whom to write to first."""
        from infoview_desktop.ui.short_list.short_list_view import ShortListView  # noqa: PLC0415 - when it is opened

        view = ShortListView(
            self._theme, self._runner, editable=self._editable, open_sheet=self._open_sheet, left=self._left
        )
        view.person_opened.connect(self._go.show_person)
        view.people_wanted.connect(lambda: self._go.open_key("people"))
        return view

    @cached_property
    def today(self) -> TodayView:
        """What to do now."""
        from infoview_desktop.ui.today.today_view import TodayView  # noqa: PLC0415 - when it is opened

        view = TodayView(self._theme, self._runner, self.clock, editable=self._editable, open_sheet=self._open_sheet)
        view.command_wanted.connect(self.command_wanted)
        view.person_chosen.connect(self._go.select_person)
        view.short_list_wanted.connect(lambda: self._go.open_key("short_list"))
        acts = view.acts
        acts.person_wanted.connect(self._go.show_person)
        acts.note_wanted.connect(self.show_note)
        acts.people_wanted.connect(lambda name: self._go.list_people(company_facet(name)))
        acts.new_jobs_wanted.connect(lambda: self._go.list_people(NEW_JOBS))
        acts.contact_wanted.connect(self.contact_wanted)
        acts.interview_wanted.connect(self.interview_wanted)
        return view

    def count_due(self, show: Callable[[int], object]) -> None:
        """Show how many things are due, now and whenever that is another number."""
        from infoview_desktop.ui.today.due_count import DueCount  # noqa: PLC0415 - after the first picture

        count = DueCount(self._runner, self.clock, self)
        count.counted.connect(show)
        count.count()

    @cached_property
    def notes(self) -> NotesView:
        """All that was written."""
        from infoview_desktop.ui.notes.notes_view import NotesView  # noqa: PLC0415 - when it is opened

        view = NotesView(self._theme, self._runner, editable=self._editable, left=self._left)
        view.person_wanted.connect(self._go.show_person)
        view.organization_wanted.connect(self.show_organization)
        view.command_wanted.connect(self.command_wanted)
        view.sheet_wanted.connect(self._open_sheet)
        return view

    def show_note(self, note_id: int) -> None:
        """Show a note among all of them."""
        self._go.open_key("notes")
        self.notes.show_note(note_id)

    def list_notes(self, typed: str) -> None:
        """List the notes that match what could have been typed."""
        self._go.open_key("notes")
        self.notes.show_matching(typed)

    @cached_property
    def board(self) -> BoardView:
        """Who is at which stage."""
        from infoview_desktop.ui.board.board_view import BoardView  # noqa: PLC0415 - when it is opened

        view = BoardView(self._theme, self._runner, self.clock)
        view.person_opened.connect(self._go.show_person)
        view.people_wanted.connect(lambda: self._go.open_key("people"))
        view.select(self._go.selected)
        view.person_chosen.connect(self._go.select_person)
        self._go.person_selected.connect(view.select)
        view.stage_wanted.connect(lambda stage: self._go.list_people(stage_facet(stage)))
        return view

    def show_organization(self, organization_id: int) -> None:
        """Show an organization's page."""
        self.organizations.show(organization_id)

    def new_organization(self) -> None:
        """Add organizations."""
        self.organizations.new()

    def merge_organization(self) -> None:
        """Make the selected organization one with another."""
        self.organizations.merge()

    def delete_organization(self) -> None:
        """Delete the selected organization."""
        self.organizations.delete()
