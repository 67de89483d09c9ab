"""What happened in the sample's three months: conversations, messages, notes, and what is due by now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from infoview_desktop.domain.follow_up import FollowUpState, Rule
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.note import About, title
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations.planning import replan
from infoview_desktop.operations.sample_moments import Moments
from infoview_desktop.store.moments import stored
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import directions, follow_ups, interviews, notes, offers, tables, touches

_Told = dict[str, Any]
_AFTER = timedelta(minutes=30)
"""So long after a conversation one writes down what was said, unless another moment is told."""


@dataclass(frozen=True, slots=True)
class _Searcher:
    """Who writes it all down: when, where, and whom they know, by their names."""

    transaction: Transaction
    moments: Moments
    time_zone: str
    people: Mapping[str, int]

    def at(self, moment: datetime) -> Transaction:
        """The same transaction, as if it were that moment."""
        return replace(self.transaction, now=moment)

    def ids(self, names: Sequence[str]) -> list[int]:
        """The contacts who are called so."""
        return [self.people[name] for name in names]


def fill(
    transaction: Transaction, *, story: _Told, written: Sequence[_Told], people: Mapping[str, int], time_zone: str
) -> None:
    """Write what happened, and let follow from it what is due.

    Args:
        transaction: the book, with the people and organizations in it.
        story: interviews, touches, follow-ups, offered times, and how often to keep in touch.
        written: the notes.
        people: the contacts' ids by their names.
        time_zone: the IANA name of where the searcher is.
    """
    searcher = _Searcher(transaction, Moments(transaction.now, time_zone), time_zone, people)
    talked = _fill_interviews(searcher, story["interviews"])
    _fill_touches(searcher, story["touches"], talked)
    noted = _fill_notes(searcher, written, talked)
    _fill_own_follow_ups(searcher, story["follow_ups"], noted)
    _fill_offers(searcher, story["offered"])
    _fill_keep_in_touch(searcher, story)
    replan(transaction, people.values())
    _fill_ends(searcher, story)
    replan(transaction, {people[told["who"]] for told in story["ended"]})


def _fill_interviews(searcher: _Searcher, interviews_told: Sequence[_Told]) -> dict[str, tuple[int, datetime]]:
    """Write the interviews; return the last of each person, and when it was or will be over."""
    talked: dict[str, tuple[int, datetime]] = {}
    for told in interviews_told:
        agreed_at = searcher.moments.moment(told["agreed"])
        starts_at = _starts_at(searcher.moments, told)
        ends_at = (starts_at or agreed_at) + timedelta(minutes=told["minutes"])
        since = {"held": ends_at, "scheduled": agreed_at, "asked": agreed_at}.get(told["state"])
        interview_id = interviews.add(
            searcher.at(agreed_at),
            contact_ids=searcher.ids(told["who"]),
            starts_at=stored(starts_at) if starts_at else None,
            time_zone=told.get("zone", searcher.time_zone),
            minutes=told["minutes"],
            medium=Medium(told["medium"]),
            place=told["place"],
            state=InterviewState(told["state"]),
            state_at=stored(since or searcher.moments.moment(told["since"])),
            direction=directions.named(searcher.transaction, told.get("direction", "")),
        )
        talked |= dict.fromkeys(told["who"], (interview_id, ends_at))
    return talked


def _starts_at(moments: Moments, told: _Told) -> datetime | None:
    if "ended" in told:
        return moments.moment(told["ended"]) - timedelta(minutes=told["minutes"])
    return moments.moment(told["when"], zone=told.get("zone")) if "when" in told else None


def _fill_touches(
    searcher: _Searcher, touches_told: Sequence[_Told], talked: Mapping[str, tuple[int, datetime]]
) -> None:
    def moment(told: _Told) -> datetime:
        return searcher.moments.moment(told["when"])

    for told in sorted(touches_told, key=moment):
        touches.add(
            searcher.transaction,
            contact_id=searcher.people[told["who"]],
            kind=TouchKind(told["kind"]),
            at=moment(told),
            time_zone=searcher.time_zone,
            answer=Answer(told.get("answer", "")),
            until=searcher.moments.day(told["until"]) if "until" in told else None,
            words=told.get("words", ""),
            interview_id=talked[told["who"]][0] if "interview" in told else None,
        )


def _fill_notes(
    searcher: _Searcher, written: Sequence[_Told], talked: Mapping[str, tuple[int, datetime]]
) -> dict[str, int]:
    """Write the notes with what they said before; return their ids by their titles."""
    reader = Reader(searcher.transaction.connection)
    organizations: dict[str, int] = dict(reader.rows("SELECT name, id FROM organization"))
    abouts: dict[str, Callable[[str], About]] = {
        "who": lambda name: About(contact_id=searcher.people[name]),
        "organization": lambda name: About(organization_id=organizations[name]),
        "interview": lambda name: About(interview_id=talked[name][0]),
    }
    noted = {}
    for told in written:
        about = next((of(told[kind]) for kind, of in abouts.items() if kind in told), About())
        versions = list(_versions(searcher.moments, told, talked))
        (begun_at, text), *later = versions
        note_id = notes.add(searcher.at(begun_at), about, text)
        for changed_at, text in later:
            notes.change(searcher.at(changed_at), note_id, text)
        notes.mention(
            searcher.transaction,
            note_id,
            {name: contact_id for name, contact_id in searcher.people.items() if f"@{name}" in versions[-1][1]},
        )
        noted[title(text)] = note_id
    return noted


def _versions(
    moments: Moments, told: _Told, talked: Mapping[str, tuple[int, datetime]]
) -> Iterator[tuple[datetime, str]]:
    """What a note said, and since when; the first first."""
    for version in told.get("earlier", ()):
        yield moments.moment(version["when"]), "\n".join(version["text"])
    when = told.get("changed", told.get("when"))
    yield moments.moment(when) if when else talked[told["interview"]][1] + _AFTER, "\n".join(told["text"])


def _fill_own_follow_ups(searcher: _Searcher, own: Sequence[_Told], noted: Mapping[str, int]) -> None:
    for told in own:
        ended: dict[str, Any] = {}
        if "done" in told:
            ended_at = stored(searcher.moments.moment(told["done"]))
            ended = {"state": FollowUpState.DONE, "ended_at": ended_at}
        follow_ups.add(
            searcher.transaction,
            contact=searcher.people[told["who"]] if "who" in told else None,
            note=noted[told["note"]] if "note" in told else None,
            due_on=searcher.moments.day(told["due"]).isoformat(),
            reason=told["reason"],
            **ended,
        )


def _fill_offers(searcher: _Searcher, offered: Sequence[_Told]) -> None:
    for told in offered:
        offers.add(
            searcher.at(searcher.moments.moment(told["when"])),
            searcher.people[told["who"]],
            [searcher.moments.moment(start) for start in told["starts"]],
            minutes=told["minutes"],
            time_zone=searcher.time_zone,
        )


def _fill_keep_in_touch(searcher: _Searcher, story: _Told) -> None:
    reader = Reader(searcher.transaction.connection)
    tags: dict[str, int] = dict(reader.rows("SELECT name, id FROM tag"))
    for table, key, ids in (("keep_in_touch", "who", searcher.people), ("tag_keep_in_touch", "tag", tags)):
        column = {"who": "contact_id", "tag": "tag_id"}[key]
        rows = [
            {
                column: ids[told[key]],
                "days": told["days"],
                "chosen_at": stored(searcher.moments.moment(told["when"])),
            }
            for told in story[table]
        ]
        tables.fill(searcher.transaction, table, rows)


def _fill_ends(searcher: _Searcher, story: _Told) -> None:
    """Write what the searcher did about what the rules asked for: it was done, skipped, or put off."""
    for told in story["ended"]:
        state = FollowUpState.SKIPPED if "why" in told else FollowUpState.DONE
        ended_at = searcher.moments.moment(told["when"])
        follow_ups.end(searcher.at(ended_at), _open(searcher, told), state, why=told.get("why", ""))
    for told in story["moved"]:
        follow_ups.move(searcher.transaction, _open(searcher, told), searcher.moments.day(told["due"]))


def _open(searcher: _Searcher, told: _Told) -> int:
    reader = Reader(searcher.transaction.connection)
    ((follow_up_id,),) = reader.rows(
        "SELECT id FROM follow_up WHERE contact_id = ? AND rule = ? AND state = 'open'",
        (searcher.people[told["who"]], Rule(told["rule"])),
    )
    return int(follow_up_id)
