"""The tables of what happens: interviews, notes, what was exchanged, what is due, and by which habits.

All moments are UTC, ISO 8601; days are `YYYY-MM-DD`; a `time_zone` is the IANA name of where it was meant.
"""

from __future__ import annotations

from peewee import AutoField, ForeignKeyField, IntegerField, Model, TextField

from infoview_desktop.store.tables import Contact, Direction, Organization, Tag


class Interview(Model):
    """A conversation that is wanted, agreed, held or not; the values of `medium` and `state` are the domain's.

    `starts_at` is None while no time is agreed; `state_at` is since when it is in its state. `uid` is what the
    calendar that it came from calls it, "" where it was written down here.
    """

    id = AutoField()
    starts_at = TextField(null=True)
    time_zone = TextField()
    minutes = IntegerField()
    medium = TextField()
    place = TextField()
    state = TextField()
    state_at = TextField()
    direction = ForeignKeyField(Direction, null=True, on_delete="SET NULL")
    created_at = TextField()
    uid = TextField(default="")


class InterviewPerson(Model):
    """Who takes part in an interview."""

    interview = ForeignKeyField(Interview, on_delete="CASCADE")
    contact = ForeignKeyField(Contact, on_delete="CASCADE")

    class Meta:
        table_name = "interview_person"
        primary_key = False


class Note(Model):
    """What the user wrote, as Markdown; about a person, an organization or an interview, or about none of them."""

    id = AutoField()
    contact = ForeignKeyField(Contact, null=True, on_delete="CASCADE")
    organization = ForeignKeyField(Organization, null=True, on_delete="SET NULL")
    interview = ForeignKeyField(Interview, null=True, on_delete="SET NULL")
    text = TextField()
    created_at = TextField()
    changed_at = TextField()


class NoteVersion(Model):
    """What a note said before; written at `written_at`, and replaced since."""

    id = AutoField()
    note = ForeignKeyField(Note, on_delete="CASCADE")
    text = TextField()
    written_at = TextField()

    class Meta:
        table_name = "note_version"


class NoteMention(Model):
    """Somebody whom a note names: there it says `@` and then `words`; where it says several, on a line each."""

    note = ForeignKeyField(Note, on_delete="CASCADE")
    contact = ForeignKeyField(Contact, on_delete="CASCADE")
    words = TextField()

    class Meta:
        table_name = "note_mention"
        primary_key = False


class Touch(Model):
    """Something that was exchanged with a person; the values of `kind` and `answer` are the domain's.

    `until` is the day that an answer puts it off to, or they are away to; `words` are what they said, or what
    it was about.
    """

    id = AutoField()
    contact = ForeignKeyField(Contact, on_delete="CASCADE")
    kind = TextField()
    answer = TextField()
    at = TextField()
    time_zone = TextField()
    until = TextField(null=True)
    words = TextField()
    interview = ForeignKeyField(Interview, null=True, on_delete="SET NULL")


class FollowUp(Model):
    """Something to do on a day: by a rule of the practice, counted from a touch or an interview, or one's own.

    `due_at` is the moment it has to be done by, where it counts by hours. `moved_from` is the day it was due
    before the user chose another. `ended_why` is the reason for which it was skipped.
    """

    id = AutoField()
    contact = ForeignKeyField(Contact, null=True, on_delete="CASCADE")
    note = ForeignKeyField(Note, null=True, on_delete="SET NULL")
    interview = ForeignKeyField(Interview, null=True, on_delete="SET NULL")
    touch = ForeignKeyField(Touch, null=True, on_delete="SET NULL")
    rule = TextField()
    due_on = TextField()
    due_at = TextField(null=True)
    moved_from = TextField(null=True)
    reason = TextField()
    state = TextField()
    ended_at = TextField(null=True)
    ended_why = TextField()
    created_at = TextField()

    class Meta:
        table_name = "follow_up"


class StageRow(Model):
    """How far it has come with a person, as it follows from what happened; people without a stage have no row."""

    contact = ForeignKeyField(Contact, primary_key=True, on_delete="CASCADE")
    stage = TextField()
    since = TextField()

    class Meta:
        table_name = "stage"


class KeepInTouch(Model):
    """After how many days without any contact it is time to write to a person again; 0 for never."""

    contact = ForeignKeyField(Contact, primary_key=True, on_delete="CASCADE")
    days = IntegerField()
    chosen_at = TextField()

    class Meta:
        table_name = "keep_in_touch"


class TagKeepInTouch(Model):
    """The same for everybody with a tag, where nothing is chosen for the person."""

    tag = ForeignKeyField(Tag, primary_key=True, on_delete="CASCADE")
    days = IntegerField()
    chosen_at = TextField()

    class Meta:
        table_name = "tag_keep_in_touch"


class CadenceRow(Model):
    """A cadence of the user's own, or one of the practice's that the user has changed."""

    key = TextField(primary_key=True)
    name = TextField()
    unit = TextField()
    second_person_days = IntegerField(null=True)
    follow_up_days = IntegerField()
    close_days = IntegerField()

    class Meta:
        table_name = "cadence"


class PracticeRow(Model):
    """The user's habits, one row, or none where all is as at first; `working_days` are digits, 1 for Monday."""

    id = IntegerField(primary_key=True)
    cadence = TextField()
    working_days = TextField()
    day_starts = TextField()
    day_ends = TextField()
    region = TextField()
    keep_in_touch_days = IntegerField()

    class Meta:
        table_name = "practice"


class Holiday(Model):
    """A public holiday of a region, as the calendar knows it: looked up once, and nobody's data."""

    region = TextField()
    day = TextField()
    name = TextField()

    class Meta:
        primary_key = False
