"""The right side of the short list: one person, what the user says of them, and why they stand where they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.initials import initials
from infoview_desktop.domain.writing import ONE_AT_A_TIME
from infoview_desktop.store.reads.reasons import too_early_to_ask_person
from infoview_desktop.store.reads.short_list import Ranked
from infoview_desktop.ui import wall_clock
from infoview_desktop.ui.controls.avatar import Avatar
from infoview_desktop.ui.controls.buttons import PrimaryButton, SecondaryButton
from infoview_desktop.ui.controls.caution import Caution
from infoview_desktop.ui.controls.elided_label import ElidedLabel
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.reasons import dated_text
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.short_list.entry_form import EntryForm
from infoview_desktop.ui.short_list.reasons import Reasons
from infoview_desktop.ui.short_list.wording import work_text
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said

_PICTURE = 44


class DetailsPane(QFrame):
    """Somebody on the list, whose fields can be edited, or somebody worth asking, who can be put on it."""

    opened = Signal()
    wanted = Signal()
    take_off_wanted = Signal()

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner = runner
        self.setProperty("kind", "pane")
        self.setAccessibleName(self.tr("Details"))
        self._avatar = Avatar(theme, _PICTURE)
        self._name = ElidedLabel(theme, font="large")
        self._work = ElidedLabel(theme, font="caption", ink="ink2")
        self._caution = Caution(theme, said(ONE_AT_A_TIME))
        self._want = PrimaryButton(theme, self.tr("Want to talk to"), icon="star")
        self._open = SecondaryButton(theme, self.tr("Open person"), icon="people")
        self._take_off = SecondaryButton(theme, self.tr("Take off"))
        for button in (self._want, self._take_off):
            button.setEnabled(editable)
        self.form = EntryForm(theme, runner, editable=editable)
        self._reasons = Reasons(theme)
        self._content = QStackedWidget()
        self._content.addWidget(EmptyState(theme, self.tr("Who is selected on the left stands here."), icon="star"))
        self._content.addWidget(self._person())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._content)
        self._want.clicked.connect(self.wanted)
        self._open.clicked.connect(self.opened)
        self._take_off.clicked.connect(self.take_off_wanted)

    def show_person(self, one: Ranked | None, *, listed: bool) -> None:
        """Show somebody, who is on the list or not; or nobody."""
        if one is None or not listed:
            self.form.leave()
            self.form.forget()
        self._content.setCurrentIndex(0 if one is None else 1)
        if one is None:
            return
        self._avatar.set_person(one.candidate.name, initials(one.given_name, one.family_name))
        self._name.setText(one.candidate.name)
        self._work.setText(work_text(one))
        early = too_early_to_ask_person(self._runner.read, one.contact_id, today=wall_clock.today())
        self._caution.say(dated_text(early, today=wall_clock.today()) if early else "")
        for widget in (self.form, self._take_off):
            widget.setVisible(listed)
        self._want.setVisible(not listed)
        if listed:
            self.form.show_entry(one)
        self._reasons.show_ranking(one.ranking)

    def _person(self) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._work)
        words.addStretch()
        top = QWidget()
        top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        heading = QHBoxLayout(top)
        heading.setContentsMargins(16, 16, 16, 12)
        heading.setSpacing(12)
        heading.addWidget(self._avatar)
        heading.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 0, 16, 16)
        buttons.setSpacing(8)
        for button in (self._want, self._open, self._take_off):
            buttons.addWidget(button)
        buttons.addStretch()
        caution = QVBoxLayout()
        caution.setContentsMargins(16, 0, 16, 0)
        caution.addWidget(self._caution)
        why = QVBoxLayout()
        why.setContentsMargins(16, 16, 16, 16)
        why.setSpacing(10)
        why.addWidget(Label(self._theme, self.tr("Why here"), font="section", ink="ink2"))
        why.addWidget(self._reasons)
        inside = QWidget()
        inside.setProperty("kind", "pane")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(buttons)
        column.addLayout(caution)
        column.addWidget(self.form)
        column.addWidget(Hairline())
        column.addLayout(why)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return scroll
