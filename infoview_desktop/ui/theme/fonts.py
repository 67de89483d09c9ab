"""Type: a few roles, all in the system's own font and in proportion to its size."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QFont

FontRole = Literal["small", "chip", "section", "caption", "body", "emphasis", "title", "large", "heading"]

BODY = 13


@dataclass(frozen=True, slots=True)
class _Type:
    size: int
    weight: QFont.Weight = QFont.Weight.Normal
    capitals: bool = False


_TYPES: dict[FontRole, _Type] = {
    "small": _Type(11),
    "chip": _Type(11, QFont.Weight.Medium),
    "section": _Type(11, QFont.Weight.DemiBold, capitals=True),
    "caption": _Type(12),
    "body": _Type(BODY),
    "emphasis": _Type(BODY, QFont.Weight.DemiBold),
    "title": _Type(14, QFont.Weight.DemiBold),
    "large": _Type(16, QFont.Weight.DemiBold),
    "heading": _Type(21, QFont.Weight.DemiBold),
}


def font_for(role: FontRole, body: QFont) -> QFont:
    """The font of a role, derived from the body's: its family, its size in proportion, tabular figures."""
    kind = _TYPES[role]
    font = QFont(body)
    if body.pixelSize() > 0:
        font.setPixelSize(round(body.pixelSize() * kind.size / BODY))
    else:
        font.setPointSizeF(body.pointSizeF() * kind.size / BODY)
    font.setWeight(kind.weight)
    if kind.capitals:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
