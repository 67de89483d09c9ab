"""All tables of the book: those that undo records and an export writes out, and the others."""

from __future__ import annotations

from peewee import Model

from infoview_desktop.store.calendar_tables import BusyTime, CalendarReading, CalendarRow, OfferedTime
from infoview_desktop.store.story_tables import (
    CadenceRow,
    FollowUp,
    Holiday,
    Interview,
    InterviewPerson,
    KeepInTouch,
    Note,
    NoteMention,
    NoteVersion,
    PracticeRow,
    StageRow,
    TagKeepInTouch,
    Touch,
)
from infoview_desktop.store.tables import (
    Contact,
    ContactTag,
    Direction,
    DistinctContact,
    DistinctOrganization,
    Email,
    History,
    ImportedContact,
    JobChange,
    Link,
    Organization,
    OrganizationAlias,
    PastEmployer,
    Phone,
    Photo,
    Profile,
    PutAside,
    School,
    Setting,
    ShortList,
    Tag,
    Weight,
)

RECORDED = (
    Organization,
    OrganizationAlias,
    Contact,
    Email,
    Phone,
    Link,
    School,
    PastEmployer,
    Photo,
    Tag,
    ContactTag,
    ImportedContact,
    JobChange,
    Direction,
    ShortList,
    DistinctContact,
    DistinctOrganization,
    Profile,
    Weight,
    Interview,
    InterviewPerson,
    Note,
    NoteVersion,
    NoteMention,
    Touch,
    FollowUp,
    StageRow,
    KeepInTouch,
    TagKeepInTouch,
    CadenceRow,
    PracticeRow,
    OfferedTime,
    CalendarRow,
)
"""The user's data, parents before children: what undo records and an export writes out."""

UNRECORDED = (History, Setting, PutAside, Holiday, CalendarReading, BusyTime)
"""What undo does not touch."""


def table_name(model: type[Model]) -> str:
    """The name of the model's table."""
    return str(model._meta.table_name)  # noqa: SLF001 - peewee's documented place for it
