"""The controls are tested in the theme they are painted with."""

from tests.ui.theme.conftest import _dressed, icons, theme

__all__ = ["_dressed", "icons", "theme"]
