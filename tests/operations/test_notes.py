"""Notes: a visit is one step, what was said before is kept, people are linked."""

import pytest

from infoview_desktop.domain import note as rules
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.note import FREE, LONGEST_NOTE, About
from infoview_desktop.operations import interviews, merges, notes, organizations, trash
from infoview_desktop.store.reads import history as history_reads
from infoview_desktop.store.reads import notes as reads


@pytest.fixture
def ana(book):
    return book.add("Ana Ruiz")


def write(book, text, *, note_id=None, about=FREE, **people):
    mentions = {words.replace("_", " "): one for words, one in people.items()}
    return notes.write(book.store, note_id=note_id, about=about, text=text, mentions=mentions)


def said(book, note_id):
    return reads.note(book.read, note_id).text


def before(book, note_id):
    return [reads.version_text(book.read, one.id) for one in reads.versions(book.read, note_id)]


def test_a_note_is_about_somebody_and_undo_names_them(book, ana):
    outcome = write(book, "# Met\n", about=About(contact_id=ana))
    note = reads.note(book.read, outcome.value)
    assert (note.text, note.about, note.title) == ("# Met", About(contact_id=ana), "Met")
    assert str(outcome.said) == "Note on Ana Ruiz kept"
    assert str(history_reads.next_undo(book.read)) == "Note on Ana Ruiz"
    book.undo()
    assert reads.note(book.read, outcome.value) is None


def test_a_note_about_an_organization_an_interview_or_nothing_says_so(book, ana):
    harbour = organizations.add(book.store, names="Open Harbour").value.first_id
    talk = interviews.add(book.store, contact_ids=[ana], starts_at=None, time_zone="UTC").value
    told = [
        str(write(book, "# Plan\nb", about=about).said)
        for about in (About(organization_id=harbour), About(interview_id=talk), FREE)
    ]
    assert told == ["Note on Open Harbour kept", "Note on the interview with Ana Ruiz kept", "Note “Plan” kept"]


def test_a_visit_that_changes_nothing_is_no_step(book):
    note_id = write(book, "same").value
    steps = book.count("history")
    outcome = write(book, "same\n\n", note_id=note_id)
    assert (outcome.value, outcome.said, book.count("history")) == (note_id, None, steps)
    assert write(book, " \n ").value is None
    assert book.count("history") == steps


def test_what_a_note_said_before_is_kept_and_can_be_restored(book):
    note_id = write(book, "one").value
    write(book, "two", note_id=note_id)
    write(book, "three", note_id=note_id)
    assert before(book, note_id) == ["two", "one"]
    oldest = reads.versions(book.read, note_id)[-1]
    notes.restore_version(book.store, note_id=note_id, version_id=oldest.id)
    assert (said(book, note_id), before(book, note_id)) == ("one", ["three", "two", "one"])
    book.undo()
    assert said(book, note_id) == "three"


