"""Follow-ups, as single ones and as the rules have planned them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from infoview_desktop.domain.follow_up import FollowUp, FollowUpState, Planned, Rule
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.story import StageSince
from infoview_desktop.store.moments import day_of, moment_of
from infoview_desktop.store.reads.reader import Reader, Row

_FOLLOW_UP = """
    SELECT id, contact_id, rule, due_on, due_at, moved_from, reason, state, note_id, interview_id, touch_id, ended_at,
           ended_why
      FROM follow_up"""


@dataclass(frozen=True, slots=True)
class Present:
    """One open follow-up of a rule, as it stands in the book; `moved_from` where the user chose another day."""

    id: int
    planned: Planned
    moved_from: date | None


def follow_up(reader: Reader, follow_up_id: int) -> FollowUp | None:
    """One follow-up; None where it is gone."""
    rows = reader.rows(f"{_FOLLOW_UP} WHERE id = ?", (follow_up_id,))
    return _follow_up(rows[0]) if rows else None


def of_contact(reader: Reader, contact_id: int) -> list[FollowUp]:
    """All with one person, open or not, by their day."""
    return [
        _follow_up(row) for row in reader.rows(f"{_FOLLOW_UP} WHERE contact_id = ? ORDER BY due_on, id", (contact_id,))
    ]


def planned(reader: Reader, contact_ids: Sequence[int]) -> dict[int, list[Present]]:
    """What rules have planned so far with these people, and is open."""
    found: defaultdict[int, list[Present]] = defaultdict(list)
    for follow_up_id, contact_id, rule, due_on, due_at, touch_id, interview_id, moved_from in reader.rows(
        "SELECT id, contact_id, rule, due_on, due_at, touch_id, interview_id, moved_from FROM follow_up"
        " WHERE contact_id IN (SELECT value FROM json_each(?)) AND rule <> ? AND state = ? ORDER BY id",
        (json.dumps(list(contact_ids)), Rule.OWN, FollowUpState.OPEN),
    ):
        one = Planned(Rule(rule), date.fromisoformat(due_on), moment_of(due_at), touch_id, interview_id)
        found[contact_id].append(Present(follow_up_id, one, day_of(moved_from)))
    return found


def stages(reader: Reader, contact_ids: Sequence[int]) -> dict[int, StageSince]:
    """How far it has come with these people; who has no stage is not among them."""
    rows = reader.rows(
        "SELECT contact_id, stage, since FROM stage WHERE contact_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(contact_ids)),),
    )
    return {contact_id: StageSince(Stage(stage), datetime.fromisoformat(since)) for contact_id, stage, since in rows}


def _follow_up(row: Row) -> FollowUp:
    (
        follow_up_id,
        contact_id,
        rule,
        due_on,
        due_at,
        moved_from,
        reason,
        state,
        note_id,
        interview_id,
        touch_id,
        ended_at,
        ended_why,
    ) = row
    return FollowUp(
        follow_up_id,
        contact_id,
        Rule(rule),
        date.fromisoformat(due_on),
        moment_of(due_at),
        day_of(moved_from),
        reason,
        FollowUpState(state),
        note_id,
        interview_id,
        touch_id,
        moment_of(ended_at),
        ended_why,
    )


def done_by_asking(reader: Reader, contact_id: int) -> dict[int, int]:
    """The open follow-ups that are done when this person is asked, and with whom they are.

    These are for a second person at the organization, and for whom somebody named who referred this one.
    """
    rows = reader.rows(
        "SELECT follow_up.id, follow_up.contact_id FROM contact AS asked JOIN contact AS silent"
        "    ON silent.organization_id = asked.organization_id AND silent.id <> asked.id"
        "  JOIN follow_up ON follow_up.contact_id = silent.id"
        " WHERE asked.id = ?1 AND rule = ?2 AND state = ?4"
        " UNION SELECT follow_up.id, follow_up.contact_id FROM contact AS asked"
        "  JOIN follow_up ON follow_up.contact_id = asked.referrer_id"
        " WHERE asked.id = ?1 AND rule = ?3 AND state = ?4",
        (contact_id, Rule.SECOND_PERSON, Rule.MEET_NAMED, FollowUpState.OPEN),
    )
    return dict(rows)
