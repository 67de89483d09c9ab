"""From a file to people in the book: read, look, store; each step can be cancelled."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations import contact_imports, event_imports, exports
from infoview_desktop.operations.contact_imports import Preview
from infoview_desktop.operations.event_imports import EventPreview
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads import calendars
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.buttons import PrimaryButton
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.editing.colour_edit import unused_colour
from infoview_desktop.ui.importing.event_page import EventPage
from infoview_desktop.ui.importing.preview_page import PreviewPage
from infoview_desktop.ui.runner import Runner, Task
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.window.working_page import SHOW_AFTER_MILLISECONDS, WorkingPage
from infoview_desktop.ui.wording import told

_WIDTH = 720


class ImportFlow(QObject):
    """Takes files one after the other."""

    busy_changed = Signal(bool)

    def __init__(self, theme: Theme, runner: Runner, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._runner = runner
        self._window = window
        self._waiting: deque[Path] = deque()
        self._sheet: Sheet | None = None
        self._working: WorkingPage | None = None
        self._task: Task | None = None
        self._slow = QTimer(self, singleShot=True, interval=SHOW_AFTER_MILLISECONDS)
        self._slow.timeout.connect(self._on_slow)

    @property
    def busy(self) -> bool:
        """Whether a file is being looked at."""
        return self._working is not None or self._sheet is not None

    def offer(self, files: Sequence[Path]) -> None:
        """Look at files one after the other, as they come."""
        self._waiting.extend(files)
        self._next()

    def _next(self) -> None:
        if self.busy or not self._waiting:
            return
        path = self._waiting.popleft()
        self.busy_changed.emit(True)
        if exports.is_export(path):
            self._work(path.name, self.tr("Reading the book"), exports.read_json, write=True, path=path)
        elif event_imports.is_calendar(path):
            self._work(
                path.name,
                self.tr("Reading the calendar"),
                event_imports.preview,
                write=False,
                path=path,
                now=wall_clock.now(),
            )
        else:
            self._work(path.name, self.tr("Reading the file"), contact_imports.preview, write=False, path=path)

    def _work(self, name: str, doing: str, verb: Any, *, write: bool, **arguments: Any) -> None:  # noqa: ANN401
        working = WorkingPage(self._theme, name, doing)
        working.cancelled.connect(self._close)
        self._working = working
        self._slow.start()
        start = self._runner.do if write else self._runner.ask
        self._task = start(
            verb,
            then=self._on_done,
            failed=self._on_failed,
            told=working.show_progress,
            ended=lambda: self._on_ended(working),
            **arguments,
        )

    def _on_slow(self) -> None:
        """What takes longer shows how far it is."""
        if self._working is not None:
            self._show(self._working)

    def _on_done(self, result: Preview | EventPreview | Outcome[Any]) -> None:
        if isinstance(result, Outcome):
            self._work_done()
            self._close()
        elif self._task is None or not self._task.is_cancelled:
            self._work_done()
            page = self._people_page(result) if isinstance(result, Preview) else self._events_page(result)
            page.cancelled.connect(self._close)
            self._show(page)
            page.focus_first()

    def _people_page(self, preview: Preview) -> PreviewPage:
        file = preview.file
        page = PreviewPage(self._theme, preview)
        page.accepted.connect(
            lambda: self._store(file.name, self.tr("Storing the people"), contact_imports.import_people, file=file)
        )
        return page

    def _events_page(self, preview: EventPreview) -> EventPage:
        used = {one.colour for one in calendars.calendars(self._runner.read)}
        page = EventPage(self._theme, preview, now=wall_clock.now(), colour=unused_colour(used))
        page.accepted.connect(
            lambda: self._store(
                preview.file.name,
                self.tr("Storing the calendar"),
                event_imports.take_in,
                file=preview,
                chosen=page.chosen,
                shown=page.shown,
                time_zone=wall_clock.time_zone(),
            )
        )
        return page

    def _store(self, name: str, doing: str, verb: Any, **arguments: Any) -> None:  # noqa: ANN401 - the verb's own
        # The preview stays in sight, out of use, until the progress has something to show.
        if self._sheet is not None:
            self._sheet.set_answerable(False)
        self._work(name, doing, verb, write=True, **arguments)

    def _on_failed(self, error: KnownError) -> None:
        self._work_done()
        page = _TroublePage(self._theme, told(error))
        page.closed.connect(self._close)
        self._show(page)
        page.focus_first()

    def _on_ended(self, working: WorkingPage) -> None:
        """Of a bug and of a cancel nothing else tells."""
        if self._working is working:
            self._work_done()
            self._close()

    def _work_done(self) -> None:
        self._slow.stop()
        self._working = None

    def _show(self, page: QWidget) -> None:
        if self._sheet is None:
            self._sheet = Sheet(self._theme, self._window, width=_WIDTH, name=self.tr("Import"))
            self._sheet.dismissed.connect(self._on_sheet_dismissed)
            self._sheet.open()
        self._sheet.show_page(page)

    def _close(self) -> None:
        if self._sheet is not None:
            self._sheet.dismiss()
        else:
            self._finish()

    def _on_sheet_dismissed(self) -> None:
        self._sheet = None
        if self._working is not None and self._task is not None:
            self._task.cancel()
        self._finish()

    def _finish(self) -> None:
        if not self.busy:
            self.busy_changed.emit(False)
            self._next()


class _TroublePage(QWidget):
    """Why it cannot be done."""

    closed = Signal()

    def __init__(self, theme: Theme, sentence: str) -> None:
        super().__init__()
        words = Label(theme, sentence)
        words.setWordWrap(True)
        self._close = PrimaryButton(theme, self.tr("Close"))
        self._close.clicked.connect(self.closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(Label(theme, self.tr("This file cannot be imported"), font="large"))
        layout.addWidget(words)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._close)
        layout.addLayout(row)

    def focus_first(self) -> None:
        """Let Enter close it."""
        self._close.setFocus()
