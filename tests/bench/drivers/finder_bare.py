"""Ask SQLite what the search asks, without a window: finder_bare.py DIRECTORY."""

import sys
import time
from contextlib import closing
from pathlib import Path

from infoview_desktop.store import opening
from infoview_desktop.store.reads import finding
from infoview_desktop.store.reads.finding import Limits
from infoview_desktop.system import clock
from tests.bench.drivers.hooks import report
from tests.bench.typing_keys import REST_SECONDS, keys

_LIMITS = Limits(people=8, organizations=4, tags=3, interviews=4, notes=4)  # as the search asks

with closing(opening.open_beside(Path(sys.argv[1]), clock=clock.now)) as store, closing(store.reader()) as reader:
    milliseconds = []
    for _, text in keys():
        began = time.perf_counter()
        finding.find(reader, typed=text, limits=_LIMITS)
        milliseconds.append((time.perf_counter() - began) * 1000)
        time.sleep(REST_SECONDS)  # as between two keys: a processor that rested is slower at first
report(milliseconds=milliseconds)
