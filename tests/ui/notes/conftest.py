"""A writer on a small book, shown by itself."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.note import About
from infoview_desktop.operations import notes
from infoview_desktop.ui.notes.note_writer import NoteWriter
from infoview_desktop.ui.theme.theme import Theme
from tests.book import Book
from tests.ui.instant_runner import InstantRunner


@pytest.fixture
def ana(book: Book) -> int:
    return book.add("Ana Ruiz", position="Analyst", organization="Oxfam")


@pytest.fixture
def about(ana: int) -> About:
    return About(contact_id=ana)


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    """A window as wide as a narrow pane."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(320, 400)
    return window


@pytest.fixture
def writer(theme: Theme, runner: InstantRunner, about: About, window: QWidget, qtbot: Any) -> NoteWriter:
    """It waits for a note on Ana."""
    writer = NoteWriter(theme, runner, editable=True, parent=window)
    writer.resize(window.size())
    writer.start(about)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    writer.setFocus()
    return writer


@pytest.fixture
def written(book: Book, about: About) -> Callable[..., int]:
    """Writes a note on Ana behind the writer's back."""

    def written(text: str, note_id: int | None = None, **mentions: int) -> int:
        outcome = notes.write(book.store, note_id=note_id, about=about, text=text, mentions=mentions)
        assert outcome.value is not None
        return outcome.value

    return written
