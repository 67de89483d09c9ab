import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from infoview_desktop.ui.theme.fonts import font_for
from infoview_desktop.ui.theme.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def system_font(qapp: QApplication):
    before = qapp.font()

    def use(**size: float) -> None:
        font = QFont(before)
        if "pixels" in size:
            font.setPixelSize(int(size["pixels"]))
        else:
            font.setPointSizeF(size["points"])
        qapp.setFont(font)

    yield use
    qapp.setFont(before)


def test_types_are_in_proportion_to_the_system_font():
    body = QFont("Inter")
    body.setPointSizeF(10)
    assert font_for("body", body).pointSizeF() == pytest.approx(10)
    assert font_for("small", body).pointSizeF() == pytest.approx(10 * 11 / 13, abs=0.01)
    assert font_for("heading", body).pointSizeF() == pytest.approx(10 * 21 / 13, abs=0.01)


def test_types_are_as_drawn_where_the_system_font_is_as_drawn():
    body = QFont("Inter")
    body.setPixelSize(13)
    sizes = {
        role: font_for(role, body).pixelSize()
        for role in ("small", "chip", "section", "caption", "body", "emphasis", "title", "large", "heading")
    }
    assert list(sizes.values()) == [11, 11, 11, 12, 13, 13, 14, 16, 21]


def test_types_keep_the_family_and_have_tabular_figures():
    font = font_for("emphasis", QFont("Inter"))
    assert font.family() == "Inter"
    assert font.weight() == QFont.Weight.DemiBold
    assert font.isFeatureSet(QFont.Tag("tnum"))


def test_a_section_is_told_in_capitals_without_changing_its_words():
    assert font_for("section", QFont("Inter")).capitalization() == QFont.Capitalization.AllUppercase


def test_larger_text_of_the_system_makes_everything_larger(theme: Theme, system_font, qtbot):
    system_font(pixels=13)
    assert (theme.scaled(28), theme.font("caption").pixelSize()) == (28, 12)
    with qtbot.waitSignal(theme.changed):
        system_font(pixels=20)
    assert (theme.scaled(28), theme.font("caption").pixelSize()) == (42, 18)


def test_smaller_text_of_the_system_makes_nothing_too_small_to_hit(theme: Theme, system_font):
    system_font(pixels=10)
    assert theme.scaled(28) == 28


def test_a_usual_size_in_points_is_no_larger_than_drawn(theme: Theme, system_font):
    system_font(points=10)
    assert theme.scaled(20) == 20
