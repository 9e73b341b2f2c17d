"""What the desk keeps of the national catalogue: which municipalities, how often it is refreshed, when it is old."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from desk.model.refresh import AreaKind, SyncArea
from i18n.translator import NP_, Translator
from ui.screens.catalogue.state import AreaName, KeepingState
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.buttons import button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.facet_bar import AWAY
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import clear, column
from ui.widgets.municipality_line import MunicipalityLine
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

OFTEN = {
    0: NP_("how often the catalogue is refreshed", "Only when asked"),
    12: NP_("how often the catalogue is refreshed", "Twice a day"),
    24: NP_("how often the catalogue is refreshed", "Every day"),
    168: NP_("how often the catalogue is refreshed", "Every week"),
}
STALE = (7, 14, 30, 60, 90)


class KeepingCard(Speaking, QFrame):
    """Renders a ``KeepingState``; every choice leaves at once."""

    areas_picked = Signal(object)
    """Other areas (a tuple of ``SyncArea``)."""
    whole_picked = Signal(bool)
    """The whole country, or only areas."""
    often_picked = Signal(int)
    """Hours between two refreshes; 0: only when asked."""
    stale_picked = Signal(int)
    """Days after which what was fetched is old."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = KeepingState()
        set_role(self, Role.CARD)
        self.whole = CheckRow()
        self.line = MunicipalityLine()
        self._line_row = FormRow(self.line)
        self._chips = WrapRow()
        self._none = Text(Role.MUTED)
        self.often, self.stale = ChoiceField(), ChoiceField()
        self._often_row, self._stale_row = FormRow(self.often), FormRow(self.stale)
        self._not_here = Text(Role.MUTED)
        layout = column(self, gap=Space.M, edge=Space.M)
        for part in (
            self._not_here,
            self.whole,
            self._line_row,
            self._chips,
            self._none,
            self._often_row,
            self._stale_row,
        ):
            layout.addWidget(part)
        self.whole.clicked.connect(self.whole_picked)
        self.line.picked.connect(self._add)
        self.line.refused.connect(self._refuse)
        self.line.textEdited.connect(self._forget_refusal)
        self.often.activated.connect(self._pick_often)
        self.stale.activated.connect(self._pick_stale)
        self.retranslate()

    def render_state(self, state: KeepingState) -> None:
        """Show a state."""
        if state.municipalities != self._state.municipalities:
            self.line.set_municipalities(state.municipalities)
        changed = (state.areas, state.whole_country) != (self._state.areas, self._state.whole_country)
        self._state = state
        self.whole.setChecked(state.whole_country)
        for part in (self.whole, self.line, self._chips, self.often, self.stale):
            part.setEnabled(state.may)
        if changed:
            self._fill_chips()
        self.retranslate()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._not_here.say(
            "" if state.may else words.text("In your role these are not changed here: who keeps the content does that.")
        )
        self.whole.setText(words.text("Keep the services of the whole country (about half a gigabyte)"))
        self._line_row.set_words(words.text("Municipality"), words.text("Its services are kept on this computer."))
        self._line_row.setVisible(not state.whole_country)
        self._chips.setVisible(bool(state.areas) and not state.whole_country)
        none = words.text("No municipality is chosen yet. Nothing is fetched before one is.")
        self._none.say("" if state.areas or state.whole_country else none)
        self._often_row.set_words(words.text("Refreshed by itself"), words.text("When there is a network."))
        self._stale_row.set_words(words.text("Old after"), words.text("Then screens and papers say so."))
        self._fill_choices()

    def _fill_choices(self) -> None:
        words, state = self.words, self._state
        self.often.clear()
        for hours, name in OFTEN.items():
            self.often.addItem(words.ptext(*name), hours)
        if state.refresh_hours not in OFTEN:
            self.often.addItem(
                words.ntext("Every {n} hour", "Every {n} hours", state.refresh_hours), state.refresh_hours
            )
        self.often.setCurrentIndex(self.often.findData(state.refresh_hours))
        self.stale.clear()
        for days in sorted({*STALE, state.stale_days}):
            self.stale.addItem(words.ntext("{n} day", "{n} days", days), days)
        self.stale.setCurrentIndex(self.stale.findData(state.stale_days))

    def _fill_chips(self) -> None:
        had_focus = any(chip.hasFocus() for chip in self._chips.findChildren(QWidget))
        clear(self._chips.wrap)
        for each in self._state.areas:
            chip = button(Role.CHOICE)
            chip.setText(f"{each.name}  {AWAY}")
            chip.setAccessibleName(self.words.text("Take away: {what}", what=each.name))
            chip.clicked.connect(partial(self._remove, each))
            self._chips.add(chip)
        if had_focus:
            self.line.setFocus()

    @Slot(str)
    def _add(self, code: str) -> None:
        self.line.clear()
        new = SyncArea(AreaKind.MUNICIPALITY, code)
        kept = tuple(each.area for each in self._state.areas)
        if new not in kept:
            self.areas_picked.emit((*kept, new))

    @Slot()
    def _forget_refusal(self) -> None:
        self._line_row.set_error("")

    @Slot()
    def _refuse(self) -> None:
        self._line_row.set_error(self.words.text("There is no municipality with this name. Choose one from the list."))

    def _remove(self, gone: AreaName, _checked: bool = False) -> None:
        self.areas_picked.emit(tuple(each.area for each in self._state.areas if each.area != gone.area))

    @Slot(int)
    def _pick_often(self, _place: int) -> None:
        self.often_picked.emit(int(self.often.currentData()))

    @Slot(int)
    def _pick_stale(self, _place: int) -> None:
        self.stale_picked.emit(int(self.stale.currentData()))
