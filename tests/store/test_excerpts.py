"""What a list shows of a note: the sentence with what was looked for, exactly as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.store.reads.excerpts import excerpt

LONG = "One learns most from those who left. " * 20


def shown(marked):
    """The text with what is marked in brackets."""
    text = marked.text
    for start, end in reversed(marked.parts):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Title\nWhat follows\nit.", [], "What follows it."),
        ("Title only", [], ""),
        ("Title\nThat was before. Here it stands. And more.", ["stands"], "Here it [stands]. And more."),
        ("Title\n- first\n- the second thing", ["second"], "the [second] thing"),
        ("Title\n- first\n- second:\n- third", [], "first · second: third"),
        ("Łódź\nShe began in Łódź. Then Oslo.", ["lodz"], "She began in [Łódź]. Then Oslo."),
        ("Title\nGroße Straße", ["strass"], "Große [Straß]e"),
        ("Title\nShe **loves** ==SQL==\n- [her page](https://example.org/x)", ["sql"], "She loves [SQL] · her page"),
        ("Title\nSee [her page](https://example.org/x)", ["example"], "See [her page](https://[example].org/x)"),
        ("Title\n<b>x</b> ![](http://x/y.png) data", ["data"], "<b>x</b> [data]"),
        ("About pay\nNothing else", ["pay"], "Nothing else"),
        (f"Title\nOne pay. {LONG}Of pay and grades.", ["pay", "grades"], "Of [pay] and [grades]."),
    ],
)
def test_the_excerpt_is_the_sentence_with_what_was_looked_for(text, words, expected):
    assert shown(excerpt(text, words)) == expected


def test_what_stands_far_within_a_long_sentence_is_in_sight():
    found = excerpt(f"Title\n{'word ' * 5_000}needle and {'more ' * 500}", ["needle"])
    assert found.text.startswith("… ")
    assert found.parts[0][0] < 40
    assert found.text.endswith(" …")
    assert len(found.text) < 350


def test_a_sentence_is_found_however_long_the_note_is():
    assert "[Needle]" in shown(excerpt(f"Title\n{LONG * 1_000}\nNeedle.", ["needle"]))
    assert "[Nadelöhr]" in shown(excerpt(f"Títle\n{'Straße ' * 20_000}\nNadelöhr.", ["nadelohr"]))


@pytest.mark.parametrize("word", ["a" * 1_000_000, "ø" * 1_000_000, "é" * 1_000_000, "👩‍👩‍👧" * 100_000])
def test_one_word_without_end_is_cut(word):
    for shown_text in (excerpt(f"T\n{word}", ["aaa"]).text, excerpt(word, ["ooo"]).text):
        assert len(shown_text) < 350


@pytest.mark.parametrize("sign", ["👩‍👩‍👧", "🇵🇪", "é", "👍🏽", "❤️", "कि", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"])
@pytest.mark.parametrize("before", range(8))
def test_no_cut_parts_what_is_seen_as_one_sign(sign, before):
    text = excerpt(f"T\n{'x' * before}{sign * 100}").text
    assert not text.replace(sign, "").strip("x …")


def test_text_from_right_to_left_is_found_and_kept():
    found = excerpt("عنوان\nتحدثت ليلى عن العمل. وبعد ذلك عن الأجور.", ["bd"])
    assert "".join(found.text.split()) in "تحدثتليلىعنالعمل.وبعدذلكعنالأجور."


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="*_`~=[]()!#<>+-.")),
    st.lists(st.from_regex(r"[a-z0-9]{1,3}", fullmatch=True), max_size=3),
)
def test_words_are_shown_as_they_were_written(text, words):
    kept = excerpt(text, words).text.removeprefix("… ").removesuffix(" …")
    assert " ".join(kept.split()) in " ".join(text.split())


@given(st.text(), st.lists(st.from_regex(r"[a-z0-9]{1,3}", fullmatch=True), max_size=3))
def test_whatever_is_written_is_shown_on_one_line(text, words):
    marked = excerpt(text, words)
    assert "\n" not in marked.text
    assert all(0 <= start < end <= len(marked.text) for start, end in marked.parts)
