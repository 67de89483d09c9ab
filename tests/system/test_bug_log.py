"""A bug is written down by its kind and place, and nothing of what the book says comes with it."""

import stat
from datetime import UTC, datetime

import pytest

from infoview_desktop.system import bug_log

NOW = datetime(2026, 6, 7, 12, 0, tzinfo=UTC)
SECRET = "Ana Ruiz <ana@example.org>"  # noqa: S105 - no password, but as private


def bug():
    """An error whose messages quote the book, with a cause that does so too."""
    try:
        try:
            {}[SECRET]
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        error.add_note(SECRET)
        return error


def write_down(directory, error=None):
    bug_log.write_down(directory, error or bug(), version="0.1.0", now=NOW)
    return (directory / bug_log.FILE_NAME).read_text("utf-8")


def test_it_says_when_what_and_where(tmp_path):
    log = write_down(tmp_path)
    assert log.startswith("2026-06-07T12:00:00Z InfoView 0.1.0\nValueError\n")
    assert "KeyError" in log
    assert "  test_bug_log.py:" in log
    assert log.endswith("bug\n")


def test_it_says_nothing_of_what_was_in_the_book_nor_where_the_user_lives(tmp_path):
    log = write_down(tmp_path)
    assert "Ana" not in log
    assert "example.org" not in log
    assert "/" not in log


def test_one_bug_comes_after_the_other_for_the_user_alone(tmp_path):
    write_down(tmp_path)
    assert write_down(tmp_path).count("ValueError") == 2
    assert stat.S_IMODE((tmp_path / bug_log.FILE_NAME).stat().st_mode) == 0o600


def test_it_does_not_grow_without_end(tmp_path):
    for _ in range(3):
        (tmp_path / bug_log.FILE_NAME).write_text("x" * 300_000)
        write_down(tmp_path)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 400_000


def test_errors_that_refer_to_each_other_are_written_down_once(tmp_path):
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert write_down(tmp_path, one).count("KeyError") == 1


@pytest.mark.parametrize("place", ["nowhere", "file"])
def test_where_it_cannot_be_written_the_program_goes_on(tmp_path, place):
    (tmp_path / "file").touch()
    bug_log.write_down(tmp_path / place, bug(), version="0.1.0", now=NOW)
