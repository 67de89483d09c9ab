"""The one style sheet, built from the tokens and set once on the application.

It is short on purpose: every rule is matched against every widget when that widget is first shown. A focus
ring is a border that takes its second pixel from the padding, so nothing moves; paddings are the same at both
sides, so it holds from right to left.
"""

from dataclasses import asdict
from pathlib import Path
from string import Template

from infoview_desktop.ui.theme.tokens import CARD_RADIUS, FOCUS_WIDTH, RADIUS, Tokens

_TEMPLATE = """
QPushButton, QLineEdit, QComboBox, QAbstractSpinBox {
  background: @field; border: 1px solid @hairline; border-radius: @radius; padding: 0 9px;
  min-height: @height; }
QPushButton:focus, QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid @accent; padding: 0 8px; min-height: @focused_height; }
QPlainTextEdit, QTextEdit { background: @field; border: 1px solid @hairline; border-radius: @radius; padding: 5px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 4px; }
QPlainTextEdit[kind="note"] { background: @pane; border-color: transparent; }
QPlainTextEdit[kind="note"]:focus { border-color: @accent; }

QPushButton { background: @pane; font-weight: 500; padding: 0 11px; }
QPushButton:focus { padding: 0 10px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @hairline; }
QPushButton:checked { background: @selection; border-color: @accent; color: @accent; }
QPushButton[kind="primary"] { background: @accent; border-color: @accent; color: @on_accent; }
QPushButton[kind="primary"]:hover { background: @accent_hover; }
QPushButton[kind="primary"]:pressed { background: @accent_pressed; }
QPushButton[kind="text"] { background: transparent; border-color: transparent; color: @ink2; }
QPushButton[kind="text"]:focus { border-color: @accent; }
QPushButton[kind="text"]:hover { background: @quiet; color: @ink; }
QPushButton[kind="choice"] { background: @field; font-weight: 400; padding: 0 9px; }
QPushButton[kind="choice"]:focus { padding: 0 8px; }
QPushButton::menu-indicator { image: url("@icons/chevron-down.svg"); width: 14px; height: 14px;
  subcontrol-position: right center; right: 7px; }
QPushButton:disabled, QPushButton[kind="primary"]:disabled {
  background: @quiet; border-color: @quiet; color: @faint; }
QPushButton[kind="text"]:disabled { background: transparent; border-color: transparent; }
QPushButton[kind="link"] { background: transparent; border-color: transparent; color: @accent;
  font-weight: 600; padding: 0 3px; min-height: 26px; }
QPushButton[kind="link"]:focus { border-color: @accent; padding: 0 2px; min-height: 24px; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: @radius; padding: 2px;
  color: @ink2; }
QToolButton[kind="rail"] { border-radius: 10px; padding: 5px 2px; }
QToolButton::menu-indicator { image: none; }
QToolButton:hover { background: @quiet; color: @ink; }
QToolButton:pressed { background: @hairline; }
QToolButton:checked { background: @selection; color: @accent; font-weight: 600; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @faint; }

QAbstractSpinBox { max-height: @height; qproperty-alignment: AlignCenter; }
QComboBox::drop-down, QAbstractSpinBox::drop-down { border: none; width: 22px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 22px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url("@icons/chevron-down.svg"); width: 14px; }
QAbstractSpinBox::up-arrow { image: url("@icons/chevron-up.svg"); width: 14px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { border: 1px solid @hairline; }
#qt_calendar_navigationbar { background: @pane; }
#qt_calendar_prevmonth { qproperty-icon: url("@icons/chevron-left.svg"); }
#qt_calendar_nextmonth { qproperty-icon: url("@icons/chevron-right.svg"); }
QCheckBox, QRadioButton { border: 2px solid transparent; border-radius: @radius; padding: 3px;
  min-height: 18px; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }

QSlider { border: 2px solid transparent; border-radius: @radius; min-height: 24px; }
QSlider:focus { border-color: @accent; }
QSlider::groove:horizontal { background: @hairline; border-radius: 2px; height: 4px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { background: @accent; border-radius: 7px; height: 14px; margin: -5px 0; width: 14px; }
QSlider::handle:horizontal:hover { background: @accent_hover; }
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled { background: @faint; }

QAbstractItemView { background: @pane; border: none; outline: none; gridline-color: @hairline;
  selection-background-color: @selection; selection-color: @ink; }
QListView[kind="offers"] { border: 1px solid @hairline; }
QAbstractItemView::item { padding: 2px; }
QListView::item { min-height: 28px; }
QListView::indicator { background: @field; border: 1px solid @ink2; width: 14px; height: 14px; }
QListView::indicator:checked { image: url("@icons/check.svg"); }
QAbstractItemView::item:hover { background: @hover; }
QAbstractItemView::item:selected { background: @selection; color: @ink; }
QAbstractItemView::item:focus { border: 2px solid @accent; padding: 0; }
QHeaderView::section { background: @pane; border: none; border-bottom: 1px solid @hairline; color: @ink2;
  padding: 6px 8px; }
QHeaderView::section:first { padding-left: 16px; }
QHeaderView::section:hover { color: @ink; }
QHeaderView::up-arrow { image: url("@icons/chevron-up.svg"); width: 14px; }
QHeaderView::down-arrow { image: url("@icons/chevron-down.svg"); width: 14px; }

QTabBar::tab { border: 2px solid transparent; margin: 0 6px; padding: 6px 4px; color: @ink2; }
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:selected { border-bottom-color: @accent; color: @ink; font-weight: 600; }
QTabBar::tab:focus { border-color: @accent; border-radius: 5px; }
QTabWidget::pane { border: none; border-top: 1px solid @hairline; }

QMenu { background: @pane; border: 1px solid @hairline; padding: 4px; }
QMenu::item { border-radius: 5px; padding: 6px 24px; min-height: 16px; }
QMenu::icon { padding: 0 6px; }
QMenu::item:selected { background: @selection; color: @ink; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { background: @hairline; height: 1px; margin: 4px 8px; }
QToolTip { background: @pane; border: 1px solid @hairline; color: @ink; }

QScrollArea, QAbstractScrollArea::corner { border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @faint; border-radius: 2px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QSplitter::handle { background: @hairline; width: 1px; height: 1px; }

QProgressBar { background: @quiet; border: none; border-radius: 3px; max-height: 6px;
  qproperty-textVisible: false; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QStatusBar { background: @window; border-top: 1px solid @hairline; color: @ink2; }
QStatusBar::item { border: none; }
QDialog { background: @pane; }
QWidget[kind="pane"] { background: @pane; }
QFrame[kind="hairline"] { background: @hairline; border: none; }
QFrame[kind="selection"] { background: @selection; border-bottom: 1px solid @hairline; }
QFrame[kind="banner"] { background: @amber_ground; }
QFrame[kind="card"] { background: @pane; border: 1px solid @hairline; border-radius: @card; }
"""


class _Sheet(Template):
    delimiter = "@"


def style_sheet(tokens: Tokens, *, icons: Path, control_height: int) -> str:
    """The style sheet of a scheme.

    Args:
        tokens: the scheme's colours.
        icons: the folder of drawings, for the arrows in it.
        control_height: pixels that a button or a field is high at least, its border included.
    """
    return _Sheet(_TEMPLATE).substitute(
        asdict(tokens),
        icons=icons.as_posix(),
        radius=f"{RADIUS}px",
        card=f"{CARD_RADIUS}px",
        height=f"{control_height - 2}px",
        focused_height=f"{control_height - 2 * FOCUS_WIDTH}px",
    )
