"""What happens with people, as steps of a machine that tries everything: exchanges, interviews, follow-ups, habits."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from infoview_desktop.domain.interview import InterviewState, Medium
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import follow_ups, interviews, touches
from infoview_desktop.operations.planning import replan

STORY_VERBS = {
    touches.log,
    touches.mend,
    touches.delete,
    interviews.add,
    interviews.edit,
    interviews.change_state,
    interviews.delete,
    follow_ups.add,
    follow_ups.complete,
    follow_ups.snooze,
    follow_ups.skip,
    follow_ups.edit,
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

    @rule(number=numbers, state=st.sampled_from(InterviewState))
    def change_interview(self, number, state):
        one = self.one_of("interview", number)
        self.step(interviews.change_state, self.book.store, interview_id=one, state=state)

    @rule(number=numbers)
    def delete_interview(self, number):
        self.step(interviews.delete, self.book.store, interview_id=self.one_of("interview", number))

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

    @rule(hours=st.integers(1, 24 * 20))
    def wait(self, hours):
        """Time goes by; nothing changes of itself."""
        self.book.clock.advance(hours=hours)

    @invariant()
    def is_planned_as_the_rules_say(self):
        with self.book.store.transaction(Phrase("Once more")) as transaction:
            replan(transaction, [row[0] for row in self.now["contact"]])
        assert not transaction.changed
