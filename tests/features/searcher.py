"""Somebody who looks for work by talking with people: what they do in the window, and what they see there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QPushButton, QScrollArea, QTabBar, QTableView, QWidget

from infoview_desktop.ui.board.stage_list import StageList
from infoview_desktop.ui.editing.field_edits import ChoiceEdit
from infoview_desktop.ui.notes.note_editor import NoteEditor
from infoview_desktop.ui.today.day_list import DayList
from infoview_desktop.ui.wall_clock import WallClock
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from tests.features.conftest import Calendar, Until
from tests.ui import hand, painted

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key
_SIZE = (1280, 800)


class Searcher:
    """Types, presses and reads; whatever takes a moment is waited for."""

    def __init__(self, window: MainWindow, calendar: Calendar, until: Until) -> None:
        self.window = window
        self.calendar = calendar
        self.until = until
        window.resize(*_SIZE)

    # What one does

    def wait_for_day(self, moment: str) -> None:
        """Come back to the window at another moment."""
        self.calendar.set(moment)
        for clock in self.window.findChildren(WallClock):
            clock.look()

    def key(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key or type a letter, in the menu that is open or wherever the focus is."""
        QApplication.processEvents()
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        QTest.keyClick(target, key, modifiers)

    def press(self, name: str) -> None:
        """Click on a button."""
        hand.press(self.top, name, kind=QWidget)

    def open_tab(self, name: str) -> None:
        """Click on a tab of the person."""
        person = self.window._people.person
        (tabs,) = (each for each in hand.visible(person, kind=QTabBar) if isinstance(each, QTabBar))
        place = next(number for number in range(tabs.count()) if tabs.tabText(number) == name)
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())

    def do(self, said: str, action: Callable[[], object]) -> None:
        """Do something, and wait until the status line has said so."""
        self.window.say("")
        action()
        self.until(lambda: self.status.startswith(said))

    def add(self, name: str, **fields: str) -> None:
        """Add somebody with the sheet for it, by keyboard."""
        given, _, family = name.partition(" ")
        self.key(Key.Key_N, CONTROL)
        for label, text in {"Given name": given, "Family name": family, **fields}.items():
            hand.type_into(self.top, label.replace("_", " "), text)
        self.do(f"{name} added", lambda: self.key(Key.Key_Return))
        self.until(lambda: not self.sheets)

    def find(self, name: str) -> None:
        """Go to somebody by the search, with keys alone."""
        self.key(Key.Key_K, CONTROL)
        hand.type_into(self.window, "Search", name)
        self.until(lambda: any(row.startswith(name) for row in self.found))
        self.key(Key.Key_Return)
        self.until(lambda: self.who == name)

    def choose(self, name: str) -> None:
        """Go to somebody with the mouse, in the list of contacts."""
        self.press("People")
        self.until(lambda: any(line.startswith(name) for line in self.contacts))
        hand.click_row(self.contact_list, next(n for n, line in enumerate(self.contacts) if line.startswith(name)))
        self.until(lambda: self.who == name)

    def log(self, name: str, letter: str, said: str) -> None:
        """Write down what happened with somebody, by keyboard."""
        self.find(name)
        self.key(Key.Key_G, CONTROL)
        self.do(said, lambda: self.key(letter))

    def open_today(self) -> None:
        self.key(Key.Key_1, ALT)
        self.until(lambda: self.window._views.key == "today")

    def open_day(self, moment: str) -> None:
        """Look at Today at another moment."""
        self.wait_for_day(moment)
        self.open_today()

    def pick(self, label: str, words: str) -> None:
        """Choose in a field that offers a few words."""
        edits = [edit for edit in hand.visible(self.top, kind=ChoiceEdit) if hand.name_of(edit).startswith(label)]
        (edit,) = edits
        assert isinstance(edit, ChoiceEdit)
        hand.menu_action(edit.menu(), words).trigger()

    def confirm(self, button: str, said: str) -> None:
        """Press the button of a sheet, and wait until it is gone."""
        self.do(said, lambda: hand.press(self.top, button, kind=QPushButton))
        self.until(lambda: not self.sheets)

    # What one sees

    @property
    def top(self) -> QWidget:
        """The sheet that lies over the window, or the window."""
        return self.sheets[-1] if self.sheets else self.window

    @property
    def sheets(self) -> list[Sheet]:
        return [each for each in self.window.findChildren(Sheet) if each.isVisible()]

    @property
    def sheet(self) -> str:
        """All that stands on the sheet, also what has to be scrolled to."""
        inside = [area.widget() for area in self.top.findChildren(QScrollArea)]
        return " ".join(" ".join(painted.text(each) for each in inside or [self.top]).split())

    @property
    def status(self) -> str:
        return painted.text(self.window._status).partition(" | Last backup")[0]

    @property
    def who(self) -> str:
        """Who is selected."""
        return self.window._people.person.heading._name.text()

    @property
    def heading(self) -> str:
        """What stands above the story of whoever is selected."""
        return " ".join(painted.text(self.window._people.person.heading).split())

    @property
    def found(self) -> list[str]:
        """What the search has found, as a screen reader says it."""
        lists = [each for each in hand.visible(self.window, kind=QListView) if hand.name_of(each) == "Search results"]
        models = [each.model() for each in lists if isinstance(each, QListView)]
        spoken = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, 0).data(spoken) for model in models for row in range(model.rowCount())]

    @property
    def contact_list(self) -> QTableView:
        rows = hand.find(self.window, "Contact list")
        assert isinstance(rows, QTableView)
        return rows

    @property
    def contacts(self) -> list[str]:
        return painted.rows(self.contact_list)

    @property
    def story(self) -> list[str]:
        """What happened with whoever is selected, as a screen reader says it."""
        entries = self.window._people.person.story.timeline.entries
        return [f"{row.under}: {row.told.spoken}" for row in entries.rows]

    @property
    def day(self) -> DayList:
        rows = hand.find(self.window, "Today", kind=DayList)
        assert isinstance(rows, DayList)
        return rows

    @property
    def due(self) -> list[str]:
        """What is to do now, each as it is read: its title, its reason, its rule."""
        rows = painted.rows(self.day) if self._is_there("Today", DayList) else []
        starts = [n for n, row in enumerate(rows) if row == "Now"]
        if not starts:
            return []
        below = rows[starts[0] + 1 :]
        ends = [n for n, row in enumerate(below) if row in _OTHER_SECTIONS]
        return [" ".join(row.split()) for row in below[: ends[0] if ends else None] if row]

    @property
    def columns(self) -> dict[str, list[str]]:
        """Who stands in each column of the board."""
        lists = [each for each in hand.visible(self.window, kind=StageList) if isinstance(each, StageList)]
        return {each.accessibleName(): [row.split(" | ")[0] for row in painted.rows(each)] for each in lists}

    @property
    def editor(self) -> NoteEditor:
        found = hand.find(self.window, "Note editor", kind=NoteEditor)
        assert isinstance(found, NoteEditor)
        return found

    @property
    def menu(self) -> QMenu:
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    def action(self, name: str) -> QAction:
        """A command, as the menus show it."""
        return self.window._commands.actions[name]

    def reads(self, text: str) -> bool:
        """Whether something stands in the window."""
        # What stands out in a sentence is painted by itself.
        return "".join(text.split()) in "".join(painted.text(self.window).replace(" | ", "").split())

    def _is_there(self, name: str, kind: type[QWidget] = QWidget) -> bool:
        return any(hand.name_of(each) == name for each in hand.visible(self.window, kind=kind))


_OTHER_SECTIONS = ("Conversations", "Later this week", "The next days", "New jobs")
