"""Whatever was found, as rows of one list: best first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction, QKeySequence

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads.finding import Findings, FoundOrganization, FoundPerson, FoundTag, Rank
from infoview_desktop.store.reads.found_interviews import FoundInterview
from infoview_desktop.store.reads.marked import Marked, begins_a_word, marked, words
from infoview_desktop.store.reads.note_lists import NoteLine
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.local_time import clock_text, day_text, local_day
from infoview_desktop.ui.notes.wording import title_text
from infoview_desktop.ui.stages import StageMark, stage_mark
from infoview_desktop.ui.story.entry_text import STATES
from infoview_desktop.ui.wording import said

_COMMANDS = 4
_FIELDS = {
    "tags": Phrase("Tag"),
    "location": Phrase("Location"),
    "emails": Phrase("E-mail"),
    "schools": Phrase("School"),
    "past_employers": Phrase("Worked at before"),
    "phones": Phrase("Phone"),
    "links": Phrase("Link"),
    "remarks": Phrase("Remarks"),
}
_PERSON, _ORGANIZATION, _TAG, _COMMAND = Phrase("Person"), Phrase("Organization"), Phrase("Tag"), Phrase("Command")
_INTERVIEW, _NOTE = Phrase("Interview"), Phrase("Note")
_SHARE, _SHARE_OF_NOTES = 0.6, 0.4


_NOTHING = Marked("")
_NO_MARK = StageMark()


class Wanted(Protocol):
    """What is done with what is chosen."""

    def person(self, contact_id: int) -> None:
        """Show a person."""

    def organization(self, organization_id: int, name: str) -> None:
        """Show an organization."""

    def tag(self, name: str) -> None:
        """Show who has a tag."""

    def interview(self, interview_id: int) -> None:
        """Show an interview."""

    def note(self, note_id: int) -> None:
        """Show a note."""

    def command(self, action: QAction) -> None:
        """Do it."""

    def takes_contacts(self) -> bool:
        """Whether somebody can be taken down who is not in the book yet."""

    def new_contact(self, name: str) -> None:
        """Take somebody down."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One result. `icon` is a drawing's name; a `person`, given and family name, has a picture instead.

    A name that is long takes `share` of the room at most where there is more to say.
    """

    rank: Rank
    name: Marked
    detail: Marked
    at_right: str
    kind: str
    choose: Callable[[], None]
    icon: str = ""
    person: tuple[str, str] = ("", "")
    share: float = _SHARE
    mark: StageMark = _NO_MARK

    @property
    def spoken(self) -> str:
        """All of it, for who does not see it."""
        at_right = "" if self.at_right == self.kind else self.at_right
        parts = (self.name.text, self.detail.text, self.mark.spoken, at_right, self.kind)
        return ", ".join(part for part in parts if part)


def rows(findings: Findings, commands: Iterable[QAction], wanted: Wanted) -> list[FoundRow]:
    """What was found, and the commands of these that are called so."""
    found = [
        *(person_row(person, wanted) for person in findings.people),
        *(_organization_row(organization, wanted) for organization in findings.organizations),
        *(_tag_row(tag, wanted) for tag in findings.tags),
        *(_interview_row(interview, wanted) for interview in findings.interviews),
        *(_note_row(note, wanted) for note in findings.notes),
        *_called(commands, findings.typed, wanted),
    ]
    return sorted(found, key=lambda row: row.rank)


def person_row(person: FoundPerson, wanted: Wanted) -> FoundRow:
    """A person: who they are, or why they are found."""
    line, detail = person.line, person.work
    if person.told is not None:
        detail = _explained(person.field, person.told, person.work.text)
    row = _row(person.rank, person.name, _PERSON, partial(wanted.person, line.id), detail=detail)
    mark = stage_mark(line.stage, line.since, line.due_on)
    return replace(row, person=(line.given_name, line.family_name), mark=mark)


def command_row(action: QAction, wanted: Wanted, rank: Rank = Rank.BEGINNING, parts: Sequence[str] = ()) -> FoundRow:
    """A command, with its keys."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = marked(action.text().replace("&&", "&"), parts)
    row = _row(rank, name, _COMMAND, partial(wanted.command, action), icon="command")
    return replace(row, at_right=keys) if keys else row


