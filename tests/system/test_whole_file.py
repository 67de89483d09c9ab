"""Files written for the user: there whole, or not at all, or refused with the reason."""

import errno
import sys

import pytest

from infoview_desktop.domain.known_error import KnownError
from infoview_desktop.system.whole_file import outgoing, whole_file
from tests import program


def write(path, text="new"):
    with whole_file(path) as file:
        file.write(text)


def test_a_file_is_written_as_it_was_given(tmp_path):
    write(tmp_path / "out", "Łukasz\r\n🌍\n")
    assert (tmp_path / "out").read_bytes() == "Łukasz\r\n🌍\n".encode()


def test_the_old_file_is_there_until_the_new_one_is_whole(tmp_path):
    write(tmp_path / "out", "old")
    with whole_file(tmp_path / "out") as file:
        file.write("new")
        assert (tmp_path / "out").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out").read_text() == "new"


def test_a_file_that_fails_half_way_leaves_the_old_one_and_nothing_else(tmp_path):
    write(tmp_path / "out", "old")
    with pytest.raises(ZeroDivisionError):
        fail_half_way(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out").read_text() == "old"


def fail_half_way(path):
    with whole_file(path) as file:
        file.write("new")
        raise ZeroDivisionError


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as Unix does")
def test_a_disk_without_room_leaves_the_old_one_and_says_so(tmp_path):
    write(tmp_path / "out", "old")
    code = (
        "import sys; from pathlib import Path; from infoview_desktop.system.whole_file import *\n"
        "with outgoing(Path(sys.argv[1]), book=Path('/b/infoview.sqlite3')), whole_file(Path(sys.argv[1])) as file:\n"
        "    file.write('new' * 100_000)"
    )
    done = program.run("-c", LIMIT + code, tmp_path / "out")
    assert "KnownError: out cannot be written: file too large." in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out").read_text() == "old"


LIMIT = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "permission denied"),
        (OSError(errno.ENOSPC, "No space left on device"), "no space left on device"),
        (OSError("it went wrong"), "it went wrong"),
    ],
    ids=str,
)
def test_what_the_system_says_is_told_with_the_name_of_the_file(tmp_path, error, reason):
    with (
        pytest.raises(KnownError, match=f"out cannot be written: {reason}"),
        outgoing(tmp_path / "out", book=tmp_path / "infoview.sqlite3"),
    ):
        raise error
