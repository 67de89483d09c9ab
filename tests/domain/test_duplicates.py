"""People who may be in the book twice."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.duplicates import Person, suggest
from infoview_desktop.domain.progress import Cancelled, Progress
from infoview_desktop.store.folding import fold


def person(number: int, name: str, **known) -> Person:
    given_name, _, family_name = name.partition(" ")
    nothing = dict.fromkeys(("middle_name", "suffix", "organization", "position", "location", "linkedin"), "")
    told = nothing | {"connected_on": "", "given_name": given_name, "family_name": family_name}
    return Person(number, **(told | known))


def found(*people: Person, distinct=()) -> list[tuple[int, int, str]]:
    suggestions = suggest(people, distinct=frozenset(distinct), fold=fold)
    return [(*each.pair, ", ".join(map(str, each.reasons))) for each in suggestions]


def why(one: dict, other: dict) -> str | None:
    """The reasons for two people being one."""
    told = found(person(1, **one), person(2, **other))
    return told[0][2] if told else None


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        ({"organization": "Oxfam"}, {"organization": "OXFAM"}, "same name, same organization"),
        ({"emails": ("a@x.org",)}, {"emails": ("b@x.org", "A@X.ORG")}, "same name, same e-mail address"),
        ({"phones": ("+44 20 7946 0000",)}, {"phones": ("020 79460000",)}, "same name, same phone number"),
        ({"phones": ("+44 7946 000 123",)}, {"phones": ("07946-000123",)}, "same name, same phone number"),
        ({"connected_on": "2020-01-01"}, {"connected_on": "2020-01-01"}, "same name, connected on the same day"),
        ({"location": "Lima, Peru"}, {"location": "lima,  peru"}, "same name, same location"),
        ({"position": "Nurse"}, {"position": "nurse"}, "same name, same position"),
        ({"organization": "Oxfam"}, {"organization": "Acme"}, "same name"),
        ({}, {}, "same name"),
        ({"linkedin": "ana"}, {}, "same name"),
    ],
)
def test_people_of_one_name_are_suggested_with_what_else_they_share(one, other, reasons):
    assert why({"name": "Ana Ruiz", **one}, {"name": "Ana Ruiz", **other}) == reasons


@pytest.mark.parametrize(
    ("names", "reasons"),
    [
        (("Jon Smith", "John Smith"), "names are spelt alike, same organization"),
        (("Ana María Ruiz", "Ana Ruiz"), "one name is longer, same organization"),
        (("Ruiz Ana", "Ana Ruiz"), "same name, turned round, same organization"),
        (("Bob Baker", "Robert Baker"), "a name and its short form, same organization"),
        (("Ana R.", "Ana Ruiz"), "one name has an initial, same organization"),
        (("Ana Ruiz", "Bo Chen"), None),
    ],
)
def test_names_that_are_alike_are_suggested_at_one_organization(names, reasons):
    one, other = ({"name": name, "organization": "Oxfam"} for name in names)
    assert why(one, other) == reasons
    assert why(one | {"linkedin": "a"}, other | {"linkedin": "b"}) == reasons


@pytest.mark.parametrize("names", [("Jon Smith", "John Smith"), ("Ana María Ruiz", "Ana Ruiz")])
def test_names_that_are_only_alike_are_not_suggested_without_more(names):
    assert why({"name": names[0]}, {"name": names[1]}) is None
    assert why({"name": names[0], "location": "Lima"}, {"name": names[1], "location": "Lima"}) is not None


def test_an_address_is_enough_whatever_two_people_are_called():
    assert why({"name": "Ana Ruiz", "emails": ("a@x.org",)}, {"name": "A. R.", "emails": ("a@x.org",)}) == (
        "same e-mail address"
    )


def test_two_members_of_one_name_are_two_people_unless_more_speaks_for_one():
    ana, namesake = {"name": "Ana Ruiz", "linkedin": "ana"}, {"name": "Ana Ruiz", "linkedin": "ana-2"}
    assert why(ana, namesake) is None
    assert why(ana | {"position": "Nurse"}, namesake | {"position": "Nurse"}) is None
    assert why(ana | {"organization": "Oxfam"}, namesake | {"organization": "Oxfam"}) is not None
    same_day = {"connected_on": "2020-01-01"}
    assert why(ana | same_day, namesake | same_day) is not None
    assert why(ana | same_day, namesake | same_day | {"name": "Ana Ruiz Paz"}) is None


def test_the_best_founded_come_first_and_a_name_alone_last():
    people = [
        person(1, "Bo Chen"),
        person(2, "Bo Chen"),
        person(3, "Ana Ruiz", organization="Oxfam"),
        person(4, "Ana Maria Ruiz", organization="Oxfam"),
        person(5, "Mei Ito", emails=("mei@x.org",)),
        person(6, "Mei Ito", emails=("mei@x.org",)),
    ]
    assert [pair[:2] for pair in found(*people)] == [(5, 6), (3, 4), (1, 2)]


def test_who_was_told_apart_is_not_suggested():
    people = [person(1, "Ana Ruiz"), person(2, "Ana Ruiz"), person(3, "Ana Ruiz")]
    assert [pair[:2] for pair in found(*people, distinct={(1, 3)})] == [(1, 2), (2, 3)]


def test_a_crowd_with_one_name_or_address_is_no_evidence():
    crowd = [person(number, "Wei Wang", emails=("info@x.org",)) for number in range(20)]
    assert found(*crowd) == []


def test_in_a_large_organization_those_are_compared_who_stand_close_together():
    others = [
        person(number, f"{'abcdefghij'[number % 10]}x{number} Y{number}z", organization="Oxfam")
        for number in range(500)
    ]
    ours = [person(900, "Jon Smith", organization="Oxfam"), person(901, "John Smith", organization="Oxfam")]
    assert (900, 901, "names are spelt alike, same organization") in found(*others, *ours)


def test_it_can_be_stopped():
    with pytest.raises(Cancelled):
        suggest([person(1, "Ana Ruiz")], progress=Progress(cancelled=lambda: True))


def test_it_tells_how_far_it_is():
    told: list[float] = []
    suggest([], progress=Progress(told.append))
    assert told[-1] == 1.0


names = st.sampled_from(
    ["Ana Ruiz", "Ana María Ruiz", "Ruiz Ana", "Jon Smith", "John Smith", "J. Smith", "Bob", "王", ""]
)
people = st.lists(
    st.builds(
        lambda name, **known: (name, known),
        names,
        organization=st.sampled_from(["", "Oxfam", "ØXFAM"]),
        location=st.sampled_from(["", "Lima"]),
        linkedin=st.sampled_from(["", "somebody"]),
        connected_on=st.sampled_from(["", "2020-01-01"]),
        emails=st.lists(st.sampled_from(["a@x.org", "A@x.org", "b@x.org"]), max_size=2).map(tuple),
        phones=st.lists(st.sampled_from(["+44 7946 000 123", "07946000123", "x", ""]), max_size=2).map(tuple),
    ),
    max_size=7,
).map(lambda told: [person(number, name, **known) for number, (name, known) in enumerate(told, start=1)])
pairs = st.sets(st.sampled_from(list(combinations(range(1, 8), 2))))


@given(people, pairs)
def test_a_pair_is_suggested_once_lower_id_first_and_never_where_told_apart(people, distinct):
    told = [suggestion.pair for suggestion in suggest(people, distinct=distinct, fold=fold)]
    assert len(told) == len(set(told))
    assert all(first < second for first, second in told)
    assert not distinct & set(told)


@given(people, st.randoms(use_true_random=False))
def test_the_order_of_the_book_makes_no_difference(people, random):
    shuffled = list(people)
    random.shuffle(shuffled)
    assert found(*shuffled) == found(*people)


@given(people)
def test_there_is_always_a_reason(people):
    assert all(suggestion.reasons for suggestion in suggest(people, fold=fold))


def test_every_order_of_three_names_gives_the_same():
    three = [person(1, "Ana Ruiz"), person(2, "Ruiz Ana"), person(3, "Ana Ruiz", organization="Oxfam")]
    assert len({tuple(found(*order)) for order in permutations(three)}) == 1
