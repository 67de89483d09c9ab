"""Labels of a form, on one line with what they stand before."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

from infoview_desktop.ui.controls.label import Label
from infoview_desktop.ui.theme.theme import Theme


def field_label(theme: Theme, text: str, field: QWidget) -> Label:
    """A label as high as a field, so that its words stand on one line with the field's; so is text in its place."""
    label = Label(theme, text, ink="ink2")
    height = (field if isinstance(field, QLineEdit) else QLineEdit()).sizeHint().height()
    label.setMinimumHeight(height)
    if not isinstance(field, QAbstractScrollArea):  # which is as high as its lines
        field.setMinimumHeight(height)
    label.setBuddy(field)
    return label
