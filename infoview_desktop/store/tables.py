"""The book's tables as peewee models; the schema itself is written by the migrations.

Queries name their database when they are executed (`Contact.select().execute(database)`): the models are
bound to none, so that two books can be open in one process.
"""

from __future__ import annotations

from peewee import SQL, AutoField, BlobField, ForeignKeyField, IntegerField, Model, TextField


class Organization(Model):
    """A place where people work; its name is as the user or the import wrote it.

    `target` is 1 where the user wants to work, `motivation` how much (0 to 3), `openings` how many they have seen.
    `kept` is 1 for one that stays also when nobody works there any more.
    """

    id = AutoField()
    name = TextField(unique=True)
    kind = TextField(default="")
    size = TextField(default="")
    industry = TextField(default="")
    city = TextField(default="")
    website = TextField(default="")
    phone = TextField(default="")
    mission = TextField(default="")
    remarks = TextField(default="")
    target = IntegerField(default=0)
    motivation = IntegerField(default=0)
    openings = IntegerField(default=0)
    kept = IntegerField(default=0)


class OrganizationAlias(Model):
    """Another name of an organization, under which an import may speak of it."""

    name = TextField(primary_key=True)
    organization = ForeignKeyField(Organization, on_delete="CASCADE")

    class Meta:
        table_name = "organization_alias"


class Contact(Model):
    """A person. `trashed_at` is when they were deleted (UTC, ISO 8601), `card_uid` what a vCard calls them.

    One who was merged into another stays in the trash, so that a later import knows who it was.
    """

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
    middle_name = TextField(default="")
    suffix = TextField(default="")
    pronouns = TextField(default="")
    seniority = TextField(default="")
    location = TextField(default="")
    time_zone = TextField(default="")
    remarks = TextField(default="")
    in_touch_on = TextField(null=True)
    referrer = ForeignKeyField("self", null=True, on_delete="SET NULL")
    merged_into = ForeignKeyField("self", null=True, on_delete="SET NULL")
    card_uid = TextField(null=True)
    contact_on = TextField(null=True)


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


class Link(Model):
    """One address on the web of a contact."""

    id = AutoField()
    contact = ForeignKeyField(Contact, on_delete="CASCADE")
    address = TextField()
    place = IntegerField()


class School(Model):
    """One school that a contact went to."""

    id = AutoField()
    contact = ForeignKeyField(Contact, on_delete="CASCADE")
    name = TextField()
    place = IntegerField()


class PastEmployer(Model):
    """One organization that a contact worked at before."""

    id = AutoField()
    contact = ForeignKeyField(Contact, on_delete="CASCADE")
    name = TextField()
    place = IntegerField()

    class Meta:
        table_name = "past_employer"


class Photo(Model):
    """A contact's picture, small and square, as JPEG."""

    contact = ForeignKeyField(Contact, primary_key=True, on_delete="CASCADE")
    image = BlobField()


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


class JobChange(Model):
    """A change of position or organization that an import told of at `seen_at` (UTC, ISO 8601)."""

    id = AutoField()
    contact = ForeignKeyField(Contact, on_delete="CASCADE")
    seen_at = TextField()
    old_position = TextField()
    old_organization = TextField()
    new_position = TextField()
    new_organization = TextField()
    looked_at = IntegerField(default=0)

    class Meta:
        table_name = "job_change"


class Direction(Model):
    """A career that the user explores, called as they like.

    `kept` is 1 for one that stays also when nobody on the short list has it any more.
    """

    id = AutoField()
    name = TextField(unique=True, constraints=[SQL("COLLATE NOCASE")])
    kept = IntegerField(default=0)


class ShortList(Model):
    """Somebody the user wants to talk to, why, and how much (0 to 3)."""

    contact = ForeignKeyField(Contact, primary_key=True, on_delete="CASCADE")
    reason = TextField()
    direction = ForeignKeyField(Direction, null=True, on_delete="SET NULL")
    motivation = IntegerField()
    added_at = TextField()

    class Meta:
        table_name = "short_list"


class DistinctContact(Model):
    """Two people who are not the same, as the user said; the lower id comes first."""

    first = ForeignKeyField(Contact, on_delete="CASCADE")
    second = ForeignKeyField(Contact, on_delete="CASCADE")

    class Meta:
        table_name = "distinct_contact"
        primary_key = False


class DistinctOrganization(Model):
    """Two organizations that are not the same, as the user said; the lower id comes first."""

    first = ForeignKeyField(Organization, on_delete="CASCADE")
    second = ForeignKeyField(Organization, on_delete="CASCADE")

    class Meta:
        table_name = "distinct_organization"
        primary_key = False


class Profile(Model):
    """What the user says of themselves; one row, or none. Schools and employers have commas between."""

    id = IntegerField(primary_key=True)
    seniority = TextField()
    schools = TextField()
    past_employers = TextField()


class Weight(Model):
    """How much a factor of the ranking counts, where the user has changed it."""

    factor = TextField(primary_key=True)
    value = IntegerField()


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
