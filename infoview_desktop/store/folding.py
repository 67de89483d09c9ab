"""Text as the search index and the sorted lists see it: lower-case ASCII, so that `lukasz` is Łukasz."""

from __future__ import annotations


def fold(text: str) -> str:
    """Return `text` in lower case, every letter written in ASCII: `ł` as `l`, `ß` as `ss`, `王` as `wang`."""
    if text.isascii():
        return text.lower()
    from anyascii import anyascii  # noqa: PLC0415 - only names beyond ASCII need its tables

    return anyascii(text).lower()
