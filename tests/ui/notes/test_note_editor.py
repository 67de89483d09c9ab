"""Writing Markdown that stays text."""

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFont, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from infoview_desktop.domain.note import LONGEST_NOTE
from tests.ui import hand

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def editor(writer):
    return writer.editor


def put_cursor(editor, place):
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)


def select(editor, start, end):
    put_cursor(editor, start)
    cursor = editor.textCursor()
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def mime(text="", html="", url=""):
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if url:
        data.setUrls([QUrl(url)])
    return data


def looks(editor, line):
    """The formats of a line that was painted, by the words they are on."""
    editor.grab()
    block = editor.document().findBlockByNumber(line)
    return {
        block.text()[one.start : one.start + one.length]: QTextCharFormat(one.format)
        for one in block.layout().formats()
    }


def test_markdown_is_shown_as_it_is_meant_and_stays_text(editor):
    text = "# Title\n**bold** *it* `code` [it](https://a.example) #tag 🌍 **more**"
    editor.show_text(text, {})
    assert looks(editor, 0)["# Title"].fontWeight() == QFont.Weight.DemiBold
    styled = looks(editor, 1)
    assert styled["**bold**"].fontWeight() == QFont.Weight.DemiBold
    assert styled["*it*"].fontItalic()
    assert styled["[it](https://a.example)"].fontUnderline()
    assert "#tag" in styled
    assert editor.text == text


def test_what_was_typed_and_taken_out_again_does_not_come_back_in_another_note(editor):
    hand.type_text(editor, "a")
    QTest.keyClick(editor, Key.Key_Backspace)
    assert editor.document().isUndoAvailable()
    editor.show_text("", {})
    assert not editor.document().isUndoAvailable()
    editor.undo()
    assert editor.text == ""


def test_only_the_lines_in_sight_are_looked_at(editor):
    editor.show_text("**bold**\n" * 5_000, {})
    assert looks(editor, 0)
    assert editor.document().findBlockByNumber(4_000).layout().formats() == []
    editor.verticalScrollBar().setValue(4_000)
    assert looks(editor, 4_000)


def test_the_look_follows_what_is_typed_and_the_scheme(editor, theme):
    hand.type_text(editor, "**bold*")
    assert "**bold**" not in looks(editor, 0)
    hand.type_text(editor, "*")
    assert "**bold**" in looks(editor, 0)
    hand.type_text(editor, " #tag")
    before = looks(editor, 0)["#tag"].foreground().color().name()
    theme.set_scheme(type(theme.scheme).DARK)
    after = looks(editor, 0)["#tag"].foreground().color().name()
    theme.set_scheme(type(theme.scheme).LIGHT)
    assert before != after == "#3db8ac"


def test_paste_is_plain_text_and_clean(editor):
    editor.insertFromMimeData(mime("a\r\nb\u200b\u202e", html="<b>a</b><img src='https://a.example/x.png'>"))
    assert editor.text == "a\nb"
    assert not editor.canInsertFromMimeData(mime(url="file:///etc/passwd"))
    assert not editor.canInsertFromMimeData(mime(html="<img src='https://a.example/x.png'>"))


def test_html_stays_what_was_typed(editor):
    text = "<img src='https://a.example/x.png'><script>alert(1)</script> ![x](file:///etc/passwd)"
    editor.insertFromMimeData(mime(text))
    editor.grab()
    assert editor.text == text


def test_ten_megabytes_are_refused_in_words_and_the_note_is_as_it_was(writer, editor):
    hand.type_text(editor, "kept")
    editor.insertFromMimeData(mime("x" * 10_000_000))
    assert editor.text == "kept"
    words = f"That is more than one note can hold ({LONGEST_NOTE:,} characters). The note is as it was."
    assert hand.find(writer, words).isVisible()


