"""The stories of people written out and read back."""

import json
from datetime import date, timedelta

import pytest

from infoview_desktop.domain.cadence import GENTLE
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.note import About
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.touch import Answer, TouchKind
from infoview_desktop.operations import (
    cadences,
    exports,
    follow_ups,
    interviews,
    keep_in_touch,
    notes,
    practice,
    short_list,
    touches,
)
from infoview_desktop.operations.planning import replan_everybody
from infoview_desktop.store.reads import follow_ups as due
from tests.book import Book

ZONE = "Asia/Kathmandu"


def export(book, path):
    exports.export(book.read, path=path, file_format="json", progress=Progress())


def read_json(book, path):
    return exports.read_json(book.store, path=path, progress=Progress())


@pytest.fixture
def told(tmp_path):
    """A book with something in every list of a story."""
    with Book(tmp_path / "told") as book:
        ana, bo = book.add("Ana Ruiz", organization="Oxfam", tag_names="friends"), book.add("Bo Chen")
        now = book.clock.now
        short_list.want_to_talk_to(book.store, contact_ids=[ana, bo], direction="Health")
        log = {"at": now, "time_zone": ZONE}
        touches.log(book.store, contact_id=ana, kind=TouchKind.ASKED, words="two\nlines", **log)
        later = {"answer": Answer.LATER, "until": date(2026, 9, 1)}
        touches.log(book.store, contact_id=bo, kind=TouchKind.REPLIED, **later, **log)
        talk = interviews.add(
            book.store, contact_ids=[ana, bo], starts_at=now + timedelta(days=9), time_zone=ZONE, direction="Law"
        ).value
        follow_ups.add(book.store, contact_id=bo, due_on=now.date(), reason="the book\nhe named")
        ids = [one.id for one in due.of_contact(book.read, bo)]
        follow_ups.skip(book.store, follow_up_id=ids[0], why="found it\nmyself")
        confirm = due.of_contact(book.read, ana)[0]
        follow_ups.snooze(book.store, follow_up_id=confirm.id, due_on=date(2026, 6, 12))
        for text in ("Said @Bo Chen", "Said more, @Bo Chen"):
            note_ids = [note_id for (note_id,) in book.read.rows("SELECT id FROM note")]
            notes.write(
                book.store,
                note_id=note_ids[0] if note_ids else None,
                about=About(interview_id=talk),
                text=text,
                mentions={"Bo Chen": bo},
            )
        keep_in_touch.choose(book.store, contact_ids=[bo], days=90)
        keep_in_touch.choose_for_tag(book.store, tag_name="friends", days=60)
        key = cadences.add(book.store, name="Mine").value
        cadences.edit(book.store, cadence=GENTLE)
        practice.edit(book.store, field="cadence", text=key)
        practice.edit(book.store, field="region", text="DE-BY")
        yield book


TABLES = (
    *("interview", "interview_person", "note", "note_version", "note_mention", "touch", "follow_up", "stage"),
    *("keep_in_touch", "tag_keep_in_touch", "cadence", "practice"),
)


def test_has_something_in_every_list_and_is_the_same_to_the_byte_after_being_read_back(told, book, tmp_path):
    assert all(told.count(table) for table in TABLES)
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    export(told, first)
    read_json(book, first)
    export(book, second)
    assert first.read_bytes() == second.read_bytes()
    assert book.rows() == told.rows()
    assert book.findings() == []


def test_what_was_read_back_is_planned_as_the_rules_say_with_the_holidays_of_the_region(told, book, tmp_path):
    export(told, tmp_path / "book.json")
    read_json(book, tmp_path / "book.json")
    before = book.rows()
    with book.store.transaction(Phrase("Once more")) as transaction:
        replan_everybody(transaction)
    assert book.rows() == before
    assert book.count("holiday") == told.count("holiday") > 0


def test_of_an_export_without_stages_the_people_on_the_short_list_are_to_ask(told, book, tmp_path):
    export(told, tmp_path / "book.json")
    content = json.loads((tmp_path / "book.json").read_text("utf-8"))
    for table in TABLES:
        del content[table]
    (tmp_path / "old.json").write_text(json.dumps(content), "utf-8")
    read_json(book, tmp_path / "old.json")
    assert {one.stage for one in due.stages(book.read, [1, 2]).values()} == {Stage.TO_ASK}


@pytest.mark.parametrize(
    "wrong",
    [
        ("touch", "kind", "shouted"),
        ("touch", "answer", "perhaps"),
        ("touch", "at", "yesterday"),
        ("touch", "at", "2026-06-07T12:00:00"),
        ("touch", "until", "2026-02-30"),
        ("interview", "state", "dreamt"),
        ("interview", "medium", "telepathy"),
        ("interview", "starts_at", "2026-06-07"),
        ("interview", "minutes", 10**12),
        ("follow_up", "rule", "nag"),
        ("follow_up", "state", "lost"),
        ("follow_up", "due_on", "soon"),
        ("follow_up", "moved_from", "then"),
        ("stage", "stage", "married"),
        ("stage", "since", ""),
        ("keep_in_touch", "days", 10**12),
        ("tag_keep_in_touch", "chosen_at", None),
        ("cadence", "unit", "moons"),
        ("cadence", "follow_up_days", 10**12),
        ("practice", "working_days", "0"),
        ("practice", "working_days", ""),
        ("practice", "day_starts", "25:00"),
        ("practice", "keep_in_touch_days", 10**12),
        ("short_list", "added_at", "once"),
        ("note", "changed_at", 5),
    ],
)
def test_what_makes_no_sense_is_refused_in_plain_words_and_nothing_is_stored(told, book, tmp_path, wrong):
    table, column, value = wrong
    export(told, tmp_path / "book.json")
    content = json.loads((tmp_path / "book.json").read_text("utf-8"))
    content[table][-1][column] = value
    (tmp_path / "bad.json").write_text(json.dumps(content), "utf-8")
    with pytest.raises(KnownError, match="not a book that InfoView wrote"):
        read_json(book, tmp_path / "bad.json")
    assert not any(book.rows().values())


def test_a_region_that_nobody_knows_yet_is_kept(told, book, tmp_path):
    export(told, tmp_path / "book.json")
    text = (tmp_path / "book.json").read_text("utf-8").replace("DE-BY", "MARS-1")
    (tmp_path / "mars.json").write_text(text, "utf-8")
    read_json(book, tmp_path / "mars.json")
    assert practice.top_up_holidays(book.store).changed == frozenset()
