"""How often to be in touch, with somebody or with everybody who has a tag; 0 days are never."""

from __future__ import annotations

from collections.abc import Sequence

from infoview_desktop.domain import known_error
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.contact_fields import one_line
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.operations.planning import replan
from infoview_desktop.operations.practice import keep_in_touch_days
from infoview_desktop.store.reads import contacts, tags
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import practice as writes


@reaching(Reach.UNDOABLE)
def choose(store: Store, *, contact_ids: Sequence[int], days: int) -> Outcome[None]:
    """Say after how many days without contact to write to people again, from 30 to 365, or 0 for never.

    Raises:
        KnownError: nobody of them is in the book, or the days are too few or too many.
    """
    return _choose(store, contact_ids, keep_in_touch_days(str(days)))


@reaching(Reach.UNDOABLE)
def reset(store: Store, *, contact_ids: Sequence[int]) -> Outcome[None]:
    """Let it be for people as it is for their tags, or for everybody.

    Raises:
        KnownError: nobody of them is in the book.
    """
    return _choose(store, contact_ids, None)


@reaching(Reach.UNDOABLE)
def choose_for_tag(store: Store, *, tag_name: str, days: int) -> Outcome[None]:
    """The same for everybody who has a tag, where nothing is chosen for the person.

    Raises:
        KnownError: nobody has this tag, or the days are too few or too many.
    """
    return _choose_for_tag(store, tag_name, keep_in_touch_days(str(days)))


@reaching(Reach.UNDOABLE)
def reset_for_tag(store: Store, *, tag_name: str) -> Outcome[None]:
    """Let a tag say nothing of how often to be in touch.

    Raises:
        KnownError: nobody has this tag.
    """
    return _choose_for_tag(store, tag_name, None)


def _choose(store: Store, contact_ids: Sequence[int], days: int | None) -> Outcome[None]:
    names = contacts.present_names(Reader(store.connection), contact_ids)
    if not names:
        raise known_error.gone()
    count, name = len(names), next(iter(names.values()))
    label = Phrase.counted(
        "Choose how often to be in touch with {name}",
        "Choose how often to be in touch with {count} people",
        count,
        name=name,
    )
    with store.transaction(label) as transaction:
        for contact_id in names:
            writes.keep_in_touch(transaction, contact_id, days)
        replan(transaction, names)
    said = Phrase.counted("{name} changed", "{count} people changed", count, name=name)
    return step(transaction.changed, said)


def _choose_for_tag(store: Store, tag_name: str, days: int | None) -> Outcome[None]:
    name = one_line(tag_name)
    tag_id = tags.called(Reader(store.connection), name)
    if tag_id is None:
        raise known_error.no_such_choice(name)
    values = {"tag": name}
    with store.transaction(Phrase("Choose how often to be in touch with {tag}", values)) as transaction:
        writes.keep_in_touch_with_tag(transaction, tag_id, days)
        replan(transaction, tags.people(Reader(transaction.connection), tag_id))
    return step(transaction.changed, Phrase("{tag} changed", values))
