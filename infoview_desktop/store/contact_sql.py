"""What SQL puts together of a contact: the name of its parts, and everything it has several of."""

from __future__ import annotations

from types import MappingProxyType

NAME_PARTS = """
    {0}.given_name || iif({0}.middle_name = '', '', ' ' || {0}.middle_name) || ' ' || {0}.family_name
    || iif({0}.suffix = '', '', ' ' || {0}.suffix)"""
"""The parts of the name of the contact in the table that is put in, with a space too many where one is missing."""

NAME = f"trim({NAME_PARTS})"
"""The name as `domain.contact.full_name` has it."""

IN_TOUCH_ON = "max(coalesce(contact.in_touch_on, ''), coalesce(contact.contact_on, ''))"
"""When one was last in touch with the contact, as the user remembers it or as it was written down; "" for never."""

DUE_BY = "coalesce(date(follow_up.due_at, 'localtime'), follow_up.due_on)"
"""The day, where the user is, by which what is in the table `follow_up` has to be done; after it, it is late."""

DUE_ON = f"""
    coalesce((SELECT min({DUE_BY}) FROM follow_up
               WHERE contact_id = contact.id AND state = 'open' AND rule <> 'second_person'), '')"""  # noqa: S608 - constant text
"""The day by which the next has to be done with the contact in the table `contact` themselves."""

NOT_ASKED_YET = "NOT EXISTS (SELECT 1 FROM stage WHERE contact_id = {0}.id AND stage <> 'to_ask')"
"""Whether one could still ask the contact in the table that is put in."""

TO_BE_DONE = f"""
    (follow_up.rule <> 'second_person'
     OR EXISTS (SELECT 1 FROM contact AS other
                 WHERE other.organization_id = (SELECT organization_id FROM contact WHERE id = follow_up.contact_id)
                   AND other.id <> follow_up.contact_id AND other.trashed_at IS NULL
                   AND {NOT_ASKED_YET.format("other")}))"""  # noqa: S608 - constant text
"""Whether what is in the table `follow_up` can be done: there is nobody to ask second where nobody else is known."""

LIST_COLUMNS: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "emails": ("email", "address"),
        "phones": ("phone", "number"),
        "links": ("link", "address"),
        "schools": ("school", "name"),
        "past_employers": ("past_employer", "name"),
    }
)
"""Where each of `domain.contact.LISTS` is kept that has an order of its own: the table, and the column of the value."""

_TAGS = """
    (SELECT json_group_array(tag.name ORDER BY tag.name)
       FROM contact_tag JOIN tag ON tag.id = tag_id WHERE contact_id = contact.id)"""


def json_list(name: str) -> str:
    """One of `domain.contact.LISTS` of the contact in the table `contact`, as JSON."""
    if name == "tags":
        return _TAGS
    table, column = LIST_COLUMNS[name]
    return f"(SELECT json_group_array({column} ORDER BY place) FROM {table} WHERE contact_id = contact.id)"  # noqa: S608 - own tables
