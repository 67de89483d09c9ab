"""How much each factor counts when the short list and the targets are ordered."""

from __future__ import annotations

from types import MappingProxyType

from infoview_desktop.domain import known_error, ranking, target
from infoview_desktop.domain.factor import HEAVIEST, Factor
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import weights as writes

FACTORS: MappingProxyType[str, Factor] = MappingProxyType(
    {factor.key: factor for factor in (*ranking.FACTORS, *target.FACTORS)}
)
"""All that can be weighed, by its key."""


@reaching(Reach.UNDOABLE)
def weigh(store: Store, *, factor: str, value: int) -> Outcome[None]:
    """Let a factor count `value`, from 0 to `HEAVIEST`.

    Raises:
        KnownError: there is no such factor or value.
    """
    known = FACTORS.get(factor)
    if known is None or not 0 <= value <= HEAVIEST:
        raise known_error.no_such_choice(f"{factor} {value}")
    with store.transaction(Phrase("Weigh {factor}", {"factor": str(known.label)})) as transaction:
        writes.change(transaction, factor, None if value == known.weight else value)
    return step(transaction.changed, Phrase("{factor} counts {value}", {"factor": known.label, "value": value}))


@reaching(Reach.UNDOABLE)
def reset(store: Store) -> Outcome[None]:
    """Let every factor count as at first."""
    with store.transaction(Phrase("Weigh as at first")) as transaction:
        writes.forget(transaction)
    return step(transaction.changed, Phrase("Everything counts as at first"))
