"""Which events of another calendar are interviews: those that the book knows already, and those that name somebody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from infoview_desktop.domain.calendar_event import Event
from infoview_desktop.domain.cancelled import until_cancelled
from infoview_desktop.domain.interview import LONGEST_MINUTES, InterviewState, Medium
from infoview_desktop.domain.text import folded

MOST_FOUND = 500
"""More is no list that anybody looks through."""

_WORD = re.compile(r"\w+")
_LONGEST_NAME = 6
"""Words."""
_MINUTE = timedelta(minutes=1)
_LINK, _NUMBER = re.compile(r"https?://", re.IGNORECASE), re.compile(r"(tel:)?\+?[\d\s()/.-]{5,}", re.IGNORECASE)


class Standing(StrEnum):
    """How an event stands to the book."""

    NEW = "new"
    """Nothing is known of it."""
    CHANGED = "changed"
    """It is an interview of the book at another time or place, or one that was called off there."""
    SAME = "same"
    """It is an interview of the book, and stands there as it says."""


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Whom an event may name.

    Attributes:
        by_email: contacts by their addresses, in small letters.
        by_name: contacts by the words of their names, as `name_words` gives them; no name that several have.
        names: of each contact, as displayed.
    """

    by_email: Mapping[str, int]
    by_name: Mapping[tuple[str, ...], int]
    names: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """An interview of the book, as far as an event may say otherwise.

    Attributes:
        id: the interview's own.
        contact_ids: who takes part and is not in the trash.
        starts_at: when, UTC.
        minutes: how long.
        place: as it was written.
        state: how it stands.
    """

    id: int
    contact_ids: tuple[int, ...]
    starts_at: datetime
    minutes: int
    place: str
    state: InterviewState


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that can become an interview, or change one.

    Attributes:
        event: what the calendar says; it has a time.
        contact_ids: who takes part; at least one.
        names: theirs, as displayed.
        meeting: the interview that it is; None for none yet.
        recurs: whether it is one of several times.
    """

    event: Event
    contact_ids: tuple[int, ...]
    names: tuple[str, ...]
    meeting: KnownMeeting | None
    recurs: bool

    @property
    def starts_at(self) -> datetime:
        """When, UTC."""
        if self.event.span is None:
            raise ValueError(self.event.uid)
        return self.event.span.start

    @property
    def minutes(self) -> int:
        """How long, in whole minutes."""
        return lasting(self.event)

    @property
    def medium(self) -> Medium:
        """How one talks, as far as the place tells."""
        place = self.event.place
        if self.event.medium is not None:
            return self.event.medium
        if not place or _LINK.match(place):
            return Medium.VIDEO
        return Medium.PHONE if _NUMBER.fullmatch(place) else Medium.IN_PERSON

    @property
    def state(self) -> InterviewState:
        """How it is to stand: as the calendar says, else as the book does."""
        if self.event.state is not None:
            return self.event.state
        return self.meeting.state if self.meeting else InterviewState.SCHEDULED

    @property
    def standing(self) -> Standing:
        """How it stands to the book."""
        known = self.meeting
        if known is None:
            return Standing.NEW
        told = (self.starts_at, self.minutes, self.event.place or known.place, self.state)
        same = told == (known.starts_at, known.minutes, known.place, known.state)
        return Standing.SAME if same else Standing.CHANGED

    def is_likely(self, now: datetime) -> bool:
        """Whether it is most likely wanted: news of an interview, or a single one that is still to come."""
        if self.standing is not Standing.NEW:
            return self.standing is Standing.CHANGED
        return not self.recurs and (self.event.medium is not None or self.starts_at > now)


def lasting(event: Event) -> int:
    """How long an event with a time takes, in whole minutes; 0 for one that takes whole days."""
    return (event.span.end - event.span.start) // _MINUTE if event.span else 0


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are looked for in what an event is called."""
    return tuple(_WORD.findall(folded(name)))


def candidates(
    events: Sequence[Event],
    people: KnownPeople,
    meetings: Mapping[str, Sequence[KnownMeeting]],
    *,
    cancelled: Callable[[], bool],
) -> tuple[Candidate, ...]:
    """Those of the events that are interviews or can become some, in order of time; at most `MOST_FOUND`.

    `meetings` are the book's by what calendars call them. Whoever is named by their address, as one who takes part, or
    with their whole name in the title is known again; a single word is no name. What was called off before anybody
    knew of it is nothing.

    Raises:
        Cancelled: within a moment of `cancelled` saying so.
    """
    times = Counter(event.uid for event in events)
    found = (
        candidate
        for event in until_cancelled(events, cancelled)
        if (candidate := _candidate(event, people, meetings.get(event.uid, ()), recurs=times[event.uid] > 1))
    )
    ordered = sorted(found, key=lambda one: (one.starts_at, one.event.uid))
    return tuple(ordered[:MOST_FOUND])


def _candidate(
    event: Event, people: KnownPeople, meetings: Sequence[KnownMeeting], *, recurs: bool
) -> Candidate | None:
    if event.span is None or not 0 < lasting(event) <= LONGEST_MINUTES:
        return None
    start = event.span.start
    meeting = next((one for one in meetings if not recurs or one.starts_at == start), None)
    if meeting is not None:
        contact_ids = meeting.contact_ids
    elif event.state is InterviewState.CANCELLED and event.medium is None:
        return None
    else:
        contact_ids = tuple(dict.fromkeys(_named(event, people)))
    if not contact_ids:
        return None
    return Candidate(event, contact_ids, tuple(people.names[each] for each in contact_ids), meeting, recurs)


def _named(event: Event, people: KnownPeople) -> Iterator[int]:
    """Whom an event names, those who take part first."""
    for attendee in event.attendees:
        by_email = people.by_email.get(attendee.email.casefold()) if attendee.email else None
        found = by_email or people.by_name.get(name_words(attendee.name))
        if found is not None:
            yield found
    words = name_words(event.title)
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST_NAME), start + 1, -1):
            found = people.by_name.get(words[start:end])
            if found is not None:
                yield found
                break
