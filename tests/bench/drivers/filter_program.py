"""Type into the filter and wait for each answer to be painted: filter_program.py DIRECTORY."""

import sys
from typing import Any

from tests.bench.drivers.hooks import report, run_program


def _watch(window: Any) -> None:
    from tests.bench.drivers.in_window import contact_filter, contact_list  # noqa: PLC0415 - the same
    from tests.bench.drivers.typist import Typist  # noqa: PLC0415 - the program imports Qt, in its order

    def finished(typist: Typist) -> None:
        report(milliseconds=typist.milliseconds, unanswered=typist.unanswered)
        window.close()

    Typist(window, contact_filter(window), contact_list(window), finished)


run_program(["--data-dir", sys.argv[1]], _watch)
