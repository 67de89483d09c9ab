"""What is done with several people at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from infoview_desktop.domain import known_error
from infoview_desktop.domain.contact import Source
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.contact_fields import split_list
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import contacts, tags

TagVerb = Callable[..., Outcome[None]]
"""`put_tags_on` or `take_tags_off`."""


@reaching(Reach.UNDOABLE)
def put_tags_on(store: Store, *, contact_ids: Sequence[int], tag_names: str) -> Outcome[None]:
    """Let people have tags beside those they have; `tag_names` is as typed, with commas between.

    Raises:
        KnownError: no tag was named.
    """
    names = split_list(tag_names)
    if not names:
        raise known_error.tag_needed()
    label = Phrase.counted(
        "Tag {count} person with {tags}", "Tag {count} people with {tags}", len(contact_ids), tags=", ".join(names)
    )
    with store.transaction(label) as transaction:
        for name in names:
            tags.put_on(transaction, contact_ids, name)
    return _outcome(transaction.changed, contact_ids)


@reaching(Reach.UNDOABLE)
def take_tags_off(store: Store, *, contact_ids: Sequence[int], tag_names: str) -> Outcome[None]:
    """Take tags off people; `tag_names` is as typed, with commas between.

    Raises:
        KnownError: no tag was named.
    """
    names = split_list(tag_names)
    if not names:
        raise known_error.tag_needed()
    label = Phrase.counted(
        "Take {tags} off {count} person", "Take {tags} off {count} people", len(contact_ids), tags=", ".join(names)
    )
    with store.transaction(label) as transaction:
        for name in names:
            tags.take_off(transaction, contact_ids, name)
    return _outcome(transaction.changed, contact_ids)


@reaching(Reach.UNDOABLE)
def change_source(store: Store, *, contact_ids: Sequence[int], source: Source) -> Outcome[None]:
    """Say of people how they were found."""
    label = Phrase.counted("Edit how you found {count} person", "Edit how you found {count} people", len(contact_ids))
    with store.transaction(label) as transaction:
        contacts.change_source(transaction, contact_ids, source)
    return _outcome(transaction.changed, contact_ids)


def _outcome(changed: frozenset[str], contact_ids: Sequence[int]) -> Outcome[None]:
    said = Phrase.counted("{count} person changed", "{count} people changed", len(contact_ids))
    return step(changed, said)
