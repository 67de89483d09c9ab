"""What the day says, in the user's words: days and moments, counts, and the title of each line."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QLocale

from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.interview import Interview
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.wall_time import local
from infoview_desktop.store.reads.today import Agenda, Person
from infoview_desktop.ui import local_time
from infoview_desktop.ui.local_time import time_text
from infoview_desktop.ui.story.entry_text import MEDIUMS
from infoview_desktop.ui.wording import said

_NUMBERS = (
    Phrase("No"),
    Phrase("One"),
    Phrase("Two"),
    Phrase("Three"),
    Phrase("Four"),
    Phrase("Five"),
    Phrase("Six"),
    Phrase("Seven"),
    Phrase("Eight"),
    Phrase("Nine"),
    Phrase("Ten"),
)
_WEEK = 7
_HOUR = 60
_LONG = 90
"""From so many minutes on, hours are told."""
_A_DAY = 8 * _HOUR
"""What takes longer is not done in a day, and how long it takes says nothing."""

TITLES: MappingProxyType[Rule, Phrase] = MappingProxyType(
    {
        Rule.OWN: Phrase("Follow up with {name}"),
        Rule.FOLLOW_UP: Phrase("Follow up with {name}"),
        Rule.SECOND_PERSON: Phrase("Ask a second person at {organization}"),
        Rule.CLOSE: Phrase("Let it rest with {name}"),
        Rule.OFFER_TIMES: Phrase("Offer {name} times"),
        Rule.ASK_AGAIN: Phrase("Ask {name} again"),
        Rule.MEET_NAMED: Phrase("Add whom {name} named"),
        Rule.CONFIRM: Phrase("Confirm {day} conversation with {name}"),
        Rule.THANK: Phrase("Thank {name}"),
        Rule.RESCHEDULE: Phrase("Find another time with {name}"),
        Rule.KEEP_IN_TOUCH: Phrase("Keep in touch with {name}"),
    }
)


def translated(text: str) -> str:
    """A literal of this view in the user's language."""
    return QCoreApplication.translate("today", text)


def day_text(day: date, today: date) -> str:
    """A day near to today, in a word where there is one: `tomorrow`, `Friday`, `14 January`."""
    match (day - today).days:
        case 0:
            return translated("today")
        case 1:
            return translated("tomorrow")
        case -1:
            return translated("yesterday")
        case days if 1 < days < _WEEK:
            return QLocale().dayName(day.isoweekday())
        case _:
            return local_time.day_text(day, today=today)


def moment_text(moment: datetime, now: datetime) -> str:
    """A moment near to now: `today 14:00`."""
    there = moment.astimezone(now.tzinfo)
    return f"{day_text(there.date(), now.date())} {time_text(there)}"


def left_text(until: datetime, now: datetime) -> str:
    """How much time there is left: `2 h left`, `40 min left`."""
    minutes = max(1, round((until - now) / timedelta(minutes=1)))
    if minutes < _LONG:
        return translated("{minutes} min left").format(minutes=minutes)
    return translated("{hours} h left").format(hours=round(minutes / _HOUR))


def past_text(until: datetime, now: datetime) -> str:
    """How long ago a moment was that is past: `18 h late`, `2 days late`."""
    if now - until >= timedelta(days=1):
        return late_text(now.date() - timedelta(days=(now - until).days), now.date())
    return translated("{hours} h late").format(hours=max(1, round((now - until) / timedelta(hours=1))))


def late_text(day: date, today: date) -> str:
    """Since when something waits; "" for what is due today."""
    days = (today - day).days
    if days <= 0:
        return ""
    return said(Phrase.counted("{count} day late", "{count} days late", days))


def conversation_title(names: str, interview: Interview) -> str:
    """Who, how long and how: `Ana Ruiz, 20 minutes, video`."""
    long = said(Phrase.counted("{count} minute", "{count} minutes", interview.minutes))
    return ", ".join((names, long, said(MEDIUMS[interview.medium])))


def their_time(person: Person, moment: datetime, now: datetime) -> str:
    """What time that is for them, where their clock shows another: `09:00 for Ana`."""
    if not person.time_zone:
        return ""
    there = local(moment, person.time_zone)
    if there.utcoffset() == moment.astimezone(now.tzinfo).utcoffset():
        return ""
    return translated("{time} for {name}").format(time=time_text(there), name=person.given_name or person.name)


def sentence(agenda: Agenda, minutes: int) -> str:
    """The day in a sentence, such as `Four things for today, about 25 minutes, and one conversation`."""
    due, talks = len(agenda.due), agenda.today_conversations
    talks_words = _spelt(Phrase("{number} conversation"), Phrase("{number} conversations"), talks)
    if not due:
        return translated("{conversations} today.").format(conversations=talks_words) if talks else ""
    things = _spelt(Phrase("{number} thing"), Phrase("{number} things"), due)
    words = translated("{things} for today").format(things=things)
    if minutes <= _A_DAY:
        words = translated("{words}, about {time}").format(words=words, time=_duration(minutes))
    if talks:
        words = translated("{things}, and {conversations}").format(
            things=words, conversations=talks_words[0].lower() + talks_words[1:]
        )
    return translated("{words}.").format(words=words)


def _duration(minutes: int) -> str:
    if minutes < _LONG:
        return said(Phrase.counted("{count} minute", "{count} minutes", minutes))
    return said(Phrase.counted("{count} hour", "{count} hours", round(minutes / _HOUR)))


def _spelt(one: Phrase, many: Phrase, count: int) -> str:
    """A count in words, up to ten."""
    number = said(_NUMBERS[count]) if count < len(_NUMBERS) else QLocale().toString(count)
    return said(Phrase((one if count == 1 else many).text, {"number": number}))
