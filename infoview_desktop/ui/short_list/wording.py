"""What the short list says of a person, in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from infoview_desktop.domain.contact import work
from infoview_desktop.domain.ranking import MOTIVATIONS
from infoview_desktop.store.reads.short_list import Ranked
from infoview_desktop.ui.stages import stage_mark
from infoview_desktop.ui.wording import said


def points_text(points: float) -> str:
    """Points with a half where there is one: `4`, `4.5`."""
    return QLocale().toString(points, "f", 0 if points == int(points) else 1)


def motivation_text(motivation: int) -> str:
    """How much somebody wants to talk to a person."""
    return said(MOTIVATIONS[motivation])


def work_text(one: Ranked) -> str:
    """What somebody does, and where."""
    return work(one.candidate.position, one.candidate.organization)


def spoken_text(one: Ranked, place: int) -> str:
    """All that a row shows, for who hears it; `place` counts from 1, or is 0 for somebody not on the list."""
    parts = [f"{place}. {one.candidate.name}" if place else one.candidate.name, work_text(one)]
    if place:
        parts += [stage_mark(one.stage, one.since, one.due_on).spoken]
        parts += [motivation_text(one.candidate.motivation), one.candidate.direction]
    points = QCoreApplication.translate("short_list", "{points} points").format(points=points_text(one.ranking.score))
    return ", ".join(filter(None, [*parts, points, *(said(reason.phrase) for reason in one.ranking.reasons)]))
