"""What one does with the story of whoever is selected: log, book, follow up, write."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import touches
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads import contacts, stories
from infoview_desktop.store.reads.timeline import Entry, EntryKind
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.people.people_view import PeopleView
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.story.entry_deeds import EntryDeeds
from infoview_desktop.ui.story.log_bar import Happening
from infoview_desktop.ui.story.touch_sheet import TouchSheet
from infoview_desktop.ui.story.writing import meant_by_writing
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.navigation import Navigation
from infoview_desktop.ui.window.sheets import Sheets


class StoryCommands(QObject):
    """Does it with the person who is shown in the home view, or opens the sheet in which it is done."""

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        window: QWidget,
        *,
        go: Navigation,
        people: PeopleView,
        sheets: Sheets,
        editable: bool,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._runner = runner
        self._window = window
        self._go = go
        self._people = people
        self._sheets = sheets
        self._deeds = EntryDeeds(theme, runner, window, open_sheet=sheets.open, editable=editable)
        person = people.person
        person.heading.log_bar.chosen.connect(self._on_happened)
        story = person.story
        story.opened.connect(self._change)
        story.deed_wanted.connect(self._deeds.do)
        story.delete_wanted.connect(self._deeds.delete)
        story.menu_wanted.connect(self._deeds.open_menu)
        story.person_wanted.connect(go.show_person)
        story.writer.sheet_wanted.connect(sheets.open)
        self._deeds.change_wanted.connect(self._change)

    def log(self) -> None:
        """Offer what may just have happened with whoever is shown, each at one key."""
        if self._show_story():
            self._people.person.heading.log_bar.open_bar()

    def _show_story(self) -> bool:
        """Whether there is somebody whose story is in sight now."""
        self._go.open_key("people")
        if self._people.selected is None:
            return False
        self._people.show_person.setChecked(True)
        self._people.person.show_story()
        return True

    def _on_happened(self, happening: Happening) -> None:
        contact_id = self._people.selected
        if contact_id is None:
            return
        kind = happening.kind
        if kind is TouchKind.WROTE:
            kind = meant_by_writing(stories.story(self._runner.read, contact_id))
        self._runner.do(
            touches.log,
            contact_id=contact_id,
            kind=kind,
            answer=happening.answer,
            at=wall_clock.now(),
            time_zone=wall_clock.time_zone(),
            then=self._on_logged,
        )

    def _on_logged(self, outcome: Outcome[int]) -> None:
        self._people.person.show_story()
        self._people.person.story.stand_on_next(EntryKind.TOUCH, outcome.value)

    def _change(self, entry: Entry) -> None:
        match entry.kind:
            case EntryKind.NOTE | EntryKind.MENTION:
                self._people.person.story.open_note(entry.id)
            case EntryKind.TOUCH:
                self._mend(entry.id)
            case _:
                pass

    def _mend(self, touch_id: int) -> None:
        touch = stories.touch(self._runner.read, touch_id)
        person = contacts.contact(self._runner.read, touch.contact_id) if touch else None
        if touch is not None and person is not None:
            self._sheets.open(TouchSheet(self._theme, self._runner, self._window, touch=touch, name=person.name))
