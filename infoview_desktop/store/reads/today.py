"""What is due, what is agreed and what comes, in its order; and the lines of it, a few at a time."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from itertools import chain, repeat

from infoview_desktop.domain.follow_up import FollowUp, Rule
from infoview_desktop.domain.interview import Interview, InterviewState
from infoview_desktop.domain.plan import THANK_WITHIN
from infoview_desktop.domain.reason import Reason
from infoview_desktop.domain.today import Due, look_ahead, urgency
from infoview_desktop.store.contact_sql import NAME, TO_BE_DONE
from infoview_desktop.store.moments import day_of, moment_of, stored
from infoview_desktop.store.reads import follow_ups, job_changes, reasons, stories
from infoview_desktop.store.reads.job_changes import JobChange
from infoview_desktop.store.reads.reader import Reader

_DAYS_AHEAD = 7
"""For so many days conversations are told of."""

# Few are in the trash: looked up in a list of those, thousands of people need not be read.
_TRASHED = "(SELECT id FROM contact WHERE trashed_at IS NOT NULL)"

_SHOWN = f"""
    FROM follow_up
   WHERE state = 'open' AND (contact_id IS NULL OR contact_id NOT IN {_TRASHED})
     AND {TO_BE_DONE}
     AND (rule <> 'confirm' OR EXISTS (SELECT 1 FROM interview WHERE id = interview_id AND starts_at > :now))"""  # noqa: S608 - constant text

_BY_DAY_AND_RULE = f"""
    SELECT rule, due_on, due_at, json_group_array(id) {_SHOWN} AND {{days}}
     GROUP BY due_on, rule, due_at"""

_DUE = _BY_DAY_AND_RULE.format(days="due_on <= :today")

_LATER = _BY_DAY_AND_RULE.format(days="due_on > :today AND due_on <= :last AND rule <> 'confirm'")

_FOLLOWING = f"SELECT id {_SHOWN} AND due_on > :today ORDER BY due_on, id LIMIT 1"

_KNOWN = """
    EXISTS (SELECT 1 FROM interview_person JOIN contact ON contact.id = contact_id
             WHERE interview_id = interview.id AND trashed_at IS NULL)"""

_OVER = f"""
    SELECT id, starts_at, minutes FROM interview
     WHERE state = 'scheduled' AND starts_at <= :now AND unixepoch(starts_at) + 60 * minutes <= unixepoch(:now)
       AND {_KNOWN}"""  # noqa: S608 - constant text

_COUNT = f"""
    SELECT (SELECT count(*) {_SHOWN} AND due_on <= :today) + (SELECT count(*) FROM ({_OVER}))"""  # noqa: S608 - constant text

_AHEAD = f"""
    SELECT id FROM interview
     WHERE state = 'scheduled' AND starts_at > :some_time_ago AND starts_at < :end
       AND unixepoch(starts_at) + 60 * minutes > unixepoch(:now) AND {_KNOWN}
     ORDER BY starts_at, id"""  # noqa: S608 - constant text

_NEW_JOBS = """
    SELECT job_change.contact_id FROM job_change JOIN contact ON contact.id = job_change.contact_id
      LEFT JOIN stage ON stage.contact_id = contact.id
      LEFT JOIN short_list ON short_list.contact_id = contact.id
     WHERE NOT looked_at AND trashed_at IS NULL
     GROUP BY job_change.contact_id
     ORDER BY stage.contact_id IS NULL, short_list.contact_id IS NULL, max(job_change.id) DESC"""

_PEOPLE = f"""
    SELECT contact.id, {NAME.format("contact")}, given_name, family_name,
           coalesce(organization.name, ''),
           coalesce((SELECT address FROM email WHERE contact_id = contact.id ORDER BY place LIMIT 1), ''),
           coalesce(linkedin, ''), time_zone, EXISTS (SELECT 1 FROM photo WHERE contact_id = contact.id)
      FROM contact LEFT JOIN organization ON organization.id = contact.organization_id
     WHERE contact.id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL"""  # noqa: S608 - constant text


_NOTES = "SELECT id FROM note WHERE interview_id = ? ORDER BY changed_at DESC, id DESC"


class Kind(Enum):
    """What a line of the day is about; each has ids of its own."""

    FOLLOW_UP = auto()
    OVER = auto()
    """A conversation that is over, and nobody said how it was."""
    CONVERSATION = auto()
    NEW_JOB = auto()


Ref = tuple[Kind, int]
"""What stands in a line: of a follow-up and of a conversation its id, of a new job that of the person."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The day, in its order.

    Attributes:
        due: what to do now, the most urgent first.
        rules: how many of them there are by rule; None for conversations that are over.
        conversations: those of today and of the coming days, the next first.
        today_conversations: how many of them are today.
        later: what comes up to the last day, by its day.
        new_jobs: people with a job that was not looked at, those one is talking with first.
        last: up to which day `later` goes.
    """

    due: tuple[Ref, ...]
    rules: Mapping[Rule | None, int]
    conversations: tuple[Ref, ...]
    today_conversations: int
    later: tuple[Ref, ...]
    new_jobs: tuple[Ref, ...]
    last: date


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as a line of the day needs them; `email` and `linkedin` are "" where there is none."""

    id: int
    name: str
    given_name: str
    family_name: str
    organization: str
    email: str
    linkedin: str
    time_zone: str
    has_photo: bool


