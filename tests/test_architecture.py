"""The house: who may import whom, and what else holds in every room."""

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from infoview_desktop import operations
from infoview_desktop.operations.outcome import Reach

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "infoview_desktop"
HOUSE = ROOT / PACKAGE

ROOMS = ("domain", "store", "system", "operations", "ui")

TOP_LEVEL = {"pyproject.toml", "README.md", PACKAGE, "resources", "tests", "packaging", ".ci"}
NOT_OURS = re.compile(r"\.git.*|\.venv|dist|build|__pycache__|\..*_cache|\.hypothesis|.*\.egg-info|\.coverage")

LAZY = {
    ("__main__.py", f"{PACKAGE}.cli"): "a window needs none of it",
    ("__main__.py", f"{PACKAGE}.app"): "Qt takes most of the start, and a second window needs none",
    ("__main__.py", f"{PACKAGE}.system.instance"): "only a second start needs it",
    ("__main__.py", f"{PACKAGE}.system.throw_away"): "only the sample does",
    ("store/store.py", f"{PACKAGE}.store.history"): "nothing is written before the first picture",
    ("store/opening.py", f"{PACKAGE}.store.backup"): "nearly always the book is sound and of the newest schema",
    ("app.py", f"{PACKAGE}.store.backup"): "the same",
    ("ui/window/main_window.py", f"{PACKAGE}.store.reads.backups"): "what is shown of backups comes after it",
    ("store/folding.py", "anyascii"): "its tables are large, and only names beyond ASCII need them",
    ("system/paths.py", "platformdirs"): "not needed where the user names a directory",
    ("system/photo.py", "PIL"): "only who has a photo needs it",
    ("system/linkedin_export.py", f"{PACKAGE}.system.linkedin_archive"): "only an archive needs it",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.importing.import_flow"): "the first picture needs no import",
    ("ui/window/sheets.py", f"{PACKAGE}.ui.people.new_contact"): "nor a new contact",
    ("ui/window/sheets.py", f"{PACKAGE}.ui.people.tag_sheet"): "nor tags",
    ("ui/window/sheets.py", f"{PACKAGE}.ui.people.trash_sheet"): "nor the trash",
    ("ui/window/sheets.py", f"{PACKAGE}.ui.merging.merging"): "nor merging",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.settings.settings_sheet"): "nor anything to choose",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.window.shortcuts_sheet"): "nor to look up",
    ("ui/window/main_window.py", f"{PACKAGE}.operations.settings"): "peewee comes after the first picture",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.window.commands"): "nothing can be done before the first picture",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.window.drop_target"): "nor dropped",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.window.file_commands"): "nor chosen",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.window.menus"): "nor looked for in menus",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.window.sheets"): "nor opened over it",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.window.person_commands"): "nor done with people",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.window.story_commands"): "nor with what happened with them",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.window.other_views"): "nor are there other views before it",
    ("ui/window/other_views.py", f"{PACKAGE}.ui.organizations.organization_commands"): "nobody opened it yet",
    ("ui/window/other_views.py", f"{PACKAGE}.ui.short_list.short_list_view"): "the same",
    ("ui/window/other_views.py", f"{PACKAGE}.ui.today.today_view"): "the same",
    ("ui/window/other_views.py", f"{PACKAGE}.ui.today.due_count"): "and nothing is counted before it",
    ("ui/window/other_views.py", f"{PACKAGE}.ui.notes.notes_view"): "the same",
    ("ui/window/other_views.py", f"{PACKAGE}.ui.board.board_view"): "the same",
    ("ui/people/people_view.py", f"{PACKAGE}.ui.short_list.wanting"): "nor can anybody be put on it",
    ("ui/window/views.py", f"{PACKAGE}.ui.window.later_view"): "the other views are not in it",
    ("ui/people/people_view.py", f"{PACKAGE}.ui.notes.interrupted"): "what was being typed comes back after it",
    ("ui/people/people_view.py", f"{PACKAGE}.ui.people.person_pane"): "the list is seen a moment before the person",
    ("ui/people/people_view.py", f"{PACKAGE}.ui.calendar.calendar_pane"): "and before the calendar",
    ("ui/calendar/calendar_pane.py", f"{PACKAGE}.ui.calendar.month_grid"): "mostly a week is shown",
    ("ui/calendar/calendar_pane.py", f"{PACKAGE}.ui.calendar.agenda_list"): "the same",
    ("ui/window/calendar_commands.py", f"{PACKAGE}.ui.calendar.offer_sheet"): "nor are times offered to anybody",
    ("ui/window/calendar_commands.py", f"{PACKAGE}.ui.calendar.calendar_print"): "printing takes a library of its own",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.window.calendar_commands"): "nor is any day gone to",
    ("ui/window/main_window.py", f"{PACKAGE}.ui.window.history_commands"): "nor is anything undone",
    ("ui/people/people_view.py", f"{PACKAGE}.operations.contacts"): "peewee comes after the first picture",
    ("ui/people/people_view.py", f"{PACKAGE}.operations.selections"): "the same",
    ("app.py", f"{PACKAGE}.operations.trash"): "the same",
    ("app.py", f"{PACKAGE}.operations.practice"): "nor are holidays looked up before it",
    ("system/holidays.py", "holidays"): "it takes a tenth of a second, and only who chose a region needs it",
    ("system/ics_writer.py", "icalendar"): "it takes a tenth of a second, and only other calendars need it",
    ("system/ics_zones.py", "icalendar"): "and few calendars have zones by the names of Windows",
    ("system/ics_calendar.py", f"{PACKAGE}.system.ics_changes"): "nor single times that were changed",
    ("ui/search/finder.py", f"{PACKAGE}.ui.search.results"): "and nothing is found before somebody searches",
    ("ui/window/status_line.py", f"{PACKAGE}.ui.controls.announcement"): "nothing is said before the first picture",
    ("store/store.py", f"{PACKAGE}.store.bound_database"): "reading needs no peewee",
    ("store/history.py", f"{PACKAGE}.store.index"): "nothing is written before the first picture",
    ("store/migrations.py", f"{PACKAGE}.store.index"): "nearly always the book has the newest schema",
    ("store/looking.py", "shutil"): "nearly always the last program ended well",
    ("store/looking.py", "tempfile"): "and left nothing to be copied",
    ("ui/people/contacts_pane.py", f"{PACKAGE}.ui.people.selection_bar"): "nor are several selected",
    ("ui/people/contacts_model.py", f"{PACKAGE}.ui.people.photos"): "most people have none",
    ("app.py", "PySide6"): "another window is wanted, if at all, after the first picture",
    ("ui/people/about_form.py", f"{PACKAGE}.operations.keep_in_touch"): "nothing is chosen before the first picture",
    ("app.py", f"{PACKAGE}.operations.sample"): "one's own book is not filled",
    ("ui/wall_clock.py", f"{PACKAGE}.domain.wall_time"): "no zone is looked up for it",
    ("app.py", f"{PACKAGE}.operations.backups"): "nearly always the book can be opened",
    ("app.py", f"{PACKAGE}.ui.window.trouble_dialog"): "and there is nothing to say",
    ("app.py", f"{PACKAGE}.ui.window.ending"): "nobody ends it before the first picture",
    ("app.py", f"{PACKAGE}.system.instance"): "nobody hands anything over before the first picture",
}
"""The imports within functions, each with its reason; there are no others."""

