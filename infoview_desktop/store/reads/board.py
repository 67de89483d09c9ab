"""The board: everybody who is on the way, a column for each stage.

In a column comes first with whom something is due, the longest due at the top, then who has been there longest;
only where conversations are agreed it is by their time, the soonest at the top. Columns are read page by page along
the indexes, so that thousands in one of them are as quick as a few.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from infoview_desktop.domain.follow_up import FollowUpState, Rule
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.stage import Stage
from infoview_desktop.store.contact_sql import DUE_BY, NAME, TO_BE_DONE
from infoview_desktop.store.moments import day_of, moment_of
from infoview_desktop.store.reads.reader import Reader, Row

_BETWEEN = "\x1f"

_GONE = "SELECT id FROM contact WHERE trashed_at IS NOT NULL"
_ABOUT_IT = (
    "SELECT contact_id FROM short_list JOIN direction ON direction.id = direction_id WHERE direction.name = :about"
)

_SHOWN = f"""
    stage.contact_id NOT IN ({_GONE}) AND (:about = '' OR stage.contact_id IN ({_ABOUT_IT}))"""

# Left to itself, SQLite goes through all follow-ups there ever were.
_OPEN = f"""
    follow_up INDEXED BY follow_up_due_on
     WHERE state = 'open' AND due_on <= :today AND contact_id IS NOT NULL AND {TO_BE_DONE}"""

_DUE = f"SELECT contact_id, min(due_on) AS due_on FROM {_OPEN} GROUP BY contact_id"  # noqa: S608 - constant text

_DUE_AT_STAGE = f"""
    SELECT stage.contact_id, due.due_on FROM ({_DUE}) AS due CROSS JOIN stage ON stage.contact_id = due.contact_id
     WHERE {_SHOWN} AND stage.stage = :stage"""  # noqa: S608 - constant text

# The index has them in this order. The plus keeps SQLite from beginning with those who have nothing due.
_OTHERS_AT_STAGE = f"""
    SELECT stage.contact_id, stage.since FROM stage INDEXED BY stage_since
     WHERE {_SHOWN} AND stage.stage = :stage AND +stage.contact_id NOT IN (SELECT contact_id FROM {_OPEN})"""  # noqa: S608 - constant text

_FIRST_TALK = f"""
    (SELECT min(starts_at) FROM interview_person JOIN interview ON interview.id = interview_id
      WHERE contact_id = {{0}} AND state = '{InterviewState.SCHEDULED}')"""  # noqa: S608 - constant text

# Not along an index: nobody has agreed on more conversations than can be sorted within a frame.
_AGREED = f"""
    SELECT contact_id, row_number() OVER (ORDER BY starts_at NULLS LAST, since, contact_id) - 1 AS place
      FROM (SELECT stage.contact_id, since, {_FIRST_TALK.format("stage.contact_id")} AS starts_at
              FROM stage WHERE {_SHOWN} AND stage.stage = :stage)"""  # noqa: S608 - constant text

_LINE = f"""
    SELECT contact.id, contact.given_name, contact.family_name,
           {NAME.format("contact")} || iif(contact.credentials = '', '', ', ' || contact.credentials),
           contact.position, coalesce(organization.name, ''), coalesce(direction.name, ''),
           stage.stage, stage.since,
           (SELECT rule || char(31) || due_on || char(31) || {DUE_BY} FROM follow_up
             WHERE contact_id = contact.id AND state = '{FollowUpState.OPEN}' AND {TO_BE_DONE}
             ORDER BY due_on, id LIMIT 1),
           {_FIRST_TALK.format("contact.id")},
           EXISTS (SELECT 1 FROM photo WHERE contact_id = contact.id)
      FROM contact JOIN stage ON stage.contact_id = contact.id
      LEFT JOIN organization ON organization.id = contact.organization_id
      LEFT JOIN short_list ON short_list.contact_id = contact.id
      LEFT JOIN direction ON direction.id = short_list.direction_id
     WHERE contact.id IN ({{places}})"""  # noqa: S608 - constant text


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """How many people are at a stage, and with how many of them something is due."""

    stage: Stage
    people: int
    due: int


@dataclass(frozen=True, slots=True)
class Board:
    """Everybody on the way, as it was when it was asked for.

    `about` is the direction whose people alone are shown, "" for all; `directions` has how many people there
    are of each that anybody on the way has, `people` how many there are of all.
    """

    about: str
    today: date
    columns: tuple[BoardColumn, ...]
    directions: Mapping[str, int]
    people: int


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One person on the board.

    Attributes:
        id: whose it is.
        given_name: of the person.
        family_name: of the person.
        name: as it is shown.
        position: what they do.
        organization: where.
        direction: what one wants to talk with them about; "" for none.
        stage: how far it has come.
        since: since which moment, UTC.
        rule: why there is something to do next; None where there is nothing.
        due_on: from which day on that is to be done.
        due_by: by which day; after it, it is late.
        starts_at: when one talks with them, UTC; None where nothing is agreed.
        has_photo: whether there is one.
    """

    id: int
    given_name: str
    family_name: str
    name: str
    position: str
    organization: str
    direction: str
    stage: Stage
    since: datetime
    rule: Rule | None
    due_on: date | None
    due_by: date | None
    starts_at: datetime | None
    has_photo: bool


