"""Is this paper genuine? Its code is typed, and everything that the paper must say is shown large, line by line."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.mandate_papers import MandateClause
from desk.model.mandate_state import MandateState
from desk.usecases.verify_paper import PaperTruth
from i18n.translator import NP_, Translator
from ui.messages import words_of
from ui.screens.mandate.standing import STATES, TONES
from ui.screens.mandate.state import CheckPage
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.form_row import FormRow
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import clear, column
from ui.widgets.line_field import LineField
from ui.widgets.text import Mark, Text
from ui.widgets.wrap_row import WrapRow

SAID_OF_STATE = {
    MandateState.DRAWN: NP_("a checked paper", "It was drawn up here, and nobody has said that it was signed."),
    MandateState.IN_FORCE: NP_("a checked paper", "It is in force. Compare every line with the paper."),
    MandateState.ENDED: NP_("a checked paper", "Its last day is over. Nothing may be done under it."),
    MandateState.CLOSED: NP_("a checked paper", "It is closed. Nothing may be done under it."),
    MandateState.WITHDRAWN: NP_("a checked paper", "The citizen withdrew it. Nothing may be done under it."),
    MandateState.CHECK_OVERDUE: NP_("a checked paper", "It must be looked up in the national register first."),
    MandateState.NOT_IN_REGISTER: NP_("a checked paper", "It is not in the national register. Do nothing under it."),
}


_EXAMPLE = "0K7QM-4T2XB-9C3DE"


class CheckPart(Speaking, QWidget):
    """A field for the code, and what was found. It needs no network and no visit."""

    asked = Signal(str)
    """Look for the paper of this code."""
    forgotten = Signal()
    """Show it no more."""
    visit_wanted = Signal(object)
    """Go to the visit that the paper is of (``VerifiedPaper``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._page = CheckPage()
        self._title = Text(Role.HEADING)
        self.code = LineField(24)
        self._code_row = FormRow(self.code)
        self.check, self.of_visit, self.end = button(), LinkButton(), LinkButton()
        self.card = GroupCard(gap=Space.M)
        self._state, self._said, self._changed = Mark(), Text(Role.LEAD), Text(Role.ERROR)
        self._rows = column(gap=Space.M)
        marks, buttons = WrapRow(), WrapRow()
        marks.add(self._state)
        buttons.add(self.check)
        for part in (marks, self._said, self._changed):
            self.card.column.addWidget(part)
        self.card.column.addLayout(self._rows)
        self.card.column.addWidget(self.of_visit)
        self.card.column.addWidget(self.end)
        layout = column(self, gap=Space.S)
        for whole in (self._title, self._code_row, buttons, self.card):
            layout.addWidget(whole)
        self.check.clicked.connect(self._ask)
        self.code.returnPressed.connect(self._ask)
        self.of_visit.clicked.connect(self._go_to_visit)
        self.end.clicked.connect(self._end)
        self.render_state(self._page)

    def render_state(self, page: CheckPage) -> None:
        """Show what was found."""
        if page.typed != self.code.text():
            self.code.setText(page.typed)
        self._page = page
        self.card.setVisible(page.found is not None)
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on the field, or on what was found."""
        (self.end if self._page.found is not None else self.code).setFocus()

    def retranslate(self) -> None:
        words, page = self.words, self._page
        self._title.setText(words.text("Verify a paper"))
        self._code_row.set_words(
            words.text("The code at the foot of the mandate"),
            words.text("Works without a network. For example {code}.", code=_EXAMPLE),
        )
        told = words_of(self._translator, page.error) if page.error is not None else None
        self._code_row.set_error(" ".join(part for part in (told.what, told.what_to_do) if part) if told else "")
        self.check.setText(words.text("Verify"))
        self.end.setText(words.text("Show it no more"))
        clear(self._rows)
        found = page.found
        if found is None:
            return
        self.card.setAccessibleName(words.text("What the paper must say"))
        self.of_visit.setText(words.text("To the mandates of visit {number}", number=found.number))
        state, changed = found.state, found.truth is PaperTruth.CHANGED
        self._state.say(words.ptext(*STATES[state]) if state is not None else words.text("changed"))
        self._state.set_tone(TONES.get(state, "quiet") if state is not None else "danger")
        self._said.say(words.ptext(*SAID_OF_STATE[state]) if state is not None else "")
        wrong = words.text(
            "What is stored is not what its code was made from. Do nothing under it: tell your supervisor."
        )
        self._changed.say(wrong if changed else "")
        self.of_visit.setVisible(not changed)
        gone = {number for number, _at in found.withdrawn}
        for text in found.texts:
            self._add(text.title, Role.STRONG)
            for clause in text.clauses:
                self._add(self._of_line(clause, gone), Role.HEADING)

    def _of_line(self, clause: MandateClause, gone: set[int]) -> str:
        if clause.line is None:
            return clause.text
        numbered = self.words.text("{n}. {line}", n=clause.line, line=clause.text)
        return self.words.text("{line} (withdrawn)", line=numbered) if clause.line in gone else numbered

    def _add(self, text: str, role: Role) -> None:
        shown = Text(role)
        shown.setText(text)
        self._rows.addWidget(shown)
        shown.show()

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.code.text().strip())

    @Slot()
    def _go_to_visit(self) -> None:
        self.visit_wanted.emit(self._page.found)

    @Slot()
    def _end(self) -> None:
        self.forgotten.emit()
        self.code.setFocus()