FILES = frozenset(
    {"fileinput", "glob", "io", "mmap", "os", "pathlib", "shelve", "shutil", "sqlite3", "tempfile", "zipfile"}
)
CLOCKS = frozenset({"locale", "random", "secrets", "signal", "sys", "time"})
SOCKETS = frozenset({"asyncio", "http", "imaplib", "multiprocessing", "smtplib", "socket", "ssl", "PySide6.QtNetwork"})
THREADS = frozenset({"_thread", "asyncio", "concurrent", "multiprocessing", "queue", "threading"})


@dataclass(frozen=True)
class Import:
    """One name that a file imports; `inside` a function or not."""

    file: Path
    line: int
    name: str
    inside: bool

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line} imports {self.name}"

    @property
    def declared(self) -> tuple[str, str]:
        """The file and the module of the house, or the library, as `LAZY` has them."""
        name = self.name if self.is_of(PACKAGE) else self.name.split(".")[0]
        return self.file.relative_to(HOUSE).as_posix(), name

    def is_of(self, *names: str) -> bool:
        return any(self.name == name or self.name.startswith(f"{name}.") for name in names)


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def files(place: str = "") -> list[Path]:
    """The files of a room, or of the whole house."""
    where = HOUSE / place
    return sorted(where.rglob("*.py")) if where.is_dir() else [where]


