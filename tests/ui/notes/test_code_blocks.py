"""A block of code in a note looks like code as a whole, while it is typed and whatever is changed around it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QTextCursor, QTextDocument
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPlainTextDocumentLayout

from infoview_desktop.domain import markdown
from infoview_desktop.ui.notes import code_lines
from infoview_desktop.ui.notes.code_lines import CodeLines
from tests.ui import hand
from tests.ui.notes.test_note_editor import looks, put_cursor

TEXT = "# Title\n```python\n# no heading\n\nprint(1) #tag\n```\n# Heading"


@pytest.fixture
def editor(writer):
    return writer.editor


def is_code(editor, line):
    """Whether all of a line has the letters of code, or of the signs around it."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    ((words, look),) = looks(editor, line).items()
    assert words == editor.document().findBlockByNumber(line).text()
    return look.fontFamilies() == [fixed]


def test_all_between_the_fences_is_code_and_nothing_else(editor):
    editor.show_text(TEXT, {})
    assert is_code(editor, 2)
    assert is_code(editor, 4)
    assert list(looks(editor, 1)) == ["```python"]
    assert looks(editor, 3) == {}
    assert looks(editor, 0)["# Title"].fontWeight() == looks(editor, 6)["# Heading"].fontWeight() > 400


def test_its_ground_is_as_wide_as_the_note(editor, theme):
    editor.show_text(TEXT, {})
    picture = editor.viewport().grab().toImage()
    right = picture.width() - 3

    def ground(line):
        block = editor.document().findBlockByNumber(line)
        y = editor.blockBoundingGeometry(block).translated(editor.contentOffset()).center().y()
        return picture.pixelColor(right, round(y * picture.devicePixelRatio()))

    assert [line for line in range(7) if ground(line) == QColor(theme.tokens.quiet)] == [1, 2, 3, 4, 5]


def test_a_fence_that_is_typed_makes_code_of_what_stands_below_until_it_is_closed(editor):
    editor.show_text("one\n\n# two\n# three", {})
    put_cursor(editor, 4)
    hand.type_text(editor, "```")
    assert is_code(editor, 2)
    assert is_code(editor, 3)
    put_cursor(editor, editor.text.index("# three"))
    hand.type_text(editor, "```")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert is_code(editor, 2)
    assert "# three" in looks(editor, 4)
    editor.undo()
    editor.undo()
    editor.undo()
    assert not next(iter(looks(editor, 2).values())).fontFamilies()


def test_in_code_nothing_is_followed_and_no_list_goes_on(editor):
    editor.show_text("```\n- https://a.example #tag\n```\n- #tag", {})
    wanted = QSignalSpy(editor.tag_wanted)
    for place in (editor.text.index("#tag"), editor.text.rindex("#tag")):
        put_cursor(editor, place + 1)
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.count() == 1
    put_cursor(editor, editor.text.index("#tag") + 4)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.textCursor().block().text() == ""
    put_cursor(editor, len(editor.text))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.textCursor().block().text() == "- "


lines = st.lists(st.sampled_from(["```", "````", "```py", "a", "", "`x`", "   ```", "long " * 900]), max_size=8)
edits = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60), lines, st.booleans()), max_size=8)


@settings(max_examples=150)
@given(start=lines, edits=edits, sweep=st.booleans())
def test_whatever_is_changed_it_is_as_if_the_text_were_read_anew(qapp, start, edits, sweep):  # noqa: ARG001 - Qt's own
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))  # without one, nothing is told of changes
    document.setPlainText("\n".join(start))
    code = CodeLines(document)
    document.setPlainText("\n".join(start) + ("\n```" * 300 if sweep else ""))
    for place, removed, put, taken_back in edits:
        cursor = QTextCursor(document)
        last = document.characterCount() - 1
        cursor.setPosition(min(place, last))
        cursor.setPosition(min(place + removed, last), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(put))
        if taken_back:
            document.undo()
        text = document.toPlainText()
        blocks = markdown.blocks_of_code(markdown.fences(text))
        numbers = range(document.blockCount())
        found = [number for number in numbers if document.findBlockByNumber(number) in code]
        assert found == [number for number in numbers if markdown.stands_in(blocks, number)]


def test_to_type_in_a_long_note_of_code_looks_only_at_the_line(editor, monkeypatch):
    editor.show_text("```\na\n```\n" * 4_000, {})
    monkeypatch.setattr(code_lines, "fences", None)
    put_cursor(editor, 3)
    hand.type_text(editor, "py")
    assert editor.document().findBlockByNumber(1) in editor._code
