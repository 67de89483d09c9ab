"""How people and targets are ordered: what each factor counts, and what the user says of themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain import ranking, target
from infoview_desktop.operations import weights
from infoview_desktop.ui.controls.buttons import PrimaryButton, TextButton
from infoview_desktop.ui.controls.fitting_scroll import FittingScroll
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.controls.tab_bar import TabBar
from infoview_desktop.ui.ordering.about_you_form import AboutYouForm
from infoview_desktop.ui.ordering.weights_form import WeightsForm
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.window.sheet import Sheet

_WIDTH = 640


class OrderSheet(Sheet):
    """Three pages, of which `page` comes up first; whatever is changed holds at once."""

    WEIGHTS, ABOUT_YOU, TARGETS = 0, 1, 2

    def __init__(self, theme: Theme, runner: Runner, window: QWidget, *, editable: bool, page: int) -> None:
        super().__init__(theme, window, width=_WIDTH, name=self.tr("How this is ordered"))
        self._about = AboutYouForm(theme, runner, editable=editable)
        self._tabs = TabBar(
            self.tr("What counts, About you and Targets"),
            self.tr("What counts"),
            self.tr("About you"),
            self.tr("Targets"),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(
            self._page_of(
                self.tr("Every reason counts so many points, and the most points come first; 0 leaves a reason out."),
                FittingScroll(WeightsForm(theme, runner, ranking.FACTORS, editable=editable), self.tr("What counts")),
            )
        )
        self._pages.addWidget(
            self._page_of(
                self.tr("What you have in common with somebody is a reason to write. It stays on this computer."),
                self._about,
            )
        )
        self._pages.addWidget(
            self._page_of(
                self.tr("The organizations you want to work at are ordered in the same way."),
                FittingScroll(WeightsForm(theme, runner, target.FACTORS, editable=editable), self.tr("Targets")),
            )
        )
        self._reset = TextButton(theme, self.tr("As at first"), icon="undo")
        self._reset.setEnabled(editable)
        self._reset.clicked.connect(lambda: runner.do(weights.reset))
        close = PrimaryButton(theme, self.tr("Done"))
        close.clicked.connect(self.dismiss)
        buttons = QHBoxLayout()
        buttons.addWidget(self._reset)
        buttons.addStretch()
        buttons.addWidget(close)
        heading = QVBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(Label(theme, self.tr("How this is ordered"), font="large"))
        tabs = QHBoxLayout()
        tabs.setContentsMargins(0, 0, 0, 0)
        tabs.addWidget(self._tabs)
        tabs.addStretch()
        heading.addLayout(tabs)
        self.body.addLayout(heading)
        self.body.addWidget(self._pages, 1)
        self.body.addLayout(buttons)
        self._tabs.currentChanged.connect(self._show_tab)
        self._tabs.setCurrentIndex(page)
        self._show_tab(page)

    def open(self) -> None:
        """Come up with the cursor in what one says of oneself, or on the pages' names."""
        super().open()
        if self._tabs.currentIndex() == self.ABOUT_YOU:
            self._about.edit_field("directions")
        else:
            self._tabs.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Store what is being typed, and go away."""
        self._about.leave()
        self._about.forget()
        super().dismiss()

    def _page_of(self, sentence: str, form: QWidget) -> QWidget:
        page = QWidget()
        told = Label(self._theme, sentence, font="caption", ink="ink2")
        told.setWordWrap(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(told)
        column.addWidget(Hairline())
        column.addWidget(form, 1)
        return page

    def _show_tab(self, tab: int) -> None:
        self._pages.setCurrentIndex(tab)
        # It stays where it was, so that nothing jumps from page to page.
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        self._reset.setVisible(tab != self.ABOUT_YOU)
