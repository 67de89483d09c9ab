import pytest
from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from infoview_desktop.ui.controls.flow_layout import FlowLayout


class Block(QWidget):
    """A widget that wants to be 50 by 20."""

    def sizeHint(self):
        return self.size().scaled(50, 20, Qt.AspectRatioMode.IgnoreAspectRatio)


@pytest.fixture
def pane(qtbot) -> QWidget:
    pane = QWidget()
    qtbot.addWidget(pane)
    return pane


def filled(pane: QWidget, count: int = 3) -> FlowLayout:
    layout = FlowLayout(pane, spacing=4)
    for _ in range(count):
        layout.addWidget(Block())
    return layout


def places(layout: FlowLayout) -> list[tuple[int, int]]:
    return [(layout.itemAt(at).geometry().x(), layout.itemAt(at).geometry().y()) for at in range(layout.count())]


def test_widgets_go_on_in_the_next_row(pane: QWidget):
    layout = filled(pane)
    layout.setGeometry(QRect(0, 0, 110, 100))
    assert places(layout) == [(0, 0), (54, 0), (0, 24)]


def test_rows_begin_at_the_right_where_one_reads_so(pane: QWidget):
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = filled(pane)
    layout.setGeometry(QRect(0, 0, 110, 100))
    assert places(layout) == [(60, 0), (6, 0), (60, 24)]


def test_its_height_follows_its_widgets_and_its_edges(pane: QWidget):
    layout = filled(pane)
    pane.resize(110, 100)
    pane.show()
    assert layout.heightForWidth(110) == 44
    layout.addWidget(Block())
    layout.addWidget(Block())
    QApplication.processEvents()
    assert layout.heightForWidth(110) == 68
    layout.itemAt(0).widget().hide()
    QApplication.processEvents()
    assert layout.heightForWidth(110) == 44
    layout.setContentsMargins(QMargins(0, 5, 0, 5))
    assert layout.heightForWidth(110) == 54
    layout.takeAt(1)
    layout.takeAt(1)
    assert layout.heightForWidth(110) == 30


def test_it_is_as_high_as_its_rows(pane: QWidget):
    layout = filled(pane)
    layout.setContentsMargins(QMargins(5, 6, 7, 8))
    assert layout.heightForWidth(200) == 6 + 20 + 8
    assert layout.heightForWidth(120) == 6 + 20 + 4 + 20 + 8
    assert layout.heightForWidth(60) == 6 + 20 + 4 + 20 + 4 + 20 + 8


def test_a_widget_wider_than_the_row_is_made_to_fit(pane: QWidget):
    layout = filled(pane, 1)
    layout.setGeometry(QRect(0, 0, 30, 100))
    assert layout.itemAt(0).geometry() == QRect(0, 0, 30, 20)


def test_hidden_widgets_take_no_room(pane: QWidget):
    layout = filled(pane)
    layout.itemAt(0).widget().hide()
    layout.setGeometry(QRect(0, 0, 110, 100))
    assert [layout.itemAt(at).geometry().x() for at in (1, 2)] == [0, 54]


def test_widgets_come_and_go(pane: QWidget, qtbot):
    layout = filled(pane)
    layout.itemAt(1).widget().deleteLater()
    qtbot.waitUntil(lambda: layout.count() == 2)
    assert layout.takeAt(0) is not None
    assert layout.count() == 1
    assert layout.itemAt(5) is None
    assert layout.takeAt(5) is None
    layout.addWidget(Block())
    assert layout.count() == 2
