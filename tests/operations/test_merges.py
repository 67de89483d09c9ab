"""Two people made one, and told apart."""

from dataclasses import replace

import apsw
import pytest

from infoview_desktop.domain.contact import Source
from infoview_desktop.domain.contact_import import plan
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.domain.merge import SINGLE, Side
from infoview_desktop.domain.progress import Progress
from infoview_desktop.operations import merges, trash
from infoview_desktop.operations.contact_fields import EDITABLE
from infoview_desktop.store.reads import contacts as reads
from infoview_desktop.store.reads.duplicates import possible_duplicates
from infoview_desktop.store.reads.known_contacts import known_contacts
from tests.book import connection

OURS = {
    "given_name": "Ana", "middle_name": "M.", "family_name": "Ruiz", "suffix": "Jr.", "credentials": "PhD",
    "pronouns": "she/her", "position": "Nurse", "seniority": "senior", "organization": "Oxfam", "location": "Lima",
    "time_zone": "America/Lima", "source": "event", "referrer": "Bo Chen", "in_touch_on": "2026-01-01",
}  # fmt: skip
THEIRS = {
    "given_name": "Anna", "middle_name": "Sofia", "family_name": "Ruiz Paz", "suffix": "II", "credentials": "MBA",
    "pronouns": "they/them", "position": "Analyst", "seniority": "lead", "organization": "Acme", "location": "Cusco",
    "time_zone": "Europe/Madrid", "source": "alumni", "referrer": "Mei Ito", "in_touch_on": "2025-01-01",
}  # fmt: skip


def merge(book, kept, other, **choices):
    sides = {field: Side(side) for field, side in choices.items()}
    return merges.merge(book.store, kept_id=kept, other_id=other, choices=sides)


def person(book, contact_id):
    return reads.contact(book.read, contact_id)


def write(book, statement, *values):
    """Change the book as a part of it does that has no verb here."""
    with book.store.unrecorded() as transaction:
        transaction.connection.execute(statement, values)


def suggested(book):
    return [suggestion.pair for suggestion in possible_duplicates(book.read, progress=Progress())]


@pytest.fixture
def two(book):
    """Two people who differ in everything, and the two who referred them."""
    book.add("Bo Chen"), book.add("Mei Ito")
    ids = []
    for values in (OURS, THEIRS):
        ids.append(book.add("Somebody"))
        for field, text in values.items():
            book.edit(ids[-1], field, text)
    return ids


