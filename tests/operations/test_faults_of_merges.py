"""Merged over and over, edited afterwards, read again: nothing is lost, and each step goes back exactly."""

import random

from infoview_desktop.domain.merge import Side
from infoview_desktop.operations import contacts, merges, organizations, short_list
from infoview_desktop.store.reads import organizations as reads
from tests.book import connection


def test_six_people_merged_into_one_in_any_order_come_apart_again(book):
    ids = [book.add(f"P{n} Q", organization=f"O{n}", emails=f"{n}@x.org", tag_names=f"a, t{n}") for n in range(6)]
    for contact_id in ids:
        contacts.edit(book.store, contact_id=contact_id, field="remarks", text=f"told {contact_id}")
    short_list.want_to_talk_to(book.store, contact_ids=ids[1:4], direction="data", reason="why")
    states, left, draw = [book.rows()], list(ids), random.Random(3)  # noqa: S311 - nothing secret
    while len(left) > 1:
        kept_id, other_id = draw.sample(left, 2)
        left.remove(other_id)
        merges.merge(book.store, kept_id=kept_id, other_id=other_id, choices={"organization": Side.OTHER})
        states.append(book.rows())
    assert book.findings() == []
    (remarks,) = (text for (text,) in book.read.rows("SELECT remarks FROM contact WHERE trashed_at IS NULL"))
    assert all(f"told {contact_id}" in remarks for contact_id in ids)
    assert book.read.value("SELECT count(*) FROM email WHERE contact_id = ?", left) == len(ids)
    book.edit(left[0], "remarks", "edited since")
    book.undo()
    for before in reversed(states[:-1]):
        book.undo()
        assert book.rows() == before
    for after in states[1:]:
        book.redo()
        assert book.rows() == after
    assert book.findings() == []


def test_an_export_that_names_what_was_merged_twice_and_renamed_changes_nothing(book):
    told = [
        connection("Ana Ruiz", organization="Acme Inc"),
        connection("Bo Chen", organization="ACME"),
        connection("Zed Li", organization="Acme GmbH"),
    ]
    book.take_in(told)
    ids = {name: number for number, name in book.read.rows("SELECT id, name FROM organization")}
    organizations.merge(book.store, organization_id=ids["Acme Inc"], into_id=ids["ACME"])
    organizations.merge(book.store, organization_id=ids["ACME"], into_id=ids["Acme GmbH"])
    organizations.edit(book.store, organization_id=ids["Acme GmbH"], field="name", text="Acme World")
    before = book.rows()
    assert book.take_in(told).same == 3
    assert book.rows() == before
    book.take_in([connection("Mei Wang", organization="Acme Inc")])
    assert [name for (name,) in book.read.rows("SELECT name FROM organization")] == ["Acme World"]
    organizations.delete(book.store, organization_id=ids["Acme GmbH"])
    book.take_in(told)
    assert book.findings() == []
    while book.read.value("SELECT count(*) FROM history WHERE NOT undone"):
        book.undo()
    assert (book.count("contact"), book.findings()) == (0, [])


def test_a_name_that_went_with_a_merge_is_known_in_other_capitals_too(book):
    first, second = (organizations.add(book.store, names=name).value.first_id for name in ("Acme Inc", "Fjord Labs"))
    organizations.merge(book.store, organization_id=first, into_id=second)
    assert organizations.add(book.store, names="ACME  inc").value.new == 0
    assert reads.called(book.read, name="acme inc") == second
