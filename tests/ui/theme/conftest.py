"""The theme over the project's own drawings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from infoview_desktop.ui.theme.theme import Scheme, Theme

ICONS = Path(__file__).parents[3] / "resources" / "icons"


@pytest.fixture(scope="session")
def icons() -> Path:
    return ICONS


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication, icons: Path) -> Theme:
    theme = Theme(icons=icons, application=qapp)
    theme.dress()
    return theme


@pytest.fixture
def theme(_dressed: Theme) -> Iterator[Theme]:
    _dressed.set_scheme(Scheme.LIGHT)
    yield _dressed
    _dressed.set_scheme(Scheme.LIGHT)
