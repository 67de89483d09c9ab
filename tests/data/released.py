"""Books as the releases left them, one for each schema, kept for ever: every later version has to open them."""

import lzma
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from infoview_desktop.store.database import FILE_NAME
from tests.book import Book

_HERE = Path(__file__).parent


def keep(schema: int, fill: Callable[[Book], None]) -> None:
    """Write the book of a schema; only while that schema is unreleased."""
    with TemporaryDirectory() as folder:
        with Book(Path(folder)) as book:
            fill(book)
        _kept(schema).write_bytes(lzma.compress(Path(folder, FILE_NAME).read_bytes(), preset=9))


def unpack(schema: int, directory: Path) -> Path:
    """Put the book of a schema into `directory`."""
    path = directory / FILE_NAME
    with lzma.open(_kept(schema)) as packed, path.open("wb") as file:
        shutil.copyfileobj(packed, file)
    return path


def _kept(schema: int) -> Path:
    return _HERE / f"schema-{schema}.sqlite3.xz"
