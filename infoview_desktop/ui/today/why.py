"""Why something is due: the rule in words, who says so, and where to change it."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infoview_desktop.domain.cadence import Cadence, Unit
from infoview_desktop.domain.follow_up import Rule
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.domain.plan import LATER_DAYS
from infoview_desktop.domain.reason import Reason
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.fitting_scroll import FittingScroll
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet
from infoview_desktop.ui.wording import said

_WIDTH = 460

AFTER_SILENCE = frozenset({Rule.FOLLOW_UP, Rule.SECOND_PERSON, Rule.CLOSE})
"""The rules of the cadence."""

CHANGEABLE = AFTER_SILENCE | {Rule.KEEP_IN_TOUCH}
"""The rules whose days the user chooses."""

_RULES: MappingProxyType[Rule, Phrase] = MappingProxyType(
    {
        Rule.OWN: Phrase("You chose the day yourself."),
        Rule.OFFER_TIMES: Phrase("Whoever says yes is offered two or three times at once."),
        Rule.ASK_AGAIN: Phrase(
            "Whoever says later is asked again on the day they named, or after {days} days.", {"days": LATER_DAYS}
        ),
        Rule.MEET_NAMED: Phrase("Whoever names somebody else has done you a favour: add that person and ask them."),
        Rule.CONFIRM: Phrase("The working day before a conversation, a word that it holds."),
        Rule.THANK: Phrase(
            "After a conversation, thanks within 24 hours, with at least one thing they said and what you will do"
            " with it."
        ),
        Rule.RESCHEDULE: Phrase("A conversation that did not come about is offered another time, once."),
        Rule.KEEP_IN_TOUCH: Phrase(
            "Whoever you talked with hears from you now and then; any contact of any kind counts."
        ),
    }
)
"""Each rule in a sentence; those of the cadence are told with its days."""


def rule_text(rule: Rule, cadence: Cadence) -> str:
    """A rule in words."""
    if rule not in AFTER_SILENCE:
        return said(_RULES[rule])
    values: dict[str, str | int | Phrase] = {
        name: _days(days, cadence.unit)
        for name, days in (
            ("second", cadence.second_person_days or 0),
            ("again", cadence.follow_up_days),
            ("close", cadence.close_days),
        )
    }
    sentences = [
        Phrase("Once there is no reply for {again}, write again, once.", values),
        Phrase("After {close} more, let it rest.", values),
    ]
    if cadence.second_person_days is not None:
        second = Phrase("Once there is no reply for {second}, ask a second person at the organization.", values)
        sentences.insert(0, second)
    return " ".join(map(said, sentences))


def _days(count: int, unit: Unit) -> Phrase:
    if unit is Unit.BUSINESS_DAYS:
        return Phrase.counted("{count} working day", "{count} working days", count)
    return Phrase.counted("{count} day", "{count} days", count)


class WhySheet(Sheet):
    """Tells of one thing that is due.

    Args:
        theme: what it is painted with.
        window: what it covers.
        title: what is to do.
        why: why it is here today.
        rule: the rule in words.
        reason: what the rule is called, and who says so.
        changeable: whether the settings have anything to do with it.
    """

    settings_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        *,
        title: str,
        why: str,
        rule: str,
        reason: Reason,
        changeable: bool,
    ) -> None:
        super().__init__(theme, window, width=_WIDTH, name=said(reason.rule))
        source = said(reason.source)
        texts = (
            Label(theme, title, font="large"),
            Label(theme, why, ink="ink2"),
            Label(theme, said(reason.rule), font="section", ink="ink2"),
            Label(theme, rule),
            Label(theme, self.tr("Source: {source}").format(source=source), font="caption", ink="ink2"),
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.body.spacing())
        for label in texts if source else texts[:-1]:
            label.setWordWrap(True)
            column.addWidget(label)
        # What the user or somebody else wrote may be longer than the window is high.
        self.body.addWidget(FittingScroll(page, said(reason.rule)))
        close = PrimaryButton(theme, self.tr("Close"))
        close.clicked.connect(self.dismiss)
        buttons = QHBoxLayout()
        if changeable:
            change = SecondaryButton(theme, self.tr("Change it in Settings"))
            change.clicked.connect(self._on_change_wanted)
            buttons.addWidget(change)
        buttons.addStretch()
        buttons.addWidget(close)
        self.body.addLayout(buttons)

    def _on_change_wanted(self) -> None:
        self.dismiss()
        self.settings_wanted.emit()
