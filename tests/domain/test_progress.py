"""Long work that can be watched and stopped."""

import pytest

from infoview_desktop.domain.cancelled import until_cancelled
from infoview_desktop.domain.progress import Cancelled, Progress


def test_nobody_needs_to_watch():
    Progress().reached(0.5)
    Progress().part(0, 1).reached(1.0)


def test_a_part_counts_within_its_share_of_the_whole():
    told = []
    whole = Progress(told.append)
    part = whole.part(0.5, 0.9)
    part.reached(0.0)
    part.part(0.5, 1.0).reached(0.5)
    part.report(1.0)
    assert told == pytest.approx([0.5, 0.8, 0.9])


def test_who_cancelled_stops_the_parts_as_well_and_is_told_nothing_more():
    told = []
    progress = Progress(told.append, lambda: True)
    for one in (progress, progress.part(0, 1)):
        with pytest.raises(Cancelled):
            one.reached(0.5)
    assert told == []


def test_items_come_one_by_one_until_somebody_cancels():
    cancelled = []
    items = until_cancelled(range(10_000), lambda: bool(cancelled))
    taken = [next(items) for _ in range(1_500)]
    cancelled.append(True)
    with pytest.raises(Cancelled):
        taken += items
    assert taken == list(range(2_000))
