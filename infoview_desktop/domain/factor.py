"""What counts when a list is ordered, and how much the user lets it count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from infoview_desktop.domain.phrase import Phrase

HEAVIEST = 5
"""What a factor may count at most; 0 leaves it out."""


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that can be a reason: its key, its name, what it measures, what it counts at first."""

    key: str
    label: Phrase
    why: Phrase
    weight: int


def weights_with(factors: Iterable[Factor], changed: Mapping[str, int]) -> dict[str, int]:
    """What every factor counts, where the user has changed some of them."""
    return {factor.key: changed.get(factor.key, factor.weight) for factor in factors}
