"""What a drag comes to, and on which days it is seen, in every zone and over every change of the clocks."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.calendar_entry import Booked, Person, Span
from infoview_desktop.domain.interview import LONGEST_MINUTES, InterviewState, Medium
from infoview_desktop.domain.moving import SHORTEST_MINUTES, Moved
from infoview_desktop.domain.wall_time import local, wall_time
from infoview_desktop.store.reads.calendar import CalendarPart
from infoview_desktop.ui.calendar.block import Block, blocks_of
from infoview_desktop.ui.calendar.dragging import FINE_STEP, STEP, Drag, Grip, Place
from infoview_desktop.ui.calendar.grid_layout import DAY_MINUTES, parts_of
from tests.domain.test_calendar_days import ZONES

WEEK = 7
zones = st.sampled_from(ZONES)
steps = st.sampled_from([STEP, FINE_STEP])
columns, minutes = st.integers(0, WEEK - 1), st.integers(0, DAY_MINUTES)
places = st.builds(Place, columns, minutes)
near_changes = st.sampled_from(
    [date(2026, 3, 26), date(2026, 10, 22), date(2026, 3, 5), date(2026, 10, 29), date(2026, 4, 2), date(2011, 12, 27)]
)
firsts = st.one_of(near_changes, st.dates(date(1995, 1, 1), date(2040, 1, 1)))


@st.composite
def held(draw: st.DrawFn) -> tuple[list[date], str, Block]:
    """Seven days, a zone, and an interview that begins on one of them."""
    first, zone = draw(firsts), draw(zones)
    days = [first + timedelta(days=number) for number in range(WEEK)]
    at = divmod(draw(st.integers(0, DAY_MINUTES // 5 - 1)) * 5, 60)
    start = wall_time(draw(st.sampled_from(days)), datetime.min.time().replace(hour=at[0], minute=at[1]), zone).moment
    span = Span(start, start + timedelta(minutes=draw(st.integers(5, 180))))
    item = Booked(1, (Person(1, "Ana", "Ana", ""),), span, zone, Medium.VIDEO, InterviewState.SCHEDULED)
    (block,) = blocks_of(CalendarPart(booked=(item,)), time_zone=zone, today=first)
    return days, zone, block


def span_of(block: Block) -> Span:
    assert block.span is not None
    return block.span


def minute(at: datetime, zone: str) -> int:
    there = local(at, zone)
    return there.hour * 60 + there.minute


@given(held(), places, places, steps)
def test_what_is_moved_keeps_its_length_and_goes_as_far_as_the_hand(
    what: tuple[list[date], str, Block], start: Place, end: Place, step: int
):
    days, zone, block = what
    aim = Drag(Grip.MOVE, block, start).aim(end, step=step, days=days, time_zone=zone)
    assert isinstance(aim, Moved)
    before = span_of(block)
    assert aim.span.end - aim.span.start == before.end - before.start
    if aim.skipped or aim.twice:
        return
    shift = end.column - start.column
    at = local(aim.span.start, zone)
    assert at.date() == local(before.start, zone).date() + timedelta(days=shift)
    by = minute(aim.span.start, zone) - minute(before.start, zone)
    wanted = end.minute - start.minute
    assert by == 0 or minute(aim.span.start, zone) % step == 0
    assert abs(by) <= abs(wanted) + step
    assert abs(by - wanted) <= step or minute(aim.span.start, zone) in {0, DAY_MINUTES - step}


@given(held(), places, steps)
def test_where_the_hand_trembles_it_stays(what: tuple[list[date], str, Block], start: Place, step: int):
    days, zone, block = what
    near = Place(start.column, min(DAY_MINUTES, start.minute + step // 2 - 1))
    aim = Drag(Grip.MOVE, block, start).aim(near, step=step, days=days, time_zone=zone)
    assert aim == Moved(span_of(block))
    longer = Drag(Grip.LENGTHEN, block, start).aim(near, step=step, days=days, time_zone=zone)
    assert isinstance(longer, Moved)
    before = span_of(block)
    lasting = (before.end - before.start) // timedelta(minutes=1)
    assert (longer.span.end - longer.span.start) // timedelta(minutes=1) == max(step, lasting)


@given(held(), places, places, steps)
def test_what_is_lengthened_begins_when_it_did_and_is_as_long_as_a_conversation_can_be(
    what: tuple[list[date], str, Block], start: Place, end: Place, step: int
):
    days, zone, block = what
    aim = Drag(Grip.LENGTHEN, block, start).aim(end, step=step, days=days, time_zone=zone)
    assert isinstance(aim, Moved)
    assert aim.span.start == span_of(block).start
    lasting = (aim.span.end - aim.span.start) // timedelta(minutes=1)
    assert SHORTEST_MINUTES <= lasting <= LONGEST_MINUTES


@given(firsts, zones, places, places, steps)
def test_what_is_made_goes_over_all_that_was_dragged_over(first: date, zone: str, start: Place, end: Place, step: int):
    days = [first + timedelta(days=number) for number in range(WEEK)]
    aim = Drag(Grip.CREATE, None, start).aim(end, step=step, days=days, time_zone=zone)
    assert isinstance(aim, Moved)
    lasting = (aim.span.end - aim.span.start) // timedelta(minutes=1)
    assert step <= lasting <= LONGEST_MINUTES
    if aim.skipped or aim.twice:
        return
    begins = minute(aim.span.start, zone)
    assert local(aim.span.start, zone).date() == days[start.column]
    assert begins % step == 0
    assert begins <= min(start.minute, end.minute) or begins == DAY_MINUTES - step
    if lasting < LONGEST_MINUTES:
        assert begins + lasting >= max(start.minute, end.minute)


@given(held(), places, places)
def test_what_has_whole_days_goes_to_the_day_below_the_hand(
    what: tuple[list[date], str, Block], start: Place, end: Place
):
    days, zone, _block = what
    assert Drag(Grip.DAY, None, start).aim(end, step=STEP, days=days, time_zone=zone) == days[end.column]


@given(firsts, zones, st.integers(-DAY_MINUTES, 8 * DAY_MINUTES), st.integers(0, 3 * DAY_MINUTES))
def test_every_part_stands_on_its_day_and_together_they_are_all_of_it(first: date, zone: str, begins: int, long: int):
    days = [first + timedelta(days=number) for number in range(WEEK)]
    start = datetime.combine(first, datetime.min.time(), UTC) + timedelta(minutes=begins)
    span = Span(start, start + timedelta(minutes=long))
    parts = parts_of(span, days, zone)
    assert [part.column for part in parts] == list(range(parts[0].column, parts[-1].column + 1)) if parts else True
    assert all(0 <= part.top <= part.bottom <= DAY_MINUTES for part in parts)
    for part in parts[1:]:
        assert part.top == 0
    for part in parts[:-1]:
        assert part.bottom == DAY_MINUTES
    there = [local(moment, zone) for moment in (span.start, span.end)]
    if all(at.date() in days for at in there) and there[0].utcoffset() == there[1].utcoffset():
        assert sum(part.bottom - part.top for part in parts) == long
