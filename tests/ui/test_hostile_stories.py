"""Whatever is written, logged or planned with people is shown as it is written, and nothing is loaded or opened."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from infoview_desktop.domain.note import About
from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import follow_ups, interviews, notes, short_list, touches
from infoview_desktop.ui.notes.versions_sheet import VersionsSheet
from infoview_desktop.ui.story.timeline_list import TimelineList
from infoview_desktop.ui.window.main_window import MainWindow
from infoview_desktop.ui.window.rail import EVERY_VIEW
from tests.book import Book
from tests.ui import hand, painted
from tests.ui.conftest import OpenWindow

IMAGE = "<img src=file:///etc/hosts>"
LINKS = (
    "[press](javascript:alert(1)) ![x](file:///etc/passwd) <a href='data:text/html,x'>y</a>"
    " [z](mailto:a@b.example?bcc=eve@example.org) ssh://a.example vscode://file/etc https://linkedin.com@evil.example"
)
HOSTILE = f"{IMAGE} <b>bold</b> & {LINKS} %1 {{0}} {{name}}"
_ROWS = 30
HIDDEN = "a\u202egpj.exe\u200b\ufeff\u2066b"


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What was loaded or opened, which is nothing."""
    opened: list[object] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda _self, _kind, name: opened.append(name))
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    yield opened
    assert opened == []


@pytest.fixture
def note_id(book: Book) -> int:
    """A book in which every text of a story means harm; the note of Bo, which was another before."""
    ana, bo = (
        book.add(f"Ana {IMAGE}", organization=IMAGE, tag_names=IMAGE),
        book.add(f"Bo {HIDDEN}", organization=IMAGE),
    )
    now = book.clock.now = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=5)
    short_list.want_to_talk_to(book.store, contact_ids=[ana, bo], direction=IMAGE, reason=HOSTILE)
    log = {"at": now, "time_zone": "UTC", "words": HOSTILE + HIDDEN}
    touches.log(book.store, contact_id=ana, kind=TouchKind.ASKED, **log)
    talk = interviews.add(
        book.store, contact_ids=[ana, bo], starts_at=now + timedelta(hours=2), time_zone="UTC", place=HOSTILE + HIDDEN
    ).value
    due = follow_ups.add(book.store, due_on=now.date(), reason=HOSTILE + HIDDEN, contact_id=bo).value
    follow_ups.add(book.store, due_on=now.date(), reason=HOSTILE, contact_id=ana)
    follow_ups.skip(book.store, follow_up_id=due, why=HOSTILE + HIDDEN)
    about = About(contact_id=bo)
    written: int = notes.write(book.store, note_id=None, about=about, text=HIDDEN + HOSTILE, mentions={}).value
    notes.write(book.store, note_id=written, about=about, text=f"# {HOSTILE}\n{HOSTILE} #tag {HIDDEN}", mentions={})
    notes.write(book.store, note_id=None, about=About(interview_id=talk), text=HOSTILE, mentions={})
    return written


@pytest.fixture
def window(note_id: int, open_window: OpenWindow) -> MainWindow:  # noqa: ARG001 - it is in the book
    return open_window(notes=True, window_size=[1280, 1200])


def told_of(window: QWidget) -> str:
    """All that a screen reader can say of what is in sight."""
    names = []
    for widget in hand.visible(window):
        names.append(hand.name_of(widget))
        if isinstance(widget, QAbstractItemView):
            model = widget.model()
            rows = range(min(model.rowCount(), _ROWS)) if model else ()
            names += [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]
    return "\n".join(names)


def test_every_view_shows_it_as_plain_text(window: MainWindow):
    for view in EVERY_VIEW:
        window._go.open_key(view.key)
        QApplication.processEvents()
        window.grab()
        assert {label.textFormat() for label in window.findChildren(QLabel) if label.text()} == {
            Qt.TextFormat.PlainText
        }
        assert not [each for each in window.findChildren(QWidget) if IMAGE in each.toolTip()]
        assert not {*told_of(window)} & {*HIDDEN} - {*"agpj.exeb"}
    assert not [each for each in window.findChildren(QTextEdit) if not each.isReadOnly()]


def test_the_story_of_each(window: MainWindow, book: Book):
    for (contact_id,) in book.read.rows("SELECT id FROM contact"):
        window._go.show_person(contact_id)
        story = hand.find(window, "What happened", kind=TimelineList)
        shown = painted.text(window)
        assert IMAGE in shown
        assert {*shown}.isdisjoint({*HIDDEN} - {*"agpj.exeb"})
        assert IMAGE in told_of(story)
        assert not QToolTip.isVisible()


def test_the_sheets(window: MainWindow, book: Book, note_id: int):
    window._go.show_person(1)
    for command in ("new_interview", "new_follow_up"):
        window._commands.actions[command].trigger()
        QApplication.processEvents()
        assert IMAGE in painted.text(window)
        hand.press_key(Qt.Key.Key_Escape)
    window._sheets.open(VersionsSheet(window._theme, window._runner, window, note_id=note_id, editable=True))
    QApplication.processEvents()
    assert IMAGE in painted.text(window)
    before = book.read.value("SELECT text FROM note_version")
    assert any(before.strip() in each.toPlainText() for each in window.findChildren(QPlainTextEdit))


def test_search_and_the_status_line(window: MainWindow, opened: list[QUrl]):
    hand.type_into(window, "Search", "bold")
    QApplication.processEvents()
    assert "<b> | bold | </b>" in painted.text(hand.find(window, "Search results"))
    hand.press_key(Qt.Key.Key_Escape)
    hand.press_key(Qt.Key.Key_Escape)
    window._go.show_person(1)
    window._commands.actions["delete"].trigger()
    assert IMAGE in painted.text(window._status)
    assert opened == []
