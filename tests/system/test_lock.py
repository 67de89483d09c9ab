"""One InfoView at a time per data directory, and the directory for the user alone."""

import signal
import stat
import subprocess
import sys

import pytest

from infoview_desktop.domain.known_error import HeldElsewhere, KnownError
from infoview_desktop.system import lock
from tests import program

HOLD = """
import sys
from pathlib import Path
from infoview_desktop.system import lock
held = lock.claim(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that has the lock."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=program.ENVIRON
    ) as holder:
        holder.stdout.readline()
        yield holder


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_second_claim_is_refused_until_the_first_is_released(tmp_path):
    first = lock.claim(tmp_path)
    with pytest.raises(HeldElsewhere):
        lock.claim(tmp_path)
    first.release()
    first.release()
    lock.claim(tmp_path).release()


def test_two_directories_have_two_locks(tmp_path):
    held = [lock.claim(tmp_path / name) for name in ("one", "two")]
    for each in held:
        each.release()


def test_another_process_is_kept_out(tmp_path, holder):
    with pytest.raises(HeldElsewhere, match="InfoView window is open"):
        lock.claim(tmp_path)
    holder.stdin.close()
    holder.wait()
    lock.claim(tmp_path).release()


def test_a_process_that_was_killed_holds_nothing(tmp_path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    lock.claim(tmp_path).release()


def test_a_new_directory_is_made_for_the_user_alone(tmp_path):
    lock.claim(tmp_path / "a" / "b").release()
    assert mode(tmp_path / "a" / "b") == 0o700
    assert mode(tmp_path / "a" / "b" / lock.FILE_NAME) == 0o600


@pytest.mark.parametrize("before", [0o755, 0o777, 0o700])
def test_others_lose_their_rights_to_an_empty_directory_and_to_ours(tmp_path, before):
    for _ in range(2):
        tmp_path.chmod(before)
        lock.claim(tmp_path).release()
        assert mode(tmp_path) == 0o700


def test_a_directory_with_other_things_in_it_keeps_its_rights(tmp_path):
    (tmp_path / "other").touch()
    tmp_path.chmod(0o755)
    lock.claim(tmp_path).release()
    assert mode(tmp_path) == 0o755


def test_a_directory_made_read_only_stays_so(tmp_path):
    lock.claim(tmp_path).release()
    tmp_path.chmod(0o500)
    lock.claim(tmp_path).release()
    assert mode(tmp_path) == 0o500


@pytest.mark.parametrize("place", ["file", "file/below", "/dev/null/below"])
def test_a_place_where_no_directory_can_be_says_so(tmp_path, place):
    (tmp_path / "file").touch()
    with pytest.raises(KnownError, match="InfoView cannot use the folder"):
        lock.claim(tmp_path / place)
