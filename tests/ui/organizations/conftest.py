"""The view of organizations on a small book."""

from collections.abc import Callable

import pytest

from infoview_desktop.operations import organizations
from infoview_desktop.store.reads import organizations as reads
from infoview_desktop.ui.organizations.organizations_view import OrganizationsView
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand
from tests.ui.conftest import OpenWindow

IdOf = Callable[[str], int]


@pytest.fixture
def id_of(book: Book) -> IdOf:
    """The id of an organization by its name."""

    def id_of(name: str) -> int:
        found = reads.called(book.read, name=name)
        assert found is not None
        return found

    return id_of


@pytest.fixture
def kept(book: Book, people: dict[str, int], id_of: IdOf) -> None:  # noqa: ARG001 - they work there
    """Beside Oxfam and Acme, where people work: two agencies with nobody, and a second spelling of Acme."""
    organizations.add(book.store, names="Agua Clara\nSol y Luna", kind="nonprofit", city="Lima")
    organizations.add(book.store, names="Acme, Inc.", kind="company")
    organizations.set_target(book.store, organization_id=id_of("Agua Clara"), target=True)
    organizations.set_target(book.store, organization_id=id_of("Oxfam"), target=True)
    for name, motivation in (("Agua Clara", "1"), ("Oxfam", "3")):
        organizations.edit(book.store, organization_id=id_of(name), field="motivation", text=motivation)


@pytest.fixture
def window(kept: None, open_window: OpenWindow) -> MainWindow:  # noqa: ARG001 - it is shown
    """The window with the view open."""
    window = open_window()
    hand.press(window, "Organizations")
    return window


@pytest.fixture
def view(window: MainWindow) -> OrganizationsView:
    """The view that is open."""
    return window._others.organizations.view
