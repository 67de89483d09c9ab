"""Begins a message to somebody outside: in the mail program, or on their LinkedIn profile."""

from __future__ import annotations

from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from infoview_desktop.domain.linkedin import profile_address
from infoview_desktop.store.reads.today import Person


def address_of(person: Person) -> str:
    """Where one writes to somebody: an address for the mail program, or their profile; "" where neither is known.

    Whatever stands in their address, it names one recipient and adds nothing else to the message.
    """
    if person.email:
        return f"mailto:{quote(person.email, safe='@')}"
    return profile_address(person.linkedin) if person.linkedin else ""


def begin_message(person: Person) -> bool:
    """Open the mail program or the profile; tell whether there is one, and it could be opened."""
    address = address_of(person)
    return bool(address) and QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
