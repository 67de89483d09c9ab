"""One interview written as an invitation, to be sent to whoever takes part."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from infoview_desktop.domain import known_error
from infoview_desktop.domain.calendar_event import Attendee
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations.outcome import Outcome, Reach, reaching
from infoview_desktop.store.reads.meetings import meetings
from infoview_desktop.store.reads.reader import Reader
from infoview_desktop.system import ics_writer
from infoview_desktop.system.whole_file import outgoing, whole_file


@reaching(Reach.WORLD)
def write(reader: Reader, *, interview_id: int, path: Path, made_at: datetime, organizer: Attendee) -> Outcome[None]:
    """Write the interview to `path`, as an invitation that calendars offer to accept, and to take back if called off.

    `made_at` is now, UTC; `organizer` the user.

    Raises:
        KnownError: it is gone or has no time, or the file cannot be written there.
    """
    meeting = next(meetings(reader, interview_id=interview_id), None)
    if meeting is None:
        raise known_error.no_time_to_invite_to()
    with outgoing(path, book=reader.file), whole_file(path) as file:
        ics_writer.write_invitation(file, meeting, organizer=organizer, made_at=made_at)
    return Outcome(None, said=Phrase("Invitation written to {file}", {"file": path.name}))
