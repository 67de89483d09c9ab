"""Overlapping events side by side: none hides another, and no room is wasted."""

from datetime import UTC, datetime, timedelta
from itertools import combinations
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.calendar_entry import Span
from infoview_desktop.domain.day_lanes import Lane, lanes
from tests.domain.test_calendar_entry import EARLIEST, LATEST, NOON, between, some_spans

MANY = 10_000
many_spans = st.lists(some_spans(), max_size=14)


def together(spans):
    """The sets of places that hang together, by the plainest way."""
    groups = []
    for place, span in enumerate(spans):
        met = [group for group in groups if any(span.meets(spans[other]) for other in group)]
        groups = [group for group in groups if group not in met] + [{place}.union(*met)]
    return groups


def most_at_once(spans):
    return max(sum(other.meets(Span(span.start, span.start)) for other in spans) for span in spans)


def test_a_day_without_clashes_has_one_column():
    assert lanes([between(0, 30), between(30, 60), between(90, 120)]) == [Lane(0, 1, 1)] * 3
    assert lanes([]) == []


def test_two_at_once_share_the_width():
    assert lanes([between(0, 30), between(15, 45)]) == [Lane(0, 2, 1), Lane(1, 2, 1)]


def test_of_what_begins_together_the_longer_stands_first():
    assert lanes([between(0, 30), between(0, 60)]) == [Lane(1, 2, 1), Lane(0, 2, 1)]


def test_what_has_free_columns_beside_it_goes_over_them():
    spans = [between(0, 120), between(0, 30), between(0, 20), between(45, 60)]
    assert lanes(spans) == [Lane(0, 3, 1), Lane(1, 3, 1), Lane(2, 3, 1), Lane(1, 3, 2)]


def test_what_has_no_length_stands_beside_what_it_begins_within():
    assert lanes([between(0, 30), between(0, 0), between(30, 30)]) == [Lane(0, 2, 1), Lane(1, 2, 1), Lane(0, 1, 1)]


@given(many_spans)
def test_nothing_stands_over_anything_else(spans):
    placed = lanes(spans)
    for (one, lane), (other, beside) in combinations(zip(spans, placed, strict=True), 2):
        if one.meets(other):
            assert lane.columns == beside.columns
            assert lane.column + lane.width <= beside.column or beside.column + beside.width <= lane.column


@given(many_spans)
def test_each_is_as_wide_as_is_free(spans):
    placed = lanes(spans)
    for span, lane in zip(spans, placed, strict=True):
        met = [beside for other, beside in zip(spans, placed, strict=True) if other.meets(span) and beside != lane]
        assert lane.width >= 1
        assert lane.column + lane.width <= lane.columns
        after = lane.column + lane.width
        assert after == lane.columns or after in {beside.column for beside in met}
        assert lane.column == 0 or lane.column in {beside.column + beside.width for beside in met}


@given(many_spans)
def test_there_are_no_more_columns_than_most_at_once_among_those_that_hang_together(spans):
    placed = lanes(spans)
    for group in together(spans):
        assert {placed[place].columns for place in group} == {most_at_once([spans[place] for place in group])}


@given(many_spans, st.randoms(use_true_random=False))
def test_the_order_in_which_they_come_plays_no_part(spans, chance):
    mixed = list(spans)
    chance.shuffle(mixed)

    def seen(some):
        return sorted(
            (span, lane.column, lane.columns, lane.width) for span, lane in zip(some, lanes(some), strict=True)
        )

    assert seen(spans) == seen(mixed)


def test_either_end_of_the_calendar_has_its_lanes():
    always, first, last = Span(EARLIEST, LATEST), Span(EARLIEST, EARLIEST), Span(LATEST, LATEST)
    assert lanes([always, first]) == [Lane(0, 2, 1), Lane(1, 2, 1)]
    assert lanes([last, last]) == [Lane(0, 2, 1), Lane(1, 2, 1)]


def over_a_year():
    starts = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=each * 7919 % (365 * 1440)) for each in range(MANY)]
    return [Span(each, each + timedelta(minutes=15 * (place % 97))) for place, each in enumerate(starts)]


def half_at_once_and_half_one_after_another():
    return [
        between(0, MANY),
        *[between(0, 1) for _ in range(MANY // 2)],
        *[between(number, number + 1) for number in range(2, MANY // 2)],
    ]


@pytest.mark.parametrize(
    "spans",
    [
        over_a_year(),
        [between(0, 30)] * MANY,
        [between(number, MANY) for number in range(MANY)],
        [between(-number, number) for number in range(MANY)],
        [Span(NOON + timedelta(minutes=each), NOON + timedelta(minutes=each + 2)) for each in range(MANY)],
        half_at_once_and_half_one_after_another(),
    ],
    ids=["year", "same", "stairs", "nested", "chain", "half"],
)
def test_ten_thousand_are_laid_out_in_well_under_a_second(spans):
    began = perf_counter()
    placed = lanes(spans)
    took = perf_counter() - began
    assert len(placed) == len(spans)
    assert took < 0.8
