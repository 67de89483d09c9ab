"""The interviews that have a time, as other calendars are told of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

from infoview_desktop.domain.calendar_event import Attendee, Meeting, uid_of_interview
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.store.contact_sql import NAME
from infoview_desktop.store.reads.reader import Reader

_MEETINGS = f"""
    SELECT interview.id,
           (SELECT json_group_array(json_array({NAME.format("contact")}, coalesce(
                       (SELECT address FROM email WHERE contact_id = contact.id ORDER BY place LIMIT 1), ''))
                   ORDER BY contact.id)
              FROM interview_person JOIN contact ON contact.id = contact_id
             WHERE interview_id = interview.id AND contact.trashed_at IS NULL) AS people,
           starts_at, minutes, time_zone, medium, place, state, state_at, created_at, uid
      FROM interview
     WHERE starts_at IS NOT NULL AND people <> '[]' {{which}}
     ORDER BY starts_at, interview.id"""  # noqa: S608 - constant text


def meetings(reader: Reader, *, interview_id: int | None = None) -> Iterator[Meeting]:
    """Every interview that has a time and somebody who is not in the trash, in order of time; or one of them."""
    which = "" if interview_id is None else "AND interview.id = ?"
    bindings = () if interview_id is None else (interview_id,)
    for row in reader.rows(_MEETINGS.format(which=which), bindings):
        interview, people, starts_at, minutes, time_zone, medium, place, state, state_at, created_at, uid = row
        yield Meeting(
            uid or uid_of_interview(interview, created_at),
            tuple(Attendee(*person) for person in json.loads(people)),
            _utc(starts_at),
            minutes,
            time_zone,
            Medium(medium),
            place,
            InterviewState(state),
            _utc(state_at),
            _utc(created_at),
        )


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
