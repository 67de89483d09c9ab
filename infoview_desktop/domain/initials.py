"""The one or two letters that stand for a person in their circle."""

import re
import unicodedata
from functools import lru_cache

NOBODY = "··"
"""What stands for somebody whose name has no letter."""

_ASIDE = re.compile(
    r"""\([^()]*\) | \[[^\[\]]*\] | "[^"]*" | “[^”]*” | «[^»]*»
    | (?<!\w)['\u2018][^'\u2019]*['\u2019](?!\w)  # an apostrophe within a name is none of these
    """,
    re.VERBOSE,
)
_MARKS_KEPT = 2
_VIRAMA = 9
_ZERO_WIDTH_NON_JOINER = "\u200c"


@lru_cache(maxsize=1024)
def initials(given_name: str, family_name: str) -> str:
    """The first letters of the given and the family name, as a capital each where the script has capitals.

    Nicknames in brackets or quotes, emoji and other ornaments are passed over; a letter keeps its accents.
    Names in Chinese, Japanese or Korean are known by one character, the family's. Letters of scripts that
    join are kept apart, so that two of them are not read as a word.
    """
    letters = [letter for letter in (_first_letter(given_name), _first_letter(family_name)) if letter]
    wide = [letter for letter in letters if unicodedata.east_asian_width(letter[0]) == "W"]
    if wide:
        return wide[-1]
    apart = _ZERO_WIDTH_NON_JOINER if any(_joins(letter) for letter in letters) else ""
    return apart.join(letters) or NOBODY


def _first_letter(name: str) -> str:
    # NFKC also makes plain letters of the mathematical bold ones that people decorate their names with.
    plain = unicodedata.normalize("NFKC", name)
    for text in (_ASIDE.sub(" ", plain), plain):
        start = next((at for at, character in enumerate(text) if character.isalnum()), None)
        if start is not None:
            return text[start].title()[:1] + _marks(text[start + 1 :])
    return ""


def _marks(text: str) -> str:
    kept = ""
    for character in text[:_MARKS_KEPT]:
        is_mark = unicodedata.category(character).startswith("M")
        # A virama asks for the next consonant; without it, it would be shown as a flaw.
        if not is_mark or unicodedata.combining(character) == _VIRAMA:
            break
        kept += character
    return kept


def _joins(letter: str) -> bool:
    return unicodedata.bidirectional(letter[0]) == "AL"
