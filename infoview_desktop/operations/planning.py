"""What is to do with people, brought to what the rules say now; every verb that changes a story calls it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from infoview_desktop.domain.follow_up import Planned, Rule
from infoview_desktop.domain.plan import plan
from infoview_desktop.domain.story import StageSince, stage_of
from infoview_desktop.store.reads import follow_ups, practice, stories
from infoview_desktop.store.reads.follow_ups import Present
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import follow_ups as writes

_AT_ONCE = 500


@dataclass(slots=True)
class _Difference:
    """What has to be written of the follow-ups, the stages and the last contacts of some people."""

    new: list[tuple[int, Planned]] = field(default_factory=list)
    other: list[tuple[int, Planned]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    reached: list[tuple[int, StageSince | None]] = field(default_factory=list)
    met: list[tuple[int, date | None]] = field(default_factory=list)

    def compare(self, contact_id: int, wanted: Iterable[Planned], present: Iterable[Present]) -> None:
        """Look for what rules ask for that is not there, is there otherwise, or is there and not asked for."""
        left = {one.key: one for one in wanted}
        for each in present:
            one = left.pop(each.planned.key, None)
            if one is None:
                self.gone.append(each.id)
            elif one != each.planned and not _stays(each, one):
                self.other.append((each.id, one))
        self.new += [(contact_id, one) for one in left.values()]

    def write(self, transaction: Transaction) -> None:
        """Bring the rows to it."""
        writes.delete(transaction, self.gone)
        writes.replan(transaction, self.other)
        writes.plan(transaction, self.new)
        writes.reach(transaction, self.reached)
        writes.remember_contact(transaction, self.met)


def replan(transaction: Transaction, contact_ids: Iterable[int]) -> None:
    """Let the follow-ups and the stages of these people follow from their stories, within the verb's own step.

    What the user moved to another day stays there as long as its rule asks for it at all; only keeping in touch
    counts anew when there was a contact meanwhile.
    """
    reader = Reader(transaction.connection)
    habits = practice.habits(reader)
    for some in _batches(dict.fromkeys(contact_ids)):
        present = follow_ups.planned(reader, some)
        reached = follow_ups.stages(reader, some)
        remembered = stories.contact_days(reader, some)
        found = _Difference()
        for story in stories.stories(reader, some):
            contact_id = story.contact_id
            found.compare(contact_id, plan(story, habits), present.get(contact_id, ()))
            stage = stage_of(story)
            if stage != reached.get(contact_id):
                found.reached.append((contact_id, stage))
            if story.contact_on != remembered.get(contact_id):
                found.met.append((contact_id, story.contact_on))
        found.write(transaction)


def replan_concerned(transaction: Transaction, contact_ids: Iterable[int]) -> None:
    """The same for those of many people with whom anything happened or is wanted at all."""
    replan(transaction, stories.concerned(Reader(transaction.connection), list(contact_ids)))


def replan_everybody(transaction: Transaction) -> None:
    """The same for all with whom anything happened or is wanted, after the user's habits changed."""
    replan(transaction, stories.everybody_concerned(Reader(transaction.connection)))


def _stays(present: Present, wanted: Planned) -> bool:
    """Whether a follow-up stays on the day to which the user moved it."""
    if present.moved_from is None:
        return False
    return wanted.rule is not Rule.KEEP_IN_TOUCH or wanted.due_on <= present.moved_from


def _batches(contact_ids: Iterable[int]) -> Iterator[Sequence[int]]:
    remaining = iter(contact_ids)
    while some := list(islice(remaining, _AT_ONCE)):
        yield some
