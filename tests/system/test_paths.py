"""Where things are."""

import sys

from infoview_desktop.system import paths
from tests import program


def test_the_icons_come_with_the_program():
    assert (paths.resources() / "icons" / "org.infoview.InfoView.svg").is_file()


def test_the_users_data_is_where_the_system_has_it(tmp_path):
    environ = program.ENVIRON | {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    code = "from infoview_desktop.system import paths; print(paths.data_directory())"
    said = program.run("-c", code, environ=environ).stdout.strip()
    assert said.startswith(str(tmp_path))
    assert said.endswith("InfoView")


def test_the_program_starts_itself_again_by_the_same_python():
    python, *arguments = paths.program()
    assert python == sys.executable
    assert program.run(*arguments, "--version").stdout.startswith("InfoView ")


def test_frozen_into_one_file_it_starts_that(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert paths.program() == [sys.executable]
