"""Organizations kept, renamed, merged and let go, and what an import then makes of them."""

import pytest

from infoview_desktop.domain.contact import Source
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.organization_names import Spelling
from infoview_desktop.operations import organizations
from infoview_desktop.operations.organization_fields import EDITABLE
from infoview_desktop.store.reads import contacts, organization_spellings
from infoview_desktop.store.reads import organizations as reads
from infoview_desktop.store.reads.organization_spellings import Suggestions
from tests.book import Book, connection
from tests.notes import titles, write_note

EXPORT = (
    connection("Ana Ruiz", organization="Oxfam GB", position="Analyst"),
    connection("Bo Chen", organization="Oxfam", position="Nurse"),
    connection("Chloé Dubois", organization="Oxfam GB", linkedin=None),
)


def id_of(book: Book, name: str) -> int:
    found = reads.called(book.read, name=name)
    assert found is not None
    return found


def one(book: Book, name: str):
    found = reads.organization(book.read, id_of(book, name))
    assert found is not None
    return found


def names(book: Book) -> list[str]:
    listed = reads.listing(book.read)
    return [line.name for line in reads.page(book.read, listed, offset=0, limit=99)]


def suggested(book: Book) -> list[Spelling]:
    found = organization_spellings.suggested(book.read, before=Suggestions())
    return list({each.pair: each for those in found.by_organization.values() for each in those}.values())


def edit(book: Book, called: str, /, **fields: str) -> None:
    for field, text in fields.items():
        organizations.edit(book.store, organization_id=id_of(book, called), field=field, text=text)


def merge(book: Book, other: str, into: str):
    return organizations.merge(book.store, organization_id=id_of(book, other), into_id=id_of(book, into))


def counts(book: Book, *told) -> tuple[int, int, int]:
    done = book.take_in(told)
    return done.new, done.updated, done.same


def works_at(book: Book, name: str) -> str:
    person = contacts.contact(book.read, contacts.called(book.read, name=name) or 0)
    assert person is not None
    return person.organization


def test_an_organization_may_have_nobody(book):
    added = organizations.add(book.store, names="Open Harbour", kind="nonprofit", city=" Lima ", target=True)
    assert str(added.said) == "Open Harbour added"
    present = one(book, "Open Harbour")
    assert (present.id, present.kind, present.city, present.target, present.people) == (
        added.value.first_id,
        "nonprofit",
        "Lima",
        True,
        0,
    )
    assert str(book.undo()) == "New organization Open Harbour"
    assert names(book) == []


def test_several_are_added_one_a_line_and_none_twice(book):
    organizations.add(book.store, names="Acme")
    added = organizations.add(book.store, names="  Globex \n\nglobex\nACME\nHooli\u200b\n")
    assert (names(book), added.value.new) == (["Acme", "Globex", "Hooli"], 2)
    assert str(added.said) == "2 organizations added, 1 was there already"
    assert one(book, "Globex").id == added.value.first_id
    book.undo()
    assert names(book) == ["Acme"]


def test_one_that_is_there_already_is_opened_instead(book):
    acme = organizations.add(book.store, names="Acme Labs").value.first_id
    steps = book.count("history")
    again = organizations.add(book.store, names="ACME  labs")
    assert (again.value.first_id, again.value.new, str(again.said)) == (acme, 0, "ACME labs is in the book already")
    assert book.count("history") == steps


def test_those_there_already_become_targets_with_the_new_ones(book):
    organizations.add(book.store, names="Acme\nHooli")
    added = organizations.add(book.store, names="Globex\nACME", target=True)
    assert str(added.said) == "Globex added, 1 was there already"
    assert [one(book, name).target for name in ("Acme", "Globex", "Hooli")] == [True, True, False]
    again = organizations.add(book.store, names="acme\nhooli", target=True)
    assert str(again.said) == "All 2 were in the book already and are targets now"
    assert one(book, "Hooli").target
    assert str(book.undo()) == "Make Hooli a target"
    assert (one(book, "Acme").target, one(book, "Hooli").target) == (True, False)


@pytest.mark.parametrize("text", ["", "  \n\t", "\u200b"])
def test_an_organization_needs_a_name(book, text):
    with pytest.raises(KnownError, match="An organization needs a name"):
        organizations.add(book.store, names=text)
    organizations.add(book.store, names="Acme")
    with pytest.raises(KnownError, match="An organization needs a name"):
        edit(book, "Acme", name=text)


def test_every_field_is_stored_and_undone_one_by_one(book):
    organizations.add(book.store, names="Acme")
    typed = {
        "kind": "university",
        "size": "11 to 50",
        "industry": "Energy",
        "city": "Lima",
        "website": "acme.example",
        "phone": "+51 1 555",
        "mission": "Light\nfor all",
        "remarks": "kind people",
        "motivation": "3",
        "openings": "12",
        "name": "Acme Perú",
    }
    assert set(typed) == set(EDITABLE)
    for field, text in typed.items():
        edit(book, "Acme", **{field: text})
        assert EDITABLE[field].as_text(one(book, "Acme")) == text
    assert str(book.undo()) == "Edit name of Acme"
    assert str(book.undo()) == "Edit openings of Acme"


