"""Puts people on the short list as simply as can be: with the direction that was given last."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from infoview_desktop.operations import short_list
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads import directions
from infoview_desktop.ui.runner import Runner


class Wanting(QObject):
    """Carries the verb for whoever has people to put on the list."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner

    def want(self, contact_ids: Sequence[int], *, already: Callable[[], None] | None = None) -> None:
        """Put them on the list; `already` is called where all of them were on it."""

        def told(outcome: Outcome[tuple[int, ...]]) -> None:
            if not outcome.value and already is not None:
                already()

        self._runner.do(
            short_list.want_to_talk_to,
            contact_ids=list(contact_ids),
            direction=directions.last_used(self._runner.read),
            then=told,
        )
