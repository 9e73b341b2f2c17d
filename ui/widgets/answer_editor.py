"""What every way of answering has in common: it says an answer, shows one, and always offers not to answer.

An answer is what the journal stores (``desk.model.facts.Said``): ``yes``, an option, an ISO date, ``unknown``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox, QWidget

from desk.model.facts import Said, Unsaid
from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.tokens import Space
from ui.widgets.answer_row import RadioRow
from ui.widgets.layouts import column, row

UNKNOWN_KEY = "0"
DECLINED_KEY = "−"
_KEYS_OF_UNSAID = {"0": Unsaid.UNKNOWN, "-": Unsaid.DECLINED, DECLINED_KEY: Unsaid.DECLINED}


class AnswerEditor(Speaking, QGroupBox):
    """The group that holds one question's answers; its accessible name is the question."""

    said = Signal(object)
    """The clerk picked an answer (``Said``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None, *, may_be_unsaid: bool = True) -> None:
        super().__init__(parent)
        self._translator = translator
        self._may_be_unsaid = may_be_unsaid
        self.unknown = RadioRow(UNKNOWN_KEY, quiet=True)
        self.declined = RadioRow(DECLINED_KEY, quiet=True)
        self.own = column(gap=Space.XS)
        outer = column(self, gap=Space.XS)
        outer.addLayout(self.own)
        beside = row(gap=Space.XS)
        beside.addWidget(self.unknown)
        beside.addWidget(self.declined)
        beside.addStretch(1)
        outer.addLayout(beside)
        self.unknown.setVisible(may_be_unsaid)
        self.declined.setVisible(may_be_unsaid)
        self.unknown.clicked.connect(self._say_unknown)
        self.declined.clicked.connect(self._say_declined)

    def retranslate(self) -> None:
        words = self.words
        self.unknown.setText(words.text("Does not know"))
        self.declined.setText(words.text("Does not want to say"))

    def set_question(self, question: str, hint: str) -> None:
        """Name the group and everything in it that can have the focus."""
        self.setAccessibleName(question)
        self.setAccessibleDescription(hint)
        for part in self.focus_chain():
            part.setAccessibleDescription(question)

    def show_said(self, said: Said | None) -> None:
        """Show an answer without saying it; ``None`` shows that there is none."""
        self.unknown.setChecked(said == Unsaid.UNKNOWN)
        self.declined.setChecked(said == Unsaid.DECLINED)

    def focus_chain(self) -> tuple[QWidget, ...]:
        """What takes the focus, in order."""
        return (self.unknown, self.declined) if self._may_be_unsaid else ()

    def in_a_line(self) -> int:
        """How many of them stand beside one another: so far an arrow leads up or down."""
        return 1

    def take_focus(self) -> None:
        """Put the focus on the answer that is chosen, else on the first."""
        chain = self.focus_chain()
        chosen: list[QWidget] = [part for part in chain if isinstance(part, RadioRow) and part.isChecked()]
        (chosen or list(chain))[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chain = self.focus_chain()
        at = next((number for number, part in enumerate(chain) if part.hasFocus()), None)
        if at is None:
            super().keyPressEvent(event)
            return
        line = self.in_a_line()
        steps = {Qt.Key.Key_Up: -line, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: line, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step and 0 <= at + step < len(chain):
            chain[at + step].setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter(chain[at])
        elif not step and not self.typed(event.text()):
            super().keyPressEvent(event)

    def enter(self, part: QWidget) -> None:
        """Enter was pressed on a part: a row is picked."""
        if isinstance(part, RadioRow):
            part.click()

    def typed(self, character: str) -> bool:
        """A character was typed at a row of the group; tells whether it meant something."""
        unsaid = _KEYS_OF_UNSAID.get(character)
        if unsaid is None or not self._may_be_unsaid:
            return False
        (self.unknown if unsaid is Unsaid.UNKNOWN else self.declined).click()
        return True

    @Slot()
    def _say_unknown(self) -> None:
        self.show_said(Unsaid.UNKNOWN.value)
        self.said.emit(Unsaid.UNKNOWN.value)

    @Slot()
    def _say_declined(self) -> None:
        self.show_said(Unsaid.DECLINED.value)
        self.said.emit(Unsaid.DECLINED.value)
