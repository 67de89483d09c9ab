"""Who is selected, and what one does most with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from infoview_desktop.domain.contact import Contact
from infoview_desktop.domain.writing import ONE_AT_A_TIME
from infoview_desktop.store.reads import contacts, reasons
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.buttons import IconButton, PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.caution import Caution
from infoview_desktop.ui.controls.chip import Chip
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.flow_layout import FlowLayout
from infoview_desktop.ui.controls.tool_tip import plain_tool_tip
from infoview_desktop.ui.people.offer_line import OfferLine
from infoview_desktop.ui.people.photo_button import PhotoButton
from infoview_desktop.ui.reasons import dated_text
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.stages import StageMark, stage_mark
from infoview_desktop.ui.story.log_bar import LogBar
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from infoview_desktop.ui.wording import place_text, said

_STANDING = frozenset({"stage", "follow_up", "touch", "interview", "practice", "cadence"})


class PersonHeading(QWidget):
    """Photo, name and work, and below them the buttons; `menus` are those behind Follow up and More."""

    interview_wanted = Signal()
    want_wanted = Signal()
    """The star was pressed of somebody who is not on the short list."""
    reason_wanted = Signal()
    """It was pressed of somebody who is."""

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        *,
        follow_up: QMenu,
        more: QMenu,
        editable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self._contact: Contact | None = None
        self.photo = PhotoButton(theme, runner, editable=editable)
        self._name = ElidedLabel(theme, font="large")
        self._work = ElidedLabel(theme, font="caption", ink="ink2")
        self._stage = Chip(theme)
        self._stage.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.log_bar = LogBar(theme)
        self.offer_line = OfferLine(theme)
        self._caution = Caution(theme, said(ONE_AT_A_TIME))
        self._caution.setContentsMargins(16, 0, 16, SPACE_S)
        self._log = PrimaryButton(theme, self.tr("Log"), icon="reply")
        self._log.clicked.connect(self.log_bar.open_bar)
        self._follow_up = SecondaryButton(theme, self.tr("Follow up"))
        self._follow_up.setMenu(follow_up)
        self._interview = SecondaryButton(theme, self.tr("Interview"), icon="calendar")
        self._interview.clicked.connect(self.interview_wanted)
        for button in (self._log, self._follow_up, self._interview):
            button.setEnabled(editable)
        self._listed = False
        self._editable = editable
        self._star = IconButton(theme, "star", self.tr("Want to talk to"))
        self._star.clicked.connect(self._on_star_pressed)
        self.more = IconButton(theme, "more", self.tr("More"))
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(more)
        self._lay_out()
        runner.changed.connect(self._on_changed)

    def show_contact(self, contact: Contact | None) -> None:
        """Show somebody, or nobody."""
        if contact is None or self._contact is None or contact.id != self._contact.id:
            self.log_bar.close_bar()
            self.offer_line.withdraw()
        self._contact = contact
        self.photo.show_contact(contact)
        self._show_standing()
        if contact is not None:
            self._name.setText(contact.display_name)
            where = place_text(contact.location, contact.time_zone)
            self._work.setText(" · ".join(text for text in (contact.position, contact.organization, where) if text))

    def show_listed(self, listed: bool) -> None:  # noqa: FBT001 - a slot
        """Show whether they are on the short list."""
        self._listed = listed
        text = self.tr("On the short list") if listed else self.tr("Want to talk to")
        self._star.setIcon(self._theme.icon("star-filled" if listed else "star", role="accent" if listed else "ink2"))
        self._star.setToolTip(plain_tool_tip(text))
        self._star.setAccessibleName(text)
        self._star.setEnabled(listed or self._editable)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        name = QHBoxLayout()
        name.setSpacing(SPACE_S)
        name.addWidget(self._name)
        name.addWidget(self._stage, alignment=Qt.AlignmentFlag.AlignVCenter)
        name.addStretch()
        words.addLayout(name)
        words.addWidget(self._work)
        words.addStretch()
        who = QHBoxLayout()
        who.setContentsMargins(12, 12, 12, 4)
        who.setSpacing(8)
        who.addWidget(self.photo)
        who.addLayout(words, 1)
        buttons = FlowLayout(spacing=SPACE_XS)
        buttons.setContentsMargins(16, 4, 12, SPACE_S)
        for button in (self._log, self._follow_up, self._interview, self._star, self.more):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(who)
        column.addLayout(buttons)
        for line in (self._caution, self.log_bar, self.offer_line):
            column.addWidget(line)

    def _show_standing(self) -> None:
        """Show how far it has come, and what to be careful about before one asks."""
        contact = self._contact
        found = [] if contact is None else contacts.lines(self._runner.read, [contact.id])
        mark = stage_mark(found[0].stage, found[0].since, found[0].due_on) if found else StageMark()
        self._stage.setText(mark.text)
        self._stage.set_tone(mark.tone)
        self._stage.setAccessibleName(mark.spoken)
        self._stage.setVisible(bool(mark.text))
        today = wall_clock.today()
        early = reasons.too_early_to_ask_person(self._runner.read, contact.id, today=today) if contact else None
        self._caution.say(dated_text(early, today=today) if early else "")

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & _STANDING and self._contact is not None:
            self._show_standing()

    def _on_star_pressed(self) -> None:
        (self.reason_wanted if self._listed else self.want_wanted).emit()
