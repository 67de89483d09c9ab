"""What fails below the book, told as what the user can do about it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from infoview_desktop.domain import known_error
from infoview_desktop.domain.known_error import KnownError


def as_known(error: Exception, name: str) -> KnownError | None:
    """Return the known error behind `error`, or None where it is a bug; `name` is the file's."""
    known = None
    match _cause(error):
        case apsw.FullError() | OSError(errno=errno.ENOSPC | errno.EDQUOT):
            known = known_error.disk_full()
        case apsw.BusyError() | apsw.LockedError():
            known = known_error.held_by_another_program()
        case apsw.ReadOnlyError() | OSError(errno=errno.EROFS | errno.EACCES | errno.EPERM):
            known = known_error.read_only()
        case apsw.NotADBError():
            known = known_error.not_a_book(name)
        case apsw.CorruptError():
            known = known_error.damaged_book(name)
        case apsw.IOError() | apsw.CantOpenError() | OSError():
            known = known_error.disk_trouble()
    return known


@contextmanager
def told_plainly(name: str) -> Iterator[None]:
    """Raise a KnownError where what fails is one; leave bugs as they are."""
    try:
        yield
    except KnownError:
        raise
    except Exception as error:
        known = as_known(error, name)
        if known is None:
            raise
        raise known from error


def _cause(error: Exception) -> BaseException:
    """Find what APSW raised, if anything: peewee wraps it, and the result code is further down the chain."""
    link: BaseException | None = error
    while link is not None:
        if isinstance(link, apsw.Error):
            return link
        link = link.__cause__ or link.__context__
    return error
