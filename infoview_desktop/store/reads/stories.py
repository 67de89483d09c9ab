"""What happened with people, gathered for the rules, and single pieces of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from infoview_desktop.domain.interview import Interview, InterviewState, Medium
from infoview_desktop.domain.story import KeepInTouch, Story
from infoview_desktop.domain.touch import Answer, Touch, TouchKind
from infoview_desktop.store.reads.reader import Reader, Row

_AT_ONCE = 500

_TOUCH = "touch.id, touch.contact_id, kind, answer, at, touch.time_zone, until, words, touch.interview_id"

_INTERVIEW = """
    interview.id, (SELECT json_group_array(contact_id ORDER BY contact_id) FROM interview_person
                    WHERE interview_id = interview.id),
    starts_at, interview.time_zone, minutes, medium, place, interview.state, state_at,
    coalesce((SELECT name FROM direction WHERE id = interview.direction_id), ''), interview.created_at"""

_STANDING = """
    SELECT contact.id, short_list.added_at, contact.in_touch_on,
           coalesce(own.days, tagged.days), coalesce(own.chosen_at, tagged.chosen_at),
           (SELECT max(ended_at) FROM follow_up
             WHERE follow_up.contact_id = contact.id AND rule = 'keep_in_touch' AND state = 'skipped')
      FROM contact
      LEFT JOIN short_list ON short_list.contact_id = contact.id
      LEFT JOIN keep_in_touch AS own ON own.contact_id = contact.id
      LEFT JOIN (SELECT contact_tag.contact_id, min(days) AS days, min(chosen_at) AS chosen_at
                   FROM tag_keep_in_touch JOIN contact_tag USING (tag_id)
                  WHERE contact_tag.contact_id IN (SELECT value FROM json_each(?1)) AND days > 0
                  GROUP BY contact_tag.contact_id) AS tagged ON tagged.contact_id = contact.id
     WHERE contact.id IN (SELECT value FROM json_each(?1))"""


def stories(reader: Reader, contact_ids: Sequence[int]) -> Iterator[Story]:
    """The stories of these people, a few hundred read at a time; of those only who are in the book."""
    for start in range(0, len(contact_ids), _AT_ONCE):
        yield from _some(reader, json.dumps(list(contact_ids[start : start + _AT_ONCE])))


def story(reader: Reader, contact_id: int) -> Story:
    """The story of one person; an empty one where there is nobody."""
    return next(stories(reader, [contact_id]), Story(contact_id))


def touch(reader: Reader, touch_id: int) -> Touch | None:
    """One touch; None where it is gone."""
    rows = reader.rows(f"SELECT {_TOUCH} FROM touch WHERE id = ?", (touch_id,))  # noqa: S608 - constant text
    return _touch(rows[0]) if rows else None


def interview(reader: Reader, interview_id: int) -> Interview | None:
    """One interview; None where it is gone."""
    rows = reader.rows(f"SELECT {_INTERVIEW} FROM interview WHERE id = ?", (interview_id,))  # noqa: S608 - constant text
    return _interview(rows[0]) if rows else None


def _some(reader: Reader, ids: str) -> Iterator[Story]:
    touches: defaultdict[int, list[Touch]] = defaultdict(list)
    among = "contact_id IN (SELECT value FROM json_each(?))"
    for row in reader.rows(f"SELECT {_TOUCH} FROM touch WHERE {among} ORDER BY at, id", (ids,)):  # noqa: S608 - constant text
        touches[row[1]].append(_touch(row))
    interviews: defaultdict[int, list[Interview]] = defaultdict(list)
    for interview_id, contact_ids, *rest in reader.rows(
        f"SELECT {_INTERVIEW} FROM interview WHERE id IN (SELECT interview_id FROM interview_person WHERE {among})"  # noqa: S608 - constant text
        " ORDER BY coalesce(starts_at, created_at), id",
        (ids,),
    ):
        one = _interview((interview_id, contact_ids, *rest))
        for contact_id in one.contact_ids:
            interviews[contact_id].append(one)
    for contact_id, listed_at, in_touch_on, days, chosen_at, put_off_at in reader.rows(_STANDING, (ids,)):
        yield Story(
            contact_id,
            listed_at=_moment(listed_at),
            touches=tuple(touches[contact_id]),
            interviews=tuple(interviews[contact_id]),
            in_touch_on=date.fromisoformat(in_touch_on) if in_touch_on else None,
            keep_in_touch=None if days is None else KeepInTouch(days, datetime.fromisoformat(chosen_at).date()),
            put_off_on=datetime.fromisoformat(put_off_at).date() if put_off_at else None,
        )


def _touch(row: Row) -> Touch:
    touch_id, contact_id, kind, answer, at, time_zone, until, words, interview_id = row
    return Touch(
        touch_id,
        contact_id,
        TouchKind(kind),
        Answer(answer),
        datetime.fromisoformat(at),
        time_zone,
        date.fromisoformat(until) if until else None,
        words,
        interview_id,
    )


def _interview(row: Row) -> Interview:
    interview_id, contact_ids, starts_at, time_zone, minutes, medium, place, state, state_at, direction, created_at = (
        row
    )
    return Interview(
        interview_id,
        tuple(json.loads(contact_ids)),
        _moment(starts_at),
        time_zone,
        minutes,
        Medium(medium),
        place,
        InterviewState(state),
        datetime.fromisoformat(state_at),
        direction,
        datetime.fromisoformat(created_at),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
