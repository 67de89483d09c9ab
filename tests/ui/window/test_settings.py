"""Settings: what is chosen holds at once and is remembered at once; where the data is, and its backups."""

from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QScrollArea

from infoview_desktop.store.reads import settings
from infoview_desktop.ui.settings.settings_sheet import SECTIONS, SettingsSheet
from infoview_desktop.ui.theme.theme import Scheme, Theme
from infoview_desktop.ui.theme.tokens import DARK, LIGHT
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.wording import said
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow


def opened(window: MainWindow) -> SettingsSheet:
    hand.press(window, "Settings")
    return the_sheet(window)


def shown(sheet: SettingsSheet) -> str:
    """All that is on the page, also what has to be scrolled to."""
    return painted.text(sheet.findChildren(QScrollArea)[0].widget())


def the_sheet(window: MainWindow) -> SettingsSheet:
    sheet = hand.find(window, "Settings", kind=SettingsSheet)
    assert isinstance(sheet, SettingsSheet)
    return sheet


def test_they_open_by_the_button_by_key_and_by_name(window: MainWindow):
    opened(window).dismiss()
    hand.press_key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    the_sheet(window).dismiss()
    hand.type_into(window, "Search", "settings")
    hand.press_key(Qt.Key.Key_Return)
    assert the_sheet(window).isVisible()


def test_every_section_has_its_heading(window: MainWindow):
    told = shown(opened(window)).casefold()
    assert all(said(section.heading).casefold() in told for section in SECTIONS)
    assert "text size follows your system." in told


def test_colours_hold_at_once_and_are_remembered_at_once(window: MainWindow, theme: Theme, book: Book):
    sheet = opened(window)
    hand.press(sheet, "Dark")
    assert theme.tokens is DARK
    assert settings.all_settings(book.read)["scheme"] == "dark"
    hand.press(sheet, "Light")
    assert theme.tokens is LIGHT
    assert settings.all_settings(book.read)["scheme"] == "light"


def test_they_show_what_was_chosen_elsewhere(window: MainWindow, theme: Theme):
    theme.set_scheme(Scheme.DARK)
    assert hand.find(opened(window), "Dark", kind=QRadioButton).isChecked()


def test_the_arrow_keys_choose_colours(window: MainWindow, theme: Theme):
    theme.set_scheme(Scheme.LIGHT)
    hand.find(opened(window), "Light").setFocus()
    hand.press_key(Qt.Key.Key_Right)
    assert theme.scheme is Scheme.DARK


def test_the_data_folder_is_told_and_opened(window: MainWindow, book: Book, monkeypatch: pytest.MonkeyPatch):
    urls: list[QUrl] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", urls.append)
    sheet = opened(window)
    hand.press(sheet, "Open folder")
    assert [url.toLocalFile() for url in urls] == [str(book.directory)]
    assert hand.find(sheet, str(book.directory)).isVisible()


def test_backups_are_counted(window: MainWindow, open_window: OpenWindow, book: Book):
    assert "There is one, of " in shown(opened(window))
    book.clock.advance(hours=1)
    book.take_in([])
    window.close()
    assert "2 are kept" in shown(opened(open_window()))


def test_without_backups_it_is_said_when_one_is_made(open_window: OpenWindow):
    assert "one is made before every import" in " ".join(shown(opened(open_window())).split())


@pytest.mark.parametrize(
    ("button", "asks"), [("Write a backup", "getSaveFileName"), ("Put a backup back", "getOpenFileName")]
)
def test_a_backup_is_written_and_put_back_from_here(
    button: str, asks: str, window: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    asked: list[Any] = []

    def answer(*question: object) -> tuple[str, str]:
        asked.append(question)
        return "", ""

    monkeypatch.setattr(f"PySide6.QtWidgets.QFileDialog.{asks}", answer)
    hand.press(opened(window), button, kind=QPushButton)
    assert len(asked) == 1
    assert not [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]


def test_escape_and_close_leave_them_and_the_commands_work_again(window: MainWindow):
    opened(window)
    hand.press_key(Qt.Key.Key_Escape)
    hand.press(opened(window), "Close")
    hand.press(window, "New contact", kind=QPushButton)
    assert hand.find(window, "Add").isVisible()


def test_in_the_smallest_window_at_large_text_what_has_the_focus_is_in_sight(window: MainWindow, qapp: QApplication):
    usual, large = qapp.font(), qapp.font()
    large.setPixelSize(20)
    qapp.setFont(large)
    try:
        window.resize(window.minimumSize())
        sheet = opened(window)
        close = hand.find(sheet, "Close")
        assert window.rect().contains(close.mapTo(window, close.rect().bottomRight()))
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            for _ in range(8):
                hand.press_key(key)
                focused = window.focusWidget()
                assert focused is not None
                assert sheet.isAncestorOf(focused)
                assert focused.visibleRegion().boundingRect() == focused.rect()
    finally:
        qapp.setFont(usual)
