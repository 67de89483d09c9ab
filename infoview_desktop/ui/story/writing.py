"""What it means that one wrote to somebody, as their story stands."""

from __future__ import annotations

from infoview_desktop.domain.story import Story
from infoview_desktop.domain.touch import TouchKind


def meant_by_writing(story: Story) -> TouchKind:
    """Asked, as long as nothing was exchanged; written again, where a request waits for an answer; else written."""
    if not story.touches and not story.interviews:
        return TouchKind.ASKED
    return TouchKind.FOLLOWED_UP if story.unanswered else TouchKind.WROTE
