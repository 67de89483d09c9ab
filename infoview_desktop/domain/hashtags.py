"""The #tags that somebody writes within a text."""

from __future__ import annotations

import re

_HASHTAG = re.compile(r"(?<![\w#&/])#(?=[\w-]{0,63}[^\W\d_])(\w[\w-]{0,63})(?![\w-])")
"""A `#` that begins a word of at most 64 signs with a letter among them: no `#1`, no place of a web address."""


def hashtags(text: str) -> dict[str, None]:
    """The tags of a text without their `#`, as they are written, each once and in their order."""
    return dict.fromkeys(_HASHTAG.findall(text)) if "#" in text else {}
