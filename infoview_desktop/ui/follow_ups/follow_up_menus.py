"""Asks until when something is put off, or why it is skipped, and does it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from infoview_desktop.domain.follow_up import FollowUp, Rule
from infoview_desktop.domain.snooze import snooze_choices
from infoview_desktop.operations import follow_ups
from infoview_desktop.operations.outcome import Outcome
from infoview_desktop.store.reads import practice, stories
from infoview_desktop.ui.follow_ups.day_sheet import DaySheet
from infoview_desktop.ui.follow_ups.skipping import SkipMenu, SkipSheet
from infoview_desktop.ui.follow_ups.snooze_menu import SnoozeMenu
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wall_clock import WallClock
from infoview_desktop.ui.window.sheet import Sheet

Then = Callable[[Outcome[Any]], None]


class FollowUpMenus:
    """The menus and sheets for what is due, wherever it is shown.

    Args:
        theme: what they are painted with.
        runner: carries the verbs.
        clock: what time it is.
        view: what they belong to.
        open_sheet: lets a sheet come up over the window.
    """

    def __init__(
        self, theme: Theme, runner: Runner, clock: WallClock, view: QWidget, *, open_sheet: Callable[[Sheet], None]
    ) -> None:
        self._theme = theme
        self._runner = runner
        self._clock = clock
        self._view = view
        self._open_sheet = open_sheet

    def ask_until_when(self, one: FollowUp, title: str, place: QPoint, *, then: Then | None = None) -> None:
        """Let a menu come up at a place of the screen, from which it is put off; `title` says what it is."""
        reader = self._runner.read
        interview = (
            stories.interview(reader, one.interview_id) if one.interview_id and one.rule is Rule.CONFIRM else None
        )
        today = self._clock.now().date()
        offered = snooze_choices(
            one.rule,
            today=today,
            business_days=practice.habits(reader).business_days,
            before=interview.local.date() if interview else None,
        )
        menu = SnoozeMenu(self._view, offered, today=today)
        menu.day_chosen.connect(partial(self._put_off, one, then))
        menu.other_day_wanted.connect(partial(self._ask_for_day, one, title, then))
        menu.popup(place)

    def ask_why(self, one: FollowUp, title: str, place: QPoint, *, then: Then | None = None) -> None:
        """Let a menu come up at a place of the screen, from which it is skipped for a reason."""
        menu = SkipMenu(self._view)
        menu.chosen.connect(
            lambda why: self._ask_for_words(one, title, then) if why is None else self._skip(one, then, why)
        )
        menu.popup(place)

    def _ask_for_day(self, one: FollowUp, title: str, then: Then | None) -> None:
        tomorrow = self._clock.now().date() + timedelta(days=1)
        sheet = DaySheet(
            self._theme,
            self._runner,
            self._view.window(),
            title=title,
            first=tomorrow,
            day=max(tomorrow, one.due_on + timedelta(days=1)),
        )
        sheet.chosen.connect(partial(self._put_off, one, then))
        self._open_sheet(sheet)

    def _ask_for_words(self, one: FollowUp, title: str, then: Then | None) -> None:
        sheet = SkipSheet(self._theme, self._runner, self._view.window(), title=title)
        sheet.chosen.connect(partial(self._skip, one, then))
        self._open_sheet(sheet)

    def _put_off(self, one: FollowUp, then: Then | None, day: date) -> None:
        self._runner.do(follow_ups.snooze, follow_up_id=one.id, due_on=day, then=then)

    def _skip(self, one: FollowUp, then: Then | None, why: str) -> None:
        self._runner.do(follow_ups.skip, follow_up_id=one.id, why=why, then=then)
