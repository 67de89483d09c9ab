"""A search as nobody has it: notes, conversations and follow-ups by the ten thousand, put into a book of people.

Of what was exchanged only as much is made up as the rules ask about; what is due is what they say.
"""

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path

from infoview_desktop.domain.follow_up import FollowUpState, Rule
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.plan import plan
from infoview_desktop.domain.story import stage_of
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.store import opening, search
from infoview_desktop.store.reads import practice, stories
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import tables
from infoview_desktop.system import clock

NOTES_OF_THREE_PEOPLE = 10
INTERVIEWS_OF_THREE_PEOPLE = 2
"""Of 30,000 people 100,000 notes, 20,000 interviews and as many follow-ups."""

WORD = "cedarwood"
"""Stands in every hundredth note."""


def _words(text: str) -> list[str]:
    return text.split()


_ON_PEOPLE = 7
_ZONE = "Europe/London"
_TAGS = ("data", "health", "money", "advice", "sql", "nonprofit", "policy", "climate")
_SYLLABLES = _words("ba ce di fo gu la me ni po ru sa te vi no ma re li to ka de")
_COMMON = _words(
    "the of and to a in is it that for on with as at by from they we she he not all about who what how when "
    "people data team work question number answer table school clinic city budget report week office"
)
_RARE_WORDS = 8_000
_AT_ONCE = 5_000
_LONG, _SHORT = 400, 12
_LONG_SHARE = 0.02
_ASKED = 300
"""So many wait for an answer, the eldest for a fortnight."""


def fill(directory: Path, size: int) -> None:
    """Write as much as belongs to `size` people into the book in `directory`, which has about so many and no more."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    with closing(opening.open_store(directory, clock=clock.now)) as store, store.unrecorded() as transaction:
        people = [each for (each,) in Reader(transaction.connection).rows("SELECT id FROM contact ORDER BY id")]
        talked = people[: len(people) // 3]
        interviews = size * INTERVIEWS_OF_THREE_PEOPLE // 3
        tables.fill(transaction, "interview", _interviews(chance, interviews, transaction.now))
        meetings = [{"interview_id": each + 1, "contact_id": talked[each % len(talked)]} for each in range(interviews)]
        tables.fill(transaction, "interview_person", meetings)
        tables.fill(transaction, "touch", _touches(transaction, people, talked))
        _fill_notes(transaction, chance, people, size * NOTES_OF_THREE_PEOPLE // 3)
        _follow(transaction, people, wanted=interviews)
        search.rebuild(transaction.connection)


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


def _fill_notes(transaction: Transaction, chance: random.Random, people: Sequence[int], count: int) -> None:
    """Most on a person, some on an organization or an interview, some free; a few are long, and a few name somebody."""
    connection = transaction.connection
    names = dict(
        Reader(connection).rows("SELECT id, trim(given_name || ' ' || family_name) FROM contact WHERE given_name <> ''")
    )
    organizations = int(Reader(connection).value("SELECT count(*) FROM organization"))
    interviews = int(Reader(connection).value("SELECT count(*) FROM interview"))
    words = _Words(chance)
    mentions = []
    for start in range(0, count, _AT_ONCE):
        rows = []
        for number in range(start, min(start + _AT_ONCE, count)):
            about = _about(number, people, organizations, interviews)
            text = words.note(number)
            if number % 25 == 0:
                named = people[(number * 31) % len(people)]
                if named in names:
                    text += f"\n\nAsk @{names[named]} about it."
                    mentions.append((number + 1, named, names[named]))
            changed_at = _stored(transaction.now - timedelta(minutes=9 * (count - number)))
            rows.append((number + 1, *about, text, changed_at, changed_at))
        connection.executemany("INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO note_mention VALUES (?, ?, ?)", mentions)


def _about(number: int, people: Sequence[int], organizations: int, interviews: int) -> tuple[int | None, ...]:
    """Seven of ten are on a person, one on an organization, one on an interview, one is free."""
    place, kind = divmod(number, 10)
    if kind < _ON_PEOPLE:
        return people[(place * _ON_PEOPLE + kind) % len(people)], None, None
    return (
        None,
        number % organizations + 1 if kind == _ON_PEOPLE else None,
        number % interviews + 1 if kind == _ON_PEOPLE + 1 else None,
    )


class _Words:
    """Writes notes: common words often, others seldom."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        rare = ["".join(chance.choices(_SYLLABLES, k=chance.randrange(2, 5))) for _ in range(_RARE_WORDS)]
        self._words = [*_COMMON, *rare]
        self._weights = list(accumulate(1 / (place + 2) for place in range(len(self._words))))

    def note(self, number: int) -> str:
        """The text of the note of this number."""
        length = _LONG if self._chance.random() < _LONG_SHARE else self._chance.randrange(_SHORT, 6 * _SHORT)
        drawn = self._chance.choices(self._words, cum_weights=self._weights, k=length)
        if number % 100 == 0:
            drawn[length // 2] = WORD
        half = length // 2
        first, second = " ".join(drawn[:half]), " ".join(drawn[half:])
        return f"# {drawn[0]} {drawn[1]}\n\n{first}.\n\n- {second} #{_TAGS[number % len(_TAGS)]}"


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
    columns = "(contact_id, interview_id, touch_id, rule, due_on, due_at, moved, reason, state, ended_at, ended_why,"
    insert = f"INSERT INTO follow_up {columns} created_at) VALUES (?, ?, ?, ?, ?, ?, 0, '', ?, ?, '', ?)"  # noqa: S608 - constant text
    now = transaction.timestamp
    transaction.connection.executemany(insert, [(*one, FollowUpState.OPEN, None, now) for one in planned])
    done = [
        (people[number], None, None, Rule.OWN, _stored(transaction.now - timedelta(days=400))[:10], None)
        for number in range(max(0, wanted - len(planned)))
    ]
    transaction.connection.executemany(insert, [(*one, FollowUpState.DONE, now, now) for one in done])
    transaction.connection.executemany("INSERT INTO stage VALUES (?, ?, ?)", reached)
