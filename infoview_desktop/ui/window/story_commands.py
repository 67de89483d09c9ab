"""What one does with the story of whoever is selected: log, book, follow up, write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.contact import Contact
from infoview_desktop.domain.contact_filter import tag_facet
from infoview_desktop.domain.follow_up import FollowUp
from infoview_desktop.domain.interview import Interview
from infoview_desktop.domain.note import About
from infoview_desktop.domain.snooze import due_choices
from infoview_desktop.domain.touch import Answer, Touch, TouchKind
from infoview_desktop.domain.writing import meant_by_writing
from infoview_desktop.operations import follow_ups, touches
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads import contacts, practice, stories
from infoview_desktop.store.reads.timeline import Entry, EntryKind
from infoview_desktop.store.reads.today import ConversationLine
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.follow_ups.follow_up_menus import FollowUpMenus
from infoview_desktop.ui.local_time import local_day, weekday_text
from infoview_desktop.ui.people.people_view import PeopleView
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.story.entry_deeds import EntryDeeds, is_open
from infoview_desktop.ui.story.follow_up_sheet import FollowUpSheet, Subject
from infoview_desktop.ui.story.interview_sheet import InterviewSheet, NewInterview
from infoview_desktop.ui.story.invitation_sheet import InvitationSheet
from infoview_desktop.ui.story.log_bar import Happening
from infoview_desktop.ui.story.touch_sheet import TouchSheet
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.navigation import Navigation
from infoview_desktop.ui.window.other_views import OtherViews
from infoview_desktop.ui.window.sheets import Sheets
from infoview_desktop.ui.wording import said


class StoryCommands(QObject):
    """Does it with the person who is selected in the home view, or opens the sheet in which it is done."""

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        window: QWidget,
        *,
        go: Navigation,
        people: PeopleView,
        others: OtherViews,
        sheets: Sheets,
        editable: bool,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._runner = runner
        self._window = window
        self._go = go
        self._people = people
        self._others = others
        self._sheets = sheets
        menus = FollowUpMenus(theme, runner, people.person.story.clock, window, open_sheet=sheets.open)
        self.deeds = EntryDeeds(runner, menus, window, editable=editable)
        self._connect()

    def log(self) -> None:
        """Offer what may just have happened with whoever is selected, each at one key."""
        if self._show_story():
            self._people.person.heading.log_bar.open_bar()

    def new_interview(self) -> None:
        """Book a conversation, with whoever is selected to begin with."""
        selected = self._people.selected
        self.book(NewInterview(() if selected is None else (selected,)))

    def book(self, what: NewInterview) -> None:
        """Book a conversation, with what is known of it."""
        self._people.leave()
        self._open_interview(what)

    def new_follow_up(self) -> None:
        """Remember to follow up with whoever is selected; among all notes, on the one that is open."""
        self._people.leave()
        note = None
        if self._go.key == "notes":
            self._others.notes.leave()
            note = self._others.notes.line
        self._follow_up(
            Subject(note.contact_id, note.id, note.interview_id) if note else Subject(self._people.selected)
        )

    def new_note(self) -> None:
        """Write about whoever is selected; among all notes it is one about nobody."""
        if self._go.key == "notes" or not self._show_story():
            self._go.open_key("notes")
            self._others.notes.new_note()
        else:
            self._people.person.story.write()

    def prepare(self, line: ConversationLine) -> None:
        """Show the story of who takes part in a conversation, and write what one wants to remember for it."""
        self._go.show_person(line.people[0].id)
        if not self._show_story():
            return
        if line.notes:
            self._people.person.story.open_note(line.notes[0])
        else:
            self._people.person.story.write(About(interview_id=line.interview.id))

    def show_interview(self, interview_id: int) -> None:
        """Show a conversation in the story of somebody who takes part in it, and its day in the calendar."""
        one = stories.interview(self._runner.read, interview_id)
        present = contacts.present_names(self._runner.read, one.contact_ids) if one else {}
        if one is None or not present:
            return
        selected = self._people.selected
        self._go.show_person(selected if selected in present else next(iter(present)))
        if self._show_story():
            self._people.person.story.stand_on(EntryKind.INTERVIEW, one.id)
        if one.starts_at is not None:
            self._people.calendar.go_to(local_day(one.starts_at))

    def add_named(self, contact_id: int, added: Callable[[int], None]) -> None:
        """Add somebody whom a person named; `added` gets the new one's id."""
        self._sheets.new_contact("", added, referrer=self._person(contact_id))

    def _connect(self) -> None:
        person, story = self._people.person, self._people.person.story
        person.heading.log_bar.chosen.connect(self._on_happened)
        person.heading.interview_wanted.connect(self.new_interview)
        person.follow_up_menu.aboutToShow.connect(self._fill_follow_up_menu)
        person.all_notes_wanted.connect(lambda: self._go.open_key("notes"))
        story.opened.connect(self._change)
        story.deed_wanted.connect(self.deeds.do)
        story.delete_wanted.connect(self.deeds.delete)
        story.menu_wanted.connect(self.deeds.open_menu)
        story.person_wanted.connect(self._go.show_person)
        story.tag_wanted.connect(lambda tag: self._others.list_notes(tag_facet(tag)))
        story.sheet_wanted.connect(self._sheets.open)
        self.deeds.change_wanted.connect(self._change)
        self.deeds.follow_up_wanted.connect(self._follow_up_on)
        self.deeds.note_wanted.connect(self._write_on_interview)
        self.deeds.invitation_wanted.connect(self._invite)

    def _show_story(self) -> bool:
        """Whether there is somebody whose story is in sight now."""
        if self._people.selected is None:
            return False
        self._go.open_key("people")
        self._people.show_story()
        return True

    def _person(self, contact_id: int | None) -> Contact | None:
        return None if contact_id is None else contacts.contact(self._runner.read, contact_id)

    def _on_happened(self, happening: Happening) -> None:
        contact_id = self._people.selected
        if contact_id is None:
            return
        kind, now = happening.kind, wall_clock.now()
        if kind is TouchKind.WROTE:
            kind = meant_by_writing(stories.story(self._runner.read, contact_id), today=now.date())

        def logged(outcome: Outcome[int]) -> None:
            self._people.show_story()
            self._people.person.story.stand_on_next(EntryKind.TOUCH, outcome.value)
            self._offer_next(contact_id, happening.answer)

        self._runner.do(
            touches.log,
            contact_id=contact_id,
            kind=kind,
            answer=happening.answer,
            at=now,
            time_zone=wall_clock.time_zone(),
            then=logged,
        )

    def _offer_next(self, contact_id: int, answer: Answer) -> None:
        """Offer what an answer leads to: whom they named, a time to talk."""
        person, line = self._person(contact_id), self._people.person.heading.offer_line
        if person is None or contact_id != self._people.selected:
            return
        if answer is Answer.SOMEONE_ELSE:
            text = self.tr("Add whom {name} named").format(name=person.name)
            line.offer(text, lambda: self._sheets.new_contact("", self._go.show_person, referrer=person))
        elif answer is Answer.YES:
            line.offer(self.tr("Book the interview"), lambda: self._open_interview(NewInterview((contact_id,))))
        else:
            line.withdraw()

    def _fill_follow_up_menu(self) -> None:
        """Offer the days that make sense now, each with its date."""
        menu, today = self._people.person.follow_up_menu, wall_clock.today()
        menu.clear()
        for choice in due_choices(today=today, business_days=practice.habits(self._runner.read).business_days):
            text = f"{said(choice.words)}\t{weekday_text(choice.day, today=today)}"
            menu.addAction(text).triggered.connect(lambda _checked=False, day=choice.day: self._follow_up_at_once(day))
        menu.addAction(self.tr("On a date, or for a reason …")).triggered.connect(self.new_follow_up)

    def _follow_up_at_once(self, day: date) -> None:
        if self._people.selected is not None:
            self._runner.do(
                follow_ups.add,
                due_on=day,
                reason="",
                contact_id=self._people.selected,
                then=lambda outcome: self._people.person.story.stand_on_next(EntryKind.FOLLOW_UP, outcome.value),
            )

    def _follow_up_on(self, entry: Entry) -> None:
        note_id = entry.id if entry.kind in {EntryKind.NOTE, EntryKind.MENTION} else None
        interview_id = entry.id if entry.kind is EntryKind.INTERVIEW else None
        self._follow_up(Subject(entry.contact_id, note_id, interview_id))

    def _follow_up(self, what: Subject | FollowUp) -> None:
        person = self._person(what.contact_id)
        name = person.name if person else ""
        self._sheets.open(FollowUpSheet(self._theme, self._runner, self._window, what, name=name))

    def _open_interview(self, what: Interview | NewInterview) -> None:
        sheet = InterviewSheet(self._theme, self._runner, self._window, what)
        sheet.added.connect(lambda number: self._people.person.story.stand_on_next(EntryKind.INTERVIEW, number))
        sheet.added.connect(lambda _number: self._people.person.heading.offer_line.withdraw())
        sheet.write_wanted.connect(self._write_on_interview)
        sheet.note_wanted.connect(self._people.person.story.open_note)
        self._sheets.open(sheet)

    def _write_on_interview(self, interview_id: int) -> None:
        if self._show_story():
            self._people.person.story.write(About(interview_id=interview_id))

    def _invite(self, interview: Interview) -> None:
        self._sheets.open(InvitationSheet(self._theme, self._runner, self._window, interview))

    def _change(self, entry: Entry) -> None:
        match entry.what:
            case Touch():
                person = self._person(entry.contact_id)
                if person is not None:
                    self._sheets.open(
                        TouchSheet(self._theme, self._runner, self._window, touch=entry.what, name=person.name)
                    )
            case Interview():
                self._open_interview(entry.what)
            case FollowUp() if is_open(entry):
                self._follow_up(entry.what)
            case _ if entry.kind in {EntryKind.NOTE, EntryKind.MENTION}:
                self._people.person.story.open_note(entry.id)
            case _:
                pass
