"""Every view as PNG, light and dark, without a display: `python3 packaging/dev.py shots DIR`."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "UTC"  # the pictures show times

from PySide6.QtCore import QLocale, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QFont, QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QTabBar, QWidget

from infoview_desktop.domain.calendar_days import CalendarMode
from infoview_desktop.system import paths
from infoview_desktop.ui.theme.theme import STYLE, Scheme, Theme
from infoview_desktop.ui.window.rail import EVERY_VIEW
from tests.bench.drivers.in_window import action, contact_filter, contact_list, primary_button
from tests.bench.shown_book import ShownBooks

SIZE = (1440, 900)
_OTHER_SIZES = ((1280, 800), (1920, 1080), (900, 600))
_SCHEMES = (Scheme.LIGHT, Scheme.DARK)
_PIXELS = 13
_REST_SECONDS = 0.06
_PATIENCE_SECONDS = 20.0
_TARGETS = {"view": "organizations", "organizations_shown": "targets", "organization": 1}
_WIDE_CALENDAR = [280, 652, 400]
_AS_TABLE = {"pane_sizes": [964, 0, 400], "panes_shown": [False, True]}

Named = TypeVar("Named", bound=QWidget)


class Camera:
    """Takes pictures of windows on `books` in one scheme and writes them to `folder`."""

    def __init__(self, application: QApplication, books: ShownBooks, theme: Theme, folder: Path) -> None:
        self._application = application
        self._books = books
        self._theme = theme
        self._folder = folder

    def take_all(self) -> None:
        """Take every picture in the scheme that holds."""
        with self._window() as window:
            for view in EVERY_VIEW:
                action(window, view.title).trigger()
                self._take(window, view.key)
        for width, height in _OTHER_SIZES:
            with self._window(size=(width, height)) as window:
                for view in EVERY_VIEW:
                    if view.sentence is None:
                        action(window, view.title).trigger()
                        self._take(window, f"{view.key}-{width}x{height}")
        with self._window(**_AS_TABLE) as window:
            self._take(window, "people-table")
        with self._window(**_TARGETS) as window:
            self._take(window, "organizations-targets")
        with self._window() as window:
            _named(window, QTabBar, "Notes and About").setCurrentIndex(1)
            self._take(window, "people-about")
        self._take_calendar()
        self._take_filters()
        self._take_over_the_window()
        with self._window("empty") as window:
            for view in EVERY_VIEW:
                if view.sentence is None:
                    action(window, view.title).trigger()
                    self._take(window, f"{view.key}-empty")

    def _take_calendar(self) -> None:
        for mode in CalendarMode:
            with self._window(calendar_mode=str(mode), pane_sizes=_WIDE_CALENDAR) as window:
                self._take(window, f"calendar-{mode}")
        with self._window() as window:
            action(window, "Offer times").trigger()
            self._take(window, "offer-times")
        with self._window() as window:
            self._offer(window, self._books.calendar, "Add ")
            self._take(window, "import-calendar")

    def _take_filters(self) -> None:
        for name, typed in (("filtered", "tag:data company:golden"), ("nobody", "company:tidewater")):
            with self._window() as window:
                answers: list[None] = []
                contact_list(window).model().modelReset.connect(lambda answers=answers: answers.append(None))
                contact_filter(window).setFocus()
                contact_filter(window).setText(typed)
                self._wait(lambda answers=answers: bool(answers))
                self._take(window, f"people-{name}")
        with self._window() as window:
            search = _named(window, QLineEdit, "Search")
            search.setFocus()
            QTest.keyClicks(search, "an")
            self._wait(lambda window=window: any(map(QWidget.isVisible, _found(window))))
            self._take(window, "search")

    def _take_over_the_window(self) -> None:
        with self._window() as window:
            content = QMimeData()
            content.setUrls([QUrl.fromLocalFile(str(self._books.later_export))])
            copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
            drag = QDragEnterEvent(QPoint(700, 400), copy, content, left, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(window, drag)
            self._take(window, "drop")
        for name in ("New contact", "Settings", "Keyboard shortcuts"):
            with self._window() as window:
                action(window, name).trigger()
                self._take(window, name.lower().replace(" ", "-"))
        with self._window() as window:
            action(window, "Possible duplicates").trigger()
            self._wait(lambda: primary_button(window, "Compare") is not None)
            self._take(window, "duplicates")
            primary_button(window, "Compare").click()
            self._take(window, "merge")
        with self._window() as window:
            self._offer(window, self._books.later_export, "Import ")
            self._take(window, "import")
            _named(window, QListView, "Records").scrollToBottom()
            self._take(window, "import-end")
        with self._window() as window:
            self._offer(window, self._books.other_file, "Close")
            self._take(window, "import-trouble")

    def _offer(self, window: QWidget, path: Path, button: str) -> None:
        """Drop a file on the window and wait until it asks something: `button` is how its answer begins."""
        window.offer([path])
        self._wait(lambda: primary_button(window, button) is not None)

    @contextmanager
    def _window(self, book: str = "people", *, size: tuple[int, int] = SIZE, **left: object) -> Iterator[QWidget]:
        with self._books.window(self._theme, book=book, left={"window_size": list(size), **left}) as window:
            window.show()
            window.activateWindow()
            self._settle()
            yield window

    def _settle(self) -> None:
        """Let everything be laid out and painted."""
        until = time.monotonic() + _REST_SECONDS
        self._wait(lambda: time.monotonic() >= until)

    def _wait(self, come: Callable[[], bool]) -> None:
        until = time.monotonic() + _PATIENCE_SECONDS
        while not come():
            self._application.processEvents()
            if time.monotonic() > until:
                raise TimeoutError

    def _take(self, window: QWidget, name: str) -> None:
        before, picture = None, window.grab()
        while picture.toImage() != before:  # a button may be fading in
            before = picture.toImage()
            self._settle()
            picture = window.grab()
        picture.save(str(self._folder / f"{name}-{self._theme.scheme}.png"))


def _found(window: QWidget) -> list[QListView]:
    """The results of a search, as far as one has searched."""
    return [each for each in window.findChildren(QListView) if each.accessibleName() == "Search results"]


def _named(window: QWidget, kind: type[Named], name: str) -> Named:
    return next(widget for widget in window.findChildren(kind) if widget.accessibleName() == name)


def main(folder: Path) -> None:
    """Write all pictures to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    if hasattr(time, "tzset"):
        time.tzset()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    application = QApplication([*sys.argv[:1], *STYLE])
    application.setCursorFlashTime(0)
    font = QFont("Inter") if "Inter" in QFontDatabase.families() else application.font()
    font.setPixelSize(_PIXELS)
    application.setFont(font)
    theme = Theme(icons=paths.resources() / "icons", application=application)
    theme.dress()
    with TemporaryDirectory(prefix="infoview-shots-") as directory:
        books = ShownBooks(Path(directory))
        for scheme in _SCHEMES:
            theme.set_scheme(scheme)
            Camera(application, books, theme, folder).take_all()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
