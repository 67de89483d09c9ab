"""Whose public holidays are days off."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFormLayout

from infoview_desktop.operations import practice
from infoview_desktop.operations.practice import Region
from infoview_desktop.store.reads import practice as reads
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.settings.choosing import Choosing
from infoview_desktop.ui.settings.region_edit import RegionEdit
from infoview_desktop.ui.settings.section import Surroundings
from infoview_desktop.ui.wording import long_date_text

_PARTS = "parts of the country"


class PublicHolidays(Choosing):
    """A country and, where its parts have holidays of their own, one of these; and which day off is the next.

    What there is to choose is looked up in the pool, once the settings are open.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(
            around,
            tables=frozenset({"practice", "holiday"}),
            words=self.tr("On a public holiday nobody is expected to answer, nor you to write."),
        )
        self._region = ""
        self._countries: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        self._parts_of = ""
        self._country, self._part = RegionEdit(self.tr("Country")), RegionEdit(self.tr("Region"))
        self._country.setPlaceholderText(self.tr("None · begin with a name"))
        self._part.setPlaceholderText(self.tr("The whole country · begin with a name"))
        self._country.chosen.connect(self._choose)
        self._part.chosen.connect(lambda code: self._choose(code or self._parts_of))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, edit in ((self.tr("Country"), self._country), (self.tr("Region"), self._part)):
            edit.setReadOnly(not around.editable)
            self._form.addRow(field_label(around.theme, text, edit), edit)
        self._next = self.words("")
        self.add(self._form, self._next)
        self.runner.ask(practice.countries, then=self._on_countries_found)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show the region, and its next day off."""
        self._region = reads.practice(self.runner.read).region
        country = self._region.partition("-")[0]
        if country != self._parts_of:
            self._parts_of, self._parts = country, {}
            if country:
                self.runner.ask(practice.parts, then=self._on_parts_found, key=_PARTS, country=country)
        self._show_names()
        self._next.setText(self._next_day_off())
        self._next.setVisible(bool(self._region))

    def _show_names(self) -> None:
        self._country.show_region(self._parts_of, self._countries)
        self._part.show_region(self._region if "-" in self._region else "", self._parts)
        self._form.setRowVisible(self._part, bool(self._parts))

    def _next_day_off(self) -> str:
        today = wall_clock.today()
        chosen = reads.practice(self.runner.read)
        ahead = [day for day in reads.business_days(self.runner.read, chosen).holidays.items() if day[0] > today]
        if not ahead:
            return self.tr("No holiday is known of the years ahead.")
        day, name = min(ahead)
        weekday, text = QLocale().dayName(day.isoweekday()), long_date_text(day.isoformat())
        return self.tr("The next: {name}, {weekday} {day}.").format(name=name, weekday=weekday, day=text)

    def _choose(self, region: str) -> None:
        self.do(practice.edit, field="region", text=region)

    def _on_countries_found(self, found: list[Region]) -> None:
        self._countries = {region.code: region.name for region in found}
        self._show_names()

    def _on_parts_found(self, found: list[Region]) -> None:
        self._parts = {region.code: region.name for region in found}
        self._show_names()
