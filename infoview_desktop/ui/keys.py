"""Keys that a list or a field understands by itself, told beside the widget that does."""

from __future__ import annotations

from dataclasses import dataclass

from infoview_desktop.domain.phrase import Phrase


@dataclass(frozen=True, slots=True)
class KeyHint:
    """One key, or a few, as Qt names them, and what comes of it; no key where the words say it all."""

    keys: tuple[str, ...]
    does: Phrase


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one widget."""

    title: Phrase
    hints: tuple[KeyHint, ...]