def test_versions_are_bounded_by_number_and_by_bytes_and_the_newest_stays(book):
    note_id = write(book, "0").value
    for number in range(1, rules.MOST_VERSIONS + 6):
        write(book, str(number), note_id=note_id)
    kept = before(book, note_id)
    assert (len(kept), kept[0]) == (rules.MOST_VERSIONS, str(rules.MOST_VERSIONS + 4))
    big = "x\n" * (LONGEST_NOTE // 2)
    for number in range(12):
        write(book, f"{number}{big}"[: LONGEST_NOTE - 1], note_id=note_id)
    assert sum(map(len, before(book, note_id))) <= rules.MOST_VERSION_BYTES
    assert before(book, note_id)[0].startswith("10x")


def test_a_note_that_is_emptied_or_deleted_comes_back_with_its_versions(book):
    book.add("Ana Ruiz")
    note_id = write(book, "one @Ana Ruiz").value
    write(book, "two @Ana Ruiz", note_id=note_id)
    rows = book.rows()
    assert str(write(book, "  ", note_id=note_id).said) == "Note “two @Ana Ruiz” deleted"
    assert (book.count("note"), book.count("note_version"), book.count("note_mention")) == (0, 0, 0)
    book.undo()
    assert book.rows() == rows
    notes.delete(book.store, note_id=note_id)
    assert book.count("note") == 0
    book.undo()
    assert book.rows() == rows
    with pytest.raises(KnownError):
        notes.delete(book.store, note_id=99)


def test_a_note_that_is_gone_is_written_anew(book):
    note_id = write(book, "one").value
    book.undo()
    again = write(book, "one and more", note_id=note_id).value
    assert said(book, again) == "one and more"


def test_more_than_a_note_can_hold_is_refused_in_words(book):
    with pytest.raises(KnownError, match="A note can hold 2,000,000 characters, and this is more"):
        write(book, "x\n" * LONGEST_NOTE)
    assert book.count("note") == 0


def test_whoever_was_chosen_and_whoever_is_named_in_full_is_linked(book, ana):
    bo, other = book.add("Bo Chen"), book.add("Łukasz Żak")
    book.add("Mei Ito"), book.add("Mei Ito")
    note_id = write(book, "@Bo C. met @ana ruiz, @Lukasz Zak! and @Mei Ito; a@Bo", Bo_C=bo, Gone=99, Ana=ana).value
    assert reads.mentions(book.read, note_id) == {"Bo C": bo, "ana ruiz": ana, "Lukasz Zak": other}
    write(book, "@Bo C. was there", note_id=note_id)
    assert reads.mentions(book.read, note_id) == {"Bo C": bo}


def test_notes_and_mentions_go_to_the_kept_person(book, ana):
    anna = book.add("Anna Ruiz")
    on_anna = write(book, "about her", about=About(contact_id=anna)).value
    naming = write(book, "@Ana Ruiz, perhaps also @Anna Ruiz, with @Ana Ruiz").value
    merges.merge(book.store, kept_id=ana, other_id=anna, choices={})
    assert reads.note(book.read, on_anna).about == About(contact_id=ana)
    assert reads.mentions(book.read, naming) == {"Ana Ruiz": ana, "Anna Ruiz": ana}
    late = write(book, "typed meanwhile, @Anna", about=About(contact_id=anna), Anna=anna).value
    assert reads.note(book.read, late).about == About(contact_id=ana)
    assert reads.mentions(book.read, late) == {"Anna": ana}


def test_an_organization_that_is_deleted_leaves_its_notes(book):
    harbour = organizations.add(book.store, names="Open Harbour").value.first_id
    note_id = write(book, "they pay", about=About(organization_id=harbour)).value
    organizations.delete(book.store, organization_id=harbour)
    assert reads.note(book.read, note_id).about == FREE
    late = write(book, "typed meanwhile", about=About(organization_id=harbour)).value
    assert reads.note(book.read, late).about == FREE


def test_erasing_somebody_erases_their_notes_and_what_was_being_typed_there(book, ana):
    note_id = write(book, "secret", about=About(contact_id=ana)).value
    notes.put_aside(book.store, note_id=note_id, about=About(contact_id=ana), text="secret!", mentions={})
    notes.put_aside(book.store, note_id=None, about=About(contact_id=ana), text="secret?", mentions={})
    notes.put_aside(book.store, note_id=None, about=FREE, text="mine", mentions={})
    book.delete(ana)
    trash.erase_all(book.store)
    assert book.count("note") == 0
    assert reads.interrupted_places(book.read) == ["new_note/free"]


@pytest.mark.parametrize("kind", ["contact_id", "organization_id", None])
def test_what_was_put_aside_becomes_a_note_at_the_next_start(book, ana, kind):
    harbour = organizations.add(book.store, names="Open Harbour").value.first_id
    about = About(**{kind: {"contact_id": ana, "organization_id": harbour}[kind]}) if kind else FREE
    notes.put_aside(book.store, note_id=None, about=about, text="half a sen\n@Ana", mentions={"Ana": ana})
    (place,) = reads.interrupted_places(book.read)
    note_id = notes.keep_put_aside(book.store, place=place).value
    note = reads.note(book.read, note_id)
    assert (note.text, note.about, note.mentions) == ("half a sen\n@Ana", about, {"Ana": ana})
    assert reads.interrupted_places(book.read) == []
    book.undo()
    assert book.count("note") == 0


def test_what_was_put_aside_of_a_note_goes_on_with_it_and_is_forgotten_once_it_is_stored(book):
    note_id = write(book, "one").value
    notes.put_aside(book.store, note_id=note_id, about=FREE, text="one, two", mentions={})
    assert notes.keep_put_aside(book.store, place=f"note/{note_id}").value == note_id
    assert (said(book, note_id), before(book, note_id)) == ("one, two", ["one"])
    notes.put_aside(book.store, note_id=note_id, about=FREE, text="one, two, three", mentions={})
    write(book, "one, two, three", note_id=note_id)
    assert reads.interrupted_places(book.read) == []


def test_what_was_put_aside_of_a_note_that_is_gone_is_a_note_again(book):
    note_id = write(book, "one").value
    notes.put_aside(book.store, note_id=note_id, about=FREE, text="one, two", mentions={})
    book.undo()
    again = notes.keep_put_aside(book.store, place=f"note/{note_id}").value
    assert said(book, again) == "one, two"
    assert reads.interrupted_places(book.read) == []


def test_ten_thousand_tags_and_a_note_meant_to_run_something_are_only_text(book):
    text = "<script>alert(1)</script> ![](https://a.example/x.png) " + " ".join(
        f"#t{number}" for number in range(10_000)
    )
    note_id = write(book, text).value
    assert said(book, note_id).replace("\n", " ").split() == text.split()
