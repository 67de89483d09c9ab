"""The short list: putting people on it, what is said of them, and how it is ordered."""

from datetime import date
from typing import Any

import pytest

from infoview_desktop.domain.contact import Source
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations import directions, profile, short_list, weights
from infoview_desktop.store.reads import directions as direction_reads
from infoview_desktop.store.reads import profile as profile_reads
from infoview_desktop.store.reads import short_list as reads
from infoview_desktop.store.reads.weights import changed_weights
from tests.book import Book, connection

TODAY = date(2026, 6, 7)


def want(book: Book, *contact_ids: int, **fields: Any) -> str:
    """Put people on the list; what is said then."""
    return str(short_list.want_to_talk_to(book.store, contact_ids=contact_ids, **fields).said)


def edit(book: Book, contact_id: int, field: str, text: str) -> None:
    short_list.edit(book.store, contact_id=contact_id, field=field, text=text)


def listed(book: Book) -> list[str]:
    """Everybody on the list in its order, with motivation, direction and reason."""
    return [
        f"{one.candidate.name}, {one.candidate.motivation}, {one.candidate.direction}, {one.note}"
        for one in reads.short_list(book.read, today=TODAY)
    ]


def named(book: Book) -> dict[str, int]:
    return {direction.name: direction.people for direction in direction_reads.directions(book.read)}


@pytest.fixture
def ana(book: Book) -> int:
    return book.add("Ana Ruiz", position="Analyst", organization="Oxfam")


@pytest.fixture
def bo(book: Book) -> int:
    return book.add("Bo Chen")


class TestWanting:
    def test_puts_a_person_on_the_list_with_a_reason_and_a_direction(self, book, ana):
        assert (
            want(book, ana, direction=" Data  for good", reason="Wrote about cash\n") == "Ana Ruiz is on the short list"
        )
        assert listed(book) == ["Ana Ruiz, 2, Data for good, Wrote about cash"]

    def test_puts_several_on_it_in_one_step(self, book, ana, bo):
        assert want(book, ana, bo, direction="Data", motivation=1) == "2 people are on the short list"
        assert listed(book) == ["Ana Ruiz, 1, Data, ", "Bo Chen, 1, Data, "]
        assert str(book.undo()) == "Want to talk to 2 people"
        assert listed(book) == []
        assert named(book) == {}

    def test_leaves_alone_who_is_on_it_already(self, book, ana, bo):
        want(book, ana, motivation=3)
        assert want(book, ana, bo, motivation=1) == "Bo Chen is on the short list"
        assert listed(book) == ["Ana Ruiz, 3, , ", "Bo Chen, 1, , "]
        assert want(book, ana) == "Ana Ruiz is on the short list already"
        assert want(book, ana, bo) == "All 2 are on the short list already"

    def test_a_person_who_is_gone_cannot_be_put_on_it(self, book, ana, bo):
        book.delete(ana)
        with pytest.raises(KnownError, match="no longer in the book"):
            want(book, ana)
        assert want(book, ana, bo, 99) == "Bo Chen is on the short list"

    def test_there_are_four_motivations(self, book, ana):
        for motivation in (-1, 4):
            with pytest.raises(KnownError):
                want(book, ana, motivation=motivation)

    @pytest.mark.usefixtures("bo")
    def test_can_be_found_by_the_filter(self, book, ana):
        want(book, ana)
        assert book.names("is:shortlist") == ["Ana Ruiz"]
        short_list.take_off(book.store, contact_ids=[ana])
        assert book.names("is:shortlist") == []


class TestTakingOff:
    def test_leaves_the_person_in_the_book(self, book, ana, bo):
        want(book, ana, bo, direction="Data")
        said = short_list.take_off(book.store, contact_ids=[ana]).said
        assert str(said) == "Ana Ruiz is off the short list"
        assert listed(book) == ["Bo Chen, 2, Data, "]
        assert book.names() == ["Ana Ruiz", "Bo Chen"]

    def test_lets_go_of_the_direction_of_the_last(self, book, ana, bo):
        want(book, ana, bo, direction="Data")
        short_list.take_off(book.store, contact_ids=[ana])
        assert named(book) == {"Data": 1}
        short_list.take_off(book.store, contact_ids=[bo])
        assert named(book) == {}

    def test_who_is_not_on_it_cannot_be_taken_off(self, book, ana):
        with pytest.raises(KnownError, match="not on the short list"):
            short_list.take_off(book.store, contact_ids=[ana])


