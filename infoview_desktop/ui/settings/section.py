"""One part of the settings, as data, and what it is built with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the parts may need.

    `directory` is the data directory; `run` leaves the settings and does a command, by its name; `kept` is false
    where the book is a throw-away copy; `editable` tells whether anything in it can be changed.
    """

    theme: Theme
    runner: Runner
    directory: Path
    run: Callable[[str], None]
    kept: bool
    editable: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Some settings under a heading; what is chosen in them holds at once."""

    heading: Phrase
    build: Callable[[Surroundings], QWidget]
