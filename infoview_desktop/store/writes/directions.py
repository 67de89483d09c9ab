"""Directions, made when they are first named and let go when nobody is asked about them any more."""

from __future__ import annotations

from collections.abc import Iterable

from infoview_desktop.store.store import Transaction
from infoview_desktop.store.story_tables import Interview
from infoview_desktop.store.tables import Direction, ShortList


def named(transaction: Transaction, name: str) -> int | None:
    """The id of the direction of this name, however its letters are written; made if it is new, None for no name."""
    if not name:
        return None
    found = Direction.select(Direction.id).where(Direction.name == name)
    for (direction_id,) in found.tuples().execute(transaction.database):
        return int(direction_id)
    return int(Direction.insert(name=name).execute(transaction.database))


def keep(transaction: Transaction, names: Iterable[str]) -> None:
    """Keep exactly these, whether anybody is asked about them or not; of the others those that somebody is."""
    ids = {named(transaction, name) for name in names}
    database = transaction.database
    Direction.update(kept=1).where(Direction.id.in_(ids), Direction.kept == 0).execute(database)
    Direction.update(kept=0).where(Direction.id.not_in(ids), Direction.kept == 1).execute(database)
    every = [direction_id for (direction_id,) in Direction.select(Direction.id).tuples().execute(database)]
    drop_unused(transaction, every)


def rename(transaction: Transaction, direction_id: int, name: str) -> None:
    """Call a direction otherwise; where there is one of that name already, the two become one."""
    database = transaction.database
    namesake = Direction.select(Direction.id).where(Direction.name == name, Direction.id != direction_id)
    for (other_id,) in namesake.tuples().execute(database):
        _give(transaction, direction_id, other_id)
        remove(transaction, direction_id)
        return
    Direction.update(name=name).where(Direction.id == direction_id).execute(database)


def remove(transaction: Transaction, direction_id: int) -> None:
    """Take a direction away; whoever had it stays on the short list, and interviews about it stay, without one."""
    _give(transaction, direction_id, None)
    Direction.delete().where(Direction.id == direction_id).execute(transaction.database)


def drop_unused(transaction: Transaction, direction_ids: Iterable[int | None]) -> None:
    """Let go of those of the directions that nobody and no interview has and that the user did not keep."""
    transaction.connection.executemany(
        "DELETE FROM direction WHERE id = ? AND kept = 0"
        " AND NOT EXISTS (SELECT 1 FROM short_list WHERE direction_id = direction.id)"
        " AND NOT EXISTS (SELECT 1 FROM interview WHERE direction_id = direction.id)",
        [(direction_id,) for direction_id in direction_ids],
    )


def _give(transaction: Transaction, direction_id: int, other_id: int | None) -> None:
    """Let everybody and every interview that has a direction have another one, or none."""
    for model in (ShortList, Interview):
        model.update(direction=other_id).where(model.direction == direction_id).execute(transaction.database)
