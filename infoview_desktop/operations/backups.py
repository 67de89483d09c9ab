"""Backups made where the user wants one, and put back."""

from __future__ import annotations

from pathlib import Path

from infoview_desktop.domain import known_error
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.store import backup, opening
from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.store.faults import told_plainly
from infoview_desktop.store.recorded import RECORDED_TABLES
from infoview_desktop.store.store import Clock, Store
from infoview_desktop.system.whole_file import outgoing


@reaching(Reach.WORLD)
def back_up(store: Store, *, path: Path) -> Outcome[Path]:
    """Write a proved copy of the book to `path`.

    Raises:
        KnownError: it cannot be written there.
    """
    with told_plainly(store.path.name), outgoing(path, book=store.path):
        backup.copy(store.connection, path)
    return Outcome(path, said=Phrase("Backup written to {file}", {"file": path.name}))


@reaching(Reach.WORLD)
def restore(store: Store, *, path: Path) -> Outcome[Path]:
    """Put a backup in the place of the book; the present book is backed up first, and where it is returned.

    Raises:
        KnownError: `path` is not a sound backup; nothing was changed.
    """
    if not store.writable:
        raise known_error.read_only()
    with told_plainly(store.path.name):
        present = backup.make(store.connection, store.directory, reason="restore", now=store.now(), wanted=path)
        opening.put_back(store.connection, path)
    said = Phrase(
        "{file} was put back; the book as it was is kept as {kept}", {"file": path.name, "kept": present.name}
    )
    return Outcome(present, frozenset(RECORDED_TABLES), said)


@reaching(Reach.WORLD)
def replace_damaged(directory: Path, *, path: Path, clock: Clock) -> Store:
    """Put a backup in the place of a book that cannot be opened; the damaged files are kept beside it.

    Raises:
        KnownError: `path` is not a sound backup; nothing was changed.
    """
    with told_plainly(FILE_NAME):
        backup.replace(directory / FILE_NAME, path, now=clock())
    return opening.open_store(directory, clock=clock)
