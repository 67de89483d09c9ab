"""The people of another address book taken into this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from infoview_desktop.domain.card import same_uid
from infoview_desktop.domain.card_import import CardPlan, plan
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations.planning import replan_concerned
from infoview_desktop.store.reads import contacts
from infoview_desktop.store.reads.cards import known_people
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.store import Transaction
from infoview_desktop.store.writes import cards
from infoview_desktop.system.vcard import CardsFile


def planned(reader: Reader, file: CardsFile, names: Mapping[str, str], progress: Progress) -> CardPlan:
    """Decide what becomes of each card; `names` are those of organizations that have another one in the book.

    Raises:
        Cancelled: the user stopped it.
    """
    told = [
        replace(card, organization=names[card.organization]) if card.organization in names else card
        for card in file.cards
    ]
    return plan(told, known_people(reader), cancelled=progress.cancelled)


def store(transaction: Transaction, plan_made: CardPlan, progress: Progress) -> None:
    """Do what was planned.

    Raises:
        Cancelled: the user stopped it.
    """
    ids: dict[str, int] = {}
    if any(card.referrer for card in plan_made.new):
        for person in known_people(Reader(transaction.connection)):
            ids |= {same_uid(uid): person.contact_id for uid in (person.card.uid, person.uid) if uid}
    count = len(plan_made.new)
    newest = contacts.newest(Reader(transaction.connection))
    ids |= cards.add(transaction, plan_made.new, progress=lambda done: progress.reached(done / count))
    cards.refer(transaction, plan_made.new, ids)
    cards.update(transaction, plan_made.updated)
    cards.remember(transaction, plan_made.uids)
    new = range(newest + 1, contacts.newest(Reader(transaction.connection)) + 1)
    replan_concerned(transaction, [*new, *(one.contact_id for one in plan_made.updated)])