@dataclass(frozen=True, slots=True)
class DueLine:
    """A follow-up with whom it is about, its interview, and why it is due."""

    follow_up: FollowUp
    person: Person | None
    interview: Interview | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class ConversationLine:
    """A conversation and who takes part.

    `confirm_on` is the day on which a word about it is due, if one is; `notes` are the ids of those about it, the
    one that was written in last first.
    """

    interview: Interview
    people: tuple[Person, ...]
    confirm_on: date | None
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewJobLine:
    """Somebody's newest change of job that was not looked at."""

    person: Person
    change: JobChange


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether there is anybody in the book, how many are on the short list, and whether anybody was asked."""

    anybody: bool
    listed: int
    asked: bool


Line = DueLine | ConversationLine | NewJobLine


def agenda(reader: Reader, *, now: datetime) -> Agenda:
    """The whole day at a moment, which is given on the user's clock, with its zone."""
    last = look_ahead(now.date())
    due, rules = _due(reader, now)
    ahead = [(Kind.CONVERSATION, interview_id) for (interview_id,) in reader.rows(_AHEAD, _moments(now, _DAYS_AHEAD))]
    tonight = reader.rows(_AHEAD, _moments(now, 0))
    later = _ordered(reader, _LATER, now, last=last)
    later.sort(key=lambda each: (each[0].day, urgency(each[0], now=now)))
    return Agenda(
        due,
        rules,
        tuple(ahead),
        len(tonight),
        tuple((Kind.FOLLOW_UP, follow_up_id) for _, ids in later for follow_up_id in ids),
        tuple((Kind.NEW_JOB, contact_id) for (contact_id,) in reader.rows(_NEW_JOBS)),
        last,
    )


def following(reader: Reader, *, now: datetime) -> Ref | None:
    """What comes next of all that is planned after today; None where nothing is."""
    found = reader.rows(_FOLLOWING, _bindings(now))
    return (Kind.FOLLOW_UP, found[0][0]) if found else None


def standing(reader: Reader) -> Standing:
    """How far the user has come in all."""
    return Standing(
        *reader.rows(
            "SELECT EXISTS (SELECT 1 FROM contact WHERE trashed_at IS NULL),"
            " (SELECT count(*) FROM short_list JOIN contact ON contact.id = contact_id WHERE trashed_at IS NULL),"
            " EXISTS (SELECT 1 FROM stage WHERE stage <> 'to_ask')"
        )[0]
    )


def count_due(reader: Reader, *, now: datetime) -> int:
    """How many things there are to do now."""
    [(count,)] = reader.rows(_COUNT, _bindings(now))
    return int(count)


def _due(reader: Reader, now: datetime) -> tuple[tuple[Ref, ...], Mapping[Rule | None, int]]:
    """What is due in its order: sorted are not the things but the days and rules they have in common."""
    found = [(due, Kind.FOLLOW_UP, ids) for due, ids in _ordered(reader, _DUE, now)]
    for interview_id, starts_at, minutes in reader.rows(_OVER, _bindings(now)):
        end = datetime.fromisoformat(starts_at) + timedelta(minutes=minutes)
        found.append((Due(None, end.astimezone(now.tzinfo).date(), end + THANK_WITHIN), Kind.OVER, [interview_id]))
    found.sort(key=lambda each: urgency(each[0], now=now))
    rules: Counter[Rule | None] = Counter()
    for due, _, ids in found:
        rules[due.rule] += len(ids)
    return tuple(chain.from_iterable(zip(repeat(kind), ids) for _, kind, ids in found)), rules


