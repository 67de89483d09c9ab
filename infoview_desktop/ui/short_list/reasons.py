"""Why somebody stands where they stand: each reason with what it counts, and the sum."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from infoview_desktop.domain.ranking import FACTORS, Ranking
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.short_list.wording import points_text
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class Reasons(QWidget):
    """A small account of a `Ranking`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        self._rows = [(Label(theme), Label(theme, ink="ink2")) for _ in FACTORS]
        for number, (phrase, points) in enumerate(self._rows):
            phrase.setWordWrap(True)
            grid.addWidget(phrase, number, 0)
            grid.addWidget(points, number, 1, _RIGHT)
        last = len(self._rows)
        self._total = Label(theme, font="emphasis")
        grid.addWidget(Hairline(), last, 0, 1, 2)
        grid.addWidget(Label(theme, self.tr("Together"), font="emphasis"), last + 1, 0)
        grid.addWidget(self._total, last + 1, 1, _RIGHT)

    def show_ranking(self, ranking: Ranking) -> None:
        """Show all of its reasons; that there is none is one of the things it says."""
        lines = [(said(reason.phrase), points_text(reason.points)) for reason in ranking.reasons]
        lines = lines or [(self.tr("Nothing known speaks for them yet."), "")]
        for number, (phrase, points) in enumerate(self._rows):
            shown = number < len(lines)
            phrase.setVisible(shown)
            points.setVisible(shown)
            if shown:
                phrase.setText(lines[number][0])
                points.setText(lines[number][1])
        self._total.setText(points_text(ranking.score))
