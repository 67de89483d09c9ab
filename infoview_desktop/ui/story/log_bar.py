"""What just happened with a person, written down at one key."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.ui.controls.buttons import IconButton
from infoview_desktop.ui.controls.chip import chip_size
from infoview_desktop.ui.controls.flow_layout import FlowLayout
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.follow_ups.reply_menu import ANSWERS
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import HIT, SPACE_S, SPACE_XS
from infoview_desktop.ui.wording import said

_KEY_GAP = 6
_KEY_BESIDE = 4
_AROUND = 6


@dataclass(frozen=True, slots=True)
class Happening:
    """What a chip stands for, its words and its key."""

    kind: TouchKind
    text: Phrase
    key: str
    answer: Answer = Answer.NONE


DONE = (
    Happening(TouchKind.WROTE, Phrase("Wrote"), "W"),
    Happening(TouchKind.ASKED, Phrase("Asked"), "A"),
    Happening(TouchKind.CALLED, Phrase("Called"), "C"),
    Happening(TouchKind.MET, Phrase("Met"), "M"),
)
REPLIED = tuple(Happening(TouchKind.REPLIED, text, key, answer) for answer, (key, text) in ANSWERS.items())

LOG_KEYS = KeyGroup(
    Phrase("While one logs what happened"),
    tuple(
        [KeyHint((each.key,), each.text) for each in DONE]
        + [KeyHint((each.key,), Phrase("They replied: {answer}", {"answer": each.text})) for each in REPLIED]
    ),
)


class LogBar(QWidget):
    """A row of chips under a person's heading, hidden until it is opened; each has a key of one letter."""

    chosen = Signal(object)
    """A `Happening`."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_key: dict[str, Happening] = {}
        self._returns_to: QWidget | None = None
        self.setAccessibleName(self.tr("Log what happened"))
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE_XS)
        done = _flow(rows)
        done.addWidget(_before(theme, self.tr("You")))
        replied = _flow(rows)
        replied.addWidget(_before(theme, self.tr("They replied")))
        chips = []
        for flow, happenings in ((done, DONE), (replied, REPLIED)):
            for happening in happenings:
                chip = _Chip(theme, said(happening.text), happening.key)
                if happening.kind is TouchKind.REPLIED:
                    chip.setAccessibleDescription(self.tr("They replied"))
                chip.clicked.connect(lambda _checked=False, happening=happening: self._choose(happening))
                flow.addWidget(chip)
                self._by_key[happening.key] = happening
                chips.append(chip)
        self._first = chips[0]
        close = IconButton(theme, "close", self.tr("Close"))
        close.clicked.connect(self.close_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 8, SPACE_S)
        layout.setSpacing(SPACE_XS)
        layout.addLayout(rows, 1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    def open_bar(self) -> None:
        """Come up with the keyboard on the first chip."""
        if self.isHidden():
            self._returns_to = self.window().focusWidget()
        self.show()
        self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Go away; the focus goes back to where it was."""
        if self.isHidden():
            return
        had_focus = self.isAncestorOf(self.window().focusWidget())
        self.hide()
        if had_focus and self._returns_to is not None and self._returns_to.isVisible():
            self._returns_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the letters from whatever else would take them for a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._meant(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter logs, Escape closes."""
        happening = self._meant(event)
        if happening is not None:
            self._choose(happening)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _meant(self, event: QKeyEvent) -> Happening | None:
        if event.modifiers() not in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}:
            return None
        return self._by_key.get(event.text().upper())

    def _choose(self, happening: Happening) -> None:
        self.close_bar()
        self.chosen.emit(happening)


class _Chip(QAbstractButton):
    """Its words, and beside them the key that does the same."""

    def __init__(self, theme: Theme, words: str, key: str) -> None:
        super().__init__()
        self._theme = theme
        self._words, self._key = words, key
        self.setText(words)
        self.setAccessibleName(f"{words}, {key}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Room for the words, the key and the ring."""
        room = chip_size(self._words, self.font())
        return QSize(room.width() + _KEY_GAP + self._key_width() + _AROUND, self._theme.scaled(HIT))

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the chip, the key in a frame of its own."""
        tokens = self._theme.tokens
        chip = self.rect().adjusted(3, 3, -3, -3)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pressed = self.isDown() or self.underMouse()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.hairline if pressed else tokens.quiet))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setFont(self.font())
        key = QRect(0, 0, self._key_width(), self.fontMetrics().height())
        key.moveCenter(chip.center())
        rtl = self.isRightToLeft()
        key.moveRight(chip.right() - 7) if not rtl else key.moveLeft(chip.left() + 7)
        words = chip.adjusted(8, 0, -key.width() - _KEY_GAP - 7, 0)
        if rtl:
            words = chip.adjusted(key.width() + _KEY_GAP + 7, 0, -8, 0)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._words)
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.setBrush(QColor(tokens.pane))
        painter.drawRoundedRect(key.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(tokens.ink2))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._key)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), tokens, radius=self.height() / 2)
        painter.end()

    def _key_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._key) + 2 * _KEY_BESIDE

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("chip"))
        self.updateGeometry()
        self.update()


def _flow(rows: QVBoxLayout) -> FlowLayout:
    row = QWidget()
    flow = FlowLayout(row, spacing=SPACE_XS)
    rows.addWidget(row)
    return flow


def _before(theme: Theme, words: str) -> Label:
    label = Label(theme, words, font="caption", ink="ink2")
    label.setMinimumHeight(theme.scaled(HIT))
    return label
