"""The sample: offered where there is nobody, opened beside one's own book, and always said to be one."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton

from infoview_desktop.domain import known_error
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.banner import Banner
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.instant_runner import InstantRunner

Make = Callable[..., MainWindow]


@pytest.fixture
def make(theme: Theme, runner: InstantRunner, book: Book, qtbot) -> Make:
    def make(**options: object) -> MainWindow:
        arguments = {"directory": book.directory, "read_only": None, "left": {}} | options
        window = MainWindow(theme, runner, **arguments)
        qtbot.addWidget(window)
        window.start()
        window.complete()
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make


@pytest.mark.parametrize(
    ("opened", "says"),
    [
        (True, "The sample opens in a window of its own."),
        (False, "The window with sample data could not be opened."),
    ],
)
def test_an_empty_window_offers_it_and_says_what_came_of_it(make: Make, *, opened: bool, says: str):
    window = make(try_sample=lambda: opened)
    hand.press(window, "Try with sample data", kind=QPushButton)
    assert painted.text(window._status).startswith(says)


def test_import_stays_the_one_primary_button(make: Make):
    window = make()
    kinds = {
        button.text(): button.property("kind")
        for button in hand.visible(window, kind=QPushButton)
        if isinstance(button, QPushButton)
    }
    assert [text for text, kind in kinds.items() if kind == "primary"] == ["Import"]
    assert kinds["Try with sample data"] == "link"


@pytest.mark.usefixtures("people")
def test_the_menu_offers_it_always(make: Make):
    asked: list[None] = []
    window = make(try_sample=lambda: asked.append(None) or True)
    hand.menu_action(hand.find(window, "Menu").menu(), "Help", "Try with sample data").trigger()
    assert len(asked) == 1


def test_one_that_is_the_sample_says_so_and_offers_no_other(make: Make):
    window = make(sample=True)
    assert window.windowTitle().startswith("InfoView")
    assert "sample data" in window.windowTitle()
    banner = window.findChild(Banner)
    assert isinstance(banner, Banner)
    assert painted.text(banner) == "This is a throw-away copy: nothing here is kept."
    assert not window._commands.actions["sample"].isEnabled()


def test_one_that_cannot_be_changed_says_both(make: Make):
    banner = make(sample=True, read_only=known_error.read_only()).findChild(Banner)
    assert isinstance(banner, Banner)
    shown = " ".join(painted.text(banner).splitlines())
    assert shown.startswith("This is a throw-away copy: nothing here is kept. The book can be read but not changed")


def test_ones_own_window_says_nothing_of_it(make: Make):
    window = make()
    assert window.windowTitle() == "InfoView"
    assert window.findChild(Banner) is None