class TestEditing:
    def test_each_field_is_one_step(self, book, ana):
        want(book, ana)
        edit(book, ana, "reason", "First line\nsecond")
        edit(book, ana, "direction", "Data")
        edit(book, ana, "motivation", "3")
        assert listed(book) == ["Ana Ruiz, 3, Data, First line\nsecond"]
        assert str(book.undo()) == "Edit how much you want to talk to Ana Ruiz"
        assert str(book.undo()) == "Edit what you want to talk about with Ana Ruiz"
        assert str(book.undo()) == "Edit why you want to talk to Ana Ruiz"
        assert listed(book) == ["Ana Ruiz, 2, , "]

    def test_a_direction_nobody_has_any_more_is_let_go(self, book, ana):
        want(book, ana, direction="Daat")
        edit(book, ana, "direction", "Data")
        assert named(book) == {"Data": 1}
        edit(book, ana, "direction", "")
        assert named(book) == {}

    def test_a_direction_is_the_same_however_its_letters_are_written(self, book, ana, bo):
        want(book, ana, direction="Data")
        want(book, bo, direction="DATA")
        assert named(book) == {"Data": 2}

    def test_who_is_not_on_the_list_has_no_reason(self, book, ana):
        with pytest.raises(KnownError, match="not on the short list"):
            edit(book, ana, "reason", "x")

    @pytest.mark.parametrize("text", ["4", "-1", "", "much", "²"])
    def test_a_motivation_is_one_of_four(self, book, ana, text):
        want(book, ana)
        with pytest.raises(KnownError):
            edit(book, ana, "motivation", text)


class TestWhatHappensToPeople:
    def test_who_is_deleted_is_not_listed_and_comes_back_with_undo(self, book, ana):
        want(book, ana, direction="Data")
        book.delete(ana)
        assert listed(book) == []
        assert named(book) == {"Data": 0}
        book.undo()
        assert listed(book) == ["Ana Ruiz, 2, Data, "]

    def test_who_is_in_the_trash_keeps_their_direction(self, book, ana, bo):
        want(book, ana, bo, direction="Data")
        book.delete(ana)
        short_list.take_off(book.store, contact_ids=[bo])
        assert named(book) == {"Data": 0}

    def test_an_import_leaves_the_list_as_it_is(self, book):
        told = connection("Ana Ruiz", position="Analyst", organization="Oxfam")
        book.take_in([told])
        want(book, 1, direction="Data", reason="Why")
        book.take_in([connection("Ana Ruiz", position="Director of Data", organization="Acme")])
        (one,) = reads.short_list(book.read, today=TODAY)
        assert (one.note, one.candidate.position, one.candidate.organization) == ("Why", "Director of Data", "Acme")
        assert "Director of Data, close to your direction Data" in map(str, (r.phrase for r in one.ranking.reasons))