class TestMerge:
    @pytest.mark.parametrize("field", sorted(OURS))
    @pytest.mark.parametrize("side", Side)
    def test_each_field_is_as_chosen_and_the_other_value_is_in_the_remarks(self, book, two, field, side):
        outcome = merge(book, *two, **{field: side})
        chosen, left = (OURS, THEIRS) if side is Side.KEPT else (THEIRS, OURS)
        merged = person(book, two[0])
        assert EDITABLE[field].as_text(merged) == chosen[field]
        assert f"{SINGLE[field]} before merging: " in merged.remarks
        assert left[field].casefold() in merged.remarks.casefold()
        assert outcome.undoable

    def test_says_who_went_into_whom_and_undo_gives_the_exact_rows(self, book, two):
        before = book.rows()
        outcome = merge(book, *two)
        assert str(outcome.said) == "Anna Sofia Ruiz Paz II merged into Ana M. Ruiz Jr."
        assert person(book, two[1]) is None
        after = book.rows()
        assert str(book.undo()) == "Merge Anna Sofia Ruiz Paz II into Ana M. Ruiz Jr."
        assert book.rows() == before
        book.redo()
        assert book.rows() == after
        assert book.findings() == []

    def test_lists_are_united(self, book):
        ana = book.add("Ana Ruiz", emails="a@x.org, b@x.org", tag_names="alumni, lima")
        other = book.add("Ana Ruiz", emails="B@x.org, c@x.org", tag_names="Alumni, data")
        for field in ("phones", "links", "schools", "past_employers"):
            book.edit(ana, field, "one")
            book.edit(other, field, "two, one")
        merge(book, ana, other)
        merged = person(book, ana)
        assert merged.emails == ("a@x.org", "b@x.org", "c@x.org")
        assert merged.tags == ("alumni", "data", "lima")
        assert merged.phones == merged.schools == merged.past_employers == ("one", "two")

    def test_a_tag_that_nobody_has_any_more_is_let_go(self, book):
        ana, other = book.add("Ana"), book.add("Ana", tag_names="data")
        merge(book, ana, other)
        book.edit(ana, "tags", "")
        assert book.count("tag") == 0

    def test_an_organization_where_only_the_other_worked_is_let_go(self, book):
        ana, other = book.add("Ana", organization="Oxfam"), book.add("Ana", organization="Oxfam UK")
        merge(book, ana, other, organization="kept")
        assert [row[1] for row in book.rows()["organization"]] == ["Oxfam"]
        assert person(book, ana).remarks == "Organization before merging: Oxfam UK"
        book.undo()
        assert person(book, other).organization == "Oxfam UK"

    @pytest.mark.parametrize("choice", Side)
    def test_an_organization_of_either_stays_with_who_is_kept(self, book, choice):
        ana, other = book.add("Ana", organization="Oxfam"), book.add("Ana", organization="Acme")
        merge(book, ana, other, organization=choice)
        assert person(book, ana).organization == ("Oxfam" if choice is Side.KEPT else "Acme")
        assert book.count("organization") == 1

    def test_a_photo_is_the_kept_ones_else_the_others(self, book):
        ana, mei, other = book.add("Ana"), book.add("Mei"), book.add("Ana")
        for contact_id, image in ((mei, b"mei"), (other, b"other")):
            write(book, "INSERT INTO photo VALUES (?, ?)", contact_id, image)
        merge(book, ana, other)
        assert book.rows()["photo"] == [(ana, b"other"), (mei, b"mei")]
        merge(book, mei, ana)
        assert (mei, b"mei") in book.rows()["photo"]
        book.undo()
        book.undo()
        assert book.rows()["photo"] == [(mei, b"mei"), (other, b"other")]

    def test_whoever_was_wanted_is_wanted(self, book):
        ana, other, third = book.add("Ana"), book.add("Ana"), book.add("Ana")
        write(book, "INSERT INTO direction (name) VALUES ('Data'), ('Policy')")
        entry = "INSERT INTO short_list VALUES (?, ?, ?, ?, ?)"
        write(book, entry, other, "knows aid", 1, 1, "2026-01-02T00:00:00+00:00")
        write(book, entry, third, "leads a team", 2, 3, "2026-01-01T00:00:00+00:00")
        merge(book, ana, other)
        assert book.rows()["short_list"][0] == (ana, "knows aid", 1, 1, "2026-01-02T00:00:00+00:00")
        merge(book, ana, third)
        reason = "knows aid; leads a team; Policy"
        assert book.rows()["short_list"] == [(ana, reason, 1, 3, "2026-01-01T00:00:00+00:00")]
        assert book.names("is:shortlist") == ["Ana"]
        book.undo()
        book.undo()
        assert [row[0] for row in book.rows()["short_list"]] == [other, third]

    def test_who_was_referred_and_what_changed_goes_with_them(self, book):
        ana, other, third = book.add("Ana Ruiz"), book.add("Anna Ruiz"), book.add("Bo")
        book.edit(third, "referrer", "Anna Ruiz")
        book.edit(ana, "referrer", "Anna Ruiz")
        write(book, "INSERT INTO job_change VALUES (1, ?, '2026', 'Nurse', 'Oxfam', 'Boss', 'Oxfam', 0)", other)
        merge(book, ana, other)
        assert person(book, third).referrer_id == ana
        assert person(book, ana).referrer_id is None
        assert book.read.value("SELECT contact_id FROM job_change") == ana
        assert book.names("is:newjob") == ["Ana Ruiz"]

    def test_of_the_days_the_earlier_of_connecting_and_the_later_of_being_in_touch(self, book):
        book.take_in([connection("Ana Ruiz", connected_on="2024-01-01"), connection("Bo", connected_on="2020-01-01")])
        book.edit(1, "in_touch_on", "2025-01-01")
        book.edit(2, "in_touch_on", "2026-01-01")
        merge(book, 1, 2)
        assert (person(book, 1).connected_on, person(book, 1).in_touch_on) == ("2020-01-01", "2026-01-01")
        assert "Connected on before merging: 2024-01-01" in person(book, 1).remarks

    def test_a_card_is_known_again(self, book):
        ana, other = book.add("Ana"), book.add("Ana")
        write(book, "UPDATE contact SET card_uid = 'card' WHERE id = ?", other)
        merge(book, ana, other)
        cards = book.read.rows("SELECT id, card_uid FROM contact ORDER BY id")
        assert cards == [(ana, "card"), (other, None)]

    def test_who_was_told_apart_stays_so(self, book):
        ana, other, third = (book.add("Ana Ruiz") for _ in range(3))
        merges.tell_apart(book.store, first_id=third, second_id=other)
        merges.tell_apart(book.store, first_id=other, second_id=ana)
        merge(book, ana, other)
        assert book.rows()["distinct_contact"] == [(ana, third)]
        assert suggested(book) == []

    @pytest.mark.parametrize(("kept", "other", "said"), [(0, 0, "one and the same person"), (0, 9, "no longer")])
    def test_what_cannot_be_merged_is_said(self, book, kept, other, said):
        ana = book.add("Ana")
        before = book.rows()
        with pytest.raises(KnownError, match=said):
            merge(book, ana + kept, ana + other)
        assert book.rows() == before

    def test_of_the_name_something_has_to_stay(self, book):
        ana, ruiz = book.add("Ana"), book.add("Ana")
        book.edit(ruiz, "family_name", "Ruiz")
        book.edit(ruiz, "given_name", "")
        with pytest.raises(KnownError, match="A person needs a name"):
            merge(book, ana, ruiz, given_name="other", family_name="kept")
        merge(book, ana, ruiz)
        assert person(book, ana).name == "Ana Ruiz"

    def test_who_is_in_the_trash_or_was_merged_is_gone(self, book):
        ana, other, third = (book.add("Ana") for _ in range(3))
        merge(book, ana, other)
        with pytest.raises(KnownError, match="no longer in the book"):
            merge(book, third, other)
        book.delete(third)
        with pytest.raises(KnownError, match="no longer in the book"):
            merge(book, ana, third)


