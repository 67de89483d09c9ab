"""What the user says of themselves: it makes the reasons to talk to somebody."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.contact import Seniority
from infoview_desktop.domain.known_error import NOTHING
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import profile
from infoview_desktop.store.reads import organizations
from infoview_desktop.store.reads import profile as reads
from infoview_desktop.ui.editing.field_form import FieldForm
from infoview_desktop.ui.editing.form_field import FormField, Kind, Section
from infoview_desktop.ui.people.contact_columns import seniority_text
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

_NOT_SAID = Phrase("Not said")


def _seniorities() -> list[tuple[str, str]]:
    return [(each.value, seniority_text(each) or said(_NOT_SAID)) for each in Seniority]


_SECTIONS = (
    Section(
        NOTHING,
        (
            FormField("directions", Phrase("Would like to do"), Phrase("data for good, nursing")),
            FormField("seniority", Phrase("Your level"), kind=Kind.CHOICE, choices=_seniorities),
            FormField("schools", Phrase("Your schools"), Phrase("several with commas between")),
            FormField(
                "past_employers",
                Phrase("Worked before"),
                Phrase("several with commas between"),
                offers=organizations.names,
            ),
        ),
    ),
)


class AboutYouForm(FieldForm):
    """The fields of the one profile there is."""

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            runner,
            _SECTIONS,
            verb=profile.edit,
            key="profile_id",
            places=reads.PROFILE_PLACES,
            editable=editable,
            parent=parent,
        )
        self.column.setContentsMargins(0, 4, 12, 4)
        runner.changed.connect(self._on_changed)
        self._show_profile()

    def _show_profile(self) -> None:
        told = reads.profile(self._runner.read)
        self.show_record(profile.ONLY, {name: field.as_text(told) for name, field in profile.EDITABLE.items()})

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & {"profile", "direction"}:
            self._show_profile()
