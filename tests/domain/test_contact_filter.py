"""What a person types to find people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.contact_filter import FACETS, Term, parse, stage_facet, tag_facet
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.text import clean


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ("   ", ()),
        ("ana", (Term("ana"),)),
        ("ana ruiz", (Term("ana"), Term("ruiz"))),
        ('"open harbour"', (Term("open harbour"),)),
        ('"open harb', (Term("open harb"),)),
        ("company:oxfam", (Term("oxfam", "organization"),)),
        ("Company:Oxfam tag:alumni", (Term("Oxfam", "organization"), Term("alumni", "tags"))),
        ('company:"open harbour" ana', (Term("open harbour", "organization"), Term("ana"))),
        ("company:", ()),
        ('company:"', ()),
        ("company: ana", (Term("ana"),)),
        ("wrong:ana", (Term("wrong ana"),)),
        ("http://x.org", (Term("http //x.org"),)),
        ("at:oxfam", (Term("oxfam", "organization"),)),
        ("found:event", (Term("event", "source"),)),
        ("& | ana !", (Term("ana"),)),
        ("ana\u200b \u202eruiz\0", (Term("ana"), Term("ruiz"))),
        ("ana\n\truiz", (Term("ana"), Term("ruiz"))),
        ("12:30", (Term("12:30"),)),
    ],
)
def test_words_and_facets_are_told_apart(typed, terms):
    assert parse(typed) == terms


@given(st.text())
def test_any_text_gives_terms_with_a_letter_or_digit_each_in_a_known_column(typed):
    for term in parse(typed):
        assert any(map(str.isalnum, term.text))
        assert term.column is None or term.column in FACETS.values()


@pytest.mark.parametrize("stage", Stage)
def test_the_facet_of_a_stage_names_it_by_words_it_is_found_by(stage):
    (term,) = parse(stage_facet(stage))
    assert term.column == "stage_words"
    assert f" {term.text} " in f" {stage.words} "


@given(st.from_regex(r"[^\W_][\w \-'&.]*", fullmatch=True).map(lambda tag: clean(tag)[0]))
def test_the_facet_of_a_tag_finds_that_tag(tag):
    (term,) = parse(tag_facet(tag))
    assert term.column == "tags"
    assert term.text.split() == tag.split()
