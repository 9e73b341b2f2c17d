"""How the visit is helped: channel, mode, the citizen's language, what is taken into account, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.ids import ErrandId
from desk.model.visit import Accommodation, HelpMode, Profile, VisitChannel
from i18n.language import Language
from i18n.translator import NP_, Translator
from ui.channel_words import CHANNELS
from ui.help_mode_words import MODES
from ui.screens.details.state import DetailsChange, DetailsState
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.buttons import button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import clear, column, row
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.tile_grid import TileGrid
from ui.widgets.wrap_row import WrapRow

NEEDS = {
    Accommodation.NO_E_ID: NP_("choice of accommodation", "Has no e-ID"),
    Accommodation.NO_DEVICE: NP_("choice of accommodation", "Has no computer or smartphone"),
    Accommodation.LARGE_PRINT: NP_("choice of accommodation", "Large print"),
    Accommodation.EASY_LANGUAGE: NP_("choice of accommodation", "Easy language"),
    Accommodation.INTERPRETER: NP_("choice of accommodation", "An interpreter is needed"),
    Accommodation.HARD_TO_COME: NP_("choice of accommodation", "It is hard to go anywhere"),
    Accommodation.HARD_OF_HEARING: NP_("choice of accommodation", "Does not hear well on the phone"),
    Accommodation.DISCREET: NP_("choice of accommodation", "Discreet: the paper tells neither matter nor place"),
}


_Choice = TypeVar("_Choice", bound=StrEnum)


class DetailsScreen(Speaking, QWidget):
    """Renders a ``DetailsState``; every change leaves at once."""

    changed = Signal(object)
    """Another way of helping (``DetailsChange``)."""
    errand_added = Signal(object)
    """The visit is about this errand too (``ErrandId``)."""
    errand_removed = Signal(object)
    """The visit is not about this errand (``ErrandId``)."""
    errand_switched = Signal(object, object)
    """It was the wrong errand: wrong, right (``ErrandId``)."""
    citizen_view_requested = Signal()
    """Open or close the citizen's own card beside the clerk's screen."""
    back_requested = Signal()
    """Back to the visit."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state: DetailsState | None = None
        self._title, self._needs_title = Text(Role.TITLE), Text(Role.STRONG)
        self._errands_title, self._add_title = Text(Role.STRONG), Text(Role.STRONG)
        self._channel, self._mode, self._language = ChoiceField(), ChoiceField(), ChoiceField()
        self._rows = tuple(FormRow(field) for field in (self._channel, self._mode, self._language))
        self._needs = {need: CheckRow() for need in NEEDS}
        self._needs_grid = TileGrid()
        self._needs_grid.set_tiles(tuple(self._needs.values()))
        self._errands, self._add, self._instead = WrapRow(), WrapRow(), WrapRow()
        self._instead_title = Text(Role.STRONG)
        self._errand_of: dict[QWidget, ErrandId] = {}
        self.back, self.citizen_view = button(Role.PRIMARY), button()
        self.citizen_view.clicked.connect(self.citizen_view_requested)
        self._build()
        self.retranslate()

    def render_state(self, state: DetailsState) -> None:
        """Show a state."""
        self._state = state
        for need, tick in self._needs.items():
            tick.setChecked(need in state.profile.accommodations)
        self._errand_of.clear()
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on the first choice."""
        self._channel.setFocus()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._title.setText(words.text("How this visit is helped"))
        self.back.setText(words.text("Back to the visit"))
        self.citizen_view.setText(words.text("Citizen's view {keys}", keys=Shortcut.CITIZEN_VIEW.shown))
        for row_of_form, name in zip(
            self._rows,
            (words.text("How you meet"), words.text("What you do"), words.text("Language of the citizen's papers")),
            strict=True,
        ):
            row_of_form.set_words(name)
        self._needs_title.setText(words.text("What is taken into account"))
        for need, tick in self._needs.items():
            tick.setText(words.ptext(*NEEDS[need]))
        if state is None:
            return
        _fill(self._channel, {each: words.ptext(*CHANNELS[each]) for each in VisitChannel}, state.channel)
        _fill(self._mode, {each: words.ptext(*MODES[each]) for each in HelpMode}, state.profile.mode)
        _fill(self._language, {each: each.endonym for each in Language}, state.profile.citizen_language)
        self._say_errands(state)

    def _say_errands(self, state: DetailsState) -> None:
        words = self.words
        self._errands_title.setText(words.text("What the visit is about"))
        self._add_title.say(words.text("Add another matter") if state.others else "")
        instead = state.others if len(state.errands) == 1 else ()
        self._instead_title.say(words.text("Or it was the wrong one: it is about this instead") if instead else "")
        for place, errands, label in (
            (self._errands, state.errands, words.text("Not about this: take it away")),
            (self._add, state.others, words.text("The visit is about this too")),
            (self._instead, instead, words.text("The visit is about this instead. Shared answers stay.")),
        ):
            clear(place.wrap)
            for errand in errands:
                choice = button(Role.CHOICE)
                choice.setText(errand.title)
                choice.setAccessibleDescription(label)
                choice.setToolTip(label)
                choice.clicked.connect(self._errand_pressed)
                self._errand_of[choice] = errand.id
                place.add(choice)
                choice.show()

    def _build(self) -> None:
        scroll = ScrollColumn(gap=Space.M, edge=Space.XL)
        column(self).addWidget(scroll)
        parts: tuple[QWidget, ...] = (
            *(self._title, *self._rows, self._needs_title, self._needs_grid),
            *(self._errands_title, self._errands, self._add_title, self._add, self._instead_title, self._instead),
        )
        for part in parts:
            scroll.column.addWidget(part)
        ways = row()
        ways.addWidget(self.back)
        ways.addWidget(self.citizen_view)
        ways.addStretch(1)
        scroll.column.addLayout(ways)
        scroll.column.addStretch(1)
        for field in (self._channel, self._mode, self._language):
            field.activated.connect(self._changed)
        for tick in self._needs.values():
            tick.clicked.connect(self._changed)
        self.back.clicked.connect(self.back_requested)

    @Slot()
    def _changed(self) -> None:
        profile = Profile(
            mode=HelpMode(self._mode.currentData()),
            citizen_language=Language(self._language.currentData()),
            accommodations=frozenset(need for need, tick in self._needs.items() if tick.isChecked()),
        )
        self.changed.emit(DetailsChange(profile, VisitChannel(self._channel.currentData())))

    @Slot()
    def _errand_pressed(self) -> None:
        sender = self.sender()
        state = self._state
        if state is None or not isinstance(sender, QWidget):
            return
        errand = self._errand_of[sender]
        if sender.parentWidget() is self._instead:
            self.errand_switched.emit(state.errands[0].id, errand)
        elif any(each.id == errand for each in state.errands):
            self.errand_removed.emit(errand)
        else:
            self.errand_added.emit(errand)


def _fill(field: ChoiceField, names: Mapping[_Choice, str], now: StrEnum) -> None:
    field.clear()
    for value, name in names.items():
        field.addItem(name, value.value)
    field.setCurrentIndex(field.findData(now.value))
