"""A runner without threads: what is asked for is done, and answered, before the call returns."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import Qt

from infoview_desktop.store.store import Store
from infoview_desktop.ui.runner import Runner, Task


class InstantRunner(Runner):
    """Does the same on the same store; what an answer asks for is done after the answer, as with threads."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._reported.disconnect(self._on_reported)
        self._reported.connect(self._on_reported, Qt.ConnectionType.DirectConnection)
        self._held = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Do nothing before the block ends: while it lasts one sees what a user sees who waits."""
        self._held = True
        yield
        self._held = False
        self._catch_up()

    def _start(self) -> list[Thread]:
        return []

    def _give(self, queue: SimpleQueue[Task | None], task: Task) -> None:
        super()._give(queue, task)
        if not self._held:
            self._catch_up()

    def _catch_up(self) -> None:
        self._held = True
        try:
            while not (self._verbs.empty() and self._questions.empty()):
                if not self._verbs.empty():
                    self._work(self._verbs.get(), self._store)
                else:
                    self._answer(self._questions.get(), self.read)
        finally:
            self._held = False
