"""Makes the rows of the day from what the book says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from infoview_desktop.domain.contact import work
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads.today import ConversationLine, DueLine, Kind, Line, NewJobLine, Ref
from infoview_desktop.ui.reasons import reason_text
from infoview_desktop.ui.theme.tokens import Tone
from infoview_desktop.ui.today.acts import ANSWERABLE, PRIMARY, Act
from infoview_desktop.ui.today.day_row import DayRow
from infoview_desktop.ui.today.why import AFTER_SILENCE
from infoview_desktop.ui.today.wording import (
    TITLES,
    conversation_title,
    day_text,
    late_text,
    left_text,
    moment_text,
    past_text,
    their_time,
    translated,
)
from infoview_desktop.ui.wording import said


def row_of(ref: Ref, line: Line, *, now: datetime, written: Collection[Ref], editable: bool) -> DayRow:
    """The row of a line.

    `written` has those for which a message was begun outside; where the book is not `editable`, nothing is
    offered that would change it.
    """
    match line:
        case DueLine():
            row = _due(ref, line, now, written=ref in written)
        case ConversationLine():
            row = _over(ref, line, now) if ref[0] is Kind.OVER else _conversation(ref, line, now)
        case _:
            row = _new_job(ref, line)
    return row if editable else _to_read(row)


def due_title(line: DueLine, now: datetime) -> str:
    """What is to do: `Thank Chloé Dubois`."""
    one, person = line.follow_up, line.person
    if person is None:
        return translated("Follow up on your note") if one.note_id is not None else translated("Follow up")
    day = ""
    if line.interview is not None and one.rule is Rule.CONFIRM:
        tomorrow = line.interview.moment.astimezone(now.tzinfo).date() > now.date()
        day = translated("tomorrow’s") if tomorrow else translated("today’s")  # noqa: RUF001 - as it is set in type
    values = {"name": person.name, "organization": person.organization, "day": day}
    return said(Phrase(TITLES[one.rule].text, values))


def _due(ref: Ref, line: DueLine, now: datetime, *, written: bool) -> DayRow:
    one, person = line.follow_up, line.person
    natural = PRIMARY.get(one.rule, Act.WRITE)
    if natural is Act.WRITE and written:
        natural = Act.LOG_IT
    acts = [natural] if person is not None else [Act.DONE]
    later = one.due_on > now.date()
    if one.rule in ANSWERABLE and not later:
        acts.append(Act.REPLY)
    acts.append(Act.LATER)
    chip, tone = _urgency_chip(line, now)
    reason = reason_text(line.reason, today=now.date())
    return DayRow(ref, due_title(line, now), reason, _link(line), tuple(acts), chip, tone, person, later, line)


def _urgency_chip(line: DueLine, now: datetime) -> tuple[str, Tone]:
    one, today = line.follow_up, now.date()
    if one.due_at is not None and one.due_at > now:
        return left_text(one.due_at, now), "red"
    if one.due_on > today:
        day = day_text(one.due_on, today)
        return day[:1].upper() + day[1:], "quiet"
    if one.due_at is not None:
        return past_text(one.due_at, now), "red"
    return late_text(one.due_on, today), "red"


def _over(ref: Ref, line: ConversationLine, now: datetime) -> DayRow:
    title = translated("How was it with {names}?").format(names=_names(line))
    ended = moment_text(line.interview.ends_at, now)
    reason = translated("You were to talk until {moment} · held, they did not come, or called off?")
    return DayRow(ref, title, reason.format(moment=ended), acts=(Act.HOW,), person=line.people[0], line=line)


def _conversation(ref: Ref, line: ConversationLine, now: datetime) -> DayRow:
    interview, person = line.interview, line.people[0]
    when = moment_text(interview.moment, now)
    theirs = their_time(person, interview.moment, now)
    parts = [f"{when} ({theirs})" if theirs else when]
    notes = said(Phrase.counted("{count} note", "{count} notes", len(line.notes)))
    parts.append(notes if line.notes else translated("nothing prepared yet"))
    if line.confirm_on is not None:
        day = day_text(line.confirm_on, now.date())
        parts.append(translated("confirm {day}").format(day=day))
    if interview.place and "://" not in interview.place:
        parts.append(interview.place)
    going_on = interview.moment <= now
    return DayRow(
        ref,
        conversation_title(_names(line), interview),
        " · ".join(parts),
        acts=(Act.PREPARE,),
        chip=translated("now") if going_on else "",
        tone="green",
        person=person,
        line=line,
    )


def _new_job(ref: Ref, line: NewJobLine) -> DayRow:
    change = line.change
    parts = [work(change.new_position, change.new_organization)]
    before = work(change.old_position, change.old_organization)
    if before:
        parts.append(translated("before: {work}").format(work=before))
    title = translated("{name} has a new job").format(name=line.person.name)
    reason = " · ".join(part for part in parts if part)
    return DayRow(ref, title, reason, acts=(Act.LOOKED_AT, Act.WRITE), person=line.person, line=line)


def _names(line: ConversationLine) -> str:
    return ", ".join(person.name for person in line.people)


def _to_read(row: DayRow) -> DayRow:
    acts = tuple(act for act in row.acts if act in {Act.PREPARE, Act.CHOOSE, Act.WRITE})
    return replace(row, acts=acts)


def _link(line: DueLine) -> str:
    """What leads to the rule: the name of the cadence, which people know, or a question; "" for one's own."""
    if line.follow_up.rule is Rule.OWN:
        return ""
    return said(line.reason.rule) if line.follow_up.rule in AFTER_SILENCE else translated("why?")
