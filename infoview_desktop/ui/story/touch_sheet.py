"""The sheet in which what was logged is mended."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QWidget

from infoview_desktop.domain.touch import Answer, Touch, TouchKind
from infoview_desktop.operations import touches
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.buttons import SecondaryButton
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.editing.field_edits import ChoiceEdit, ProseEdit
from infoview_desktop.ui.follow_ups.day_edit import DayEdit
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.story.entry_text import ANSWERS, KINDS
from infoview_desktop.ui.story.when_field import WhenField
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.form_sheet import FormSheet
from infoview_desktop.ui.wording import said

_WIDTH = 480
_UNTIL = frozenset({Answer.LATER, Answer.OUT_OF_OFFICE})


class TouchSheet(FormSheet):
    """Kind, answer, moment, until when, and words; it can be deleted as well."""

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, touch: Touch, name: str) -> None:
        title = self.tr("What happened with {name}").format(name=name)
        super().__init__(
            theme,
            runner,
            window,
            width=_WIDTH,
            name=self.tr("Change what happened"),
            title=title,
            does=self.tr("Save"),
        )
        self._touch = touch
        self._kind = ChoiceEdit(self.tr("What"), [(kind.value, said(words)) for kind, words in KINDS.items()])
        self._kind.show_stored(touch.kind)
        self._kind.left.connect(self._show_fitting)
        self._answer = ChoiceEdit(self.tr("Answer"), [(each.value, said(words)) for each, words in ANSWERS.items()])
        self._answer.show_stored(touch.answer)
        self._answer.left.connect(self._show_fitting)
        self._when = WhenField(theme)
        self._when.show_moment(touch.at)
        self._when.moment_changed.connect(self._show_fitting)
        until = self.tr("Until")
        self._until = DayEdit(theme, until, first=touch.local.date(), reference=wall_clock.today())
        if touch.until is not None:
            self._until.show_day(touch.until)
        words = self.tr("Words")
        self._words = ProseEdit()
        self._words.setAccessibleName(words)
        self._words.setPlaceholderText(self.tr("What they said, or what it was about"))
        self._words.show_stored(touch.words)
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(field_label(theme, self.tr("What"), self._kind), self._kind)
        form.addRow(field_label(theme, self.tr("Answer"), self._answer), self._answer)
        form.addRow(field_label(theme, self.tr("Time"), self._when.time), self._when)
        form.addRow(field_label(theme, until, self._until.field), self._until)
        form.addRow(field_label(theme, words, self._words), self._words)
        delete = SecondaryButton(theme, self.tr("Delete"))
        delete.clicked.connect(self._on_delete)
        self.confirmed.connect(self._on_confirmed)
        self.lay_out(form, first=self._kind, other=delete)
        self._show_fitting()

    def _show_fitting(self) -> None:
        """Ask for an answer only of a reply, for a day only where something is put off."""
        replied = self._kind.typed == TouchKind.REPLIED
        self._form.setRowVisible(self._answer, replied)
        self._form.setRowVisible(self._until, replied and self._answer.typed in _UNTIL)
        self.button.setEnabled(self._when.wall_time is not None)

    def _on_confirmed(self) -> None:
        when = self._when.wall_time
        if when is None:
            return
        answer = Answer(self._answer.typed) if self._kind.typed == TouchKind.REPLIED else Answer.NONE
        self.do(
            touches.mend,
            touch_id=self._touch.id,
            kind=TouchKind(self._kind.typed),
            at=when.moment,
            answer=answer,
            until=self._until.day if answer in _UNTIL else None,
            words=self._words.typed,
        )

    def _on_delete(self) -> None:
        self.do(touches.delete, touch_id=self._touch.id)
