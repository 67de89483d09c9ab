"""The benchmarks' judgement, without measuring anything."""

import pytest

from tests.bench.measuring import p95
from tests.bench.table import Limit, Row, above_floor, at_most, render, times
from tests.bench.typing_keys import BACKSPACE, keys


@pytest.mark.parametrize(
    ("measured", "must", "aim", "verdict"),
    [
        (1.5, times(2.0), times(1.5), "ok"),
        (1.8, times(2.0), times(1.5), "over the aim"),
        (2.1, times(2.0), times(1.5), "OVER"),
        (9.0, above_floor(8, "ms"), above_floor(4, "ms"), "over the aim"),
        (51.0, at_most(50, "ms"), at_most(16, "ms"), "OVER"),
        (51.0, None, None, ""),
        (None, times(2.0), times(1.5), "not measured here"),
    ],
)
def test_a_row_is_judged_by_its_limits(
    measured: float | None, must: Limit | None, aim: Limit | None, verdict: str
) -> None:
    assert Row("start", 30_000, "ms", measured, floor=1.0, must=must, aim=aim).verdict == verdict


def test_the_table_has_a_line_for_each_row_and_the_details_below() -> None:
    rows = [
        Row("start", 3_000, "s", 0.25, 0.125, detail="at rest after 0.30 s"),
        Row("undo", 100_000, "s", 1.25, must=at_most(1.5, "s"), aim=at_most(1.0, "s")),
    ]

    lines = [" ".join(line.split()) for line in render(rows).splitlines()]

    assert lines[0] == "name size measured floor ratio must aim"
    assert lines[2:] == [
        "start 3,000 0.25 s 0.12 s 2.00 \N{MULTIPLICATION SIGN}",
        "undo 100,000 1.25 s 1.5 s 1 s over the aim",
        "",
        "start 3,000: at rest after 0.30 s",
    ]


def test_a_machine_gets_the_limits_in_the_unit_of_the_row() -> None:
    row = Row("filter", 100_000, "ms", 20.0, 12.0, above_floor(8, "ms"), above_floor(4, "ms"))

    assert row.as_object()["must"] == 20.0
    assert row.as_object()["verdict"] == "over the aim"


def test_of_a_hundred_values_five_may_be_larger() -> None:
    assert p95(range(1, 101)) == 95


def test_each_key_gives_the_text_that_stands_in_the_field_after_it() -> None:
    field, count = "", 0
    for key, text in keys():
        field = field[:-1] if key == BACKSPACE else field + key
        assert field == text
        count += 1

    assert not field
    assert count >= 200
