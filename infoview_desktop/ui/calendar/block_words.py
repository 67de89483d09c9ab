"""The words of each thing in the calendar: on its card, where there is less room, and in a sentence to be heard."""

from __future__ import annotations

from datetime import date

from infoview_desktop.domain.calendar_entry import Booked, Busy, DueItem, Item, Offered
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.wall_time import local
from infoview_desktop.ui.calendar import wording
from infoview_desktop.ui.calendar.wording import BETWEEN, sentence, translated
from infoview_desktop.ui.local_time import time_text
from infoview_desktop.ui.story.entry_text import MEDIUMS, STATES
from infoview_desktop.ui.wording import said


def title_of(item: Item, time_zone: str, today: date) -> str:
    """What it is called on its card."""
    match item:
        case DueItem():
            told = translated("late") if item.due_on < today else _by(item, time_zone)
            return BETWEEN.join(filter(None, (wording.due_title(item), told)))
        case Booked():
            return f"{wording.names_of(item.people)}{BETWEEN}{wording.minutes_text(item.minutes)}"
        case Offered():
            return translated("Offered to {name}").format(name=wording.called([item.person]))
        case Busy():
            return item.title or translated("Busy")


def shorter_of(item: Item) -> tuple[str, ...]:
    """What it is called where there is less room, the longest first."""
    match item:
        case DueItem():
            title = wording.due_title(item)
            return (title, wording.called([item.person])) if item.person else (title,)
        case Booked():
            return wording.names_of(item.people), wording.called(item.people)
        case Offered():
            return (wording.called([item.person]),)
        case Busy():
            return ()


def detail_of(item: Item, time_zone: str) -> str:
    """What stands below what it is called, less loud."""
    match item:
        case DueItem():
            return wording.names_of([item.person]) if item.person else ""
        case Booked():
            state = "" if item.state is InterviewState.SCHEDULED else said(STATES[item.state][0])
            return BETWEEN.join(filter(None, (state, _theirs(item, time_zone), said(MEDIUMS[item.medium]))))
        case Offered():
            return _theirs(item, time_zone) or wording.hours_text(item.span, time_zone)
        case Busy():
            return ""


def spoken_of(item: Item, time_zone: str, today: date) -> str:
    """All of it in one sentence, for who hears it."""
    match item:
        case DueItem():
            late = translated("late") if item.due_on < today else ""
            when = wording.days_spoken(item.due_on, item.due_on, today=today)
            return sentence(wording.due_title(item), when, _by(item, time_zone), late)
        case Booked():
            return sentence(
                translated("Interview with {names}").format(names=wording.names_of(item.people)),
                wording.when_spoken(item.span, time_zone, today=today),
                _theirs(item, time_zone),
                said(MEDIUMS[item.medium]),
                said(STATES[item.state][0]),
            )
        case Offered():
            when = wording.when_spoken(item.span, time_zone, today=today)
            return sentence(title_of(item, time_zone, today), when, _theirs(item, time_zone))
        case Busy():
            if item.span is None:
                when = wording.days_spoken(item.first_day, item.last_day, today=today)
            else:
                when = wording.when_spoken(item.span, time_zone, today=today)
            return sentence(title_of(item, time_zone, today), when)


def _by(item: DueItem, time_zone: str) -> str:
    """By when it has to be done; "" where only the day counts."""
    if item.due_at is None:
        return ""
    return translated("by {time}").format(time=time_text(local(item.due_at, time_zone)))


def _theirs(item: Booked | Offered, time_zone: str) -> str:
    people = item.people if isinstance(item, Booked) else (item.person,)
    return wording.their_times(people, item.span.start, time_zone)
