"""Whether the book is sound: SQLite's own checks, references, words that are known, and the search index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from enum import StrEnum
from types import MappingProxyType

from infoview_desktop.domain.cadence import Unit
from infoview_desktop.domain.calendar import CalendarState
from infoview_desktop.domain.contact import Seniority, Source
from infoview_desktop.domain.follow_up import FollowUpState, Rule
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.known_error import Damaged
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.store import interview_search, note_search, search
from infoview_desktop.store.reads.reader import Reader

_WORDS: MappingProxyType[tuple[str, str], type[StrEnum]] = MappingProxyType(
    {
        ("contact", "seniority"): Seniority,
        ("contact", "source"): Source,
        ("touch", "kind"): TouchKind,
        ("touch", "answer"): Answer,
        ("interview", "medium"): Medium,
        ("interview", "state"): InterviewState,
        ("follow_up", "rule"): Rule,
        ("follow_up", "state"): FollowUpState,
        ("stage", "stage"): Stage,
        ("cadence", "unit"): Unit,
        ("calendar_reading", "state"): CalendarState,
    }
)
"""Where one of a few words stands, by table and column."""

_NAMED, _LONGEST = 10, 60
"""So many wrong words of a column are named, and so many characters of each."""


def findings(reader: Reader) -> list[Phrase]:
    """Everything that is wrong, as sentences; empty where the book is sound.

    A copy is looked at: FTS5 needs one that it may write to, and sees damage where there is none through a
    connection that was open while the book changed.
    """
    try:
        with closing(reader.copy()) as copy:
            # Where there is damage, further questions would only stumble over it.
            return _damage(copy) or [*_lost_references(copy), *_unknown_values(copy), *_index(copy)]
    except Damaged as damage:
        return [damage.sentences[0]]


def _damage(reader: Reader) -> list[Phrase]:
    return [
        Phrase("SQLite finds: {finding}", {"finding": finding})
        for (finding,) in reader.rows("PRAGMA integrity_check(100)")
        if finding != "ok"
    ]


def _lost_references(reader: Reader) -> Iterator[Phrase]:
    for table, parent in reader.rows('SELECT DISTINCT "table", parent FROM pragma_foreign_key_check'):
        yield Phrase("A row of {table} refers to a {parent} that is not there.", {"table": table, "parent": parent})


def _unknown_values(reader: Reader) -> Iterator[Phrase]:
    """What another program wrote where one of a few words has to stand; this one cannot show it."""
    for (table, column), words in _WORDS.items():
        places = ", ".join("?" * len(words))
        query = f"SELECT DISTINCT {column} FROM {table} WHERE {column} NOT IN ({places}) LIMIT {_NAMED}"  # noqa: S608 - own tables
        for (found,) in reader.rows(query, tuple(word.value for word in words)):
            values = {"table": table, "column": column, "found": str(found)[:_LONGEST]}
            yield Phrase("A row of {table} has the {column} “{found}”, which is none.", values)


def _index(reader: Reader) -> Iterator[Phrase]:
    if differing := search.differences(reader):
        yield Phrase.counted(
            "The search index is wrong for {count} person.",
            "The search index is wrong for {count} people.",
            differing,
        )
    if differing := interview_search.differences(reader):
        yield Phrase.counted(
            "The search index is wrong for {count} interview.",
            "The search index is wrong for {count} interviews.",
            differing,
        )
    if differing := note_search.differences(reader):
        yield Phrase.counted(
            "The search index is wrong for {count} note.", "The search index is wrong for {count} notes.", differing
        )
    if not all(each.finds_its_words(reader) for each in (search, interview_search, note_search)):
        yield Phrase("The search index does not find all words.")
