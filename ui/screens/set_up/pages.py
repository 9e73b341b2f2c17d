"""The pages of the first start that are nowhere else: purpose, name, languages and printer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.model.plan import WhoToAsk
from desk.model.role import Role
from desk.usecases.point_details import NAMED_IN, NameInLanguage
from desk.usecases.set_up import POINT_ROLES
from i18n.language import Language
from i18n.translator import NP_, Translator
from ui.messages import words_of
from ui.screens.point.works_in import fill_languages_of_work, say_language_of_work
from ui.screens.set_up.state import SetUpState
from ui.speaking import Speaking
from ui.theme.roles import Role as Look
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow, RadioRow
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text

PURPOSES = {
    Role.SERVICE_ADVISER: NP_(
        "what the desk is for",
        "A service point: we handle matters under agreements with authorities, and keep plans for those who ask for it",
    ),
    Role.DIGITAL_SUPPORT: NP_(
        "what the desk is for",
        "A library or other digital support: we help with devices and e-services, and store nothing about anyone",
    ),
    Role.OUTREACH: NP_(
        "what the desk is for", "Outreach: we meet people where they are, on a laptop that often has no network"
    ),
}
_LONGEST = 120


class PurposePage(Speaking, QWidget):
    """One of three, as large rows."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self.rows: dict[Role, RadioRow] = {}
        layout = column(self, gap=Space.S)
        for number, role in enumerate(POINT_ROLES, 1):
            choice = RadioRow(str(number))
            choice.clicked.connect(partial(self._pick, choice))
            self.rows[role] = choice
            layout.addWidget(choice)
        self.retranslate()

    def render_state(self, state: SetUpState) -> None:
        """Show what is stored."""
        for role, choice in self.rows.items():
            choice.setChecked(role is (state.set_up.role or Role.SERVICE_ADVISER))

    def take_focus(self) -> None:
        """On what is picked."""
        next(choice for choice in self.rows.values() if choice.isChecked()).setFocus()

    def retranslate(self) -> None:
        for role, choice in self.rows.items():
            choice.setText(self.words.ptext(*PURPOSES[role]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = list(self.rows.values())
        at = next((number for number, choice in enumerate(rows) if choice.hasFocus()), 0)
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        typed = next((choice for choice in rows if event.text() and choice.key == event.text()), None)
        if by is not None:
            rows[(at + by) % len(rows)].setFocus()
        elif typed is not None:
            typed.setFocus()
            typed.click()
        else:
            super().keyPressEvent(event)

    def _pick(self, picked: RadioRow) -> None:
        for choice in self.rows.values():
            choice.setChecked(choice is picked)

    @property
    def chosen(self) -> Role:
        """What is picked."""
        return next(role for role, choice in self.rows.items() if choice.isChecked())


class NamePage(Speaking, QWidget):
    """What papers name: the name and address in each of the point's languages, telephone and hours."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = SetUpState()
        self.name, self.phone, self.hours, self.address = (self._line() for _ in range(4))
        self.names = {language: (self._line(), self._line()) for language in NAMED_IN}
        self._error = Text(Look.ERROR)
        layout = column(self, gap=Space.M)
        self._rows: list[FormRow] = []
        for line in self._lines():
            row = FormRow(line)
            self._rows.append(row)
            layout.addWidget(row)
        layout.addWidget(self._error)
        self.retranslate()

    def render_state(self, state: SetUpState) -> None:
        """Show what is stored; after a refusal, what was written."""
        self._state = state
        if state.error is None:
            told = (state.details.name, state.details.phone, state.details.hours, state.details.address)
            for line, text in zip((self.name, self.phone, self.hours, self.address), told, strict=True):
                line.setText(text)
            for language, (name, address) in self.names.items():
                called = state.names.get(language, NameInLanguage())
                name.setText(called.name)
                address.setText(called.address)
        self.retranslate()

    def take_focus(self) -> None:
        """On the name."""
        self.name.setFocus()

    @property
    def details(self) -> WhoToAsk:
        """As written."""
        return WhoToAsk(self.name.text(), self.phone.text(), self.hours.text(), self.address.text())

    @property
    def in_languages(self) -> Mapping[Language, NameInLanguage]:
        """As written."""
        return {language: NameInLanguage(name.text(), at.text()) for language, (name, at) in self.names.items()}

    def retranslate(self) -> None:
        words = self.words
        labels = [
            words.ptext("service point", "Name"),
            words.ptext("service point", "Phone"),
            words.ptext("service point", "Opening hours"),
            words.ptext("service point", "Address"),
            words.text("Name in Swedish"),
            words.text("Address in Swedish"),
            words.text("Name in Northern Sámi"),
            words.text("Address in Northern Sámi"),
        ]
        for row, label in zip(self._rows, labels, strict=True):
            row.set_words(label)
        error = self._state.error
        told = words_of(self._translator, error) if error is not None else None
        self._error.say(f"{told.what} {told.what_to_do}" if told is not None else "")

    def _lines(self) -> tuple[LineField, ...]:
        beside = [line for pair in self.names.values() for line in pair]
        return (self.name, self.phone, self.hours, self.address, *beside)

    @staticmethod
    def _line() -> LineField:
        line = LineField(50)
        line.setMaxLength(_LONGEST)
        return line


class LanguagesPage(Speaking, QWidget):
    """In which languages citizens are served here, and the printer that papers go to."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = SetUpState()
        self._title = Text(Look.STRONG)
        self.ticks = {language: CheckRow() for language in Language}
        self.works_in, self.printer = ChoiceField(), ChoiceField()
        self._works_row, self._printer_row = FormRow(self.works_in), FormRow(self.printer)
        layout = column(self, gap=Space.S)
        layout.addWidget(self._title)
        for language, tick in self.ticks.items():
            tick.setText(language.endonym)
            layout.addWidget(tick)
        layout.addSpacing(Space.M)
        layout.addWidget(self._works_row)
        layout.addWidget(self._printer_row)
        self.retranslate()

    def render_state(self, state: SetUpState) -> None:
        """Show what is stored."""
        self._state = state
        for language, tick in self.ticks.items():
            tick.setChecked(language in state.set_up.languages)
        self.retranslate()

    def take_focus(self) -> None:
        """On the first language."""
        next(iter(self.ticks.values())).setFocus()

    @property
    def languages(self) -> tuple[Language, ...]:
        """Those that are ticked."""
        return tuple(language for language, tick in self.ticks.items() if tick.isChecked())

    @property
    def language_of_work(self) -> Language:
        """The one that is picked."""
        return Language(self.works_in.currentData())

    @property
    def chosen_printer(self) -> str:
        """The one that is picked."""
        return str(self.printer.currentData() or "")

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._title.setText(words.text("Citizens are served here in"))
        say_language_of_work(words, self._works_row)
        fill_languages_of_work(self.works_in, state.set_up.works_in)
        self._printer_row.set_words(
            words.text("Printer for papers"),
            "" if state.printers else words.text("This computer has no printer now. Papers can be saved as files."),
        )
        self.printer.clear()
        self.printer.addItem(words.text("The computer's own default"), "")
        named = dict.fromkeys([*state.printers, *filter(None, [state.set_up.printer])])
        for printer in named:
            self.printer.addItem(printer, printer)
        self.printer.setCurrentIndex(max(0, self.printer.findData(state.set_up.printer)))
