"""How often to be in touch, in words and as choices."""

from __future__ import annotations

from infoview_desktop.domain.keep_in_touch import KEEP_IN_TOUCH_CHOICES
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.ui.wording import said


def keep_in_touch_text(days: int) -> str:
    """After how many days one writes again; 0 is never."""
    return said(Phrase.counted("every day", "every {count} days", days)) if days else said(Phrase("never"))


def keep_in_touch_choices() -> list[tuple[str, str]]:
    """What can be chosen, each a number of days with its words."""
    return [(str(days), keep_in_touch_text(days)) for days in (*KEEP_IN_TOUCH_CHOICES, 0)]
