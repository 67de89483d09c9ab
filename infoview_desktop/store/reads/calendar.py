"""What stands in the calendar between two days: interviews, what is due, offered times, and when one is busy."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from infoview_desktop.domain.calendar_entry import Booked, Busy, DueItem, Offered, Person, Span
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.interview import LONGEST_MINUTES, InterviewState, Medium
from infoview_desktop.store.contact_sql import NAME, TO_BE_DONE
from infoview_desktop.store.moments import moment_of, stored
from infoview_desktop.store.reads import busy_times
from infoview_desktop.store.reads.reader import Reader

_BOOKED = """
    SELECT id, (SELECT json_group_array(contact_id ORDER BY contact_id) FROM interview_person
                 WHERE interview_id = interview.id),
           starts_at, time_zone, minutes, medium, state
      FROM interview
     WHERE starts_at >= :since AND starts_at < :until AND unixepoch(starts_at) + 60 * minutes > unixepoch(:start)
           {about}
     ORDER BY starts_at, id"""

_DUE = f"""
    SELECT id, contact_id, rule, due_on, due_at, reason FROM follow_up
     WHERE state = 'open' AND due_on BETWEEN :first AND :last AND {TO_BE_DONE} {{about}}
     ORDER BY due_on, due_at IS NULL, due_at, id"""  # noqa: S608 - constant text

_OFFERED = """
    SELECT id, contact_id, starts_at, minutes FROM offered_time
     WHERE starts_at >= :since AND starts_at < :until AND unixepoch(starts_at) + 60 * minutes > unixepoch(:start)
           {about}
     ORDER BY starts_at, id"""

_PEOPLE = f"""
    SELECT id, {NAME.format("contact")}, given_name, time_zone FROM contact
     WHERE id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL"""  # noqa: S608 - constant text

_WITH = "AND id IN (SELECT interview_id FROM interview_person WHERE contact_id = :contact)"


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """All that stands between two days, each in order of time; about everyone, or about one person.

    `left_out` says that one is busy more often than is told: so much at once tells nobody anything.
    """

    booked: tuple[Booked, ...] = ()
    due: tuple[DueItem, ...] = ()
    offered: tuple[Offered, ...] = ()
    busy: tuple[Busy, ...] = ()
    left_out: bool = False


def between(reader: Reader, *, span: Span, first: date, last: date, contact_id: int | None = None) -> CalendarPart:
    """What stands within `span`, which goes from the beginning of the day `first` to the end of `last`, where one is.

    Where `contact_id` is given, only what is about that person, and when one is busy, which is about nobody.
    """
    about = {} if contact_id is None else {"contact": contact_id}
    with_them = "AND contact_id = :contact" if about else ""
    times = {
        "since": stored(_before(span.start, LONGEST_MINUTES)),
        "start": stored(span.start),
        "until": stored(span.end),
        **about,
    }
    booked = reader.rows(_BOOKED.format(about=_WITH if about else ""), times)
    due = reader.rows(_DUE.format(about=with_them), {"first": first.isoformat(), "last": last.isoformat(), **about})
    offered = reader.rows(_OFFERED.format(about=with_them), times)
    with_ids = [tuple(json.loads(row[1])) for row in booked]
    people = _people(
        reader, {each for ids in with_ids for each in ids} | {row[1] for row in (*due, *offered) if row[1]}
    )
    busy = busy_times.between(reader, span=span, first=first, last=last)
    return CalendarPart(
        tuple(
            Booked(
                interview_id,
                known,
                _lasting(datetime.fromisoformat(starts_at), minutes),
                time_zone,
                Medium(medium),
                InterviewState(state),
            )
            for ids, (interview_id, _ids, starts_at, time_zone, minutes, medium, state) in zip(
                with_ids, booked, strict=True
            )
            if (known := tuple(people[each] for each in ids if each in people))
        ),
        tuple(
            DueItem(
                follow_up_id, people.get(with_id), Rule(rule), date.fromisoformat(due_on), moment_of(due_at), reason
            )
            for follow_up_id, with_id, rule, due_on, due_at, reason in due
            if with_id is None or with_id in people
        ),
        tuple(
            Offered(offered_id, people[with_id], _lasting(datetime.fromisoformat(starts_at), minutes))
            for offered_id, with_id, starts_at, minutes in offered
            if with_id in people
        ),
        busy.times,
        busy.left_out,
    )


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
