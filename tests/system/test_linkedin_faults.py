"""Files that are not what they should be: refused by name or read, always soon and within bounds."""

import io
import os
import random
import threading
import time
import tracemalloc
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_desktop.domain.progress import Cancelled
from infoview_desktop.system import linkedin_export
from infoview_desktop.system.linkedin_export import ConnectionsFile, UnreadableFile, read
from tests.linkedin_people import HEADER, write_connections

HEADER_LINE = ",".join(HEADER) + "\n"
ONE_ROW = HEADER_LINE + "Ana,Ruiz,https://www.linkedin.com/in/ana,,,,07 Jun 2026\n"
MEGABYTE = 1_000_000


def read_quietly(path: Path) -> ConnectionsFile:
    return read(path, progress=lambda _fraction: None, cancelled=lambda: False)


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_quietly(path)
    assert refused.value.reason.endswith(".")
    return refused.value.reason


class TestWhatIsNoFile:
    def test_a_folder(self, tmp_path):
        assert "is a folder" in refusal(tmp_path)

    def test_nothing(self, tmp_path):
        assert "no longer there" in refusal(tmp_path / "Connections.csv")

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
    def test_a_pipe_that_nobody_writes_to(self, tmp_path):
        os.mkfifo(tmp_path / "Connections.csv")
        assert "pipe or a device" in refusal(tmp_path / "Connections.csv")

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
    def test_a_device_without_end(self):
        assert "pipe or a device" in refusal(Path("/dev/zero"))

    def test_a_file_that_must_not_be_read(self, tmp_path, monkeypatch):
        path = tmp_path / "Connections.csv"
        path.write_text(ONE_ROW)

        def deny(*_arguments):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", deny)
        assert "may not read" in refusal(path)

    def test_a_disk_that_fails_while_it_is_read(self, tmp_path, monkeypatch):
        path = tmp_path / "Connections.csv"
        path.write_text(ONE_ROW)

        def fail(*_arguments):
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(linkedin_export, "lines", fail)
        assert "Input/output error" in refusal(path)


class TestWhatIsTooMuch:
    def test_a_gigabyte(self, tmp_path):
        path = tmp_path / "Connections.csv"
        path.write_text(ONE_ROW)
        os.truncate(path, 1000 * MEGABYTE)
        assert "1,000 MB" in refusal(path)

    def test_ten_million_rows_of_which_only_the_first_are_held(self, tmp_path):
        path = tmp_path / "Connections.csv"
        path.write_bytes(HEADER_LINE.encode() + b"a,b\n" * 10_000_000)
        assert "250,000 records" in refusal(path)

    def test_more_blank_lines_than_any_spreadsheet_has(self, tmp_path, monkeypatch):
        monkeypatch.setattr(linkedin_export, "MOST_LINES", 10_000)
        path = tmp_path / "Connections.csv"
        path.write_text(HEADER_LINE + "\n" * 9_000)
        assert read_quietly(path).rows == 0
        path.write_text(HEADER_LINE + "\n" * 11_000)
        assert "records" in refusal(path)

    @pytest.mark.parametrize("quote", [b"", b'"'])
    def test_a_cell_of_sixty_megabytes_is_never_held(self, tmp_path, quote):
        path = tmp_path / "Connections.csv"
        path.write_bytes(HEADER_LINE.encode() + b"Ana," + quote + b"x" * (60 * MEGABYTE) + b"\nBo,Chen\n")
        tracemalloc.start()
        try:
            file = read_quietly(path)
            held = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert [one.given_name for one in file.connections] == ["Bo"]
        assert file.problems[0].why == "a line of more than 65,536 characters; it is left out"
        assert held < 10 * MEGABYTE


