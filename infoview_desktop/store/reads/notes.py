"""Notes one by one: what they say, said before, and whom they name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from infoview_desktop.domain.contact import work
from infoview_desktop.domain.note import About, Note
from infoview_desktop.store.contact_sql import NAME
from infoview_desktop.store.folding import fold
from infoview_desktop.store.reads.put_aside import NEW_NOTE_PLACES, NOTE_PLACES, put_aside
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.store.search import BEGINS

_KINDS = ("contact", "organization", "interview")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was being typed in a note: `note_id` is None for one that is new."""

    note_id: int | None
    about: About
    text: str
    mentions: dict[str, int]


@dataclass(frozen=True, slots=True)
class Version:
    """What a note said before: written at a moment (UTC), `length` characters long."""

    id: int
    written_at: datetime
    length: int


@dataclass(frozen=True, slots=True)
class Offered:
    """Somebody whom an `@` may mean."""

    id: int
    name: str
    work: str


def note(reader: Reader, note_id: int) -> Note | None:
    """A note; None where it is not in the book any more."""
    rows = reader.rows(
        "SELECT contact_id, organization_id, interview_id, text, created_at, changed_at FROM note WHERE id = ?",
        (note_id,),
    )
    if not rows:
        return None
    *about, text, created_at, changed_at = rows[0]
    return Note(
        note_id,
        About(*about),
        text,
        datetime.fromisoformat(created_at),
        datetime.fromisoformat(changed_at),
        mentions(reader, note_id),
    )


def mentions(reader: Reader, note_id: int) -> dict[str, int]:
    """Whom a note names: the contact's id by the words that stand after an `@`."""
    rows = reader.rows("SELECT words, contact_id FROM note_mention WHERE note_id = ?", (note_id,))
    return {words: contact_id for several, contact_id in rows for words in several.split("\n")}


def versions(reader: Reader, note_id: int) -> list[Version]:
    """What a note said before, the newest first, without the texts."""
    rows = reader.rows(
        "SELECT id, written_at, length(text) FROM note_version WHERE note_id = ? ORDER BY id DESC", (note_id,)
    )
    return [Version(version_id, datetime.fromisoformat(at), length) for version_id, at, length in rows]


def version_text(reader: Reader, version_id: int) -> str | None:
    """What a note said before; None where that is not kept any more."""
    text: str | None = reader.value("SELECT text FROM note_version WHERE id = ?", (version_id,))
    return text


def subject(reader: Reader, about: About) -> str:
    """What is called what a note is about: the person, the organization, the people of the interview."""
    if about.contact_id is not None:
        query = f"SELECT {NAME.format('contact')} FROM contact WHERE id = ?"  # noqa: S608 - constant text
        return str(reader.value(query, (about.contact_id,)) or "")
    if about.organization_id is not None:
        return str(reader.value("SELECT name FROM organization WHERE id = ?", (about.organization_id,)) or "")
    query = (
        f"SELECT group_concat({NAME.format('contact')}, ', ' ORDER BY contact.id)"  # noqa: S608 - constant text
        " FROM interview_person JOIN contact ON contact.id = contact_id WHERE interview_id = ?"
    )
    return str(reader.value(query, (about.interview_id,)) or "")


def present(reader: Reader, about: About) -> About:
    """What a note can be about now: who was merged is the kept person, and what is gone is left out."""
    return About(
        None if about.contact_id is None else _present_contact(reader, about.contact_id),
        reader.value("SELECT id FROM organization WHERE id = ?", (about.organization_id,)),
        reader.value("SELECT id FROM interview WHERE id = ?", (about.interview_id,)),
    )


def is_in_trash(reader: Reader, about: About) -> bool:
    """Whether the person whom a note is about was deleted."""
    query = "SELECT trashed_at IS NOT NULL FROM contact WHERE id = ?"
    return bool(reader.value(query, (about.contact_id,)))


def present_people(reader: Reader, people: dict[str, int]) -> dict[str, int]:
    """The same people as they are in the book now; those who are gone are left out."""
    found = {words: _present_contact(reader, contact_id) for words, contact_id in people.items()}
    return {words: contact_id for words, contact_id in found.items() if contact_id is not None}


def the_one_called(reader: Reader, *, name: str) -> int | None:
    """The id of the one person in the book who is called so, accents and case aside; None where they are not one."""
    folded = fold(" ".join(name.split()))
    query = (
        "SELECT contact.id FROM contact_search JOIN contact ON contact.id = contact_id"  # noqa: S608 - constant text
        f" WHERE {BEGINS} AND fold({NAME.format('contact')}) = ? LIMIT 2"
    )
    found = reader.rows(query, (folded, folded, folded))
    return found[0][0] if len(found) == 1 else None


