"""The people at one stage: a card for each, read page by page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.board.wording import Told
from infoview_desktop.ui.controls.chip import chip_size
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.organizations.card_list import Card, CardList, CardModel
from infoview_desktop.ui.people.contact_delegates import CardDelegate
from infoview_desktop.ui.theme.theme import Theme

ROW = 76
"""The height of a card, in pixels at the usual text size."""

_LINE = 18
_GAP = 6

BOARD_KEYS = KeyGroup(
    Phrase("On the board"),
    (
        KeyHint(("Left", "Right"), Phrase("To the stage before and after")),
        KeyHint(("Return",), Phrase("Open the person")),
        KeyHint(("Home", "End"), Phrase("To the first and to the last")),
    ),
)

_NOTHING = Told("")

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class StageCard(Card):
    """A card with a third line: what is to do next, and at its end what one wants to talk with them about."""

    told: Told = _NOTHING
    direction: str = ""

    @property
    def spoken(self) -> str:
        """All that the card shows, for who hears it."""
        told = self.told.spoken or self.told.text
        return ", ".join(text for text in (self.name, self.below, told, self.direction) if text)


class StageList(CardList):
    """Shows `StageCard`s; `sideways` carries -1 or 1 where another column is wanted."""

    row_height = ROW

    sideways = Signal(int)
    focused = Signal()
    """The keyboard has come here."""

    def delegate(self, theme: Theme) -> CardDelegate:
        """What paints the cards."""
        return _StageDelegate(theme, self)

    def row_beside(self, other: StageList) -> int:
        """The row at the height at which the current one of another list is seen; the last where there are fewer."""
        height = other.visualRect(other.currentIndex()).center().y()
        row = self.rowAt(max(0, height))
        return row if row >= 0 else self.model().rowCount() - 1

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that one is here now."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to other columns."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.sideways.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class _StageDelegate(CardDelegate):
    """Paints three lines beside a picture."""

    row_height = ROW

    def paint_inside(self, painter: QPainter, rect: QRect, index: Index) -> None:
        model = index.model()
        card = model.card_at(index.row()) if isinstance(model, CardModel) else None
        if not isinstance(card, StageCard):
            return
        tokens, height = self._theme.tokens, self._theme.scaled(_LINE)
        words = self.paint_picture(painter, rect.adjusted(0, 0, self._theme.scaled(_GAP), 0), card.picture)
        lines = 3 if card.below else 2
        line = QRect(words.left(), words.center().y() - lines * height // 2, words.width(), height)
        self.paint_text(painter, line, card.name, "emphasis", tokens.ink)
        if card.below:
            line.translate(0, height)
            self.paint_text(painter, line, card.below, "caption", tokens.ink2)
        line.translate(0, height)
        told = self.metrics("caption").horizontalAdvance(card.told.text) + self._theme.scaled(_GAP)
        chip = chip_size(card.direction, self._theme.font("chip")).width()
        if card.direction and line.width() - told >= chip:
            # Cut it would say nothing: then it is left to the filter above.
            self._paint_chip_at(painter, line.adjusted(line.width() - chip, 0, 0, 0), card.direction, "quiet")
        self.paint_text(painter, line, card.told.text, "caption", tokens.colour(card.told.ink))
