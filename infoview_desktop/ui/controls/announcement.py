"""What a screen reader says of itself, because something changed away from the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text` once it has finished what it is saying; nothing happens where there is none."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
