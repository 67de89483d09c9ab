"""The same promise in the midst of a search: of people who were asked, talked with, tagged and kept in touch with."""

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import interviews, keep_in_touch, short_list, touches
from tests.operations.story_rules import days, numbers
from tests.operations.test_undo_everything import Undoing, texts


class Searching(Undoing):
    """Whatever is done next that concerns people, what is due is as the rules say."""

    # What concerns nobody's story is left out, so that the rest comes about often.
    weigh = weigh_as_at_first = edit_profile = choose_photo = take_photo_away = look_at_new_job = change_source = None
    tell_apart = tell_organizations_apart = want = add_organizations = edit_organization = read_json = None
    edit_entry = rename_direction = remove_direction = reopen = write_note = keep_put_aside_note = None

    @rule(number=numbers, text=texts)
    def edit_tags(self, number, text):
        self.step(self.book.edit, self.somebody(number), "tags", text)

    @rule(number=numbers, day=days)
    def edit_last_contact(self, number, day):
        self.step(self.book.edit, self.somebody(number), "in_touch_on", day.isoformat())

    @rule(number=numbers, name=st.sampled_from(["", "Oxfam", "Acme"]))
    def edit_organization_of(self, number, name):
        self.step(self.book.edit, self.somebody(number), "organization", name)

    @initialize()
    def search(self):
        store, now = self.book.store, self.book.clock.now
        asked, away, talked, known = (
            self.book.add(name, organization="Oxfam", tag_names=tags)
            for name, tags in (("Ana", "a_b"), ("Bo", ""), ("Łukasz", "Ana"), ("美咲", "Ana, a_b"))
        )
        keep_in_touch.choose_for_tag(store, tag_name="Ana", days=30)
        keep_in_touch.choose_for_tag(store, tag_name="a_b", days=365)
        keep_in_touch.choose(store, contact_ids=[known], days=60)
        short_list.want_to_talk_to(store, contact_ids=[asked, away, talked])

        def log(contact_id, kind, days, **fields):
            at = now - timedelta(days=days)
            touches.log(store, contact_id=contact_id, kind=kind, at=at, time_zone="Asia/Kathmandu", **fields)

        log(asked, TouchKind.ASKED, 9)
        log(away, TouchKind.ASKED, 5)
        log(away, TouchKind.REPLIED, 4, answer=Answer.OUT_OF_OFFICE)
        log(talked, TouchKind.ASKED, 20)
        log(talked, TouchKind.REPLIED, 19, answer=Answer.YES)
        log(known, TouchKind.MET, 40)
        held = {"starts_at": now - timedelta(days=1), "time_zone": "Europe/Madrid", "state": InterviewState.HELD}
        interviews.add(store, contact_ids=[talked], **held)
        interviews.add(store, contact_ids=[away, known], starts_at=now + timedelta(days=6), time_zone="Europe/Madrid")
        self.now = self.book.rows()


class TestSearching(Searching.TestCase):
    settings = settings(max_examples=60, stateful_step_count=15)
