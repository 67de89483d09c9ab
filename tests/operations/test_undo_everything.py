"""The promise of the whole: every operation, undone, gives back the exact rows, and redone gives them again."""

import importlib
import pkgutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from infoview_desktop import operations
from infoview_desktop.domain.card import Card
from infoview_desktop.domain.contact import Seniority, Source
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.merge import SINGLE, Side
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import (
    contact_imports,
    contacts,
    directions,
    exports,
    job_changes,
    merges,
    notes,
    organization_fields,
    organizations,
    photos,
    profile,
    selections,
    short_list,
    trash,
    weights,
)
from infoview_desktop.operations.contact_fields import EDITABLE
from infoview_desktop.operations.outcome import Reach
from tests.book import Book, connection
from tests.operations.note_rules import NoteRules
from tests.operations.story_rules import STORY_VERBS, StoryRules
from tests.pictures import picture

COVERED = {
    contacts.add,
    contacts.edit,
    contacts.delete,
    contact_imports.import_people,
    photos.choose,
    photos.take_away,
    exports.read_json,
    organizations.add,
    organizations.edit,
    organizations.set_target,
    organizations.merge,
    organizations.tell_apart,
    organizations.delete,
    job_changes.look_at,
    selections.change_source,
    selections.put_tags_on,
    selections.take_tags_off,
    trash.put_back,
    merges.merge,
    notes.write,
    notes.restore_version,
    notes.delete,
    notes.keep_put_aside,
    merges.tell_apart,
    short_list.want_to_talk_to,
    short_list.take_off,
    short_list.edit,
    directions.rename_direction,
    directions.remove_direction,
    profile.edit,
    weights.weigh,
    weights.reset,
    *STORY_VERBS,
}


def test_every_verb_that_says_it_can_be_undone_is_tried_below():
    modules = [
        importlib.import_module(f"{operations.__name__}.{module.name}")
        for module in pkgutil.iter_modules(operations.__path__)
    ]
    verbs = {
        verb for module in modules for verb in vars(module).values() if getattr(verb, "reach", None) is Reach.UNDOABLE
    }
    assert verbs == COVERED


# Few different words, so that they meet; and letters of every kind, as people have them.
words = st.sampled_from(["", "Ana", "ana", "ANA", "Łukasz", "Øberg", "王", "O'Neil", "100 %", "a_b", "🌍", "חיים"])
texts = words | st.lists(words, max_size=3).map(", ".join) | st.text(max_size=8)
digits = st.sampled_from(["0", "2", "3", "999"])
names = st.sampled_from(["Ana", "Bo", "Łukasz", "美咲"])
connections = st.lists(
    st.builds(
        connection,
        names,
        linkedin=st.sampled_from([None, "ana", "bo", "łukasz", "other"]),
        email=st.sampled_from(["", "ana@example.org", "bo@example.org"]),
        organization=st.sampled_from(["", "Oxfam", "Fjord Labs", "ØXFAM"]),
        position=st.sampled_from(["", "Nurse", "Analyst"]),
        connected_on=st.sampled_from([None, "2026-06-07", "2020-01-01"]),
    ),
    max_size=6,
    unique_by=lambda one: one.linkedin or object(),
)

lists = st.lists(st.sampled_from(["ana@example.org", "bo@example.org", "+34 600 111 222", "a.example"]), max_size=2)
cards = st.lists(
    st.builds(
        Card,
        uid=st.sampled_from(["one", "two", "three"]),
        given_name=names,
        family_name=words,
        organization=st.sampled_from(["", "Oxfam", "ØXFAM"]),
        position=st.sampled_from(["", "Nurse"]),
        linkedin=st.sampled_from(["", "ana", "bo"]),
        remarks=words,
        referrer=st.sampled_from(["", "one", "two"]),
        emails=lists.map(tuple),
        phones=lists.map(tuple),
        tags=st.lists(words.filter(bool), max_size=2, unique_by=str.casefold).map(tuple),
        photo=st.sampled_from([b"", b"a photo"]),
    ),
    max_size=5,
)
PICTURES = (picture("red"), picture("blue"), b"no picture")


