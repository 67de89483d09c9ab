"""A throw-away directory is this user's alone, and gone in the end, whatever the end was."""

import subprocess
import sys

import pytest

from infoview_desktop.system import lock, throw_away
from tests import program


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr("infoview_desktop.system.throw_away.gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_it_is_there_within_the_block_only(temporary):
    with throw_away.directory() as directory:
        assert directory.parent == temporary
        (directory / "backups").mkdir()
        (directory / "backups" / "one").touch()
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="knows no permission bits")
def test_only_this_user_may_enter_it():
    with throw_away.directory() as directory:
        assert directory.stat().st_mode & 0o777 == 0o700


def test_an_error_removes_it_too(temporary):
    with pytest.raises(ZeroDivisionError), throw_away.directory():
        _ = 1 / 0
    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_left_is_removed_by_the_next(temporary):
    code = (
        "import os, sys; from infoview_desktop.system import lock, throw_away; sys.stdout.flush();"
        "block = throw_away.directory(); held = lock.claim(block.__enter__()); os._exit(9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=program.ENVIRON | {"TMPDIR": str(temporary)}, check=False, timeout=30
    )
    assert done.returncode == 9
    assert len(list(temporary.iterdir())) == 1
    with throw_away.directory() as directory:
        assert list(temporary.iterdir()) == [directory]


def test_what_is_in_use_or_not_ours_stays(temporary):
    in_use, being_made, other = (temporary / f"{throw_away.PREFIX}{name}" for name in ("used", "new", "other"))
    held = lock.claim(in_use)
    being_made.mkdir()
    other.touch()
    (temporary / "precious").mkdir()
    (temporary / f"{throw_away.PREFIX}link").symlink_to(temporary / "precious")
    (temporary / "precious" / lock.FILE_NAME).touch()
    with throw_away.directory():
        pass
    held.release()
    names = {path.name.removeprefix(throw_away.PREFIX) for path in temporary.iterdir()}
    assert names == {"used", "new", "other", "link", "precious"}
