"""Text as the search index and the sorted lists see it: lower-case ASCII, so that `lukasz` is Łukasz."""

from __future__ import annotations


def fold(text: str) -> str:
    """Return `text` in lower case with every letter written in ASCII (`ł` → `l`, `ß` → `ss`, `王` → `wang`)."""
    if text.isascii():
        return text.lower()
    from anyascii import anyascii  # only names beyond ASCII need its tables

    return anyascii(text).lower()
