"""A search as nobody has it: notes, conversations and follow-ups by the ten thousand, put into a book of people.

Of what was exchanged only as much is made up as the rules ask about; what is due is what they say.
"""

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from infoview_desktop.domain.follow_up import FollowUpState, Rule
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.plan import plan
from infoview_desktop.domain.story import stage_of
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.store import opening
from infoview_desktop.store.reads import practice, stories
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import tables
from infoview_desktop.system import clock
from tests.many_notes import write_notes

NOTES_OF_THREE_PEOPLE = 10
INTERVIEWS_OF_THREE_PEOPLE = 2
"""Of 30,000 people 100,000 notes, 20,000 interviews and as many follow-ups."""

_ZONE = "Europe/London"
_ASKED = 300
"""So many wait for an answer, the eldest for a fortnight."""


def fill(directory: Path, size: int) -> None:
    """Write as much as belongs to `size` people into the book in `directory`, which has about so many and no more."""
    with closing(opening.open_store(directory, clock=clock.now)) as store:
        _fill_stories(store, size)
        write_notes(store, size * NOTES_OF_THREE_PEOPLE // 3)


def _fill_stories(store: Store, size: int) -> None:
    """Write what happened with a third of the people, and what is due with them."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    with store.unrecorded() as transaction:
        people = [each for (each,) in Reader(transaction.connection).rows("SELECT id FROM contact ORDER BY id")]
        talked = people[: len(people) // 3]
        interviews = size * INTERVIEWS_OF_THREE_PEOPLE // 3
        tables.fill(transaction, "interview", _interviews(chance, interviews, transaction.now))
        meetings = [{"interview_id": each + 1, "contact_id": talked[each % len(talked)]} for each in range(interviews)]
        tables.fill(transaction, "interview_person", meetings)
        tables.fill(transaction, "touch", _touches(transaction, people, talked))
        _follow(transaction, people, wanted=interviews)


def _stored(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _interviews(chance: random.Random, count: int, now: datetime) -> Iterator[dict[str, object]]:
    """Held ones, each person's second after all the first ones; of the last days, at most a hundred days ago."""
    for number in range(count):
        ago = timedelta(days=chance.randrange(2, 118) + (0 if number >= count // 2 else 200), hours=chance.randrange(9))
        held_at = _stored(now - ago)
        yield {
            "id": number + 1,
            "starts_at": held_at,
            "time_zone": _ZONE,
            "minutes": 20,
            "medium": Medium.VIDEO,
            "place": f"https://meet.example/{number}",
            "state": InterviewState.HELD,
            "state_at": held_at,
            "direction_id": None,
            "created_at": held_at,
        }


def _touches(transaction: Transaction, people: Sequence[int], talked: Sequence[int]) -> Iterator[dict[str, object]]:
    """Thanks for every conversation; and some were asked who did not answer yet."""
    number = 0
    rows = Reader(transaction.connection).rows(
        "SELECT interview.id, contact_id, starts_at FROM interview JOIN interview_person ON interview_id = interview.id"
    )
    thanked = [
        (contact_id, TouchKind.THANKED, datetime.fromisoformat(held_at) + timedelta(hours=5), interview_id)
        for interview_id, contact_id, held_at in rows
    ]
    asked = [
        (contact_id, TouchKind.ASKED, transaction.now - timedelta(days=number % 14, hours=3), None)
        for number, contact_id in enumerate(people[len(talked) : len(talked) + _ASKED])
    ]
    for number, (contact_id, kind, at, interview_id) in enumerate(thanked + asked, 1):
        yield {
            "id": number,
            "contact_id": contact_id,
            "kind": kind,
            "answer": Answer.NONE,
            "at": _stored(at),
            "time_zone": _ZONE,
            "until": None,
            "words": "For what nobody else had told me",
            "interview_id": interview_id,
        }


def _follow(transaction: Transaction, people: Sequence[int], *, wanted: int) -> None:
    """Write what the rules say of everybody, and things done long ago, until there are as many as are wanted."""
    reader = Reader(transaction.connection)
    habits = practice.habits(reader)
    planned, reached = [], []
    for story in stories.stories(reader, people):
        for one in plan(story, habits):
            due_at = _stored(one.due_at) if one.due_at else None
            planned.append((story.contact_id, one.interview_id, one.touch_id, one.rule, str(one.due_on), due_at))
        stage = stage_of(story)
        if stage is not None:
            reached.append((story.contact_id, stage.stage, _stored(stage.since)))
    columns = "(contact_id, interview_id, touch_id, rule, due_on, due_at, reason, state, ended_at, ended_why,"
    insert = f"INSERT INTO follow_up {columns} created_at) VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, '', ?)"  # noqa: S608 - constant text
    now = transaction.timestamp
    transaction.connection.executemany(insert, [(*one, FollowUpState.OPEN, None, now) for one in planned])
    done = [
        (people[number], None, None, Rule.OWN, _stored(transaction.now - timedelta(days=400))[:10], None)
        for number in range(max(0, wanted - len(planned)))
    ]
    transaction.connection.executemany(insert, [(*one, FollowUpState.DONE, now, now) for one in done])
    transaction.connection.executemany("INSERT INTO stage VALUES (?, ?, ?)", reached)