class TestDirections:
    def test_one_is_called_otherwise(self, book, ana):
        want(book, ana, direction="Daat")
        (one,) = direction_reads.directions(book.read)
        directions.rename_direction(book.store, direction_id=one.id, name="Data")
        assert listed(book) == ["Ana Ruiz, 2, Data, "]

    def test_two_of_one_name_become_one(self, book, ana, bo):
        want(book, ana, direction="Data")
        want(book, bo, direction="Daat")
        wrong = next(one for one in direction_reads.directions(book.read) if one.name == "Daat")
        directions.rename_direction(book.store, direction_id=wrong.id, name="data")
        assert named(book) == {"Data": 2}

    def test_its_letters_can_be_written_otherwise(self, book, ana):
        want(book, ana, direction="data")
        directions.rename_direction(book.store, direction_id=1, name="Data")
        assert named(book) == {"Data": 1}

    def test_one_taken_away_leaves_people_on_the_list(self, book, ana):
        want(book, ana, direction="Data")
        directions.remove_direction(book.store, direction_id=1)
        assert listed(book) == ["Ana Ruiz, 2, , "]
        with pytest.raises(KnownError, match="no longer"):
            directions.remove_direction(book.store, direction_id=1)

    def test_one_needs_a_name(self, book, ana):
        want(book, ana, direction="Data")
        with pytest.raises(KnownError, match="needs a name"):
            directions.rename_direction(book.store, direction_id=1, name=" ")

    def test_are_completed_from_the_beginning_of_any_word(self, book):
        profile.edit(book.store, field="directions", text="Data for good, Nursing")
        assert direction_reads.names(book.read, beginning="goo", limit=9) == ["Data for good"]
        assert direction_reads.names(book.read, beginning="ata", limit=9) == []

    def test_the_last_one_given_is_known(self, book, ana, bo):
        assert direction_reads.last_used(book.read) == ""
        want(book, ana, direction="Data")
        book.clock.advance(minutes=1)
        want(book, bo)
        assert direction_reads.last_used(book.read) == "Data"


class TestProfile:
    def test_each_field_is_a_step_and_is_read_back(self, book):
        for field, text in (
            ("directions", "Nursing, Data for good"),
            ("seniority", "senior"),
            ("schools", "ESAN;  MIT"),
            ("past_employers", "Acme"),
        ):
            profile.edit(book.store, field=field, text=text)
        told = profile_reads.profile(book.read)
        assert {name: field.as_text(told) for name, field in profile.EDITABLE.items()} == {
            "directions": "Data for good, Nursing",
            "seniority": "senior",
            "schools": "ESAN, MIT",
            "past_employers": "Acme",
        }
        for _ in range(4):
            book.undo()
        assert profile_reads.profile(book.read).is_empty

    def test_a_direction_the_user_named_stays_without_anybody(self, book, ana):
        profile.edit(book.store, field="directions", text="Data")
        want(book, ana, direction="data")
        short_list.take_off(book.store, contact_ids=[ana])
        assert named(book) == {"Data": 0}

    def test_one_crossed_out_stays_as_long_as_somebody_has_it(self, book, ana):
        profile.edit(book.store, field="directions", text="Data, Nursing")
        want(book, ana, direction="Data")
        profile.edit(book.store, field="directions", text="")
        assert named(book) == {"Data": 1}
        short_list.take_off(book.store, contact_ids=[ana])
        assert named(book) == {}

    def test_an_unknown_seniority_is_refused(self, book):
        with pytest.raises(KnownError):
            profile.edit(book.store, field="seniority", text="king")


class TestWeights:
    def test_only_what_is_other_than_at_first_is_stored(self, book):
        weights.weigh(book.store, factor="school", value=5)
        weights.weigh(book.store, factor="touch", value=0)
        assert changed_weights(book.read) == {"school": 5, "touch": 0}
        weights.weigh(book.store, factor="school", value=3)
        assert changed_weights(book.read) == {"touch": 0}
        weights.reset(book.store)
        assert changed_weights(book.read) == {}

    @pytest.mark.parametrize(("factor", "value"), [("school", 6), ("school", -1), ("luck", 1)])
    def test_what_is_no_weight_is_refused(self, book, factor, value):
        with pytest.raises(KnownError):
            weights.weigh(book.store, factor=factor, value=value)

    def test_the_order_follows(self, book, ana, bo):
        book.edit(bo, "source", Source.ALUMNI)
        want(book, ana, motivation=3)
        want(book, bo, motivation=1)
        assert [one.contact_id for one in reads.short_list(book.read, today=TODAY)] == [ana, bo]
        weights.weigh(book.store, factor="motivation", value=1)
        weights.weigh(book.store, factor="school", value=5)
        assert [one.contact_id for one in reads.short_list(book.read, today=TODAY)] == [bo, ana]
        book.undo()
        book.undo()
        assert [one.contact_id for one in reads.short_list(book.read, today=TODAY)] == [ana, bo]
