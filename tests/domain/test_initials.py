import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infoview_desktop.domain.initials import NOBODY, initials


@pytest.mark.parametrize(
    ("given_name", "family_name", "expected"),
    [
        ("Ana", "Ruiz", "AR"),
        ("ana", "ruiz", "AR"),
        ("Łukasz", "Żak", "ŁŻ"),
        ("Elif", "Çelik", "EÇ"),
        ("Mary Jane", "O'Neil", "MO"),
        ("Jean-Luc", "d'Angelo", "JD"),
        ("Madonna", "", "M"),
        ("", "Ruiz", "R"),
        ("", "", NOBODY),
        ("  ", "\t", NOBODY),
        ("—", "***", NOBODY),
        ("4th", "Wall", "4W"),
        ("ßeta", "ﬁne", "SF"),
        ("ნინო", "ბერიძე", "ნბ"),
    ],
)
def test_the_first_letters(given_name: str, family_name: str, expected: str):
    assert initials(given_name, family_name) == expected


@pytest.mark.parametrize(
    ("given_name", "family_name"),
    [
        ("(Bob) Robert", "Smith"),
        ("“Bob” Robert", "Smith"),
        ('"Bob" Robert', "[Bobby] Smith"),
        ("'Bob' Robert", "(née Jones) Smith"),
        ("\u2018Bob\u2019 Robert", "«Bob» Smith"),
        ("Robert (Bob)", "Smith (he/him)"),
        ("(Robert", "Smith"),
        ("🌟 Robert", "🚀Smith"),
        ("👩🏽‍💻Robert", "🇫🇷 Smith"),
        ("\N{MATHEMATICAL BOLD CAPITAL R}obert", "\N{FULLWIDTH LATIN CAPITAL LETTER S}mith"),
        ("…Robert", "-Smith"),
    ],
)
def test_ornaments_and_nicknames_are_passed_over(given_name: str, family_name: str):
    assert initials(given_name, family_name) == "RS"


def test_a_nickname_is_better_than_nothing():
    assert initials("(Bob)", "") == "B"


def test_only_emoji_is_nobody():
    assert initials("🌟", "🚀") == NOBODY
    assert initials("🌟", "Smith") == "S"


def test_accents_stay_however_they_are_written():
    assert initials("E\u0301lodie", "C\u0327elik") == "ÉÇ"
    assert initials("x\u0304an", "Smith") == "X\u0304S"


def test_marks_do_not_pile_up():
    assert initials("Z" + "\u0335" * 40, "") == "Z\u0335\u0335"


@pytest.mark.parametrize(
    ("given_name", "family_name", "expected"),
    [
        ("小龍", "李", "李"),
        ("민준", "김", "김"),
        ("さくら", "", "さ"),
        ("ｻｸﾗ", "", "サ"),
        ("Bruce", "李", "李"),
    ],
)
def test_chinese_japanese_and_korean_names_are_one_character(given_name: str, family_name: str, expected: str):
    assert initials(given_name, family_name) == expected


def test_letters_that_would_join_are_kept_apart():
    assert initials("فاطمة", "حداد") == "ف\u200cح"
    assert initials("דוד", "כהן") == "דכ"


def test_a_consonant_is_not_left_with_a_sign_that_asks_for_another():
    assert initials("क्षमा", "शर्मा") == "कश"
    assert initials("किरण", "") == "कि"


@given(given_name=st.text(), family_name=st.text())
@example(given_name="(((((((((", family_name="''''")
def test_anything_has_initials_short_enough_for_the_circle(given_name: str, family_name: str):
    letters = initials(given_name, family_name)
    assert letters
    assert len(letters) <= 2 * (1 + 2) + 1
    assert letters == letters.strip()
