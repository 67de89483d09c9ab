"""Ask who may be in the book twice, without a window: duplicates_program.py DIRECTORY."""

import sys
import time
from contextlib import closing
from pathlib import Path

from infoview_desktop.domain.progress import Progress
from infoview_desktop.store import opening
from infoview_desktop.store.reads.duplicates import possible_duplicates
from infoview_desktop.system import clock
from tests.bench.drivers.hooks import report

with closing(opening.open_beside(Path(sys.argv[1]), clock=clock.now)) as store, closing(store.reader()) as reader:
    began = time.perf_counter()
    found = possible_duplicates(reader, progress=Progress())
    report(looked=time.perf_counter() - began, found=len(found))
