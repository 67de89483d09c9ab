"""Text from elsewhere is shown as it is written, and nothing in it is loaded."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QImage, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

from infoview_desktop.ui.controls.chip import Chip, ChipButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.theme.theme import Scheme, Theme
from tests.ui.theme.pixels import colours

RED = "#ff0000"


@pytest.fixture
def image_tag(tmp_path: Path) -> str:
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor(RED))
    picture.save(str(tmp_path / "red.png"))
    return f"<img src=file://{tmp_path}/red.png>"


@pytest.mark.parametrize("kind", [Label, ElidedLabel, Chip, ChipButton])
def test_a_tag_is_shown_and_not_obeyed(theme: Theme, image_tag: str, kind, qtbot):
    widget = kind(theme, image_tag)
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    assert RED not in colours(widget.grab().toImage())
    assert widget.sizeHint().width() >= widget.fontMetrics().horizontalAdvance(image_tag)


@pytest.mark.parametrize("kind", [ElidedLabel, Chip, ChipButton])
def test_what_does_not_fit_is_told_by_a_tool_tip_that_obeys_no_tag(theme: Theme, image_tag: str, kind, qtbot):
    widget = kind(theme, image_tag)
    qtbot.addWidget(widget)
    widget.resize(QSize(60, widget.sizeHint().height()))
    widget.grab()  # a hidden widget is told of its size when it is painted
    told = QTextDocument()
    told.setHtml(widget.toolTip())
    assert told.toPlainText() == image_tag
    widget.resize(widget.sizeHint())
    widget.grab()
    assert widget.toolTip() == ""


@pytest.mark.parametrize("text", ["Ben & Jerry's", "a < b", "<b>bold</b>", "one\ntwo", "x" * 200, "&lt;"])
def test_a_tool_tip_shows_its_text_as_it_is_written(text: str):
    told = QTextDocument()
    told.setHtml(plain_tool_tip(text))
    assert told.toPlainText() == text


def test_no_text_has_no_tool_tip():
    assert plain_tool_tip("") == ""


def test_a_label_is_in_the_ink_and_type_it_is_given_on_any_ground(theme: Theme, qtbot):
    pane = QWidget()
    qtbot.addWidget(pane)
    pane.setBackgroundRole(QPalette.ColorRole.Base)
    label = Label(theme, "HEH", font="heading", ink="green", parent=pane)
    assert label.font().weight() == QFont.Weight.DemiBold
    assert theme.tokens.green in colours(label.grab().toImage())
    theme.set_scheme(Scheme.DARK)
    assert theme.tokens.green in colours(label.grab().toImage())
    label.set_ink("red")
    assert theme.tokens.red in colours(label.grab().toImage())


def test_a_label_grows_with_the_text_of_the_system(theme: Theme, qapp: QApplication, qtbot):
    label = Label(theme, "Contacts")
    qtbot.addWidget(label)
    before, width = qapp.font(), label.sizeHint().width()
    larger = QFont(before)
    larger.setPixelSize(40)
    qapp.setFont(larger)
    grown = label.sizeHint().width()
    qapp.setFont(before)
    assert grown > 2 * width


def test_an_elided_label_gives_way_and_stays_on_one_line(theme: Theme, qtbot):
    label = ElidedLabel(theme, "Programme Analyst\nOpen Harbour")
    qtbot.addWidget(label)
    assert label.text() == "Programme Analyst Open Harbour"
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 3
    assert label.sizeHint().height() < 2 * label.fontMetrics().height()
