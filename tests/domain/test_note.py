"""A note: its title, how it is cleaned, and whom it names."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.note import LONGEST_LINE, cleaned, perhaps_named, still_mentioned, title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("\n  \n# Before we talk\nmore", "Before we talk"),
        ("- [ ] **Ask** [Ana](https://a.example) about `SQL`", "Ask Ana about SQL"),
        ("> 1. snake_case and _this_", "snake_case and this"),
        ("#nonprofit with @Ana Ruiz", "#nonprofit with @Ana Ruiz"),
        ("---\n***\n\nfirst words", "first words"),
        ("x" * 1000, "x" * 200),
    ],
)
def test_the_title_is_the_first_line_that_says_something(text, expected):
    assert title(text) == expected


@given(st.text())
def test_a_title_is_one_short_line(text):
    assert len(title(text)) <= 200
    assert "\n" not in title(text)


def test_hidden_characters_go_and_line_ends_are_one():
    assert cleaned("a\r\nb\u2028c\u200b\x00 \u202ed") == "a\nb\nc d"


@given(st.text())
def test_what_is_clean_stays(text):
    assert cleaned(cleaned(text)) == cleaned(text)


def test_a_line_that_is_too_long_is_broken_at_a_space_and_no_word_is_lost():
    text = "word " * 10_000 + "end\nnext"
    broken = cleaned(text)
    assert max(map(len, broken.split("\n"))) <= LONGEST_LINE
    assert broken.split() == text.split()


def test_a_word_that_is_too_long_is_broken_too():
    assert cleaned("x" * 25_000).replace("\n", "") == "x" * 25_000


def test_text_without_end_is_cleaned_quickly():
    start = time.process_time()
    for text in ("a\u0301" * 1_000_000, "\r" * 2_000_000, "word\n" * 400_000, "é " * 1_000_000):
        cleaned(text)
    assert time.process_time() - start < 8


def test_a_mention_is_kept_while_its_words_stand_there():
    people = {"Ana Ruiz": 1, "Bo": 2, "Mei": 3}
    assert still_mentioned("With @Ana Ruiz. @Boris, not Mei", people) == {"Ana Ruiz": 1}
    assert still_mentioned("@Boris and @Bo", people) == {"Bo": 2}


def test_after_an_at_the_longest_name_is_tried_first():
    assert perhaps_named("Ask @Ana Ruiz Jr. today, a@b.example") == [
        ("Ana Ruiz Jr. today", "Ana Ruiz Jr.", "Ana Ruiz Jr", "Ana Ruiz", "Ana")
    ]


def test_the_first_thousand_names_are_tried():
    assert len(perhaps_named(" ".join(f"@N{number}" for number in range(5_000)))) == 1_000
