"""The book's tables as peewee models; the schema itself is written by the migrations.

Queries name their database when they are executed (`Contact.select().execute(database)`): the models are
bound to none, so that two books can be open in one process.
"""

from __future__ import annotations

from peewee import SQL, AutoField, BlobField, ForeignKeyField, IntegerField, Model, TextField


class Organization(Model):
    """A place where people work; its name is as the user or the import wrote it."""

    id = AutoField()
    name = TextField(unique=True)


class Contact(Model):
    """A person. `trashed_at` is when they were deleted (UTC, ISO 8601)."""

    id = AutoField()
    given_name = TextField()
    family_name = TextField()
    credentials = TextField()
    position = TextField()
    organization = ForeignKeyField(Organization, null=True, on_delete="SET NULL")
    linkedin = TextField(null=True)
    connected_on = TextField(null=True)
    source = TextField()
    created_at = TextField()
    trashed_at = TextField(null=True)


class Email(Model):
    """One e-mail address of a contact; the lowest `place` is the one to write to."""

    id = AutoField()
    contact = ForeignKeyField(Contact, on_delete="CASCADE")
    address = TextField()
    place = IntegerField()


class Phone(Model):
    """One telephone number of a contact."""

    id = AutoField()
    contact = ForeignKeyField(Contact, on_delete="CASCADE")
    number = TextField()
    place = IntegerField()


class Tag(Model):
    """A word the user puts on people."""

    id = AutoField()
    name = TextField(unique=True, constraints=[SQL("COLLATE NOCASE")])


class ContactTag(Model):
    """A tag on a contact."""

    contact = ForeignKeyField(Contact, on_delete="CASCADE")
    tag = ForeignKeyField(Tag, on_delete="CASCADE")

    class Meta:
        table_name = "contact_tag"
        primary_key = False


class ImportedContact(Model):
    """What LinkedIn last said of a contact: the base of the next import's three-way comparison."""

    contact = ForeignKeyField(Contact, primary_key=True, on_delete="CASCADE")
    given_name = TextField()
    family_name = TextField()
    credentials = TextField()
    position = TextField()
    organization = TextField()
    email = TextField()
    linkedin = TextField()
    connected_on = TextField()

    class Meta:
        table_name = "imported_contact"


class History(Model):
    """One step of undo: the changeset that a transaction recorded, and what it is called."""

    id = AutoField()
    label = TextField()
    label_values = TextField()
    made_at = TextField()
    schema_version = IntegerField()
    changeset = BlobField()
    undone = IntegerField()


class Setting(Model):
    """How the window was left; the value is JSON."""

    name = TextField(primary_key=True)
    value = TextField()


class PutAside(Model):
    """Text that is being typed, kept until its field is left."""

    place = TextField(primary_key=True)
    text = TextField()

    class Meta:
        table_name = "put_aside"


RECORDED = (Organization, Contact, Email, Phone, Tag, ContactTag, ImportedContact)
"""The user's data, parents before children: what undo records and an export writes out."""

UNRECORDED = (History, Setting, PutAside)
"""What undo does not touch."""


def table_name(model: type[Model]) -> str:
    """The name of the model's table."""
    return str(model._meta.table_name)  # noqa: SLF001 - peewee's documented place for it
