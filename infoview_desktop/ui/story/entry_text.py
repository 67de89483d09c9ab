"""What the timeline says of each entry, in the user's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from types import MappingProxyType

from infoview_desktop.domain.contact import work
from infoview_desktop.domain.follow_up import FollowUp, FollowUpState, Rule
from infoview_desktop.domain.interview import Interview, InterviewState, Medium
from infoview_desktop.domain.markdown import safe_address
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.touch import Answer, Touch, TouchKind
from infoview_desktop.store.reads.job_changes import JobChange
from infoview_desktop.store.reads.timeline import Band, Entry, EntryKind, NoteExcerpt
from infoview_desktop.ui.local_time import clock_text, day_text, local_day, weekday_text
from infoview_desktop.ui.story.excerpt import Excerpt, excerpt
from infoview_desktop.ui.theme.tokens import Tone
from infoview_desktop.ui.wording import said


class Deed(Enum):
    """What can be done with an entry at one click."""

    OPEN_LINK = auto()
    HELD = auto()
    NO_SHOW = auto()
    CALLED_OFF = auto()
    DONE = auto()
    PUT_OFF = auto()
    SKIP = auto()
    LOOKED_AT = auto()
    CHANGE = auto()


DEEDS: Mapping[Deed, Phrase] = MappingProxyType(
    {
        Deed.OPEN_LINK: Phrase("Open link"),
        Deed.HELD: Phrase("Held"),
        Deed.NO_SHOW: Phrase("They did not come"),
        Deed.CALLED_OFF: Phrase("Called off"),
        Deed.DONE: Phrase("Done"),
        Deed.PUT_OFF: Phrase("Put off"),
        Deed.SKIP: Phrase("Skip"),
        Deed.LOOKED_AT: Phrase("Looked at"),
        Deed.CHANGE: Phrase("Change"),
    }
)

KINDS: Mapping[TouchKind, Phrase] = MappingProxyType(
    {
        TouchKind.ASKED: Phrase("Asked for a conversation"),
        TouchKind.FOLLOWED_UP: Phrase("Wrote again"),
        TouchKind.WROTE: Phrase("Wrote"),
        TouchKind.CALLED: Phrase("Called"),
        TouchKind.MET: Phrase("Met"),
        TouchKind.REPLIED: Phrase("They replied"),
        TouchKind.THANKED: Phrase("Said thank you"),
        TouchKind.CLOSED: Phrase("Let it rest"),
    }
)

ANSWERS: Mapping[Answer, Phrase] = MappingProxyType(
    {
        Answer.NONE: Phrase("Replied"),
        Answer.YES: Phrase("Replied yes"),
        Answer.LATER: Phrase("Replied later"),
        Answer.NO: Phrase("Replied no"),
        Answer.SOMEONE_ELSE: Phrase("Named someone else"),
        Answer.OUT_OF_OFFICE: Phrase("Out of office"),
    }
)

MEDIUMS: Mapping[Medium, Phrase] = MappingProxyType(
    {
        Medium.VIDEO: Phrase("video"),
        Medium.PHONE: Phrase("phone"),
        Medium.IN_PERSON: Phrase("in person"),
    }
)

STATES: Mapping[InterviewState, tuple[Phrase, Tone]] = MappingProxyType(
    {
        InterviewState.ASKED: (Phrase("proposed"), "blue"),
        InterviewState.SCHEDULED: (Phrase("scheduled"), "amber"),
        InterviewState.HELD: (Phrase("held"), "green"),
        InterviewState.CANCELLED: (Phrase("called off"), "quiet"),
        InterviewState.NO_SHOW: (Phrase("did not come"), "quiet"),
    }
)

RULES: Mapping[Rule, Phrase] = MappingProxyType(
    {
        Rule.OWN: Phrase("Follow up"),
        Rule.FOLLOW_UP: Phrase("Write once more"),
        Rule.SECOND_PERSON: Phrase("Ask a second person there"),
        Rule.CLOSE: Phrase("Let it rest"),
        Rule.OFFER_TIMES: Phrase("Offer times"),
        Rule.ASK_AGAIN: Phrase("Ask again"),
        Rule.MEET_NAMED: Phrase("Write to whom they named"),
        Rule.CONFIRM: Phrase("Confirm the interview"),
        Rule.THANK: Phrase("Say thank you"),
        Rule.RESCHEDULE: Phrase("Find another time"),
        Rule.KEEP_IN_TOUCH: Phrase("Keep in touch"),
    }
)

_TOUCH_ICONS = {TouchKind.CALLED: "phone", TouchKind.MET: "people", TouchKind.REPLIED: "reply"}


@dataclass(frozen=True, slots=True)
class Told:
    """What one row shows.

    Attributes:
        icon: a drawing's name.
        words: what it says; of a note what stands above its card.
        detail: less loud, behind the words.
        chip: a word at the end.
        tone: the chip's.
        card: what stands in a card; None for what is no note.
        deeds: what can be done with it at one click, below it.
    """

    icon: str
    words: str
    detail: str = ""
    chip: str = ""
    tone: Tone = "quiet"
    card: Excerpt | None = None
    deeds: tuple[Deed, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it for who hears it."""
        parts = [self.words, *((self.card.title, self.card.plain) if self.card else ()), self.detail, self.chip]
        return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Present:
    """When it is read: the day for the user, the moment (UTC), and whether anything can be changed."""

    day: date
    moment: datetime
    editable: bool


