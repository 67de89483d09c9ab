"""Names as they are compared."""

import pytest

from infoview_desktop.domain.person_name import Likeness, PersonName
from infoview_desktop.store.folding import fold


def likeness(one: str, other: str) -> Likeness | None:
    found = PersonName.of(one, fold).likeness(PersonName.of(other, fold))
    assert PersonName.of(other, fold).likeness(PersonName.of(one, fold)) is found
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ana Ruiz", "ana RUIZ", Likeness.SAME),
        ("Łukasz Øberg", "Lukasz Oberg", Likeness.SAME),
        ("Zoë Muñoz 🌍", "Zoe Munoz", Likeness.SAME),
        ("Noor (Ali) O\u2019Neil", "Noor O'Neil", Likeness.SAME),
        ("王 秀英", "王 秀英", Likeness.SAME),
        ("Ana", "ANA", Likeness.SAME),
        ("Ruiz Ana", "Ana Ruiz", Likeness.TURNED),
        ("Bob Baker", "Robert Baker", Likeness.SHORT_FORM),
        ("Kate Reid", "Catherine Reid", Likeness.SHORT_FORM),
        ("Ana María Ruiz", "Ana Ruiz", Likeness.LONGER),
        ("Ana Ruiz", "Ana Ruiz García", Likeness.LONGER),
        ("Jon Smith", "John Smith", Likeness.SPELLING),
        ("Steven Meyer", "Stephen Meier", Likeness.SPELLING),
        ("Katherine Reid", "Catherine Reid", Likeness.SHORT_FORM),
        ("J. Smith", "John Smith", Likeness.INITIAL),
        ("Ana R.", "Ana Ruiz", Likeness.INITIAL),
        ("Ana M. Ruiz", "Ana Maria Ruiz", Likeness.LONGER),
        ("Ana Ruiz", "Bo Chen", None),
        ("Ana Maria Ruiz", "Ana Sofia Ruiz", None),
        ("Mina Kim", "Nina Kim", None),
        ("Ana Ruiz", "Ana Rossi", None),
        ("Ana", "Ana Ruiz", None),
        ("J. Smyth", "John Smith", None),
        ("Ana R.", "A. Ruiz", None),
        ("", "", None),
        ("🌍", "🌍", None),
    ],
)
def test_two_names_are_alike(one: str, other: str, expected: Likeness | None):
    assert likeness(one, other) is expected
