"""One thing as every view of the calendar shows it, whatever it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum, auto
from functools import cached_property

from infoview_desktop.domain.calendar_entry import Booked, Busy, DueItem, Item, Offered, Person, Span
from infoview_desktop.domain.interview import TAKES_TIME, InterviewState
from infoview_desktop.domain.wall_time import local
from infoview_desktop.store.reads.calendar import CalendarPart
from infoview_desktop.ui.calendar import block_words


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


@dataclass(frozen=True, eq=False)
class Block:
    """One thing in the calendar; its words are put together when they are wanted.

    Attributes:
        kind: what it is.
        id: its own among its kind; of busy time that of the calendar.
        first_day: the first day it stands on, where the user is.
        last_day: the last one.
        span: when; None for what has whole days.
        contact_id: with whom, the first where there are several; None for nobody.
        movable: whether it may have another time or day.
        item: what was read of it.
        time_zone: IANA name of where the user is.
        today: the day it is there.
        state: how an interview stands.
        colour: a tone's name or `#rrggbb`; "" for that of its kind.
        people: with whom, and where they are.
    """

    kind: BlockKind
    id: int
    first_day: date
    last_day: date
    span: Span | None
    contact_id: int | None
    movable: bool
    item: Item
    time_zone: str
    today: date
    state: InterviewState | None = None
    colour: str = ""
    people: tuple[Person, ...] = ()

    @cached_property
    def title(self) -> str:
        """What it is called on its card."""
        return block_words.title_of(self.item, self.time_zone, self.today)

    @cached_property
    def shorter(self) -> tuple[str, ...]:
        """What it is called where there is less room, the longest first."""
        return block_words.shorter_of(self.item)

    @cached_property
    def detail(self) -> str:
        """What stands below that, less loud."""
        return block_words.detail_of(self.item, self.time_zone)

    @cached_property
    def spoken(self) -> str:
        """All of it in one sentence, for who hears it."""
        return block_words.spoken_of(self.item, self.time_zone, self.today)

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from every other; the busy times of one calendar are told apart by what they are."""
        if self.kind is BlockKind.BUSY:
            return self.kind, self.id, self.title, self.first_day, self.span
        return self.kind, self.id

    @property
    def takes_time(self) -> bool:
        """Whether something else at the same time clashes with it."""
        return self.span is not None and (self.state is None or self.state in TAKES_TIME)


def blocks_of(part: CalendarPart, *, time_zone: str, today: date) -> list[Block]:
    """Everything between two days as it is shown to a user in this time zone: whole days first, then by time."""
    blocks = [_due(item, time_zone, today) for item in part.due]
    blocks += [_booked(item, time_zone, today) for item in part.booked]
    blocks += [_offered(item, time_zone, today) for item in part.offered]
    blocks += [_busy(item, time_zone, today) for item in part.busy.times]
    return in_order(blocks)


def in_order(blocks: Iterable[Block]) -> list[Block]:
    """Whole days first, then by time; busy times after what begins together with them."""
    return sorted(blocks, key=_order)


def days_of(span: Span, time_zone: str) -> tuple[date, date]:
    """The first and the last day of a stretch of time; one that ends at midnight does not reach the day after."""
    return days_between(local(span.start, time_zone), local(span.end, time_zone))


def days_between(start: datetime, end: datetime) -> tuple[date, date]:
    """The same of one from `start` to `end`, where the user is."""
    first, last = start.date(), end.date()
    if last > first and end.timetz().replace(tzinfo=None) == time.min:
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
    return Block(
        BlockKind.DUE,
        item.follow_up_id,
        item.due_on,
        item.due_on,
        None,
        item.person.id if item.person else None,
        movable=True,
        item=item,
        time_zone=time_zone,
        today=today,
        colour="red" if item.due_on < today else "amber",
        people=(item.person,) if item.person else (),
    )


def _booked(item: Booked, time_zone: str, today: date) -> Block:
    return Block(
        BlockKind.BOOKED,
        item.interview_id,
        *days_of(item.span, time_zone),
        item.span,
        item.people[0].id,
        movable=item.state in _MOVABLE,
        item=item,
        time_zone=time_zone,
        today=today,
        state=item.state,
        people=item.people,
    )


def _offered(item: Offered, time_zone: str, today: date) -> Block:
    return Block(
        BlockKind.OFFERED,
        item.offered_id,
        *days_of(item.span, time_zone),
        item.span,
        item.person.id,
        movable=False,
        item=item,
        time_zone=time_zone,
        today=today,
        people=(item.person,),
    )


def _busy(item: Busy, time_zone: str, today: date) -> Block:
    first, last = days_of(item.span, time_zone) if item.span else (item.first_day, item.last_day)
    return Block(
        BlockKind.BUSY,
        item.calendar_id,
        first,
        last,
        item.span,
        None,
        movable=False,
        item=item,
        time_zone=time_zone,
        today=today,
        colour=item.colour,
    )


_LONG_AGO = datetime.min.replace(tzinfo=UTC)
