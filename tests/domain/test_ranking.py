"""Whom to write to first, and why."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.contact import Seniority, Source
from infoview_desktop.domain.factor import HEAVIEST, weights_with
from infoview_desktop.domain.motivation import MOST_MOTIVATION
from infoview_desktop.domain.ranking import (
    FACTORS,
    Candidate,
    Profile,
    order_of,
    rank,
)

TODAY = date(2026, 11, 23)
PROFILE = Profile(
    seniority=Seniority.SENIOR,
    schools=("ESAN", "University of Lima"),
    past_employers=("Acme",),
    directions=("Data for good", "Nursing"),
)
SOMEBODY = Candidate(1, "Ana Ruiz")


def reasons(profile: Profile = PROFILE, **fields) -> list[str]:
    """Every reason for somebody, with what it counts."""
    ranking = rank(SOMEBODY._replace(**fields), profile, weights_with(FACTORS, {}), TODAY)
    return [f"{reason.phrase} · {reason.points:g}" for reason in ranking.reasons]


def test_there_is_no_reason_for_somebody_of_whom_nothing_is_known():
    assert reasons() == []


def test_motivation_counts_for_each_step():
    assert reasons(motivation=1) == ["You would like to talk to them a little · 2"]
    assert reasons(motivation=3) == ["You would like to talk to them very much · 6"]


def test_where_one_wants_to_work():
    assert reasons(organization="Oxfam", is_target=True) == ["Works at Oxfam, where you want to work · 3"]
    assert reasons(organization="Oxfam") == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"position": "Director, Data for Good"}, "Director, Data for Good, close to your direction Data for good · 3"),
        ({"position": "Data Engineer"}, "Data Engineer, close to your direction Data for good · 1.5"),
        ({"position": "Nurse"}, "Nurse, close to your direction Nursing · 3"),
        ({"tags": ("nurses",)}, "Your words about them speak of Nursing · 3"),
        ({"remarks": "Was a nurse\nbefore"}, "Your words about them speak of Nursing · 3"),
        ({"position": "Cook", "direction": "Cooking"}, "Cook, close to your direction Cooking · 3"),
    ],
)
def test_did_what_one_wants_to_do(fields, reason):
    assert reasons(Profile(directions=PROFILE.directions), **fields) == [reason]


def test_their_own_direction_goes_first_where_both_are_found():
    told = reasons(position="Nurse of Data for good", direction="Nursing")
    assert told == ["Nurse of Data for good, close to your direction Nursing · 3"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"position": "Team Lead"}, ["A level above you (lead or manager, by the title) · 2"]),
        ({"position": "Director"}, ["Two levels above you (director or head, by the title) · 1"]),
        ({"seniority": Seniority.LEAD, "position": "CEO"}, ["A level above you (lead or manager) · 2"]),
        ({"position": "CEO"}, []),
        ({"position": "Intern"}, []),
        ({"position": "Senior Cook"}, []),
    ],
)
def test_a_level_above_is_best(fields, told):
    assert reasons(**fields) == told
    assert reasons(Profile(), **fields) == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"schools": ("MIT", "ESAN University")}, ["Same school: ESAN University · 3"]),
        ({"schools": ("Universidad de Lima",)}, ["Same school: Universidad de Lima · 3"]),
        ({"schools": ("University of Oslo",)}, []),
        ({"schools": ("University",)}, []),
        ({"source": Source.ALUMNI}, ["Went to your school, as you noted · 3"]),
        ({"tags": ("Alumni",)}, ["Went to your school, as you noted · 3"]),
    ],
)
def test_the_same_school(fields, told):
    assert reasons(**fields) == told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"organization": "ACME, Inc."}, ["Works at ACME, Inc., where you worked · 2"]),
        ({"past_employers": ("Other", "Acme GmbH")}, ["Worked at Acme GmbH, as you did · 2"]),
        ({"organization": "Acmeology"}, []),
    ],
)
def test_the_same_employer(fields, told):
    assert reasons(**fields) == told


def test_knows_someone_one_knows():
    assert reasons(referrer="Chloé Dubois", friend="Bo Chen") == ["Referred by Chloé Dubois · 3"]
    assert reasons(friend="Bo {Chen}") == ["Works with Bo {Chen}, whom you know as a friend · 1.5"]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (-5, "In touch today · 1"),
        (0, "In touch today · 1"),
        (1, "In touch yesterday · 1"),
        (2, "In touch 2 days ago · 1"),
        (7, "In touch a week ago · 1"),
        (21, "In touch 3 weeks ago · 1"),
        (45, "In touch a month ago · 1"),
        (200, "In touch 6 months ago · 0.5"),
        (400, "In touch a year ago · 0.5"),
        (1200, "In touch 3 years ago · 0.5"),
    ],
)
def test_last_in_touch(days, told):
    day = (TODAY - timedelta(days=days)).isoformat()
    assert reasons(in_touch_on=day, connected_on="2026-01-01") == [told]


def test_a_connection_is_a_reason_for_two_years():
    assert reasons(connected_on="2026-03-04") == ["Connected in March 2026 · 0.5"]
    assert reasons(connected_on="2023-03-04") == []


def test_the_weightiest_reason_is_told_first():
    told = reasons(motivation=1, organization="Oxfam", is_target=True, in_touch_on="2026-11-20")
    assert [line.rpartition(" · ")[2] for line in told] == ["3", "2", "1"]


days = st.dates(date(2000, 1, 1), date(2040, 1, 1)).map(date.isoformat) | st.just("")
texts = st.sampled_from(["", "Data Director", "Nurse", "CEO", "{x}", "ESAN", "Acme", "王"]) | st.text(max_size=9)
several = st.lists(texts, max_size=3).map(tuple)
candidates = st.builds(
    Candidate,
    st.integers(1, 9),
    texts,
    position=texts,
    seniority=st.sampled_from(Seniority),
    organization=texts,
    is_target=st.booleans(),
    remarks=texts,
    tags=several,
    source=st.sampled_from(Source),
    schools=several,
    past_employers=several,
    referrer=texts,
    friend=texts,
    in_touch_on=days,
    connected_on=days,
    motivation=st.integers(0, MOST_MOTIVATION),
    direction=texts,
)
profiles = st.builds(Profile, st.sampled_from(Seniority), several, several, several)
all_weights = st.fixed_dictionaries({factor.key: st.integers(0, HEAVIEST) for factor in FACTORS})


@given(candidates, profiles, all_weights)
def test_the_score_is_the_sum_of_the_reasons_and_each_can_be_said(one, profile, weights):
    ranking = rank(one, profile, weights, TODAY)
    assert ranking.score == sum(reason.points for reason in ranking.reasons)
    assert all(reason.points > 0 and str(reason.phrase) for reason in ranking.reasons)
    assert len({reason.factor for reason in ranking.reasons}) == len(ranking.reasons)


@given(candidates, profiles, all_weights)
def test_more_motivation_never_lowers(one, profile, weights):
    scores = [rank(one._replace(motivation=step), profile, weights, TODAY).score for step in range(MOST_MOTIVATION + 1)]
    assert scores == sorted(scores)


@given(candidates, profiles, all_weights, st.sampled_from([factor.key for factor in FACTORS]))
def test_a_factor_without_weight_gives_no_reason_and_leaves_the_others(one, profile, weights, key):
    with_it = rank(one, profile, weights, TODAY).reasons
    without = rank(one, profile, weights | {key: 0}, TODAY).reasons
    assert without == tuple(reason for reason in with_it if reason.factor != key)


@given(st.lists(candidates, unique_by=lambda one: one.contact_id), profiles, all_weights, st.randoms())
def test_the_order_is_total_and_the_same_whatever_it_was_before(people, profile, weights, chance):
    def in_order(those):
        return sorted(those, key=lambda one: order_of(one, rank(one, profile, weights, TODAY)))

    shuffled = list(people)
    chance.shuffle(shuffled)
    assert in_order(shuffled) == in_order(people)


def test_of_the_same_score_the_name_decides():
    people = [SOMEBODY._replace(contact_id=3, name="bo"), SOMEBODY._replace(contact_id=2, name="Ärne"), SOMEBODY]
    ranked = sorted(people, key=lambda one: order_of(one, rank(one, PROFILE, weights_with(FACTORS, {}), TODAY)))
    assert [one.name for one in ranked] == ["Ana Ruiz", "Ärne", "bo"]


def test_weights_are_as_at_first_but_for_those_that_were_changed():
    assert weights_with(FACTORS, {"touch": 5}) == {factor.key: factor.weight for factor in FACTORS} | {"touch": 5}
    assert all(0 < factor.weight <= HEAVIEST and str(factor.why).endswith(".") for factor in FACTORS)
