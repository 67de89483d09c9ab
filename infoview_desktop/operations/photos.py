"""Pictures of people, chosen and taken away."""

from __future__ import annotations

from pathlib import Path

from infoview_desktop.domain import known_error
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.outcome import Outcome, Reach, reaching, step
from infoview_desktop.store.reads import contacts as reads
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Store
from infoview_desktop.store.writes import photos
from infoview_desktop.system import photo
from infoview_desktop.system.regular_file import UnreadableFile


@reaching(Reach.UNDOABLE)
def choose(store: Store, *, contact_id: int, path: Path) -> Outcome[None]:
    """Let the picture in a file be somebody's; what is kept of it is small and square.

    Raises:
        KnownError: the file holds no picture, or the person is gone.
    """
    try:
        image = photo.read(path)
    except UnreadableFile as error:
        raise known_error.unreadable_file(error.reason) from error
    name = _name(store, contact_id)
    with store.transaction(Phrase("Photo of {name}", {"name": name})) as transaction:
        photos.put(transaction, contact_id, image)
    said = Phrase("{name} has a photo", {"name": name})  # also where it is the one they had
    return Outcome(None, transaction.changed, said, undoable=bool(transaction.changed))


@reaching(Reach.UNDOABLE)
def take_away(store: Store, *, contact_id: int) -> Outcome[None]:
    """Let somebody have no picture.

    Raises:
        KnownError: the person is gone.
    """
    name = _name(store, contact_id)
    with store.transaction(Phrase("Take the photo of {name} away", {"name": name})) as transaction:
        photos.take_away(transaction, contact_id)
    return step(transaction.changed, Phrase("The photo of {name} is taken away", {"name": name}))


def _name(store: Store, contact_id: int) -> str:
    person = reads.contact(Reader(store.connection), contact_id)
    if person is None:
        raise known_error.gone()
    return person.name
