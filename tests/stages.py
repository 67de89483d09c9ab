"""A story for each stage, written down as a user would: counted back from now, as the views are."""

from datetime import UTC, datetime, timedelta

from infoview_desktop.domain.interview import InterviewState
from infoview_desktop.domain.stage import Stage
from infoview_desktop.domain.touch import TouchKind
from infoview_desktop.operations import interviews, short_list, touches
from tests.book import Book

ZONE = "UTC"


def days_ago(days: float) -> datetime:
    """That long before now, to the second."""
    return datetime.now(UTC).replace(microsecond=0) - timedelta(days=days)


_TOUCHES: dict[Stage, tuple[tuple[TouchKind, float], ...]] = {
    Stage.ASKED: ((TouchKind.ASKED, 0),),
    Stage.REPLIED: ((TouchKind.ASKED, 1), (TouchKind.REPLIED, 0)),
    Stage.THANKED: ((TouchKind.THANKED, 0),),
    Stage.IN_TOUCH: ((TouchKind.THANKED, 1 / 24), (TouchKind.WROTE, 0)),
    Stage.CLOSED: ((TouchKind.ASKED, 1), (TouchKind.CLOSED, 0)),
}
"""What is exchanged on the way to a stage, each so many days before it is reached."""

_INTERVIEWS = {
    Stage.SCHEDULED: (InterviewState.SCHEDULED, -7),
    **dict.fromkeys((Stage.HELD, Stage.THANKED, Stage.IN_TOUCH), (InterviewState.HELD, 2 / 24)),
}


def bring_to(book: Book, contact_id: int, stage: Stage, *, days: float = 0, direction: str = "") -> None:
    """Let happen what brings somebody who had no stage to this one, the last of it so many days ago."""
    book.clock.now = days_ago(days)
    if stage is Stage.TO_ASK or direction:
        short_list.want_to_talk_to(book.store, contact_ids=[contact_id], direction=direction)
    if stage in _INTERVIEWS:
        state, before = _INTERVIEWS[stage]
        at = days_ago(days + before)
        interviews.add(book.store, contact_ids=[contact_id], starts_at=at, time_zone=ZONE, state=state)
    for kind, before in _TOUCHES.get(stage, ()):
        touches.log(book.store, contact_id=contact_id, kind=kind, at=days_ago(days + before), time_zone=ZONE)
