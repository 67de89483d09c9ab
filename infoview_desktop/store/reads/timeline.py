"""What happened with one person and what comes next, in the order in which it is read, page by page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import TypeVar

from infoview_desktop.domain.follow_up import FollowUp
from infoview_desktop.domain.interview import Interview
from infoview_desktop.domain.touch import Touch
from infoview_desktop.store.contact_sql import NAME, TO_BE_DONE
from infoview_desktop.store.moments import stored
from infoview_desktop.store.reads import follow_ups, job_changes, stories
from infoview_desktop.store.reads.job_changes import JobChange
from infoview_desktop.store.reads.reader import Reader

Thing = TypeVar("Thing")

_EXCERPT = 800
"""Characters of a note that are read for its card."""


class EntryKind(StrEnum):
    """What an entry is about."""

    TOUCH = "touch"
    INTERVIEW = "interview"
    NOTE = "note"
    MENTION = "mention"
    """A note about somebody or something else that names this person."""
    FOLLOW_UP = "follow_up"
    JOB_CHANGE = "job_change"
    CONNECTED = "connected"


class Band(IntEnum):
    """Where an entry stands, from the top: what comes, what is to do today, what was."""

    COMING = 0
    TODAY = 1
    PAST = 2


@dataclass(frozen=True, slots=True)
class NoteExcerpt:
    """The beginning of a note.

    Attributes:
        id: the note's.
        text: how it begins.
        about: what is called whom or what it is about; "" for nothing.
        interview_id: the interview it is about.
        mentions: the words that mean somebody after an `@`.
    """

    id: int
    text: str
    about: str
    interview_id: int | None
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the story of a person.

    Attributes:
        contact_id: the person.
        kind: what it is about.
        id: the id of that, of its own kind.
        band: where it stands.
        moment: a moment, UTC and ISO 8601, or a day `YYYY-MM-DD` where only that is known.
        what: the thing itself; None for being connected.
        others: who else takes part in an interview, with commas between.
    """

    contact_id: int
    kind: EntryKind
    id: int
    band: Band
    moment: str
    what: Touch | Interview | FollowUp | NoteExcerpt | JobChange | None = None
    others: str = ""

    @property
    def key(self) -> tuple[EntryKind, int]:
        """What tells it from every other."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Today:
    """The day it is for the user, and the moment (UTC) at which it ends for them."""

    day: date
    ends_at: datetime


# The `+` keeps SQLite from going through all the notes that are about nobody.
_ORDER = f"""
    SELECT * FROM (
        SELECT 'touch' AS kind, id, 2 AS band, at AS moment FROM touch WHERE contact_id = :contact
         UNION ALL
        SELECT 'interview', interview.id,
               CASE WHEN starts_at IS NULL OR state NOT IN ('asked', 'scheduled') THEN 2
                    WHEN starts_at >= :ends_at THEN 0 ELSE 1 END,
               coalesce(starts_at, created_at)
          FROM interview_person JOIN interview ON interview.id = interview_id WHERE contact_id = :contact
         UNION ALL
        SELECT 'note', id, 2, created_at FROM note WHERE contact_id = :contact
         UNION ALL
        SELECT 'note', note.id, 2, created_at
          FROM interview_person JOIN note USING (interview_id)
         WHERE interview_person.contact_id = :contact AND +note.contact_id IS NULL
         UNION ALL
        SELECT 'mention', note.id, 2, created_at
          FROM note_mention JOIN note ON note.id = note_id
         WHERE note_mention.contact_id = :contact AND note.contact_id IS NOT :contact
           AND NOT EXISTS (SELECT 1 FROM interview_person
                            WHERE interview_person.interview_id = note.interview_id AND contact_id = :contact)
         UNION ALL
        SELECT 'follow_up', id, CASE WHEN state <> 'open' THEN 2 WHEN due_on > :today THEN 0 ELSE 1 END,
               iif(state = 'open', due_on, coalesce(ended_at, due_on))
          FROM follow_up WHERE contact_id = :contact AND (state <> 'open' OR {TO_BE_DONE})
         UNION ALL
        SELECT 'job_change', id, 2, seen_at FROM job_change WHERE contact_id = :contact
         UNION ALL
        SELECT 'connected', id, 2, connected_on FROM contact WHERE id = :contact AND connected_on > '')
     ORDER BY band, iif(band < 2, moment, NULL), moment DESC, id DESC
     LIMIT :limit OFFSET :offset"""  # noqa: S608 - constant text

_NOTES = f"""
    SELECT note.id, substr(text, 1, {_EXCERPT}), note.interview_id,
           coalesce((SELECT group_concat(words, char(10)) FROM note_mention WHERE note_id = note.id), ''),
           coalesce({NAME.format("contact")}, organization.name,
                    (SELECT group_concat({NAME.format("person")}, ', ' ORDER BY person.id)
                       FROM interview_person JOIN contact AS person ON person.id = interview_person.contact_id
                      WHERE interview_person.interview_id = note.interview_id), '')
      FROM note
      LEFT JOIN contact ON contact.id = note.contact_id
      LEFT JOIN organization ON organization.id = note.organization_id
     WHERE note.id IN (SELECT value FROM json_each(?))"""  # noqa: S608 - constant text

_NAMES = f"SELECT id, {NAME.format('contact')} FROM contact WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - constant text


def page(reader: Reader, contact_id: int, *, today: Today, offset: int, limit: int) -> list[Entry]:
    """So many entries of a person's story from a place on: what comes, then what is due, then what was, newest first.

    Fewer than `limit` are the last ones.
    """
    ordered = reader.rows(
        _ORDER,
        {
            "contact": contact_id,
            "today": today.day.isoformat(),
            "ends_at": stored(today.ends_at),
            "limit": limit,
            "offset": offset,
        },
    )
    entries = [Entry(contact_id, EntryKind(kind), key, Band(band), moment) for kind, key, band, moment in ordered]
    return _filled(reader, contact_id, entries)


def notes_on(reader: Reader, interview_id: int, *, limit: int) -> list[NoteExcerpt]:
    """The newest notes about an interview."""
    newest = "SELECT id FROM note WHERE interview_id = ? ORDER BY created_at DESC, id DESC LIMIT ?"
    ids = [note_id for (note_id,) in reader.rows(newest, (interview_id, limit))]
    found = _notes(reader, ids)
    return [found[note_id] for note_id in ids if note_id in found]


def _filled(reader: Reader, contact_id: int, entries: Sequence[Entry]) -> list[Entry]:
    """The same entries with what they are about; what has gone since they were ordered is left out."""
    ids: dict[EntryKind, list[int]] = {}
    for entry in entries:
        ids.setdefault(entry.kind, []).append(entry.id)
    notes = _notes(reader, [*ids.get(EntryKind.NOTE, ()), *ids.get(EntryKind.MENTION, ())])
    interviews = _each(stories.interview, reader, ids.get(EntryKind.INTERVIEW, ()))
    names = _names(reader, interviews.values(), contact_id)
    found: dict[EntryKind, dict[int, Touch] | dict[int, Interview] | dict[int, FollowUp] | dict[int, NoteExcerpt]] = {
        EntryKind.TOUCH: _each(stories.touch, reader, ids.get(EntryKind.TOUCH, ())),
        EntryKind.INTERVIEW: interviews,
        EntryKind.NOTE: notes,
        EntryKind.MENTION: notes,
        EntryKind.FOLLOW_UP: _each(follow_ups.follow_up, reader, ids.get(EntryKind.FOLLOW_UP, ())),
    }
    changes = {}
    if EntryKind.JOB_CHANGE in ids:
        changes = {change.id: change for change in job_changes.of_contact(reader, contact_id)}
    filled = []
    for entry in entries:
        what = changes.get(entry.id) if entry.kind is EntryKind.JOB_CHANGE else found.get(entry.kind, {}).get(entry.id)
        if what is not None or entry.kind is EntryKind.CONNECTED:
            others = names.get(entry.id, "") if entry.kind is EntryKind.INTERVIEW else ""
            filled.append(replace(entry, what=what, others=others))
    return filled


def _each(read: Callable[[Reader, int], Thing | None], reader: Reader, ids: Iterable[int]) -> dict[int, Thing]:
    return {each: thing for each in ids if (thing := read(reader, each)) is not None}


def _notes(reader: Reader, ids: Sequence[int]) -> dict[int, NoteExcerpt]:
    if not ids:
        return {}
    return {
        note_id: NoteExcerpt(note_id, text, about, interview_id, tuple(filter(None, mentions.split("\n"))))
        for note_id, text, interview_id, mentions, about in reader.rows(_NOTES, (json.dumps(ids),))
    }


def _names(reader: Reader, interviews: Iterable[Interview], contact_id: int) -> dict[int, str]:
    """Who takes part in each interview beside one person."""
    wanted = {one.id: [each for each in one.contact_ids if each != contact_id] for one in interviews}
    ids = sorted({each for others in wanted.values() for each in others})
    names: dict[int, str] = dict(reader.rows(_NAMES, (json.dumps(ids),))) if ids else {}
    return {
        interview_id: ", ".join(names[each] for each in others if each in names)
        for interview_id, others in wanted.items()
    }
