"""The sheet in which one offers somebody a few times that are free for both; they are held until one is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.business_days import days_after
from infoview_desktop.domain.calendar_entry import Person, Span
from infoview_desktop.domain.free_time import WorkingHours, free_slots
from infoview_desktop.domain.interview import LONGEST_MINUTES
from infoview_desktop.domain.wall_time import local
from infoview_desktop.operations import offers
from infoview_desktop.store.reads import calendar, practice
from infoview_desktop.ui.calendar.wording import BETWEEN, offered_text, their_times, translated
from infoview_desktop.ui.controls.field_label import field_label
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.local_time import time_text, weekday_text
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.story.minutes_field import MinutesField
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.form_sheet import FormSheet

_WIDTH = 520
_OFFERED, _CHECKED = 5, 3
"""Guides advise to offer two or three; two more to choose from."""
_DAYS = 14
_AHEAD = timedelta(hours=24)
"""Whoever is asked needs a day to answer."""
_USUAL_STARTS, _USUAL_ENDS = time(9), time(17)


class OfferSheet(FormSheet):
    """Proposes free times to a person; those that are left checked are held, and copied in words.

    `now` is on the user's clock, with its zone. Where nobody knows how the other person works, it is taken to be as
    the user does, on the other person's clock.
    """

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, person: Person, now: datetime) -> None:
        title = self.tr("Offer times to {name}").format(name=person.name)
        does = self.tr("Hold and copy")
        super().__init__(theme, runner, window, width=_WIDTH, name=self.tr("Offer times"), title=title, does=does)
        self._person = person
        self._now = now
        self._zone = str(now.tzinfo)
        self._slots: list[tuple[Span, QCheckBox]] = []
        self._minutes = MinutesField(theme, self.tr("Minutes"))
        self._told = Label(theme, font="caption", ink="ink2")
        self._told.setWordWrap(True)
        self._boxes = QWidget()
        self._column = QVBoxLayout(self._boxes)
        self._column.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(field_label(theme, self.tr("Minutes"), self._minutes.field), self._minutes)
        form.addRow(Label(theme, self.tr("Times"), ink="ink2"), self._boxes)
        self._minutes.minutes_changed.connect(self._propose)
        self.confirmed.connect(self._on_confirmed)
        self.lay_out(form, self._told, first=self._minutes.field)
        self._propose()

    def _propose(self) -> None:
        """Look for times of the length that is asked for."""
        for _span, box in self._slots:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        minutes = self._minutes.minutes
        self._slots = [(span, QCheckBox(self._words(span))) for span in (self._free(minutes) if minutes else ())]
        for number, (_span, box) in enumerate(self._slots):
            box.setChecked(number < _CHECKED)
            box.toggled.connect(self._on_toggled)
            self._column.addWidget(box)
        self._told.setText(self._what_to_know())
        self._on_toggled()

    def _free(self, minutes: int) -> list[Span]:
        mine = self._hours()
        first, last = self._now.date(), days_after(self._now.date(), _DAYS)
        theirs = replace(mine, time_zone=self._person.time_zone or self._zone)
        return free_slots(
            first=first,
            count=_OFFERED,
            minutes=min(minutes, LONGEST_MINUTES),
            mine=mine,
            theirs=theirs,
            busy=calendar.taken(self._runner.read, first=first, last=last, time_zone=self._zone),
            not_before=self._now + _AHEAD,
            days=_DAYS,
        )

    def _hours(self) -> WorkingHours:
        chosen = practice.practice(self._runner.read)
        days = practice.business_days(self._runner.read, chosen)
        try:
            starts, ends = time.fromisoformat(chosen.day_starts), time.fromisoformat(chosen.day_ends)
        except ValueError:
            starts, ends = _USUAL_STARTS, _USUAL_ENDS
        return WorkingHours(days.working_days, starts, ends, self._zone, frozenset(days.holidays))

    def _words(self, span: Span) -> str:
        """A time in words, in both zones: `Tuesday, 1 December, 15:00 · 09:00 for Ana`."""
        mine = local(span.start, self._zone)
        when = translated("{day}, {time}").format(
            day=weekday_text(mine.date(), today=self._now.date()), time=time_text(mine)
        )
        return BETWEEN.join(filter(None, (when, their_times([self._person], span.start, self._zone))))

    def _what_to_know(self) -> str:
        if not self._slots:
            return self.tr(
                "In the next two weeks there is no time in which both of you work and you are free. Other working hours"
                " can be chosen in Settings."
            )
        name = self._person.given_name or self._person.name
        if not self._person.time_zone:
            return self.tr(
                "Nobody knows {name}'s time zone; it is taken to be yours. It can be written down in About."
            ).format(name=name)
        return self.tr("They stand in the calendar as held until {name} takes one.").format(name=name)

    def _chosen(self) -> list[Span]:
        return [span for span, box in self._slots if box.isChecked()]

    def _on_toggled(self) -> None:
        self.button.setEnabled(bool(self._chosen()))

    def _on_confirmed(self) -> None:
        spans, minutes = self._chosen(), self._minutes.minutes
        if not spans or minutes is None:
            return
        words = self._letter(spans)
        self.do(
            offers.offer,
            then=lambda _outcome: QGuiApplication.clipboard().setText(words),
            contact_id=self._person.id,
            starts=[span.start for span in spans],
            minutes=minutes,
            time_zone=self._zone,
        )

    def _letter(self, spans: Sequence[Span]) -> str:
        """What is put on the clipboard: a line for each time, on both clocks, the other person's first."""
        return "\n".join(f"- {offered_text(self._person, span, self._zone, self._now.date())}" for span in spans)
