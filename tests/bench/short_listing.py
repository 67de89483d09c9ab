"""From a change of what counts to the short list painted in its new order."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from statistics import median

from infoview_desktop.operations import profile, short_list
from infoview_desktop.store import opening
from infoview_desktop.system import clock
from tests.bench.books import Books
from tests.bench.measuring import drive, in_turn, p95
from tests.bench.table import Row, at_most

JUDGED = 30_000
ENTRIES = 500
_RUNS = 3
_ABOUT = {
    "directions": "Data for good, Nursing, Economics",
    "seniority": "senior",
    "schools": "ESAN",
    "past_employers": "Acme",
}


def measure(books: Books, size: int, runs: int | None) -> Iterable[Row]:
    """Milliseconds, p95 of asking and painting 500 entries; the floor is the same rows in Qt's own list."""
    with books.copy_of(size) as book:
        _fill(book)
        bare, whole = in_turn(
            runs or _RUNS, lambda: drive("short_list_bare.py", book), lambda: drive("short_list_program.py", book)
        )
    judged = size == JUDGED
    yield Row(
        "short_list",
        size,
        "ms",
        *(median(p95(result["milliseconds"]) for result in results) for results in (whole, bare)),
        at_most(16, "ms") if judged else None,
        at_most(8, "ms") if judged else None,
        f"{ENTRIES} entries, p50 {median(median(result['milliseconds']) for result in whole):.1f} ms",
    )


def _fill(book: Path) -> None:
    """Put people from all over the book on the list, of somebody of whom something is known."""
    with closing(opening.open_store(book, clock=clock.now)) as store:
        for field, text in _ABOUT.items():
            profile.edit(store, field=field, text=text)
        with closing(store.reader()) as reader:
            rows = reader.rows("SELECT id FROM contact ORDER BY id * 7919 % 10007, id LIMIT ?", (ENTRIES,))
        short_list.want_to_talk_to(store, contact_ids=[contact_id for (contact_id,) in rows], direction="Nursing")
