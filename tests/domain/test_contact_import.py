from dataclasses import astuple, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.connection import Connection
from infoview_desktop.domain.contact_import import FieldChange, Imported, Known, Plan, plan
from infoview_desktop.domain.known_contact import values_of
from infoview_desktop.domain.progress import Cancelled

MET = "2024-01-06"


def row(name="Ana Ruiz", slug=None, *, line=1, email="", organization="", position="", met=None, credentials=""):
    given, _, family = name.partition(" ")
    return Connection(line, given, family, credentials, slug, email, organization, position, met)


def contact(contact_id, of, *, never_imported=False, trashed=False, other_emails=(), **present):
    """A contact made from a row, with the fields in `present` changed by the user since."""
    values = dict(zip(Imported.__dataclass_fields__, values_of(of), strict=True)) | present
    imported = None if never_imported else Imported.of(of)
    return Known(contact_id, **values, other_emails=tuple(other_emails), trashed=trashed, imported=imported)


def after(planned: Plan, known: list[Known]) -> list[Known]:
    """The contacts as they are once the plan is carried out."""
    book = {one.contact_id: one for one in known}
    for update in planned.updated:
        changes = {change.field: change.new for change in update.changes if not change.kept}
        book[update.contact_id] = replace(book[update.contact_id], **changes)
    for contact_id, imported in planned.bases:
        book[contact_id] = replace(book[contact_id], imported=imported)
    first_id = max(book, default=0) + 1
    return [*book.values(), *(contact(at, one) for at, one in enumerate(planned.new, first_id))]


def counts(planned: Plan) -> tuple[int, int, int, int]:
    return len(planned.new), len(planned.updated), planned.same, len(planned.duplicates)


