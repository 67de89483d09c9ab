"""What stands in the calendar between two days: interviews, what is due, offered times, and when one is busy."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from types import MappingProxyType

from infoview_desktop.domain.calendar_days import bounds_of, span_of
from infoview_desktop.domain.calendar_entry import Booked, DueItem, Offered, Person, Span
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.interview import LONGEST_MINUTES, TAKES_TIME, InterviewState, Medium
from infoview_desktop.store.contact_sql import NAME, TO_BE_DONE
from infoview_desktop.store.moments import moment_of, stored
from infoview_desktop.store.reads import busy_times
from infoview_desktop.store.reads.busy_times import BusyTimes
from infoview_desktop.store.reads.reader import Reader, Row

# The trash is looked at once, and small; the people themselves are all over the book.
_KNOWN = "contact_id NOT IN (SELECT id FROM contact WHERE trashed_at IS NOT NULL)"
_WITH_SOMEBODY = f"EXISTS (SELECT 1 FROM interview_person WHERE interview_id = interview.id AND {_KNOWN})"  # noqa: S608 - constant text

_OF_A_DAY = """
    SELECT day.key, {columns} FROM json_each(:days) AS day
     CROSS JOIN {table} ON {table}.id IN (SELECT id FROM {table} WHERE {within} ORDER BY {order} LIMIT :most)
     ORDER BY day.key, {order}"""

_COUNTED = "SELECT {counts} FROM json_each(:days) AS day ORDER BY day.key"
_COUNT = "(SELECT count(*) FROM {table} WHERE {within})"


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each day is told of: more on one screen tells nobody anything.

    Attributes:
        whole: how much of what has no time of the day: what is due, and the calendars' whole days.
        timed: how much of what has one.
        parts: in how many parts a full day is divided, so that of each of them something is told.
        together: how much of both, where they stand below each other.
    """

    whole: int = 16
    timed: int = 32
    parts: int = 4
    together: int | None = None

    def shared_out(self, due: int, agreed: int) -> tuple[int, int]:
        """How much is told of a day with so much that is due, and so many interviews and offered times.

        Where both stand below each other and there is too much of them a third of the room is for what is due.
        """
        due, agreed = min(due, self.whole), min(agreed, self.timed)
        if self.together is not None:
            agreed = min(agreed, self.together - min(due, self.together // 3))
            due = min(due, self.together - agreed)
        return due, agreed

    def left(self, due: int, agreed: int) -> tuple[int, int]:
        """For how many whole days and times of the calendars there is room besides."""
        if self.together is not None:
            return self.together - due - agreed, self.together - due - agreed
        return self.whole - due, self.timed - agreed


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """All that stands between two days, each in order of time; about everyone, or about one person.

    `more_own` is how much there is besides of all but the busy times, by the day on which it begins, or the first one.
    """

    booked: tuple[Booked, ...] = ()
    due: tuple[DueItem, ...] = ()
    offered: tuple[Offered, ...] = ()
    busy: BusyTimes = field(default_factory=BusyTimes)
    more_own: Mapping[date, int] = field(default_factory=dict)

    @property
    def more(self) -> Mapping[date, int]:
        """How much there is besides, by the day."""
        return Counter(self.more_own) + Counter(self.busy.more)


@dataclass(frozen=True, slots=True)
class _Noun:
    """What has a place in the calendar: its table, what is read of it, what belongs to a `day`, and in which order.

    `with_one` says that it is with one person.
    """

    table: str
    columns: str
    within: str
    order: str
    with_one: str = "contact_id = :contact"


_STARTING = """
    starts_at >= day.value ->> 0 AND starts_at < day.value ->> 1
    AND (starts_at >= :start OR unixepoch(starts_at) + 60 * minutes > unixepoch(:start))"""

_BOOKED = _Noun(
    "interview",
    """interview.id, (SELECT group_concat(contact_id, ' ' ORDER BY contact_id) FROM interview_person
                       WHERE interview_id = interview.id),
       starts_at, time_zone, minutes, medium, state""",
    f"{_STARTING} AND {_WITH_SOMEBODY}",
    "starts_at, interview.id",
    "interview.id IN (SELECT interview_id FROM interview_person WHERE contact_id = :contact)",
)
_OFFERED = _Noun(
    "offered_time",
    "offered_time.id, contact_id, starts_at, minutes",
    f"{_STARTING} AND {_KNOWN}",
    "starts_at, offered_time.id",
)
_DUE = _Noun(
    "follow_up",
    "follow_up.id, contact_id, rule, due_on, due_at, reason",
    f"state = 'open' AND due_on = day.value ->> 2 AND {TO_BE_DONE} AND (contact_id IS NULL OR {_KNOWN})",
    "due_on, due_at IS NULL, due_at, follow_up.id",
)

_WITHIN = """
    starts_at >= :since AND starts_at < :until AND unixepoch(starts_at) + 60 * minutes > unixepoch(:start)"""
_TAKEN = f"""
    SELECT starts_at, minutes FROM interview
     WHERE {_WITHIN} AND state IN (SELECT value FROM json_each(:states)) AND {_WITH_SOMEBODY}
     UNION ALL
    SELECT starts_at, minutes FROM offered_time WHERE {_WITHIN} AND {_KNOWN}"""  # noqa: S608 - constant text

_MEDIUMS = MappingProxyType({medium.value: medium for medium in Medium})
_STATES = MappingProxyType({state.value: state for state in InterviewState})

_PEOPLE = f"""
    SELECT id, {NAME.format("contact")}, given_name, time_zone FROM contact
     WHERE id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL"""  # noqa: S608 - constant text


def between(
    reader: Reader,
    *,
    first: date,
    last: date,
    time_zone: str,
    contact_id: int | None = None,
    room: Room = Room(),
    busy: BusyTimes | None = None,
) -> CalendarPart:
    """What stands on the days from `first` to `last`, where one is, as much of each as there is room for.

    Args:
        reader: whose book.
        first: the first day.
        last: the last one.
        time_zone: IANA name of where the user is.
        contact_id: about whom alone, and when one is busy, which is about nobody; None for everyone.
        room: how much of each day.
        busy: when one is busy on these days, where that was read before.
    """
    asking = _Asking(reader, first, bounds_of(first, last, time_zone), contact_id)
    counts = asking.counts(_DUE, _BOOKED, _OFFERED)
    shares = [room.shared_out(due, booked + offered) for due, booked, offered in zip(*counts, strict=True)]
    due = asking.rows(_DUE, counts[0], [share for share, _ in shares])
    booked = asking.rows(_BOOKED, counts[1], [share for _, share in shares])
    left = [max(0, share - count) for (_, share), count in zip(shares, counts[1], strict=True)]
    offered = asking.rows(_OFFERED, counts[2], left)
    with_ids = [tuple(map(int, row[2].split())) for row in booked]
    people = _people(
        reader, {each for ids in with_ids for each in ids} | {row[2] for row in (*due, *offered) if row[2]}
    )
    if busy is None:
        besides = [room.left(*share) for share in shares]
        busy = busy_times.between(reader, bounds=asking.bounds, first=first, room=besides, parts=room.parts)
    return CalendarPart(
        tuple(
            Booked(
                interview_id,
                known,
                _lasting(datetime.fromisoformat(starts_at), minutes),
                agreed_in,
                _MEDIUMS[medium],
                _STATES[state],
            )
            for ids, (_day, interview_id, _ids, starts_at, agreed_in, minutes, medium, state) in zip(
                with_ids, booked, strict=True
            )
            if (known := tuple(people[each] for each in ids if each in people))
        ),
        tuple(
            DueItem(
                follow_up_id, people.get(with_id), Rule(rule), date.fromisoformat(due_on), moment_of(due_at), reason
            )
            for _day, follow_up_id, with_id, rule, due_on, due_at, reason in due
            if with_id is None or with_id in people
        ),
        tuple(
            Offered(offered_id, people[with_id], _lasting(datetime.fromisoformat(starts_at), minutes))
            for _day, offered_id, with_id, starts_at, minutes in offered
            if with_id in people
        ),
        busy,
        asking.more,
    )


def taken(reader: Reader, *, first: date, last: date, time_zone: str) -> list[Span]:
    """When one is not free on the days from `first` to `last`, where one is, however full they are."""
    span = span_of(first, last, time_zone)
    bindings: dict[str, object] = {
        "since": stored(_before(span.start, LONGEST_MINUTES)),
        "start": stored(span.start),
        "until": stored(span.end),
        "states": json.dumps(sorted(TAKES_TIME)),
    }
    own = [_lasting(datetime.fromisoformat(starts_at), minutes) for starts_at, minutes in reader.rows(_TAKEN, bindings)]
    return [*own, *busy_times.taken(reader, span)]


class _Asking:
    """Asks about days that follow each other; `more` is how much there is on them besides what is told."""

    def __init__(self, reader: Reader, first: date, bounds: Sequence[datetime], contact_id: int | None) -> None:
        self._reader = reader
        self._contact_id = contact_id
        self._first = first
        self.bounds = bounds
        self.more: Counter[date] = Counter()
        starts = [stored(bound) for bound in bounds]
        dates = [first + timedelta(days=number) for number in range(len(bounds) - 1)]
        # What began before comes before the first day.
        days: list[tuple[str, str, str | None]] = [(stored(_before(bounds[0], LONGEST_MINUTES)), starts[0], None)]
        days += [(*ends, day.isoformat()) for ends, day in zip(pairwise(starts), dates, strict=True)]
        self._bindings: dict[str, object] = {"days": json.dumps(days), "start": starts[0]}
        if contact_id is not None:
            self._bindings["contact"] = contact_id

    def counts(self, *nouns: _Noun) -> list[list[int]]:
        """How much of each there is on each day; on the first one also what began before and lasts on."""
        each = [_COUNT.format(table=noun.table, within=self._within(noun)) for noun in nouns]
        rows = self._reader.rows(_COUNTED.format(counts=", ".join(each)), self._bindings)
        return [[before + first, *others] for before, first, *others in zip(*rows, strict=True)]

    def rows(self, noun: _Noun, counts: Sequence[int], shares: Sequence[int]) -> list[Row]:
        """The first so many of each day, in order, each after its day; of each there are as many as were counted."""
        for number, (count, share) in enumerate(zip(counts, shares, strict=True)):
            if count > share:
                self.more[self._first + timedelta(days=number)] += count - share
        most = max(min(count, share) for count, share in zip(counts, shares, strict=True))
        if not most:
            return []
        left = list(shares)
        told = []
        asked = _OF_A_DAY.format(table=noun.table, columns=noun.columns, within=self._within(noun), order=noun.order)
        for row in self._reader.rows(asked, {**self._bindings, "most": most}):
            # The first two belong to the first day.
            number = max(0, row[0] - 1)
            if left[number]:
                left[number] -= 1
                told.append(row)
        return told

    def _within(self, noun: _Noun) -> str:
        return noun.within if self._contact_id is None else f"{noun.within} AND {noun.with_one}"


def _people(reader: Reader, ids: Iterable[int]) -> dict[int, Person]:
    rows = reader.rows(_PEOPLE, (json.dumps(sorted(ids)),))
    return {row[0]: Person(*row) for row in rows}


def _before(moment: datetime, minutes: int) -> datetime:
    try:
        return moment - timedelta(minutes=minutes)
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC)


def _lasting(start: datetime, minutes: int) -> Span:
    try:
        return Span(start, start + timedelta(minutes=minutes))
    except OverflowError:
        return Span(start, start)
