"""A user's hand: finds what it uses by the name that a screen reader says, and only if it can be used."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTableView, QWidget


def name_of(widget: QWidget) -> str:
    """What a screen reader says that a widget is called."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name) if told else ""


def visible(root: QWidget, *, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
    """Everything of a kind that is in sight, the window itself included, once what was done has its effect."""
    QApplication.processEvents()
    yield from (widget for widget in (root, *root.findChildren(kind)) if widget.isVisible())


def find(root: QWidget, name: str, *, kind: type[QWidget] = QWidget) -> QWidget:
    """The one control in sight with this name."""
    found = [widget for widget in visible(root, kind=kind) if isinstance(widget, kind) and name_of(widget) == name]
    assert len(found) == 1, f"{len(found)} are called {name!r}: {sorted(filter(None, map(name_of, visible(root))))}"
    return found[0]


def press(root: QWidget, name: str, *, kind: type[QWidget] = QWidget) -> None:
    """Click on the control with this name."""
    QTest.mouseClick(find(root, name, kind=kind), Qt.MouseButton.LeftButton)


def field(root: QWidget, name: str) -> QLineEdit:
    """The field with this name."""
    found = find(root, name, kind=QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def type_into(root: QWidget, name: str, text: str) -> QLineEdit:
    """Put the cursor into a field and type in place of what stands in it, without leaving it."""
    into = field(root, name)
    into.setFocus(Qt.FocusReason.MouseFocusReason)
    into.selectAll()
    if text:
        type_text(into, text)
    else:
        QTest.keyClick(into, Qt.Key.Key_Delete)
    return into


def type_text(into: QWidget, text: str) -> None:
    """Type letter by letter; QTest itself knows only those of English."""
    for letter in text:
        if letter.isascii():
            QTest.keyClick(into, letter)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(into, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press_key(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *, times: int = 1) -> None:
    """Press a key wherever the focus is."""
    for _ in range(times):
        QApplication.processEvents()
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        QTest.keyClick(target, key, modifiers)


def click_row(table: QTableView, row: int) -> None:
    """Click into a row of a list."""
    place = QPoint(table.viewport().width() // 3, table.rowViewportPosition(row) + table.rowHeight(row) // 2)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def menu_action(menu: QMenu, *path: str) -> QAction:
    """An action of a menu, through its parts, by the words it shows."""
    shown = {action.text().replace("&&", "&"): action for action in menu.actions() if not action.isSeparator()}
    assert path[0] in shown, sorted(shown)
    action = shown[path[0]]
    return menu_action(action.menu(), *path[1:]) if len(path) > 1 else action


def shown_in(menu: QMenu) -> list[str]:
    """What a menu shows; what cannot be used is in brackets."""
    return [
        action.text() if action.isEnabled() else f"({action.text()})"
        for action in menu.actions()
        if action.isVisible() and not action.isSeparator()
    ]
