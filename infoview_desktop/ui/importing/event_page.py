"""What a calendar's file has for the book, to be looked at before anything is stored."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.event_import import Candidate, Standing
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.calendars import Shown
from infoview_desktop.operations.event_imports import EventPreview
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.editing.colour_edit import ColourEdit
from infoview_desktop.ui.editing.field_edits import LineEdit
from infoview_desktop.ui.importing.event_list import EventList
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import long_date_text, said

_INDENT = 28


class EventPage(QWidget):
    """Which events become interviews, whether the calendar is shown, and the one button that stores it.

    Args:
        theme: what it is painted with.
        preview: what there is.
        now: what time it is, on the user's clock, with its zone.
        colour: the one that is proposed for the calendar.
    """

    accepted = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, preview: EventPreview, *, now: datetime, colour: str) -> None:
        super().__init__()
        self._theme = theme
        self._preview = preview
        self._open = [one for one in preview.candidates if one.standing is not Standing.SAME]
        self._events = EventList(theme, self._open, now=now)
        self._events.ticked.connect(self._on_chosen)
        self._show = QCheckBox(self.tr("Show this calendar as busy time"))
        self._show.toggled.connect(self._on_chosen)
        self._colour = ColourEdit(theme, self.tr("Colour"))
        self._colour.show_stored(colour)
        self._name = LineEdit()
        self._name.setAccessibleName(self.tr("Name of the calendar"))
        self._name.show_stored(preview.file.title or preview.path.stem)
        self._name.textChanged.connect(self._on_chosen)
        self._watched = QCheckBox(self.tr("Keep up with the file as the other program changes it"))
        self._watched.setChecked(True)
        self._accept = PrimaryButton(theme, "")
        self._accept.clicked.connect(self.accepted)
        self._cancel = SecondaryButton(theme, self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        self._lay_out()
        # What names nobody else than those who are to be met is no calendar of one's weeks.
        self._show.setChecked(not preview.is_shown and len(preview.look.busy) > len(self._open))
        self._on_chosen()

    @property
    def chosen(self) -> list[Candidate]:
        """The events that are to be interviews."""
        return self._events.chosen

    @property
    def shown(self) -> Shown | None:
        """How the calendar is to be shown; None for not at all."""
        if not self._show.isChecked():
            return None
        return Shown(self._name.text(), self._colour.typed, self._watched.isChecked())

    def focus_first(self) -> None:
        """Put the focus where Enter does what the person most likely wants."""
        (self._accept if self._accept.isEnabled() else self._cancel).setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(ElidedLabel(self._theme, self._preview.file.title or self._preview.file.name, font="large"))
        for words in self._told():
            label = Label(self._theme, words, ink="ink2")
            label.setWordWrap(True)
            column.addWidget(label)
        if self._open:
            column.addWidget(Label(self._theme, self.tr("Interviews"), font="section", ink="ink2"))
            column.addWidget(self._events)
        else:
            self._events.hide()
        how = QHBoxLayout()
        how.setContentsMargins(self._theme.scaled(_INDENT), 0, 0, 0)
        how.setSpacing(8)
        how.addWidget(self._colour)
        how.addWidget(self._name, 1)
        keep_up = QHBoxLayout()
        keep_up.setContentsMargins(self._theme.scaled(_INDENT), 0, 0, 0)
        keep_up.addWidget(self._watched)
        column.addWidget(self._show)
        column.addLayout(how)
        column.addLayout(keep_up)
        for control in (self._show, self._colour, self._name, self._watched):
            control.setVisible(self._can_be_shown)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._accept)
        column.addLayout(buttons)

    @property
    def _can_be_shown(self) -> bool:
        return bool(self._preview.look.busy) and not self._preview.is_shown

    def _told(self) -> list[str]:
        """What there is to know of the file, a sentence each."""
        file, preview = self._preview.file, self._preview
        first, last = (long_date_text(day.isoformat()) for day in (preview.look.first, preview.look.last))
        told = [
            said(
                Phrase.counted(
                    "{count} event from {first} to {last}, in {file}.",
                    "{count} events from {first} to {last}, in {file}.",
                    len(file.events),
                    first=first,
                    last=last,
                    file=file.name,
                )
            )
        ]
        same = len(preview.candidates) - len(self._open)
        if same:
            told.append(
                said(
                    Phrase.counted(
                        "{count} of them stands in your calendar as an interview already.",
                        "{count} of them stand in your calendar as interviews already.",
                        same,
                    )
                )
            )
        if file.left_out:
            told.append(self.tr("There are more than can be shown; those are left out."))
        if file.problems:
            told.append(
                said(
                    Phrase.counted(
                        "{count} thing in it could not be read, in line {line}: {why}.",
                        "{count} things in it could not be read; the first, in line {line}: {why}.",
                        len(file.problems),
                        line=self.locale().toString(file.problems[0].line),
                        why=file.problems[0].why,
                    )
                )
            )
        if preview.is_shown:
            told.append(self.tr("This calendar is shown already."))
        return told

    def _on_chosen(self) -> None:
        count, shown = len(self.chosen), self.shown
        for control in (self._colour, self._name, self._watched):
            control.setEnabled(shown is not None)
        add = Phrase.counted("Add {count} interview", "Add {count} interviews", count)
        both = Phrase.counted(
            "Add {count} interview and show the calendar", "Add {count} interviews and show the calendar", count
        )
        show = Phrase("Show the calendar")
        self._accept.setText(said(both if count and shown else add if count else show))
        self._accept.setEnabled(bool(count or shown) and (shown is None or bool(shown.name.strip())))
