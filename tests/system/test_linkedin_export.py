import csv
import io
import os
from contextlib import nullcontext, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_desktop.domain.connection import Connection, without_formula_guard
from infoview_desktop.domain.text import clean
from infoview_desktop.system.linkedin_export import ConnectionsFile, UnreadableFile, read
from tests.linkedin_people import PREAMBLE, write_connections

DATA = Path(__file__).parent.parent / "data" / "linkedin"
SAVED_AGAIN = sorted((DATA / "saved_again").glob("*.csv"))
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def read_quietly(path: Path) -> ConnectionsFile:
    return read(path, progress=lambda _fraction: None, cancelled=lambda: False)


def read_text(directory: Path, text: str) -> ConnectionsFile:
    path = directory / "Connections.csv"
    path.write_bytes(text.encode())
    return read_quietly(path)


def people(file: ConnectionsFile) -> list[Connection]:
    return [replace(one, line=0) for one in file.connections]


def ana(line: int, *, given_name: str = "Ana", email: str = "", connected_on: str | None = "2017-08-14") -> Connection:
    return Connection(line, given_name, "Ruiz", "", None, email, "Alder Relief", "Policy Analyst", connected_on)


ADDRESS = "ana.ruiz@example.org"


@pytest.mark.parametrize(
    ("name", "first", "names", "hidden"),
    [
        (
            "2014_outlook",
            ana(2, given_name="Ana Lucía", email=ADDRESS, connected_on=None),
            ["Ruiz", "Chen", "Müller"],
            0,
        ),
        ("2017_address", ana(2, email=ADDRESS), ["Ruiz", "Chen"], 0),
        ("2017_unspaced", ana(2, email=ADDRESS), ["Ruiz", "Chen"], 0),
        ("2018_addresses", ana(2, email=ADDRESS, connected_on="2018-01-09"), ["Ruiz", "Chen"], 0),
        ("2020_without_url", ana(2), ["Ruiz", "Chen"], 1),
        ("2022_with_notes", ana(5), ["Ruiz", "Chen"], 0),
    ],
)
def test_every_era_is_read(name, first, names, hidden):
    file = read_quietly(DATA / f"{name}.csv")
    assert file.connections[0] == first
    assert [one.family_name for one in file.connections] == names
    assert (file.hidden, file.broken, file.problems, file.cleaned) == (hidden, 0, (), 0)


def test_the_present_era_is_read():
    file = read_quietly(DATA / "2026_present.csv")
    assert file.connections[0] == Connection(
        line=5,
        given_name="Jörg",
        family_name="Müller",
        credentials="Dr.",
        linkedin="joerg-müller",
        email="joerg@example.com",
        organization="Alder GmbH & Co. KG",
        position="Direktor, Forschung",
        connected_on="2026-06-07",
    )
    assert [one.connected_on for one in file.connections] == ["2026-06-07", "2024-01-06", "2020-02-29", "2011-12-13"]
    assert (file.rows, file.hidden, file.broken, file.problems) == (5, 1, 0, ())


@pytest.mark.parametrize("path", SAVED_AGAIN, ids=lambda path: path.stem)
def test_a_file_saved_again_by_another_program_gives_the_same_people(path):
    original, again = read_quietly(DATA / "2026_present.csv"), read_quietly(path)
    assert people(again) == people(original)
    assert (again.hidden, again.broken, again.problems) == (1, 0, ())


def test_there_are_files_saved_again():
    assert len(SAVED_AGAIN) == 16


def test_what_members_put_into_their_names_and_positions():
    file = read_quietly(DATA / "2026_quirks.csv")
    by_slug = {one.linkedin: one for one in file.connections}
    lukasz = by_slug["lukasz-øberg-4b1"]
    assert (lukasz.family_name, lukasz.credentials, lukasz.position) == ("Øberg", "PhD, MBA", "Head of R&D")
    assert by_slug["sian-owens"].family_name == "Owens (née Reid)"
    assert by_slug["sian-owens"].position == 'Nurse "on call" | Trainer'
    assert by_slug["ana-ruiz-1"].given_name == "Ana María"
    assert [by_slug[slug].position for slug in ("ana-ruiz-1", "mei-chen")] == ["=Analyst", "=Economist"]
    assert by_slug["mei-chen"].given_name == "👩\u200d🔬 Mei"
    assert "نور" in by_slug
    assert [one.line for one in file.connections if one.family_name == "Ruiz"] == [13, 14]
    assert (file.rows, file.hidden, file.broken, file.problems, file.cleaned) == (10, 1, 0, (), 2)


