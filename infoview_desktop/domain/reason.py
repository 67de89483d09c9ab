"""Why something is to do on this day, in true words, by which rule, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from infoview_desktop.domain.cadence import CADENCES, Cadence, Unit
from infoview_desktop.domain.dated_phrase import DatedPhrase, dated
from infoview_desktop.domain.follow_up import FollowUp, Rule
from infoview_desktop.domain.interview import Interview, InterviewState
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.plan import Habits, away, keep_in_touch_days, waited_from
from infoview_desktop.domain.story import Request, Story
from infoview_desktop.domain.touch import Touch, TouchKind
from infoview_desktop.domain.wall_time import local


@dataclass(frozen=True, slots=True)
class Reason:
    """Why it is here.

    Attributes:
        parts: what is the case, each a short sentence; they are shown in one line with ` · ` between.
        rule: what the rule is called, such as "3B7".
        source: who says so; a phrase without text where it is the user's own.
    """

    parts: tuple[DatedPhrase, ...]
    rule: Phrase
    source: Phrase


@dataclass(frozen=True, slots=True)
class Occasion:
    """One open follow-up, and all that its reason is made of.

    Attributes:
        follow_up: the follow-up.
        story: what happened with the person.
        habits: how the user goes about it.
        day: today, where the user is.
        name: what the person is called.
        others_there: how many more people one knows where they work and has not asked yet.
    """

    follow_up: FollowUp
    story: Story
    habits: Habits
    day: date
    name: str = ""
    others_there: int = 0

    @property
    def touch(self) -> Touch | None:
        """The touch it is counted from, as far as it is there."""
        return next((one for one in self.story.touches if one.id == self.follow_up.touch_id), None)

    @property
    def interview(self) -> Interview | None:
        """The interview it is about, as far as it is there."""
        return next((one for one in self.story.interviews if one.id == self.follow_up.interview_id), None)


def reason(occasion: Occasion) -> Reason:
    """Why a follow-up is to be done on its day; what the user moved says so."""
    rule = occasion.follow_up.rule
    name, source = _called(rule, occasion.habits.cadence)
    return Reason((*_PARTS[rule](occasion), *_moved(occasion.follow_up)), name, source)


_GOOD_PRACTICE = Phrase("Good practice")

_CALLED: MappingProxyType[Rule, tuple[Phrase, Phrase]] = MappingProxyType(
    {
        Rule.OWN: (Phrase("Your own"), Phrase("")),
        Rule.OFFER_TIMES: (Phrase("Offer times"), Phrase("Guide of the University of Illinois")),
        Rule.ASK_AGAIN: (Phrase("Ask again"), _GOOD_PRACTICE),
        Rule.MEET_NAMED: (Phrase("Whom they named"), _GOOD_PRACTICE),
        Rule.CONFIRM: (Phrase("The day before"), Phrase("Career guides of universities")),
        Rule.THANK: (Phrase("Thank within a day"), Phrase("Guides of Yale, NC State and Washington University")),
        Rule.RESCHEDULE: (Phrase("Another time"), _GOOD_PRACTICE),
        Rule.KEEP_IN_TOUCH: (
            Phrase("Keep in touch"),
            Phrase("Guides of Santa Clara and the University of Portland"),
        ),
    }
)


def _called(rule: Rule, cadence: Cadence) -> tuple[Phrase, Phrase]:
    """What a rule is called and who says so; those about silence are the cadence's."""
    if rule in _CALLED:
        return _CALLED[rule]
    source = Phrase("{source}", {"source": cadence.source}) if cadence.source else Phrase("")
    if cadence.source and cadence != CADENCES.get(cadence.key):
        source = Phrase("{source}, with days of your own", {"source": cadence.source})
    return Phrase("{name}", {"name": cadence.name}), source


def _moved(one: FollowUp) -> Iterator[DatedPhrase]:
    if one.moved_from is not None:
        later = one.due_on > one.moved_from
        words = Phrase("you put it off from {day}") if later else Phrase("you brought it forward from {day}")
        yield DatedPhrase(words, {"day": one.moved_from})


