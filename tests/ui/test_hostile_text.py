"""Whatever a name, a file or an organization is called, it is shown as it is written, and nothing is opened."""

import csv
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPlainTextEdit, QTableView, QWidget

from infoview_desktop.operations import organizations, short_list
from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.rail import place_of
from infoview_desktop.ui.window.sheet import Sheet
from tests.book import Book, connection
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow

IMAGE = "<img src=file:///etc/hosts>"
HOSTILE = [
    IMAGE,
    "<b>bold</b> &amp <br>",
    '<a href="https://evil.example">press</a>',
    "# Heading *and* `code` [x](file:///etc/passwd)",
    "%1 %n {0} {name} {file!r}",
    "R&D && Sons",
    "محمد حداد",
    "חיים כהן",
    "王秀英",
    "김하은",
    "Ana 🌍👩‍🚀",
    "Ärger ﷽ z̷̢a̷l̶g̴o̵",
    "n" * 200,
]


HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


@pytest.fixture
def window(book: Book, open_window: OpenWindow) -> MainWindow:
    """A book of people who are called so, and everything about them as well."""
    book.take_in(
        connection(f"Person {number}", given_name=text, family_name="", position=text, organization=text)
        for number, text in enumerate(HOSTILE)
    )
    for number, text in enumerate(HOSTILE, start=1):
        book.edit(number, "tags", text)
    return open_window(window_size=[1280, 1200])


@pytest.fixture(autouse=True)
def _nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    opened: list[object] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda _self, _kind, name: opened.append(name))
    yield
    assert opened == []


def begins(shown: str, text: str) -> bool:
    """Whether `shown` is `text`, or as much of its beginning as there was room for."""
    whole = " ".join(text.split())
    return shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1].rstrip()))


def shown(widget: QWidget) -> list[str]:
    return [word.text for word in painted.words(widget)]


def each_person(window: MainWindow) -> Iterator[str]:
    """What everything is called of the person on the right, one after the other."""
    for number, text in enumerate(HOSTILE, start=1):
        window._people.select(number)
        yield text


def test_in_the_list(window: MainWindow):
    table = hand.find(window, "Contact list")
    assert isinstance(table, QTableView)
    names, works = zip(*(row.split(" | ")[:2] for row in painted.rows(table)), strict=True)
    for text in HOSTILE:
        assert [name for name in names if begins(name, text)]
        assert [work for work in works if begins(work, f"{text} · {text}")]


def test_in_the_heading_of_the_person(window: MainWindow):
    for text in each_person(window):
        assert begins(shown(window._people.person.heading._name)[0], text)
        assert begins(shown(window._people.person.heading._work)[0], f"{text} · {text}")


def test_in_the_fields(window: MainWindow):
    for text in each_person(window):
        assert {hand.field(window, name).text() for name in ("Given name", "Position", "Organization")} == {text}


def test_in_tool_tips(window: MainWindow):
    told = set()
    for _ in each_person(window):
        QApplication.processEvents()
        told |= {widget.toolTip() for widget in window.findChildren(QWidget) if widget.toolTip()}
    assert not any(IMAGE in tip or "<a " in tip or "<b>" in tip for tip in told)
    assert any("n" * 200 in unescape(tip) for tip in told)


def test_no_label_takes_it_for_markup(window: MainWindow):
    labels = [label for label in window.findChildren(QLabel) if isinstance(label, QLabel) and label.text()]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_on_chips(window: MainWindow):
    chips = [chip.text() for chip in hand.visible(window, kind=ChipButton) if isinstance(chip, ChipButton)]
    assert len(chips) == 7
    assert {chip.removesuffix(" 1").replace("&&", "&") for chip in chips} <= {"All", *HOSTILE}


def test_in_the_status_line_and_the_menu(window: MainWindow):
    for text in each_person(window):
        window._people.delete_selected()
        assert window._commands.actions["undo"].text().replace("&&", "&") == f"Undo Delete {text}"
        assert begins(shown(window._status)[0].removesuffix(" ·"), f"{text} deleted")
        window._history.undo()
        assert begins(shown(window._status)[0], f"Undone: Delete {text}")


