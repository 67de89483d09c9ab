"""People added, edited and deleted by hand."""

import pytest

from infoview_desktop.domain.contact import Source
from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.operations import contacts
from infoview_desktop.operations.contacts import EDITABLE
from infoview_desktop.store.reads import contacts as reads


def person(book, contact_id):
    return reads.contact(book.read, contact_id)


def edit(book, contact_id, field, text):
    return contacts.edit(book.store, contact_id=contact_id, field=field, text=text)


TYPED = {
    "seniority": "director",
    "source": "event",
    "in_touch_on": "2026-01-31",
    "time_zone": "Europe/Madrid",
    "referrer": "Bo Chen",
}
"""What a field can hold, where that is not just anything."""


class TestAdd:
    def test_keeps_everything_that_was_typed(self, book):
        outcome = contacts.add(
            book.store,
            given_name=" Łukasz ",
            family_name="Øberg",
            position="Data\u00a0Analyst",
            organization="Fjord\u200b Labs",
            emails="a@example.org; b@example.org,a@example.org",
            tag_names="alumni, Mentor ,alumni",
            source=Source.EVENT,
        )
        lukasz = person(book, outcome.value)
        assert (lukasz.given_name, lukasz.family_name, lukasz.name) == ("Łukasz", "Øberg", "Łukasz Øberg")
        assert (lukasz.position, lukasz.organization) == ("Data Analyst", "Fjord Labs")
        assert lukasz.emails == ("a@example.org", "b@example.org")
        assert lukasz.tags == ("alumni", "Mentor")
        assert lukasz.source is Source.EVENT

    def test_says_so_and_can_be_undone(self, book):
        outcome = contacts.add(book.store, given_name="Ana", family_name="Ruiz")
        assert str(outcome.said) == "Ana Ruiz added"
        assert outcome.undoable
        assert outcome.changed == {"contact"}

    @pytest.mark.parametrize("blank", ["", "  ", "\u200b", "\n"])
    def test_needs_a_name(self, book, blank):
        with pytest.raises(KnownError, match="A person needs a name"):
            contacts.add(book.store, given_name=blank, family_name=blank)
        assert book.count("contact") == book.count("history") == 0


