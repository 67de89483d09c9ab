"""What the tests of every room share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from infoview_desktop.store.store import Store
from tests.book import Book, Clock

settings.register_profile(
    "infoview",
    deadline=None,  # a busy machine is no failure
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("infoview")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application of the tests is made as the program's is."""
    from infoview_desktop.ui.theme.theme import STYLE  # noqa: PLC0415 - most tests need no Qt

    return ["tests", *STYLE]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(tmp_path: Path, clock: Clock) -> Iterator[Book]:
    with Book(tmp_path / "book", clock) as book:
        yield book


@pytest.fixture
def store(book: Book) -> Store:
    return book.store
