"""The sheet in which an interview is saved as an invitation, to be attached to a mail."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFormLayout, QWidget

from infoview_desktop.domain.calendar_event import Attendee
from infoview_desktop.domain.interview import Interview, InterviewState
from infoview_desktop.operations import invitations, settings
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads import contacts
from infoview_desktop.store.reads import settings as reads
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.field import Field
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.form_sheet import FormSheet

_WIDTH = 480
_NAME, _EMAIL = "own_name", "own_email"


class InvitationSheet(FormSheet):
    """Asks who invites, once: calendars answer to that address; then where the file is to be."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, interview: Interview) -> None:
        off = interview.state is InterviewState.CANCELLED
        name = self.tr("Call off by calendar") if off else self.tr("Invite by calendar")
        super().__init__(theme, runner, window, width=_WIDTH, name=name, title=name, does=self.tr("Save as a file"))
        self._runner = runner
        self._interview = interview
        left = reads.all_settings(runner.read)
        self._name, self._email = Field(), Field()
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for field, label, kept in (
            (self._name, self.tr("Your name"), left.get(_NAME)),
            (self._email, self.tr("Your e-mail address"), left.get(_EMAIL)),
        ):
            field.setAccessibleName(label)
            field.setText(kept if isinstance(kept, str) else "")
            form.addRow(field_label(theme, label, field), field)
        words = Label(theme, self._what_to_know(), font="caption", ink="ink2")
        words.setWordWrap(True)
        self._email.textChanged.connect(self._on_typed)
        self.confirmed.connect(self._on_confirmed)
        self.lay_out(form, words, first=self.button if self._email.text() else self._name)
        self._on_typed()

    def _what_to_know(self) -> str:
        """What the file is for, and whom it does not reach."""
        told = [self.tr("Attach the file to a mail: the calendar of whoever opens it offers to answer.")]
        people = filter(None, (contacts.contact(self._runner.read, each) for each in self._interview.contact_ids))
        without = [person.name for person in people if not person.emails]
        if without:
            names = ", ".join(without)
            told.append(self.tr("No e-mail address is known of {names}; About has room for it.").format(names=names))
        return " ".join(told)

    def _on_typed(self) -> None:
        before, at, after = self._email.text().strip().partition("@")
        self.button.setEnabled(bool(before and at and after) and " " not in before + after)

    def _on_confirmed(self) -> None:
        if not self.button.isEnabled():
            return
        organizer = Attendee(self._name.text().strip(), self._email.text().strip())
        names = contacts.present_names(self._runner.read, self._interview.contact_ids)
        proposed = self.tr("Interview with {names}").format(names=", ".join(names.values()))
        plain = "".join(letter if letter.isalnum() or letter in " -.," else "-" for letter in proposed)
        path, _ = QFileDialog.getSaveFileName(
            self.window(), self.tr("Save as a file"), f"{plain}.ics", self.tr("Invitations (*.ics)")
        )
        if path:
            self._runner.do(settings.remember, values={_NAME: organizer.name, _EMAIL: organizer.email})
            self._runner.ask(
                invitations.write,
                then=self._on_written,
                failed=self._on_failed,
                interview_id=self._interview.id,
                path=Path(path),
                made_at=wall_clock.now(),
                organizer=organizer,
            )

    def _on_written(self, _outcome: Outcome[None]) -> None:
        self.dismiss()