def test_hostile_cells_are_text_or_are_told():
    file = read_quietly(DATA / "hostile.csv")
    told = {problem.line: problem.why for problem in file.problems}
    assert {one.line for one in file.connections if one.linkedin is None} == set(range(2, 10))
    assert all("not the address of a LinkedIn profile" in told[line] for line in range(2, 10))
    by_slug = {one.linkedin: one for one in file.connections}
    assert by_slug["markup"].given_name == "<img src=x onerror=alert(1)>"
    assert by_slug["line-ends"].family_name == "To: Bcc"
    assert "\n" not in by_slug["line-ends"].email
    assert by_slug["nul"].given_name == "NulByte"
    assert by_slug["no-date"].connected_on is None
    assert told[16] == "“31 Feb 2026” is not a date; the person is imported without it"
    assert told[17] == "8 cells where the header has 7; the line is left out"
    assert by_slug["too-few"].connected_on is None
    assert told[19] == "no name, and 4 cells too few; the line is left out"
    assert told[20] == "a quote that is never closed, or that stands in the wrong place; the line is left out"
    assert by_slug["afterwards"].organization == "Juniper, Ltd"
    assert (file.rows, file.broken) == (17, 3)


class TestHeaders:
    def test_a_header_with_no_records_is_an_empty_file(self, tmp_path):
        assert read_text(tmp_path, HEADER).rows == 0
        assert read_text(tmp_path, (PREAMBLE + HEADER).strip()).rows == 0

    def test_blank_records_are_no_records(self, tmp_path):
        assert read_text(tmp_path, f"{HEADER}\n,,,,,,\n  \n\u200b,,\u00a0,,,,\n").rows == 0

    @pytest.mark.parametrize(
        ("text", "missed"),
        [
            ("Company,Position\nAlder,Clerk\n", "“First Name” and “Last Name”"),
            ("First Name,Company\nAna,Alder\n", "the columns “Last Name”"),
            ("First Name,Last Name,Headline\nAna,Ruiz,Hi\n", "no column URL or Email Address or Company"),
            ("one,two\n1,2\n", "“First Name” and “Last Name”"),
            ("\n", "“First Name” and “Last Name”"),
            ("one\r", "“First Name” and “Last Name”"),
        ],
    )
    def test_a_file_without_such_a_header_is_refused_by_name(self, tmp_path, text, missed):
        with pytest.raises(UnreadableFile, match=r"Connections\.csv") as refused:
            read_text(tmp_path, text)
        assert missed in refused.value.reason

    def test_an_empty_file_is_refused_as_such(self, tmp_path):
        with pytest.raises(UnreadableFile, match="is empty"):
            read_text(tmp_path, "")

    def test_a_spreadsheets_hint_of_its_delimiter_is_passed_over(self, tmp_path):
        assert read_text(tmp_path, "sep=;\nFirst Name;Last Name;URL\nAna;Ruiz;\n").rows == 1


class TestRecords:
    def test_an_unclosed_quote_costs_its_own_line_only(self, tmp_path):
        lines = [f'Ana,R{at},,,Alder,"Clerk, {at}",07 Jun 2026' for at in range(40)]
        lines[3] = 'Bo,"Chen,,,Alder,Clerk,07 Jun 2026'
        lines[7] = 'Bo,Chen,,",Alder,Clerk,07 Jun 2026'
        lines[9] = 'Bo,Chen,,",Alder,Clerk,07 Jun 2026'
        lines[39] = 'Bo,Chen,,,Alder,"Clerk,07 Jun 2026'
        file = read_text(tmp_path, HEADER + "\n".join(lines))
        assert [problem.line for problem in file.problems] == [5, 9, 11, 41]
        assert (len(file.connections), file.broken) == (36, 4)
        assert {one.given_name for one in file.connections} == {"Ana"}

    def test_a_cell_may_go_on_for_some_lines(self, tmp_path):
        file = read_text(tmp_path, f'{HEADER}Ana,Ruiz,,,"Alder\nand\n""Sons""",Clerk,07 Jun 2026\nBo,Chen,,,,,\n')
        assert [one.organization for one in file.connections] == ['Alder and "Sons"', ""]
        assert [one.line for one in file.connections] == [2, 5]

    def test_surplus_cells_must_be_empty(self, tmp_path):
        file = read_text(tmp_path, f"{HEADER}Ana,Ruiz,,,,,07 Jun 2026,,\nBo,Chen,,,,,07 Jun 2026,x\n")
        assert ([one.given_name for one in file.connections], file.broken) == (["Ana"], 1)

    def test_a_line_without_end_is_left_out(self, tmp_path):
        file = read_text(tmp_path, f"{HEADER}Ana,{'x' * 200_000}\nBo,Chen,,,,,\n{'y' * 70_000}")
        assert [problem.line for problem in file.problems] == [2, 4]
        assert [one.given_name for one in file.connections] == ["Bo"]

    def test_one_bad_byte_does_not_change_the_encoding(self, tmp_path):
        path = tmp_path / "Connections.csv"
        path.write_bytes(f"{HEADER}Łukasz,Øberg,,,,,\nJos".encode() + b"\xff,Ruiz,,,,,\n")
        assert [one.given_name for one in read_quietly(path).connections] == ["Łukasz", "Jos\ufffd"]


