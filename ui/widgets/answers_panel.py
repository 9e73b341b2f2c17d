"""What each answer to a question would do: asked for in place, before anything is answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import clear, column
from ui.widgets.text import Text


class AnswersPanel(Speaking, QWidget):
    """Shut until somebody wonders; open, it asks anew whenever the visit is another."""

    asked = Signal()
    """Work it out."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self.link = LinkButton()
        self.link.setCheckable(True)
        self.link.toggled.connect(self._toggled)
        self._list = QWidget()
        self._inside = column(self._list, gap=Space.XS)
        layout = column(self, gap=Space.XS)
        layout.addWidget(self.link)
        layout.addWidget(self._list)
        self._list.hide()
        self.retranslate()

    def about(self, question: str) -> None:
        """Say aloud which question it is of; an open list is asked for anew."""
        self.link.setAccessibleDescription(question)
        if self.link.isChecked():
            self.asked.emit()

    def show_answers(self, answers: Sequence[tuple[str, str]]) -> None:
        """Show each answer, and under it what it would do."""
        clear(self._inside)
        for answer, effects in answers:
            for text, role in ((answer, Role.STRONG), (effects, Role.MUTED)):
                if text:
                    line = Text(role)
                    line.setText(text)
                    self._inside.addWidget(line)
        self._list.setAccessibleName("\n".join(f"{answer} {effects}" for answer, effects in answers))
        self._list.setVisible(self.link.isChecked())

    def retranslate(self) -> None:
        self.link.setText(self.words.text("What would each answer do?"))

    @Slot(bool)
    def _toggled(self, opened: bool) -> None:
        if opened:
            self.asked.emit()
        else:
            self._list.hide()
