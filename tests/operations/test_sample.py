"""The sample is a believable search of nobody who exists, and the same on any day."""

import json
import re
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import available_timezones

import pytest

from infoview_desktop.domain.contact import Seniority, Source
from infoview_desktop.domain.organization import Kind
from infoview_desktop.operations import contacts, sample
from infoview_desktop.store.reads.contacts import Sort
from infoview_desktop.store.writes.contacts import LISTS
from infoview_desktop.system import paths
from tests.book import Book, Clock

FOLDER = paths.resources() / sample.FOLDER
PEOPLE, ORGANIZATIONS, SEARCH = (
    json.loads((FOLDER / f"{name}.json").read_text("utf-8")) for name in ("people", "organizations", "search")
)


@pytest.fixture
def book(tmp_path):
    with Book(tmp_path / "book") as book:
        assert sample.fill(book.store, folder=FOLDER, time_zone="Europe/London").value == len(PEOPLE)
        yield book


def test_about_sixty_people_work_at_about_thirty_five_organizations(book):
    assert 55 <= len(book.names()) <= 65
    assert 30 <= book.count("organization") <= 40
    assert len(ORGANIZATIONS) == book.count("organization"), "people work where no file tells of"


def test_the_book_is_sound_and_everybody_is_found(book):
    assert book.findings() == []
    assert book.names("lukasz umbrella") == ["Łukasz Żak"]
    assert book.names("is:target is:shortlist company:lantern") == ["Uma Banerjee, CPA"]
    assert set(book.names(sort=Sort("in_touch_on", descending=True))[:2]) == {"Ana Ruiz", "Chloé Dubois"}


def test_there_is_nothing_to_undo_at_first_and_the_first_edit_can_be(book):
    assert book.count("history") == 0
    before = book.rows()
    book.edit(1, "position", "Analyst")
    book.undo()
    assert book.rows() == before


def test_some_are_wanted_for_a_reason_in_each_direction(book):
    listed = book.read.rows("SELECT reason, direction_id, motivation FROM short_list")
    assert 10 <= len(listed) <= 15
    assert all(reason and 0 <= motivation <= 3 for reason, _, motivation in listed)
    assert {direction for _, direction, _ in listed} == {1, 2}
    assert book.count("profile") == 1


def test_targets_have_all_that_is_told_of_them_and_at_two_nobody_is_known_yet(book):
    targets = book.read.rows(
        "SELECT name, kind, industry, city, mission, EXISTS (SELECT 1 FROM contact WHERE organization_id ="
        " organization.id) FROM organization WHERE target"
    )
    assert 8 <= len(targets) <= 10
    assert all(all(told) for *told, _ in targets)
    assert [known for *_, known in targets].count(0) == 2


def test_the_last_import_tells_of_new_jobs_and_those_before_were_looked_at(book):
    assert 4 <= len(book.names("is:newjob")) <= 8
    assert book.read.value("SELECT count(*) FROM job_change WHERE looked_at") == 2


def test_somebody_is_there_twice_an_organization_in_two_spellings_and_a_few_are_in_the_trash(book):
    twice = [name for name, count in Counter(book.names()).items() if count > 1]
    assert twice == ["Maya Fernandes"]
    assert book.read.value("SELECT count(*) FROM organization WHERE name LIKE 'acme%'") == 2
    assert book.read.value("SELECT count(*) FROM contact WHERE trashed_at IS NOT NULL") == 3


def test_every_day_follows_the_clock(tmp_path):
    told = []
    for years in (0, 9):
        clock = Clock()
        clock.advance(days=365 * years)
        with Book(tmp_path / str(years), clock) as book:
            sample.fill(book.store, folder=FOLDER, time_zone="Europe/London")
            (newest,) = book.read.rows("SELECT max(connected_on), max(trashed_at) FROM contact")
            told.append([clock.now.date() - datetime.fromisoformat(moment).date() for moment in newest])
    assert told[0] == told[1] == [timedelta(days=58), timedelta(days=6)]


def test_nobody_exists(book):
    addresses = [address for person in PEOPLE for address in person.get("emails", ())]
    sites = [address for person in PEOPLE for address in person.get("links", ())]
    sites += [one["website"] for one in ORGANIZATIONS if "website" in one]
    assert all(re.fullmatch(r"[\w.]+@([\w-]+\.example|example\.org)", address) for address in addresses)
    assert all(re.fullmatch(r"https://[\w-]+\.example(/\w+)?", site) for site in sites)
    slugs = book.read.rows("SELECT linkedin FROM contact WHERE linkedin IS NOT NULL")
    assert slugs
    assert all(slug.startswith("infoview-sample-") for (slug,) in slugs)


def test_numbers_are_of_those_kept_for_stories():
    numbers = [number for person in PEOPLE for number in person.get("phones", ())]
    numbers += [one["phone"] for one in ORGANIZATIONS if "phone" in one]
    kept = r"\+44 20 7946 0\d{3}|\+44 113 496 0\d{3}|\+44 7700 900\d{3}|\+1 \d{3} 555 01\d{2}|\+33 1 99 00 \d{2} \d{2}"
    assert numbers
    assert [number for number in numbers if not re.fullmatch(kept, number)] == []


def test_every_word_in_the_files_is_one_that_the_book_knows():
    told = set().union(*PEOPLE)
    dated = {"connected", "in_touch", "added", "trashed", "changed", "short_list"}
    plain = {"given_name", "family_name", "credentials", "position", "organization", "source", "tags", "referrer"}
    assert told <= dated | plain | set(LISTS) | set(sample.COLUMNS)
    assert {person.get("seniority", "") for person in PEOPLE} <= set(Seniority)
    assert {person.get("source", "") for person in PEOPLE} <= set(Source)
    assert {person["time_zone"] for person in PEOPLE if "time_zone" in person} <= available_timezones()
    assert {one.get("kind", "") for one in ORGANIZATIONS} <= set(Kind)
    assert {person["organization"] for person in PEOPLE} - {""} <= {one["name"] for one in ORGANIZATIONS}


def test_a_person_of_the_sample_is_deleted_like_any_other(book):
    contacts.delete(book.store, contact_ids=[1])
    assert "Ana Ruiz" not in book.names()
