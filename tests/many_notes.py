"""Believable notes by the thousand, on the people of a book, as somebody has them who has written for years."""

import random
from datetime import UTC, datetime, timedelta

from infoview_desktop.store import index
from infoview_desktop.store.store import Store

_WORDS = (
    "the of and to in a is that for it was on with as they at from this by are not have but work about people she he"
    " said team data what which how who more when time year budget months grant first job also think project skill"
    " course statistics SQL writing policy field office donor report salary interview advice network career move"
    " statisticians reporting analysts nonprofit consulting strategy evaluation learning manager director hiring"
    " Lisbon Nairobi Lima Łódź Zürich Québec São Paulo remote travel family visa language Spanish French Arabic"
    " honest curious patient careful open small large early late before after never always often maybe question"
    " answer story example mistake surprise contradiction decision trust mission values culture pressure support"
)
_TAGS = ("sql", "nonprofit", "advice", "pay", "culture", "statistics", "grants", "career-change", "mission", "skills")
_LENGTHS = (8, 15, 30, 60, 120)
_KINDS = ("contact",) * 7 + ("organization", "interview", "")
_ABOUT = ("contact", "organization", "interview")
_SEED = 20_260_607
_FIRST = datetime(2023, 1, 2, 8, tzinfo=UTC)


def write_notes(store: Store, count: int) -> None:
    """Write so many notes about people, organizations and interviews of the book, or about nothing; nothing to undo."""
    chance = random.Random(_SEED)  # noqa: S311 - the same each time, and no secret
    words = _WORDS.split()
    weights = [1 / (place + 3) for place in range(len(words))]
    with store.unrecorded() as transaction:
        ids = {
            table: [one for (one,) in transaction.connection.execute(f"SELECT id FROM {table}")]  # noqa: S608 - its own
            for table in _ABOUT
        }
        rows = []
        for number in range(count):
            kind = chance.choice(_KINDS)
            text = " ".join(chance.choices(words, weights, k=chance.choice(_LENGTHS))).capitalize()
            tag = f" #{chance.choice(_TAGS)}" if chance.random() < 1 / 3 else ""
            moment = (_FIRST + timedelta(minutes=15 * number)).isoformat(timespec="seconds")
            about = [chance.choice(ids[each]) if each == kind and ids[each] else None for each in _ABOUT]
            rows.append((*about, f"{text[:40]}\n{text}{tag}.", moment, moment))
        transaction.connection.executemany(
            "INSERT INTO note (contact_id, organization_id, interview_id, text, created_at, changed_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )
        index.rebuild(transaction.connection)
