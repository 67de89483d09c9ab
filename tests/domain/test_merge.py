"""Two people made one, as a rule."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.contact import LISTS, Contact, Seniority, Source
from infoview_desktop.domain.merge import SINGLE, Side, merged, preferred


def contact(number: int = 1, **known) -> Contact:
    texts = {field.name: "" for field in dataclasses.fields(Contact)}
    lists = dict.fromkeys(LISTS, ())
    ids = {"id": number, "organization_id": None, "referrer_id": None}
    return Contact(**(texts | lists | ids | {"seniority": Seniority.NONE, "source": Source.NONE} | known))


@pytest.mark.parametrize(
    ("field", "kept", "other", "side"),
    [
        ("given_name", "Ana", "", Side.KEPT),
        ("given_name", "", "Ana", Side.OTHER),
        ("given_name", "Ana", "Ana María", Side.OTHER),
        ("given_name", "A.", "Ana", Side.OTHER),
        ("given_name", "Ana", "A.", Side.KEPT),
        ("position", "Nurse", "Analyst at large", Side.KEPT),
        ("connected_on", "2020-01-02", "2020-01-01", Side.OTHER),
        ("connected_on", "2020-01-01", "2020-01-02", Side.KEPT),
        ("in_touch_on", "2020-01-01", "2020-01-02", Side.OTHER),
        ("in_touch_on", "2020-01-02", "2020-01-01", Side.KEPT),
        ("in_touch_on", "", "", Side.KEPT),
        ("source", Source.SEARCH, Source.LINKEDIN, Side.KEPT),
    ],
)
def test_the_fuller_value_is_preferred(field, kept, other, side):
    assert preferred(field, contact(1, **{field: kept}), contact(2, **{field: other})) is side


def test_what_was_not_chosen_is_in_the_remarks():
    kept = contact(1, given_name="Ana", position="Nurse", source=Source.LINKEDIN, remarks="one\ntwo")
    other = contact(2, given_name="Anna", position="Analyst", source=Source.EVENT, remarks="three")
    result = merged(kept, other, {"given_name": Side.OTHER, "source": Side.OTHER})
    assert (result.values["given_name"], result.values["position"]) == ("Anna", "Nurse")
    assert result.remarks == (
        "one\ntwo\n\nthree\n\n"
        "Given name before merging: Ana\nPosition before merging: Analyst\nHow found before merging: LinkedIn"
    )


def test_remarks_that_are_the_same_are_not_said_twice():
    assert merged(contact(1, remarks="one\ntwo"), contact(2, remarks="two"), {}).remarks == "one\ntwo"


def test_nobody_is_referred_by_who_they_were():
    ana, bo = contact(1, referrer_id=2, referrer="Bo"), contact(2, referrer_id=3, referrer="Mei")
    assert (merged(ana, bo, {}).referrer_id, merged(ana, bo, {}).values["referrer"]) == (3, "Mei")
    assert merged(bo, ana, {}).referrer_id == 3
    assert merged(ana, contact(2, referrer_id=1, referrer="Ana"), {}).referrer_id is None


def test_of_two_profiles_one_becomes_a_link():
    result = merged(contact(1, linkedin="ana", links=("x.org",)), contact(2, linkedin="ana ñ"), {})
    assert result.linkedin == "ana"
    assert result.lists["links"] == ("x.org", "https://www.linkedin.com/in/ana%20%C3%B1")
    assert merged(contact(1), contact(2, linkedin="ana"), {}).linkedin == "ana"


def test_lists_are_united_in_order_each_value_once():
    kept = contact(1, emails=("a@x.org", "b@x.org"), phones=("+44 20 1",), tags=("alumni",))
    other = contact(2, emails=("c@x.org", "A@x.org"), phones=("+44201", "2"), tags=("Alumni", "data"))
    lists = merged(kept, other, {}).lists
    assert lists["emails"] == ("a@x.org", "b@x.org", "c@x.org")
    assert lists["phones"] == ("+44 20 1", "2")
    assert lists["tags"] == ("alumni", "data")


words = st.sampled_from(["", "Ana", "ana", "Ana María", "A.", "王", "%", "two\nlines"])
lists = st.lists(st.sampled_from(["a", "A", "+1 2", "12", "é"]), max_size=3, unique=True).map(tuple)
contacts = st.fixed_dictionaries(
    {name: words for name in SINGLE if name not in {"seniority", "source"}}
    | dict.fromkeys(LISTS, lists)
    | {"remarks": words, "linkedin": st.sampled_from(["", "ana", "bo"])}
    | {"seniority": st.sampled_from(Seniority), "source": st.sampled_from(Source)}
)


@given(contacts, contacts, st.dictionaries(st.sampled_from(list(SINGLE)), st.sampled_from(Side)))
def test_nothing_of_either_is_lost(ours, theirs, choices):
    kept, other = contact(1, **ours), contact(2, **theirs)
    result = merged(kept, other, choices)
    for field in SINGLE:
        for one in (getattr(kept, field), getattr(other, field)):
            assert one == result.values[field] or one.casefold() in result.remarks.casefold()
        if field in choices:
            assert result.values[field] == getattr(kept if choices[field] is Side.KEPT else other, field)
    for name in LISTS:
        shown = {"".join(filter(str.isalnum, each.casefold())) for each in result.lists[name]}
        for one in (*getattr(kept, name), *getattr(other, name)):
            assert "".join(filter(str.isalnum, one.casefold())) in shown
    for remarks in (kept.remarks, other.remarks):
        assert remarks in result.remarks
    assert result.linkedin in {kept.linkedin, other.linkedin}
