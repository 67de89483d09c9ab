"""How the user goes about it: their cadence, working days and hours, whose holidays count, how often to be in touch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from infoview_desktop.domain import known_error
from infoview_desktop.domain.keep_in_touch import LEAST_KEEP_IN_TOUCH, MOST_KEEP_IN_TOUCH
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan_everybody
from infoview_desktop.store.reads import practice as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import practice as writes
from infoview_desktop.system import holidays
from infoview_desktop.system.holidays import Region

__all__ = ["EDITABLE", "Region"]

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_YEARS_BACK, _YEARS_AHEAD = 1, 3
"""For so many years holidays are looked up: what is planned lies nearer."""


@reaching(Reach.UNDOABLE)
def edit(store: Store, *, field: str, text: str) -> Outcome[None]:
    """Set one of `EDITABLE`; whatever is due for it moves, except what the user moved themselves.

    `cadence` is the key of one, `working_days` are digits, 1 for Monday, `day_starts` and `day_ends` are `HH:MM`,
    `region` is such as `DE` or `US-CA` or "", `keep_in_touch_days` is 0 for never.

    Raises:
        KnownError: there is no such choice.
    """
    choice = EDITABLE[field]
    reader = Reader(store.connection)
    before = reads.practice(reader)
    values: dict[str, Any] = {field: choice.understood(store, text)}
    after = replace(before, **values)
    if after.day_starts >= after.day_ends:
        raise known_error.ends_before_it_begins()
    # Looked up before the transaction begins: what is outside takes as long as it takes.
    days = look_up(reader, region=after.region, year=store.now().year) if field == "region" else {}
    with store.transaction(choice.label) as transaction:
        writes.change(transaction, after)
        writes.remember_holidays(transaction, after.region, days)
        if field not in {"day_starts", "day_ends"}:
            replan_everybody(transaction)
    return step(transaction.changed, choice.said)


@reaching(Reach.UNRECORDED)
def top_up_holidays(store: Store) -> Outcome[None]:
    """Look up the holidays of the coming years, where a region is chosen and some are missing.

    They lie further ahead than anything that is planned, so nothing moves.
    """
    region = reads.practice(Reader(store.connection)).region
    if not store.writable or not region:
        return Outcome(None)
    try:
        days = look_up(Reader(store.connection), region=region, year=store.now().year)
    except KnownError:  # a region of another version's; the settings tell of it
        return Outcome(None)
    if days:
        with store.unrecorded() as transaction:
            writes.remember_holidays(transaction, region, days)
    return Outcome(None, frozenset({"holiday"}) if days else frozenset())


def look_up(reader: Reader, *, region: str, year: int) -> Mapping[date, str]:
    """The holidays of a region in those years around this `year` of which none are known yet.

    Raises:
        KnownError: nobody knows the region.
    """
    missing = set(_years_around(year)) - reads.holiday_years(reader, region)
    if not region or not missing:
        return {}
    days = holidays.days_off(region, sorted(missing))
    if days is None:
        raise known_error.no_such_choice(region)
    return days


def holidays_told(records: Iterable[Mapping[str, Any]], *, year: int) -> tuple[str, Mapping[date, str]]:
    """The region of the habits that an export tells of, and its holidays around a year as far as they are known."""
    for record in records:
        region = str(record["region"])
        return region, (holidays.days_off(region, _years_around(year)) if region else None) or {}
    return "", {}


def _years_around(year: int) -> range:
    return range(year - _YEARS_BACK, year + _YEARS_AHEAD + 1)


def countries(_reader: Reader) -> list[Region]:
    """The countries whose holidays are known, by name; for the pool, since the library takes a moment to load."""
    return holidays.countries()


def parts(_reader: Reader, *, country: str) -> list[Region]:
    """The parts of a country that have holidays of their own; for the pool."""
    return holidays.parts(country)


def keep_in_touch_days(text: str) -> int:
    """After how many days to be in touch, as it is typed or chosen; 0 for never.

    Raises:
        KnownError: it is no such number.
    """
    days = int(text) if text.isascii() and text.isdigit() and len(text) < _TOO_LONG else -1
    if days and not LEAST_KEEP_IN_TOUCH <= days <= MOST_KEEP_IN_TOUCH:
        raise known_error.too_few_or_many(LEAST_KEEP_IN_TOUCH, MOST_KEEP_IN_TOUCH)
    return days


_TOO_LONG = 6
"""So many digits are no number of days."""


def _cadence(store: Store, text: str) -> str:
    if text not in reads.cadences(Reader(store.connection)):
        raise known_error.no_such_choice(text)
    return text


def _working_days(_store: Store, text: str) -> str:
    days = "".join(sorted(set(text)))
    if not days or not set(days) <= set("1234567"):
        raise known_error.no_such_choice(text)
    return days


def _time(_store: Store, text: str) -> str:
    if not _TIME.fullmatch(text):
        raise known_error.no_such_choice(text)
    return text


def _region(_store: Store, text: str) -> str:
    return text.strip()


def _keep_in_touch(_store: Store, text: str) -> int:
    return keep_in_touch_days(text)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: its step of undo, what is said when it is done, what a text means.

    `understood` raises a KnownError where there is no such choice.
    """

    label: Phrase
    said: Phrase
    understood: Callable[[Store, str], str | int]


EDITABLE: MappingProxyType[str, Choice] = MappingProxyType(
    {
        "cadence": Choice(Phrase("Choose a cadence"), Phrase("Cadence chosen"), _cadence),
        "working_days": Choice(Phrase("Choose working days"), Phrase("Working days changed"), _working_days),
        "day_starts": Choice(
            Phrase("Choose when the working day starts"), Phrase("Start of the working day changed"), _time
        ),
        "day_ends": Choice(Phrase("Choose when the working day ends"), Phrase("End of the working day changed"), _time),
        "region": Choice(Phrase("Choose whose holidays count"), Phrase("Holidays that count changed"), _region),
        "keep_in_touch_days": Choice(
            Phrase("Choose how often to be in touch"), Phrase("How often to be in touch changed"), _keep_in_touch
        ),
    }
)
"""What can be chosen, by the name of the field."""
