"""Who the citizen is: asked only when the matter needs it, and taken back at will."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.person import ContactKind
from i18n.translator import Translator
from ui.follow_up_words import WAYS
from ui.messages import words_of
from ui.screens.person.code_part import CodePart
from ui.screens.person.known_part import KnownPart
from ui.screens.person.state import PersonState, PersonWritten
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.buttons import button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

_MOST_LETTERS = 100


class PersonScreen(Speaking, QWidget):
    """Renders a ``PersonState``; what is written leaves when it is saved."""

    written = Signal(object)
    """Store this (``PersonWritten``)."""
    looked = Signal(str, str)
    """Look for a name and a birth date among the kept visits."""
    anonymous = Signal()
    """The visit shall be anonymous again."""
    back_requested = Signal()
    """Back to the visit."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = PersonState()
        self._title, self._told, self._saved = Text(Role.TITLE), Text(Role.MUTED), Text(Role.DONE)
        self.name, self.birth = LineField(36), LineField(16)
        self.where, self.when = LineField(32), LineField(20)
        self.name.setMaxLength(_MOST_LETTERS + 50)
        self._name_row, self._birth_row = FormRow(self.name), FormRow(self.birth)
        self._where_row, self._when_row = FormRow(self.where), FormRow(self.when)
        self.kind: ChoiceRow[ContactKind] = ChoiceRow(ContactKind)
        self.unsafe = CheckRow()
        self.code, self.known = CodePart(translator), KnownPart(translator)
        self.save, self.forget, self.back = button(Role.PRIMARY), button(), button()
        self._build()
        self.retranslate()

    def render_state(self, state: PersonState) -> None:
        """Show a state. What was written and refused stays as it was written; another visit's does not."""
        another = state.visit != self._state.visit
        stored = state.person != self._state.person
        self._state = state
        if another or stored or (state.person is None and state.error is None and state.saved):
            self._fill()
        self.known.render_state(state)
        self.retranslate()
        if state.error is not None:
            self._field_of(state.wrong).setFocus()

    def take_focus(self) -> None:
        """Put the focus on the name."""
        self.name.setFocus()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._title.setText(words.text("Who the citizen is"))
        self._told.setText(
            words.text("Not asked without need: a name is needed for follow-up, or when you act for the citizen.")
        )
        self._name_row.set_words(words.text("Name"), words.text("As the citizen says it"))
        self._birth_row.set_words(words.text("Birth date"), words.text("For example 24.12.1948"))
        self.kind.set_words(words.text("How to reach the citizen"))
        names: dict[ContactKind, str] = {each: words.ptext(*name) for each, name in WAYS.items()}
        self.kind.set_choices(names, words.text("not needed"))
        self._where_row.set_words(words.text("Number, address, or whom to ask"))
        self._when_row.set_words(words.text("When"))
        self.unsafe.setText(words.text("Not safe: somebody else may hear or read it"))
        self.save.setText(words.text("Save"))
        self.forget.setText(words.text("Make the visit anonymous again"))
        self.back.setText(words.text("Back to the visit"))
        self.forget.setVisible(state.person is not None and not state.held)
        self._saved.say(words.text("Saved. All answers stay as they are.") if state.saved else "")
        self._say_error()
        self._fit()

    def _say_error(self) -> None:
        error, wrong = self._state.error, self._state.wrong
        told = words_of(self._translator, error) if error is not None else None
        text = f"{told.what} {told.what_to_do}" if told is not None else ""
        for name, part in self._parts.items():
            part.set_error(text if name == wrong else "")

    @property
    def _parts(self) -> dict[str, FormRow]:
        return {
            "name": self._name_row,
            "birth": self._birth_row,
            "where": self._where_row,
            "code": self.code.code_row,
            "ground": self.code.ground,
            "proof": self.code.proof,
        }

    def _field_of(self, wrong: str) -> QWidget:
        return self._parts.get(wrong, self._name_row).field

    def _fill(self) -> None:
        """The fields as stored; nobody: as empty as they were at first, with nothing to undo."""
        person = self._state.person
        contact = person.contact if person is not None else None
        born = person.birth_date if person is not None else None
        for field, text in (
            (self.name, person.name if person is not None else ""),
            (self.birth, f"{born.day}.{born.month}.{born.year}" if born is not None else ""),
            (self.where, contact.where if contact is not None else ""),
            (self.when, contact.when if contact is not None else ""),
        ):
            field.setText(text)
        self.kind.choose(contact.kind if contact is not None else None)
        self.unsafe.setChecked(contact is not None and not contact.safe)
        self.code.show_person(person)

    def _build(self) -> None:
        scroll = ScrollColumn(gap=Space.M, edge=Space.XL)
        column(self).addWidget(scroll)
        ways = WrapRow()
        for way in (self.save, self.back, self.forget):
            ways.add(way)
        for part in (
            *(self._title, self._told, self._name_row, self._birth_row),
            *(self.kind, self._where_row, self._when_row, self.unsafe),
            *(self.code, self._saved, ways, self.known),
        ):
            scroll.column.addWidget(part)
        scroll.column.addStretch(1)
        self.kind.list.activated.connect(self._fit)
        for field in (self.name, self.birth, self.where, self.when, self.code.field):
            field.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.forget.clicked.connect(self.anonymous)
        self.back.clicked.connect(self.back_requested)
        self.known.looked.connect(self._look)

    @Slot()
    def _fit(self) -> None:
        kind = self.kind.chosen
        some = kind is not None
        for part in (self._where_row, self._when_row, self.unsafe):
            part.setVisible(some and (part is self._when_row or kind is not ContactKind.COMES_BACK))

    @Slot()
    def _save(self) -> None:
        self.written.emit(
            PersonWritten(
                name=self.name.text(),
                birth=self.birth.text(),
                kind=self.kind.chosen,
                where=self.where.text(),
                when=self.when.text(),
                unsafe=self.unsafe.isChecked(),
                code=self.code.typed(),
                keeps_code=self.code.keeps,
                ground=self.code.ground.chosen,
                proof=self.code.proof.chosen,
            )
        )

    @Slot()
    def _look(self) -> None:
        self.looked.emit(self.name.text(), self.birth.text())
