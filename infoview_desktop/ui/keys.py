"""Keys that a list or a field understands by itself, told beside the widget that does."""

from __future__ import annotations

from typing import NamedTuple

from infoview_desktop.domain.phrase import Phrase


class KeyHint(NamedTuple):
    """One key, or a few, as Qt names them, and what comes of it; no key where the words say it all."""

    keys: tuple[str, ...]
    does: Phrase


class KeyGroup(NamedTuple):
    """The keys of one widget."""

    title: Phrase
    hints: tuple[KeyHint, ...]
