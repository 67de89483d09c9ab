"""A connection: one person as LinkedIn's export tells of them, and the rules for reading its cells.

No rule here asks the process's locale: once the window speaks French, `strptime` no longer understands "Aug".
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import unquote

from infoview_desktop.domain.text import clean, folded


@dataclass(frozen=True, slots=True)
class Connection:
    """One person as LinkedIn's export tells of them; a text is "" where the export says nothing.

    Attributes:
        line: The physical line, from 1, at which the record starts in the file.
        given_name: With the middle name, where the export has one.
        family_name: Without credentials; what stands in parentheses is part of it.
        credentials: What followed a comma in the last name: `PhD, MBA`.
        linkedin: The slug, as `linkedin_slug` gives it.
        email: As written; not necessarily a valid address.
        organization: The company as written.
        position: The title as written.
        connected_on: `YYYY-MM-DD`.
    """

    line: int
    given_name: str
    family_name: str
    credentials: str
    linkedin: str | None
    email: str
    organization: str
    position: str
    connected_on: str | None


_PROFILE = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]+\.)*linkedin\.com/in/([^/?#\s]{1,2000})(?:[/?#].*)?",
    re.ASCII | re.IGNORECASE,
)
_USUAL_PROFILE = re.compile(r"https://www\.linkedin\.com/in/([a-z0-9-]{1,200})")  # nine of ten, in half the time
_NEVER_IN_SLUG = re.compile(r'[\s/\\?#@:<>"]|^\.+$')


def linkedin_slug(url: str) -> str | None:
    """Give what names a person in the address of a LinkedIn profile; None for any other address.

    Only http and https (or no scheme) to linkedin.com or a subdomain of it, and there only `/in/<slug>`. The
    slug comes back percent-decoded, lower-cased, in NFC and without a slash at the end: equal slugs are the
    same profile.
    """
    if match := _USUAL_PROFILE.fullmatch(url):
        return match[1]
    match = _PROFILE.fullmatch(url)
    if match is None:
        return None
    try:
        slug = unquote(match[1], errors="strict") if "%" in match[1] else match[1]
    except UnicodeDecodeError:
        return None
    if _NEVER_IN_SLUG.search(slug):
        return None
    line, hidden = clean(slug.lower())
    return None if hidden else line


def split_credentials(family_name: str) -> tuple[str, str]:
    """Part `Smith, PhD, MBA` into the family name and the credentials: `("Smith", "PhD, MBA")`.

    A comma within parentheses parts nothing.
    """
    if "," not in family_name:
        return family_name, ""
    depth = 0
    for at, character in enumerate(family_name):
        depth += (character == "(") - (character == ")")
        if character == "," and depth <= 0:
            return family_name[:at].rstrip(), family_name[at + 1 :].strip(" ,")
    return family_name, ""


def without_formula_guard(text: str) -> str:
    """Undo the apostrophe that keeps a spreadsheet from computing a cell: `'=1+1` is `=1+1`."""
    return text[1:] if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@", "\t", "\r"} else text


_CENTURY = 2000
_LONGEST_DATE = 48
_DISTINCT_DATES = 8192  # more than the days since LinkedIn opened

_MONTH_NAMES = (
    "jan january januar jän jänner janv janvier",
    "feb february februar fév févr février",
    "mar march mär mrz märz maerz mars",
    "apr april avr avril",
    "may mai",
    "jun june juni juin",
    "jul july juli juil juillet",
    "aug august août",
    "sep sept september septembre",
    "oct october okt oktober octobre",
    "nov november novembre",
    "dec december dez dezember déc décembre",
)
_DAY, _YEAR = r"([0-9]{1,2})", r"([0-9]{4}|[0-9]{2})"
_NAME = r"([^\W\d_]+)\.?"
_TIME = (
    r"(?:(?:\s|,|t)\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r"\s*(?:[ap]\.?m\.?)?\s*(?:z|utc|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.]){_DAY}\2{_DAY}{_TIME}", re.IGNORECASE)
_NUMBERS = re.compile(rf"{_DAY}([-/.]){_DAY}\2{_YEAR}{_TIME}", re.IGNORECASE)
_NAMED_MONTH = re.compile(rf"{_DAY}(?:\.|er|st|nd|rd|th)?[\s./-]*{_NAME}[\s,./-]+{_YEAR}{_TIME}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_NAME}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}{_TIME}", re.IGNORECASE)


def parse_date(text: str) -> date | None:
    """Read a date in any of the ways in which exports, and spreadsheets that saved them again, write one.

    `07 Jun 2026`, `6/7/26, 6:59 PM`, `07-Jun-26`, `2026-06-07`, `06/07/2026`, `07.06.2026`, `June 7, 2026`,
    with English, German or French names of months; a time of day is passed over. None for anything else.

    Between slashes the month comes first, as LinkedIn wrote it; between full stops or hyphens the day. Where
    that gives a thirteenth month it is the other way round. A year of two digits is of this century: LinkedIn
    opened in 2003, so nobody connected in another.
    """
    return _date(text) if len(text) <= _LONGEST_DATE else None


@lru_cache(maxsize=_DISTINCT_DATES)
def _date(text: str) -> date | None:
    text = text.strip()
    if match := _NAMED_MONTH.fullmatch(text):
        return _day_of(match[3], _MONTHS.get(folded(match[2])), match[1])
    if match := _YEAR_FIRST.fullmatch(text):
        return _day_of(match[1], int(match[3]), match[4])
    if match := _NUMBERS.fullmatch(text):
        first, separator, second, year = match[1], match[2], match[3], match[4]
        month, day = (first, second) if separator == "/" else (second, first)
        return _day_of(year, int(month), day) or _day_of(year, int(day), month)
    if match := _MONTH_FIRST.fullmatch(text):
        return _day_of(match[3], _MONTHS.get(folded(match[1])), match[2])
    return None


def _day_of(year: str, month: int | None, day: str) -> date | None:
    if month is None:
        return None
    try:
        return date(int(year) + (_CENTURY if len(year) == len("26") else 0), month, int(day))
    except ValueError:
        return None


_MONTHS = {folded(name): number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
