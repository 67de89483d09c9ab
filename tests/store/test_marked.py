"""What stands out in a text, whatever script it is written in."""

import pytest

from infoview_desktop.store.reads.marked import begins_a_word, marked


@pytest.mark.parametrize(
    ("text", "beginnings", "parts"),
    [
        ("Łukasz Żak", ["lukasz", "z"], ["Łukasz", "Ż"]),
        ("Groß", ["gros"], ["Groß"]),
        ("Søren Sæther", ["sa"], ["Sæ"]),
        ("王秀英", ["wangx"], ["王秀"]),
        ("Ana-María O'Neil", ["mar", "neil"], ["Mar", "Neil"]),
        ("Anna", ["an", "ann"], ["Ann"]),
        ("Ana 🦊 Ruiz", ["ru"], ["Ru"]),
        ("Ana", ["na"], []),
        ("Ana", [], []),
        ("Юлия", ["yul"], ["Юл"]),
    ],
)
def test_the_letters_that_were_looked_for(text: str, beginnings: list[str], parts: list[str]):
    assert [text[begin:end] for begin, end in marked(text, beginnings).parts] == parts


def test_only_the_beginning_of_a_word_counts():
    assert begins_a_word("Open Harbour", "har")
    assert not begins_a_word("Open Harbour", "bour")
