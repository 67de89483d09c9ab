"""Text as the search index and the sorted lists see it: lower-case ASCII, so that `lukasz` is Łukasz."""

from __future__ import annotations

import apsw


class _Letters(dict[int, str]):
    """What each letter beyond ASCII is written as, looked up once: names repeat their letters."""

    def __missing__(self, letter: int) -> str:
        from anyascii import anyascii  # noqa: PLC0415 - only names beyond ASCII need its tables

        self[letter] = anyascii(chr(letter)).lower()
        return self[letter]


_LETTERS = _Letters()


def fold(text: str) -> str:
    """Return `text` in lower case, every letter written in ASCII: `ł` as `l`, `ß` as `ss`, `王` as `wang`."""
    if text.isascii():
        return text.lower()
    return text.lower().translate(_LETTERS)


def folded(expression: str) -> str:
    """The SQL that folds a text: SQLite does ASCII itself, and calls Python for what is beyond it; much is empty."""
    is_ascii = f"octet_length({expression}) = length({expression})"
    return f"CASE WHEN {expression} = '' THEN '' WHEN {is_ascii} THEN lower({expression}) ELSE fold({expression}) END"


def offer_fold(connection: apsw.Connection) -> None:
    """Let SQL on this connection call `fold`."""
    connection.create_scalar_function(
        "fold",
        fold,  # type: ignore[arg-type]  # it is only given text
        1,
        deterministic=True,
        flags=apsw.SQLITE_INNOCUOUS,
    )