def board(reader: Reader, *, about: str, today: date) -> Board:
    """Count who is at each stage; `today` is where the user is."""
    directions: dict[str, int] = dict(
        reader.rows(
            "SELECT direction.name, count(*) AS people FROM direction JOIN short_list ON direction_id = direction.id"
            " JOIN stage USING (contact_id) JOIN contact ON contact.id = contact_id AND trashed_at IS NULL"
            " GROUP BY direction.id ORDER BY people DESC, direction.name"
        )
    )
    about = about if about in directions else ""
    places: dict[str, object] = {"about": about, "today": today.isoformat()}
    counted = f"SELECT stage, count(*) FROM stage WHERE {_SHOWN} GROUP BY stage"  # noqa: S608 - constant text
    people: dict[str, int] = dict(reader.rows(counted, places))
    counted = (
        f"SELECT stage.stage, count(*) FROM ({_DUE}) AS due CROSS JOIN stage ON stage.contact_id = due.contact_id"  # noqa: S608 - constant text
        f" WHERE {_SHOWN} GROUP BY stage.stage"
    )
    due: dict[str, int] = dict(reader.rows(counted, places))
    columns = tuple(BoardColumn(stage, people.get(stage, 0), due.get(stage, 0)) for stage in Stage)
    whole = int(reader.value("SELECT count(*) FROM contact_search WHERE stage > ''"))
    return Board(about, today, columns, directions, whole)


def page(reader: Reader, shown: Board, column: BoardColumn, *, offset: int, limit: int) -> list[BoardLine]:
    """Who stands in a column from `offset` on, at most `limit`."""
    places = _bindings(shown, column.stage)
    if column.stage is Stage.SCHEDULED:
        query = f"SELECT contact_id FROM ({_AGREED}) ORDER BY place LIMIT :limit OFFSET :offset"  # noqa: S608 - constant text
        return _lines(reader, [row[0] for row in reader.rows(query, places | {"limit": limit, "offset": offset})])
    ids: list[int] = []
    if offset < column.due:
        query = f"{_DUE_AT_STAGE} ORDER BY due.due_on, stage.contact_id LIMIT :limit OFFSET :offset"
        ids = [row[0] for row in reader.rows(query, places | {"limit": limit, "offset": offset})]
    if len(ids) < limit:
        query = f"{_OTHERS_AT_STAGE} ORDER BY stage.since, stage.contact_id LIMIT :limit OFFSET :offset"
        further = {"limit": limit - len(ids), "offset": max(0, offset - column.due)}
        ids += [row[0] for row in reader.rows(query, places | further)]
    return _lines(reader, ids)


def place(reader: Reader, shown: Board, contact_id: int) -> tuple[Stage, int] | None:
    """In which column somebody stands, and at which place of it, from 0; None where they are on none that is shown."""
    rows = reader.rows("SELECT stage, since FROM stage WHERE contact_id = ?", (contact_id,))
    if not rows:
        return None
    stage, since = Stage(rows[0][0]), rows[0][1]
    places = _bindings(shown, stage) | {"id": contact_id}
    if stage is Stage.SCHEDULED:
        number = reader.value(f"SELECT place FROM ({_AGREED}) WHERE contact_id = :id", places)  # noqa: S608 - constant text
        return None if number is None else (stage, int(number))
    due_on = reader.value(f"SELECT due_on FROM ({_DUE_AT_STAGE}) WHERE contact_id = :id", places)  # noqa: S608 - constant text
    if due_on is not None:
        before = f"SELECT count(*) FROM ({_DUE_AT_STAGE}) WHERE (due_on, contact_id) < (:due_on, :id)"  # noqa: S608 - constant text
        return stage, int(reader.value(before, places | {"due_on": due_on}))
    if not reader.value(f"SELECT EXISTS (SELECT 1 FROM stage WHERE contact_id = :id AND {_SHOWN})", places):  # noqa: S608 - constant text
        return None
    before = f"SELECT count(*) FROM ({_OTHERS_AT_STAGE} AND (stage.since, stage.contact_id) < (:since, :id))"  # noqa: S608 - constant text
    due = next(column.due for column in shown.columns if column.stage is stage)
    return stage, due + int(reader.value(before, places | {"since": since}))


def _bindings(shown: Board, stage: Stage) -> dict[str, object]:
    return {"stage": stage.value, "about": shown.about, "today": shown.today.isoformat()}


def _lines(reader: Reader, ids: list[int]) -> list[BoardLine]:
    found: dict[int, BoardLine] = {}
    for row in reader.rows(_LINE.format(places=", ".join("?" * len(ids))), ids):
        found[row[0]] = _line(row)
    return [found[contact_id] for contact_id in ids if contact_id in found]


def _line(row: Row) -> BoardLine:
    contact_id, given_name, family_name, name, position, organization, direction, *rest = row
    stage, since, following, starts_at, has_photo = rest
    rule, due_on, due_by = following.split(_BETWEEN) if following else ("", "", "")
    return BoardLine(
        contact_id,
        given_name,
        family_name,
        name,
        position,
        organization,
        direction,
        Stage(stage),
        datetime.fromisoformat(since),
        Rule(rule) if rule else None,
        day_of(due_on),
        day_of(due_by),
        moment_of(starts_at),
        bool(has_photo),
    )