def test_a_note_that_is_full_takes_no_more_and_can_be_shortened(editor):
    refused = QSignalSpy(editor.refused)
    editor.show_text("x\n" * (LONGEST_NOTE // 2), {})
    hand.type_text(editor, "a")
    hand.press_key(Key.Key_Return)
    assert (refused.count(), len(editor.text)) == (2, LONGEST_NOTE)
    hand.press_key(Key.Key_Delete)
    hand.type_text(editor, "a")
    assert (refused.count(), editor.text[:2]) == (2, "a\n")


def test_who_writes_by_an_input_method_is_offered_people_too(editor, book):
    book.add("王 芳")
    composed = QInputMethodEvent()
    composed.setCommitString("@王")
    QApplication.sendEvent(editor, composed)
    assert editor.offered.isVisible()
    assert editor.offered.model().index(0, 0).data() == "王 芳"


def test_no_break_spaces_and_characters_of_every_plane_stay(editor, writer, book):
    editor.insertFromMimeData(mime("10\u00a0h 🌍 王"))
    writer.leave()
    assert book.read.value("SELECT text FROM note") == "10\u00a0h 🌍 王"


@pytest.mark.parametrize(
    ("typed", "then", "text"),
    [
        ("- one", "two", "- one\n- two"),
        ("9. one", "two", "9. one\n10. two"),
        ("- [x] one", "two", "- [x] one\n- [ ] two"),
        ("plain", "two", "plain\ntwo"),
    ],
)
def test_enter_goes_on_with_a_list(editor, typed, then, text):
    hand.type_text(editor, typed)
    hand.press_key(Key.Key_Return)
    hand.type_text(editor, then)
    assert editor.text == text


def test_enter_in_an_empty_line_of_a_list_ends_it(editor):
    hand.type_text(editor, "- one")
    hand.press_key(Key.Key_Return, times=2)
    hand.type_text(editor, "after")
    assert editor.text == "- one\nafter"


def test_tab_goes_further_in_within_a_list_and_else_leaves_the_editor(editor):
    hand.type_text(editor, "- one")
    hand.press_key(Key.Key_Tab)
    assert editor.text == "  - one"
    hand.press_key(Key.Key_Backtab, Modifier.ShiftModifier)
    assert editor.text == "- one"
    hand.press_key(Key.Key_Return, times=2)
    hand.press_key(Key.Key_Tab)
    assert editor.text == "- one\n"
    assert QApplication.focusWidget() is not editor


def test_ctrl_b_and_ctrl_i_set_the_selected_words_between_signs(editor):
    hand.type_text(editor, "one two")
    select(editor, 4, 7)
    hand.press_key(Key.Key_B, Modifier.ControlModifier)
    assert editor.text == "one **two**"
    hand.press_key(Key.Key_I, Modifier.ControlModifier)
    assert editor.text == "one ***two***"
    hand.press_key(Key.Key_Z, Modifier.ControlModifier)
    assert editor.text == "one **two**"


_SCHEMES = ("https", "mailto", "javascript", "file")


class _Handler(QObject):
    """Takes what would be opened."""

    def __init__(self):
        super().__init__()
        self.addresses = []

    @Slot(QUrl)
    def open(self, url):
        self.addresses.append(url.toString())


class TestFollowing:
    """What Ctrl+Enter and Ctrl+click do."""

    @pytest.fixture
    def opened(self):
        """The addresses that were opened."""
        handler = _Handler()
        for scheme in _SCHEMES:
            QDesktopServices.setUrlHandler(scheme, handler, "open")
        yield handler.addresses
        for scheme in _SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)

    def follow(self, editor, text, place, people=None):
        editor.show_text(text, people or {})
        put_cursor(editor, place)
        hand.press_key(Key.Key_Return, Modifier.ControlModifier)

    def test_addresses_of_the_web_and_of_mail_are_opened(self, editor, opened):
        self.follow(editor, "🌍 [it](https://a.example/b)", 5)
        self.follow(editor, "to mailto:ana@example.org.", 9)
        assert opened == ["https://a.example/b", "mailto:ana@example.org"]

    def test_no_other_is_and_words_say_so(self, editor, opened):
        refused = QSignalSpy(editor.refused)
        for address in ("javascript:alert", "file:///etc/passwd"):
            self.follow(editor, f"[it]({address})", 2)
        assert (opened, refused.count()) == ([], 2)

    def test_a_click_with_ctrl_follows_and_one_without_does_not(self, editor, opened):
        editor.show_text("https://a.example/b", {})
        put_cursor(editor, 5)
        place = editor.cursorRect().center()
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, Modifier.ControlModifier, place)
        assert opened == ["https://a.example/b"]

    def test_people_and_tags_are_told(self, editor, writer):
        people, tags = QSignalSpy(writer.person_wanted), QSignalSpy(writer.tag_wanted)
        self.follow(editor, "with @Ana Ruiz #nonprofit", 8, {"Ana Ruiz": 7})
        self.follow(editor, "with @Ana Ruiz #nonprofit", 17, {"Ana Ruiz": 7})
        assert (people.at(0), tags.at(0)) == ([7], ["nonprofit"])


