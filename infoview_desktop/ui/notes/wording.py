"""What is said of a note beside its own words."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt

from infoview_desktop.domain.note_filter import Kind
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads.marked import Marked
from infoview_desktop.store.reads.note_lists import NoteLine
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.wording import date_text, said

_UNTITLED = Phrase("Empty note")


def day_text(moment: str) -> str:
    """When it was, given as UTC, ISO 8601: the time if it was today, otherwise the day; "" where it means nothing."""
    local = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    if local.date().toPython() == wall_clock.today():
        return QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)
    return date_text(local.date().toString(Qt.DateFormat.ISODate))


def about_text(line: NoteLine) -> Marked:
    """Whom or what a note is about, with what was looked for marked; empty for a free one."""
    people = line.people.text
    if line.kind is Kind.INTERVIEW and people:
        text = said(Phrase("Interview with {people}", {"people": people}))
        before = max(0, text.find(people))
        return Marked(text, tuple((start + before, end + before) for start, end in line.people.parts))
    return line.people if line.people.text else line.organization


def title_text(line: NoteLine) -> Marked:
    """What a note is called."""
    return line.title if line.title.text else Marked(said(_UNTITLED))
