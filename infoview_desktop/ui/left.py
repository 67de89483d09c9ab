"""How the window was left, as a setting holds it: another version may have written it, or anybody else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LARGEST = 100_000
"""Pixels; no screen is larger, and Qt takes no number beyond its own."""
_LAST_ID = 2**53


def whole_numbers(left: Mapping[str, Any], name: str, count: int) -> list[int] | None:
    """So many numbers of pixels, or None where it makes no sense."""
    found = left.get(name)
    if not isinstance(found, list) or len(found) != count:
        return None
    return found if all(type(each) is int and abs(each) < _LARGEST for each in found) else None


def flags(left: Mapping[str, Any], name: str, count: int) -> list[bool]:
    """So many yeses and noes; yes, where it makes no sense."""
    found = left.get(name)
    sound = isinstance(found, list) and len(found) == count and all(type(each) is bool for each in found)
    return found if isinstance(found, list) and sound else [True] * count


def known_id(left: Mapping[str, Any], name: str) -> int | None:
    """The id of what was open or selected; None for nothing, or where it makes no sense."""
    found = left.get(name)
    return found if type(found) is int and 0 < found < _LAST_ID else None
