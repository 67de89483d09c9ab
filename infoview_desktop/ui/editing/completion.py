"""What may be meant is offered below a field while one types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

OFFERED = 8
"""So many at the most."""


def complete(edit: QLineEdit, offers: Callable[[str], list[str]]) -> QCompleter:
    """Offer below `edit` what `offers` gives for the typed text; nothing is filtered out of that."""
    offered = QStringListModel(edit)
    completer = QCompleter(offered, edit)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    edit.setCompleter(completer)
    edit.textEdited.connect(lambda text: offered.setStringList(offers(text)))
    return completer
