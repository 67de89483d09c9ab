"""One thing as every view of the calendar shows it, whatever it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum, auto

from infoview_desktop.domain.calendar_entry import Booked, Busy, DueItem, Offered, Person, Span
from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.wall_time import local
from infoview_desktop.store.reads.calendar import CalendarPart
from infoview_desktop.ui.calendar import wording
from infoview_desktop.ui.calendar.wording import BETWEEN, sentence, translated
from infoview_desktop.ui.local_time import time_text
from infoview_desktop.ui.story.entry_text import MEDIUMS, STATES
from infoview_desktop.ui.wording import said


class BlockKind(Enum):
    """What stands there."""

    BOOKED = auto()
    """An interview."""
    DUE = auto()
    """A follow-up."""
    OFFERED = auto()
    """A time that was offered to somebody."""
    BUSY = auto()
    """What a calendar of another program says."""


_MOVABLE = frozenset({InterviewState.ASKED, InterviewState.SCHEDULED})
_TAKES_PLACE = frozenset({InterviewState.ASKED, InterviewState.SCHEDULED, InterviewState.HELD})


Item = Booked | DueItem | Offered | Busy


@dataclass(frozen=True, slots=True)
class Block:
    """One thing in the calendar.

    Attributes:
        kind: what it is.
        id: its own among its kind; of busy time that of the calendar.
        title: what it is called on its card.
        shorter: what it is called where there is less room, the longest first.
        detail: what stands below that, less loud.
        spoken: all of it in one sentence, for who hears it.
        first_day: the first day it stands on, where the user is.
        last_day: the last one.
        span: when; None for what has whole days.
        contact_id: with whom, the first where there are several; None for nobody.
        movable: whether it may have another time or day.
        state: how an interview stands.
        colour: a tone's name or `#rrggbb`; "" for that of its kind.
        people: with whom, and where they are.
        item: what was read of it.
    """

    kind: BlockKind
    id: int
    title: str
    detail: str
    spoken: str
    first_day: date
    last_day: date
    span: Span | None
    contact_id: int | None
    movable: bool
    item: Item
    state: InterviewState | None = None
    colour: str = ""
    people: tuple[Person, ...] = ()
    shorter: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from every other; the busy times of one calendar are told apart by what they are."""
        if self.kind is BlockKind.BUSY:
            return self.kind, self.id, self.title, self.first_day, self.span
        return self.kind, self.id

    @property
    def takes_time(self) -> bool:
        """Whether something else at the same time clashes with it."""
        return self.span is not None and (self.state is None or self.state in _TAKES_PLACE)


def blocks_of(part: CalendarPart, *, time_zone: str, today: date) -> list[Block]:
    """Everything between two days as it is shown to a user in this time zone: whole days first, then by time."""
    blocks = [_due(item, time_zone, today) for item in part.due]
    blocks += [_booked(item, time_zone, today) for item in part.booked]
    blocks += [_offered(item, time_zone, today) for item in part.offered]
    blocks += [_busy(item, time_zone, today) for item in part.busy]
    return sorted(blocks, key=_order)


def days_of(span: Span, time_zone: str) -> tuple[date, date]:
    """The first and the last day of a stretch of time; one that ends at midnight does not reach the day after."""
    first = local(span.start, time_zone).date()
    end = local(span.end, time_zone)
    last = end.date()
    if end.timetz().replace(tzinfo=None) == time.min and last > first:
        last -= timedelta(days=1)
    return first, max(first, last)


def elsewhere(block: Block, target: Span | date, *, time_zone: str, today: date) -> Block:
    """The same at another time or on another day, before the book knows of it."""
    match block.item, target:
        case Booked(), Span():
            return _booked(replace(block.item, span=target), time_zone, today)
        case DueItem(), date():
            return _due(replace(block.item, due_on=target, due_at=None), time_zone, today)
        case _:
            return block


def _order(block: Block) -> tuple[bool, date, datetime, bool, int]:
    start = _LONG_AGO if block.span is None else block.span.start
    return block.span is not None, block.first_day, start, block.kind is BlockKind.BUSY, block.id


def _due(item: DueItem, time_zone: str, today: date) -> Block:
    title, late = wording.due_title(item), item.due_on < today
    by = "" if item.due_at is None else translated("by {time}").format(time=time_text(local(item.due_at, time_zone)))
    told = translated("late") if late else by
    return Block(
        BlockKind.DUE,
        item.follow_up_id,
        BETWEEN.join(filter(None, (title, told))),
        wording.names_of([item.person]) if item.person else "",
        sentence(title, wording.days_spoken(item.due_on, item.due_on, today=today), by, told if late else ""),
        item.due_on,
        item.due_on,
        None,
        item.person.id if item.person else None,
        movable=True,
        item=item,
        colour="red" if late else "amber",
        people=(item.person,) if item.person else (),
        shorter=(title, wording.called([item.person])) if item.person else (title,),
    )


def _booked(item: Booked, time_zone: str, today: date) -> Block:
    names, long = wording.names_of(item.people), wording.minutes_text(item.minutes)
    medium, theirs = said(MEDIUMS[item.medium]), wording.their_times(item.people, item.span.start, time_zone)
    state = said(STATES[item.state][0])
    first, last = days_of(item.span, time_zone)
    return Block(
        BlockKind.BOOKED,
        item.interview_id,
        f"{names}{BETWEEN}{long}",
        BETWEEN.join(filter(None, ("" if item.state is InterviewState.SCHEDULED else state, theirs, medium))),
        sentence(
            translated("Interview with {names}").format(names=names),
            wording.when_spoken(item.span, time_zone, today=today),
            theirs,
            medium,
            state,
        ),
        first,
        last,
        item.span,
        item.people[0].id,
        movable=item.state in _MOVABLE,
        item=item,
        state=item.state,
        people=item.people,
        shorter=(names, wording.called(item.people)),
    )


def _offered(item: Offered, time_zone: str, today: date) -> Block:
    name = wording.called([item.person])
    title = translated("Offered to {name}").format(name=name)
    theirs = wording.their_times([item.person], item.span.start, time_zone)
    first, last = days_of(item.span, time_zone)
    return Block(
        BlockKind.OFFERED,
        item.offered_id,
        title,
        theirs or wording.hours_text(item.span, time_zone),
        sentence(title, wording.when_spoken(item.span, time_zone, today=today), theirs),
        first,
        last,
        item.span,
        item.person.id,
        movable=False,
        item=item,
        people=(item.person,),
        shorter=(name,),
    )


def _busy(item: Busy, time_zone: str, today: date) -> Block:
    title = item.title or translated("Busy")
    if item.span is None:
        first, last = item.first_day, item.last_day
        when = wording.days_spoken(first, last, today=today)
    else:
        first, last = days_of(item.span, time_zone)
        when = wording.when_spoken(item.span, time_zone, today=today)
    return Block(
        BlockKind.BUSY,
        item.calendar_id,
        title,
        "",
        sentence(title, when),
        first,
        last,
        item.span,
        None,
        movable=False,
        item=item,
        colour=item.colour,
    )


_LONG_AGO = datetime.min.replace(tzinfo=UTC)
