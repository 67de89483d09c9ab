"""The calendar file that is read in the benchmarks is one that is read whole."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from infoview_desktop.domain.calendar import days_read
from infoview_desktop.domain.progress import never
from infoview_desktop.system import ics_file
from tests.bench import term_file

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("size", [10_000, 200_000])
def test_it_is_as_large_as_was_asked_for_and_holds_what_calendars_hold(tmp_path: Path, size: int) -> None:
    path = tmp_path / "term.ics"
    term_file.write(path, size, today=TODAY)
    assert size <= path.stat().st_size < size + 2_000
    assert max(map(len, path.read_text("utf-8").splitlines())) <= 75

    first, last = days_read(TODAY)
    file = ics_file.read(
        path, first=first, last=last, time_zone="Europe/Berlin", progress=lambda _fraction: None, cancelled=never
    )

    assert (file.title, file.problems, file.left_out) == ("Term", (), False)
    times = Counter(event.uid for event in file.events)
    assert max(times.values()) == 15  # of sixteen weeks one is left out
    assert any(event.span is None for event in file.events)
    assert any(event.attendees for event in file.events)