def _own(occasion: Occasion) -> Iterator[DatedPhrase]:
    text = occasion.follow_up.reason
    yield DatedPhrase(Phrase("{reason}", {"reason": text}) if text else Phrase("You wanted to come back to this"))


def _follow_up(occasion: Occasion) -> Iterator[DatedPhrase]:
    last = _last_request(occasion)
    yield from _silence(occasion, last)
    if last is not None and last.kind is TouchKind.WROTE:
        yield DatedPhrase(Phrase("you had offered times"))
    else:
        yield DatedPhrase(Phrase("second and last message"))


def _second_person(occasion: Occasion) -> Iterator[DatedPhrase]:
    yield from _silence(occasion, _last_request(occasion), name=occasion.name)
    count = occasion.others_there
    if count:
        yield DatedPhrase(
            Phrase.counted("you know {count} more person there", "you know {count} more people there", count)
        )
    else:
        yield DatedPhrase(Phrase("you know nobody else to ask there"))


def _close(occasion: Occasion) -> Iterator[DatedPhrase]:
    yield from _silence(occasion, _last_request(occasion))
    if occasion.story.messages > 1:
        yield DatedPhrase(Phrase("two messages are enough"))
    else:
        yield DatedPhrase(Phrase("you chose not to write again"))


def _last_request(occasion: Occasion) -> Request | None:
    waiting = occasion.story.unanswered
    return waiting[-1] if waiting else None


def _silence(occasion: Occasion, last: Request | None, *, name: str = "") -> Iterator[DatedPhrase]:
    """How long nothing has come; days off on which one would have worked are named."""
    if last is None:
        return
    habits, today = occasion.habits, occasion.day
    start = waited_from(occasion.story, last, habits)
    in_days = habits.cadence.unit is Unit.DAYS
    count = (today - start).days if in_days else habits.business_days.between(start, today)
    if count < 1:
        day = last.local.date()
        yield dated(
            Phrase("You wrote today"), Phrase("You wrote yesterday"), Phrase("You wrote on {day}"), day=day, today=today
        )
    else:
        yield _without_reply(occasion, start, count, name)
    for touch in away(occasion.story)[-1:]:
        if touch.until is not None:
            yield DatedPhrase(Phrase("they were away until {day}"), {"day": touch.until})
        else:
            yield DatedPhrase(Phrase("an automatic reply said that they were away"))


def _without_reply(occasion: Occasion, start: date, count: int, name: str) -> DatedPhrase:
    if occasion.habits.cadence.unit is Unit.DAYS:
        waited = Phrase.counted("{count} day without a reply", "{count} days without a reply", count)
        off = []
    else:
        waited = Phrase.counted("{count} working day without a reply", "{count} working days without a reply", count)
        off = [day for day, _ in occasion.habits.business_days.holidays_between(start, occasion.day)]
    if name:
        waited = Phrase("{waited} from {name}", {"waited": waited, "name": name})
    match off:
        case []:
            return DatedPhrase(waited)
        case [day]:
            return DatedPhrase(Phrase("{waited} ({day} was a holiday)", {"waited": waited}), {"day": day})
        case [first, second]:
            return DatedPhrase(
                Phrase("{waited} ({first} and {second} were holidays)", {"waited": waited}),
                {"first": first, "second": second},
            )
        case _:
            return DatedPhrase(
                Phrase("{waited} (less {count} holidays)", {"waited": waited, "count": len(off)}),
            )


def _offer_times(occasion: Occasion) -> Iterator[DatedPhrase]:
    yield from _when_they_said(
        occasion, Phrase("They said yes today"), Phrase("They said yes yesterday"), Phrase("They said yes on {day}")
    )
    yield DatedPhrase(Phrase("offer two or three times"))


def _ask_again(occasion: Occasion) -> Iterator[DatedPhrase]:
    touch = occasion.touch
    if touch is not None and touch.until is not None:
        yield DatedPhrase(Phrase("They asked you to come back on {day}"), {"day": touch.until})
    else:
        yield from _when_they_said(
            occasion,
            Phrase("They said later today"),
            Phrase("They said later yesterday"),
            Phrase("They said “later” on {day}"),
        )


