"""Sentences for the user, with their values apart."""

import pytest

from infoview_desktop.domain.phrase import Phrase


def test_values_stand_in_their_places():
    assert str(Phrase("{name} added", {"name": "Ana Ruiz"})) == "Ana Ruiz added"


@pytest.mark.parametrize("value", ["{name}", "{0}", "{", "}", "%s", "{value.__class__}", "<b>"])
def test_a_value_is_shown_as_it_is_whatever_signs_it_has(value):
    assert str(Phrase("{value} added", {"value": value})) == f"{value} added"


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(0, "0 people from a.csv"), (1, "1 person from a.csv"), (29_874, "29,874 people from a.csv")],
)
def test_a_count_chooses_its_words_and_is_written_with_separators(count, sentence):
    phrase = Phrase.counted("{count} person from {file}", "{count} people from {file}", count, file="a.csv")
    assert str(phrase) == sentence


def test_a_phrase_can_stand_within_a_phrase():
    inner = Phrase.counted("Import of {count} person", "Import of {count} people", 2_981)
    assert str(Phrase("Undone: {step}", {"step": inner})) == "Undone: Import of 2,981 people"


def test_a_reader_has_their_own_language_and_separators():
    german = {"Undone: {step}": "Zurückgenommen: {step}", "Delete {count} people": "{count} Personen löschen"}
    phrase = Phrase("Undone: {step}", {"step": Phrase("Delete {count} people", {"count": 1_500})})
    shown = phrase.render(lambda text: german[text], lambda number: f"{number:,}".replace(",", "."))
    assert shown == "Zurückgenommen: 1.500 Personen löschen"
