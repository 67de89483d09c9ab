"""The selected person's picture, which is also where one chooses it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QToolButton, QWidget

from infoview_desktop.domain.contact import Contact
from infoview_desktop.domain.initials import initials
from infoview_desktop.operations import photos
from infoview_desktop.store.reads import photos as reads
from infoview_desktop.ui.controls.avatar import avatar_colour, paint_avatar
from infoview_desktop.ui.controls.focus_ring import paint_focus_ring
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.people.photos import round_photo
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.drop_target import dropped_files

_PICTURE = 44
_AROUND = 4
"""Pixels for the ring, at each side."""
_PENCIL = 18
_VEIL = 120
_ENDINGS = ("jpg", "jpeg", "png", "webp", "gif", "bmp")


class PhotoButton(QToolButton):
    """The photo, or initials in a circle; a menu chooses it and takes it away, and a picture can be dropped on it.

    `choose` and `take_away` are the same as actions.
    """

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._contact: Contact | None = None
        self._image: bytes | None = None
        self._painted: QPixmap | None = None
        self._awaited = False
        self._editable = editable
        self.setAccessibleName(self.tr("Photo"))
        self.setToolTip(plain_tool_tip(self.tr("Photo")))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.choose = QAction(self.tr("Choose a photo…"), self, visible=False)
        self.choose.setShortcut(QKeySequence("Ctrl+Alt+P"))
        self.choose.triggered.connect(self._on_choice_wanted)
        self.take_away = QAction(self.tr("Take the photo away"), self, visible=False)
        self.take_away.setShortcut(QKeySequence("Ctrl+Alt+Shift+P"))
        self.take_away.triggered.connect(self._on_taking_away_wanted)
        menu = QMenu(self)
        menu.addActions([self.choose, self.take_away])
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setEnabled(editable)
        self.setAcceptDrops(editable)
        theme.changed.connect(self._on_theme_changed)

    def show_contact(self, contact: Contact | None) -> None:
        """Show somebody's picture, or nobody's."""
        self._contact = contact
        self._image = None if contact is None else reads.photo(self._runner.read, contact.id)
        self._painted = None
        self.choose.setVisible(self._editable and contact is not None)
        self.take_away.setVisible(self._editable and self._image is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """The picture and room for the ring, at the present text size."""
        side = self._theme.scaled(_PICTURE) + 2 * _AROUND
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """It never becomes smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the picture; a pencil on it under the pointer, a ring around it with the focus."""
        if self._contact is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = self.rect().adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        self._paint_picture(painter, circle, self._contact)
        if self._awaited or (self.isEnabled() and self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, _VEIL))
            painter.drawEllipse(circle)
            side = self._theme.scaled(_PENCIL)
            pencil = QRect(circle.center().x() - side // 2, circle.center().y() - side // 2, side, side)
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(pencil, self._theme.pixmap("pencil", "#ffffff", side, ratio))
        if self.hasFocus() or self._awaited:
            paint_focus_ring(painter, self.rect(), self._theme.tokens, self.width() / 2)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one picture; anything else is the window's."""
        self._awaited = _picture(event.mimeData()) is not None and self._contact is not None
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self._awaited)
        self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The picture was taken elsewhere."""
        super().dragLeaveEvent(event)
        self._awaited = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the picture be the person's."""
        self._awaited = False
        self.update()
        path = _picture(event.mimeData())
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._set(path)

    def _paint_picture(self, painter: QPainter, circle: QRect, contact: Contact) -> None:
        if self._image is not None and self._painted is None:
            self._painted = round_photo(self._image, circle.width(), self.devicePixelRatioF())
        if self._painted is not None:
            painter.drawPixmap(circle.topLeft(), self._painted)
            return
        painter.setFont(QFont(self._theme.font("body")))
        letters = initials(contact.given_name, contact.family_name)
        paint_avatar(painter, circle, letters, avatar_colour(contact.display_name))

    def _set(self, path: Path) -> None:
        if self._contact is not None:
            self._runner.do(photos.choose, contact_id=self._contact.id, path=path)

    def _on_choice_wanted(self) -> None:
        endings = " ".join(f"*.{ending}" for ending in _ENDINGS)
        pictures, everything = self.tr("Pictures"), self.tr("All files")
        name, _ = QFileDialog.getOpenFileName(
            self.window(), self.tr("Choose a photo"), "", f"{pictures} ({endings});;{everything} (*)"
        )
        if name:
            self._set(Path(name))

    def _on_taking_away_wanted(self) -> None:
        if self._contact is not None:
            self._runner.do(photos.take_away, contact_id=self._contact.id)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._painted = None
        self.updateGeometry()
        self.update()


def _picture(content: QMimeData) -> Path | None:
    """The one picture that a drag carries, going by its name."""
    files = dropped_files(content)
    if len(files) == 1 and files[0].suffix.lower().removeprefix(".") in _ENDINGS:
        return files[0]
    return None
