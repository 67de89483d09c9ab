"""The right pane: the selected person, with their notes and everything about them."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from infoview_desktop.domain.contact import Contact
from infoview_desktop.domain.linkedin import profile_address
from infoview_desktop.store.reads import contacts
from infoview_desktop.ui.controls.buttons import TextButton
from infoview_desktop.ui.controls.hairline import Hairline
from infoview_desktop.ui.controls.tab_bar import TabBar
from infoview_desktop.ui.people.about_form import AboutForm
from infoview_desktop.ui.people.person_heading import PersonHeading
from infoview_desktop.ui.people.plain_pane import PlainPane
from infoview_desktop.ui.runner import Runner
from infoview_desktop.ui.short_list.entry_card import EntryCard
from infoview_desktop.ui.story.story import Story
from infoview_desktop.ui.theme.theme import Theme

_SHOWN = frozenset(
    {
        "contact",
        "organization",
        "email",
        "phone",
        "link",
        "school",
        "past_employer",
        "photo",
        "tag",
        "contact_tag",
        "job_change",
        "keep_in_touch",
    }
)


class PersonPane(QFrame):
    """Who is selected; says so in one sentence where nobody is."""

    gone = Signal()
    """The person that was shown is no longer in the book."""
    merge_wanted = Signal()
    delete_wanted = Signal()
    organization_wanted = Signal(int)
    all_notes_wanted = Signal()

    def __init__(self, theme: Theme, runner: Runner, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._theme = theme
        self._contact: Contact | None = None
        self.setProperty("kind", "pane")
        self.setAccessibleName(self.tr("Notes"))
        self.open_profile = QAction(self.tr("Open LinkedIn profile"), self, visible=False)
        self.open_profile.setShortcut(QKeySequence("Ctrl+L"))
        self.open_profile.triggered.connect(self._on_profile_wanted)
        self.open_organization = QAction(self.tr("Open organization"), self, visible=False)
        self.open_organization.setShortcut(QKeySequence("Ctrl+O"))
        self.open_organization.triggered.connect(self._on_organization_wanted)
        self.entry = EntryCard(theme, runner, editable=editable)
        self.follow_up_menu = QMenu(self)
        self.heading = PersonHeading(
            theme, runner, follow_up=self.follow_up_menu, more=self._menu(editable=editable), editable=editable
        )
        self._tabs = TabBar(self.tr("Notes and About"), self.tr("Notes"), self.tr("About"))
        self.story = Story(theme, runner, editable=editable)
        self._about = AboutForm(theme, runner, editable=editable)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.story)
        self._pages.addWidget(_one_below_the_other(self.entry, self._about))
        self._about_is_of_earlier = False
        self.entry.shown.connect(self.heading.show_listed)
        self.heading.reason_wanted.connect(self.edit_reason)
        self._tabs.currentChanged.connect(self._on_tab_chosen)
        self._lay_out()
        runner.changed.connect(self._on_changed)

    @property
    def contact_id(self) -> int | None:
        """Who is shown."""
        return self._contact.id if self._contact else None

    @property
    def name(self) -> str:
        """What who is shown is called; "" for nobody."""
        return self._contact.name if self._contact else ""

    @property
    def offered(self) -> list[QAction]:
        """What can be done with who is shown, for the window's menus."""
        return [
            self.open_profile,
            self.open_organization,
            self.entry.take_off,
            self.heading.photo.choose,
            self.heading.photo.take_away,
        ]

    def show_contact(self, contact_id: int | None) -> None:
        """Show a person, or nobody."""
        contact = None if contact_id is None else contacts.contact(self._runner.read, contact_id)
        if contact is None:
            self.story.leave()
            self._about.leave()
            self._about.forget()
        self.entry.show_contact(contact.id if contact else None)
        self._contact = contact
        self._content.setCurrentIndex(0 if contact is None else 1)
        self.heading.show_contact(contact)
        self.open_profile.setVisible(contact is not None and bool(contact.linkedin))
        self.open_organization.setVisible(contact is not None and contact.organization_id is not None)
        if contact is not None:
            self.story.show_contact(contact.id)
            self._show_about_of(contact)

    def leave(self) -> None:
        """Store what is being typed."""
        self.story.leave()
        self.entry.leave()
        self._about.leave()

    @property
    def shows_about(self) -> bool:
        """Whether the person's fields are shown, and not what happened."""
        return self._tabs.currentIndex() == 1

    def show_about(self) -> None:
        """Show the person's fields."""
        self._tabs.setCurrentIndex(1)

    def open_about(self) -> None:
        """Go to the person's fields."""
        self.show_about()
        self._about.edit_name()

    def edit_reason(self) -> None:
        """Go to why one wants to talk to the person."""
        self.show_about()
        self.entry.edit_reason()

    def show_story(self) -> None:
        """Go to what happened with the person."""
        self._tabs.setCurrentIndex(0)

    def resume_note(self, place: str) -> None:
        """Go on with the note that was being typed when the program ended without being asked to."""
        self.show_story()
        self.story.writer.resume(place)

    def _menu(self, *, editable: bool) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.open_profile)
        menu.addAction(self.open_organization)
        menu.addAction(self.entry.take_off)
        for text, wanted in (
            (self.tr("Merge with …"), self.merge_wanted),
            (self.tr("Delete"), self.delete_wanted),
        ):
            action = menu.addAction(text)
            action.setEnabled(editable)
            action.triggered.connect(wanted)
        return menu

    def _lay_out(self) -> None:
        person = QWidget()
        column = QVBoxLayout(person)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        all_notes = TextButton(self._theme, self.tr("All notes"))
        all_notes.clicked.connect(self.all_notes_wanted)
        column.addWidget(_padded(self._tabs, all_notes))
        column.addWidget(Hairline())
        column.addWidget(self._pages, 1)
        self._content = QStackedWidget()
        self._content.addWidget(
            PlainPane(
                self._theme, self.tr("Notes"), self.tr("Choose somebody on the left, and they stand here."), "note"
            )
        )
        self._content.addWidget(person)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._content)

    def _show_about_of(self, contact: Contact) -> None:
        """Show the fields; out of sight they are filled once they are looked at."""
        self._about_is_of_earlier = not self.shows_about
        if self.shows_about:
            self._about.show_contact(contact)
        else:
            self._about.leave()

    def _on_tab_chosen(self, place: int) -> None:
        if self._about_is_of_earlier and self._contact is not None:
            self._show_about_of(self._contact)
        self._pages.setCurrentIndex(place)

    def _on_profile_wanted(self) -> None:
        if self._contact is not None and self._contact.linkedin:
            QDesktopServices.openUrl(QUrl(profile_address(self._contact.linkedin)))

    def _on_organization_wanted(self) -> None:
        if self._contact is not None and self._contact.organization_id is not None:
            self.organization_wanted.emit(self._contact.organization_id)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if self._contact is None or not tables & _SHOWN:
            return
        self.show_contact(self._contact.id)
        if self.contact_id is None:
            self.gone.emit()


def _one_below_the_other(upper: QWidget, lower: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(upper)
    layout.addWidget(lower, 1)
    return page


def _padded(tabs: TabBar, beside: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(8, 0, 8, 0)
    layout.addWidget(tabs)
    layout.addStretch()
    layout.addWidget(beside)
    return row
