"""The place of a row in an index of what has a time, by which FTS5 finds the latest without looking at the others."""

from __future__ import annotations

_ID_BITS = 28
_LAST_SECOND = 2 ** (63 - _ID_BITS) - 1


def placed(moment: str, key: str) -> str:
    """The SQL of a place by a moment (UTC, ISO 8601), and after that by the id of a row.

    Two of one second whose ids are 2 ** 28 apart can only be made up; they have the same place.
    """
    second = f"min(max(coalesce(unixepoch({moment}), 0), 0), {_LAST_SECOND})"
    return f"({second} << {_ID_BITS}) + ({key} & {2**_ID_BITS - 1})"