class TestSamePerson:
    def test_by_slug_whatever_else_has_changed(self):
        known = [contact(1, row("Ana Ruiz", "ana", met=MET))]
        assert plan([row("Ana Reid", "ana")], known).updated[0].contact_id == 1

    def test_by_email_address_however_it_is_written(self):
        known = [contact(1, row("Ana Ruiz", email="ana@example.org"))]
        assert plan([row("A. Reid", email="Ana@Example.org")], known).updated[0].contact_id == 1

    def test_by_any_address_of_the_contact(self):
        known = [contact(1, row("Ana Ruiz", email="a@example.org"), other_emails=["b@example.org"])]
        planned = plan([row("Ana Ruiz", email="b@example.org")], known)
        assert counts(planned) == (0, 0, 1, 0)
        assert planned.remembered[0].changes == ()

    def test_by_name_and_day_together(self):
        known = [contact(1, row("Ana Ruiz", organization="Alder", met=MET))]
        assert plan([row("ANA  RUIZ", organization="Birch", met=MET)], known).updated[0].contact_id == 1

    def test_never_by_name_alone(self):
        known = [contact(1, row("Ana Ruiz", "ana", met=MET)), contact(2, row("Ana Ruiz"))]
        rows = [row("Ana Ruiz", "ana-2", met="2025-02-03"), row("Ana Ruiz", met="2025-03-04")]
        assert counts(plan(rows, known)) == (2, 0, 0, 0)

    def test_a_row_without_url_joins_a_later_one_with_it(self):
        known = [contact(1, row("Ana Ruiz", met=MET))]
        update = plan([row("Ana Ruiz", "ana", met=MET)], known).updated[0]
        assert update.changes == (FieldChange("linkedin", "", "ana", kept=False),)

    def test_a_later_row_without_url_is_still_the_person(self):
        known = [contact(1, row("Ana Ruiz", "ana", met=MET))]
        assert counts(plan([row("Ana Ruiz", met=MET)], known)) == (0, 0, 1, 0)

    def test_a_changed_address_of_the_profile(self):
        known = [contact(1, row("Ana Ruiz", "ana-1", met=MET))]
        update = plan([row("Ana Ruiz", "ana-ruiz", met=MET)], known).updated[0]
        assert update.changes == (FieldChange("linkedin", "ana-1", "ana-ruiz", kept=False),)

    def test_another_person_when_the_own_slug_is_in_the_file_too(self):
        known = [contact(1, row("Ana Ruiz", "ana-1", met=MET, email="ana@example.org"))]
        rows = [
            row("Ana Ruiz", "ana-1", met=MET, email="ana@example.org"),
            row("Ana Ruiz", "ana-2", met=MET, email="ana@example.org"),
        ]
        assert counts(plan(rows, known)) == (1, 0, 1, 0)
        assert counts(plan(rows[::-1], known)) == (1, 0, 1, 0)

    def test_two_new_slugs_are_two_people_and_neither_is_guessed_to_be_the_one_known(self):
        known = [contact(1, row("Ana Ruiz", "gone", met=MET))]
        rows = [row("Ana Ruiz", "ana-1", met=MET), row("Ana Ruiz", "ana-2", met=MET)]
        assert counts(plan(rows, known)) == (2, 0, 0, 0)

    @pytest.mark.parametrize("slugs", [("", ""), ("gone-1", "gone-2"), ("", "gone")])
    def test_of_several_who_may_be_meant_none_is(self, slugs):
        known = [
            contact(1, row("Ana Ruiz", slugs[0], met=MET), never_imported=True),
            contact(2, row("Ana Ruiz", slugs[1], met=MET), never_imported=True),
        ]
        assert counts(plan([row("Ana Ruiz", "ana", met=MET)], known)) == (1, 0, 0, 0)
        assert counts(plan([row("Ana Ruiz", met=MET)], known)) == (1, 0, 0, 0)

    def test_several_with_one_address_leave_it_to_name_and_day(self):
        shared = "office@example.org"
        known = [contact(1, row("Bo Chen", email=shared)), contact(2, row("Ana Ruiz", email=shared, met=MET))]
        assert plan([row("Ana Ruiz", "ana", email=shared, met=MET)], known).updated[0].contact_id == 2

    def test_the_trash_does_not_give_a_slug_a_second_holder(self):
        known = [contact(1, row("Ana Ruiz", "ana"), trashed=True), contact(2, row("Ana Ruiz", "ana"))]
        assert plan([row("Ana Ruiz", "ana", position="Dean")], known).updated[0].contact_id == 2

    def test_a_corrected_name_or_slug_hides_nobody(self):
        first, second = row("Ana Ruiz", met=MET), row("Bo Chen", "bo-1", met=MET)
        known = [contact(1, first, family_name="Reid"), contact(2, second, linkedin="bo-2")]
        assert counts(plan([first, second], known)) == (0, 0, 2, 0)

    def test_the_slug_that_stands_goes_before_the_one_that_stood(self):
        known = [contact(1, row("Bo Chen", "bo-1"), linkedin="bo-2")]
        planned = plan([row("Bo Chen", "bo-1", position="Clerk"), row("Bo Chen", "bo-2", position="Dean")], known)
        assert planned.updated[0].connection.linkedin == "bo-2"
        assert [one.linkedin for one in planned.new] == ["bo-1"]


