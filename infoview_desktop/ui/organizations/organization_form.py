"""Every field of an organization, edited where it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.known_error import NOTHING
from infoview_desktop.domain.organization import Organization
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import organizations
from infoview_desktop.operations.organization_fields import EDITABLE
from infoview_desktop.store.reads.put_aside import ORGANIZATION_PLACES
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.editing.field_form import FieldForm
from infoview_desktop.ui.editing.form_field import FormField, Kind, Section
from infoview_desktop.ui.organizations.wording import kinds
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme

SECTIONS = (
    Section(
        Phrase("About it"),
        (
            FormField("name", Phrase("Name")),
            FormField("kind", Phrase("Kind"), kind=Kind.CHOICE, choices=kinds),
            FormField("industry", Phrase("Industry"), Phrase("Humanitarian aid")),
            FormField("size", Phrase("Size"), Phrase("51 to 200 people")),
        ),
    ),
    Section(
        Phrase("Reach"),
        (
            FormField("city", Phrase("City")),
            FormField("website", Phrase("Website"), Phrase("example.org")),
            FormField("phone", Phrase("Phone")),
        ),
    ),
    Section(
        NOTHING,
        (
            FormField("mission", Phrase("Mission"), Phrase("What are they for, in their own words?"), kind=Kind.PROSE),
            FormField("remarks", Phrase("Remarks"), kind=Kind.PROSE),
        ),
    ),
)


class OrganizationForm(FieldForm):
    """The fields of one organization."""

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            runner,
            SECTIONS,
            verb=organizations.edit,
            key="organization_id",
            places=ORGANIZATION_PLACES,
            editable=editable,
            parent=parent,
        )
        self._others = Label(theme)
        self._others.setWordWrap(True)
        self._others_label = self.add_last(self.tr("Also called"), self._others)

    def show_organization(self, organization: Organization) -> None:
        """Show an organization; what is being typed for the same one stays."""
        self.show_record(organization.id, {name: field.as_text(organization) for name, field in EDITABLE.items()})
        self._others.setText(", ".join(organization.other_names))
        for widget in (self._others, self._others_label):
            widget.setVisible(bool(organization.other_names))