def _ordered(reader: Reader, query: str, now: datetime, **days: date) -> list[tuple[Due, list[int]]]:
    rows = reader.rows(query, {**_bindings(now), **{name: day.isoformat() for name, day in days.items()}})
    return [
        (Due(Rule(rule), date.fromisoformat(due_on), moment_of(due_at)), json.loads(ids))
        for rule, due_on, due_at, ids in rows
    ]


def _bindings(now: datetime) -> dict[str, object]:
    return {
        "now": stored(now),
        "today": now.date().isoformat(),
    }


def _moments(now: datetime, days: int) -> dict[str, object]:
    """From long before now, because a conversation may still go on, to the end of the day after so many."""
    midnight = datetime.combine(now.date() + timedelta(days=days + 1), datetime.min.time(), now.tzinfo)
    return {
        "now": stored(now),
        "some_time_ago": stored(now - timedelta(days=1)),
        "end": stored(midnight),
    }


def lines(reader: Reader, refs: Sequence[Ref], *, today: date) -> list[Line | None]:
    """The lines of some of the day, in their order; None for one that is gone meanwhile."""
    ids: dict[Kind, list[int]] = {kind: [one for each, one in refs if each is kind] for kind in Kind}
    found: dict[Ref, Line] = {
        **{(Kind.FOLLOW_UP, one): line for one, line in _due_lines(reader, ids[Kind.FOLLOW_UP], today).items()},
        **{(Kind.OVER, one): line for one, line in _conversations(reader, ids[Kind.OVER]).items()},
        **{(Kind.CONVERSATION, one): line for one, line in _conversations(reader, ids[Kind.CONVERSATION]).items()},
        **{(Kind.NEW_JOB, one): line for one, line in _new_jobs(reader, ids[Kind.NEW_JOB]).items()},
    }
    return [found.get(ref) for ref in refs]


def _due_lines(reader: Reader, ids: Sequence[int], today: date) -> dict[int, DueLine]:
    found = [one for one in (follow_ups.follow_up(reader, follow_up_id) for follow_up_id in ids) if one is not None]
    people = _people(reader, {one.contact_id for one in found if one.contact_id is not None})
    why = reasons.reasons(reader, found, today=today)
    return {
        one.id: DueLine(
            one,
            people.get(one.contact_id) if one.contact_id is not None else None,
            stories.interview(reader, one.interview_id) if one.interview_id is not None else None,
            why[one.id],
        )
        for one in found
    }


def _conversations(reader: Reader, ids: Sequence[int]) -> dict[int, ConversationLine]:
    found = [one for one in (stories.interview(reader, interview_id) for interview_id in ids) if one is not None]
    people = _people(reader, {contact_id for one in found for contact_id in one.contact_ids})
    confirm: dict[int, str] = dict(
        reader.rows(
            "SELECT interview_id, min(due_on) FROM follow_up WHERE rule = 'confirm' AND state = 'open'"
            " AND interview_id IN (SELECT value FROM json_each(?)) GROUP BY interview_id",
            (json.dumps(list(ids)),),
        )
    )
    return {
        one.id: ConversationLine(
            one,
            tuple(people[contact_id] for contact_id in one.contact_ids if contact_id in people),
            day_of(confirm.get(one.id)),
            tuple(note_id for (note_id,) in reader.rows(_NOTES, (one.id,))),
        )
        for one in found
        if one.state is InterviewState.SCHEDULED and any(contact_id in people for contact_id in one.contact_ids)
    }


def _new_jobs(reader: Reader, ids: Sequence[int]) -> dict[int, NewJobLine]:
    found = {}
    for contact_id, person in _people(reader, ids).items():
        changes = [change for change in job_changes.of_contact(reader, contact_id) if not change.looked_at]
        if changes:
            found[contact_id] = NewJobLine(person, changes[0])
    return found


def _people(reader: Reader, ids: Collection[int]) -> dict[int, Person]:
    rows = reader.rows(_PEOPLE, (json.dumps(list(ids)),))
    return {row[0]: Person(*row) for row in rows}
