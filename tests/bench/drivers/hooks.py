"""The real program, run from its entry, with a place to step in before its event loop starts.

Nothing of Qt is imported here, so that the program imports everything in its own order.
"""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

_COMPOSITION_ROOT = "infoview_desktop.app"


def run_program(arguments: list[str], act: Callable[[Any], None]) -> None:
    """Run the program with these arguments and exit as it does; `act` is given the main window."""

    def hook(app: ModuleType) -> None:
        start = app.QApplication.exec

        def exec_(*_: object) -> int:
            window = next(widget for widget in app.QApplication.topLevelWidgets() if isinstance(widget, app.MainWindow))
            act(window)
            code: int = start()
            return code

        app.QApplication.exec = exec_

    sys.meta_path.insert(0, _AfterImport(hook))  # type: ignore[arg-type]  # it has all that is asked of it
    from infoview_desktop import __main__ as program  # noqa: PLC0415 - the hook comes first

    sys.argv[1:] = arguments
    sys.exit(program.main())


class _AfterImport:
    """Lets the composition root be imported as ever, and steps in once that is done."""

    def __init__(self, hook: Callable[[ModuleType], None]) -> None:
        self._hook = hook

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name != _COMPOSITION_ROOT:
            return None
        sys.meta_path.remove(self)  # type: ignore[arg-type]
        specs = (finder.find_spec(name, path, target) for finder in sys.meta_path)
        spec = next(spec for spec in specs if spec is not None)
        execute = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            execute(module)
            self._hook(module)

        spec.loader.exec_module = exec_module
        return spec


def report(**values: object) -> None:
    """Hand values to the benchmark."""
    import json  # noqa: PLC0415 - whoever measures a start does not pay for it

    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


def pss_mib() -> float | None:
    """This process's share of the memory it uses, in MiB; None where the system does not tell."""
    try:
        with open("/proc/self/smaps_rollup", encoding="ascii") as file:  # noqa: PTH123 - pathlib would count, too
            lines = file.readlines()
    except OSError:
        return None
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))
