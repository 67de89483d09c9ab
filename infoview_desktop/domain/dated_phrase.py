"""A sentence with days and times in it, which the window writes as the user's locale does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from infoview_desktop.domain.phrase import Phrase


@dataclass(frozen=True, slots=True)
class DatedPhrase:
    """A phrase, of whose named places some are filled by `times`: days, or times of day on the user's own clock."""

    phrase: Phrase
    times: Mapping[str, date | time] = field(default_factory=dict)

    def with_times_as(self, texts: Mapping[str, str]) -> Phrase:
        """The phrase with its days and times as somebody wrote them."""
        return Phrase(self.phrase.text, {**self.phrase.values, **texts})


def dated(today_is: Phrase, yesterday_was: Phrase, else_on: Phrase, *, day: date, today: date) -> DatedPhrase:
    """One of three sentences, by how long ago a day is; the last one has a place for the `{day}`."""
    ago = (today - day).days
    if ago == 0:
        return DatedPhrase(today_is)
    return DatedPhrase(yesterday_was) if ago == 1 else DatedPhrase(else_on, {"day": day})
