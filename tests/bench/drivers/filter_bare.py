"""Ask SQLite what the filter asks, without a window: filter_bare.py DIRECTORY."""

import sys
import time
from contextlib import closing
from pathlib import Path

from infoview_desktop.domain.contact_filter import parse
from infoview_desktop.store import opening
from infoview_desktop.store.reads import contacts
from infoview_desktop.system import clock
from tests.bench.drivers.hooks import report
from tests.bench.typing_keys import REST_SECONDS, keys

_PAGE = 64  # as the list reads it

with closing(opening.open_beside(Path(sys.argv[1]), clock=clock.now)) as store, closing(store.reader()) as reader:
    selected = contacts.page(reader, contacts.listing(reader), offset=0, limit=1)[0].id
    milliseconds = []
    for _, text in keys():
        began = time.perf_counter()
        listing = contacts.listing(reader, terms=parse(text))
        contacts.place(reader, listing, selected)
        contacts.page(reader, listing, offset=0, limit=_PAGE)
        if listing.terms:
            contacts.listing(reader)
        milliseconds.append((time.perf_counter() - began) * 1000)
        time.sleep(REST_SECONDS)  # as between two keys: a processor that rested is slower at first
report(milliseconds=milliseconds)
