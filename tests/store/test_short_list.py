"""What the short list and its suggestions know of people."""

from datetime import date
from pathlib import Path

import pytest

from infoview_desktop.domain.contact import Source
from infoview_desktop.operations import profile, short_list
from infoview_desktop.store.reads import short_list as reads
from tests.book import Book, behind_its_back, connection
from tests.linkedin_people import write_connections

TODAY = date(2026, 6, 7)


def target(book: Book, organization: str) -> None:
    with behind_its_back(book.store.path) as connection_:
        connection_.execute("UPDATE organization SET target = 1 WHERE name = ?", (organization,))


def worth_asking(book: Book, limit: int = 20) -> dict[str, list[str]]:
    """Who is suggested, and why."""
    return {
        one.candidate.name: [str(reason.phrase) for reason in one.ranking.reasons]
        for one in reads.suggestions(book.read, today=TODAY, limit=limit)
    }


def test_everything_that_can_be_a_reason_is_read(book: Book):
    chloe = book.add("Chloé Dubois", source=Source.FRIEND, organization="Oxfam")
    ana = book.add("Ana Ruiz", position="Director of Data", organization="Oxfam", tag_names="lima, alumni")
    for field, text in (
        ("credentials", "PhD"),
        ("seniority", "lead"),
        ("remarks", "Met\ntwice"),
        ("schools", "ESAN, MIT"),
        ("past_employers", "Acme, Globex"),
        ("referrer", "Chloé Dubois"),
        ("in_touch_on", "2026-06-01"),
    ):
        book.edit(ana, field, text)
    target(book, "Oxfam")
    short_list.want_to_talk_to(book.store, contact_ids=[ana], direction="Data", motivation=3, reason="Why")
    one = reads.entry(book.read, ana, today=TODAY)
    assert one is not None
    assert (one.given_name, one.family_name, one.note) == ("Ana", "Ruiz", "Why")
    candidate = one.candidate
    assert (candidate.name, candidate.position, candidate.seniority) == ("Ana Ruiz, PhD", "Director of Data", "lead")
    assert (candidate.organization, candidate.is_target) == ("Oxfam", True)
    assert (candidate.remarks, candidate.tags) == ("Met\ntwice", ("alumni", "lima"))
    assert (candidate.schools, candidate.past_employers) == (("ESAN", "MIT"), ("Acme", "Globex"))
    assert (candidate.referrer, candidate.friend) == ("Chloé Dubois", "Chloé Dubois")
    assert (candidate.in_touch_on, candidate.connected_on) == ("2026-06-01", "")
    assert (candidate.motivation, candidate.direction) == (3, "Data")
    assert reads.entry(book.read, chloe, today=TODAY) is None


def test_nobody_works_with_themselves_or_with_somebody_in_the_trash(book: Book):
    chloe = book.add("Chloé Dubois", source=Source.FRIEND, organization="Oxfam")
    ana = book.add("Ana Ruiz", organization="Oxfam")
    book.edit(ana, "referrer", "Chloé Dubois")
    short_list.want_to_talk_to(book.store, contact_ids=[ana, chloe])
    friends = {one.contact_id: one.candidate.friend for one in reads.short_list(book.read, today=TODAY)}
    assert friends == {chloe: "", ana: "Chloé Dubois"}
    book.delete(chloe)
    (one,) = reads.short_list(book.read, today=TODAY)
    assert (one.candidate.friend, one.candidate.referrer) == ("", "")


def test_of_two_friends_each_works_with_the_other(book: Book):
    for name in ("Chloé", "Bo"):
        book.add(name, source=Source.FRIEND, organization="Oxfam")
    short_list.want_to_talk_to(book.store, contact_ids=[1, 2])
    friends = {one.candidate.name: one.candidate.friend for one in reads.short_list(book.read, today=TODAY)}
    assert friends == {"Chloé": "Bo", "Bo": "Chloé"}


def test_who_was_merged_into_another_is_on_no_list(book: Book):
    ana, bo = book.add("Ana Ruiz"), book.add("Ana Ruiz-Peña", source=Source.ALUMNI)
    short_list.want_to_talk_to(book.store, contact_ids=[ana, bo])
    with behind_its_back(book.store.path) as connection_:
        connection_.execute("UPDATE contact SET trashed_at = 'now', merged_into_id = ? WHERE id = ?", (ana, bo))
    assert [one.contact_id for one in reads.short_list(book.read, today=TODAY)] == [ana]
    assert worth_asking(book) == {}


def test_nobody_is_worth_asking_while_nothing_is_known(book: Book):
    book.take_in([connection("Ana Ruiz", position="Director of Data", organization="Oxfam")])
    assert worth_asking(book) == {}


def test_everything_known_speaks_for_somebody(book: Book):
    people = {
        "Target": {"organization": "Oxfam"},
        "Namesake": {"organization": "Oxfam Shop"},
        "Data": {"position": "Data Analyst"},
        "Half": {"position": "Analyst of Łódź"},
        "Alumni": {"source": Source.ALUMNI},
        "Tagged": {"tag_names": "alumna"},
        "School": {},
        "Colleague": {"organization": "Acme"},
        "Friend": {"organization": "Globex", "source": Source.FRIEND},
        "Near": {"organization": "Globex"},
        "Referred": {},
        "Nobody": {"position": "Cook", "organization": "Inn"},
        "Listed": {"source": Source.ALUMNI},
    }
    ids = {name: book.add(name, **fields) for name, fields in people.items()}
    book.edit(ids["School"], "schools", "Universidad ESAN")
    book.edit(ids["Referred"], "referrer", "Friend")
    target(book, "Oxfam")
    profile.edit(book.store, field="directions", text='Data analytics, 🌍, “quo"ted” AND')
    profile.edit(book.store, field="schools", text="ESAN")
    profile.edit(book.store, field="past_employers", text="Acme")
    short_list.want_to_talk_to(book.store, contact_ids=[ids["Listed"]])
    assert worth_asking(book) == {
        "Alumni": ["Went to your school, as you noted"],
        "Data": ["Data Analyst, close to your direction Data analytics"],
        "Referred": ["Referred by Friend"],
        "School": ["Same school: Universidad ESAN"],
        "Tagged": ["Went to your school, as you noted"],
        "Target": ["Works at Oxfam, where you want to work"],
        "Colleague": ["Works at Acme, where you worked"],
        "Half": ["Analyst of Łódź, close to your direction Data analytics"],
        "Near": ["Works with Friend, whom you know as a friend"],
    }
    assert list(worth_asking(book, limit=2)) == ["Alumni", "Data"]


@pytest.mark.parametrize("direction", ["Data", "Łódź", "データ", "*", '"', "NOT near", "a"])
def test_any_direction_can_be_asked_for_in_a_book_of_thousands(book: Book, tmp_path: Path, direction: str):
    write_connections(tmp_path / "Connections.csv", 3_000)
    book.import_file(tmp_path / "Connections.csv")
    profile.edit(book.store, field="directions", text=direction)
    assert len(worth_asking(book)) == (20 if direction == "Data" else 0)
