"""Where this desk is: its municipality, whose services come first, and its place, from which distances are measured."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.point.state import WhereState
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.municipality_line import MunicipalityLine
from ui.widgets.text import Text


class WherePart(Speaking, QWidget):
    """Renders a ``WhereState``; what is picked or written leaves at once."""

    municipality_picked = Signal(str)
    """The desk is in this municipality (its code)."""
    coordinates_written = Signal(str)
    """The desk is at these coordinates; empty: nobody says."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = WhereState()
        self._title = Text(Role.HEADING)
        self.municipality = MunicipalityLine()
        self.coordinates = LineField(24)
        self._municipality_row, self._coordinates_row = FormRow(self.municipality), FormRow(self.coordinates)
        layout = column(self, gap=Space.M)
        for part in (self._title, self._municipality_row, self._coordinates_row):
            layout.addWidget(part)
        self.municipality.picked.connect(self.municipality_picked)
        self.municipality.refused.connect(self._refuse)
        self.coordinates.editingFinished.connect(self._write)
        self.retranslate()

    def render_state(self, state: WhereState) -> None:
        """Show a state; what was refused stays as it was written."""
        if state.municipalities != self._state.municipalities:
            self.municipality.set_municipalities(state.municipalities)
        self._state = state
        if state.error is None:
            self.municipality.setText(state.municipality)
            self.coordinates.setText(state.coordinates)
        self.retranslate()

    def retranslate(self) -> None:
        words, error = self.words, self._state.error
        self._title.setText(words.text("Where it is"))
        self._municipality_row.set_words(
            words.ptext("service point", "Municipality"), words.text("Its own services come first in a search.")
        )
        self._municipality_row.set_error("")
        self._coordinates_row.set_words(
            words.text("Place on the map"),
            words.text("Northing and easting in metres, or degrees. The nearest places come first then."),
        )
        told = words_of(self._translator, error) if error is not None else None
        self._coordinates_row.set_error(f"{told.what} {told.what_to_do}" if told is not None else "")

    @Slot()
    def _refuse(self) -> None:
        self._municipality_row.set_error(
            self.words.text("There is no municipality with this name. Choose one from the list.")
        )

    @Slot()
    def _write(self) -> None:
        written = self.coordinates.text().strip()
        if written != self._state.coordinates:
            self.coordinates_written.emit(written)
