"""About: every field of a person, edited where it stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.contact import Contact, Seniority, Source
from infoview_desktop.domain.known_error import NOTHING
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import contacts
from infoview_desktop.operations.contact_fields import EDITABLE, zones
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads import contacts as contact_reads
from infoview_desktop.store.reads import organizations
from infoview_desktop.store.reads.put_aside import CONTACT_PLACES
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.editing.field_edits import ChoiceEdit
from infoview_desktop.ui.editing.field_form import FieldForm
from infoview_desktop.ui.editing.form_field import FormField, Kind, Section
from infoview_desktop.ui.keep_in_touch import keep_in_touch_choices, keep_in_touch_text
from infoview_desktop.ui.people.contact_columns import seniority_text, source_text
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import date_text, date_typed, said

_NOT_KNOWN = Phrase("Not known")
_AS_FOR_EVERYBODY = Phrase("as for everybody, or for a tag of theirs")
_SEVERAL = Phrase("several with commas between")


def _seniorities() -> list[tuple[str, str]]:
    return [(each.value, seniority_text(each) or said(_NOT_KNOWN)) for each in Seniority]


def _sources() -> list[tuple[str, str]]:
    return [(each.value, source_text(each) or said(_NOT_KNOWN)) for each in Source]


def _keep_in_touch() -> list[tuple[str, str]]:
    return [("", said(_AS_FOR_EVERYBODY)), *keep_in_touch_choices()]


def _choose_keep_in_touch(store: Any, *, contact_id: int, text: str, **_field: str) -> Outcome[None]:  # noqa: ANN401 - handed on
    from infoview_desktop.operations import keep_in_touch  # noqa: PLC0415 - not needed to start

    if text:
        return keep_in_touch.choose(store, contact_ids=[contact_id], days=int(text))
    return keep_in_touch.reset(store, contact_ids=[contact_id])


SECTIONS = (
    Section(
        Phrase("Name"),
        (
            FormField("given_name", Phrase("Given name")),
            FormField("middle_name", Phrase("Middle name")),
            FormField("family_name", Phrase("Family name")),
            FormField("suffix", Phrase("Suffix"), Phrase("Jr., III")),
            FormField("credentials", Phrase("Credentials"), Phrase("PhD, MBA")),
            FormField("pronouns", Phrase("Pronouns"), Phrase("she/her")),
        ),
    ),
    Section(
        Phrase("Work"),
        (
            FormField("position", Phrase("Position")),
            FormField("seniority", Phrase("Seniority"), kind=Kind.CHOICE, choices=_seniorities),
            FormField("organization", Phrase("Organization"), offers=organizations.names),
            FormField("past_employers", Phrase("Worked at before"), _SEVERAL),
            FormField("schools", Phrase("Schools"), _SEVERAL),
        ),
    ),
    Section(
        Phrase("Reach"),
        (
            FormField("emails", Phrase("E-mail"), _SEVERAL),
            FormField("phones", Phrase("Phone"), _SEVERAL),
            FormField("links", Phrase("Links"), _SEVERAL),
            FormField("location", Phrase("Location"), Phrase("Lima, Peru")),
            FormField("time_zone", Phrase("Time zone"), Phrase("begin with the city: lima"), offers=zones),
        ),
    ),
    Section(
        Phrase("You and them"),
        (
            FormField("tags", Phrase("Tags"), Phrase("alumni, data, lima")),
            FormField("source", Phrase("How found"), kind=Kind.CHOICE, choices=_sources),
            FormField("referrer", Phrase("Referred by"), Phrase("somebody in the book"), offers=contact_reads.names),
            FormField("in_touch_on", Phrase("Last touch"), shown=date_text, typed=date_typed),
            FormField(
                "keep_in_touch",
                Phrase("Keep in touch"),
                kind=Kind.CHOICE,
                choices=_keep_in_touch,
                verb=_choose_keep_in_touch,
            ),
        ),
    ),
    Section(NOTHING, (FormField("remarks", Phrase("Remarks"), kind=Kind.PROSE),)),
)


class AboutForm(FieldForm):
    """The fields of one person."""

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            runner,
            SECTIONS,
            verb=contacts.edit,
            key="contact_id",
            places=CONTACT_PLACES,
            editable=editable,
            parent=parent,
        )
        self._connected_on = Label(theme)
        self.add_last(self.tr("Connected on"), self._connected_on)

    def show_contact(self, contact: Contact) -> None:
        """Show a person; what is being typed for the same one stays."""
        days = contact_reads.keep_in_touch_days(self._runner.read, contact.id)
        keep_in_touch = "" if days is None else str(days)
        choice = self._edits["keep_in_touch"]
        if days is not None and isinstance(choice, ChoiceEdit):
            choice.offer(keep_in_touch, keep_in_touch_text(days))
        texts = {name: field.as_text(contact) for name, field in EDITABLE.items()}
        self.show_record(contact.id, texts | {"keep_in_touch": keep_in_touch})
        self._connected_on.setText(date_text(contact.connected_on) or self.tr("unknown"))

    def edit_name(self) -> None:
        """Put the cursor into the name."""
        self.edit_field("given_name")
