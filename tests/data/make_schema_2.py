"""Write schema-2.sqlite3.xz: a book of the second schema, as that release left it.

Run it only while schema 2 is unreleased: `python -m tests.data.make_schema_2`.
"""

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import (
    merges,
    organizations,
    profile,
    put_aside,
    selections,
    settings,
    short_list,
    weights,
)
from tests.book import Book, connection
from tests.data import released


def fill(book: Book) -> None:
    """Do something of every kind, so that no table is empty; the last step is undone."""
    told = [
        connection("Łukasz Øberg", organization="Fjord Labs", position="Analyst", email="l@example.org"),
        connection("Mei 王", organization="Fjord Labs Ltd", position="Nurse", credentials="PhD"),
        connection("Ivan Петров", organization="Harbor & Sons", connected_on=None, linkedin=None),
        connection("Łukasz Oberg", organization="Fjord Labs", linkedin="lukasz-2"),
    ]
    book.take_in(told)
    book.take_in([connection("Mei 王", organization="Fjord Labs Ltd", position="Head Nurse", credentials="PhD")])
    ana = book.add("Ana Ruiz", organization="Oxfam", emails="ana@example.org, a@example.net", tag_names="alumni")
    for field, text in {
        "middle_name": "María",
        "phones": "+34 600 000 000",
        "links": "https://example.org/ana",
        "schools": "ESAN",
        "past_employers": "Acme",
        "referrer": "Mei 王",
        "time_zone": "America/Lima",
        "remarks": "one\ntwo",
    }.items():
        book.edit(ana, field, text)
    with book.store.transaction(Phrase("Photo")) as transaction:
        transaction.connection.execute("INSERT INTO photo VALUES (?, ?)", (ana, b"\xff\xd8\xff\xe0 no real picture"))
    merges.merge(book.store, kept_id=1, other_id=4, choices={})
    merges.tell_apart(book.store, first_id=1, second_id=2)
    ids = dict(book.read.rows("SELECT name, id FROM organization"))
    organizations.set_target(book.store, organization_id=ids["Oxfam"], target=True)
    organizations.merge(book.store, organization_id=ids["Fjord Labs Ltd"], into_id=ids["Fjord Labs"])
    organizations.tell_apart(book.store, organization_id=ids["Oxfam"], other_id=ids["Harbor & Sons"])
    short_list.want_to_talk_to(book.store, contact_ids=[ana], direction="Data for good", reason="Did what I want")
    profile.edit(book.store, field="schools", text="ESAN")
    weights.weigh(book.store, factor="school", value=5)
    book.delete(3)
    selections.put_tags_on(book.store, contact_ids=[1, 2], tag_names="data")
    book.undo()
    settings.remember(book.store, values={"scheme": "dark"})
    put_aside.put(book.store, place="contact/1/position", text="Senior Ana")


if __name__ == "__main__":
    released.keep(2, fill)
