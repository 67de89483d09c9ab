"""What is done with several people at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from infoview_desktop.domain import known_error
from infoview_desktop.domain.contact import Source
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.contact_fields import split_list
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan
from infoview_desktop.store.reads import stories
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store, Transaction
from infoview_desktop.store.writes import contacts, tags

TagVerb = Callable[..., Outcome[None]]
"""`put_tags_on` or `take_tags_off`."""


@reaching(Reach.UNDOABLE)
def put_tags_on(store: Store, *, contact_ids: Sequence[int], tag_names: str) -> Outcome[None]:
    """Let people have tags beside those they have; `tag_names` is as typed, with commas between.

    Raises:
        KnownError: no tag was named.
    """
    names = _named(tag_names)
    label = Phrase.counted(
        "Tag {count} person with {tags}", "Tag {count} people with {tags}", len(contact_ids), tags=", ".join(names)
    )
    return _change_tags(store, label, tags.put_on, contact_ids, names)


@reaching(Reach.UNDOABLE)
def take_tags_off(store: Store, *, contact_ids: Sequence[int], tag_names: str) -> Outcome[None]:
    """Take tags off people; `tag_names` is as typed, with commas between.

    Raises:
        KnownError: no tag was named.
    """
    names = _named(tag_names)
    label = Phrase.counted(
        "Take {tags} off {count} person", "Take {tags} off {count} people", len(contact_ids), tags=", ".join(names)
    )
    return _change_tags(store, label, tags.take_off, contact_ids, names)


@reaching(Reach.UNDOABLE)
def change_source(store: Store, *, contact_ids: Sequence[int], source: Source) -> Outcome[None]:
    """Say of people how they were found."""
    label = Phrase.counted("Edit how you found {count} person", "Edit how you found {count} people", len(contact_ids))
    with store.transaction(label) as transaction:
        contacts.change_source(transaction, contact_ids, source)
    return _outcome(transaction.changed, contact_ids)


def _named(tag_names: str) -> list[str]:
    names = split_list(tag_names)
    if not names:
        raise known_error.tag_needed()
    return names


def _change_tags(
    store: Store,
    label: Phrase,
    change: Callable[[Transaction, Sequence[int], str], None],
    contact_ids: Sequence[int],
    names: Sequence[str],
) -> Outcome[None]:
    with store.transaction(label) as transaction:
        keeps_in_touch = stories.any_keeps_in_touch(Reader(transaction.connection), names)
        for name in names:
            change(transaction, contact_ids, name)
        if keeps_in_touch:
            replan(transaction, contact_ids)
    return _outcome(transaction.changed, contact_ids)


def _outcome(changed: frozenset[str], contact_ids: Sequence[int]) -> Outcome[None]:
    said = Phrase.counted("{count} person changed", "{count} people changed", len(contact_ids))
    return step(changed, said)
