import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.text import clean, clean_text

ANY_TEXT = st.text(st.characters() | st.sampled_from("  \t\n\u00a0\u200b\u202e\ufeff\u200d\u0301\ud800\U000e0041"))


@pytest.mark.parametrize(
    ("text", "line", "removed"),
    [
        ("", "", 0),
        ("Ana Ruiz", "Ana Ruiz", 0),
        ("  Ana   Ruiz ", "Ana Ruiz", 0),
        ("Ana\u00a0Ruiz\u2028\r\n\tMBA", "Ana Ruiz MBA", 0),
        ("Ana\u200b Ruiz\ufeff", "Ana Ruiz", 2),
        ("\u202eziuR\u202c \u2066anA\u2069\u2060", "ziuR anA", 5),
        ("Ana\x00\x1b[31m\x7f\x85Ruiz", "Ana[31m Ruiz", 3),
        ("Ru\u00adiz\ud800", "Ruiz", 2),
        ("\u200fAna\u200e", "Ana", 2),
        ("Jose\u0301", "José", 0),
        ("نور\u200cم", "نور\u200cم", 0),
        ("👩\u200d🔬 ❤\ufe0f", "👩\u200d🔬 ❤\ufe0f", 0),
        (
            "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
            "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
            0,
        ),
        ("Ana\U000e0068\U000e0069", "Ana", 2),
        ("王\u3000静", "王 静", 0),
    ],
)
def test_a_line_has_nothing_hidden_in_it(text, line, removed):
    assert clean(text) == (line, removed)


@given(ANY_TEXT)
def test_a_clean_line_is_one_trimmed_line_and_stays_as_it_is(text):
    line, _ = clean(text)
    assert line == " ".join(line.split())
    assert unicodedata.is_normalized("NFC", line)
    assert clean(line) == (line, 0)
    line.encode()


@given(ANY_TEXT)
def test_joiners_are_never_taken_out(text):
    assert clean(text)[0].count("\u200d") == text.count("\u200d")


def test_prose_keeps_its_lines_and_loses_what_is_hidden():
    assert clean_text("One\r\ntwo\rthree\u2028four\x00\u202e\n\n\tfive  six\u200f.") == (
        "One\ntwo\nthree\nfour\n\n\tfive  six\u200f."
    )


@given(ANY_TEXT)
def test_clean_prose_stays_as_it_is(text):
    prose = clean_text(text)
    assert clean_text(prose) == prose


def test_a_tower_of_accents_takes_no_time():
    tower = "a" + "\u0315" * 30_000 + "\u0300" * 30_000
    started = time.perf_counter()
    clean(tower)
    clean_text(tower)
    assert time.perf_counter() - started < 0.5
