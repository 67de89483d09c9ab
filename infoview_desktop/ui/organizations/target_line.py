"""Whether and how much one wants to work somewhere, and how many openings one has seen: what orders the targets."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from infoview_desktop.domain.motivation import MOST_MOTIVATION
from infoview_desktop.domain.organization import Organization
from infoview_desktop.ui.controls.buttons import SecondaryButton
from infoview_desktop.ui.controls.chip import ChipButton
from infoview_desktop.ui.controls.count_edit import CountEdit
from infoview_desktop.ui.controls.flow_layout import FlowLayout
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme

_MOST_OPENINGS = 999


class TargetLine(QWidget):
    """`changed` carries the name of a field and its text; `after` stands behind all of it."""

    wanted = Signal(bool)
    """Whether it is to be a target."""
    changed = Signal(str, str)

    def __init__(self, theme: Theme, *, editable: bool, after: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._target = SecondaryButton(theme, self.tr("Target"), icon="star")
        self._target.setCheckable(True)
        self._target.setEnabled(editable)
        self._motivations = QButtonGroup(self)
        motivation, layout = _group()
        layout.addWidget(Label(theme, self.tr("Motivation"), ink="ink2"))
        layout.addSpacing(6)
        for number in range(MOST_MOTIVATION + 1):
            button = ChipButton(theme, str(number))
            button.setAccessibleName(
                self.tr("{number} of {most}, motivation").format(number=number, most=MOST_MOTIVATION)
            )
            button.setEnabled(editable)
            self._motivations.addButton(button, number)
            layout.addWidget(button)
        self._openings = CountEdit(self.tr("Openings seen"), most=_MOST_OPENINGS)
        self._openings.setReadOnly(not editable)
        self._openings.setEnabled(editable)
        label = Label(theme, self.tr("Openings seen"), ink="ink2")
        label.setBuddy(self._openings)
        openings, layout = _group()
        layout.addWidget(label)
        layout.addSpacing(6)
        layout.addWidget(self._openings)
        self._details = (motivation, openings)
        flow = FlowLayout(self, spacing=8)
        for widget in (self._target, motivation, openings, after):
            flow.addWidget(widget)
        self._target.clicked.connect(self.wanted)
        self._motivations.idClicked.connect(lambda number: self.changed.emit("motivation", str(number)))
        self._openings.counted.connect(lambda count: self.changed.emit("openings", str(count)))

    def show_organization(self, organization: Organization) -> None:
        """Show what is stored."""
        target = organization.target
        self._target.setChecked(target)
        self._target.setIcon(self._theme.icon("check" if target else "star", role="accent" if target else "ink"))
        for group in self._details:
            group.setVisible(target)
        self._motivations.button(organization.motivation).setChecked(True)
        self._openings.show_count(organization.openings)

    def leave(self) -> None:
        """Store what was counted."""
        self._openings.leave()


def _group() -> tuple[QWidget, QHBoxLayout]:
    """Controls that stay on one line."""
    group = QWidget()
    layout = QHBoxLayout(group)
    layout.setContentsMargins(6, 0, 6, 0)
    layout.setSpacing(2)
    return group, layout
