"""Which names of organizations may mean the same one, and why."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.organization_names import spellings


def said(*names: str) -> list[str]:
    found = spellings(enumerate(names))
    return [f"{names[one]} = {names[other]}: {each.why}" for each in found for one, other in [each.pair]]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Oxfam", "OXFAM", "same but for capitals"),
        ("Acme, Inc.", "Acme Inc", "same but for accents or punctuation"),
        ("Nestlé", "Nestle", "same but for accents or punctuation"),
        ("Łódź Labs S.A.", "Łódź Labs", "same but for S.A."),
        ("Acme", "Acme Inc.", "same but for Inc."),
        ("The Acme Company", "Acme", "same but for The, Company"),
        ("Globex GmbH & Co. KG", "Globex", "same but for GmbH, Co., KG"),
        ("Johnson & Johnson", "Johnson and Johnson", "same but for and"),
        ("Open Harbour", "OpenHarbour", "same but for spaces"),
        ("Médecins Sans Frontières", "Médecins sans Frontiere", "almost the same letters"),
        ("Health Centre Lima", "Health Center Lima", "almost the same letters"),
        ("Oxfam", "Oxfam GB", "the same with GB"),
        ("L\u2019Oréal", "L'Oreal", "same but for accents or punctuation"),
    ],
)
def test_names_that_may_be_the_same(one, other, why):
    assert said(one, other) == [f"{one} = {other}: {why}"]
    assert said(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "Globex"),
        ("IBM", "IBN"),
        ("Deloitte UK", "Deloitte US"),
        ("Bank 101 of Lima", "Bank 102 of Lima"),
        ("University of Leeds", "University of Lima"),
        ("Acme", "Acme Research Institute of Lima"),
        ("", "™"),
        ("The", "The Who"),
        ("Company", "Limited"),
    ],
)
def test_names_that_are_not(one, other):
    assert said(one, other) == []


def test_a_word_that_many_begin_with_tells_nothing():
    many = ["Bank", *(f"Bank {town}" for town in ("Lima", "Quito", "Porto", "Oslo", "Turin", "Graz", "Bern", "Cork"))]
    assert said(*many) == []
    assert said("Bank", "Bank Lima") != []


def test_the_most_alike_come_first_and_what_was_told_apart_not_at_all():
    names = ["Acme Labs", "Oxfam GB", "Oxfam", "Acme Labs Ltd"]
    assert [one.pair for one in spellings(enumerate(names))] == [(0, 3), (1, 2)]
    assert [one.pair for one in spellings(enumerate(names), distinct={(0, 3)})] == [(1, 2)]


def test_of_many_equal_ones_each_is_set_beside_the_first():
    names = [f"Acme{'.' * number}" for number in range(40)]
    assert len(spellings(enumerate(names))) == 39


@given(st.lists(st.text(max_size=30) | st.sampled_from(["Acme Inc", "acme", "The Acme", "Acme GB"]), max_size=12))
def test_any_names_give_pairs_of_two_each_once(names):
    pairs = [one.pair for one in spellings(enumerate(names))]
    assert len(set(pairs)) == len(pairs)
    assert set(pairs) <= set(combinations(range(len(names)), 2))


def test_twenty_thousand_are_compared_in_blocks():
    """Without blocks it would be two hundred million comparisons, and minutes."""
    random = Random(7)  # noqa: S311 - names, not secrets
    letters = ["".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=random.randint(4, 9))) for _ in range(20_000)]
    names = [f"University of {word}" for word in letters]
    names[-1] = f"{names[0]} Ltd"
    assert (0, len(names) - 1) in {one.pair for one in spellings(enumerate(names))}
