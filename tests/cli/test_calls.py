"""How the program is called: what it answers at once, what it refuses, and with which exit code."""

import re

import pytest

from infoview_desktop import __version__
from infoview_desktop.__main__ import VERBS
from tests import program

WITHOUT_DISPLAY = {name: value for name, value in program.ENVIRON.items() if name != "QT_QPA_PLATFORM"}


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("before", [[], ["--data-dir", "book"]], ids=["alone", "with a directory"])
def test_the_version_is_told_without_a_display(before, tmp_path):
    assert program.said(*before, "--version", environ=WITHOUT_DISPLAY) == f"InfoView {__version__}\n"
    assert list(tmp_path.iterdir()) == []


def test_help_names_every_verb_and_each_explains_itself():
    said = program.said("--help")
    for verb in VERBS:
        assert verb in said
        assert program.said(verb, "--help").startswith(f"usage: infoview-desktop {verb}")


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["import", "a", "b"],
        ["import", "a", "--format=csv"],
        ["export", "out"],
        ["export", "--format=xml", "out"],
        ["export", "--format=csv"],
        ["undo", "twice"],
        ["backup"],
        ["restore"],
        ["check", "--data-dir"],
        ["--no-such-thing"],
        ["--data-dir"],
        ["--json", "check"],
        ["undo", "--js"],
    ],
    ids=" ".join,
)
def test_arguments_that_make_no_sense_are_told_and_touch_nothing(arguments, tmp_path):
    done = program.infoview(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert re.search(r"^infoview-desktop.*: error: .+$", done.stderr, re.MULTILINE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("files", [[], ["people.csv"], ["undo.csv"]], ids=str)
def test_a_window_without_a_display_is_refused_in_one_line(files, tmp_path):
    said = program.refused(*files, "--data-dir", "book", environ=WITHOUT_DISPLAY)
    assert said == "There is no display to open a window on. The verbs (see --help) need none.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["/dev/null/book", "a file", "a file/book"])
def test_a_place_where_no_book_can_be_is_refused(place, tmp_path):
    (tmp_path / "a file").touch()
    assert program.refused("check", "--data-dir", place).startswith(f"InfoView cannot use the folder {place}.")
