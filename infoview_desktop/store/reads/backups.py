"""The backups there are."""

from __future__ import annotations

from pathlib import Path

from infoview_desktop.domain.backup import Backup
from infoview_desktop.store import backup


def newest(directory: Path) -> Backup | None:
    """The newest backup in the data directory."""
    return next(iter(backup.existing(directory)), None)


def existing(directory: Path) -> list[Backup]:
    """All backups in the data directory, the newest first."""
    return backup.existing(directory)