class TestWithinAFile:
    def test_the_same_slug_again_is_a_duplicate(self):
        rows = [row("Ana Ruiz", "ana", line=1), row("Ana Reid", "ana", line=2)]
        planned = plan(rows, [])
        assert (planned.new, planned.duplicates) == ((rows[0],), (rows[1],))

    def test_two_slugs_are_two_people_though_all_else_is_equal(self):
        rows = [row("Ana Ruiz", slug, email="ana@example.org", met=MET) for slug in ("ana-1", "ana-2")]
        assert counts(plan(rows, [])) == (2, 0, 0, 0)

    def test_the_row_with_the_url_stands_for_one_without(self):
        rows = [row("Ana Ruiz", met=MET), row("Ana Ruiz", "ana", met=MET)]
        planned = plan(rows, [])
        assert (planned.new, planned.duplicates) == ((rows[1],), (rows[0],))

    def test_a_row_without_url_that_may_be_either_of_two_is_neither(self):
        rows = [row("Ana Ruiz", slug, met=MET) for slug in ("ana-1", "ana-2", None)]
        planned = plan(rows, [])
        assert counts(planned) == (3, 0, 0, 0)
        assert counts(plan(rows, after(planned, []))) == (0, 0, 3, 0)

    def test_two_rows_of_one_known_person_are_one_person(self):
        known = [contact(1, row("Ana Ruiz", "ana", email="ana@example.org", met=MET))]
        rows = [row("Ana Ruiz", "ana", met=MET), row("A. Ruiz", email="ana@example.org"), row("Ana Ruiz", met=MET)]
        assert counts(plan(rows, known)) == (0, 0, 1, 2)

    def test_two_addresses_at_once_are_two_people_of_one_name_and_day(self):
        rows = [row("Ana Ruiz", email=f"{at}@example.org", met=MET) for at in "ab"]
        planned = plan(rows, [])
        assert counts(planned) == (2, 0, 0, 0)
        assert counts(plan(rows, after(planned, []))) == (0, 0, 2, 0)

    def test_rows_with_a_name_only_are_people_of_their_own_and_known_again_as_such(self):
        rows = [row("Ana Ruiz"), row("Ana Ruiz"), row("Ana Ruiz", organization="Alder")]
        planned = plan(rows, [])
        assert counts(planned) == (3, 0, 0, 0)
        assert counts(plan(rows, after(planned, []))) == (0, 0, 3, 0)

    def test_everything_is_given_in_the_order_of_the_file(self):
        rows = [row(f"Ana {at}", None if at % 3 else f"ana-{at}", line=at) for at in range(20)]
        assert [one.line for one in plan(rows, []).new] == list(range(20))


class TestThreeWays:
    base = row("Ana Ruiz", "ana", organization="Alder", position="Clerk", met=MET)

    def changes(self, now, known):
        planned = plan([now], [known])
        return [astuple(change) for update in (*planned.updated, *planned.remembered) for change in update.changes]

    def test_an_untouched_field_follows_linkedin(self):
        now = replace(self.base, position="Dean")
        assert self.changes(now, contact(1, self.base)) == [("position", "Clerk", "Dean", False)]

    def test_the_users_own_words_stay_and_are_told_once(self):
        known = contact(1, self.base, position="Chief Clerk")
        now = replace(self.base, position="Dean")
        planned = plan([now], [known])
        assert counts(planned) == (0, 0, 1, 0)
        assert planned.remembered[0].changes == (FieldChange("position", "Chief Clerk", "Dean", kept=True),)
        again = plan([now], after(planned, [known]))
        assert (again.same, again.remembered) == (1, ())

    def test_an_edit_is_not_told_while_linkedin_says_the_same(self):
        planned = plan([self.base], [contact(1, self.base, position="Chief Clerk")])
        assert (planned.same, planned.remembered) == (1, ())

    def test_a_field_emptied_by_the_user_stays_empty(self):
        now = replace(self.base, organization="Birch")
        assert self.changes(now, contact(1, self.base, organization="")) == [("organization", "", "Birch", True)]

    def test_a_blank_overwrites_nothing_and_forgets_nothing(self):
        known = contact(1, self.base)
        blank = replace(self.base, organization="", position="", connected_on=None)
        planned = plan([blank], [known])
        assert (planned.same, planned.remembered) == (1, ())

    def test_linkedin_catching_up_with_the_user_is_no_change(self):
        known = contact(1, self.base, position="Dean")
        planned = plan([replace(self.base, position="Dean")], [known])
        assert (planned.same, planned.remembered[0].changes) == (1, ())
        assert planned.bases[0][1].position == "Dean"

    def test_a_contact_never_imported_is_filled_in_and_otherwise_kept(self):
        typed = row("Ana Ruiz", "ana", position="Professor")
        assert self.changes(self.base, contact(1, typed, never_imported=True)) == [
            ("position", "Professor", "Clerk", True),
            ("organization", "", "Alder", False),
            ("connected_on", "", MET, False),
        ]

    def test_some_fields_change_while_others_are_kept(self):
        known = contact(1, self.base, position="Chief Clerk")
        now = replace(self.base, organization="Birch", position="Dean")
        planned = plan([now], [known])
        assert counts(planned) == (0, 1, 0, 0)
        assert {change.field: change.kept for change in planned.updated[0].changes} == {
            "organization": False,
            "position": True,
        }

    def test_who_is_in_the_trash_stays_there_untouched(self):
        planned = plan([replace(self.base, position="Dean")], [contact(1, self.base, trashed=True)])
        assert counts(planned) == (0, 0, 1, 0)
        assert (planned.trashed, planned.bases) == (1, ())


