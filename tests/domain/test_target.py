"""Which target to turn to first, and why."""

from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.target import FACTORS, Target, ranked

NUMBERS = st.integers(0, 9)


def target(name: str = "Acme", *, people: int = 0, warm: int = 0, motivation: int = 0, openings: int = 0) -> Target:
    return Target(1, name, people, warm, motivation, openings)


def told(one: Target, **weights: int) -> list[str]:
    (only,) = ranked([one], {f"target.{name}": weight for name, weight in weights.items()})
    return [f"{reason.phrase} {reason.points}" for reason in only.reasons]


def test_each_reason_is_told_with_its_points():
    assert told(target(people=3, warm=1, motivation=3, openings=1)) == [
        "motivation 3 of 3 9.0",
        "3 people known there, 1 of them alumni, friends or referrals 4.0",
        "1 opening seen 1.0",
    ]
    assert told(target(people=1)) == ["1 person known there 1.0"]
    assert told(target(people=2, warm=2)) == ["2 alumni, friends or referrals there 4.0"]
    assert told(target(people=1, warm=1)) == ["1 alumni, friend or referral there 2.0"]


def test_of_what_is_not_known_nothing_is_said():
    assert told(target()) == []


def test_the_most_points_come_first_then_the_name():
    order = [
        target("Everything", people=6, motivation=3, openings=3),
        target("Wanted", motivation=3),
        target("Known", people=30),
        target("alike", openings=3),
        target("Alikf", openings=9),
        target("Nothing"),
    ]
    assert [one.target.name for one in ranked(reversed(order), {})] == [one.name for one in order]


def test_the_user_decides_what_counts():
    wanted, known = target("Wanted", motivation=3), target("Known", people=6)
    assert [one.target for one in ranked([known, wanted], {"target.advocates": 5})] == [known, wanted]
    assert told(target(people=2, motivation=1), motivation=0) == ["2 people known there 2.0"]


def test_the_factors_are_those_that_reasons_name():
    (one,) = ranked([target(people=1, motivation=1, openings=1)], {})
    assert {reason.factor for reason in one.reasons} == {factor.key for factor in FACTORS}


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(["people", "motivation", "openings"]))
def test_more_of_anything_never_counts_less(people, motivation, openings, more):
    fields = {"people": people, "motivation": min(motivation, 2), "openings": openings}
    (less,), (greater,) = (ranked([target(**each)], {}) for each in (fields, fields | {more: fields[more] + 1}))
    assert greater.score >= less.score
