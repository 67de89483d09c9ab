"""Who is offered after an `@`."""

from infoview_desktop.domain.note import FREE
from infoview_desktop.operations import notes
from infoview_desktop.store.reads import notes as reads


def offered(book, beginning):
    return [(one.name, one.work) for one in reads.people_to_mention(book.read, beginning=beginning, limit=3)]


def test_who_begins_so_comes_first_and_accents_do_not_matter(book):
    for name in ("Bo Ruiz", "Łukasz Żak", "Lucía Ruiz", "Rui Costa", "Ana Ruiz"):
        book.add(name, position="Nurse", organization="Oxfam")
    assert offered(book, "luk") == [("Łukasz Żak", "Nurse · Oxfam")]
    assert offered(book, "rui")[0][0] == "Rui Costa"
    assert len(offered(book, "rui")) == 3
    assert offered(book, 'x" OR *') == []


def test_nobody_in_the_trash_is_offered(book):
    book.delete(book.add("Ana Ruiz"))
    assert offered(book, "ana") == []
    assert reads.the_one_called(book.read, name="Ana Ruiz") is None


def test_tags_that_notes_have_are_offered(book):
    for text in ("#nonprofit and #Náme", "#nonprofit #next-step", "#other"):
        notes.write(book.store, note_id=None, about=FREE, text=text, mentions={})
    assert reads.tags_beginning(book.read, beginning="n", limit=8) == ["Náme", "next-step", "nonprofit"]
    assert reads.tags_beginning(book.read, beginning="no", limit=8) == ["nonprofit"]
    assert reads.tags_beginning(book.read, beginning="n", limit=2) == ["Náme", "next-step"]
    assert reads.tags_beginning(book.read, beginning="x", limit=2) == []
