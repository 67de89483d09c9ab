"""Finding conversations: with whom, where, in which direction, by what was written on them, and after every change."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import exports, interviews, merges, short_list, trash
from infoview_desktop.store import history, search
from infoview_desktop.store.database import FILE_NAME
from infoview_desktop.store.folding import offer_fold
from infoview_desktop.store.reads import found_interviews
from tests.book import Book, behind_its_back
from tests.notes import write_note

NOON = datetime(2026, 6, 7, 12, tzinfo=UTC)


def talk(book: Book, *contact_ids: int, days: float | None, place: str = "", direction: str = "") -> int:
    """Agree on a conversation in so many days from now, or on no time yet."""
    return interviews.add(
        book.store,
        contact_ids=contact_ids,
        starts_at=None if days is None else NOON + timedelta(days=days),
        time_zone="UTC",
        place=place,
        direction=direction,
    ).value


def found(book: Book, typed: str, limit: int = 9) -> list[str]:
    """With whom and where they are, in their order."""
    them = found_interviews.latest(book.read, typed=typed, limit=limit)
    return [f"{one.people.text} · {one.place.text}" for one in them]


@pytest.fixture
def talks(book):
    """Three conversations, on one of which is a note."""
    ana, lukasz = book.add("Ana Ruiz", organization="Oxfam"), book.add("Łukasz Øberg")
    talk(book, ana, days=2, place="https://meet.example/abc", direction="Nursing")
    talk(book, lukasz, days=9, place="Café Zürich", direction="Data for good")
    both = talk(book, ana, lukasz, days=-30, place="+46 70 123")
    write_note(book, "What they said\nThe stipend is paid late. Ask about it.", interview_id=both)
    write_note(book, "On stipends", contact_id=ana)
    return book


ONE, TWO, BOTH = (
    "Ana Ruiz · https://meet.example/abc",
    "Łukasz Øberg · Café Zürich",
    "Ana Ruiz, Łukasz Øberg · +46 70 123",
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ana", [ONE, BOTH]),
        ("oberg", [TWO, BOTH]),
        ("ana luk", [BOTH]),
        ("name:ana", [ONE, BOTH]),
        ("with:luk", [TWO, BOTH]),
        ("zurich", [TWO]),
        ("cafe", [TWO]),
        ("meet", [ONE]),
        ("123", [BOTH]),
        ("nurs", [ONE]),
        ("data good", [TWO]),
        ("ana nursing", [ONE]),
        ("ana zurich", []),
        ("stip", [BOTH]),
        ("ana stipend", [BOTH]),
        ("ruiz meet", [ONE]),
        ("position:ana", []),
        ("rich", []),
        ("", []),
    ],
)
def test_conversations_are_found_by_what_is_typed_the_latest_first(talks, typed, expected):
    assert found(talks, typed) == expected


def test_what_was_looked_for_is_marked_where_it_stands(talks):
    (one,) = found_interviews.latest(talks.read, typed="ana nursing", limit=9)
    assert (one.people.parts, one.place.parts, one.direction.parts, one.written.text) == (((0, 3),), (), ((0, 7),), "")
    (other,) = found_interviews.latest(talks.read, typed="stipend", limit=9)
    assert other.written.text == "The stipend is paid late. Ask about it."
    assert other.written.parts == ((4, 11),)
    assert (other.starts_at, other.state) == (NOON - timedelta(days=30), InterviewState.SCHEDULED)


def test_of_many_the_latest_are_found_whether_by_their_own_words_or_by_a_note(talks):
    for number in range(20):
        talk(talks, 1, days=100 + number, place=f"Room {number}")
    assert found(talks, "ana", limit=2) == ["Ana Ruiz · Room 19", "Ana Ruiz · Room 18"]
    assert len(found(talks, "room")) == 9


def test_one_without_a_time_is_found_by_when_it_was_written_down(talks):
    talks.clock.now = NOON
    talk(talks, 1, days=None, place="Somewhere")
    assert found(talks, "ana") == [ONE, "Ana Ruiz · Somewhere", BOTH]


def test_the_index_follows_every_change_and_every_step_back(talks):
    def sql(statement, *values):
        with talks.store.transaction(Phrase("Change")) as transaction:
            transaction.connection.execute(statement, values).fetchall()

    def state(interview_id):
        return lambda: interviews.change_state(talks.store, interview_id=interview_id, state=InterviewState.CANCELLED)

    bo = talks.add("Bo Chen")
    changes = [
        (lambda: sql("UPDATE interview SET place = 'Library' WHERE id = 1"), "library", "meet"),
        (lambda: sql("UPDATE interview SET starts_at = '2027-01-01T00:00:00+00:00' WHERE id = 3"), "ana", None),
        (lambda: talks.edit(1, "given_name", "Łucja"), "lucja", "ana"),
        (lambda: sql("UPDATE direction SET name = 'Médecine' WHERE name = 'Nursing'"), "medecine", "nursing"),
        (lambda: sql("UPDATE interview SET direction_id = NULL WHERE id = 2"), None, "data"),
        (lambda: sql("INSERT INTO interview_person VALUES (2, ?)", bo), "bo", None),
        (lambda: talk(talks, bo, days=1, place="Harbour"), "harbour", None),
        (state(2), "oberg", None),
        (lambda: interviews.delete(talks.store, interview_id=1), None, "library"),
        (lambda: short_list.want_to_talk_to(talks.store, contact_ids=[bo], direction="Data for good"), None, None),
        (lambda: merges.merge(talks.store, kept_id=bo, other_id=2, choices={}), None, None),
        (lambda: talks.delete(bo), None, "harbour"),
    ]
    for change, gained, lost in changes:
        for step in (change, talks.undo, talks.redo):
            step()
            assert talks.findings() == []
        assert not gained or found(talks, gained)
        assert not lost or found(talks, lost) == []


class TestTheTrash:
    def test_hides_who_is_in_it_and_what_was_agreed_with_them_alone(self, talks):
        talks.delete(1)
        assert found(talks, "meet") == []
        assert found(talks, "oberg") == [TWO, "Łukasz Øberg · +46 70 123"]
        talks.delete(2)
        assert found(talks, "zurich") == found(talks, "123") == found(talks, "stipend") == []
        talks.undo()
        talks.undo()
        assert found(talks, "ana") == [ONE, BOTH]

    def test_takes_them_along_when_it_is_emptied(self, talks):
        talks.delete(1, 2)
        trash.erase_all(talks.store)
        assert talks.findings() == []


@pytest.mark.parametrize("many", [0, 10**9])
def test_a_change_of_more_than_can_be_named_leaves_it_right(talks, monkeypatch, many):
    """The index is then not followed row by row."""
    monkeypatch.setattr(history, "_MANY_BYTES", many)
    monkeypatch.setattr(history, "_MANY_ROWS", 1)
    monkeypatch.setattr(search, "BULK", 1)
    for step in (
        lambda: talks.edit(1, "given_name", "Łucja"),
        lambda: talk(talks, 1, days=4, place="Harbour"),
        lambda: talks.delete(1, 2),
        talks.undo,
        talks.undo,
        talks.undo,
        talks.redo,
    ):
        step()
        assert talks.findings() == []


def test_what_an_export_brings_back_is_found(talks, tmp_path):
    exports.export(talks.read, path=tmp_path / "book.json", file_format="json", progress=Progress())
    with Book(tmp_path / "other") as other:
        exports.read_json(other.store, path=tmp_path / "book.json", progress=Progress())
        assert found(other, "ana") == [ONE, BOTH]
        assert other.findings() == []


def test_times_that_mean_nothing_and_huge_ids_do_no_harm(book):
    ana = book.add()
    for number, moment in ((5, "soon"), (2**52, ""), (6, "9999-12-31T23:59:59+00:00"), (7, "1066-10-14")):
        with book.store.transaction(Phrase("Import")) as transaction:
            transaction.connection.execute(
                "INSERT INTO interview (id, starts_at, time_zone, minutes, medium, place, state, state_at, created_at)"
                " VALUES (?1, NULL, 'UTC', 20, 'video', 'Room', 'asked', ?2, ?2)",
                (number, moment),
            )
            transaction.connection.execute("INSERT INTO interview_person VALUES (?, ?)", (number, ana))
    index = book.read.rows("SELECT interview_id FROM interview_search ORDER BY moment DESC")
    assert (index[0], len(index)) == ((6,), 4)
    assert book.findings() == []


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    with Book(tmp_path_factory.mktemp("one")) as book:
        talk(book, book.add(), days=1, place="Oxfam", direction="Nursing")
        yield book


@given(st.text() | st.from_regex(r'(?:[a-z]+:)?"?[*^"():{}+-]*[a-z\0]*(?: (?:AND|OR|NOT|NEAR) ?)*"?'))
def test_nothing_that_can_be_typed_breaks_the_search(one, typed):
    assert len(found(one, typed)) <= 1


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        ("UPDATE interview SET place = 'Elsewhere' WHERE id = 1", "wrong for 1 interview."),
        ("UPDATE contact SET given_name = 'Mia' WHERE id = 1", "wrong for 2 interviews."),
        ("UPDATE direction SET name = 'Law' WHERE name = 'Nursing'", "wrong for 1 interview."),
        ("DELETE FROM interview_search", "wrong for 3 interviews."),
        ("INSERT INTO interview_fts (interview_fts) VALUES ('delete-all')", "does not find all words."),
        ("INSERT INTO interview_fts (rowid, place) VALUES (1, 'nowhere')", "does not find all words."),
    ],
)
def test_the_check_finds_what_was_spoilt(talks, sql, finding):
    with behind_its_back(talks.directory / FILE_NAME) as other:
        offer_fold(other)
        other.execute(sql).fetchall()
    assert any(finding in told for told in talks.findings())
