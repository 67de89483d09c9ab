"""Tool tips that show text as it is written."""

import html

_LETTERS_IN_A_LINE = 80


def plain_tool_tip(text: str) -> str:
    """Text for a tool tip, shown literally: Qt takes text with a tag in it as rich, and loads its images."""
    if not text:
        return ""
    wrapping = "pre" if len(text) <= _LETTERS_IN_A_LINE else "pre-wrap"
    return f'<div style="white-space: {wrapping}">{html.escape(text)}</div>'
