"""The tables of the calendar: times that were offered, calendars of other programs, and when one is busy by them."""

from __future__ import annotations

from peewee import AutoField, ForeignKeyField, IntegerField, Model, TextField

from infoview_desktop.store.tables import Contact


class OfferedTime(Model):
    """A time that was offered to a person and is held until one is taken."""

    id = AutoField()
    contact = ForeignKeyField(Contact, on_delete="CASCADE")
    starts_at = TextField()
    minutes = IntegerField()
    time_zone = TextField()
    created_at = TextField()

    class Meta:
        table_name = "offered_time"


class CalendarRow(Model):
    """A calendar that another program keeps in the file at `path`; `watched` where it is read when that changes."""

    id = AutoField()
    name = TextField()
    path = TextField()
    colour = TextField()
    watched = IntegerField()
    added_at = TextField()

    class Meta:
        table_name = "calendar"


class CalendarReading(Model):
    """What came of looking at a calendar's file, and which of its days were read; nobody's data."""

    calendar_id = IntegerField(primary_key=True)
    state = TextField()
    read_at = TextField(null=True)
    first_day = TextField(null=True)
    last_day = TextField(null=True)
    stamp = TextField()

    class Meta:
        table_name = "calendar_reading"


class BusyTime(Model):
    """When one is busy by a calendar: read from its file, as a whole, and nobody's data.

    `starts` and `ends` are seconds since 1970, UTC; of whole days those of their midnights as if they were days of
    UTC, and the last of them ends at the next midnight. `reach` are days that it does not outlast, see
    `writes.calendars`; `number` tells apart what begins together.
    """

    calendar_id = IntegerField()
    all_day = IntegerField()
    starts = IntegerField()
    number = IntegerField()
    ends = IntegerField()
    reach = IntegerField()
    title = TextField()

    class Meta:
        table_name = "busy_time"
        primary_key = False