def _meet_named(occasion: Occasion) -> Iterator[DatedPhrase]:
    yield from _when_they_said(
        occasion,
        Phrase("They named somebody else today"),
        Phrase("They named somebody else yesterday"),
        Phrase("They named somebody else on {day}"),
    )
    if occasion.touch is not None and occasion.touch.words:
        yield DatedPhrase(Phrase("“{words}”", {"words": " ".join(occasion.touch.words.split())}))


def _when_they_said(
    occasion: Occasion, today_is: Phrase, yesterday_was: Phrase, else_on: Phrase
) -> Iterator[DatedPhrase]:
    touch = occasion.touch
    if touch is not None:
        yield dated(today_is, yesterday_was, else_on, day=touch.local.date(), today=occasion.day)


def _confirm(occasion: Occasion) -> Iterator[DatedPhrase]:
    interview = occasion.interview
    if interview is not None:
        day, at = interview.local.date(), interview.local.time()
        ahead = (day - occasion.day).days
        if ahead == 0:
            yield DatedPhrase(Phrase("You talk today at {time}"), {"time": at})
        elif ahead == 1:
            yield DatedPhrase(Phrase("You talk tomorrow at {time}"), {"time": at})
        else:
            yield DatedPhrase(Phrase("You talk on {day} at {time}"), {"day": day, "time": at})
    yield DatedPhrase(Phrase("a word the working day before"))


def _thank(occasion: Occasion) -> Iterator[DatedPhrase]:
    interview = occasion.interview
    if interview is not None:
        ended = local(interview.ends_at, interview.time_zone)
        talked = dated(
            Phrase("You talked today until {time}"),
            Phrase("You talked yesterday until {time}"),
            Phrase("You talked on {day} until {time}"),
            day=ended.date(),
            today=occasion.day,
        )
        yield DatedPhrase(talked.phrase, {**talked.times, "time": ended.time()})
    yield DatedPhrase(Phrase("a thank-you counts most within 24 hours"))


def _reschedule(occasion: Occasion) -> Iterator[DatedPhrase]:
    interview = occasion.interview
    if interview is not None:
        no_show = interview.state is InterviewState.NO_SHOW
        words = Phrase("They did not come on {day}") if no_show else Phrase("The conversation on {day} was called off")
        if not no_show and interview.starts_at is None:
            yield DatedPhrase(Phrase("The conversation was called off"))
        else:
            yield DatedPhrase(words, {"day": interview.local.date()})
    yield DatedPhrase(Phrase("offer another time"))


def _keep_in_touch(occasion: Occasion) -> Iterator[DatedPhrase]:
    story, today = occasion.story, occasion.day
    last = story.last_contact_on
    if last is not None:
        count = max(0, (today - last).days)
        yield DatedPhrase(
            Phrase.counted(
                "{count} day since you were last in touch", "{count} days since you were last in touch", count
            )
        )
    else:
        yield DatedPhrase(Phrase("You have not been in touch yet"))
    days = keep_in_touch_days(story, occasion.habits)
    if days:
        yield DatedPhrase(Phrase.counted("every day", "every {count} days", days))
    if story.put_off_on is not None and (last is None or story.put_off_on > last):
        yield DatedPhrase(Phrase("you skipped it on {day}"), {"day": story.put_off_on})


_PARTS: MappingProxyType[Rule, Callable[[Occasion], Iterator[DatedPhrase]]] = MappingProxyType(
    {
        Rule.OWN: _own,
        Rule.FOLLOW_UP: _follow_up,
        Rule.SECOND_PERSON: _second_person,
        Rule.CLOSE: _close,
        Rule.OFFER_TIMES: _offer_times,
        Rule.ASK_AGAIN: _ask_again,
        Rule.MEET_NAMED: _meet_named,
        Rule.CONFIRM: _confirm,
        Rule.THANK: _thank,
        Rule.RESCHEDULE: _reschedule,
        Rule.KEEP_IN_TOUCH: _keep_in_touch,
    }
)
