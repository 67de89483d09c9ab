"""The locked requirements themselves, and what is kept out of them."""

import re
import tomllib

import locks
import pytest
from environment import DEV, ROOT, RUN
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from steps import CannotSetUpError


def locked(name):
    """The requirements of a lock file, by name, and the hashes of each."""
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    blocks = re.findall(r"^(\S[^\\\n]*?) \\\n((?:    --hash=\S+(?: \\)?\n)+)", text, re.MULTILINE)
    return {
        canonicalize_name(requirement.name): (
            requirement,
            re.findall(r"--hash=sha256:([0-9a-f]{64})", hashes),
        )
        for requirement, hashes in ((Requirement(line), hashes) for line, hashes in blocks)
    }


def declared(group=None):
    """What pyproject.toml asks for: to run and to install, or a dependency group too."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = pyproject["project"]["dependencies"] + pyproject["dependency-groups"]["build"]
    more = pyproject["dependency-groups"][group] if group else []
    return [Requirement(line) for line in names + [line for line in more if isinstance(line, str)]]


@pytest.mark.parametrize("name", [RUN, DEV])
def test_lock_files_hold_no_address_no_path_and_no_option(name):
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^-|(^|\s)(/|[A-Z]:\\|~)", text, re.MULTILINE)


@pytest.mark.parametrize("name", [RUN, DEV])
def test_every_requirement_is_one_version_with_its_hashes(name):
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    entries = locked(name)
    assert len(entries) == len(re.findall(r"^[^\s#]", text, re.MULTILINE)) > 0
    for requirement, hashes in entries.values():
        assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), requirement
        assert hashes, requirement


@pytest.mark.parametrize(("name", "group"), [(RUN, None), (DEV, "dev")])
def test_every_dependency_is_locked_to_a_version_that_fits(name, group):
    entries = locked(name)
    for wanted in declared(group):
        (version,) = entries[canonicalize_name(wanted.name)][0].specifier
        assert wanted.specifier.contains(version.version, prereleases=True), wanted


def test_the_tools_hold_the_versions_that_run():
    # A tool may need on every Python what the program needs on some.
    tools = {name: requirement.specifier for name, (requirement, _) in locked(DEV).items()}
    for name, (requirement, _) in locked(RUN).items():
        assert tools[name] == requirement.specifier, name


def test_what_builds_the_project_is_locked():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert pyproject["dependency-groups"]["build"] == pyproject["build-system"]["requires"]


def test_where_packages_were_found_is_not_written_down():
    resolved = (
        "# made by hand\n--index-url https://example.org/simple\n--find-links /srv/wheels\n"
        "peewee==4.5.3 ; python_full_version < '3.15' \\\n    --hash=sha256:00\n    # via infoview-desktop\n"
    )
    assert locks.without_address(resolved) == locks.HEADER + (
        "peewee==4.5.3 ; python_full_version < '3.15' \\\n    --hash=sha256:00\n    # via infoview-desktop\n"
    )


def test_a_package_named_by_an_address_is_refused():
    with pytest.raises(CannotSetUpError, match="address"):
        locks.without_address("peewee @ https://example.org/peewee.whl\n")
