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
