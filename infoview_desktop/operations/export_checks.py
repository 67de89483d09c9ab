"""What an export has to say so that the book can be read back: the values that the tables themselves let through."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Any

from infoview_desktop.domain.cadence import MOST_DAYS, Unit
from infoview_desktop.domain.calendar import is_colour, is_on_this_machine
from infoview_desktop.domain.contact import Seniority, Source
from infoview_desktop.domain.follow_up import FollowUpState, Rule
from infoview_desktop.domain.interview import LONGEST_MINUTES, InterviewState, Medium
from infoview_desktop.domain.keep_in_touch import MOST_KEEP_IN_TOUCH
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.touch import Answer, TouchKind

Check = Callable[[Any], object]
"""Raises `ValueError` or `TypeError` for what makes no sense."""


def check(content: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Make sure of every value of which the book relies on more than its type.

    Raises:
        ValueError: one makes no sense.
        TypeError: the same.
        KeyError: one is missing.
    """
    for table, checks in _CHECKS.items():
        for record in content.get(table, ()):
            for column, is_sound in checks.items():
                is_sound(record[column])
    for contact in content["contact"]:
        # The first release knew neither of these.
        Seniority(contact.get("seniority", ""))
        _perhaps(_day)(contact.get("in_touch_on"))
        _perhaps(_day)(contact.get("contact_on"))


def _day(text: str) -> None:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError(text)


def _moment(text: str) -> None:
    if datetime.fromisoformat(text).astimezone(UTC).isoformat(timespec="seconds") != text:
        raise ValueError(text)


def _time(text: str) -> None:
    if time.fromisoformat(text).isoformat(timespec="minutes") != text:
        raise ValueError(text)


def _perhaps(is_sound: Check) -> Check:
    """The same, where the value may be missing."""
    return lambda value: None if value is None else is_sound(value)


def _count(least: int, most: int) -> Check:
    def is_sound(number: int) -> None:
        if not least <= number <= most:
            raise ValueError(number)

    return is_sound


def _working_days(text: str) -> None:
    if not text or not set(text) <= set("1234567") or len(set(text)) < len(text):
        raise ValueError(text)


def _so(is_sound: Callable[[str], bool]) -> Check:
    """What a rule of the domain has to hold of."""

    def check(text: str) -> None:
        if not is_sound(text):
            raise ValueError(text)

    return check


_CHECKS: MappingProxyType[str, Mapping[str, Check]] = MappingProxyType(
    {
        "contact": {
            "source": Source,
            "connected_on": _perhaps(_day),
            "created_at": _moment,
            "trashed_at": _perhaps(_moment),
        },
        "short_list": {"added_at": _moment},
        "interview": {
            "starts_at": _perhaps(_moment),
            "minutes": _count(1, LONGEST_MINUTES),
            "medium": Medium,
            "state": InterviewState,
            "state_at": _moment,
            "created_at": _moment,
        },
        "note": {"created_at": _moment, "changed_at": _moment},
        "note_version": {"written_at": _moment},
        "touch": {"kind": TouchKind, "answer": Answer, "at": _moment, "until": _perhaps(_day)},
        "follow_up": {
            "rule": Rule,
            "due_on": _day,
            "due_at": _perhaps(_moment),
            "moved_from": _perhaps(_day),
            "state": FollowUpState,
            "ended_at": _perhaps(_moment),
            "created_at": _moment,
        },
        "stage": {"stage": Stage, "since": _moment},
        "keep_in_touch": {"days": _count(0, MOST_KEEP_IN_TOUCH), "chosen_at": _moment},
        "tag_keep_in_touch": {"days": _count(0, MOST_KEEP_IN_TOUCH), "chosen_at": _moment},
        "cadence": {
            "unit": Unit,
            "second_person_days": _perhaps(_count(1, MOST_DAYS)),
            "follow_up_days": _count(1, MOST_DAYS),
            "close_days": _count(1, MOST_DAYS),
        },
        "practice": {
            "working_days": _working_days,
            "day_starts": _time,
            "day_ends": _time,
            "keep_in_touch_days": _count(0, MOST_KEEP_IN_TOUCH),
        },
        "offered_time": {"starts_at": _moment, "minutes": _count(1, LONGEST_MINUTES), "created_at": _moment},
        "calendar": {
            "path": _so(is_on_this_machine),
            "colour": _so(is_colour),
            "watched": _count(0, 1),
            "added_at": _moment,
        },
    }
)
"""By table and column."""
