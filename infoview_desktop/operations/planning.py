"""What is to do with people, brought to what the rules say now; every verb that changes a story calls it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from infoview_desktop.domain.follow_up import FollowUpState, Planned, Rule
from infoview_desktop.domain.plan import plan
from infoview_desktop.domain.story import Story, stage_of
from infoview_desktop.store.reads import follow_ups, practice, stories
from infoview_desktop.store.reads.follow_ups import Present
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import contacts
from infoview_desktop.store.writes import follow_ups as writes

_AT_ONCE = 500


@dataclass(slots=True)
class _Difference:
    """What has to be written of one person's follow-ups."""

    new: list[Planned] = field(default_factory=list)
    other: list[tuple[int, Planned]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)


def replan(transaction: Transaction, contact_ids: Iterable[int]) -> None:
    """Let the follow-ups and the stages of these people follow from their stories, within the verb's own step.

    What was done or skipped is not asked for again, except keeping in touch, which comes round. What the user
    moved to another day stays there as long as its rule asks for it at all.
    """
    reader = Reader(transaction.connection)
    habits = practice.habits(reader)
    for some in _batches(dict.fromkeys(contact_ids)):
        present = follow_ups.planned(reader, some)
        reached = follow_ups.stages(reader, some)
        for story in list(stories.stories(reader, some)):
            contact_id = story.contact_id
            found = _difference(plan(story, habits), present.get(contact_id, ()))
            writes.delete(transaction, found.gone)
            writes.replan(transaction, found.other)
            writes.plan(transaction, ((contact_id, one) for one in found.new))
            stage = stage_of(story)
            if stage != reached.get(contact_id):
                writes.reach(transaction, contact_id, stage)
            _remember_contact(transaction, story)


def _difference(wanted: Iterable[Planned], present: Iterable[Present]) -> _Difference:
    found = _Difference()
    left = {one.key: one for one in wanted}
    for each in present:
        one = left.get(each.planned.key)
        if each.state is FollowUpState.OPEN:
            if one is None:
                found.gone.append(each.id)
                continue
            if not each.moved and one != each.planned:
                found.other.append((each.id, one))
            del left[one.key]
        elif one is not None and one.rule is not Rule.KEEP_IN_TOUCH:
            del left[one.key]
    found.new = list(left.values())
    return found


def _remember_contact(transaction: Transaction, story: Story) -> None:
    """Any contact counts as being in touch."""
    day = story.last_contact_on
    if day is not None and day != story.in_touch_on:
        contacts.change(transaction, story.contact_id, in_touch_on=day.isoformat())


def _batches(contact_ids: Iterable[int]) -> Iterator[Sequence[int]]:
    remaining = iter(contact_ids)
    while some := list(islice(remaining, _AT_ONCE)):
        yield some