@pytest.mark.parametrize(
    ("field", "text"), [("kind", "circus"), ("motivation", "4"), ("openings", "-1"), ("openings", "two")]
)
def test_what_does_not_fit_is_refused_in_a_sentence(book, field, text):
    organizations.add(book.store, names="Acme")
    with pytest.raises(KnownError, match="Nothing was changed"):
        edit(book, "Acme", **{field: text})


def test_what_the_user_wrote_about_stays_though_nobody_works_there(book):
    ana = book.add("Ana Ruiz", organization="Oxfam")
    bo = book.add("Bo Chen", organization="Acme")
    edit(book, "Oxfam", city="Oxford")
    book.edit(ana, "organization", "")
    book.edit(bo, "organization", "")
    assert names(book) == ["Oxfam"]


def test_a_name_that_another_one_has_is_refused_with_an_offer_to_merge(book):
    book.take_in(EXPORT)
    for taken in ("Oxfam", "OXFAM", " oxfam "):
        with pytest.raises(KnownError, match=r"already an organization called .* Merge with"):
            edit(book, "Oxfam GB", name=taken)
    assert names(book) == ["Oxfam", "Oxfam GB"]
    merge(book, "Oxfam GB", "Oxfam")
    organizations.add(book.store, names="Acme")
    with pytest.raises(KnownError, match="already an organization"):
        edit(book, "Acme", name="Oxfam GB")


def test_only_its_letters_can_be_changed_and_it_can_have_its_old_name_back(book):
    book.take_in(EXPORT)
    edit(book, "Oxfam", name="OXFAM")
    edit(book, "Oxfam", name="Oxfam International")
    edit(book, "Oxfam", name="Oxfam")
    present = one(book, "Oxfam")
    assert (present.name, present.other_names) == ("Oxfam", ("OXFAM", "Oxfam International"))
    assert counts(book, *EXPORT) == (0, 0, 3)


def test_an_import_changes_nothing_after_a_rename_and_still_tells_of_moves(book):
    book.take_in(EXPORT)
    edit(book, "Oxfam GB", name="Oxfam International")
    before = book.rows()
    assert counts(book, *EXPORT) == (0, 0, 3)
    assert book.rows() == before
    assert counts(book, connection("Ana Ruiz", organization="Acme", position="Analyst")) == (0, 1, 0)
    assert works_at(book, "Ana Ruiz") == "Acme"


def test_an_import_changes_nothing_after_a_merge_and_still_tells_of_moves(book):
    book.take_in(EXPORT)
    merge(book, "Oxfam GB", "Oxfam")
    assert (names(book), one(book, "Oxfam").people) == (["Oxfam"], 3)
    before, steps = book.rows(), book.count("history")
    assert counts(book, *EXPORT) == (0, 0, 3)
    assert (book.rows(), book.count("history")) == (before, steps)
    moved = connection("Ana Ruiz", organization="Acme", position="Analyst")
    assert counts(book, moved, *EXPORT[1:]) == (0, 1, 2)
    assert works_at(book, "Ana Ruiz") == "Acme"
    # And back to the other spelling, which means the organization that stayed.
    assert counts(book, *EXPORT) == (0, 1, 2)
    assert (works_at(book, "Ana Ruiz"), names(book)) == ("Oxfam", ["Acme", "Oxfam"][1:])
    assert counts(book, connection("Dev Rao", organization="Oxfam GB")) == (1, 0, 0)
    assert works_at(book, "Dev Rao") == "Oxfam"
    assert book.findings() == []


def test_a_merge_three_times_over_keeps_every_name(book):
    book.take_in(
        connection(f"Person {number}", organization=name)
        for number, name in enumerate(["Oxfam", "Oxfam GB", "Oxfam UK", "OXFAM"])
    )
    told = [connection(f"Person {number}", organization=name) for number, name in enumerate(names(book))]
    merge(book, "Oxfam GB", "Oxfam UK")
    merge(book, "Oxfam UK", "OXFAM")
    organizations.merge(
        book.store,
        organization_id=book.read.value("SELECT id FROM organization WHERE name = 'OXFAM'"),
        into_id=book.read.value("SELECT id FROM organization WHERE name = 'Oxfam'"),
    )
    present = one(book, "Oxfam")
    assert (present.other_names, present.people) == (("OXFAM", "Oxfam GB", "Oxfam UK"), 4)
    assert sum(counts(book, *told)) == 4
    assert names(book) == ["Oxfam"]


