"""What happens with people, as steps of a machine that tries everything: exchanges, interviews, follow-ups, habits."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from infoview_desktop.domain.cadence import Cadence, Unit
from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import (
    cadences,
    calendars,
    event_imports,
    follow_ups,
    interviews,
    keep_in_touch,
    offers,
    practice,
    touches,
)
from infoview_desktop.operations.calendars import Shown
from infoview_desktop.operations.planning import replan
from tests.calendars import event, looked_through

STORY_VERBS = {
    touches.log,
    touches.mend,
    touches.delete,
    interviews.add,
    interviews.edit,
    interviews.move,
    interviews.change_state,
    interviews.delete,
    follow_ups.add,
    follow_ups.complete,
    follow_ups.snooze,
    follow_ups.skip,
    follow_ups.edit,
    practice.edit,
    cadences.add,
    cadences.edit,
    cadences.reset,
    cadences.delete,
    keep_in_touch.choose,
    keep_in_touch.reset,
    keep_in_touch.choose_for_tag,
    keep_in_touch.reset_for_tag,
    offers.offer,
    offers.take,
    offers.withdraw,
    event_imports.take_in,
    calendars.edit,
    calendars.remove,
}

numbers = st.integers(0, 9)
moments = st.integers(-24 * 60, 12).map(lambda hours: datetime(2026, 6, 7, 12, tzinfo=UTC) + timedelta(hours=hours))
to_come = st.integers(-24 * 30, 24 * 30).map(
    lambda hours: datetime(2026, 6, 7, 12, tzinfo=UTC) + timedelta(hours=hours)
)
days = st.dates(date(2026, 5, 1), date(2026, 9, 1))
zones = st.sampled_from(["Europe/Madrid", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "nowhere"])
said = st.sampled_from(["", "about the course", "two\nlines"])
exchanges = {
    "kind": st.sampled_from(TouchKind),
    "at": moments,
    "answer": st.sampled_from(Answer),
    "until": st.none() | days,
    "words": said,
}
agreements = {
    "starts_at": st.none() | to_come,
    "time_zone": zones,
    "minutes": st.sampled_from([0, 20, 60]),
    "medium": st.sampled_from(Medium),
    "place": said,
    "state": st.sampled_from(InterviewState),
    "direction": st.sampled_from(["", "Health", "health", "Law"]),
}


events = st.builds(
    event,
    st.sampled_from(["Lecture", "Chat with Ana Ruiz", "Talk: Bo Chen, Ana Ruiz"]),
    to_come,
    minutes=st.sampled_from([0, 30, 600]),
    uid=st.sampled_from(["one", "two"]),
    place=st.sampled_from(["", "https://example.org/call", "Room 4"]),
    state=st.none() | st.just(InterviewState.CANCELLED),
)


looks = {
    "name": said,
    "colour": st.sampled_from(["#1f6f5c", "green"]),
    "watched": st.booleans(),
}


class StoryRules:
    """The rules, for a machine that has `step`, `somebody`, `book` and `now`."""

    def one_of(self, table, number):
        """The id of a row of a table, or of none."""
        ids = [row[0] for row in self.now[table]]
        return ids[number % len(ids)] if ids else number

    @rule(number=numbers, time_zone=zones, **exchanges)
    def log(self, number, **fields):
        self.step(touches.log, self.book.store, contact_id=self.somebody(number), **fields)

    @rule(number=numbers, **exchanges)
    def mend(self, number, **fields):
        self.step(touches.mend, self.book.store, touch_id=self.one_of("touch", number), **fields)

    @rule(number=numbers)
    def delete_touch(self, number):
        self.step(touches.delete, self.book.store, touch_id=self.one_of("touch", number))

    @rule(people=st.lists(numbers, max_size=3), **agreements)
    def add_interview(self, people, **fields):
        self.step(interviews.add, self.book.store, contact_ids=[self.somebody(each) for each in people], **fields)

    @rule(number=numbers, people=st.lists(numbers, max_size=3), **agreements)
    def edit_interview(self, number, people, **fields):
        self.step(
            interviews.edit,
            self.book.store,
            interview_id=self.one_of("interview", number),
            contact_ids=[self.somebody(each) for each in people],
            **fields,
        )

    @rule(number=numbers, starts_at=to_come, minutes=st.sampled_from([0, 20, 45, 481]), time_zone=zones)
    def move_interview(self, number, **fields):
        self.step(interviews.move, self.book.store, interview_id=self.one_of("interview", number), **fields)

    @rule(number=numbers, state=st.sampled_from(InterviewState))
    def change_interview(self, number, state):
        one = self.one_of("interview", number)
        self.step(interviews.change_state, self.book.store, interview_id=one, state=state)

    @rule(number=numbers)
    def delete_interview(self, number):
        self.step(interviews.delete, self.book.store, interview_id=self.one_of("interview", number))

    @rule(number=numbers, starts=st.lists(to_come, max_size=3), minutes=st.sampled_from([0, 20]), time_zone=zones)
    def offer_times(self, number, **fields):
        self.step(offers.offer, self.book.store, contact_id=self.somebody(number), **fields)

    @rule(number=numbers)
    def take_offered(self, number):
        self.step(offers.take, self.book.store, offered_id=self.one_of("offered_time", number))

    @rule(number=numbers)
    def withdraw_offered(self, number):
        self.step(offers.withdraw, self.book.store, contact_id=self.somebody(number))

    @rule(
        path=st.sampled_from(["/home/me/term.ics", "/home/me/two  spaces.ics", "//elsewhere/term.ics"]),
        events=st.lists(events, max_size=3),
        is_shown=st.booleans(),
        **looks,
    )
    def take_in_calendar(self, path, events, is_shown, **fields):
        file = looked_through(self.book, events, Path(path))
        shown = Shown(**fields) if is_shown else None
        self.step(
            event_imports.take_in,
            self.book.store,
            file=file,
            chosen=file.candidates,
            shown=shown,
            time_zone="America/Lima",
            progress=Progress(),
        )

    @rule(number=numbers, **looks)
    def edit_calendar(self, number, **fields):
        self.step(calendars.edit, self.book.store, calendar_id=self.one_of("calendar", number), **fields)

    @rule(number=numbers)
    def remove_calendar(self, number):
        self.step(calendars.remove, self.book.store, calendar_id=self.one_of("calendar", number))

    @rule(number=numbers, due_on=days, reason=said, of_nobody=st.booleans())
    def add_follow_up(self, number, due_on, reason, of_nobody):
        somebody = None if of_nobody else self.somebody(number)
        self.step(follow_ups.add, self.book.store, contact_id=somebody, due_on=due_on, reason=reason)

    @rule(number=numbers, at=moments, time_zone=zones)
    def complete(self, number, at, time_zone):
        one = self.one_of("follow_up", number)
        self.step(follow_ups.complete, self.book.store, follow_up_id=one, at=at, time_zone=time_zone)

    @rule(number=numbers, due_on=days)
    def snooze(self, number, due_on):
        self.step(follow_ups.snooze, self.book.store, follow_up_id=self.one_of("follow_up", number), due_on=due_on)

    @rule(number=numbers, why=said)
    def skip(self, number, why):
        self.step(follow_ups.skip, self.book.store, follow_up_id=self.one_of("follow_up", number), why=why)

    @rule(number=numbers, due_on=days, reason=said)
    def edit_follow_up(self, number, due_on, reason):
        one = self.one_of("follow_up", number)
        self.step(follow_ups.edit, self.book.store, follow_up_id=one, due_on=due_on, reason=reason)

    habits = st.sampled_from(
        [
            *(("cadence", key) for key in ("3b7", "gentle", "own-1", "none")),
            *(("working_days", days) for days in ("12345", "57", "", "8")),
            *(("day_starts", time) for time in ("08:30", "18:00", "8")),
            ("day_ends", "16:00"),
            *(("region", code) for code in ("", "DE-BY", "US", "XX")),
            *(("keep_in_touch_days", days) for days in ("0", "30", "365", "29", "often")),
        ]
    )

    @rule(habit=habits)
    def choose_habit(self, habit):
        self.step(practice.edit, self.book.store, field=habit[0], text=habit[1])

    @rule(name=said)
    def add_cadence(self, name):
        self.step(cadences.add, self.book.store, name=name)

    cadence_keys = st.sampled_from(["3b7", "gentle", "own-1", "own-2", "none"])
    figures = st.integers(0, 12)

    @rule(key=cadence_keys, unit=st.sampled_from(Unit), second=st.none() | figures, again=figures, name=said)
    def edit_cadence(self, key, unit, second, again, name):
        cadence = Cadence(key, name, unit, second, again, again, "")
        self.step(cadences.edit, self.book.store, cadence=cadence)

    @rule(key=cadence_keys, delete=st.booleans())
    def drop_cadence(self, key, delete):
        self.step(cadences.delete if delete else cadences.reset, self.book.store, key=key)

    @rule(people=st.lists(numbers, max_size=3), days=st.sampled_from([0, 10, 30, 365]), reset=st.booleans())
    def keep_in_touch(self, people, days, reset):
        ids = [self.somebody(each) for each in people]
        if reset:
            self.step(keep_in_touch.reset, self.book.store, contact_ids=ids)
        else:
            self.step(keep_in_touch.choose, self.book.store, contact_ids=ids, days=days)

    @rule(number=numbers, days=st.sampled_from([0, 10, 30, 365]), reset=st.booleans())
    def keep_in_touch_with_tag(self, number, days, reset):
        names = [row[1] for row in self.now["tag"]]
        name = names[number % len(names)] if names else "nobody's"
        if reset:
            self.step(keep_in_touch.reset_for_tag, self.book.store, tag_name=name)
        else:
            self.step(keep_in_touch.choose_for_tag, self.book.store, tag_name=name, days=days)

    @rule(hours=st.integers(1, 24 * 20))
    def wait(self, hours):
        """Time goes by; nothing changes of itself."""
        self.book.clock.advance(hours=hours)

    @invariant()
    def is_planned_as_the_rules_say(self):
        with self.book.store.transaction(Phrase("Once more")) as transaction:
            replan(transaction, [row[0] for row in self.now["contact"]])
        assert not transaction.changed
