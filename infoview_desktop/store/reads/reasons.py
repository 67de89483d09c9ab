"""Why things are due, and whether somebody else at an organization waits, told from the whole stories."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from infoview_desktop.domain.dated_phrase import DatedPhrase
from infoview_desktop.domain.follow_up import FollowUp
from infoview_desktop.domain.reason import Occasion, Reason, reason
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.story import Story
from infoview_desktop.domain.writing import one_at_a_time, waiting_of
from infoview_desktop.store.contact_sql import NAME, NOT_ASKED_YET
from infoview_desktop.store.reads import practice, stories
from infoview_desktop.store.reads.reader import Reader

_PEOPLE = f"""
    SELECT contact.id, {NAME.format("contact")},
           (SELECT count(*) FROM contact AS other
             WHERE other.organization_id = contact.organization_id AND other.id <> contact.id
               AND other.trashed_at IS NULL AND {NOT_ASKED_YET.format("other")})
      FROM contact WHERE contact.id IN (SELECT value FROM json_each(?))"""  # noqa: S608 - constant text

_SILENT = f"""
    SELECT contact.id, {NAME.format("contact")} FROM contact JOIN stage ON stage.contact_id = contact.id
     WHERE contact.organization_id = ? AND stage.stage = ? AND contact.id <> ? AND trashed_at IS NULL"""  # noqa: S608 - constant text


def reasons(reader: Reader, follow_ups: Iterable[FollowUp], *, today: date) -> dict[int, Reason]:
    """Why each of these open follow-ups is due, by its id; a few dozen at a time take some milliseconds."""
    wanted = list(follow_ups)
    ids = json.dumps(sorted({one.contact_id for one in wanted if one.contact_id is not None}))
    people = {contact_id: (name, others) for contact_id, name, others in reader.rows(_PEOPLE, (ids,))}
    known = {story.contact_id: story for story in stories.stories(reader, list(people))}
    habits = practice.habits(reader)
    found = {}
    for one in wanted:
        name, others = people.get(one.contact_id or 0, ("", 0))
        story = known.get(one.contact_id or 0, Story(0))
        found[one.id] = reason(Occasion(one, story, habits, today, name, others))
    return found


def too_early_to_ask(reader: Reader, organization_id: int, *, contact_id: int = 0, today: date) -> DatedPhrase | None:
    """Why it is too early to ask somebody at an organization, who may be there already; None where it is not."""
    silent: dict[int, str] = dict(reader.rows(_SILENT, (organization_id, Stage.ASKED, contact_id)))
    habits = practice.habits(reader)
    found = (waiting_of(story, silent[story.contact_id], habits) for story in stories.stories(reader, list(silent)))
    return one_at_a_time((one for one in found if one is not None), today=today)


def too_early_to_ask_person(reader: Reader, contact_id: int, *, today: date) -> DatedPhrase | None:
    """The same for somebody one has not asked yet; None for everybody else."""
    rows = reader.rows(
        "SELECT organization_id FROM contact LEFT JOIN stage ON stage.contact_id = contact.id"
        " WHERE contact.id = ? AND organization_id IS NOT NULL AND coalesce(stage.stage, ?) = ?",
        (contact_id, Stage.TO_ASK, Stage.TO_ASK),
    )
    return too_early_to_ask(reader, rows[0][0], contact_id=contact_id, today=today) if rows else None
