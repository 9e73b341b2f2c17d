"""A question that has its answer: one line, and a way back to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desk.usecases.visit_view import QuestionState, QuestionView
from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import column, row
from ui.widgets.text import Mark, Text


class AnsweredRow(Speaking, QFrame):
    """Question, answer, *change*."""

    change_requested = Signal()
    """Open the question again."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._question, self._answer = Text(Role.MUTED), Text(Role.STRONG)
        self._kept = Mark("quiet")
        self.change = LinkButton()
        self.change.clicked.connect(self.change_requested)
        layout = row(self, gap=Space.M)
        layout.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        words = column(gap=Space.HAIR)
        words.addWidget(self._question)
        words.addWidget(self._answer)
        words.addWidget(self._kept)
        layout.addLayout(words, 1)
        layout.addWidget(self.change)
        self.retranslate()

    def show_question(self, question: QuestionView) -> None:
        """Show a question with its answer."""
        self._question.setText(question.question.text)
        self._answer.setText(question.said_in_words)
        self._kept.setVisible(question.state is QuestionState.KEPT_NOT_USED)
        self.change.setAccessibleDescription(f"{question.question.text} {question.said_in_words}")

    def retranslate(self) -> None:
        self.change.setText(self.words.text("Change"))
        self._kept.setText(self.words.text("kept, does not count now"))
