"""The scheme as Qt's own palette, for everything that is painted without a style sheet."""

from PySide6.QtGui import QColor, QPalette

from infoview_desktop.ui.theme.tokens import Tokens

_Role = QPalette.ColorRole


def palette_for(tokens: Tokens) -> QPalette:
    """The palette of a scheme.

    Marked text is on the accent; selected rows have a ground of their own, from the style sheet.
    """
    palette = QPalette()
    for role, colour in {
        _Role.Window: tokens.window,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.pane,
        _Role.AlternateBase: tokens.hover,
        _Role.Text: tokens.ink,
        _Role.PlaceholderText: tokens.ink3,
        _Role.Button: tokens.pane,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.red,
        _Role.ToolTipBase: tokens.pane,
        _Role.ToolTipText: tokens.ink,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.Light: tokens.pane,
        _Role.Midlight: tokens.hover,
        _Role.Mid: tokens.hairline,
        _Role.Dark: tokens.faint,
        _Role.Shadow: tokens.scrim,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    for role in (_Role.Highlight, _Role.Accent):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.quiet))
    return palette


def check_palette_for(tokens: Tokens) -> QPalette:
    """The palette of check boxes and radio buttons.

    Fusion draws their mark in Text and their outline in a darker Window: with the window's own colour, nobody
    would see it in the dark scheme.
    """
    palette = palette_for(tokens)
    palette.setColor(_Role.Window, QColor(tokens.ink3).lighter(140))
    palette.setColor(_Role.Base, QColor(tokens.field))
    palette.setColor(QPalette.ColorGroup.Active, _Role.Text, QColor(tokens.accent))
    palette.setColor(QPalette.ColorGroup.Inactive, _Role.Text, QColor(tokens.accent))
    return palette
