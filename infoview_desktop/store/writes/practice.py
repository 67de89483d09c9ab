"""The user's habits, cadences as the user has them, how often to be in touch, and the holidays that were looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from infoview_desktop.domain.cadence import CADENCES, Cadence
from infoview_desktop.domain.practice import Practice
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.story_tables import CadenceRow, KeepInTouch, PracticeRow, TagKeepInTouch


def change(transaction: Transaction, practice: Practice) -> None:
    """Keep what the user chose; nothing where all is as at first."""
    database = transaction.database
    if practice == Practice():
        PracticeRow.delete().execute(database)
    elif not PracticeRow.update(**asdict(practice)).execute(database):
        PracticeRow.insert(id=1, **asdict(practice)).execute(database)


def change_cadence(transaction: Transaction, cadence: Cadence) -> None:
    """Keep a cadence; nothing where it is one of the practice's, as at first."""
    database = transaction.database
    if cadence == CADENCES.get(cadence.key):
        drop_cadence(transaction, cadence.key)
        return
    columns = {name: value for name, value in asdict(cadence).items() if name not in {"key", "source"}}
    if not CadenceRow.update(**columns).where(CadenceRow.key == cadence.key).execute(database):
        CadenceRow.insert(key=cadence.key, **columns).execute(database)


def drop_cadence(transaction: Transaction, key: str) -> None:
    """Let go of a cadence of the user's own, or of what was changed of one of the practice's."""
    CadenceRow.delete().where(CadenceRow.key == key).execute(transaction.database)


def keep_in_touch(transaction: Transaction, contact_id: int, days: int | None) -> None:
    """Say how often to be in touch with somebody; None for as often as with everybody."""
    database = transaction.database
    columns = {"days": days, "chosen_at": transaction.timestamp}
    if days is None:
        KeepInTouch.delete().where(KeepInTouch.contact == contact_id).execute(database)
    elif not KeepInTouch.update(**columns).where(KeepInTouch.contact == contact_id).execute(database):
        KeepInTouch.insert(contact=contact_id, **columns).execute(database)


def keep_in_touch_with_tag(transaction: Transaction, tag_id: int, days: int | None) -> None:
    """Say how often to be in touch with everybody who has a tag; None for as often as with everybody."""
    database = transaction.database
    columns = {"days": days, "chosen_at": transaction.timestamp}
    if days is None:
        TagKeepInTouch.delete().where(TagKeepInTouch.tag == tag_id).execute(database)
    elif not TagKeepInTouch.update(**columns).where(TagKeepInTouch.tag == tag_id).execute(database):
        TagKeepInTouch.insert(tag=tag_id, **columns).execute(database)


def remember_holidays(transaction: Transaction, region: str, days: Mapping[date, str]) -> None:
    """Keep the holidays of a region that were looked up."""
    transaction.connection.executemany(
        "INSERT INTO holiday (region, day, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(region, day.isoformat(), name) for day, name in days.items()],
    )
