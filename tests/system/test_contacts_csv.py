"""Contacts as a table for spreadsheets."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_desktop.domain.connection import without_formula_guard
from infoview_desktop.system import contacts_csv

ANA = {
    "given_name": "Ana",
    "family_name": "Ruiz, Lopez",
    "linkedin": "ana-ruíz",
    "emails": ["a@example.org", "b@example.org", "c@example.org"],
    "organization": 'The "Open" Harbor',
    "position": "Nurse\nTeacher",
    "connected_on": None,
    "credentials": "PhD",
    "phones": ["+34 600", "091"],
    "tags": ["alumni", "mentor"],
    "source": "linkedin",
    "middle_name": "María",
    "suffix": "III",
    "pronouns": "she/her",
    "seniority": "senior",
    "location": "Madrid, Spain",
    "time_zone": "Europe/Madrid",
    "links": ["a.example", "b.example"],
    "schools": ["Universidad; Madrid"],
    "past_employers": ["Acme"],
    "in_touch_on": "2026-07-08",
    "remarks": "Likes maps\n\nand trains",
}


def written(*contacts):
    file = io.StringIO(newline="")
    contacts_csv.write(file, contacts)
    return list(csv.reader(io.StringIO(file.getvalue(), newline="")))


def test_the_first_columns_are_linkedins_own():
    assert written()[0][:7] == [
        "First Name",
        "Last Name",
        "URL",
        "Email Address",
        "Company",
        "Position",
        "Connected On",
    ]


def test_a_contact_is_one_row_with_everything_in_it():
    assert dict(zip(*written(ANA), strict=True)) == {
        "First Name": "Ana",
        "Last Name": "Ruiz, Lopez",
        "URL": "https://www.linkedin.com/in/ana-ru%C3%ADz",
        "Email Address": "a@example.org",
        "Company": 'The "Open" Harbor',
        "Position": "Nurse Teacher",
        "Connected On": "",
        "Credentials": "PhD",
        "Phone": "'+34 600; 091",
        "Tags": "alumni; mentor",
        "How Found": "linkedin",
        "Other Emails": "b@example.org; c@example.org",
        "Additional Names": "María",
        "Suffix": "III",
        "Pronouns": "she/her",
        "Seniority": "senior",
        "Location": "Madrid, Spain",
        "Time Zone": "Europe/Madrid",
        "Links": "a.example; b.example",
        "Schools": "Universidad; Madrid",
        "Past Employers": "Acme",
        "Last In Touch": "2026-07-08",
        "Remarks": "Likes maps and trains",
    }


def test_who_is_known_by_name_only_has_empty_cells():
    nothing = {name: type(value)() if value else None for name, value in ANA.items()}
    assert set(written(nothing | {"given_name": "Ana", "linkedin": None})[1]) == {"Ana", ""}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula_to_a_spreadsheet(sign):
    dangerous = {name: f"{sign}cmd" for name, value in ANA.items() if isinstance(value, str)}
    lists = {name: [f"{sign}cmd", f"{sign}cmd"] for name, value in ANA.items() if isinstance(value, list)}
    for cell in written(ANA | dangerous | lists | {"linkedin": "ana"})[1]:
        assert not cell.startswith(sign)


@given(st.text() | st.text(alphabet="=+-@\t\r'a"))
def test_a_guarded_cell_is_no_formula_and_comes_back_as_it_was(cell):
    guarded = contacts_csv.guarded(cell)
    assert not guarded.startswith(("=", "+", "-", "@", "\t", "\r"))
    if guarded != cell:
        assert without_formula_guard(guarded) == cell