def people_to_mention(reader: Reader, *, beginning: str, limit: int) -> list[Offered]:
    """People whose name begins so, and then those of whose names another word does; accents aside."""
    folded = fold(beginning.strip())
    by_name = f"SELECT contact_id FROM contact_search WHERE {BEGINS} ORDER BY name LIMIT ?"  # noqa: S608 - constant text
    ids = dict.fromkeys(chain(*reader.rows(by_name, (folded, folded, limit))))
    if len(ids) < limit and folded:
        by_word = "SELECT rowid FROM contact_fts WHERE contact_fts MATCH ? LIMIT ?"
        quoted = folded.replace('"', '""')
        ids |= dict.fromkeys(chain(*reader.rows(by_word, (f'name : "{quoted}" *', limit))))
    query = (
        f"SELECT contact.id, {NAME.format('contact')}, position, coalesce(organization.name, '')"  # noqa: S608 - constant text
        " FROM contact LEFT JOIN organization ON organization.id = organization_id"
        " WHERE contact.id IN (SELECT value FROM json_each(?))"
    )
    found = {
        row[0]: Offered(row[0], row[1], work(row[2], row[3])) for row in reader.rows(query, (json.dumps(list(ids)),))
    }
    return [found[one] for one in ids if one in found][:limit]


def tags_beginning(reader: Reader, *, beginning: str, limit: int) -> list[str]:
    """The #tags of notes that begin so, accents and case aside, by the alphabet."""
    # From one tag to the next, however many notes have each.
    query = (
        "WITH RECURSIVE found (folded) AS ("
        "  SELECT min(folded) FROM note_tag_search WHERE folded >= ?1 AND folded < ?1 || char(1114111)"
        "  UNION ALL SELECT (SELECT min(folded) FROM note_tag_search"
        "    WHERE folded > found.folded AND folded < ?1 || char(1114111))"
        "  FROM found WHERE folded IS NOT NULL LIMIT ?2)"
        " SELECT (SELECT name FROM note_tag_search WHERE folded = found.folded LIMIT 1)"
        "  FROM found WHERE folded IS NOT NULL"
    )
    return [name for (name,) in reader.rows(query, (fold(beginning), limit))]


def place_of(note_id: int | None, about: About) -> str:
    """Where what is being typed in a note is put aside."""
    if note_id is not None:
        return f"{NOTE_PLACES}{note_id}"
    for kind, number in zip(_KINDS, (about.contact_id, about.organization_id, about.interview_id), strict=True):
        if number is not None:
            return f"{NEW_NOTE_PLACES}{kind}/{number}"
    return f"{NEW_NOTE_PLACES}free"


def typed(reader: Reader, *, place: str) -> Typed | None:
    """What was put aside at a place; None where nothing is."""
    text = put_aside(reader, prefix=place).get("")
    if text is None:
        return None
    people, _, said = text.partition("\n")
    mentioned = {str(words): int(contact_id) for words, contact_id in json.loads(people).items()}
    if place.startswith(NOTE_PLACES):
        note_id = int(place.removeprefix(NOTE_PLACES))
        known = note(reader, note_id)
        return Typed(note_id if known else None, known.about if known else About(), said, mentioned)
    kind, _, number = place.removeprefix(NEW_NOTE_PLACES).partition("/")
    about = About(**{f"{kind}_id": int(number)}) if number else About()
    return Typed(None, about, said, mentioned)


def put_aside_text(text: str, people: dict[str, int]) -> str:
    """What is being typed, as it is put aside: whom it names on a line of its own before it."""
    return f"{json.dumps(people, ensure_ascii=False)}\n{text}"


def interrupted_places(reader: Reader) -> list[str]:
    """Where something was being typed in a note when the program ended without being asked to."""
    return [f"{prefix}{rest}" for prefix in (NOTE_PLACES, NEW_NOTE_PLACES) for rest in put_aside(reader, prefix=prefix)]


def _present_contact(reader: Reader, contact_id: int) -> int | None:
    """Somebody, perhaps in the trash; who was merged into another is that one."""
    found = reader.value("SELECT coalesce(merged_into_id, id) FROM contact WHERE id = ?", (contact_id,))
    return None if found is None else int(found)
