"""A full or failing disk: rolled back, told plainly, and all is well again when there is room."""

import errno
import sys
from dataclasses import replace

import pytest

from infoview_desktop.domain.cadence import THREE_B_SEVEN
from infoview_desktop.domain.card import Card
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.note import About
from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import (
    cadences,
    follow_ups,
    interviews,
    merges,
    notes,
    organizations,
    put_aside,
    touches,
)
from infoview_desktop.store.backup import FOLDER
from tests.book import connection

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SQLite's system calls are Unix's here")

FULL = "The disk is full, so this was not saved. Everything stored before is safe."
TROUBLE = "The disk did not accept this, so it was not saved. Everything stored before is safe."

VERBS = {
    "add": lambda book: book.add("Mei Wang", organization="Fjord Labs", emails="mei@example.org"),
    "edit": lambda book: book.edit(1, "position", "Analyst"),
    "delete": lambda book: book.delete(1, 2),
    "undo": lambda book: book.undo(),
    "import": lambda book: book.take_in(connection(f"Bo {number}") for number in range(400)),
    "merge people": lambda book: merges.merge(book.store, kept_id=1, other_id=2, choices={}),
    "merge organizations": lambda book: organizations.merge(book.store, organization_id=2, into_id=1),
    "import cards": lambda book: book.take_in_cards(
        Card(line=1, uid=f"{number}", given_name=f"Bo {number}", emails=(f"{number}@example.org",))
        for number in range(400)
    ),
    "write a note": lambda book: notes.write(
        book.store, note_id=None, about=About(contact_id=1), text="She said it.\n" * 2_000, mentions={}
    ),
    "log": lambda book: touches.log(
        book.store, contact_id=1, kind=TouchKind.ASKED, at=book.clock.now, time_zone="UTC", words="two\nlines" * 2_000
    ),
    "do what is due": lambda book: follow_ups.complete(
        book.store, follow_up_id=book.read.value("SELECT min(id) FROM follow_up"), at=book.clock.now, time_zone="UTC"
    ),
    "change a cadence": lambda book: cadences.edit(book.store, cadence=replace(THREE_B_SEVEN, follow_up_days=2)),
    "book an interview": lambda book: interviews.add(
        book.store, contact_ids=[1, 2], starts_at=None, time_zone="UTC", place="a place" * 2_000
    ),
    "put aside": lambda book: put_aside.put(book.store, place="contact/1/position", text="Ana" * 2_000),
}


@pytest.fixture
def disk():
    from tests.faults.disk import watched  # noqa: PLC0415 - Windows has no such system calls

    with watched() as disk:
        yield disk


@pytest.fixture
def book(disk, book):  # noqa: ARG001 - the disk is watched first
    """A book with a few people, of whom some were asked; SQLite's calls have been counted since before it was made."""
    book.take_in(connection(f"Ana {number}", organization=f"Firm {number}") for number in range(50))
    for contact_id in range(3, 13):
        touches.log(book.store, contact_id=contact_id, kind=TouchKind.ASKED, at=book.clock.now, time_zone="UTC")
    book.store.connection.pragma("wal_checkpoint", "truncate")
    return book


def trouble(verb, book):
    """Do it, and tell how it was refused, if it was."""
    try:
        VERBS[verb](book)
    except KnownError as known:
        return str(known)
    return ""


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO], ids=["full", "failing"])
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_the_disk_stops_is_undone_wherever_that_happens(disk, book, verb, error):
    before, after = book.rows(), 0
    while True:
        disk.fail(after=after, error=error)
        said = trouble(verb, book)
        disk.mend()
        if not said:
            break
        # Not every call of a full disk fails for want of room: the log's shared memory is an I/O error.
        assert said.startswith((TROUBLE, FULL) if error == errno.ENOSPC else TROUBLE)
        assert book.rows() == before
        assert book.findings() == []
        after += 1 + after // 8
    assert after > 0
    assert book.findings() == []


@pytest.mark.parametrize("verb", VERBS)
def test_it_works_when_there_is_room_again(book, verb):
    before, connection = book.rows(), book.store.connection
    pages = connection.pragma("page_count")
    connection.pragma("max_page_count", pages)
    while said := trouble(verb, book):
        assert said.startswith(FULL)
        assert book.rows() == before
        pages += 4
        connection.pragma("max_page_count", pages)
    assert book.findings() == []


def test_a_backup_for_which_there_is_no_room_stops_the_import_and_leaves_nothing(disk, book):
    before, files = book.rows(), sorted((book.directory / FOLDER).iterdir())
    disk.fail(after=0, error=errno.ENOSPC)
    assert trouble("import", book).startswith(FULL)
    assert book.rows() == before
    assert sorted((book.directory / FOLDER).iterdir()) == files