def test_a_merge_keeps_all_that_is_known_of_both(book):
    organizations.add(book.store, names="Oxfam\nOxfam GB\nOxfam Canada")
    edit(book, "Oxfam", city="Oxford", remarks="Met in May", motivation="1")
    edit(book, "Oxfam GB", city="London", industry="Aid", kind="nonprofit", remarks="Ask Ana", motivation="3")
    edit(book, "Oxfam GB", openings="2", mission="No poverty")
    organizations.set_target(book.store, organization_id=id_of(book, "Oxfam GB"), target=True)
    for other in ("Oxfam", "Oxfam Canada"):
        ids = {"organization_id": id_of(book, "Oxfam GB"), "other_id": id_of(book, other)}
        organizations.tell_apart(book.store, **ids)
    before = book.rows()
    said = merge(book, "Oxfam GB", "Oxfam").said
    assert str(said) == "Oxfam GB merged into Oxfam"
    kept = one(book, "Oxfam")
    assert (kept.city, kept.industry, kept.kind, kept.mission) == ("Oxford", "Aid", "nonprofit", "No poverty")
    assert (kept.target, kept.motivation, kept.openings) == (True, 3, 2)
    assert kept.remarks == "Met in May\n\nAsk Ana\n\nOxfam GB, city: London"
    assert book.rows()["distinct_organization"] == [(id_of(book, "Oxfam"), id_of(book, "Oxfam Canada"))]
    book.undo()
    assert book.rows() == before


def test_merging_with_itself_or_with_what_is_gone(book):
    acme = organizations.add(book.store, names="Acme").value.first_id
    assert organizations.merge(book.store, organization_id=acme, into_id=acme).said is None
    with pytest.raises(KnownError, match="no longer in the book"):
        organizations.merge(book.store, organization_id=acme, into_id=99)


def test_people_stay_without_the_organization_that_is_deleted(book):
    book.take_in(EXPORT)
    before = book.rows()
    deleted = organizations.delete(book.store, organization_id=id_of(book, "Oxfam GB"))
    assert str(deleted.said) == "Oxfam GB deleted; the 2 people who work there stay"
    assert (works_at(book, "Ana Ruiz"), names(book)) == ("", ["Oxfam"])
    assert counts(book, *EXPORT) == (0, 0, 3)
    assert book.findings() == []
    book.undo()
    assert book.rows() == before


def test_suggested_spellings_leave_out_what_was_told_apart(book):
    book.take_in(EXPORT)
    (spelling,) = suggested(book)
    assert str(spelling.why) == "the same with GB"
    first, second = spelling.pair
    told = organizations.tell_apart(book.store, organization_id=id_of(book, "Oxfam"), other_id=id_of(book, "Oxfam GB"))
    assert str(told.said) == "Oxfam and Oxfam GB are not the same"
    assert suggested(book) == []
    again = organizations.tell_apart(book.store, organization_id=first, other_id=second)
    assert not again.undoable
    book.undo()
    assert suggested(book) == [spelling]


def test_an_organization_typed_for_a_person_is_the_one_that_is_there(book):
    book.take_in(EXPORT)
    dev = book.add("Dev Rao", organization="oxfam  gb")
    assert works_at(book, "Dev Rao") == "Oxfam GB"
    merge(book, "Oxfam GB", "Oxfam")
    book.edit(dev, "organization", "OXFAM")
    assert (works_at(book, "Dev Rao"), names(book)) == ("Oxfam", ["Oxfam"])


def test_targets_know_who_is_there(book):
    book.take_in(EXPORT)
    book.add("Dev Rao", organization="Oxfam", source=Source.ALUMNI)
    book.delete(book.add("Eve Gone", organization="Oxfam", source=Source.FRIEND))
    organizations.add(book.store, names="Acme", target=True)
    done = organizations.set_target(book.store, organization_id=id_of(book, "Oxfam"), target=True)
    assert str(done.said) == "Oxfam is a target"
    edit(book, "Acme", motivation="2", openings="1")
    oxfam, acme = sorted(reads.targets(book.read), key=lambda target: -target.people)
    assert (oxfam.people, oxfam.warm, oxfam.motivation, oxfam.openings) == (2, 1, 0, 0)
    assert (acme.people, acme.warm, acme.motivation, acme.openings) == (0, 0, 2, 1)
    assert reads.counts(book.read) == reads.Counts(3, 2, 1, 2)


def test_what_one_wrote_about_an_organization_stays_with_it(book):
    ana = book.add("Ana Ruiz", organization="Oxfam")
    book.add("Bo Chen", organization="Oxfam GB")
    oxfam = book.read.value("SELECT id FROM organization WHERE name = 'Oxfam'")
    write_note(book, "They pay on time", organization_id=oxfam)
    book.edit(ana, "organization", "Acme")
    assert titles(book, "at:oxfam") == ["They pay on time"]
    merge(book, "Oxfam", "Oxfam GB")
    assert titles(book, 'at:"oxfam gb"') == ["They pay on time"]
    assert book.findings() == []