class TestTrash:
    def test_who_was_merged_is_not_put_back(self, book):
        ana, other = book.add("Ana"), book.add("Ana")
        merge(book, ana, other)
        assert trash.put_back(book.store, contact_ids=[other]).said is None
        assert book.names() == ["Ana"]

    def test_who_was_merged_is_erased_with_who_was_kept_and_not_before(self, book):
        ana, other, third = book.add("Ana"), book.add("Ana"), book.add("Ana")
        merge(book, ana, other)
        merge(book, third, ana)
        book.clock.advance(days=60)
        trash.erase_old(book.store)
        assert book.count("contact") == 3
        book.delete(third)
        trash.erase_all(book.store)
        assert book.count("contact") == 0


class TestAgain:
    def test_three_times_over_and_back(self, book):
        a, b, c, d = (book.add(f"Ana {letter}", emails=f"{letter}@x.org", position=letter) for letter in "abcd")
        states = [book.rows()]
        for kept, other in ((a, b), (c, a), (c, d)):
            merge(book, kept, other)
            states.append(book.rows())
            assert book.findings() == []
        assert person(book, c).emails == ("c@x.org", "a@x.org", "b@x.org", "d@x.org")
        remarks = person(book, c).remarks
        assert [letter for letter in "abd" if f"Position before merging: {letter}" in remarks] == ["a", "b", "d"]
        merged_into = book.read.rows("SELECT id, merged_into_id FROM contact ORDER BY id")
        assert merged_into == [(a, c), (b, c), (c, None), (d, c)]
        for state in reversed(states[:-1]):
            book.undo()
            assert book.rows() == state
        for state in states[1:]:
            book.redo()
            assert book.rows() == state

    def test_undo_after_the_kept_one_was_edited_goes_step_by_step(self, book, two):
        before = book.rows()
        merge(book, *two)
        book.edit(two[0], "position", "Boss")
        book.undo()
        book.undo()
        assert book.rows() == before

    def test_undo_after_both_were_changed_behind_its_back_says_so(self, book, two):
        merge(book, *two)
        for contact_id in two:
            write(book, "UPDATE contact SET position = 'Boss', trashed_at = NULL WHERE id = ?", contact_id)
        before = book.rows()
        with pytest.raises(KnownError, match="cannot be undone or redone: the book has changed since"):
            book.undo()
        assert book.rows() == before


ANA = connection("Ana Ruiz", position="Analyst", organization="Oxfam", email="ana@x.org", connected_on="2023-03-04")
ANNA = connection("Anna Ruiz", position="Nurse", organization="Acme", connected_on="2024-03-04")
BO = connection("Bo Chen")


def without_slug(one):
    """As LinkedIn told of somebody before its exports had addresses of profiles."""
    return replace(one, linkedin=None)


def plan_of(book, connections):
    return plan(connections, known_contacts(book.read))


