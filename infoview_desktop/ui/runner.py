"""The only place that knows threads: one store thread writes in order, a small pool does what can take long.

Whatever comes back reaches the main thread by one queued signal, and what changed is broadcast once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.progress import Cancelled, Progress
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads.reader import Interrupted, Reader

POOL_THREADS = 2
_TOLD_EVERY_SECONDS = 0.05
_TURN_SECONDS, _REST_SECONDS = 0.001, 0.0005
"""For how long work goes on before it lets the main thread have its turn, and for how long it does."""


@dataclass(eq=False, slots=True)
class Task:
    """Something that was asked for, and who wants to hear of it; all of them are called in the main thread.

    `then` gets the result; `failed` the known error, which is otherwise shown in the status bar; `told` a
    fraction now and then; `ended` is called last, whatever came of it.
    """

    work: Callable[..., Any]
    arguments: dict[str, Any]
    then: Callable[[Any], None] | None = None
    failed: Callable[[KnownError], None] | None = None
    told: Callable[[float], None] | None = None
    ended: Callable[[], None] | None = None
    key: str | None = None
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _last_told: float = 0.0
    _turn_ends: float = 0.0

    def cancel(self) -> None:
        """Ask it to stop; what it began to store is rolled back."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancelled.is_set()


@dataclass(frozen=True, slots=True)
class _Report:
    """What a thread hands to the main one: a fraction, a result, or an error."""

    task: Task
    fraction: float | None = None
    result: Any = None
    error: Exception | None = None


class Runner(QObject):
    """Carries verbs and questions to their threads and the answers back.

    `read` is for what answers within a frame, in the main thread. `changed` carries the names of the tables
    whose rows are other than before.
    """

    changed = Signal(frozenset)
    said = Signal(object)
    """An `Outcome` with a line for the status bar."""
    troubled = Signal(object)
    """A `KnownError` nobody else shows."""
    broke = Signal(object)
    """An exception that is a bug."""

    _reported = Signal(object)

    def __init__(self, store: Any, parent: QObject | None = None) -> None:  # noqa: ANN401 - handed on to the verbs
        super().__init__(parent)
        self._store = store
        self._latest: dict[str, Task] = {}
        self._unanswered: set[Task] = set()
        self._closed = False
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self.read: Reader = store.reader()
        self._verbs: SimpleQueue[Task | None] = SimpleQueue()
        self._questions: SimpleQueue[Task | None] = SimpleQueue()
        self._asking: dict[Task, Reader] = {}
        self._threads = self._start()

    def do(
        self,
        verb: Callable[..., Outcome[Any]],
        *,
        then: Callable[[Outcome[Any]], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
        told: Callable[[float], None] | None = None,
        ended: Callable[[], None] | None = None,
        **arguments: Any,  # noqa: ANN401 - the verb's own
    ) -> Task:
        """Run `verb(store, **arguments)` in the store thread, after all that was asked before."""
        task = Task(verb, arguments, then, failed, told, ended)
        self._give(self._verbs, task)
        return task

    def ask(
        self,
        question: Callable[..., Any],
        *,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[KnownError], None] | None = None,
        told: Callable[[float], None] | None = None,
        ended: Callable[[], None] | None = None,
        key: str | None = None,
        **arguments: Any,  # noqa: ANN401 - the question's own
    ) -> Task:
        """Run `question(reader, **arguments)` in the pool.

        Of the questions with one `key` only the newest is answered; an older one is interrupted.
        """
        task = Task(question, arguments, then, failed, told, ended, key)
        if key is not None:
            self._supersede(key, task)
        self._give(self._questions, task)
        return task

    def close(self) -> None:
        """End the threads: verbs that were asked for are done first, unless they are long and can be cancelled."""
        for task in self._unanswered:
            if task.told is not None:
                task.cancel()
        for reader in list(self._asking.values()):
            reader.interrupt()
        self._verbs.put(None)
        for _ in range(POOL_THREADS):
            self._questions.put(None)
        for thread in self._threads:
            thread.join()
        self._closed = True
        self.read.close()

    def _start(self) -> list[threading.Thread]:
        threads = [
            threading.Thread(target=self._write, name="store", daemon=True),
            *(threading.Thread(target=self._ask, name=f"pool {number}", daemon=True) for number in range(POOL_THREADS)),
        ]
        for thread in threads:
            thread.start()
        return threads

    def _supersede(self, key: str, task: Task) -> None:
        older = self._latest.get(key)
        self._latest[key] = task
        if older is not None:
            older.cancel()
            reader = self._asking.get(older)
            if reader is not None:
                reader.interrupt()

    def _give(self, queue: SimpleQueue[Task | None], task: Task) -> None:
        if task.told is not None:
            task.arguments["progress"] = Progress(
                lambda fraction: self._tell(task, fraction), lambda: self._goes_no_further(task)
            )
        self._unanswered.add(task)
        queue.put(task)

    def _tell(self, task: Task, fraction: float) -> None:
        now = time.monotonic()
        if now - task._last_told >= _TOLD_EVERY_SECONDS:  # noqa: SLF001 - its own
            task._last_told = now  # noqa: SLF001
            self._reported.emit(_Report(task, fraction=fraction))

    def _goes_no_further(self, task: Task) -> bool:
        """Whether long work is to stop, which asks often; on the way it rests.

        A frame is a thousand calls, at each of which the main thread would otherwise wait until it gets its turn.
        """
        if time.monotonic() >= task._turn_ends and threading.current_thread() in self._threads:  # noqa: SLF001 - its own
            time.sleep(_REST_SECONDS)
            task._turn_ends = time.monotonic() + _TURN_SECONDS  # noqa: SLF001
        return task.is_cancelled

    def _write(self) -> None:
        while (task := self._verbs.get()) is not None:
            self._work(task, self._store)

    def _ask(self) -> None:
        reader = self._store.reader()
        while (task := self._questions.get()) is not None:
            self._answer(task, reader)
        reader.close()

    def _answer(self, task: Task, reader: Reader) -> None:
        self._asking[task] = reader
        self._work(task, reader)
        del self._asking[task]

    def _work(self, task: Task, source: Any) -> None:  # noqa: ANN401 - the store or a reader
        try:
            if task.is_cancelled:
                raise Cancelled  # noqa: TRY301 - told apart like one that was raised by the work
            report = _Report(task, result=task.work(source, **task.arguments))
        except Exception as error:  # noqa: BLE001 - told apart in the main thread
            report = _Report(task, error=error)
        self._reported.emit(report)

    def _on_reported(self, report: _Report) -> None:
        task = report.task
        if self._closed:
            return  # who asked is about to go away as well
        if report.fraction is not None:
            if task.told is not None and not task.is_cancelled:
                task.told(report.fraction)
            return
        self._unanswered.discard(task)
        if task.key is None or self._latest.get(task.key) is task:
            self._finish(task, report)

    def _finish(self, task: Task, report: _Report) -> None:
        match report.error:
            case None:
                self._deliver(task, report.result)
            case Cancelled() | Interrupted():
                pass
            case KnownError() if task.failed is not None:
                task.failed(report.error)
            case KnownError():
                self.troubled.emit(report.error)
            case _:
                self.broke.emit(report.error)
        if task.ended is not None:
            task.ended()

    def _deliver(self, task: Task, result: Any) -> None:  # noqa: ANN401 - the verb's own
        if task.then is not None:
            task.then(result)
        if isinstance(result, Outcome):
            if result.changed:
                self.changed.emit(result.changed)
            if result.said is not None:
                self.said.emit(result)
