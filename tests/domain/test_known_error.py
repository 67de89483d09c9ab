"""The catalogue of known errors: each says in plain sentences what happened, what is safe and what to do."""

import inspect
import re

import pytest

from infoview_desktop.domain import known_error
from infoview_desktop.domain.known_error import KnownError

CATALOGUE = [
    make
    for name, make in vars(known_error).items()
    if inspect.isfunction(make) and make.__module__ == known_error.__name__
]
EXAMPLES = {"name": "infoview.sqlite3", "folder": "/home/ana", "label": "Import of 3 people", "version": 7, "known": 1}
REASONS = {"unreadable_file": "“a.csv” is empty.", "cannot_write_file": "permission denied"}


def example(make):
    reason = REASONS.get(make.__name__)
    return make(**{name: EXAMPLES.get(name, reason) for name in inspect.signature(make).parameters})


@pytest.mark.parametrize("make", CATALOGUE, ids=lambda make: make.__name__)
def test_it_is_told_in_plain_sentences_on_one_line(make):
    error = example(make)
    assert isinstance(error, KnownError)
    for sentence in error.sentences:
        assert re.fullmatch(r"[A-Z“/a-z][^\n{}]*\.", str(sentence)), sentence
    assert str(error) == " ".join(map(str, error.sentences))


@pytest.mark.parametrize("make", CATALOGUE, ids=lambda make: make.__name__)
def test_it_uses_no_word_of_the_machinery(make):
    words = r"\b(error|exception|sqlite|database|transaction|traceback|errno|invalid|failed|null)\b"
    said = str(example(make)).replace("infoview.sqlite3", "")
    assert not re.search(words, said, re.IGNORECASE)


def test_it_says_first_what_happened_and_never_an_empty_sentence():
    assert [str(one) for one in known_error.disk_full().sentences] == [
        "The disk is full, so this was not saved.",
        "Everything stored before is safe.",
        "Make some room and try again.",
    ]
    assert len(known_error.nothing_to_undo().sentences) == 1
