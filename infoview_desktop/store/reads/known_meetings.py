"""What the book has of what another calendar may tell of: who is in it, and which interviews have a time."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime

from infoview_desktop.domain.calendar_event import uid_of_interview
from infoview_desktop.domain.event_import import KnownMeeting, KnownPeople, name_words
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.store.contact_sql import NAME
from infoview_desktop.store.reads.reader import Reader

_PEOPLE = f"""
    SELECT id, {NAME.format("contact")}, given_name || ' ' || family_name,
           (SELECT json_group_array(address) FROM email WHERE contact_id = contact.id)
      FROM contact WHERE trashed_at IS NULL ORDER BY id"""  # noqa: S608 - constant text

_MEETINGS = """
    SELECT uid, created_at, id,
           (SELECT json_group_array(contact_id ORDER BY contact_id)
              FROM interview_person JOIN contact ON contact.id = contact_id
             WHERE interview_id = interview.id AND trashed_at IS NULL),
           starts_at, minutes, place, state
      FROM interview WHERE starts_at IS NOT NULL ORDER BY id"""


def known_people(reader: Reader) -> KnownPeople:
    """Everybody who is not in the trash, as an event may name them."""
    by_email: dict[str, int] = {}
    by_name: dict[tuple[str, ...], set[int]] = defaultdict(set)
    names: dict[int, str] = {}
    for contact_id, name, short_name, emails in reader.rows(_PEOPLE):
        names[contact_id] = name
        by_email |= {address.casefold(): contact_id for address in json.loads(emails)}
        for words in {name_words(name), name_words(short_name)}:
            by_name[words].add(contact_id)
    alone = {words: min(ids) for words, ids in by_name.items() if len(words) > 1 and len(ids) == 1}
    return KnownPeople(by_email, alone, names)


def known_meetings(reader: Reader) -> dict[str, list[KnownMeeting]]:
    """Every interview that has a time, by what calendars call it."""
    found: dict[str, list[KnownMeeting]] = defaultdict(list)
    for uid, created_at, interview_id, contact_ids, starts_at, minutes, place, state in reader.rows(_MEETINGS):
        found[uid or uid_of_interview(interview_id, created_at)].append(
            KnownMeeting(
                interview_id,
                tuple(json.loads(contact_ids)),
                datetime.fromisoformat(starts_at),
                minutes,
                place,
                InterviewState(state),
            )
        )
    return found