HOSTILE = {
    "quotes": b'"' * MEGABYTE,
    "a quote on each line": b'"\n' * 200_000,
    "an unclosed quote on each line": b'Ana,"Smith,,,,,07 Jun 2026\n' * 100_000,
    "long lines in quotes": (b'Ana,"' + b"x" * 6000 + b"\n" + (b"y" * 6000 + b"\n") * 19) * 30,
    "nothing but commas": (b"," * 60_000 + b"\n") * 50,
    "nothing but NUL": b"\0" * MEGABYTE,
    "overrides": (b"a,b," + "\u202e".encode() * 20_000 + b"\n") * 50,
    "towers of accents": (b"a,b," + "\u0315".encode() * 9_000 + "\u0300".encode() * 9_000 + b"\n") * 50,
    "an address of many hosts": (b"a,b,https://" + b"a." * 30_000 + b"com/in/x,,,,\n") * 50,
    "a slug of many signs": (b"a,b,https://linkedin.com/in/" + b"%C3%A9" * 10_000 + b",,,,\n") * 50,
    "half of UTF-16": b"\xff\xfe" + b"\xd8" * 100_001,
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_content_takes_no_more_time_than_its_length_deserves(tmp_path, content):
    path = tmp_path / "Connections.csv"
    path.write_bytes(HEADER_LINE.encode() + content)
    looks: list[float] = []
    started = time.perf_counter()
    file = read(path, progress=lambda _fraction: None, cancelled=lambda: looks.append(time.perf_counter()) or False)
    assert file.broken <= len(file.problems)
    assert time.perf_counter() - started < 5
    assert max(later - sooner for sooner, later in pairwise(looks)) < 0.5


def test_cancelling_is_heard_at_every_stage(tmp_path):
    path = tmp_path / "Connections.csv"
    write_connections(path, 3_000)
    looks = iter(range(10_000))
    read(path, progress=lambda _fraction: None, cancelled=lambda: next(looks) < 0)
    for stage in range(0, next(looks), 20):
        countdown = iter([False] * stage)
        with pytest.raises(Cancelled):
            read(path, progress=lambda _fraction: None, cancelled=lambda left=countdown: next(left, True))


def test_a_window_can_paint_while_a_file_is_read(tmp_path):
    path = tmp_path / "Connections.csv"
    write_connections(path, 20_000)
    reading = threading.Thread(target=read_quietly, args=(path,))
    reading.start()
    frames = [time.perf_counter()]
    while reading.is_alive():
        time.sleep(0.001)
        frames.append(time.perf_counter())
    assert (frames[-1] - frames[0]) / len(frames) < 0.02


def zipped(path: Path, members: dict[str, str], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 6, 8, 1, 2, 4)), text, compression)
    return path


