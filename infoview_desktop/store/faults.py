"""SQLite's failures, told as what the user can do about them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from infoview_desktop.domain import known_error
from infoview_desktop.domain.known_error import KnownError


def _apsw_cause(error: BaseException | None) -> apsw.Error | None:
    """peewee wraps what APSW raises; the result code is further down the chain."""
    while error is not None:
        if isinstance(error, apsw.Error):
            return error
        error = error.__cause__ or error.__context__
    return None


def as_known(error: Exception, name: str) -> KnownError | None:
    """Return the known error behind `error`, or None where it is a bug; `name` is the file's."""
    match _apsw_cause(error):
        case apsw.FullError():
            return known_error.disk_full()
        case apsw.BusyError() | apsw.LockedError():
            return known_error.held_by_another_program()
        case apsw.ReadOnlyError():
            return known_error.read_only()
        case apsw.NotADBError():
            return known_error.not_a_book(name)
        case apsw.CorruptError():
            return known_error.damaged_book(name)
        case apsw.IOError() | apsw.CantOpenError():
            return known_error.disk_trouble()
    return None


@contextmanager
def told_plainly(name: str) -> Iterator[None]:
    """Raise a KnownError where SQLite's failure is one; leave bugs as they are."""
    try:
        yield
    except KnownError:
        raise
    except Exception as error:
        known = as_known(error, name)
        if known is None:
            raise
        raise known from error
