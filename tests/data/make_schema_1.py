"""Write schema-1.sqlite3.xz: a book of the first schema, as that release left it.

Run it only while schema 1 is unreleased: `python -m tests.data.make_schema_1`.
"""

from infoview_desktop.operations import put_aside, settings
from tests.book import Book, connection
from tests.data import released


def fill(book: Book) -> None:
    """Do something of every kind, so that no table is empty; the last step is undone."""
    book.take_in(
        [
            connection("Łukasz Øberg", organization="Fjord Labs", position="Analyst", email="l@example.org"),
            connection("Mei 王", organization="Fjord Labs", position="Nurse", credentials="PhD"),
            connection("Ivan Петров", organization="Harbor & Sons", connected_on=None, linkedin=None),
        ]
    )
    ana = book.add("Ana Ruiz", organization="Oxfam", emails="ana@example.org, a@example.net", tag_names="alumni")
    book.edit(ana, "phones", "+34 600 000 000")
    book.edit(1, "position", "Senior Analyst")
    book.delete(2)
    book.edit(ana, "tags", "alumni, mentor")
    book.undo()
    settings.remember(book.store, values={"scheme": "dark"})
    put_aside.put(book.store, place="contact/1/position", text="Senior Ana")


if __name__ == "__main__":
    released.keep(1, fill)
