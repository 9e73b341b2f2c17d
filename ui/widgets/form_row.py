"""A field with its label above it, its hint under the label and its error under the field.

The label names the field for a screen reader too: there is no way to make one without the other.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.theme.roles import Role, set_state
from ui.theme.tokens import Space
from ui.widgets.layouts import column
from ui.widgets.text import Text


class FormRow(QWidget):
    """Label, hint, field, error, below one another."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = Text(Role.STRONG)
        self.label.setBuddy(field)
        self.hint = Text(Role.MUTED)
        self.error = Text(Role.ERROR)
        layout = column(self, gap=Space.XS)
        for part in (self.label, self.hint, field, self.error):
            layout.addWidget(part)
        self.hint.hide()
        self.error.hide()

    def set_words(self, label: str, hint: str = "") -> None:
        """Name the field, and say how to fill it in."""
        self.label.setText(label)
        self.hint.say(hint)
        self.field.setAccessibleName(label)
        self._describe()

    def set_error(self, error: str) -> None:
        """Say what is wrong with the field and how to go on; empty when all is well."""
        self.error.say(error)
        set_state(self.field, "wrong", bool(error))
        self._describe()

    def _describe(self) -> None:
        told = [label.text() for label in (self.error, self.hint) if label.text()]
        self.field.setAccessibleDescription(" ".join(told))
