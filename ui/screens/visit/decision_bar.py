"""What becomes of a step: handled, agreed, declined or later, with the citizen's reason; and the clerk's one note."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desk.errors import DeskError
from desk.model.free_text import secret_in
from desk.model.plan import Decision
from desk.model.visit import StepState
from i18n.translator import NP_, Translator
from ui.messages import words_of
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.wrap_row import WrapRow

CHOICES = {
    Decision.HANDLED: NP_("button", "Handled"),
    Decision.AGREED: NP_("button", "Agreed"),
    Decision.DECLINED: NP_("button", "Declined"),
    Decision.POSTPONED: NP_("button", "Later"),
}
_NOTE_LENGTH = 300


class DecisionBar(Speaking, QWidget):
    """Four buttons, of which one may be down; pressing it again opens the step again."""

    decided = Signal(object, str)
    """Decision or ``None``, and the citizen's reason."""
    noted = Signal(str)
    """The clerk's note."""
    document_left = Signal()
    """The citizen leaves a document for this step."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = StepState()
        self._step = ""
        self._refused: DeskError | None = None
        self._advised = False
        self.choices: dict[Decision, QPushButton] = {}
        self._row = WrapRow()
        for decision in CHOICES:
            choice = button(Role.CHOICE)
            choice.setCheckable(True)
            choice.clicked.connect(self._pressed)
            self.choices[decision] = choice
            self._row.add(choice)
        self.receive = button()
        self.receive.clicked.connect(self.document_left)
        self.receive.hide()
        self._row.add(self.receive)
        self.reason, self.note = FormRow(_field()), FormRow(_field())
        self.reason_field, self.note_field = self.reason.field, self.note.field
        layout = column(self, gap=Space.S)
        for part in (self._row, self.reason, self.note):
            layout.addWidget(part)
        _line(self.reason).editingFinished.connect(self._reason_written)
        _line(self.note).editingFinished.connect(self._note_written)
        self.retranslate()

    def show_state(self, state: StepState, step: str, *, offered: frozenset[Decision], advised: bool = False) -> None:
        """Show what was decided, and what can be. What is advised on is not ours."""
        self._state, self._step, self._refused, self._advised = state, step, None, advised
        self._row.setVisible(bool(offered))
        for decision, choice in self.choices.items():
            choice.setVisible(decision in offered)
            choice.setChecked(state.decision is decision)
        self.reason.setVisible(state.decision in (Decision.DECLINED, Decision.POSTPONED))
        for row, text in ((self.reason, state.reason), (self.note, state.note)):
            if not _line(row).hasFocus() and secret_in(_line(row).text()) is None:
                _line(row).setText(text)
        self.retranslate()

    def offer_receiving(self, offered: bool) -> None:
        """Offer to take in a document: where the step is about leaving one at a desk."""
        self.receive.setVisible(offered)
        self._row.setVisible(offered or self._row.isVisibleTo(self))

    def refuse_text(self, error: DeskError) -> None:
        """What was written was not kept; it stays in the field until it is put right."""
        self._refused = error
        self.retranslate()

    def retranslate(self) -> None:
        words = self.words
        for decision, choice in self.choices.items():
            choice.setText(words.ptext(*CHOICES[decision]))
            choice.setAccessibleDescription(self._step)
        self.receive.setText(words.text("Receive a document"))
        self.receive.setAccessibleDescription(self._step)
        if self._advised:
            self.choices[Decision.HANDLED].setText(words.ptext("button", "Done by the citizen"))
        self.reason.set_words(words.text("Reason, in the citizen's own words"))
        self.note.set_words(
            words.text("Your note"), words.text("Is never printed, and is erased with the visit. No names or codes.")
        )
        told = words_of(self._translator, self._refused) if self._refused is not None else None
        for row in (self.reason, self.note):
            wrong = told is not None and secret_in(_line(row).text()) is not None
            row.set_error(f"{told.what} {told.what_to_do}" if told is not None and wrong else "")

    @Slot()
    def _pressed(self) -> None:
        sender = self.sender()
        for decision, choice in self.choices.items():
            if choice is sender:
                now = None if self._state.decision is decision else decision
                self.decided.emit(now, self._state.reason if now is not None else "")
                return

    @Slot()
    def _reason_written(self) -> None:
        reason = _line(self.reason).text().strip()
        if self._state.decision is not None and reason != self._state.reason:
            self.decided.emit(self._state.decision, reason)

    @Slot()
    def _note_written(self) -> None:
        note = _line(self.note).text().strip()
        if note != self._state.note:
            self.noted.emit(note)


def _field() -> LineField:
    field = LineField(60)
    field.setMaxLength(_NOTE_LENGTH)
    return field


def _line(row: FormRow) -> LineField:
    if not isinstance(row.field, LineField):
        raise TypeError(f"not a field: {row.field}")
    return row.field
