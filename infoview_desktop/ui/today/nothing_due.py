"""What Today says where nothing is due and nothing is planned for the next days."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.store.reads.today import Standing
from infoview_desktop.ui.controls.empty_state import EmptyState
from infoview_desktop.ui.theme.theme import Theme
from infoview_desktop.ui.wording import said


class NothingDue(QStackedWidget):
    """Says so, what comes next, and what one can do meanwhile: one button."""

    import_wanted = Signal()
    short_list_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nobody = EmptyState(
            theme,
            self.tr("Once there are people in your book, whom to ask, to remind and to thank stands here."),
            self.tr("Import"),
            "today",
        )
        self._nobody_asked = EmptyState(theme, "", self.tr("Choose whom to ask"), "today")
        for page in (self._nobody, self._nobody_asked):
            self.addWidget(page)
        self._nobody.activated.connect(self.import_wanted)
        self._nobody_asked.activated.connect(self.short_list_wanted)

    def show_standing(self, standing: Standing, following: str) -> None:
        """Say what fits; `following` is a sentence of what comes next, or ""."""
        page = self._nobody_asked if standing.anybody else self._nobody
        self._nobody_asked.set_sentence(self._sentence(standing, following))
        self.setCurrentWidget(page)
        self.setFocusProxy(page)

    def _sentence(self, standing: Standing, following: str) -> str:
        if following:
            return self.tr("Nothing is due. {next}").format(next=following)
        if standing.asked:
            return self.tr("Nothing is due, and nothing is planned. Somebody else may be worth asking.")
        if standing.listed:
            waiting = Phrase.counted(
                "{count} person on your short list waits to be asked.",
                "{count} people on your short list wait to be asked.",
                standing.listed,
            )
            return self.tr("Nothing is due yet. {waiting}").format(waiting=said(waiting))
        return self.tr("Nothing is due yet: nobody is asked. Whom you ask, and when to write again, will stand here.")
