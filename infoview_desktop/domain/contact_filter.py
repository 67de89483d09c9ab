"""What a person types to find people: words, and facets such as `company:oxfam tag:alumni`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.text import clean

FACETS = MappingProxyType(
    {
        "name": "name",
        "company": "organization",
        "organization": "organization",
        "org": "organization",
        "at": "organization",
        "position": "position",
        "title": "position",
        "tag": "tags",
        "email": "email",
        "location": "location",
        "in": "location",
        "is": "standing",
        "stage": "stage_words",
        "found": "source",
        "source": "source",
    }
)

_TERM = re.compile(
    r"""(?:(?P<facet>[A-Za-z]+):)?      # company:
        (?:"(?P<quoted>[^"]*)"?         # "open harbour", closed or still being typed
          |(?P<word>[^\s"]+))           # a word
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A beginning of words to be found, in one column of the search index or (None) in any."""

    text: str
    column: str | None = None


def parse(typed: str, facets: Mapping[str, str] = FACETS) -> tuple[Term, ...]:
    """Read what was typed into terms, all of which must be found; `facets` has the column of each facet's word.

    A facet without a value yet (`company:`) narrows nothing, and a word with a colon that names no facet
    is an ordinary word. Signs alone are no words, and what nobody can see was never typed.
    """
    terms = []
    for match in _TERM.finditer(clean(typed)[0]):
        facet, value = match["facet"], match["quoted"] if match["word"] is None else match["word"]
        column = facets.get(facet.lower()) if facet else None
        if facet is not None and column is None:
            value = f"{facet} {value}"
        elif value.endswith(":") and value[:-1].lower() in facets:
            continue
        if any(character.isalnum() for character in value):
            terms.append(Term(value, column))
    return tuple(terms)


def tag_facet(tag: str) -> str:
    """What to type to see the people with this tag."""
    return _facet("tag", tag)


def company_facet(organization: str) -> str:
    """What to type to see the people of this organization."""
    return _facet("company", organization)


def stage_facet(stage: Stage) -> str:
    """What to type to see the people at this stage."""
    return _facet("stage", stage.replace("_", " "))


def _facet(name: str, text: str) -> str:
    plain = text.replace('"', " ")
    return f'{name}:"{plain}"' if " " in plain else f"{name}:{plain}"
