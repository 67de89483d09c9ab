"""The system packages Qt and the tests need: installed on Debian and its kin, named on other Linuxes."""

from __future__ import annotations

import ctypes
import importlib.util
import locale
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from steps import CannotSetUpError, attempt, say, step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Debian's package, and the library in it by which other Linuxes are asked for the same thing.
QT_LIBRARIES: Mapping[str, str] = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgssapi-krb5-2": "libgssapi_krb5.so.2",
    "libwayland-cursor0": "libwayland-cursor.so.0",
    "libwayland-egl1": "libwayland-egl.so.1",
}

# What the tests use where they look at the window as a person or a screen reader does.
TEST_TOOLS = (
    "at-spi2-core",
    "dbus",
    "fonts-dejavu-core",
    "locales",
    "openbox",
    "python3-pyatspi",
    "xdotool",
    "xvfb",
)

# A locale with a decimal comma and day before month: nothing the program keeps may depend on it.
TEST_LOCALE = "fr_FR.UTF-8"


def ensure(*, for_tests: bool) -> None:
    """See to the system packages for running, or for running the tests, on Linux.

    Raises:
        CannotSetUpError: one is missing and cannot be installed from here.
    """
    wanted = wanted_packages(for_tests=for_tests, has_ensurepip=_has_ensurepip())
    if not is_debian(_os_release()) or not shutil.which("dpkg-query"):
        _name_what_does_not_load()
        return
    lacking = missing(wanted, _installed(wanted))
    try:
        if lacking:
            _install(lacking)
        if for_tests and not _has_locale(TEST_LOCALE):
            _generate(TEST_LOCALE)
    except CannotSetUpError as why:
        if _is_root() or not set(lacking) <= set(TEST_TOOLS):
            raise
        say(f"{why}\nTests that need it are skipped.")


def is_debian(os_release: str) -> bool:
    """Whether the text of /etc/os-release is that of Debian, Ubuntu or a relative of theirs."""
    pairs = dict(line.partition("=")[::2] for line in os_release.splitlines())
    kin = f"{pairs.get('ID', '')} {pairs.get('ID_LIKE', '')}".replace('"', "").split()
    return not {"debian", "ubuntu"}.isdisjoint(kin)


def wanted_packages(*, for_tests: bool, has_ensurepip: bool) -> tuple[str, ...]:
    """Name the packages needed; Debian keeps what `python -m venv` needs in a package of its own."""
    venv = () if has_ensurepip else (f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",)
    return (*venv, *QT_LIBRARIES, *(TEST_TOOLS if for_tests else ()))


def installed_packages(dpkg_output: str) -> frozenset[str]:
    """Read lines of status and name, whatever dpkg says between; `i` comes second for what is installed."""
    lines = (line.split() for line in dpkg_output.splitlines())
    return frozenset(words[1] for words in lines if len(words) == 2 and words[0][1:] == "i")  # noqa: PLR2004


def missing(wanted: Iterable[str], installed: frozenset[str]) -> list[str]:
    """List what is wanted and not there.

    Since Debian 13 and Ubuntu 24.04 some libraries are called …t64; apt still takes the old name.
    """
    return [name for name in wanted if name not in installed and f"{name}t64" not in installed]


def as_root(command: Sequence[str], *, is_root: bool, sudo: str | None) -> list[str] | None:
    """Turn a command into one that root runs, or into nothing where there is no way to become root."""
    if is_root:
        return list(command)
    return [sudo, *command] if sudo else None


def _install(packages: Sequence[str]) -> None:
    """Install packages; the lists of what there is are fetched only if it does not work without."""
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    install = _as_root([*apt, "install", "--no-install-recommends", "--yes", *packages])
    how = "" if _is_root() else " with sudo"
    say(f"Installing system packages{how}: {' '.join(packages)} …")
    if attempt(install).returncode:
        step("Fetching the package lists", _as_root([*apt, "update"]))
        step("Installing the system packages", install)
    importlib.invalidate_caches()


def _generate(name: str) -> None:
    language, _, charmap = name.partition(".")
    step(f"Generating the locale {name}", _as_root(["localedef", "-i", language, "-f", charmap, name]))


def _as_root(command: Sequence[str]) -> list[str]:
    privileged = as_root(command, is_root=_is_root(), sudo=shutil.which("sudo"))
    if privileged is None:
        raise CannotSetUpError(f"There is no sudo here. Please run this as root: {' '.join(command)}")
    return privileged


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _os_release() -> str:
    for path in (Path("/etc/os-release"), Path("/usr/lib/os-release")):
        if path.is_file():
            return path.read_text(encoding="utf-8", errors="replace")
    return ""


def _installed(wanted: Iterable[str]) -> frozenset[str]:
    names = [variant for name in wanted for variant in (name, f"{name}t64")]
    asked = attempt(["dpkg-query", "--show", "--showformat=${db:Status-Abbrev} ${Package}\\n", *names])
    return installed_packages(asked.stdout)


def _has_ensurepip() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


def _has_locale(name: str) -> bool:
    before = locale.setlocale(locale.LC_COLLATE)
    try:
        locale.setlocale(locale.LC_COLLATE, name)
    except locale.Error:
        return False
    locale.setlocale(locale.LC_COLLATE, before)
    return True


def _name_what_does_not_load() -> None:
    lacking = [library for library in QT_LIBRARIES.values() if not _loads(library)]
    if lacking:
        say(f"Qt may need these libraries, which this system does not have: {' '.join(lacking)}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
