"""Which system packages are wanted and how they are had, tried without installing any."""

import re
import subprocess
import sys

import debian
import pytest
from steps import CannotSetUpError


@pytest.mark.parametrize(
    ("os_release", "expected"),
    [
        ("ID=debian\nVERSION_ID=12\n", True),
        ("NAME=Ubuntu\nID=ubuntu\nID_LIKE=debian\n", True),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', True),
        ("ID=fedora\n", False),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', False),
        ("# says nothing\n", False),
        ("", False),
    ],
)
def test_debian_and_its_kin_are_told_from_others(os_release, expected):
    assert debian.is_debian(os_release) is expected


def test_only_what_dpkg_calls_installed_counts():
    said = (
        "ii  libegl1\n"
        "hi  libgl1\n"
        "un  libxcb-cursor0\n"
        "rc  xvfb\n"
        "iU  openbox\n"
        "dpkg-query: no packages found matching xdotool\n"
    )
    assert debian.installed_packages(said) == {"libegl1", "libgl1"}


def test_a_library_renamed_by_the_64_bit_time_transition_is_not_missing():
    assert debian.missing(["libglib2.0-0", "libegl1"], frozenset({"libglib2.0-0t64"})) == ["libegl1"]


def test_tools_are_wanted_for_tests_only_and_venv_only_where_python_lacks_it():
    for_running = set(debian.wanted_packages(for_tests=False, has_ensurepip=True))
    assert for_running == set(debian.QT_LIBRARIES)
    assert set(debian.wanted_packages(for_tests=True, has_ensurepip=True)) - for_running == set(debian.TEST_TOOLS)
    venv = f"python3.{sys.version_info.minor}-venv"
    assert set(debian.wanted_packages(for_tests=False, has_ensurepip=False)) - for_running == {venv}


def test_root_needs_no_sudo_and_nobody_gets_by_without_either():
    command = ["apt-get", "install", "xvfb"]
    assert debian.as_root(command, is_root=True, sudo=None) == command
    assert debian.as_root(command, is_root=False, sudo="/usr/bin/sudo") == ["/usr/bin/sudo", *command]
    assert debian.as_root(command, is_root=False, sudo=None) is None


@pytest.fixture
def bare_debian(monkeypatch):
    """A Debian with nothing installed, where no command really runs; the commands, as they come."""
    commands = []

    def attempt(command, **_):
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, stdout="")

    monkeypatch.setattr(debian, "_os_release", lambda: "ID=debian")
    monkeypatch.setattr(debian.shutil, "which", {"dpkg-query": "/usr/bin/dpkg-query"}.get)
    monkeypatch.setattr(debian, "_is_root", lambda: True)
    monkeypatch.setattr(debian, "_has_ensurepip", lambda: True)
    monkeypatch.setattr(debian, "_has_locale", lambda _: True)
    monkeypatch.setattr(debian, "attempt", attempt)
    monkeypatch.setattr(debian, "step", lambda _, command: commands.append(command))
    return commands


def test_what_is_missing_is_installed_in_one_go(bare_debian):
    debian.ensure(for_tests=True)
    asked, installed = bare_debian
    assert asked[0] == "dpkg-query"
    assert "apt-get" in installed
    assert {"libegl1", "xvfb"} < set(installed)


def test_where_all_is_there_dpkg_is_asked_once_and_that_is_all(bare_debian, monkeypatch):
    monkeypatch.setattr(debian, "missing", lambda *_: [])
    debian.ensure(for_tests=True)
    assert len(bare_debian) == 1


def test_package_lists_are_fetched_when_installing_fails_without(bare_debian, monkeypatch):
    failing = subprocess.CompletedProcess([], 100, stdout="")
    monkeypatch.setattr(debian, "attempt", lambda _: failing)
    debian.ensure(for_tests=False)
    fetched, installed = bare_debian
    assert fetched[-1] == "update"
    assert "install" in installed


def test_a_locale_that_is_missing_is_generated(bare_debian, monkeypatch):
    monkeypatch.setattr(debian, "_has_locale", lambda _: False)
    debian.ensure(for_tests=True)
    assert bare_debian[-1] == ["localedef", "-i", "fr_FR", "-f", "UTF-8", "fr_FR.UTF-8"]


@pytest.mark.usefixtures("bare_debian")
def test_without_root_missing_libraries_stop_everything_and_are_named(monkeypatch):
    monkeypatch.setattr(debian, "_is_root", lambda: False)
    with pytest.raises(CannotSetUpError, match=r"as root: .*install .*libxcb-cursor0"):
        debian.ensure(for_tests=False)


@pytest.mark.usefixtures("bare_debian")
def test_without_root_missing_test_tools_are_named_and_the_tests_run(monkeypatch, capsys):
    monkeypatch.setattr(debian, "_is_root", lambda: False)
    monkeypatch.setattr(debian, "missing", lambda *_: ["xvfb"])
    debian.ensure(for_tests=True)
    assert re.search(r"as root: .*xvfb\n.*skipped", capsys.readouterr().err)


@pytest.mark.usefixtures("bare_debian")
def test_on_another_linux_libraries_that_do_not_load_are_named(monkeypatch, capsys):
    monkeypatch.setattr(debian, "_os_release", lambda: "ID=fedora")
    monkeypatch.setattr(debian, "_loads", lambda library: library != "libEGL.so.1")
    debian.ensure(for_tests=True)
    told = capsys.readouterr().err
    assert "libEGL.so.1" in told
    assert "libGL.so.1" not in told