class TestExportedOn:
    def test_the_name_of_an_unpacked_folder_tells_the_day(self, tmp_path):
        folder = tmp_path / "Complete_LinkedInDataExport_06-07-2026 (1)"
        folder.mkdir()
        assert read_text(folder, HEADER).exported_on == date(2026, 6, 7)

    def test_else_it_is_the_day_the_file_was_changed(self, tmp_path):
        path = tmp_path / "Connections.csv"
        path.write_text(HEADER)
        os.utime(path, (1_700_000_000, 1_700_000_000))
        assert abs(read_quietly(path).exported_on - date(2023, 11, 14)).days <= 1


def test_progress_only_grows_and_ends_at_one(tmp_path):
    path = tmp_path / "Connections.csv"
    write_connections(path, 20_000)
    told: list[float] = []
    file = read(path, progress=told.append, cancelled=lambda: False)
    assert file.rows == 20_000
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) < 100


CELLS = st.text(max_size=12).filter(lambda text: len(text.splitlines()) <= 1 or not set(text) & set(",;\t"))
WAYS_TO_WRITE = st.tuples(
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]),
    st.sampled_from(["", PREAMBLE]),
)


@given(st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=8), WAYS_TO_WRITE)
@settings(deadline=None)
def test_every_record_that_a_program_writes_is_in_exactly_one_count(tmp_path_factory, rows, way):
    delimiter, line_end, encoding, notes = way
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writerow([*HEADER.strip().split(","), "Number"])
    writer.writerows([*row, number] for number, row in enumerate(rows))
    path = tmp_path_factory.getbasetemp() / "Connections.csv"
    path.write_bytes((notes + text.getvalue()).encode(encoding, "replace"))
    file = read_quietly(path)
    assert (file.rows, file.broken) == (len(rows), 0)
    if encoding != "cp1252":  # which cannot hold every character
        given_names = [clean(without_formula_guard(row[0]))[0] for row in rows]
        assert [one.given_name for one in file.connections if one.given_name] == [name for name in given_names if name]


@given(st.binary(max_size=2000), st.booleans())
@settings(deadline=None)
def test_bytes_of_any_kind_are_read_or_refused(tmp_path_factory, content, with_header):
    path = tmp_path_factory.getbasetemp() / "Connections.csv"
    path.write_bytes((HEADER.encode() if with_header else b"") + content)
    with nullcontext() if with_header else suppress(UnreadableFile):
        file = read_quietly(path)
        assert file.rows == len(file.connections) + file.hidden + file.broken
        assert file.broken <= len(file.problems)


@given(st.lists(st.sampled_from(["sound", "quote", "comma", "nameless"]), max_size=60))
@settings(deadline=None)
def test_a_broken_line_takes_no_sound_one_with_it(tmp_path_factory, kinds):
    lines = {
        "sound": 'Ana,Ruiz,,,"Alder, Inc",Clerk,07 Jun 2026',
        "quote": 'Ana,Ruiz,,",Alder,Clerk,07 Jun 2026',
        "comma": "Ana,Ruiz,,,Alder,Clerk,07 Jun 2026,,x",
        "nameless": ",,,",
    }
    text = HEADER + "\n".join(lines[kind] for kind in kinds)
    file = read_text(tmp_path_factory.getbasetemp(), text)
    assert [one.line for one in file.connections] == [at for at, kind in enumerate(kinds, 2) if kind == "sound"]
    assert file.broken == sum(kind in {"quote", "comma"} for kind in kinds)