def told(entry: Entry, present: Present) -> Told:
    """What the timeline says of an entry."""
    match entry.what:
        case Touch():
            shown = _touch(entry.what, present)
        case Interview():
            shown = _interview(entry, entry.what, present)
        case FollowUp():
            shown = _follow_up(entry, entry.what, present)
        case NoteExcerpt():
            shown = _note(entry, entry.what)
        case JobChange():
            shown = _job_change(entry.what, present)
        case _:
            shown = Told("people", said(Phrase("Connected on LinkedIn")), said(Phrase("imported")))
    return shown


def heading(entry: Entry, present: Present) -> str:
    """Above which entries this one stands: what comes, today, a day."""
    if entry.band is Band.COMING:
        return said(Phrase("Coming up"))
    day = present.day if entry.band is Band.TODAY else day_of(entry)
    if day == present.day:
        return said(Phrase("Today"))
    return weekday_text(day, today=present.day)


def day_of(entry: Entry) -> date:
    """The day of an entry where the user is."""
    moment = _moment(entry)
    return date.fromisoformat(entry.moment[:10]) if moment is None else local_day(moment)


def _moment(entry: Entry) -> datetime | None:
    return datetime.fromisoformat(entry.moment) if "T" in entry.moment else None


def _touch(touch: Touch, present: Present) -> Told:
    label = said(ANSWERS[touch.answer] if touch.kind is TouchKind.REPLIED else KINDS[touch.kind])
    words = said(Phrase("{what}: “{words}”", {"what": label, "words": touch.words})) if touch.words else label
    detail = clock_text(touch.at)
    if touch.until is not None:
        until = said(Phrase("until {day}", {"day": weekday_text(touch.until, today=present.day)}))
        detail = f"{detail} · {until}"
    return Told(_TOUCH_ICONS.get(touch.kind, "mail"), words, detail)


def _interview(entry: Entry, interview: Interview, present: Present) -> Told:
    values: dict[str, str | int | Phrase] = {
        "minutes": interview.minutes,
        "medium": said(MEDIUMS[interview.medium]),
        "names": entry.others,
    }
    words = said(
        Phrase("Interview, {minutes} min, {medium}, with {names} as well", values)
        if entry.others
        else Phrase("Interview, {minutes} min, {medium}", values)
    )
    if interview.starts_at is None:
        when = said(Phrase("no time agreed yet"))
    elif entry.band is Band.COMING or (entry.band is Band.TODAY and local_day(interview.starts_at) != present.day):
        when = f"{weekday_text(local_day(interview.starts_at), today=present.day)} {clock_text(interview.starts_at)}"
    else:
        when = clock_text(interview.starts_at)
    if interview.place and not safe_address(interview.place):
        when = f"{when} · {interview.place}"
    state, tone = STATES[interview.state]
    return Told("calendar", words, when, said(state), tone, deeds=_interview_deeds(interview, present))


