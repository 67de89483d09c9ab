"""The command line: what each call does, shows and exits with."""

import os
import re
import subprocess
import sys

import dev
import pytest
from environment import ROOT
from steps import CannotSetUpError, step


def test_a_tool_is_heard_only_when_it_fails(capsys):
    step("Thinking", [sys.executable, "-c", "print('chatter')"])
    assert capsys.readouterr().err == "Thinking …\n"
    with pytest.raises(CannotSetUpError, match="Thinking"):
        step("Thinking", [sys.executable, "-c", "print('why'); raise SystemExit(1)"])
    assert "why" in capsys.readouterr().err


def test_the_help_names_every_command():
    told = subprocess.run(
        [sys.executable, ROOT / "packaging" / "dev.py", "--help"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=True,
    ).stdout
    assert {line.split()[0] for line in told.splitlines()[1:]} == set(dev.COMMANDS)


@pytest.mark.parametrize("arguments", [["sing"], ["check", "tests"], ["shots"], ["shots", "a", "b"]])
def test_wrong_arguments_are_told_in_one_sentence(arguments, capsys):
    assert dev.main(arguments) == dev.WRONG_ARGUMENTS
    assert re.fullmatch(r"[^\n]+\.\n", capsys.readouterr().err)


def test_no_arguments_show_the_help(capsys):
    assert dev.main([]) == dev.WRONG_ARGUMENTS
    assert capsys.readouterr().out == dev.usage() + "\n"


def test_an_old_python_is_told_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    result = dev.main(["run"])
    monkeypatch.undo()
    assert result == dev.CANNOT
    assert "3.11" in capsys.readouterr().err


@pytest.mark.parametrize("why", [CannotSetUpError("No disk."), OSError("No disk.")])
def test_what_cannot_be_set_up_is_told_without_a_traceback(monkeypatch, capsys, why):
    def ready(*_, **__):
        raise why

    monkeypatch.setattr(dev, "_ready", ready)
    assert dev.main(["run"]) == dev.CANNOT
    assert capsys.readouterr().err == "No disk.\n"


def test_tests_see_no_display_whatever_there_is():
    environ = {"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland"}
    assert dev.without_display(environ) == {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}
    assert environ["QT_QPA_PLATFORM"] == "wayland"


def test_arguments_for_pytest_replace_the_whole_suite():
    assert dev.pytest_command(["tests/domain", "-x"])[1:] == ["-m", "pytest", "tests/domain", "-x"]
    assert dev.pytest_command([])[1:] == ["-m", "pytest", *dev.WHOLE_SUITE]


def test_an_exit_code_is_passed_on():
    script = "import os, sys, dev; dev._become([sys.executable, '-c', 'raise SystemExit(7)'], os.environ)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT / "packaging", check=False)
    assert done.returncode == 7


@pytest.mark.parametrize("broken", [set(), {"types"}, {"lint", "architecture"}, {"tests"}])
def test_check_does_every_step_and_fails_if_one_did(monkeypatch, capsys, broken):
    def attempt(command, **_):
        name = next(name for name, tool in dev.CHECKS.items() if command[2:] == list(tool))
        return subprocess.CompletedProcess(command, int(name in broken), stdout=f"about {name}\n")

    def suite(*_, **__):
        sys.stdout.write("3 passed in 0.01s\n")
        return int("tests" in broken)

    monkeypatch.setattr(dev, "_ready", lambda *_, **__: None)
    monkeypatch.setattr(os, "chdir", lambda _: None)
    monkeypatch.setattr(dev, "attempt", attempt)
    monkeypatch.setattr(subprocess, "call", suite)
    assert dev.main(["check"]) == int(bool(broken))
    told = capsys.readouterr()
    expected = []
    for name in dev.CHECKS:
        expected += [f"{name:<14}FAILED", f"about {name}"] if name in broken else [f"{name:<14}ok"]
    assert told.out.splitlines() == [*expected, "3 passed in 0.01s"]
    in_order = [name for name in (*dev.CHECKS, "tests") if name in broken]
    assert told.err == (f"Failed: {', '.join(in_order)}.\n" if broken else "")


def test_ci_calls_check():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 packaging/dev.py check" in script
    assert sys.platform == "win32" or os.access(ROOT / ".ci" / "run", os.X_OK)
