"""What happened with people, gathered for the rules, and single pieces of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from infoview_desktop.domain.follow_up import FollowUpState, Key, Rule
from infoview_desktop.domain.interview import Interview, InterviewState, Medium
from infoview_desktop.domain.story import KeepInTouch, Story
from infoview_desktop.domain.touch import Answer, Touch, TouchKind
from infoview_desktop.store.moments import day_of, moment_of
from infoview_desktop.store.reads.reader import Reader, Row

_AT_ONCE = 500

_TOUCH = "touch.id, touch.contact_id, kind, answer, at, touch.time_zone, until, words, touch.interview_id"

_INTERVIEW = """
    interview.id, (SELECT json_group_array(contact_id ORDER BY contact_id) FROM interview_person
                    WHERE interview_id = interview.id),
    starts_at, interview.time_zone, minutes, medium, place, interview.state, state_at,
    coalesce((SELECT name FROM direction WHERE id = interview.direction_id), ''), interview.created_at"""

# Of several tags the shortest time counts, and "never" where no other tag says something else.
_STANDING = """
    SELECT contact.id, short_list.added_at, contact.in_touch_on, contact.organization_id IS NOT NULL,
           coalesce(own.days, tagged.days), coalesce(own.chosen_at, tagged.chosen_at), own.days IS NOT NULL
      FROM contact
      LEFT JOIN short_list ON short_list.contact_id = contact.id
      LEFT JOIN keep_in_touch AS own ON own.contact_id = contact.id
      LEFT JOIN (SELECT contact_tag.contact_id, days, chosen_at,
                        row_number() OVER (PARTITION BY contact_tag.contact_id
                                           ORDER BY days = 0, days, chosen_at) AS place
                   FROM tag_keep_in_touch JOIN contact_tag USING (tag_id)
                  WHERE contact_tag.contact_id IN (SELECT value FROM json_each(?1))) AS tagged
             ON tagged.contact_id = contact.id AND tagged.place = 1
     WHERE contact.id IN (SELECT value FROM json_each(?1))"""

_ENDED = """
    SELECT contact_id, rule, touch_id, interview_id, state, ended_at FROM follow_up
     WHERE contact_id IN (SELECT value FROM json_each(?)) AND state <> 'open' AND rule <> 'own'"""


def stories(reader: Reader, contact_ids: Sequence[int]) -> Iterator[Story]:
    """The stories of these people, a few hundred read at a time; of those only who are in the book."""
    for start in range(0, len(contact_ids), _AT_ONCE):
        yield from _some(reader, json.dumps(list(contact_ids[start : start + _AT_ONCE])))


def story(reader: Reader, contact_id: int) -> Story:
    """The story of one person; an empty one where there is nobody."""
    return next(stories(reader, [contact_id]), Story(contact_id))


_CONCERNED = """
    SELECT contact_id FROM short_list UNION SELECT contact_id FROM touch UNION SELECT contact_id FROM interview_person
     UNION SELECT contact_id FROM stage UNION SELECT contact_id FROM keep_in_touch
     UNION SELECT contact_id FROM follow_up WHERE contact_id IS NOT NULL AND rule <> 'own'
     UNION SELECT contact_id FROM tag_keep_in_touch JOIN contact_tag USING (tag_id)"""


def concerned(reader: Reader, contact_ids: Sequence[int]) -> list[int]:
    """Those of these people with whom anything happened or is wanted."""
    query = f"{_CONCERNED} INTERSECT SELECT value FROM json_each(?)"  # noqa: S608 - constant text
    return [contact_id for (contact_id,) in reader.rows(query, (json.dumps(list(contact_ids)),))]


def everybody_concerned(reader: Reader) -> list[int]:
    """All with whom anything happened or is wanted."""
    return [contact_id for (contact_id,) in reader.rows(_CONCERNED)]


def any_keeps_in_touch(reader: Reader, tag_names: Sequence[str]) -> bool:
    """Whether one of these tags says how often to be in touch with those who have it."""
    query = (
        "SELECT EXISTS (SELECT 1 FROM tag_keep_in_touch JOIN tag ON tag.id = tag_id"
        " WHERE tag.name IN (SELECT value FROM json_each(?)))"
    )
    return bool(reader.value(query, (json.dumps(list(tag_names)),)))


def contact_days(reader: Reader, contact_ids: Sequence[int]) -> dict[int, date]:
    """When the last contact with these people was that was written down as it happened, as it stands in the book."""
    rows = reader.rows(
        "SELECT id, contact_on FROM contact WHERE contact_on IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(contact_ids)),),
    )
    return {contact_id: date.fromisoformat(day) for contact_id, day in rows}


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
    settled: defaultdict[int, set[Key]] = defaultdict(set)
    put_off_on: dict[int, date] = {}
    for contact_id, name, touch_id, interview_id, state, ended_at in reader.rows(_ENDED, (ids,)):
        rule, skipped = Rule(name), state == FollowUpState.SKIPPED
        if rule is Rule.KEEP_IN_TOUCH:
            if skipped:
                day = datetime.fromisoformat(ended_at).date()
                put_off_on[contact_id] = max(day, put_off_on.get(contact_id, day))
        elif skipped or rule.touch is None:
            # What is done with an exchange is seen by that; should it be deleted, it is to do again.
            settled[contact_id].add((rule, touch_id, interview_id))
    for row in reader.rows(_STANDING, (ids,)):
        contact_id, listed_at, in_touch_on, has_organization, days, chosen_at, own = row
        yield Story(
            contact_id,
            listed_at=moment_of(listed_at),
            touches=tuple(touches.get(contact_id, ())),
            interviews=tuple(interviews.get(contact_id, ())),
            in_touch_on=day_of(in_touch_on),
            keep_in_touch=None
            if days is None
            else KeepInTouch(days, datetime.fromisoformat(chosen_at).date(), own=bool(own)),
            put_off_on=put_off_on.get(contact_id),
            settled=frozenset(settled.get(contact_id, ())),
            has_organization=bool(has_organization),
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
        day_of(until),
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
        moment_of(starts_at),
        time_zone,
        minutes,
        Medium(medium),
        place,
        InterviewState(state),
        datetime.fromisoformat(state_at),
        direction,
        datetime.fromisoformat(created_at),
    )
