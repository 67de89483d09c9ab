"""Ask SQLite for the notes that match, and nothing of what they say: notes_bare.py DIRECTORY."""

import sys
import time
from contextlib import closing
from pathlib import Path

from infoview_desktop.domain.note_filter import parse_notes
from infoview_desktop.store import opening
from infoview_desktop.store.search import match_expression
from infoview_desktop.system import clock
from tests.bench.drivers.hooks import report
from tests.bench.typing_keys import NOTES, REST_SECONDS, keys

_IN_SIGHT = 16
_COUNT = "SELECT count(*) FROM note_fts WHERE note_fts MATCH ?"
_NEWEST = "SELECT rowid FROM note_fts WHERE note_fts MATCH ? ORDER BY rowid DESC LIMIT ?"

with closing(opening.open_beside(Path(sys.argv[1]), clock=clock.now)) as store, closing(store.reader()) as reader:
    milliseconds = []
    for _, text in keys(NOTES):
        began = time.perf_counter()
        if terms := parse_notes(text):
            expression = match_expression(terms, "text people organization")
            reader.value(_COUNT, (expression,))
            reader.rows(_NEWEST, (expression, _IN_SIGHT))
        milliseconds.append((time.perf_counter() - began) * 1000)
        time.sleep(REST_SECONDS)  # as between two keys: a processor that rested is slower at first
report(milliseconds=milliseconds)
