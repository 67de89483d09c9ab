"""The window on a real small book, without threads and without waiting."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from infoview_desktop.domain.contact import Source
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.store.store import Store
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book, connection
from tests.quiet import nothing_is_logged, pytest_runtest_teardown
from tests.ui.instant_runner import InstantRunner
from tests.ui.theme.conftest import _dressed, icons, theme

__all__ = ["_dressed", "icons", "nothing_is_logged", "pytest_runtest_teardown", "theme"]

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True, scope="session")
def _locale() -> None:
    """Numbers and dates are written the same wherever the tests run."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.World))


@pytest.fixture
def people(book: Book) -> dict[str, int]:
    """Four people, two of them of LinkedIn; their ids by name."""
    book.take_in(
        [
            connection("Ana Ruiz", position="Analyst", organization="Oxfam", connected_on="2023-03-04"),
            connection("Łukasz Żak", position="Engineer", organization="Acme", connected_on="2024-11-30"),
        ]
    )
    chloe = book.add("Chloé Dubois", position="Nurse", tag_names="lima", source=Source.FRIEND)
    bo = book.add("Bo Chen", organization="Oxfam", emails="bo@example.org", tag_names="alumni, data")
    book.edit(1, "tags", "alumni")
    return {"Ana": 1, "Łukasz": 2, "Chloé": chloe, "Bo": bo}


@pytest.fixture
def runner(qapp: object, store: Store) -> Iterator[InstantRunner]:  # noqa: ARG001 - signals need an application
    runner = InstantRunner(store)
    yield runner
    runner.close()


@pytest.fixture
def open_window(theme: Theme, runner: InstantRunner, book: Book, qtbot: Any) -> OpenWindow:
    """Opens the window on the book as it is now, left as `left` says.

    The person's fields are shown, in which many tests type, or with `notes` their story as for a user.
    """

    def open_window(*, read_only: KnownError | None = None, notes: bool = False, **left: Any) -> MainWindow:
        window = MainWindow(theme, runner, directory=book.directory, read_only=read_only, left=left)
        qtbot.addWidget(window)
        window.start()
        window.complete()
        if not notes:
            window._people.person.show_about()
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return open_window


@pytest.fixture
def window(people: dict[str, int], open_window: OpenWindow) -> MainWindow:  # noqa: ARG001 - they are in the book
    """The window on the four people."""
    return open_window()
