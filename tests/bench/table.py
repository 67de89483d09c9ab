"""What the benchmarks found, judged and written as one table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_TIMES = "\N{MULTIPLICATION SIGN}"
_HEADINGS = ("name", "size", "measured", "floor", "ratio", "must", "aim", "")
_LEFT = {0, len(_HEADINGS) - 1}
_TEN = 10


@dataclass(frozen=True)
class Limit:
    """How much is allowed: `text` says it, `allowed` tells it for a floor, in the unit of the row."""

    text: str
    allowed: Callable[[float], float]


def times(factor: float) -> Limit:
    """So many times the floor."""
    return Limit(f"{factor:g} {_TIMES}", lambda floor: floor * factor)


def at_most(value: float, unit: str) -> Limit:
    """So much, whatever the floor."""
    return Limit(f"{value:g} {unit}", lambda _floor: value)


def above_floor(value: float, unit: str) -> Limit:
    """The floor and so much more."""
    return Limit(f"floor + {value:g} {unit}", lambda floor: floor + value)


@dataclass(frozen=True)
class Row:
    """One measurement at one size.

    Attributes:
        name: What was measured.
        size: How many people.
        measured, floor: In `unit`; None where there is none.
        must, aim: The limits; None at a size that is only printed for the growth.
        detail: What one wants to know beside the number.
    """

    name: str
    size: int
    unit: str
    measured: float | None
    floor: float | None = None
    must: Limit | None = None
    aim: Limit | None = None
    detail: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the floor it is."""
        return self.measured / self.floor if self.measured is not None and self.floor else None

    @property
    def verdict(self) -> str:
        """`ok`, `over the aim`, `OVER`, or "" where nothing is asked."""
        if self.measured is None:
            return "not measured here"
        if self._exceeds(self.must):
            return "OVER"
        if self._exceeds(self.aim):
            return "over the aim"
        return "ok" if self.must else ""

    def as_object(self) -> dict[str, Any]:
        """The row for a machine; limits are in the row's unit."""
        return {
            "name": self.name,
            "size": self.size,
            "unit": self.unit,
            "measured": self.measured,
            "floor": self.floor,
            "ratio": self.ratio,
            "must": self._allowed(self.must),
            "aim": self._allowed(self.aim),
            "verdict": self.verdict,
            "detail": self.detail,
        }

    def cells(self) -> tuple[str, ...]:
        """The row for a person."""
        return (
            self.name,
            f"{self.size:,}",
            self._amount(self.measured),
            self._amount(self.floor),
            f"{self.ratio:.2f} {_TIMES}" if self.ratio is not None else "",
            self.must.text if self.must else "",
            self.aim.text if self.aim else "",
            self.verdict,
        )

    def _allowed(self, limit: Limit | None) -> float | None:
        return limit.allowed(self.floor or 0.0) if limit else None

    def _exceeds(self, limit: Limit | None) -> bool:
        allowed = self._allowed(limit)
        return allowed is not None and self.measured is not None and self.measured > allowed

    def _amount(self, value: float | None) -> str:
        if value is None:
            return ""
        places = 2 if self.unit == "s" else 1 if value < _TEN else 0
        return f"{value:.{places}f} {self.unit}"


def render(rows: Sequence[Row]) -> str:
    """The table, and under it the details."""
    lines = _aligned([_HEADINGS, *(row.cells() for row in rows)])
    details = [f"{row.name} {row.size:,}: {row.detail}" for row in rows if row.detail]
    return "\n".join([lines[0], "─" * max(map(len, lines)), *lines[1:], *([""] if details else []), *details])


def _aligned(table: Iterable[tuple[str, ...]]) -> list[str]:
    whole = list(table)
    widths = [max(len(cells[column]) for cells in whole) for column in range(len(_HEADINGS))]
    return [
        "  ".join(
            cell.ljust(width) if column in _LEFT else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ).rstrip()
        for cells in whole
    ]
