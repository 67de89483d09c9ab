"""The look in values: colours of both schemes, spacing, radii and sizes of type.

Sizes are pixels at the usual text size; `Theme.scaled` makes them follow the system's.
"""

from dataclasses import dataclass
from typing import Literal

Ink = Literal["ink", "ink2", "ink3", "accent", "on_accent", "blue", "violet", "amber", "green", "red"]
"""The colours that text and icons may be painted in."""

Tone = Literal["quiet", "blue", "violet", "amber", "green", "red"]
"""What a chip's colour stands for; each tone is an ink on its own ground."""

SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 16, 24

RADIUS = 7
CARD_RADIUS = 12

FOCUS_WIDTH = 2
HIT = 28
CONTROL = 30
ICON = 20
PICTURE_ROW = 52
PLAIN_ROW = 32

SCRIM_OPACITY = 0.35


@dataclass(frozen=True, slots=True)
class Tokens:
    """One scheme's colours, each `#rrggbb`.

    Attributes:
        window: ground of the top bar, the rail and the status bar.
        pane: ground of everything one reads or edits.
        field: ground of what is typed into.
        ink: text.
        ink2: secondary text and icons.
        ink3: hints; readable on every ground, the selection included.
        faint: what cannot be used now, and the neutral part of a bar; not for text one has to read.
        hairline: the only border there is; also the ground of what is pressed.
        hover: ground of the row under the pointer.
        quiet: ground of quiet chips, of tracks, and of the button under the pointer.
        selection: ground of the selected row and of the active rail item.
        accent: the primary action, links and focus.
        accent_hover: the primary action under the pointer.
        accent_pressed: the primary action while it is pressed.
        on_accent: ink on the accent.
        blue, violet, amber, green, red: inks with a meaning, each readable on its `…_ground`.
        scrim: the veil over the window under a preview, laid on with `SCRIM_OPACITY`.
    """

    window: str
    pane: str
    field: str
    ink: str
    ink2: str
    ink3: str
    faint: str
    hairline: str
    hover: str
    quiet: str
    selection: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    blue: str
    blue_ground: str
    violet: str
    violet_ground: str
    amber: str
    amber_ground: str
    green: str
    green_ground: str
    red: str
    red_ground: str
    scrim: str

    def colour(self, ink: Ink) -> str:
        """The colour of an ink."""
        colour: str = getattr(self, ink)
        return colour

    def tone(self, tone: Tone) -> tuple[str, str]:
        """The ink and the ground of a chip of this tone."""
        if tone == "quiet":
            return self.ink2, self.quiet
        return getattr(self, tone), getattr(self, f"{tone}_ground")


LIGHT = Tokens(
    window="#f7f7f5",
    pane="#ffffff",
    field="#ffffff",
    ink="#1f2328",
    ink2="#57606a",
    ink3="#646c75",
    faint="#a3aab1",
    hairline="#e4e4e0",
    hover="#f4f5f2",
    quiet="#eeefec",
    selection="#e3f1ef",
    accent="#0f766e",
    accent_hover="#0c665f",
    accent_pressed="#0a554f",
    on_accent="#ffffff",
    blue="#1d5fbf",
    blue_ground="#e7f0fc",
    violet="#6d3fc0",
    violet_ground="#f0eafb",
    amber="#8a5a00",
    amber_ground="#fdf1d8",
    green="#1c7a3e",
    green_ground="#e4f4e9",
    red="#b3261e",
    red_ground="#fce8e6",
    scrim="#14181d",
)

DARK = Tokens(
    window="#17191b",
    pane="#1e2124",
    field="#25292d",
    ink="#e8eaed",
    ink2="#aeb4bb",
    ink3="#989fa7",
    faint="#62686f",
    hairline="#2e3236",
    hover="#24282b",
    quiet="#2a2e32",
    selection="#1d3a38",
    accent="#3db8ac",
    accent_hover="#55c6bb",
    accent_pressed="#6fd3c9",
    on_accent="#08201e",
    blue="#8ab6f5",
    blue_ground="#1c2c44",
    violet="#c3a6f7",
    violet_ground="#2f2544",
    amber="#f0c36a",
    amber_ground="#3a2e14",
    green="#7fd39a",
    green_ground="#183523",
    red="#f2a49e",
    red_ground="#42201d",
    scrim="#14181d",
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 (sRGB)
