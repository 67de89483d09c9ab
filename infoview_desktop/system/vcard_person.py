"""The person whom the content lines of a vCard tell of, in version 2.1, 3.0 or 4.0 and in the dialects of programs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from infoview_desktop.domain.card import Card, uid_of_text, united
from infoview_desktop.domain.connection import linkedin_slug, parse_date, split_credentials
from infoview_desktop.domain.contact import Seniority, Source
from infoview_desktop.domain.text import clean, clean_text
from infoview_desktop.system.photo import NoPictureError, square_jpeg
from infoview_desktop.system.problem import Problem
from infoview_desktop.system.time_zones import time_zones
from infoview_desktop.system.vcard_lines import LONGEST_LINE, CardLines
from infoview_desktop.system.vcard_property import Property, parse, split, unescape
from infoview_desktop.system.vcard_writer import PRODUCT

LONGEST_TEXT = 1_000
LONGEST_OF = {"NOTE": 1_000_000, "CATEGORIES": 65_536, "URL": 4_000}
"""Characters; what is longer is left out, and told as a problem."""

_MOST_PROBLEMS = 10  # told of one card
_REST = "the person is imported without it"
_MEGABYTE = 1024 * 1024

_GENERATION = re.compile(r"(?:jr|sr|jun|sen|junior|senior|[ivx]{1,4}|[2-9](?:nd|rd|th))\.?", re.IGNORECASE)
_TITLES_OF_ALL = re.compile(r"(?:mr|mrs|ms|miss|mx|herr|frau|m|mme|mlle|sr|sra|srta|sig|dhr|mevr)\.?", re.IGNORECASE)
_CREDENTIAL = re.compile(r"\S*(?:[A-Z]\S*[A-Z]|\.)\S*")
_NO_NUMBER = frozenset({"fax", "pager"})
_WEB = re.compile(r"https?://\S+|(?!\w+:)[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?", re.IGNORECASE)
_NO_PERSON = frozenset({"group", "org", "organization", "location", "application", "device"})
_NO_TAGS = frozenset({"mycontacts", "my contacts", "starred"})  # Google puts these on everybody


@dataclass(slots=True)
class Reading:
    """What came of a card: `card` is None for one that tells of no person or cannot be read.

    `cleaned` counts the hidden characters that were removed.
    """

    card: Card | None = None
    problems: list[Problem] = field(default_factory=list)
    cleaned: int = 0


def read_person(lines: CardLines) -> Reading:
    """Read a card without a flaw; one in which nothing can be read at all has only problems that leave it out."""
    return _Person(lines).result()


class _Person:
    """Takes the properties of one card together."""

    def __init__(self, lines: CardLines) -> None:
        self._lines = lines
        self._reading = Reading()
        self._found: dict[str, list[Property]] = {}
        unread = list(lines.unread)
        for line, content in lines.content:
            read = parse(line, content)
            if read is None:
                unread.append(line)
            elif read.raw.strip():
                self._found.setdefault(read.name, []).append(read)
        self._unread = sorted(unread)
        self._line_ends = self._raw("VERSION") != "2.1"
        self._is_ours = self._raw("PRODID") == PRODUCT

    def result(self) -> Reading:
        if self._is_no_person():
            return self._reading
        card = self._name()
        if not card.folded_name:
            if self._unread and not self._found.keys() & {"N", "FN", "ORG"}:
                why = "a card that cannot be read; it is left out"
                self._reading.problems = [Problem(self._lines.line, why, left_out=True)]
            return self._reading
        if self._unread:
            count = len(self._unread)
            what = "a line that" if count == 1 else f"from here on {count:,} lines that"
            self._miss(self._unread[0], f"{what} cannot be read; {_REST}")
        for line, beginning in self._lines.too_long:
            is_photo = b"PHOTO" in beginning[:40].upper()
            what = "a photo" if is_photo else "a line"
            self._miss(line, f"{what} of more than {LONGEST_LINE // _MEGABYTE} MB; {_REST}")
        card = replace(card, **self._texts(), **self._lists(), **self._addresses())
        uid = self._one("UID") or uid_of_text(repr(card))
        self._reading.card = replace(card, uid=uid, line=self._lines.line, photo=self._photo())
        del self._reading.problems[_MOST_PROBLEMS:]
        return self._reading

    def _is_no_person(self) -> bool:
        kind = self._raw("KIND") or self._raw("X-ADDRESSBOOKSERVER-KIND")
        return kind.lower() in _NO_PERSON or self._raw("X-ABSHOWAS").upper() == "COMPANY"

    # The name

    def _name(self) -> Card:
        """What the structured name says, else the formatted one, else the nickname."""
        family, given, middle, prefix, suffix = self._structured_name()
        if self._is_ours:
            ours: dict[str, Any] = {name: self._one(f"X-INFOVIEW-{name.upper()}") for name in ("suffix", "credentials")}
            return Card(given_name=given, middle_name=middle, family_name=family, **ours)
        family, credentials = split_credentials(family)
        suffixes = [self._clean(part) for part in suffix.split(",")]
        generation = " ".join(part for part in suffixes if _GENERATION.fullmatch(part))
        earned = [part for part in suffixes if part and not _GENERATION.fullmatch(part)]
        if prefix and not _TITLES_OF_ALL.fullmatch(prefix):
            earned.insert(0, prefix)
        if not (given or family or middle):
            return self._formatted_name()
        known = ", ".join([*earned, *([credentials] if credentials else [])])
        return Card(given_name=given, middle_name=middle, family_name=family, suffix=generation, credentials=known)

    def _structured_name(self) -> list[str]:
        found = self._first("N")
        parts = [] if found is None else split(self._decoded(found), ";")
        parts = [*parts, "", "", "", "", ""][:5]
        family, *others, suffix = parts
        # Several given or middle names may stand with commas between.
        spaced = [" ".join(split(other, ",")) for other in others]
        return [*map(self._plain, (family, *spaced)), unescape(suffix, line_ends=self._line_ends)]

    def _formatted_name(self) -> Card:
        """Part `Ana Ruiz`, `Ruiz, Ana` or `Bo Chen, PhD`; a company that is called as its card is nobody."""
        whole = self._one("FN")
        if whole and whole == self._organization():
            return Card()
        name, comma, rest = (part.strip() for part in (whole or self._one("NICKNAME")).partition(","))
        if comma and all(map(_CREDENTIAL.fullmatch, rest.replace(",", " ").split())):
            card = Card(credentials=rest)
        elif comma:
            return Card(given_name=rest, family_name=name)
        else:
            card = Card()
        first, *others = name.split(" ")
        # The last word, and what belongs to it: `de Vries`.
        start = len(others) - 1
        while start > 0 and others[start - 1].islower():
            start -= 1
        start = max(start, 0)
        return replace(card, given_name=" ".join([first, *others[:start]]), family_name=" ".join(others[start:]))

    # What there is one of

    def _texts(self) -> dict[str, Any]:
        ours = {
            name: self._one(f"X-INFOVIEW-{name.upper().replace('_', '-')}")
            for name in ("seniority", "source", "referrer")
        }
        return {
            **ours,
            "seniority": ours["seniority"] if ours["seniority"] in set(Seniority) else "",
            "source": ours["source"] if ours["source"] in set(Source) else "",
            "connected_on": self._day("X-INFOVIEW-CONNECTED-ON"),
            "in_touch_on": self._day("X-INFOVIEW-IN-TOUCH-ON"),
            "position": ", ".join(self._several(("TITLE",))) or ", ".join(self._several(("ROLE",))),
            "organization": self._organization(),
            "location": self._location(),
            "time_zone": self._time_zone(),
            "pronouns": self._pronouns(),
            "remarks": self._remarks(),
        }

    def _organization(self) -> str:
        found = self._first("ORG")
        if found is None:
            return ""
        units = (self._plain(unit) for unit in split(self._decoded(found), ";"))
        return next(filter(None, units), "")

    def _location(self) -> str:
        for address in self._ordered(("ADR",)):
            parts = [self._plain(part) for part in split(self._decoded(address), ";")]
            _, _, _, city, region, _, country, *_ = [*parts, *[""] * 7]
            if place := ", ".join(part for part in (city or region, country) if part):
                return place
        return ""

    def _time_zone(self) -> str:
        wanted = self._one("TZ")
        return wanted if wanted and wanted in time_zones() else ""

    def _pronouns(self) -> str:
        told = self._one("PRONOUNS") or self._one("X-PRONOUNS")
        # In the version before pronouns had a place of their own, some wrote them behind the gender.
        _, _, identity = self._one("GENDER").partition(";")
        return told or (identity.strip() if "/" in identity else "")

    def _remarks(self) -> str:
        texts = []
        for found in self._found.get("NOTE", ()):
            text = unescape(self._decoded(found), line_ends=self._line_ends)
            texts.append(clean_text(text) if self._is_ours else clean_text(text).strip())
        return "\n\n".join(filter(None, texts))

    def _day(self, name: str) -> str:
        day = parse_date(self._one(name))
        return "" if day is None else day.isoformat()

    def _photo(self) -> bytes:
        for found in self._found.get("PHOTO", ()):
            content = found.binary()
            if content is None:
                continue  # an address in the network, which is nobody's business
            try:
                return square_jpeg(content)
            except NoPictureError as error:
                self._miss(found.line, f"a photo that is {error.reason}; {_REST}")
        return b""

    # What there may be several of

    def _lists(self) -> dict[str, Any]:
        phones = [found for found in self._ordered(("TEL",)) if not _is_fax(found)]
        told: dict[str, Iterable[str]] = {
            "emails": (_without_scheme(text, "mailto:") for text in self._several(("EMAIL",))),
            "phones": (_without_scheme(text, "tel:") for text in self._each(phones)),
            "schools": self._several(("X-INFOVIEW-SCHOOL",)),
            "past_employers": self._several(("X-INFOVIEW-PAST-EMPLOYER",)),
            "tags": (tag for tag in self._tags() if tag.casefold() not in _NO_TAGS),
        }
        return {name: united(name, (), tuple(filter(None, values))) for name, values in told.items()}

    def _tags(self) -> Iterable[str]:
        for found in self._found.get("CATEGORIES", ()):
            for word in split(self._decoded(found), ","):
                # In a tag a comma would make two of it.
                yield from filter(None, (self._clean(part) for part in re.split("[,;]", self._plain(word))))

    def _addresses(self) -> dict[str, Any]:
        """The addresses on the web, parted into the LinkedIn profile and the others."""
        slug, links = "", []
        for found in self._ordered(("URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "X-LINKEDIN")):
            address = self._plain(self._decoded(found))
            account = found.parameter("X-USER") if address.lower().startswith("x-apple:") else address
            if found.name == "X-LINKEDIN" or "linkedin" in {*found.types, found.parameter("SERVICE-TYPE").lower()}:
                own = linkedin_slug(address) or linkedin_slug(f"https://www.linkedin.com/in/{account.lstrip('@')}")
            else:
                own = linkedin_slug(address)
            if own:
                slug = slug or own
            elif _WEB.fullmatch(address) or (self._is_ours and ":" not in address):
                links.append(address)
            elif found.name == "URL" and address:
                self._reading.problems.append(Problem.missing(found.line, address, "an address on the web"))
        return {"linkedin": slug, "links": united("links", (), tuple(links))}

    # How a value is found, and made plain

    def _ordered(self, names: Iterable[str]) -> list[Property]:
        """All of these properties, the preferred first."""
        found = [one for name in names for one in self._found.get(name, ())]
        return sorted(found, key=_preference) if len(found) > 1 else found

    def _first(self, name: str) -> Property | None:
        return next(iter(self._ordered((name,))), None)

    def _raw(self, name: str) -> str:
        found = self._first(name)
        return "" if found is None else found.raw.decode("ascii", "replace").strip()

    def _one(self, name: str) -> str:
        return next(iter(self._several((name,))), "") if name in self._found else ""

    def _several(self, names: Iterable[str]) -> list[str]:
        """The values of all these properties; of a value in several languages, the first."""
        ordered = self._ordered(names)
        alternatives: dict[str, Property] = {}
        for number, found in enumerate(ordered):
            alternatives.setdefault(found.parameter("ALTID") or f"only {number}", found)
        return self._each(alternatives.values())

    def _each(self, properties: Iterable[Property]) -> list[str]:
        values = (self._plain(self._decoded(found)) for found in properties)
        return list(dict.fromkeys(filter(None, values)))

    def _decoded(self, found: Property) -> str:
        text = found.text()
        if len(text) <= LONGEST_OF.get(found.name, LONGEST_TEXT):
            return text
        self._miss(found.line, f"{found.name} of {len(text):,} characters; {_REST}")
        self._found[found.name] = [other for other in self._found[found.name] if other is not found]
        return ""

    def _plain(self, text: str) -> str:
        return self._clean(unescape(text, line_ends=self._line_ends))

    def _clean(self, text: str) -> str:
        line, hidden = clean(text)
        self._reading.cleaned += hidden
        return line

    def _miss(self, line: int, why: str) -> None:
        self._reading.problems.append(Problem(line, why, left_out=False))


def _preference(found: Property) -> int:
    pref = found.parameter("PREF")
    if pref.isdecimal() and pref.isascii():
        return int(pref[:3])
    return 1 if "pref" in found.types else 100


def _is_fax(found: Property) -> bool:
    return bool(found.types & _NO_NUMBER) and not found.types & {"voice", "cell"}


def _without_scheme(text: str, scheme: str) -> str:
    return text[len(scheme) :] if text[: len(scheme)].lower() == scheme else text