def test_in_the_search(window: MainWindow):
    hand.type_into(window, "Search", "found:linkedin")
    results = hand.find(window, "Search results")
    assert isinstance(results, QListView)
    rows = painted.rows(results)
    assert len(rows) == 8
    for row in rows:
        name, work, kind = row.split(" | ")
        assert any(begins(name, text) and begins(work, f"{text} · {text}") for text in HOSTILE)
        assert kind == "Person"


def test_in_the_preview_of_an_import(open_window: OpenWindow, tmp_path: Path):
    file = tmp_path / "Connections.csv"
    with file.open("w", encoding="utf-8", newline="") as written:
        rows = csv.writer(written)
        rows.writerow(HEADER.split(","))
        for number, text in enumerate(HOSTILE):
            rows.writerow((text, "", f"https://www.linkedin.com/in/p{number}", "", text, text, "07 Jun 2026"))
    window = open_window(window_size=[1280, 1200])
    window.offer([file])
    records = hand.find(window, "Records")
    assert isinstance(records, QListView)
    records.setMinimumHeight(700)
    rows_read = painted.rows(records, between=" ")
    assert len(rows_read) == len(HOSTILE)
    for row, text in zip(rows_read, HOSTILE, strict=True):
        assert begins(row.removesuffix(" new"), f"{text} {text} · {text}")


def test_in_the_name_of_a_file(open_window: OpenWindow, tmp_path: Path):
    window = open_window()
    for text in HOSTILE:
        file = tmp_path / f"{text.replace('/', '-')[:80]}.csv"
        file.write_text(f"{HEADER}\nZoë,Żak,https://www.linkedin.com/in/zoe,,,,\n", encoding="utf-8")
        window.offer([file, file.with_suffix(".gone")])
        sheets = [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]
        assert begins(painted.text(sheets[0]).splitlines()[0], file.name)
        hand.press_key(Qt.Key.Key_Escape)
        sheets = [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]
        sentence = "".join(painted.text(sheets[0]).split())
        assert {*"".join(f"“{file.stem}.gone” is no longer there".split())} <= {*sentence}
        hand.press_key(Qt.Key.Key_Escape)


def test_in_everything_else_that_is_told_of_a_person_and_an_organization(
    open_window: OpenWindow, book: Book, monkeypatch: pytest.MonkeyPatch
):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    ids = []
    for text in HOSTILE:
        contact_id = book.add(text, organization=text)
        for field in ("remarks", "location", "pronouns", "schools", "links", "middle_name", "suffix"):
            book.edit(contact_id, field, text)
        organization_id = book.read.value("SELECT organization_id FROM contact WHERE id = ?", (contact_id,))
        for field in ("mission", "remarks", "industry", "city", "website"):
            organizations.edit(book.store, organization_id=organization_id, field=field, text=text)
        short_list.want_to_talk_to(book.store, contact_ids=[contact_id], direction=text, reason=text)
        ids.append((contact_id, organization_id, text))
    window = open_window(window_size=[1280, 1000])
    window._go.open_view(place_of("short_list"))
    for contact_id, organization_id, text in ids:
        window._others.short_list._list.select(contact_id)
        QApplication.processEvents()
        reason, direction = hand.find(window, "Reason", kind=QPlainTextEdit), hand.field(window, "Direction")
        assert isinstance(reason, QPlainTextEdit)
        assert (reason.toPlainText(), direction.text()) == (text, text)
        window._others.show_organization(organization_id)
        mission = hand.find(window, "Mission", kind=QPlainTextEdit)
        assert isinstance(mission, QPlainTextEdit)
        assert mission.toPlainText() == text
        assert not window._others.organizations.view.page._website.isVisible()
        window._go.open_view(place_of("short_list"))
    window._sheets.merge([contact_id for contact_id, _, _ in ids[:2]])
    assert IMAGE in painted.text(window)
    test_no_label_takes_it_for_markup(window)
    assert not [tip for tip in (widget.toolTip() for widget in window.findChildren(QWidget)) if IMAGE in tip]
    assert opened == []
