"""Cards of other address books read again after two people were made one."""

from dataclasses import replace

import pytest

from infoview_desktop.domain.card import Card
from infoview_desktop.operations import merges
from tests.book import connection

ANA = Card(uid="ana's", given_name="Ana", family_name="Ruiz", position="Nurse", emails=("ana@example.org",))
ANNA = Card(uid="anna's", given_name="Anna", family_name="Ruiz Paz", organization="Oxfam", phones=("+34 600 111 222",))


@pytest.mark.parametrize("ids", [(1, 2), (2, 1)])
@pytest.mark.parametrize("second", [ANNA, connection("Anna Ruiz Paz")], ids=["card", "member"])
def test_nobody_comes_back_and_nothing_changes(book, ids, second):
    file = [ANA, second] if isinstance(second, Card) else [ANA]
    book.take_in_cards(file)
    if not isinstance(second, Card):
        book.take_in([second])
    merges.merge(book.store, kept_id=ids[0], other_id=ids[1], choices={})
    before = book.rows()
    accounting = book.take_in_cards(file)
    assert (accounting.new, accounting.updated) == (0, 0)
    assert book.rows() == before
    assert book.names("ruiz") == [book.names()[0]]


@pytest.mark.parametrize("ids", [(1, 2), (2, 1)])
@pytest.mark.parametrize("turned", [False, True])
def test_nor_where_the_cards_have_addresses_alone(book, ids, turned):
    file = [replace(ANA, uid=""), replace(ANNA, uid="", emails=("anna@example.org",))]
    book.take_in_cards(file)
    merges.merge(book.store, kept_id=ids[0], other_id=ids[1], choices={})
    before = book.rows()
    accounting = book.take_in_cards(reversed(file) if turned else file)
    assert (accounting.new, accounting.updated) == (0, 0)
    assert book.rows() == before


def test_somebody_else_at_the_same_address_is_new(book):
    office = "office@example.org"
    book.take_in_cards([replace(ANA, emails=(office,)), replace(ANNA, emails=(office,))])
    merges.merge(book.store, kept_id=1, other_id=2, choices={})
    zoe = Card(uid="zoe's", given_name="Zoë", family_name="Żak", emails=(office,))
    assert book.take_in_cards([ANA, ANNA, zoe]).new == 1
