"""How it looks, whatever people are called and however small the window is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton

from infoview_desktop.ui.theme.theme import Scheme, Theme
from infoview_desktop.ui.theme.tokens import DARK
from infoview_desktop.ui.window.main_window import MainWindow
from tests.book import Book, connection
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow
from tests.ui.merging.conftest import do, press, sheet, suggested
from tests.ui.test_accessible_names import misnamed
from tests.ui.test_hostile_text import HOSTILE, begins
from tests.ui.test_schemes import assert_is


class TestLook:
    def test_every_control_has_its_name(self, window: MainWindow, pairs: dict[str, int]):
        do(window, "duplicates")
        assert misnamed(sheet(window)) == []
        press([Qt.Key.Key_Return])
        assert misnamed(sheet(window)) == []
        press([Qt.Key.Key_Return])
        assert misnamed(sheet(window)) == []
        press([Qt.Key.Key_Escape, Qt.Key.Key_Escape])
        window._people.select(pairs["Bo"])
        do(window, "merge")
        assert misnamed(sheet(window)) == []

    def test_it_follows_the_scheme(self, window: MainWindow, theme: Theme, pairs: dict[str, int]):
        do(window, "duplicates")
        theme.set_scheme(Scheme.DARK)
        assert_is(DARK, sheet(window)._card)
        press([Qt.Key.Key_Return])
        assert_is(DARK, sheet(window)._card)
        press([Qt.Key.Key_Escape, Qt.Key.Key_Escape])
        window._people.select(pairs["Bo"])
        do(window, "merge")
        assert_is(DARK, sheet(window)._card)

    def test_in_the_smallest_window_it_scrolls_and_nothing_is_cut_off(self, open_window: OpenWindow, book: Book):
        for name in ("Ana", "Anna"):
            contact_id = book.add(f"{name} Ruiz", organization=f"{name} Ltd", position=name, emails=f"{name}@x.org")
            for field in ("middle_name", "suffix", "credentials", "pronouns", "location", "remarks", "schools"):
                book.edit(contact_id, field, f"{name} " * 40)
        window = open_window(window_size=[760, 520])
        window._sheets._merging.compare(1, 2)
        card, merge = sheet(window)._card, hand.find(window, "Merge", kind=QPushButton)
        assert window.rect().contains(card.geometry())
        assert card.rect().contains(merge.geometry().translated(merge.parentWidget().pos()))
        last = list(hand.visible(sheet(window), kind=QRadioButton))[-1]
        last.setFocus()
        QApplication.processEvents()
        assert not last.visibleRegion().isEmpty()

    def test_whatever_somebody_is_called_is_shown_as_it_is_written(self, open_window: OpenWindow, book: Book):
        book.take_in(
            connection(f"Person {place}", given_name=text, family_name="", position=text, organization=text)
            for place, text in enumerate(HOSTILE)
        )
        for text in HOSTILE:
            contacts_added = book.add("x", position=f"{text} x", organization=text)
            book.edit(contacts_added, "given_name", text)
        window = open_window(window_size=[1280, 1200])
        for place in range(1, len(HOSTILE) + 1):
            text = HOSTILE[place - 1]
            window._sheets._merging.compare(place, place + len(HOSTILE))
            shown = [word.text for word in painted.words(sheet(window))]
            assert sum(begins(word, text) for word in shown) >= 4
            tips = {each.toolTip() for each in hand.visible(sheet(window)) if each.toolTip()}
            assert not any("<img" in tip or "<b>" in tip or "<a " in tip for tip in tips)
            press([Qt.Key.Key_Escape])
        do(window, "duplicates")
        assert len(suggested(window)) >= 8
