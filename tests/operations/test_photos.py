"""Pictures of people, chosen and taken away."""

import pytest

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations import photos
from infoview_desktop.store.reads import photos as reads
from tests.pictures import picture


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ana.png"
    path.write_bytes(picture())
    return path


def test_a_photo_is_chosen_changed_and_taken_away_step_by_step(book, file):
    ana = book.add("Ana Ruiz")
    outcome = photos.choose(book.store, contact_id=ana, path=file)
    assert (str(outcome.said), outcome.undoable, outcome.changed) == ("Ana Ruiz has a photo", True, {"photo"})
    first = reads.photo(book.read, ana)
    file.write_bytes(picture("blue"))
    photos.choose(book.store, contact_id=ana, path=file)
    assert reads.photo(book.read, ana) not in {first, None}
    assert str(photos.take_away(book.store, contact_id=ana).said) == "The photo of Ana Ruiz is taken away"
    assert reads.photo(book.read, ana) is None
    assert str(book.undo()) == "Take the photo of Ana Ruiz away"
    assert str(book.undo()) == "Photo of Ana Ruiz"
    assert reads.photo(book.read, ana) == first


def test_where_there_is_no_photo_none_is_taken_away(book):
    ana = book.add("Ana Ruiz")
    outcome = photos.take_away(book.store, contact_id=ana)
    assert (outcome.said, outcome.undoable) == (None, False)


def test_what_is_no_picture_is_said_plainly_and_changes_nothing(book, file):
    ana = book.add("Ana Ruiz")
    file.write_text("Dear Ana")
    with pytest.raises(KnownError, match=r"“ana\.png” is no picture"):
        photos.choose(book.store, contact_id=ana, path=file)
    assert book.count("photo") == 0


def test_who_is_deleted_gets_no_photo(book, file):
    ana = book.add("Ana Ruiz")
    book.delete(ana)
    with pytest.raises(KnownError, match="no longer in the book"):
        photos.choose(book.store, contact_id=ana, path=file)
    with pytest.raises(KnownError, match="no longer in the book"):
        photos.take_away(book.store, contact_id=ana)