class TestArchives:
    @pytest.mark.parametrize(
        "name",
        [
            "Connections.csv",
            "connections.CSV",
            "Basic_LinkedInDataExport_06-07-2026/Connections.csv",
            "Basic_LinkedInDataExport_06-07-2026\\Connections.csv",
        ],
    )
    def test_connections_are_read_at_the_root_or_in_one_folder(self, tmp_path, name):
        path = zipped(tmp_path / "a.zip", {"messages.csv": "x", name: ONE_ROW, "Profile.csv": "y"})
        file = read_quietly(path)
        assert (file.name, file.rows) == ("a.zip", 1)

    def test_the_day_is_in_the_archives_name(self, tmp_path):
        path = zipped(tmp_path / "Basic_LinkedInDataExport_06-07-2026.zip", {"Connections.csv": ONE_ROW})
        assert read_quietly(path).exported_on == date(2026, 6, 7)

    def test_else_in_its_folder_and_else_it_is_the_members(self, tmp_path):
        folder = "Complete_LinkedInDataExport_05-04-2026/Connections.csv"
        assert read_quietly(zipped(tmp_path / "a.zip", {folder: ONE_ROW})).exported_on == date(2026, 5, 4)
        assert read_quietly(zipped(tmp_path / "b.zip", {"Connections.csv": ONE_ROW})).exported_on == date(2026, 6, 8)

    def test_the_kind_is_told_by_the_content_and_not_by_the_name(self, tmp_path):
        assert read_quietly(zipped(tmp_path / "Connections.csv", {"Connections.csv": ONE_ROW})).rows == 1

    @pytest.mark.parametrize(
        "name",
        [
            "../Connections.csv",
            "/Connections.csv",
            "a/b/Connections.csv",
            "..\\Connections.csv",
            "__MACOSX/Connections.csv",
            "My Connections.csv",
        ],
    )
    def test_no_other_name_is_read(self, tmp_path, name):
        assert "holds no Connections.csv" in refusal(zipped(tmp_path / "a.zip", {name: ONE_ROW}))

    def test_the_one_at_the_root_goes_before_the_one_in_a_folder(self, tmp_path):
        path = zipped(tmp_path / "a.zip", {"a/Connections.csv": HEADER_LINE, "Connections.csv": ONE_ROW})
        assert read_quietly(path).rows == 1

    def test_ten_thousand_members(self, tmp_path):
        members = {f"{number}.csv": "" for number in range(10_000)} | {"Connections.csv": ONE_ROW}
        assert read_quietly(zipped(tmp_path / "a.zip", members)).rows == 1

    def test_more_members_than_can_be_looked_through_soon(self, tmp_path):
        members = {f"{'x' * 200}{number}": "" for number in range(20_000)} | {"Connections.csv": ONE_ROW}
        assert "too many files" in refusal(zipped(tmp_path / "a.zip", members))

    def test_a_ratio_of_one_to_a_thousand(self, tmp_path):
        path = zipped(tmp_path / "a.zip", {"Connections.csv": HEADER_LINE + "\n" * (10 * MEGABYTE)})
        assert "unpacks to far more" in refusal(path)

    def test_a_size_that_is_not_told_truly(self, tmp_path):
        path = zipped(tmp_path / "a.zip", {"Connections.csv": HEADER_LINE + "\n" * (10 * MEGABYTE)})
        content = path.read_bytes()
        path.write_bytes(content.replace((10 * MEGABYTE + len(HEADER_LINE)).to_bytes(4, "little"), b"\x90\0\0\0"))
        assert "damaged" in refusal(path)

    @pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_packing_that_knows_no_bounds(self, tmp_path, compression):
        assert "unusual way" in refusal(zipped(tmp_path / "a.zip", {"Connections.csv": ONE_ROW}, compression))

    def test_a_password(self, tmp_path):
        path = zipped(tmp_path / "a.zip", {"Connections.csv": ONE_ROW})
        content = bytearray(path.read_bytes())
        content[6] |= 1
        content[content.index(b"PK\x01\x02") + 8] |= 1
        path.write_bytes(content)
        assert "password" in refusal(path)

    def test_damage(self, tmp_path):
        path = tmp_path / "a.zip"
        rows = "".join(f"Ana,R{random.Random(at).random()},,,,,\n" for at in range(5_000))  # noqa: S311
        zipped(path, {"Connections.csv": HEADER_LINE + rows})
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 0xFF
        path.write_bytes(content)
        assert "damaged" in refusal(path)
        path.write_bytes(content[:-100])
        assert "damaged" in refusal(path)

    @pytest.mark.parametrize("name", ["a.xlsx", "Connections.csv"])
    def test_a_workbook(self, tmp_path, name):
        assert "Excel workbook" in refusal(zipped(tmp_path / name, {"xl/workbook.xml": "<x/>"}))

    def test_an_old_workbook(self, tmp_path):
        (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
        assert "Excel workbook" in refusal(tmp_path / "a.xls")


def _sound_archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", ONE_ROW)
        archive.writestr("Profile.csv", "")
    return buffer.getvalue()


SOUND = _sound_archive()


@given(st.lists(st.tuples(st.integers(4, len(SOUND) - 1), st.integers(0, 255)), max_size=4), st.integers(0, 40))
@settings(deadline=None, max_examples=300)
def test_a_mangled_archive_is_read_or_refused(tmp_path_factory, mangled, cut):
    content = bytearray(SOUND)
    for at, value in mangled:
        content[at] = value
    path = tmp_path_factory.getbasetemp() / "mangled.zip"
    path.write_bytes(content[: len(content) - cut])
    try:
        assert read_quietly(path).rows <= 2
    except UnreadableFile:
        return
