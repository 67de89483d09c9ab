"""Reasons and other sentences with days in them, as the user's locale writes them."""

from __future__ import annotations

from datetime import date, time

from infoview_desktop.domain.dated_phrase import DatedPhrase
from infoview_desktop.domain.reason import Reason
from infoview_desktop.ui.local_time import day_text, time_text
from infoview_desktop.ui.wording import said

_BETWEEN = " · "


def reason_text(reason: Reason, *, today: date) -> str:
    """Why something is due, in one line, without the rule's name."""
    return _BETWEEN.join(dated_text(part, today=today) for part in reason.parts)


def dated_text(sentence: DatedPhrase, *, today: date) -> str:
    """The sentence as it is shown."""
    texts = {name: _text(value, today) for name, value in sentence.times.items()}
    return said(sentence.with_times_as(texts))


def _text(value: date | time, today: date) -> str:
    return time_text(value) if isinstance(value, time) else day_text(value, today=today)
