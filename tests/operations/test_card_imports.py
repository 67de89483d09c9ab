"""Another address book taken in: what is missing is filled in, and nothing of the user's own is lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from infoview_desktop.domain.card import Card
from infoview_desktop.domain.progress import Cancelled, Progress
from infoview_desktop.operations import contact_imports
from infoview_desktop.store.reads import contacts as reads
from infoview_desktop.store.reads import photos
from infoview_desktop.system.vcard import CardsFile
from tests.book import connection

DATA = Path(__file__).parent.parent / "data" / "vcard"

ANA = Card(
    uid="ana's",
    given_name="Ana",
    family_name="Ruiz",
    position="Nurse",
    organization="Oxfam",
    emails=("ana@example.org",),
    phones=("+34 600 111 222",),
    tags=("choir",),
)


def counts(accounting):
    return (accounting.new, accounting.updated, accounting.same, accounting.duplicate)


def person(book, contact_id=1):
    return reads.contact(book.read, contact_id)


def seen(book, *cards):
    file = CardsFile("people.vcf", cards, 0, 0, (), 0)
    return contact_imports.compare(book.read, file=file, progress=Progress()).plan


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.vcf")))
def test_every_file_is_read_in_and_the_second_time_changes_nothing(book, name):
    first = book.import_file(DATA / name)
    assert first.new > 0
    assert first.rows == sum((*counts(first), first.hidden, first.broken))
    before, steps = book.rows(), book.count("history")
    again = book.import_file(DATA / name)
    assert counts(again) == (0, 0, first.new, first.duplicate)
    assert (book.rows(), book.count("history")) == (before, steps)
    assert book.findings() == []


def test_all_of_a_card_comes_into_the_book(book):
    book.import_file(DATA / "apple.vcf")
    oberg = person(book)
    assert (oberg.name, oberg.position, oberg.organization) == ("Łukasz Jan Øberg Jr.", "Glaciologist", "Fjord Labs")
    assert (oberg.location, oberg.linkedin, oberg.remarks) == (
        "Tromsø, Norway",
        "lukasz-oberg",
        "Knows everybody in Tromsø",
    )
    assert (oberg.emails, oberg.phones) == (("lukasz@fjord.example",), ("+47 900 00 001",))
    assert (oberg.links, oberg.tags) == (("https://fjord.example/lukasz",), ("Polar", "School friends"))
    assert photos.photo(book.read, 1).startswith(b"\xff\xd8")
    assert book.names("oberg tag:polar") == ["Łukasz Jan Øberg Jr."]


def test_an_import_is_one_step_that_can_be_undone(book):
    book.add("Ana Ruiz", emails="ana@example.org")
    before = book.rows()
    accounting = book.take_in_cards([ANA, Card(uid="bo's", given_name="Bo")])
    assert counts(accounting) == (1, 1, 0, 0)
    assert str(book.undo()) == "Import of 2 people"
    assert book.rows() == before


def test_a_profile_is_one_persons_though_a_card_is_called_as_another_without_one(book):
    told = [Card(uid="one", given_name="Ana"), Card(uid="two", given_name="Ana", linkedin="ana")]
    told.append(Card(uid="one", given_name="Ana", linkedin="ana", remarks="Likes maps"))
    assert counts(book.take_in_cards(told)) == (2, 0, 0, 1)
    assert [(one.linkedin, one.remarks) for one in (person(book, 1), person(book, 2))] == [
        ("", ""),
        ("ana", "Likes maps"),
    ]
    assert counts(book.take_in_cards(told)) == (0, 0, 2, 1)


def test_what_is_missing_is_filled_in_and_lists_are_joined(book):
    mine = book.add("Ana Ruiz", emails="ana@example.org", tag_names="friends")
    told = replace(ANA, emails=("ANA@example.org", "two@example.org"), remarks="Likes maps", photo=b"a photo")
    book.take_in_cards([told])
    ana = person(book, mine)
    assert (ana.position, ana.organization, ana.remarks) == ("Nurse", "Oxfam", "Likes maps")
    assert (ana.emails, ana.phones) == (("ana@example.org", "two@example.org"), ("+34 600 111 222",))
    assert (ana.tags, photos.photo(book.read, mine)) == (("choir", "friends"), b"a photo")


def test_what_the_user_has_stays_and_the_preview_says_so(book):
    mine = book.add("Ana Ruiz", emails="ana@example.org", position="Director", organization="Fjord Labs")
    told = replace(ANA, tags=(), phones=())
    (kept,) = seen(book, told).kept
    assert [(change.field, change.old, change.new, change.kept) for change in kept.changes] == [
        ("position", "Director", "Nurse", True),
        ("organization", "Fjord Labs", "Oxfam", True),
    ]
    assert counts(book.take_in_cards([told])) == (0, 0, 1, 0)
    assert (person(book, mine).position, person(book, mine).organization) == ("Director", "Fjord Labs")


def test_no_position_comes_to_another_organization_and_no_middle_name_to_another_name(book):
    mine = book.add("Ana Ruiz", emails="ana@example.org", organization="Fjord Labs")
    book.take_in_cards([replace(ANA, given_name="Anna", middle_name="María")])
    ana = person(book, mine)
    assert (ana.name, ana.position, ana.organization) == ("Ana Ruiz", "", "Fjord Labs")


def test_a_middle_name_is_filled_in(book):
    mine = book.add("Ana Ruiz", emails="ana@example.org")
    book.take_in_cards([replace(ANA, middle_name="María")])
    assert person(book, mine).name == "Ana María Ruiz"


@pytest.mark.parametrize(
    ("told", "known"),
    [
        (Card(given_name="Anna", linkedin="ana"), True),
        (Card(given_name="Anna", emails=("other@example.org", "ANA@example.org")), True),
        (Card(given_name="Ána", family_name="RUIZ", phones=("0034 (600) 111-222",)), True),
        (Card(given_name="Ana", family_name="Ruiz", phones=("600111222",)), True),
        (Card(given_name="Ana", family_name="Ruiz", organization="OXFAM"), True),
        (Card(given_name="Ana", family_name="Ruiz"), False),
        (Card(given_name="Ana", family_name="Ruiz", organization="Acme", phones=("+34 699 999 999",)), False),
        (Card(given_name="Ana", family_name="Ruiz", organization="Oxfam", linkedin="another-ana"), False),
        (Card(given_name="Bo", family_name="Ruiz", phones=("+34 600 111 222",), organization="Oxfam"), False),
    ],
    ids=range(9),
)
def test_who_is_the_same_person(book, told, known):
    book.add("Ana Ruiz", emails="first@example.org, ana@example.org", organization="Oxfam")
    book.edit(1, "phones", "+34 600 111 222")
    book.take_in([connection("Ana Ruiz", email="ana@example.org", linkedin="ana")])
    planned = seen(book, replace(told, uid="new"))
    assert not planned.new if known else planned.new


def test_a_card_is_known_by_its_uid_whatever_else_has_changed(book):
    book.take_in_cards([ANA])
    for uid in ("ana's", "ANA'S", "urn:uuid:ana's"):
        assert not seen(book, Card(uid=uid, given_name="Anna", family_name="Lopez")).new


def test_an_address_of_several_people_is_no_evidence_but_with_the_same_name(book):
    for name in ("Ana Ruiz", "Mei Wang"):
        book.add(name, emails="office@example.org")
    told = Card(uid="1", given_name="Mei", family_name="Wang", emails=("office@example.org",), phones=("1234567",))
    (update,) = seen(book, told).updated
    assert update.contact_id == 2
    assert seen(book, replace(told, given_name="Bo", family_name="Chen")).new


def test_cards_of_one_person_are_joined_and_those_of_a_couple_are_not(book):
    other = replace(ANA, uid="again", phones=("+34 91 000",), remarks="Sings")
    couple = Card(uid="bo's", given_name="Bo", family_name="Chen", emails=ANA.emails)
    assert counts(book.take_in_cards([ANA, other, couple])) == (2, 0, 0, 1)
    assert (person(book).phones, person(book).remarks) == (("+34 600 111 222", "+34 91 000"), "Sings")
    assert counts(book.take_in_cards([ANA, other, couple])) == (0, 0, 2, 1)
    assert book.count("contact") == 2


def test_cards_that_are_all_called_the_same_are_different_people(book):
    people = [Card(uid="0", given_name=name) for name in ("Ana", "Bo", "Mei")]
    assert counts(book.take_in_cards(people)) == (3, 0, 0, 0)
    assert counts(book.take_in_cards(people)) == (0, 0, 3, 0)


def test_namesakes_that_have_nothing_else_are_two_people_each_time(book):
    people = [Card(uid=uid, given_name="Ana", family_name="Ruiz") for uid in "12"]
    assert counts(book.take_in_cards(people)) == (2, 0, 0, 0)
    assert counts(book.take_in_cards(people)) == (0, 0, 2, 0)


def test_who_is_in_the_trash_stays_there(book):
    book.take_in_cards([ANA])
    book.delete(1)
    before = book.rows()
    planned = seen(book, ANA)
    assert (planned.same, planned.trashed, planned.stores_anything) == (1, 1, False)
    book.take_in_cards([ANA])
    assert book.rows() == before


def test_a_profile_that_somebody_has_is_nobody_elses(book):
    book.take_in([connection("Ana Ruiz", linkedin="ana")])
    book.delete(1)
    mine = book.add("Mei Wang", emails="mei@example.org")
    book.take_in_cards([Card(uid="m", given_name="Mei", family_name="Wang", emails=("mei@example.org",))])
    told = Card(uid="m", given_name="Mei", family_name="Wang", linkedin="ana")
    assert counts(book.take_in_cards([told])) == (0, 1, 0, 0)
    assert (person(book, mine).linkedin, person(book, mine).links) == ("", ("https://www.linkedin.com/in/ana",))
    assert counts(book.take_in_cards([told])) == (0, 0, 1, 0)


def test_an_organization_goes_by_the_name_it_has_in_the_book(book):
    book.add("Ana Ruiz", emails="ana@example.org", organization="Oxfam International")
    book.store.connection.pragma("query_only", False)
    book.store.connection.execute("INSERT INTO organization_alias VALUES ('Oxfam', 1)")
    assert seen(book, ANA).kept == ()
    book.take_in_cards([replace(ANA, uid="bo's", given_name="Bo", emails=(), phones=())])
    assert person(book, 2).organization == "Oxfam International"


def test_who_referred_somebody_is_known_again(book):
    bo = Card(uid="urn:uuid:bo", given_name="Bo", referrer="ANA'S")
    book.take_in_cards([bo, ANA, Card(uid="own", given_name="Own", referrer="own")])
    assert [person(book, number).referrer for number in (1, 2, 3)] == ["Ana Ruiz", "", ""]


def test_a_cancelled_import_leaves_nothing_behind(book):
    file = CardsFile(
        "people.vcf", tuple(replace(ANA, uid=str(n), given_name=f"A{n}", emails=()) for n in range(2_000)), 0, 0, (), 0
    )
    before = book.rows()
    left = iter([False] * 12)
    with pytest.raises(Cancelled):
        contact_imports.import_people(book.store, file=file, progress=Progress(cancelled=lambda: next(left, True)))
    assert book.rows() == before


def test_the_preview_says_exactly_what_the_import_then_does(book):
    book.add("Ana Ruiz", emails="ana@example.org")
    planned = contact_imports.preview(book.read, path=DATA / "google.vcf", progress=Progress())
    assert planned.accounting == book.import_file(DATA / "google.vcf")
    assert not planned.of_linkedin
