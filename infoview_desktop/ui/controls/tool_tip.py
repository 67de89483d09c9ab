"""Tool tips that show text as it is written."""

_LETTERS_IN_A_LINE = 80

# What `html.escape` does, without the table of all entities that comes with it at start-up.
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain_tool_tip(text: str) -> str:
    """Text for a tool tip, shown literally: Qt takes text with a tag in it as rich, and loads its images."""
    if not text:
        return ""
    wrapping = "pre" if len(text) <= _LETTERS_IN_A_LINE else "pre-wrap"
    return f'<div style="white-space: {wrapping}">{text.translate(_ESCAPES)}</div>'