class TestImportAfterwards:
    """The same file changes nothing and brings nobody back."""

    def take_in_again(self, book, file):
        before = book.rows()
        accounting = book.take_in(file)
        assert (accounting.new, accounting.updated) == (0, 0)
        assert book.rows() == before
        assert book.findings() == []
        return accounting

    @pytest.mark.parametrize("kept", ["by hand", "imported"])
    def test_of_somebody_added_by_hand_and_a_member(self, book, kept):
        file = [ANA, BO]
        book.take_in(file)
        by_hand = book.add("Ana M. Ruiz", position="Boss", emails="ana@home.org")
        ids = (by_hand, 1) if kept == "by hand" else (1, by_hand)
        merge(book, *ids, **dict.fromkeys(SINGLE, "kept"))
        assert person(book, ids[0]).linkedin == "ana-ruiz"
        assert self.take_in_again(book, file).same == 2

    def test_of_two_members(self, book):
        file = [ANA, ANNA, BO]
        book.take_in(file)
        merge(book, 1, 2)
        assert person(book, 1).links == ("https://www.linkedin.com/in/anna-ruiz",)
        assert self.take_in_again(book, file).same == 3
        assert self.take_in_again(book, [ANNA]).same == 1

    def test_of_two_members_and_one_by_hand_in_a_chain(self, book):
        file = [ANA, ANNA, BO]
        book.take_in(file)
        by_hand = book.add("Ana R.")
        merge(book, 1, 2)
        merge(book, by_hand, 1)
        assert person(book, by_hand).linkedin == "ana-ruiz"
        self.take_in_again(book, file)
        merge(book, 3, by_hand)
        self.take_in_again(book, file)

    @pytest.mark.parametrize("ids", [(1, 2), (2, 1)])
    def test_of_two_from_files_without_addresses(self, book, ids):
        """As exports were before 2020; here both are told of in one file."""
        file = [without_slug(ANA), without_slug(ANNA)]
        book.take_in(file)
        merge(book, *ids)
        self.take_in_again(book, file)

    @pytest.mark.parametrize("kept_first", [True, False])
    def test_of_one_from_an_old_file_and_one_from_a_new(self, book, kept_first):
        old, new = [without_slug(ANA)], [ANNA]
        book.take_in(old)
        book.take_in(new)
        assert book.count("contact") == 2
        merge(book, *((1, 2) if kept_first else (2, 1)))
        for file in (old, new, [*old, *new]):
            self.take_in_again(book, file)

    @pytest.mark.parametrize("kept_first", [True, False])
    def test_who_is_known_by_an_address_alone(self, book, kept_first):
        book.take_in([ANA])
        by_hand = book.add("Ana at home", emails="ana@home.org")
        merge(book, *((1, by_hand) if kept_first else (by_hand, 1)))
        told = without_slug(connection("A. Ruiz", email="ana@home.org", connected_on="2019-01-01"))
        assert book.take_in([told]).new == 0

    def test_news_reach_the_kept_one(self, book):
        book.take_in([ANA, ANNA])
        by_hand = book.add("Ana R.")
        merge(book, by_hand, 1)
        moved = connection(
            "Ana Ruiz", position="Director", organization="Oxfam", email="ana@x.org", connected_on="2023-03-04"
        )
        assert book.take_in([moved, ANNA]).updated == 1
        assert person(book, by_hand).position == "Director"

    def test_who_was_merged_is_not_told_of_as_deleted(self, book):
        book.take_in([ANA, ANNA])
        merge(book, 1, 2)
        assert plan_of(book, [ANA, ANNA]).trashed == 0
        book.delete(1)
        assert plan_of(book, [ANA, ANNA]).trashed == 1

    def test_undone_both_are_known_again(self, book):
        file = [ANA, ANNA, BO]
        book.take_in(file)
        before = book.rows()
        merge(book, 1, 2)
        book.undo()
        assert book.rows() == before
        self.take_in_again(book, file)


class TestTellApart:
    def test_is_remembered_and_can_be_undone(self, book):
        ids = [book.add("Ana Ruiz", source=Source.EVENT), book.add("Ana Ruiz")]
        assert suggested(book) == [tuple(ids)]
        outcome = merges.tell_apart(book.store, first_id=ids[1], second_id=ids[0])
        assert str(outcome.said) == "Ana Ruiz and Ana Ruiz are not the same"
        assert suggested(book) == []
        assert merges.tell_apart(book.store, first_id=ids[0], second_id=ids[1]).said is None
        book.undo()
        assert suggested(book) == [tuple(ids)]

    def test_of_one_person_or_somebody_gone_is_refused(self, book):
        ana = book.add("Ana")
        with pytest.raises(KnownError, match="one and the same person"):
            merges.tell_apart(book.store, first_id=ana, second_id=ana)
        with pytest.raises(KnownError, match="no longer in the book"):
            merges.tell_apart(book.store, first_id=ana, second_id=ana + 1)


def test_a_slug_is_one_persons(book):
    """What the book itself forbids, and merging has to mind."""
    book.take_in([ANA, ANNA])
    with pytest.raises(apsw.ConstraintError):
        write(book, "UPDATE contact SET linkedin = 'ana-ruiz' WHERE id = 2")
