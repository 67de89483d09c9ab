"""The check finds what is wrong, whoever spoilt it."""

import pytest

from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.store.folding import offer_fold
from tests.book import behind_its_back


@pytest.fixture
def spoil(book):
    """Run SQL on a book with two people, as only a bug or another program would."""
    book.add("Ana Ruiz", organization="Oxfam", tag_names="alumni")
    book.add("Łukasz Øberg")

    def spoil(sql):
        with behind_its_back(book.directory / FILE_NAME) as other:
            offer_fold(other)
            other.execute(sql).fetchall()
        return book.findings()

    return spoil


def test_a_sound_book_has_no_findings(book):
    assert book.findings() == []


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        ("UPDATE contact SET position = 'Nurse' WHERE id = 1", "The search index is wrong for 1 person."),
        ("UPDATE contact SET trashed_at = created_at", "The search index is wrong for 2 people."),
        ("DELETE FROM contact_search", "The search index is wrong for 2 people."),
        (
            "INSERT INTO contact_tag VALUES (2, 77)",
            "A row of contact_tag refers to a tag that is not there.",
        ),
        (
            "DELETE FROM organization",
            "A row of contact refers to a organization that is not there.",
        ),
        (
            "INSERT INTO contact_fts (contact_fts) VALUES ('delete-all')",
            "The search index does not find all words.",
        ),
        (
            "INSERT INTO contact_fts (rowid, name) VALUES (1, 'nobody')",
            "The search index does not find all words.",
        ),
        ("UPDATE contact SET source = 'stars'", "A row of contact has the source “stars”, which is none."),
        (
            (
                "INSERT INTO touch (contact_id, kind, answer, at, time_zone, words)"
                " VALUES (1, 'shouted', '', '2026-06-07T12:00:00+00:00', 'UTC', '')"
            ),
            "A row of touch has the kind “shouted”, which is none.",
        ),
        (
            "INSERT INTO stage VALUES (1, 'married', '2026-06-07T12:00:00+00:00')",
            "A row of stage has the stage “married”, which is none.",
        ),
    ],
)
def test_what_was_spoilt_is_named(spoil, sql, finding):
    assert finding in spoil(sql)
