"""The theme: which scheme holds, and its tokens, icons and fonts for whoever paints."""

from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontInfo, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from infoview_desktop.ui.theme.fonts import BODY, FontRole, font_for
from infoview_desktop.ui.theme.icons import Drawings, DrawnIcon
from infoview_desktop.ui.theme.palette import check_palette_for, palette_for
from infoview_desktop.ui.theme.style_sheet import style_sheet
from infoview_desktop.ui.theme.tokens import CONTROL, DARK, LIGHT, Ink, Tokens

STYLE = ("-style", "Fusion")
"""An application is told of its style when it is made: to set one later loads all that Python knows of styles."""


class Scheme(StrEnum):
    """Which colours the user wants; the values are what a setting keeps."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_QT_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """The application's look: dresses the application, and gives tokens, icons and fonts to its widgets.

    Args:
        icons: the folder of SVG drawings.
        application: what is dressed, made with the arguments `STYLE`; its font is the system's.

    Attributes:
        tokens: the colours of the scheme that holds now.
    """

    changed = Signal()
    """Colours or sizes of type are others now; what was painted with them has to be painted again."""

    scheme_chosen = Signal()
    """The user wants another scheme than before."""

    def __init__(self, *, icons: Path, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self._icons = icons
        self._drawings = Drawings(icons)
        self._scheme = Scheme.SYSTEM
        self._fonts: dict[FontRole, QFont] = {}
        self.tokens: Tokens = self._wanted_tokens()
        self._scale = self._wanted_scale()
        self._dressed = False
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        # The signal rather than the event: a filter for it would take every event through Python.
        application.fontChanged.connect(self._on_system_font_changed)

    @property
    def scheme(self) -> Scheme:
        """What the user wants; `tokens` says what that comes to."""
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Hold to light or dark, or follow the system; title bars follow where the platform lets them."""
        if scheme is self._scheme:
            return
        self._scheme = scheme
        self._application.styleHints().setColorScheme(_QT_SCHEMES[scheme])
        self._follow()
        self.scheme_chosen.emit()

    def icon(self, name: str, *, role: Ink = "ink2") -> QIcon:
        """An icon that stays crisp at any size and follows the theme by itself.

        It is faint where disabled, and in the accent where it is on.

        Args:
            name: the drawing's file without its suffix; FileNotFoundError where there is none.
            role: the ink it is painted in.
        """
        self._drawings.source(name)
        return QIcon(DrawnIcon(self._drawings, name, partial(self._icon_colour, role)))

    def pixmap(self, name: str, colour: str, size: int, device_pixel_ratio: float) -> QPixmap:
        """A drawing in one colour, `size` pixels square, for a device of this ratio."""
        pixmap = QPixmap(self._drawings.pixmap(name, colour, QSize(size, size) * device_pixel_ratio))
        pixmap.setDevicePixelRatio(device_pixel_ratio)
        return pixmap

    def font(self, role: FontRole) -> QFont:
        """The font of a role, in proportion to the system's own; a copy that may be changed."""
        if role not in self._fonts:
            self._fonts[role] = font_for(role, self._application.font())
        return QFont(self._fonts[role])

    def scaled(self, pixels: int) -> int:
        """A length drawn for the usual text size, at the size the system asks for; never less than drawn."""
        return round(pixels * self._scale)

    def _icon_colour(self, role: Ink, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return self.tokens.faint
        if state == QIcon.State.On:
            return self.tokens.accent
        return self.tokens.colour(role)

    def _wanted_tokens(self) -> Tokens:
        if self._scheme is Scheme.SYSTEM:
            return DARK if self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def dress(self) -> None:
        """Dress the application; call it before anything is shown, and rather after it is built.

        Once there is a style sheet, every widget is matched with it anew whenever it gets another parent.
        """
        self._dressed = True
        self._application.setPalette(palette_for(self.tokens))
        for kind in ("QCheckBox", "QRadioButton"):
            # PySide's stubs ask for bytes, which it then refuses.
            self._application.setPalette(check_palette_for(self.tokens), kind)  # type: ignore[arg-type]
        sheet = style_sheet(self.tokens, icons=self._icons, control_height=self.scaled(CONTROL))
        self._application.setStyleSheet(sheet)

    def _wanted_scale(self) -> float:
        return max(1.0, round(QFontInfo(self._application.font()).pixelSize() / BODY * 8) / 8)

    def _follow(self) -> None:
        tokens = self._wanted_tokens()
        if tokens is not self.tokens:
            self.tokens = tokens
            self._drawings.forget_pixmaps()
            if self._dressed:
                self.dress()
            self.changed.emit()

    @Slot()
    def _on_system_scheme_changed(self) -> None:
        self._follow()

    @Slot()
    def _on_system_font_changed(self) -> None:
        self._fonts.clear()
        self._scale = self._wanted_scale()
        if self._dressed:
            self.dress()
        self.changed.emit()
