"""Start InfoView on a data directory until its list of contacts is painted: start_program.py DIRECTORY."""

import sys
from typing import Any

from tests.bench.drivers.hooks import run_program


def _watch(window: Any) -> None:
    from tests.bench.drivers.first_paint import end_with_first_paint  # noqa: PLC0415 - after the program's own order
    from tests.bench.drivers.in_window import contact_list  # noqa: PLC0415 - the same

    end_with_first_paint(type(contact_list(window)), lambda view: view.model().rowCount() > 0)


run_program(["--data-dir", sys.argv[1]], _watch)
