"""Public holidays, as the library knows them; it is loaded when somebody asks, for it takes a moment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import ModuleType

_ENGLISH = "en_US"
_SMALL = re.compile(r"\b(Of|And|The|Da|De)\b")
_CALLED = {"DRCongo": "Congo, Democratic Republic", "HeardIslandAndMcDonaldIslands": "Heard and McDonald Islands"}
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Region:
    """A country or a part of one; `code` is such as `DE` or `US-CA`."""

    code: str
    name: str


def countries() -> list[Region]:
    """All countries whose holidays are known, by name."""
    found = [Region(entry[1], _in_words(entry[0])) for entry in _library("registry").COUNTRIES.values()]
    return sorted(found, key=lambda one: one.name)


def parts(country: str) -> list[Region]:
    """The parts of a country that have holidays of their own, by name; none for a country nobody knows."""
    if country not in _codes():
        return []
    known = _library().country_holidays(country)
    names: dict[str, str] = {}
    for name, code in (getattr(known, "subdivisions_aliases", None) or {}).items():
        names.setdefault(code, name)
    found = [Region(f"{country}-{code}", names.get(code, code)) for code in known.subdivisions]
    return sorted(found, key=lambda one: one.name)


def days_off(region: str, years: Iterable[int]) -> dict[date, str] | None:
    """The public holidays of a region in these years, and what they are called; None where nobody knows it.

    They are named in English where the library can, else in the country's own language.
    """
    country, _, part = region.partition("-")
    if country not in _codes() or (part and region not in {one.code for one in parts(country)}):
        return None
    library = _library()
    languages = library.country_holidays(country).supported_languages
    language = _ENGLISH if _ENGLISH in languages else None
    found = library.country_holidays(country, subdiv=part or None, years=list(years), language=language)
    return dict(sorted(found.items()))


def _codes() -> set[str]:
    return {entry[1] for entry in _library("registry").COUNTRIES.values()}


def _in_words(name: str) -> str:
    """The name of a class as one writes it: `IsleOfMan` is the Isle of Man."""
    return _CALLED.get(name) or _SMALL.sub(lambda word: word[0].lower(), _WORDS.sub(" ", name))


def _library(module: str = "") -> ModuleType:
    import holidays  # noqa: PLC0415 - a tenth of a second
    import holidays.registry  # noqa: PLC0415 - the same

    return holidays.registry if module else holidays
