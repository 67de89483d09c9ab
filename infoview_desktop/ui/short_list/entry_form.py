"""What the user says of somebody on the short list: how much, about what, and why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from infoview_desktop.domain.known_error import NOTHING
from infoview_desktop.domain.phrase import Phrase
from infoview_desktop.operations import short_list
from infoview_desktop.store.reads import directions
from infoview_desktop.store.reads.short_list import ENTRY_PLACES, Ranked
from infoview_desktop.ui.editing.field_form import FieldForm
from infoview_desktop.ui.editing.form_field import FormField, Kind, Section
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.short_list.motivation_buttons import MotivationButtons
from infoview_desktop.ui.theme.theme import Theme

_LEAST_HEIGHT = 110
_SECTIONS = (
    Section(
        NOTHING,
        (
            FormField("direction", Phrase("Direction"), Phrase("a career you explore"), offers=directions.names),
            FormField("reason", Phrase("Reason"), Phrase("Why you want to talk to them"), kind=Kind.PROSE),
        ),
    ),
)


class EntryForm(FieldForm):
    """The fields of one entry, as high as they are; one that `scrolls` does so where there is no room for that."""

    def __init__(
        self, theme: Theme, runner: Runner, *, editable: bool, scrolls: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme,
            runner,
            _SECTIONS,
            verb=short_list.edit,
            key="contact_id",
            places=ENTRY_PLACES,
            editable=editable,
            parent=parent,
        )
        self._motivation = MotivationButtons(theme)
        self._motivation.setEnabled(editable)
        self.add_first(self.tr("How much"), self._motivation)
        self.column.setContentsMargins(16, 0, 16, 6)
        self._least_height = theme.scaled(_LEAST_HEIGHT) if scrolls else None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        if not scrolls:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self._motivation)
        self._motivation.chosen.connect(self._on_motivation_chosen)

    def show_entry(self, one: Ranked) -> None:
        """Show an entry; what is being typed for the same one stays."""
        self._motivation.show_motivation(one.candidate.motivation)
        self.show_record(one.contact_id, {"direction": one.candidate.direction, "reason": one.note})

    def choose(self, motivation: int) -> None:
        """Let the user want to talk to them so much."""
        if self.record_id is not None:
            if self._motivation.isEnabled():
                self._motivation.show_motivation(motivation)
            self._on_motivation_chosen(motivation)

    def sizeHint(self) -> QSize:
        """As high as the fields."""
        inside = self.widget()
        return inside.sizeHint() if inside else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes, and as high as the fields, or as a few of them."""
        whole = self.sizeHint().height()
        return QSize(0, whole if self._least_height is None else min(whole, self._least_height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the reason."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _on_motivation_chosen(self, motivation: int) -> None:
        if self.record_id is not None:
            self._runner.do(short_list.edit, contact_id=self.record_id, field="motivation", text=str(motivation))
