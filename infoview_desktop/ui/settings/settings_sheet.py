"""Settings: a sheet of sections, each of which holds as soon as something is chosen in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.settings.appearance import Appearance
from infoview_desktop.ui.settings.cadences import Cadences
from infoview_desktop.ui.settings.choosing import Choosing
from infoview_desktop.ui.settings.keep_in_touch import KeepInTouch
from infoview_desktop.ui.settings.keeping import Backups, DataFolder
from infoview_desktop.ui.settings.other_calendars import OtherCalendars
from infoview_desktop.ui.settings.public_holidays import PublicHolidays
from infoview_desktop.ui.settings.section import Section, Surroundings
from infoview_desktop.ui.settings.working_days import WorkingDays
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.page_sheet import PageSheet
from infoview_desktop.ui.wording import said

_WIDTH = 680

SECTIONS = (
    Section(Phrase("Appearance"), Appearance),
    Section(Phrase("Working days and hours"), WorkingDays),
    Section(Phrase("Public holidays"), PublicHolidays),
    Section(Phrase("Follow-ups"), Cadences),
    Section(Phrase("Keep in touch"), KeepInTouch),
    Section(Phrase("Calendars of other programs"), OtherCalendars),
    Section(Phrase("Your data"), DataFolder),
    Section(Phrase("Backups"), Backups),
)
"""All there is to choose, in its order; a part of the product adds its own here."""


class SettingsSheet(PageSheet):
    """Shows `SECTIONS`; `command_wanted` carries the name of a command to do once the sheet is gone."""

    command_wanted = Signal(str)

    def __init__(
        self, theme: Theme, runner: Runner, window: QWidget, *, directory: Path, kept: bool, editable: bool
    ) -> None:
        around = Surroundings(theme, runner, directory, self._leave_for, kept, editable)
        super().__init__(theme, window, _page(around), width=_WIDTH, name=said(Phrase("Settings")))

    def dismiss(self) -> None:
        """Store what is being typed or counted, and go away."""
        for section in self.findChildren(Choosing):
            section.leave()
        super().dismiss()

    def _leave_for(self, command: str) -> None:
        self.dismiss()
        self.command_wanted.emit(command)


def _page(around: Surroundings) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for number, section in enumerate(SECTIONS):
        if number:
            column.addSpacing(16)
        column.addWidget(Label(around.theme, said(section.heading), font="section", ink="ink2"))
        column.addWidget(section.build(around))
    return page