class TestEdit:
    @pytest.mark.parametrize("field", EDITABLE)
    def test_a_field_says_afterwards_what_was_typed(self, book, field):
        ana = book.add("Ana Ruiz", position="Nurse", organization="Oxfam", emails="a@x.org", tag_names="alumni")
        book.add("Bo Chen")
        typed = TYPED.get(field, " new")
        outcome = edit(book, ana, field, typed)
        assert EDITABLE[field].as_text(person(book, ana)).strip() == typed.strip()
        assert str(outcome.said) == "Ana Ruiz changed"
        assert outcome.undoable
        assert str(book.undo()) == EDITABLE[field].label.text.format(name="Ana Ruiz")

    @pytest.mark.parametrize(
        ("field", "typed", "said"),
        [
            ("seniority", "boss", "boss is not one of the choices"),
            ("source", "new", "new is not one of the choices"),
            ("in_touch_on", "22.11.2026", "22.11.2026 is not a date"),
            ("time_zone", "Europe/Atlantis", "There is no time zone called Europe/Atlantis"),
            ("referrer", "Nemo", "Nobody in the book is called Nemo"),
            ("referrer", "ana ruiz", "Nobody refers themselves"),
        ],
    )
    def test_what_a_field_cannot_hold_is_refused_with_the_reason(self, book, field, typed, said):
        ana = book.add("Ana Ruiz")
        before = book.rows()
        with pytest.raises(KnownError, match=said):
            edit(book, ana, field, typed)
        assert book.rows() == before

    @pytest.mark.parametrize(("typed", "name"), [("bo chen", "Bo Chen"), (" BO  CHEN ", "Bo Chen")])
    def test_who_referred_is_found_by_name(self, book, typed, name):
        ana, bo = book.add("Ana Ruiz"), book.add("Bo Chen")
        edit(book, ana, "referrer", typed)
        assert (person(book, ana).referrer, person(book, ana).referrer_id) == (name, bo)

    def test_a_time_zone_is_known_however_it_is_written(self, book):
        ana = book.add("Ana Ruiz")
        edit(book, ana, "time_zone", "america/argentina/buenos aires")
        assert person(book, ana).time_zone == "America/Argentina/Buenos_Aires"

    def test_remarks_keep_their_lines(self, book):
        ana = book.add("Ana Ruiz")
        edit(book, ana, "remarks", "one\r\ntwo\u200b")
        assert person(book, ana).remarks == "one\ntwo"

    @pytest.mark.parametrize("field", sorted(set(EDITABLE) - {"given_name"}))
    def test_a_field_can_be_emptied(self, book, field):
        ana = book.add("Ana Ruiz", position="Nurse", organization="Oxfam", emails="a@x.org", tag_names="alumni")
        edit(book, ana, field, "")
        assert EDITABLE[field].as_text(person(book, ana)) == ""
        assert book.findings() == []

    @pytest.mark.parametrize("field", EDITABLE)
    def test_what_is_typed_as_it_was_changes_nothing(self, book, field):
        ana = book.add("Ana Ruiz", position="Nurse", organization="Oxfam", emails="a@x.org, b@x.org", tag_names="a, b")
        steps = book.count("history")
        outcome = edit(book, ana, field, EDITABLE[field].as_text(person(book, ana)))
        assert (outcome.said, outcome.changed, outcome.undoable) == (None, frozenset(), False)
        assert book.count("history") == steps

    def test_the_last_name_cannot_be_taken_away(self, book):
        ana = book.add("Ana")
        with pytest.raises(KnownError, match="A person needs a name"):
            edit(book, ana, "given_name", " ")
        edit(book, ana, "family_name", "Ruiz")
        edit(book, ana, "given_name", "")
        assert person(book, ana).name == "Ruiz"

    def test_somebody_in_the_trash_is_gone(self, book):
        ana = book.add("Ana Ruiz")
        book.delete(ana)
        with pytest.raises(KnownError, match="no longer in the book"):
            edit(book, ana, "position", "Nurse")

    def test_an_organization_is_shared_and_let_go_with_the_last_who_works_there(self, book):
        ana, mei = book.add("Ana", organization="Oxfam"), book.add("Mei", organization="Oxfam")
        assert [row[:2] for row in book.rows()["organization"]] == [(1, "Oxfam")]
        edit(book, ana, "organization", "Fjord Labs")
        assert [row[:2] for row in book.rows()["organization"]] == [(1, "Oxfam"), (2, "Fjord Labs")]
        edit(book, mei, "organization", "")
        assert [row[:2] for row in book.rows()["organization"]] == [(2, "Fjord Labs")]

    def test_an_organization_stays_for_who_is_in_the_trash(self, book):
        ana, mei = book.add("Ana", organization="Oxfam"), book.add("Mei", organization="Oxfam")
        book.delete(ana)
        edit(book, mei, "organization", "")
        book.undo()
        book.undo()
        assert person(book, ana).organization == person(book, mei).organization == "Oxfam"

    def test_a_tag_is_one_however_its_letters_are_written_and_let_go_with_the_last_who_has_it(self, book):
        ana, mei = book.add("Ana", tag_names="alumni"), book.add("Mei", tag_names="ALUMNI, mentor")
        assert person(book, mei).tags == ("alumni", "mentor")
        edit(book, ana, "tags", "")
        assert book.count("tag") == 2
        edit(book, mei, "tags", "mentor")
        assert [name for _, name in book.rows()["tag"]] == ["mentor"]

    def test_addresses_that_stay_keep_their_rows_and_take_the_order_typed(self, book):
        ana = book.add("Ana", emails="a@x.org, b@x.org, c@x.org")
        edit(book, ana, "emails", "c@x.org a@x.org")
        assert person(book, ana).emails == ("c@x.org", "a@x.org")
        assert [row[0] for row in book.rows()["email"]] == [1, 3]


class TestDelete:
    def test_puts_one_person_into_the_trash(self, book):
        ana = book.add("Ana Ruiz", emails="a@x.org", tag_names="alumni")
        outcome = contacts.delete(book.store, contact_ids=[ana])
        assert str(outcome.said) == "Ana Ruiz deleted"
        assert person(book, ana) is None
        assert (book.count("contact"), book.count("email"), book.count("contact_tag")) == (1, 1, 1)

    def test_puts_many_into_the_trash_at_once(self, book):
        ids = [book.add(f"Ana {number}") for number in range(3)]
        outcome = contacts.delete(book.store, contact_ids=ids)
        assert str(outcome.said) == "3 people deleted"
        assert book.names() == []
        assert str(book.undo()) == "Delete 3 people"
        assert len(book.names()) == 3

    def test_says_who_is_gone_already(self, book):
        ana = book.add("Ana Ruiz")
        book.delete(ana)
        with pytest.raises(KnownError, match="no longer in the book"):
            book.delete(ana)

    def test_of_people_who_are_all_gone_does_not_offer_to_undo_something_else(self, book):
        ids = [book.add("Ana"), book.add("Mei")]
        book.delete(*ids)
        outcome = contacts.delete(book.store, contact_ids=ids)
        assert (outcome.said, outcome.changed, outcome.undoable) == (None, frozenset(), False)

    def test_again_does_not_change_when_it_was(self, book):
        ana, mei = book.add("Ana"), book.add("Mei")
        book.delete(ana)
        when = book.read.value("SELECT trashed_at FROM contact WHERE id = ?", (ana,))
        book.clock.advance(days=1)
        book.delete(ana, mei)
        assert book.read.value("SELECT trashed_at FROM contact WHERE id = ?", (ana,)) == when