def test_cancelling_stops_the_comparison():
    rows = [row(f"Ana {at}", f"ana-{at}") for at in range(5000)]
    with pytest.raises(Cancelled):
        plan(rows, [contact(at, one) for at, one in enumerate(rows)], cancelled=iter([False] * 7 + [True]).__next__)


MEMBERS = (
    ("Ana Ruiz", "a", "a@example.org", MET),
    ("Ana Ruiz", "b", "b@example.org", MET),
    ("Ana Ruiz", "c", "c@example.org", "2025-02-03"),
    ("Bo Chen", "d", "d@example.org", MET),
)
"""People who exist, namesakes among them; each era's export tells less of them, or more."""


@st.composite
def exports(draw):
    rows = []
    for name, slug, email, met in draw(st.lists(st.sampled_from(MEMBERS), max_size=7)):
        rows.append(
            row(
                draw(st.sampled_from([name, name.upper(), name.replace("Ruiz", "Reid")])),
                draw(st.sampled_from([slug, None])),
                email=draw(st.sampled_from([email, ""])),
                met=draw(st.sampled_from([met, met, met, None])),
                organization=draw(st.sampled_from(["", "Alder", "Birch"])),
            )
        )
    return rows


@st.composite
def muddles(draw):
    """Rows in which nothing fits together."""
    few = st.sampled_from
    rows = st.builds(
        row,
        few(["Ana Ruiz", "ana ruiz", "Bo Chen", "Ana"]),
        few([None, None, "a", "b", "c"]),
        email=few(["", "", "a@example.org", "A@example.org", "b@example.org"]),
        organization=few(["", "Alder", "Birch"]),
        met=few([None, MET, "2025-02-03"]),
    )
    return draw(st.lists(rows, max_size=8))


@st.composite
def books(draw, files):
    """The contacts of an earlier import, as they are after a while of use; no two hold one slug."""
    known = []
    for at, imported in enumerate(plan(draw(files), []).new, 1):
        typed = f"typed{at}@example.org"
        edits = {
            "family_name": st.sampled_from(["", "Reid"]),
            "email": st.sampled_from(["", typed]),
            "linkedin": st.sampled_from(["", f"typed-{at}"]),
            "organization": st.sampled_from(["", "Cedar"]),
            "other_emails": st.sampled_from([[], [typed], [imported.email or typed]]),
            "trashed": st.booleans(),
            "never_imported": st.booleans(),
        }
        known.append(contact(at, imported, **draw(st.fixed_dictionaries({}, optional=edits))))
    return known


@given(muddles(), books(muddles()))
def test_every_row_is_in_exactly_one_count_and_no_contact_is_told_of_twice(rows, known):
    planned = plan(rows, known)
    assert sum(counts(planned)) == len(rows)
    touched = [update.contact_id for update in (*planned.updated, *planned.remembered)]
    assert len(touched) == len(set(touched))
    assert planned.trashed <= planned.same <= len(known)
    assert not {one.contact_id for one in known if one.trashed} & set(touched)


@given(muddles(), books(muddles()))
def test_nothing_is_emptied_and_no_two_contacts_hold_one_slug(rows, known):
    book = {one.contact_id: one for one in after(plan(rows, known), known)}
    for before in known:
        now = book[before.contact_id]
        assert all(new or not old for new, old in zip(values_of(now), values_of(before), strict=True))
    slugs = [one.linkedin for one in book.values() if one.linkedin]
    assert len(slugs) == len(set(slugs))


@given(exports(), books(exports()))
def test_the_same_file_again_changes_nothing(rows, known):
    first = plan(rows, known)
    again = plan(rows, after(first, known))
    assert (again.new, again.updated, again.remembered) == ((), (), ())
    assert again.same + len(again.duplicates) == len(rows)