class Undoing(NoteRules, StoryRules, RuleBasedStateMachine):
    """A book to which anything is done, and beside it what it said before each step."""

    def __init__(self):
        super().__init__()
        self.folder = TemporaryDirectory()
        self.book = Book(Path(self.folder.name))
        self.now = self.book.rows()
        self.past, self.future = [], []

    def teardown(self):
        self.book.close()
        self.folder.cleanup()

    def step(self, verb, *arguments, **fields):
        """Do it; where that changed something, take it back and make it again."""
        try:
            verb(*arguments, **fields)
        except KnownError:
            assert self.book.rows() == self.now
            return
        before, after = self.now, self.book.rows()
        if after == before:
            return
        self.book.undo()
        assert self.book.rows() == before
        assert self.book.findings() == []
        self.book.redo()
        assert self.book.rows() == after
        self.past.append(before)
        self.future.clear()
        self.now = after

    def somebody(self, number):
        """The id of a person, perhaps one in the trash, or of nobody."""
        ids = [row[0] for row in self.now["contact"]]
        return ids[number % len(ids)] if ids else number

    def direction(self, number):
        """The id of a direction, or of none."""
        ids = [row[0] for row in self.now["direction"]]
        return ids[number % len(ids)] if ids else number

    @rule(name=names, organization=texts, emails=texts, tag_names=texts, source=st.sampled_from(Source))
    def add(self, name, **fields):
        self.step(self.book.add, name, **fields)

    @rule(number=st.integers(0, 9), field=st.sampled_from(sorted(EDITABLE)), text=texts)
    def edit(self, number, field, text):
        self.step(self.book.edit, self.somebody(number), field, text)

    @rule(numbers=st.lists(st.integers(0, 9), max_size=3))
    def delete(self, numbers):
        self.step(self.book.delete, *map(self.somebody, numbers))

    @rule(numbers=st.lists(st.integers(0, 9), max_size=3))
    def put_back(self, numbers):
        self.step(trash.put_back, self.book.store, contact_ids=list(map(self.somebody, numbers)))

    @rule(numbers=st.lists(st.integers(0, 9), max_size=3), tag_names=texts, on=st.booleans())
    def tag(self, numbers, tag_names, on):
        if self.now["contact"]:
            verb = selections.put_tags_on if on else selections.take_tags_off
            self.step(verb, self.book.store, contact_ids=list(map(self.somebody, numbers)), tag_names=tag_names)

    @rule(numbers=st.lists(st.integers(0, 9), max_size=3), source=st.sampled_from(Source))
    def change_source(self, numbers, source):
        self.step(
            selections.change_source, self.book.store, contact_ids=list(map(self.somebody, numbers)), source=source
        )

    @rule(number=st.integers(0, 9))
    def look_at_new_job(self, number):
        self.step(job_changes.look_at, self.book.store, contact_id=self.somebody(number))

    choices = st.dictionaries(st.sampled_from(list(SINGLE)), st.sampled_from(Side), max_size=3)

    @rule(number=st.integers(0, 9), other=st.integers(0, 9), choices=choices)
    def merge(self, number, other, choices):
        kept, other = self.somebody(number), self.somebody(other)
        self.step(merges.merge, self.book.store, kept_id=kept, other_id=other, choices=choices)

    @rule(number=st.integers(0, 9), other=st.integers(0, 9))
    def tell_apart(self, number, other):
        one, another = self.somebody(number), self.somebody(other)
        self.step(merges.tell_apart, self.book.store, first_id=one, second_id=another)

    @rule(numbers=st.lists(st.integers(0, 9), min_size=1, max_size=3), motivation=st.integers(-1, 4), text=texts)
    def want_to_talk_to(self, numbers, motivation, text):
        self.step(
            short_list.want_to_talk_to,
            self.book.store,
            contact_ids=[self.somebody(number) for number in numbers],
            direction=text,
            motivation=motivation,
            reason=text,
        )

    @rule(numbers=st.lists(st.integers(0, 9), max_size=3))
    def take_off(self, numbers):
        self.step(short_list.take_off, self.book.store, contact_ids=[self.somebody(number) for number in numbers])

    @rule(number=st.integers(0, 9), field=st.sampled_from(sorted(short_list.EDITABLE)), text=texts | st.just("3"))
    def edit_entry(self, number, field, text):
        self.step(short_list.edit, self.book.store, contact_id=self.somebody(number), field=field, text=text)

    @rule(number=st.integers(0, 4), name=texts)
    def rename_direction(self, number, name):
        self.step(directions.rename_direction, self.book.store, direction_id=self.direction(number), name=name)

    @rule(number=st.integers(0, 4))
    def remove_direction(self, number):
        self.step(directions.remove_direction, self.book.store, direction_id=self.direction(number))

    @rule(field=st.sampled_from(sorted(profile.EDITABLE)), text=texts | st.sampled_from(Seniority))
    def edit_profile(self, field, text):
        self.step(profile.edit, self.book.store, field=field, text=text)

    @rule(factor=st.sampled_from([*weights.FACTORS, "luck"]), value=st.integers(-1, 6))
    def weigh(self, factor, value):
        self.step(weights.weigh, self.book.store, factor=factor, value=value)

    @rule()
    def weigh_as_at_first(self):
        self.step(weights.reset, self.book.store)

    @rule(told=connections)
    def take_in(self, told):
        self.step(self.book.take_in, told)

    def some_organization(self, number):
        """The id of an organization, or of none."""
        ids = [row[0] for row in self.now["organization"]]
        return ids[number % len(ids)] if ids else number

    @rule(lines=st.lists(words, max_size=3), wanted=st.booleans())
    def add_organizations(self, lines, wanted):
        self.step(organizations.add, self.book.store, names="\n".join(lines), city="Lima", target=wanted)

    @rule(number=st.integers(0, 9), field=st.sampled_from(sorted(organization_fields.EDITABLE)), text=texts | digits)
    def edit_organization(self, number, field, text):
        one = self.some_organization(number)
        self.step(organizations.edit, self.book.store, organization_id=one, field=field, text=text)

    @rule(number=st.integers(0, 9), wanted=st.booleans())
    def want(self, number, wanted):
        one = self.some_organization(number)
        self.step(organizations.set_target, self.book.store, organization_id=one, target=wanted)

    @rule(number=st.integers(0, 9), other=st.integers(0, 9))
    def merge_organizations(self, number, other):
        one, into = self.some_organization(number), self.some_organization(other)
        self.step(organizations.merge, self.book.store, organization_id=one, into_id=into)

    @rule(number=st.integers(0, 9), other=st.integers(0, 9))
    def tell_organizations_apart(self, number, other):
        one, another = self.some_organization(number), self.some_organization(other)
        self.step(organizations.tell_apart, self.book.store, organization_id=one, other_id=another)

    @rule(number=st.integers(0, 9))
    def delete_organization(self, number):
        self.step(organizations.delete, self.book.store, organization_id=self.some_organization(number))

    @rule(told=cards)
    def take_in_cards(self, told):
        self.step(self.book.take_in_cards, told)

    @rule(number=st.integers(0, 9), picture=st.sampled_from(PICTURES))
    def choose_photo(self, number, picture):
        with TemporaryDirectory() as folder:
            file = Path(folder) / "picture"
            file.write_bytes(picture)
            self.step(photos.choose, self.book.store, contact_id=self.somebody(number), path=file)

    @rule(number=st.integers(0, 9))
    def take_photo_away(self, number):
        self.step(photos.take_away, self.book.store, contact_id=self.somebody(number))

    @precondition(lambda self: not any(self.now.values()))
    @rule(told=connections)
    def read_json(self, told):
        with TemporaryDirectory() as folder:
            file = Path(folder) / "book.json"
            with Book(Path(folder) / "other") as other:
                other.take_in(told)
                exports.export(other.read, path=file, file_format="json", progress=Progress())
            self.step(exports.read_json, self.book.store, path=file, progress=Progress())

    @precondition(lambda self: self.past)
    @rule()
    def undo(self):
        self.book.undo()
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self):
        self.book.redo()
        self.past.append(self.now)
        self.now = self.future.pop()

    @rule()
    def reopen(self):
        self.book.close()
        self.book = Book(Path(self.folder.name))

    @invariant()
    def is_as_it_should_be(self):
        assert self.book.rows() == self.now
        assert self.book.findings() == []


class TestUndoing(Undoing.TestCase):
    settings = settings(max_examples=60, stateful_step_count=20)
