"""Notes that were being typed when the program ended without being asked to."""

from __future__ import annotations

from collections.abc import Callable

from infoview_desktop.operations import notes
from infoview_desktop.store.reads import notes as reads
from infoview_desktop.ui.runner import Runner


def go_on(runner: Runner, contact_id: int | None, resume: Callable[[str], None] | None) -> None:
    """Give back what was being typed in notes: nothing of it is lost, whatever is open now.

    Of those on the person who is shown, the first goes on where it was: `resume` is told its place. Every other
    becomes a note, one step of undo each.
    """
    for place in reads.interrupted_places(runner.read):
        typed = reads.typed(runner.read, place=place)
        if resume is not None and typed is not None and contact_id in {typed.about.contact_id} - {None}:
            resume(place)
            resume = None
        else:
            runner.do(notes.keep_put_aside, place=place)
