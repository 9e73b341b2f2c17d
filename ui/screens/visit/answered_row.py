"""A question that has its answer: one line, and a way back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desk.model.told import Told
from desk.usecases.visit_view import QuestionState, QuestionView
from i18n.translator import Translator
from ui.screens.visit.told_words import WHO, told_in_words
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import column, row
from ui.widgets.source_menu import SourceMenu
from ui.widgets.text import Mark, Text


class AnsweredRow(Speaking, QFrame):
    """Question, answer, where it comes from, *change*."""

    change_requested = Signal()
    """Open the question again."""
    source_picked = Signal(object)
    """Somebody or something else said it (``ToldBy``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._question, self._answer = Text(Role.MUTED), Text(Role.STRONG)
        self._kept = Mark("quiet")
        self._told: Told | None = None
        self.source = SourceMenu()
        self.source.picked.connect(self.source_picked)
        self.change = LinkButton()
        self.change.clicked.connect(self.change_requested)
        layout = row(self, gap=Space.M)
        layout.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        words = column(gap=Space.HAIR)
        words.addWidget(self._question)
        words.addWidget(self._answer)
        words.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeading)  # or it holds the words to its own width
        words.addWidget(self._kept)
        layout.addLayout(words, 1)
        layout.addWidget(self.change)
        self.retranslate()

    def show_question(self, question: QuestionView) -> None:
        """Show a question with its answer."""
        self._question.setText(question.question.text)
        self._answer.setText(question.said_in_words)
        self._kept.setVisible(question.state is QuestionState.KEPT_NOT_USED)
        self._told = question.told
        self.source.setVisible(question.told is not None)
        self.change.setAccessibleDescription(f"{question.question.text} {question.said_in_words}")
        self.source.setAccessibleDescription(self.change.accessibleDescription())
        self._say_source()

    def _say_source(self) -> None:
        words = self.words
        self.source.set_names({by: words.ptext(*name) for by, name in WHO.items()})
        self.source.say(told_in_words(self._told, words, self._translator.formats) if self._told else "")

    def retranslate(self) -> None:
        self._say_source()
        self.change.setText(self.words.text("Change"))
        self._kept.setText(self.words.text("kept, does not count now"))
