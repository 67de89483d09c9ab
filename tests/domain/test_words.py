"""Words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.words import stem, stems, words


@pytest.mark.parametrize(
    "family",
    [
        "nurse nurses Nursing",
        "engineer engineers engineering",
        "analyst analysts analytics analysis",
        "manager managers management",
        "program programmer programming",
        "consultant consulting",
        "fundraiser fundraising",
        "economist economics",
        "psychologist psychology",
        "policy policies",
        "designer design",
    ],
)
def test_words_of_one_family_have_one_stem(family):
    assert len(stems(family)) == 1


@pytest.mark.parametrize("pair", ["policy police", "data date", "business busy", "design desk", "nurse nursery"])
def test_words_of_two_families_have_two(pair):
    assert len(stems(pair)) == 2


def test_small_words_case_and_accents_say_nothing():
    assert stems("Data for GOOD") == stems("data good")
    assert words("Zürich, Málaga & ﬁnance") == ("zurich", "malaga", "finance")


@given(st.text())
def test_every_text_has_words_and_a_stem_has_itself_as_its_stem_and_is_no_longer(text):
    for word in words(text):
        assert len(stem(word)) <= len(word)
        assert stem(word)[:3] == word[:3]