@cache
def imports_of(file: Path) -> tuple[Import, ...]:
    return tuple(found_in(file, parsed(file), inside=False))


def found_in(file: Path, node: ast.AST, *, inside: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import():
                names = [alias.name for alias in child.names]
            case ast.ImportFrom():
                names = [full_name(child, alias.name) for alias in child.names]
            case _:
                names = []
        yield from (Import(file, child.lineno, name, inside) for name in names)
        function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from found_in(file, child, inside=inside or function)


def full_name(statement: ast.ImportFrom, name: str) -> str:
    """The module that is imported: the name itself may be one, or be defined in one."""
    module = "." * statement.level + (statement.module or "")
    inner = f"{module}.{name}"
    place = ROOT / inner.replace(".", "/")
    is_module = place.is_dir() or place.with_suffix(".py").exists()
    return inner if is_module or not module.startswith(PACKAGE) else module


def imports(place: str = "") -> list[Import]:
    return [each for file in files(place) for each in imports_of(file)]


def assert_none(wrong: list[Import]) -> None:
    assert not wrong, "\n" + "\n".join(map(str, wrong))


def ours(*names: str) -> list[str]:
    return [f"{PACKAGE}.{name}" for name in names]


@pytest.mark.parametrize(
    ("room", "rooms", "libraries"),
    [
        ("domain", ["domain"], ["rapidfuzz"]),  # pure: how alike two names are
        ("store", ["domain", "store"], ["peewee", "playhouse", "apsw", "anyascii"]),
        (
            "system",
            ["domain", "system"],
            ["platformdirs", "keyring", "PIL", "holidays", "icalendar", "recurring_ical_events"],
        ),
        ("operations", ["domain", "store", "system", "operations"], []),
        ("ui", ["domain", "operations", "store.reads", "ui"], ["PySide6", "shiboken6"]),
    ],
)
def test_a_room_imports_only_the_standard_library_and(room, rooms, libraries):
    allowed = [*ours(*rooms), *libraries, *sys.stdlib_module_names]
    assert_none([each for each in imports(room) if not each.is_of(*allowed) and each.name != PACKAGE])


def test_domain_knows_no_files_no_clock_and_no_process():
    assert_none([each for each in imports("domain") if each.is_of(*FILES, *CLOCKS, *SOCKETS, *THREADS)])
    assert_none(
        [
            Import(file, node.lineno, "the time or a file", inside=True)
            for file in files("domain")
            for node in ast.walk(parsed(file))
            if (isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"})
            or (isinstance(node, ast.Name) and node.id in {"open", "input", "print"})
        ]
    )


def test_only_app_and_ui_know_qt():
    assert_none([each for each in imports() if each.is_of("PySide6", "shiboken6") and not is_in(each, "app.py", "ui")])


def test_only_the_store_knows_peewee_and_apsw():
    assert_none([each for each in imports() if each.is_of("peewee", "playhouse", "apsw") and not is_in(each, "store")])


def test_ui_opens_no_sockets_and_only_its_runner_knows_threads():
    assert_none([each for each in imports("ui") if each.is_of(*SOCKETS)])
    assert_none([each for each in imports("ui") if each.is_of(*THREADS) and each.file.name != "runner.py"])
    assert_none(
        [
            Import(file, node.lineno, node.id, inside=False)
            for file in files("ui")
            for node in ast.walk(parsed(file))
            if isinstance(node, ast.Name) and node.id in {"QThread", "QThreadPool", "QRunnable"}
        ]
    )


def test_only_operations_open_transactions():
    assert_none(
        [
            Import(file, node.lineno, node.attr, inside=True)
            for file in files()
            for node in ast.walk(parsed(file))
            if isinstance(node, ast.Attribute) and node.attr in {"transaction", "unrecorded"}
            if file.relative_to(HOUSE).parts[0] not in {"operations", "store"}
        ]
    )


def test_nothing_imports_app_or_cli_but_the_entry():
    assert_none([each for each in imports() if each.is_of(*ours("app", "cli")) and not is_in(each, "__main__.py")])


def is_in(one: Import, *places: str) -> bool:
    return one.file.relative_to(HOUSE).parts[0] in places


def test_imports_are_absolute_and_no_module_imports_itself_by_a_detour():
    assert_none([each for each in imports() if each.name.startswith(".")])
    graph = {
        module_name(file): {each.name for each in imports_of(file) if each.name.startswith(f"{PACKAGE}.")}
        for file in files()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_an_import_within_a_function_is_declared_with_its_reason():
    lazy = [each for each in imports() if each.inside]
    assert_none([each for each in lazy if each.declared not in LAZY])
    assert set(LAZY) == {each.declared for each in lazy}


def test_the_house_has_five_rooms_and_three_doors():
    doors = {"__init__.py", "__main__.py", "app.py", "cli.py"}
    assert {path.name for path in HOUSE.iterdir() if path.name != "__pycache__"} == doors.union(ROOMS)


def test_the_top_level_has_only_what_belongs_there():
    found = {path.name for path in ROOT.iterdir() if not NOT_OURS.fullmatch(path.name)}
    assert found <= TOP_LEVEL, found - TOP_LEVEL


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_in_three_lines_what_it_is_for_and_whom_it_may_import(room):
    text = (HOUSE / room / "__init__.py").read_text("utf-8")
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring
    assert "May import" in docstring
    assert "never" in docstring
    assert len(docstring.splitlines()) == 3


def test_every_package_and_module_says_what_it_is():
    silent = [file for file in files() if not ast.get_docstring(parsed(file))]
    assert silent == []
    packages = {file.parent for file in files()}
    assert [package for package in packages if not (package / "__init__.py").exists()] == []


@pytest.mark.parametrize("place", [PACKAGE, "tests", "packaging"])
def test_no_file_is_longer_than_400_lines(place):
    lengths = {file: len(file.read_text("utf-8").splitlines()) for file in (ROOT / place).rglob("*.py")}
    assert {file.relative_to(ROOT).as_posix(): length for file, length in lengths.items() if length > 400} == {}


def test_nothing_is_called_a_manager_or_a_helper():
    vague = re.compile(r"(^|_)(manager|helpers?|utils?|misc|common|data|base)$|(Manager|Helper|Utils?|Data|Base)$")
    names = [(file, file.stem) for file in files()] + [
        (file, node.name) for file in files() for node in ast.walk(parsed(file)) if isinstance(node, ast.ClassDef)
    ]
    assert [(file.name, name) for file, name in names if vague.search(name)] == []


def verbs() -> list[tuple[str, object]]:
    """The public functions of `operations` that are given the open book first."""
    found = []
    for module in pkgutil.iter_modules(operations.__path__, f"{operations.__name__}."):
        for name, function in vars(importlib.import_module(module.name)).items():
            if inspect.isfunction(function) and function.__module__ == module.name and not name.startswith("_"):
                parameters = list(inspect.signature(function).parameters)
                if parameters[:1] == ["store"]:
                    found.append((f"{module.name}.{name}", function))
    return found


@pytest.mark.parametrize(("name", "verb"), verbs(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_verb_declares_how_far_it_reaches_and_takes_its_words_by_name(name, verb):
    assert isinstance(getattr(verb, "reach", None), Reach), f"{name} declares no reach"
    kinds = {parameter.kind for parameter in list(inspect.signature(verb).parameters.values())[1:]}
    assert kinds <= {inspect.Parameter.KEYWORD_ONLY}, f"{name} takes positional arguments"
