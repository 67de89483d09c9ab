"""Opens addresses outside: in the browser, in the mail program."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from infoview_desktop.domain.markdown import safe_address


def open_address(address: str) -> bool:
    """Open an address, if it is one of the web or of mail; whether it could be opened."""
    safe = safe_address(address)
    return safe is not None and QDesktopServices.openUrl(QUrl(safe, QUrl.ParsingMode.StrictMode))
