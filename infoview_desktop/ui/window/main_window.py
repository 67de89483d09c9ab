"""The one window: its bars, its views, and what its commands do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout

from infoview_desktop.domain.contact_filter import tag_facet
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.people.contact_chips import NEW_JOBS
from infoview_desktop.ui.people.people_view import PeopleView
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.search.finder import Finder
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wall_clock import WallClock
from infoview_desktop.ui.window.banner import Banner
from infoview_desktop.ui.window.enter_key import presses_button
from infoview_desktop.ui.window.navigation import Navigation
from infoview_desktop.ui.window.rail import Rail, place_left
from infoview_desktop.ui.window.status_line import StatusLine
from infoview_desktop.ui.window.top_bar import TopBar
from infoview_desktop.ui.window.views import Views
from infoview_desktop.ui.window.whole import Whole
from infoview_desktop.ui.window.window_place import place_of_window, put_where_left
from infoview_desktop.ui.wording import moment_text, said, told

if TYPE_CHECKING:
    from infoview_desktop.ui.importing.import_flow import ImportFlow
    from infoview_desktop.ui.window.file_commands import FileCommands
    from infoview_desktop.ui.window.other_views import OtherViews
    from infoview_desktop.ui.window.sheet import Sheet

_SMALLEST_SIZE = (760, 520)


class MainWindow(QMainWindow):
    """Everything a person sees.

    `directory` is the data directory; `read_only` is why the book cannot be changed, if that is so; `left` is
    how the window was left, by the names of `arrangement`. `sample` says that it is all a throw-away copy, and
    `try_sample` opens another window with one, if it can. It is made in two steps, so that people are seen as
    soon as can be: `start` before it is shown, `complete` once `painted` is told.
    """

    painted = Signal()
    """The first picture is on the screen."""

    files_arrived = Signal(list)
    """Files that another start handed over; may be emitted from any thread."""

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        *,
        directory: Path,
        read_only: KnownError | None,
        left: dict[str, Any],
        sample: bool = False,
        try_sample: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._runner = runner
        self._directory = directory
        self._read_only = read_only
        self._sample = sample
        self._try_sample = try_sample
        self.setWindowTitle(self.tr("InfoView – sample data") if sample else "InfoView")  # noqa: RUF001 - a dash
        self.setMinimumSize(*_SMALLEST_SIZE)
        self._left = left
        self._complete = False
        self._people = PeopleView(theme, runner, editable=read_only is None)
        self._status = StatusLine(theme)
        self._rail = Rail(theme)
        self._views = Views(
            theme,
            self._people,
            {
                "today": lambda: self._others.today,
                "short_list": lambda: self._others.short_list,
                "board": lambda: self._others.board,
                "organizations": lambda: self._others.organizations.view,
                "notes": lambda: self._others.notes,
            },
        )
        self._go = Navigation(self, self._rail, self._views, self._people)
        self._finder = Finder(theme, runner)
        self._top = TopBar(theme, self._finder)
        self._build()

    def start(self) -> None:
        """Come back as left, with all that the first picture shows."""
        put_where_left(self, self._left)
        self._people.start(self._left)
        self._go.open_view(place_left(self._left.get("view")))

    def complete(self) -> None:
        """Add all that can be done, once the first picture is there; a moment later, and nobody has to wait for it."""
        from infoview_desktop.ui.window.calendar_commands import CalendarCommands  # noqa: PLC0415 - after the first picture
        from infoview_desktop.ui.window.commands import CommandSet  # noqa: PLC0415 - after the first picture
        from infoview_desktop.ui.window.drop_target import DropTarget  # noqa: PLC0415 - after the first picture
        from infoview_desktop.ui.window.file_commands import FileCommands  # noqa: PLC0415 - after the first picture
        from infoview_desktop.ui.window.history_commands import HistoryCommands  # noqa: PLC0415 - after the first picture
        from infoview_desktop.ui.window.person_commands import PersonCommands  # noqa: PLC0415 - after the first picture
        from infoview_desktop.ui.window.sheets import Sheets  # noqa: PLC0415 - after the first picture
        from infoview_desktop.ui.window.story_commands import StoryCommands  # noqa: PLC0415 - after the first picture

        self._people.complete()
        self._sheets = Sheets(self._theme, self._runner, self, editable=self._read_only is None)
        self._with_people = PersonCommands(self, self._go, self._people, self._others, self._sheets)
        self._story = StoryCommands(
            self._theme,
            self._runner,
            self,
            go=self._go,
            people=self._people,
            others=self._others,
            sheets=self._sheets,
            editable=self._read_only is None,
        )
        self._calendar = CalendarCommands(
            self._theme,
            self._runner,
            self,
            go=self._go,
            people=self._people,
            story=self._story,
            sheets=self._sheets,
            editable=self._read_only is None,
        )
        self._history = HistoryCommands(self._runner, self, self._views.leave)
        files = FileCommands(self._theme, self._runner, self, self.offer)
        self._commands = CommandSet(
            self,
            self._theme,
            {
                "import": files.choose_import,
                "export": files.export,
                "back_up": files.back_up,
                "restore": files.restore,
                "calendar_show": files.choose_calendar,
                "quit": self.close,
                "undo": self._history.undo,
                "redo": self._history.redo,
                "new_contact": self._with_people.new_contact,
                "new_organization": self._others.new_organization,
                "merge_organization": self._others.merge_organization,
                "delete_organization": self._others.delete_organization,
                "delete": self._people.delete_selected,
                "new_interview": self._story.new_interview,
                "new_note": self._story.new_note,
                "new_follow_up": self._story.new_follow_up,
                "log": self._story.log,
                "want": self._with_people.want,
                "tag": self._with_people.tag,
                "merge": self._with_people.merge,
                "duplicates": self._with_people.find_duplicates,
                "trash": self._sheets.trash,
                "search": self._finder.start,
                "filter": self._go.filter_people,
                "settings": self._open_settings,
                "shortcuts": self._open_shortcuts,
                "sample": self._open_sample,
                "new_jobs": lambda: self._go.list_people(NEW_JOBS),
                **self._calendar.commands,
            },
            writable=self._read_only is None,
        )
        self._sheets.covered.connect(self._commands.set_paused)
        self._sheets.merged.connect(self._go.show_person)
        self._drop = DropTarget(self._theme, self)
        self._connect(files)
        self._fill_menus()
        self._on_selection_changed()
        self._on_changed(frozenset())
        self._others.count_due(self._rail.show_due)
        self._status.stand_last()
        self._complete = True

    @cached_property
    def _others(self) -> OtherViews:
        from infoview_desktop.ui.window.other_views import OtherViews  # noqa: PLC0415 - after the first picture

        return OtherViews(
            self._theme,
            self._runner,
            self,
            self._go,
            open_sheet=self._open_sheet,
            editable=self._read_only is None,
            left=self._left,
        )

    @cached_property
    def _imports(self) -> ImportFlow:
        from infoview_desktop.ui.importing.import_flow import ImportFlow  # noqa: PLC0415 - only for the first file

        imports = ImportFlow(self._theme, self._runner, self)
        imports.busy_changed.connect(self._commands.set_paused)
        return imports

    def offer(self, files: Sequence[Path]) -> None:
        """Look at files as if they had been dropped on the window."""
        if files and self._read_only is not None:
            self.say(told(self._read_only))
        elif files:
            self._imports.offer(files)

    def say(self, text: str) -> None:
        """Say something in the status line."""
        self._status.say(text)

    def arrangement(self) -> dict[str, Any]:
        """How the window is left, as plain values."""
        return {
            **place_of_window(self),
            "view": self._views.key,
            "scheme": str(self._theme.scheme),
            **self._views.arrangement(),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, as Space does."""
        if not presses_button(event, self):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is being typed and how the window is left."""
        from infoview_desktop.operations import settings  # noqa: PLC0415 - not needed to start

        if self._complete:
            self._views.leave()
            self._runner.do(settings.remember, values=self.arrangement())
        for clock in self.findChildren(WallClock):
            clock.stop()
        super().closeEvent(event)

    def _build(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addWidget(Hairline(standing=True))
        middle.addWidget(self._views, 1)
        whole = Whole()
        whole.painted.connect(self.painted, Qt.ConnectionType.QueuedConnection)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(Hairline())
        if self._sample or self._read_only is not None:
            column.addWidget(Banner(self._theme, self._what_stays_true()))
        column.addLayout(middle, 1)
        column.addWidget(Hairline())
        column.addWidget(self._status)
        self.setCentralWidget(whole)

    def _what_stays_true(self) -> str:
        """What one has to know of this book all the time."""
        sentences = [self.tr("This is a throw-away copy: nothing here is kept.")] if self._sample else []
        return " ".join([*sentences, *([told(self._read_only)] if self._read_only else [])])

    def _fill_menus(self) -> None:
        """Everything there is to do; also what small buttons in the panes offer."""
        from infoview_desktop.ui.window.menus import Menus  # noqa: PLC0415 - after the first picture

        person, actions = self._people.person, self._commands.actions
        self._menus = menus = Menus(self, self._theme, self._commands, person=person.offered)
        menus.add_views(
            self._go.go_to_view,
            panes=[self._people.show_calendar, self._people.show_person],
            contacts=[self._people.contacts.sort_menu, self._people.contacts.table.columns.menu],
        )
        usual = [actions[name] for name in ("new_contact", "import", "undo", "filter")]
        others = [action for action in menus.all_actions() if action is not actions["search"]]
        self._finder.offer(others, usual=usual, new_contact=actions["new_contact"])
        self._top.fill(
            menu=menus.menu,
            settings=actions["settings"],
            import_=actions["import"],
            new=[actions[f"new_{each}"] for each in ("contact", "interview", "note", "follow_up", "organization")],
        )
        self._commands.set_needs_met("sample", not self._sample)

    def _connect(self, files: FileCommands) -> None:
        self._rail.chosen.connect(self._go.open_view)
        self._views.built.connect(self._status.stand_last)
        self._status.undo_wanted.connect(self._history.undo)
        self._finder.person_chosen.connect(self._go.show_person)
        self._finder.organization_chosen.connect(lambda one, _name: self._others.show_organization(one))
        self._finder.tag_chosen.connect(lambda tag: self._go.list_people(tag_facet(tag)))
        self._finder.interview_chosen.connect(self._story.show_interview)
        self._finder.note_chosen.connect(self._others.show_note)
        self._finder.new_contact_wanted.connect(self._with_people.new_contact)
        self._drop.dropped.connect(self.offer)
        self._others.command_wanted.connect(lambda name: self._commands.actions[name].trigger())
        self._others.contact_wanted.connect(self._story.add_named)
        self._others.interview_wanted.connect(self._story.prepare)
        self._people.import_wanted.connect(files.choose_import)
        self._people.contacts.selection_bar.tag_wanted.connect(self._with_people.tag)
        self._people.contacts.selection_bar.merge_wanted.connect(self._with_people.merge)
        self._people.person.merge_wanted.connect(self._with_people.merge)
        self._people.sample_wanted.connect(self._commands.actions["sample"].trigger)
        self._theme.scheme_chosen.connect(self._on_scheme_chosen)
        self._people.person.organization_wanted.connect(self._others.show_organization)
        self._people.selection_changed.connect(self._on_selection_changed)
        self.files_arrived.connect(self._on_files_arrived, Qt.ConnectionType.QueuedConnection)
        self._runner.said.connect(self._on_said)
        self._runner.troubled.connect(lambda error: self.say(told(error)))
        self._runner.changed.connect(self._on_changed)

    def _open_sheet(self, sheet: Sheet) -> None:
        self._sheets.open(sheet)

    def _open_settings(self) -> None:
        from infoview_desktop.ui.settings.settings_sheet import SettingsSheet  # noqa: PLC0415 - not needed to start

        sheet = SettingsSheet(
            self._theme,
            self._runner,
            self,
            directory=self._directory,
            kept=not self._sample,
            editable=self._read_only is None,
        )
        sheet.command_wanted.connect(lambda name: self._commands.actions[name].trigger())
        self._sheets.open(sheet)

    def _open_shortcuts(self) -> None:
        from infoview_desktop.ui.window.shortcuts_sheet import ShortcutsSheet  # noqa: PLC0415 - not needed to start

        self._sheets.open(ShortcutsSheet(self._theme, self, self._menus.keys()))

    def _open_sample(self) -> None:
        opened = self._try_sample()
        self.say(
            self.tr("The sample opens in a window of its own.")
            if opened
            else self.tr("The window with sample data could not be opened.")
        )

    def _show_standing(self) -> None:
        from infoview_desktop.store.reads import backups  # noqa: PLC0415 - after the first picture

        newest = backups.newest(self._directory)
        if newest is not None:
            moment = moment_text(newest.made_at)
            self._status.show_standing(self.tr("Last backup {moment}").format(moment=moment))

    def _on_said(self, outcome: Outcome[Any]) -> None:
        if outcome.said is not None:
            self._status.say(said(outcome.said), undoable=outcome.undoable)

    def _on_changed(self, _tables: frozenset[str]) -> None:
        self._history.show_in(self._commands)
        self._show_standing()

    def _on_scheme_chosen(self) -> None:
        from infoview_desktop.operations import settings  # noqa: PLC0415 - not needed to start

        self._runner.do(settings.remember, values={"scheme": str(self._theme.scheme)})

    def _on_selection_changed(self) -> None:
        for name in ("delete", "tag", "merge", "log", "calendar_offer"):
            self._commands.set_needs_met(name, self._people.selected is not None)

    def _on_files_arrived(self, files: list[Path]) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.offer(files)
