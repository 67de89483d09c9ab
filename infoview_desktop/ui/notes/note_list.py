"""The list of notes: of each its title, the sentence in which something was found, whom it is about, and its day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.initials import initials
from infoview_desktop.domain.note_filter import Kind
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads.marked import Marked
from infoview_desktop.store.reads.note_lists import NoteLine
from infoview_desktop.ui.controls.avatar import avatar_colour, paint_avatar
from infoview_desktop.ui.controls.emblem import paint_emblem
from infoview_desktop.ui.keys import KeyGroup, KeyHint
from infoview_desktop.ui.notes.wording import about_text, day_text, title_text
from infoview_desktop.ui.organizations.card_list import Card, CardList, CardModel, Index
from infoview_desktop.ui.people.contact_delegates import CardDelegate, Picture
from infoview_desktop.ui.search.marked_text import paint_marked
from infoview_desktop.ui.theme.fonts import FontRole
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import CARD_RADIUS, ICON, PICTURE_ROW, Ink

ROW = 68
_LINE = 18
_GAP = 8
_LONGEST_DAY = 0.4

NOTE_KEYS = KeyGroup(
    Phrase("In the list of notes"),
    (
        KeyHint(("Return",), Phrase("Go on writing")),
        KeyHint(("Del",), Phrase("Delete the note")),
        KeyHint(("Home", "End"), Phrase("To the newest and to the oldest")),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCard(Card):
    """A note as a row: `about` is whom it is about, `day` when it was changed."""

    title: Marked
    found: Marked
    about: Marked
    day: str

    @property
    def spoken(self) -> str:
        """All that it shows, for who does not see it."""
        return ", ".join(text for text in (self.name, self.about.text, self.found.text, self.day) if text)


def note_card(theme: Theme, line: NoteLine, *, about: bool = True) -> NoteCard:
    """The row of a note; `about` says whether it tells whom the note is about."""
    title = title_text(line)
    return NoteCard(
        key=line.id,
        name=title.text,
        below=line.found.text,
        picture=_picture(theme, line) if about else partial(_paint_sheet, theme),
        title=title,
        found=line.found,
        about=about_text(line) if about else Marked(""),
        day=day_text(line.changed_at),
    )


class NoteList(CardList):
    """`card_at` gives the note of a row."""

    row_height = ROW

    def __init__(
        self, theme: Theme, name: str, card_at: Callable[[int], NoteCard | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, card_at, parent)
        self.setItemDelegate(_Delegate(theme, self))


class ShortNoteList(NoteList):
    """Of notes that are all about the same: nothing need be said of it."""

    row_height = PICTURE_ROW


class _Delegate(CardDelegate):
    """Paints a note in at most three lines."""

    row_height = ROW

    def paint_inside(self, painter: QPainter, rect: QRect, index: Index) -> None:
        model = index.model()
        card = model.card_at(index.row()) if isinstance(model, CardModel) else None
        if not isinstance(card, NoteCard):
            return
        words = self.paint_picture(painter, rect, card.picture)
        below: list[tuple[Marked, FontRole, Ink]] = [(card.found, "caption", "ink2"), (card.about, "small", "ink3")]
        below = [each for each in below if each[0].text]
        height = self._theme.scaled(_LINE)
        line = QRect(words.left(), words.center().y() - height * (1 + len(below)) // 2 + 1, words.width(), height)
        self._paint_title(painter, line, card)
        for text, font, ink in below:
            line = line.translated(0, height)
            self._paint(painter, line, text, font, ink)

    def _paint_title(self, painter: QPainter, line: QRect, card: NoteCard) -> None:
        tokens = self._theme.tokens
        width = min(self.metrics("small").horizontalAdvance(card.day), int(line.width() * _LONGEST_DAY))
        day = QRect(line.right() - width, line.top(), width + 1, line.height())
        self.paint_text(painter, day, card.day, "small", tokens.ink3, align=Qt.AlignmentFlag.AlignRight)
        self._paint(painter, line.adjusted(0, 0, -width - self._theme.scaled(_GAP), 0), card.title, "emphasis", "ink")

    def _paint(self, painter: QPainter, rect: QRect, text: Marked, font: FontRole, ink: Ink) -> None:
        tokens = self._theme.tokens
        paint_marked(painter, rect, text, self._theme.font(font), tokens.colour(ink), tokens.accent)


def _picture(theme: Theme, line: NoteLine) -> Picture:
    """Whom it is about; a sheet for a note about nobody."""
    if line.kind in {Kind.PERSON, Kind.INTERVIEW} and line.contact_id is not None:
        letters, colour = initials(line.given_name, line.family_name), avatar_colour(line.listed_name)
        return partial(_paint_person, letters, colour)
    if line.organization.text:
        return partial(_paint_organization, line.organization.text)
    return partial(_paint_sheet, theme)


def _paint_person(letters: str, colour: QColor, painter: QPainter, rect: QRect) -> None:
    paint_avatar(painter, rect, letters, colour)


def _paint_organization(name: str, painter: QPainter, rect: QRect) -> None:
    paint_emblem(painter, rect, name)


def _paint_sheet(theme: Theme, painter: QPainter, rect: QRect) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens.quiet))
    painter.drawRoundedRect(rect, CARD_RADIUS / 2, CARD_RADIUS / 2)
    painter.restore()
    side = min(theme.scaled(ICON), rect.width())
    inset = (rect.width() - side) // 2
    picture = theme.pixmap("note", theme.tokens.ink2, side, painter.deviceTransform().m11())
    painter.drawPixmap(rect.adjusted(inset, inset, -inset, -inset).topLeft(), picture)