def _interview_deeds(interview: Interview, present: Present) -> tuple[Deed, ...]:
    deeds = []
    waits = interview.state in {InterviewState.SCHEDULED, InterviewState.ASKED}
    is_over = interview.starts_at is not None and interview.ends_at <= present.moment
    if waits and not is_over and safe_address(interview.place):
        deeds.append(Deed.OPEN_LINK)
    if waits and present.editable and interview.starts_at is not None:
        if interview.starts_at <= present.moment:
            deeds += [Deed.HELD, Deed.NO_SHOW]
        deeds.append(Deed.CALLED_OFF)
    return tuple(deeds)


def _follow_up(entry: Entry, follow_up: FollowUp, present: Present) -> Told:
    rule = said(RULES[follow_up.rule])
    if follow_up.rule is Rule.OWN and follow_up.reason:
        what = follow_up.reason
    else:
        what = f"{rule}: {follow_up.reason}" if follow_up.reason else rule
    if follow_up.state is FollowUpState.DONE:
        return Told("check", said(Phrase("Done: {what}", {"what": what})), _time_of(entry))
    if follow_up.state is FollowUpState.SKIPPED:
        why = {"what": what, "why": follow_up.ended_why}
        words = (
            Phrase("Skipped: {what}, because: {why}", why) if follow_up.ended_why else Phrase("Skipped: {what}", why)
        )
        return Told("close", said(words), _time_of(entry))
    due = follow_up.due_on
    if due == present.day:
        by = follow_up.due_at
        detail = said(Phrase("by {time}", {"time": clock_text(by)})) if by else said(Phrase("due today"))
    elif due < present.day:
        detail = said(Phrase("since {day}", {"day": day_text(due, today=present.day)}))
    else:
        detail = weekday_text(due, today=present.day)
    chip, tone = _lateness(follow_up, present)
    deeds = (Deed.DONE, Deed.PUT_OFF, Deed.SKIP) if entry.band is Band.TODAY and present.editable else ()
    return Told("clock", what, detail, chip, tone, deeds=deeds)


def _lateness(follow_up: FollowUp, present: Present) -> tuple[str, Tone]:
    late = follow_up.due_on < present.day or (follow_up.due_at is not None and follow_up.due_at < present.moment)
    if late:
        return said(Phrase("late")), "red"
    return (said(Phrase("due")), "amber") if follow_up.due_on == present.day else ("", "quiet")


def _note(entry: Entry, note: NoteExcerpt) -> Told:
    above = ""
    if entry.kind is EntryKind.MENTION:
        about = {"about": note.about}
        above = said(
            Phrase("Mentioned in a note about {about}", about) if note.about else Phrase("Mentioned in a note")
        )
    elif note.interview_id is not None:
        above = said(Phrase("Note on the interview"))
    return Told("note", above, _time_of(entry), card=excerpt(note.text, note.mentions))


def _job_change(change: JobChange, present: Present) -> Told:
    before = work(change.old_position, change.old_organization)
    now = work(change.new_position, change.new_organization) or said(Phrase("not told"))
    words = said(Phrase("New job: {now}. Before: {before}", {"now": now, "before": before}))
    deeds = () if change.looked_at or not present.editable else (Deed.LOOKED_AT,)
    return Told("people", words, deeds=deeds)


def _time_of(entry: Entry) -> str:
    moment = _moment(entry)
    return clock_text(moment) if moment else ""
