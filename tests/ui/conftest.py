"""The window's parts on a real small book, without threads and without waiting."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from infoview_desktop.store.store import Store
from tests.quiet import nothing_is_logged, pytest_runtest_teardown
from tests.ui.instant_runner import InstantRunner
from tests.ui.theme.conftest import _dressed, icons, theme

__all__ = ["_dressed", "icons", "nothing_is_logged", "pytest_runtest_teardown", "theme"]


@pytest.fixture(autouse=True, scope="session")
def _locale() -> None:
    """Numbers and dates are the same wherever the tests run."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.World))


@pytest.fixture
def runner(qapp: object, store: Store) -> Iterator[InstantRunner]:  # noqa: ARG001 - signals need an application
    runner = InstantRunner(store)
    yield runner
    runner.close()