class TestOffering:
    """People after an `@`, tags after a `#`."""

    def offered(self, editor):
        popup = editor.offered
        model = popup.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())] if popup.isVisible() else []

    def press(self, editor, key):
        """Press a key as the system gives it: to the editor, which keeps the focus."""
        QTest.keyClick(editor, key)

    @pytest.fixture(autouse=True)
    def _people(self, book):
        self.lukasz = book.add("Łukasz Żak", position="Engineer", organization="Acme")
        book.add("Anabel Otero")

    def test_whoever_begins_so_is_offered_accents_aside_and_enter_takes_the_first(self, editor, writer, book):
        hand.type_text(editor, "with @luk")
        assert self.offered(editor) == ["Łukasz Żak"]
        self.press(editor, Key.Key_Return)
        assert self.offered(editor) == []
        hand.type_text(editor, " today")
        assert editor.text == "with @Łukasz Żak today"
        writer.leave()
        assert book.read.rows("SELECT contact_id, words FROM note_mention") == [(self.lukasz, "Łukasz Żak")]

    def test_arrows_choose_and_tab_takes(self, editor):
        hand.type_text(editor, "@ana")
        assert self.offered(editor) == ["Ana Ruiz", "Anabel Otero"]
        self.press(editor, Key.Key_Down)
        self.press(editor, Key.Key_Tab)
        assert editor.text == "@Anabel Otero"
        assert editor.hasFocus()

    def test_escape_leaves_what_is_offered_and_not_the_note(self, editor, writer):
        closed = QSignalSpy(writer.closed)
        hand.type_text(editor, "@ana")
        self.press(editor, Key.Key_Escape)
        assert (self.offered(editor), editor.text, closed.count()) == ([], "@ana", 0)
        hand.type_text(editor, "lysis")
        assert self.offered(editor) == []

    def test_nobody_is_offered_within_an_address_or_once_they_are_taken(self, editor):
        hand.type_text(editor, "mail bo@ana")
        assert self.offered(editor) == []
        hand.press_key(Key.Key_Return)
        hand.type_text(editor, "@ana r")
        self.press(editor, Key.Key_Return)
        hand.type_text(editor, " said")
        assert self.offered(editor) == []
        assert editor.text == "mail bo@ana\n@Ana Ruiz said"

    def test_tags_that_notes_have_are_offered(self, editor, written):
        written("#nonprofit and #next")
        hand.type_text(editor, "about #no")
        assert self.offered(editor) == ["nonprofit"]
        self.press(editor, Key.Key_Return)
        assert editor.text == "about #nonprofit"

    def test_a_click_takes(self, editor):
        hand.type_text(editor, "@ana")
        popup = editor.offered
        place = popup.visualRect(popup.model().index(1, 0)).center()
        QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
        assert editor.text == "@Anabel Otero"
