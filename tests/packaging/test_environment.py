"""When `.venv` is made, added to or left alone, tried without making one."""

import re

import environment
import pytest
from environment import DEV, RUN
from steps import CannotSetUpError

NOW = {"base": "cpython-311 /usr /home/ana/infoview/.venv", "project": "p", RUN: "r", DEV: "d"}
ONLY_RUN = {name: value for name, value in NOW.items() if name != DEV}


@pytest.mark.parametrize(
    ("stamp", "lock", "afresh", "installs", "project"),
    [
        pytest.param({}, RUN, True, RUN, True, id="nothing there"),
        pytest.param(NOW, RUN, False, None, False, id="all there, run"),
        pytest.param(NOW, DEV, False, None, False, id="all there, test"),
        pytest.param(ONLY_RUN, RUN, False, None, False, id="enough to run"),
        pytest.param(ONLY_RUN, DEV, False, DEV, True, id="tools come on top"),
        pytest.param(NOW | {"project": "old"}, DEV, False, None, True, id="pyproject changed"),
        pytest.param(NOW | {DEV: "old"}, DEV, True, DEV, True, id="tools changed"),
        pytest.param(NOW | {DEV: "old"}, RUN, False, None, False, id="tools changed, run"),
        pytest.param(ONLY_RUN | {RUN: "old"}, DEV, True, DEV, True, id="libraries changed"),
        pytest.param(NOW | {"base": "elsewhere"}, RUN, True, RUN, True, id="moved, or another Python"),
    ],
)
def test_no_more_is_done_than_the_stamp_asks_for(stamp, lock, afresh, installs, project):
    plan = environment.plan(stamp, NOW, lock)
    assert plan == environment.Plan(afresh=afresh, lock=installs, project=project)
    assert bool(plan) is (afresh or installs is not None or project)


@pytest.mark.parametrize("text", [None, "", '{"base": ', "[1]", "\x00"])
def test_a_stamp_that_cannot_be_read_matches_nothing(tmp_path, text):
    path = tmp_path / "stamp"
    if text is not None:
        path.write_text(text)
    assert environment.read_stamp(path) == {}


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout in a folder with a space, where the steps are noted and not done."""
    root = tmp_path / "info view"
    for name in (f"packaging/{RUN}", f"packaging/{DEV}", "pyproject.toml", "infoview_desktop/__init__.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    (root / ".venv").mkdir()
    monkeypatch.setattr(environment, "ROOT", root)
    monkeypatch.setattr(environment, "VENV", root / ".venv")
    monkeypatch.setattr(environment, "STAMP", root / ".venv" / "stamp.json")
    return root


@pytest.fixture
def steps(monkeypatch):
    """The commands of a set-up, none of which is run."""
    commands = []
    monkeypatch.setattr(environment, "step", lambda _, command: commands.append(command))
    return commands


def test_a_second_set_up_does_nothing(checkout, steps):
    environment.set_up(DEV)
    assert [command[1:3] for command in steps] == [["-m", "venv"], ["-m", "pip"], ["-m", "pip"]]
    assert str(checkout / "packaging" / DEV) in steps[1]
    assert "--require-hashes" in steps[1]
    steps.clear()
    environment.set_up(DEV)
    environment.set_up(RUN)
    assert steps == []


def test_the_tools_are_added_to_an_environment_for_running(checkout, steps):
    environment.set_up(RUN)
    assert str(checkout / "packaging" / RUN) in steps[1]
    steps.clear()
    environment.set_up(DEV)
    assert "venv" not in steps[0]
    assert str(checkout / "packaging" / DEV) in steps[0]


@pytest.mark.usefixtures("checkout")
def test_an_interrupted_set_up_begins_again(steps, monkeypatch):
    environment.set_up(RUN)
    noting = environment.step

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "step", interrupted)
    with pytest.raises(KeyboardInterrupt):
        environment.set_up(DEV)
    monkeypatch.setattr(environment, "step", noting)
    steps.clear()
    environment.set_up(RUN)
    assert "--clear" in steps[0]


@pytest.mark.parametrize("name", ["pyproject.toml", f"packaging/{RUN}", f"packaging/{DEV}"])
def test_every_source_of_the_environment_is_in_its_fingerprints(checkout, name):
    before = environment.fingerprints(checkout)
    (checkout / name).write_text("something else")
    assert environment.fingerprints(checkout) != before


def test_a_missing_lock_file_is_named(checkout):
    (checkout / "packaging" / RUN).unlink()
    with pytest.raises(CannotSetUpError, match=re.escape(RUN)):
        environment.fingerprints(checkout)


def test_only_one_set_up_at_a_time(tmp_path):
    path = tmp_path / "held"
    path.touch()
    with path.open("rb") as first, path.open("rb") as second:
        assert environment._locked(first.fileno())
        assert not environment._locked(second.fileno())
