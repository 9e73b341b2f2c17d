"""An answer that is typed: a field, a button that gives it, and the words for what is wrong, at the field."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.model.facts import Said, is_unsaid
from i18n.translator import Translator
from ui.theme.roles import Role, set_state
from ui.widgets.answer_editor import AnswerEditor
from ui.widgets.answer_row import RadioRow
from ui.widgets.buttons import button
from ui.widgets.layouts import row
from ui.widgets.line_field import LineField
from ui.widgets.text import Text


class FieldAnswer(AnswerEditor):
    """The base of date, number and municipality answers. The subclass reads what was typed."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(translator, parent)
        self._last_said: Said | None = None
        self.field = LineField()
        self.field.textEdited.connect(self._edited)
        self.give = button()
        self.give.clicked.connect(self._give)
        self.error = Text(Role.ERROR)
        self.error.hide()
        self.beside: QHBoxLayout = row()
        self.beside.addWidget(self.field)
        self.beside.addWidget(self.give)
        self.beside.addStretch(1)
        self.own.addLayout(self.beside)
        self.own.addWidget(self.error)

    def retranslate(self) -> None:
        super().retranslate()
        self.give.setText(self.words.text("Answer"))

    def set_question(self, question: str, hint: str) -> None:
        super().set_question(question, hint)
        self.field.setAccessibleName(question)
        self.field.setAccessibleDescription(hint)

    def focus_chain(self) -> tuple[QWidget, ...]:
        return (self.field, self.give, *super().focus_chain())

    def take_focus(self) -> None:
        super().take_focus()
        self.field.selectAll()

    def show_said(self, said: Said | None) -> None:
        super().show_said(said)
        nothing_new = said is None and self._last_said is None
        self._last_said = said
        if nothing_new and self.field.hasFocus():
            return  # something else of the visit changed while the answer is being typed
        self.field.setText("" if not isinstance(said, str) or is_unsaid(said) else self.shown(said))
        self.set_error("")

    def enter(self, part: QWidget) -> None:
        if isinstance(part, RadioRow):
            super().enter(part)
        else:
            self._give()

    def typed(self, character: str) -> bool:
        return not (self.field.hasFocus() or self.give.hasFocus()) and super().typed(character)

    def set_error(self, error: str) -> None:
        """Say at the field what is wrong; empty when nothing is."""
        self.error.say(error)
        set_state(self.field, "wrong", bool(error))
        self.field.setAccessibleDescription(error or self.accessibleDescription())

    def shown(self, said: str) -> str:
        """How a stored answer is written in the field."""
        raise NotImplementedError

    def read(self, typed: str) -> str | None:
        """What is stored for what was typed; ``None`` after ``set_error``."""
        raise NotImplementedError

    @Slot(str)
    def _edited(self, _text: str) -> None:
        self.unknown.setChecked(False)
        self.declined.setChecked(False)
        self.set_error("")

    @Slot()
    def _give(self) -> None:
        said = self.read(self.field.text().strip())
        if said is None:
            self.field.setFocus()
            return
        self.show_said(said)
        self.said.emit(said)