def new_contact_row(typed: str, wanted: Wanted) -> FoundRow:
    """The offer to take down somebody of this name."""
    name = " ".join(typed.split())
    text = said(Phrase("New contact “{name}”", {"name": name}))
    return _row(Rank.ELSEWHERE, Marked(text), _COMMAND, partial(wanted.new_contact, name), icon="plus")


def _organization_row(found: FoundOrganization, wanted: Wanted) -> FoundRow:
    detail = Marked(" · ".join(filter(None, (found.city, _people(found.people)))))
    choose = partial(wanted.organization, found.id, found.name.text)
    return _row(found.rank, found.name, _ORGANIZATION, choose, detail=detail, icon="organization")


def _tag_row(found: FoundTag, wanted: Wanted) -> FoundRow:
    choose = partial(wanted.tag, found.name.text)
    return _row(found.rank, found.name, _TAG, choose, detail=Marked(_people(found.people)), icon="tag")


def _interview_row(found: FoundInterview, wanted: Wanted) -> FoundRow:
    """An interview: with whom, when and how it stands, and whatever else it is found by."""
    when = said(Phrase("no time agreed yet"))
    if found.starts_at is not None:
        when = f"{day_text(local_day(found.starts_at), today=wall_clock.today())} {clock_text(found.starts_at)}"
    standing = (Marked(when), Marked(said(STATES[found.state][0])))
    detail = _joined(*standing, found.direction, found.place, found.written)
    return _row(
        Rank.ELSEWHERE, found.people, _INTERVIEW, partial(wanted.interview, found.id), detail=detail, icon="calendar"
    )


def _note_row(line: NoteLine, wanted: Wanted) -> FoundRow:
    """A note: the sentence in which something was found, and whom it is about."""
    choose = partial(wanted.note, line.id)
    row = _row(Rank.ELSEWHERE, title_text(line), _NOTE, choose, detail=line.found, icon="note")
    return replace(row, at_right=line.people.text or line.organization.text or row.kind, share=_SHARE_OF_NOTES)


def _row(
    rank: Rank, name: Marked, kind: Phrase, choose: Callable[[], None], *, detail: Marked = _NOTHING, icon: str = ""
) -> FoundRow:
    word = said(kind)
    return FoundRow(rank, name, detail, word, word, choose, icon)


def _called(commands: Iterable[QAction], typed: str, wanted: Wanted) -> list[FoundRow]:
    """The commands with words that begin as those that were typed."""
    looked_for = words(typed)
    found = [
        command_row(command, wanted, _rank(words(command.text()), looked_for), looked_for)
        for command in commands
        if looked_for and all(begins_a_word(command.text(), word) for word in looked_for)
    ]
    return sorted(found, key=lambda row: row.rank)[:_COMMANDS]


def _rank(title: list[str], looked_for: list[str]) -> Rank:
    """Whether a title begins with the words that were typed, of which the last need not be whole."""
    return Rank.BEGINNING if " ".join(title).startswith(" ".join(looked_for)) else Rank.WORD


def _explained(field: str, told: Marked, work: str) -> Marked:
    """`Tag: alumni · Analyst · Oxfam`, with what was looked for still marked."""
    before = f"{said(_FIELDS[field])}: "
    return _joined(Marked(before + told.text, _moved(told, len(before))), Marked(work))


def _joined(*texts: Marked) -> Marked:
    """Texts one after the other as far as they say something, with what was looked for still marked."""
    whole, parts = "", tuple[tuple[int, int], ...]()
    for each in filter(lambda one: one.text, texts):
        before = f"{whole} · " if whole else ""
        whole, parts = before + each.text, (*parts, *_moved(each, len(before)))
    return Marked(whole, parts)


def _moved(text: Marked, letters: int) -> tuple[tuple[int, int], ...]:
    return tuple((begin + letters, end + letters) for begin, end in text.parts)


def _people(count: int) -> str:
    return said(Phrase.counted("{count} person", "{count} people", count))
