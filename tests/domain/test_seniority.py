"""How far up somebody works, as their title tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.contact import Seniority
from infoview_desktop.domain.seniority import LEVELS, guessed

TITLES = {
    Seniority.EXECUTIVE: (
        "Chief Data Officer",
        "CEO & Founder",
        "Co-Founder",
        "Geschäftsführerin",
        "Gerente General",
        "Managing Director",
        "Fundadora",
        "President",
        "Senior Partner",
    ),
    Seniority.DIRECTOR: (
        "Director of Data",
        "Head of Data, Analyst",
        "VP Sales",
        "Vice President, Operations",
        "Directora de Programas",
        "Directrice des opérations",
        "Leiterin Kommunikation",
    ),
    Seniority.LEAD: (
        "Team Lead",
        "Data Manager",
        "Research Lead",
        "Assistant Director",
        "Deputy Head of Unit",
        "Principal Engineer",
        "Jefa de proyecto",
        "Chef de projet",
    ),
    Seniority.SENIOR: ("Senior Analyst", "Sr. Engineer", "Senior Product Manager", "Assistant Professor"),
    Seniority.EXPERIENCED: ("Product Manager", "Programme Manager", "HR Business Partner", "Product Owner"),
    Seniority.ENTRY: (
        "Intern",
        "Junior Nurse",
        "Marketing Assistant",
        "Executive Assistant to the CEO",
        "Assistant of the Director",
        "Praktikantin",
        "Stagiaire",
        "PhD Student",
        "Trainee",
    ),
    Seniority.NONE: ("", "Nurse", "Analyst", "看護師", "🌍", "=Analyst", "Associate Analyst"),
}


@pytest.mark.parametrize(("title", "level"), [(title, level) for level, titles in TITLES.items() for title in titles])
def test_a_title_says_how_far_up_somebody_works(title, level):
    assert guessed(title) == level
    assert guessed(title.upper()) == level


def test_every_level_has_its_words():
    assert set(LEVELS) == set(Seniority) - {Seniority.NONE}


@given(st.text())
def test_any_text_may_stand_as_a_title(text):
    assert guessed(text) in set(Seniority)
