"""Which paper, in which language, in which size."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from i18n.language import Language
from i18n.translator import NP_, Translator
from ui.screens.papers.state import PAPER_LANGUAGES, Paper, PapersState, Size
from ui.speaking import Speaking
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column

PAPERS = {
    Paper.PLAN: NP_("paper", "Plan for the citizen"),
    Paper.SUMMARY: NP_("paper", "Summary of the plan"),
    Paper.GUIDANCE: NP_("paper", "Guidance for one service"),
    Paper.CORRECTION: NP_("paper", "Correction of wrong advice"),
    Paper.MANDATE: NP_("paper", "Mandate, two copies"),
    Paper.WITHDRAWAL: NP_("paper", "Certificate of withdrawal"),
    Paper.ACTS: NP_("paper", "What was done in the citizen's name"),
    Paper.RECEIPT: NP_("paper", "Receipt for a document"),
    Paper.TRANSFER: NP_("paper", "Notice of a transfer"),
    Paper.REFERRAL: NP_("paper", "Letter to the agency"),
    Paper.REFERRAL_COPY: NP_("paper", "The citizen's copy of a referral"),
    Paper.LETTER: NP_("paper", "Letter by post"),
    Paper.SCRIPT: NP_("paper", "Script of the call"),
    Paper.MEETING: NP_("paper", "Slip of a meeting"),
    Paper.KEPT_DATA: NP_("paper", "Everything that is kept of this visit"),
    Paper.ERASURE: NP_("paper", "Receipt of erasure"),
}


class PaperChoices(Speaking, QWidget):
    """Three choices; each leaves as a signal at once."""

    paper_picked = Signal(object)
    """Another paper (``Paper``)."""
    language_picked = Signal(object)
    """Another language (``Language``)."""
    size_picked = Signal(object)
    """Another size (``Size``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = PapersState()
        self._paper, self._language = ChoiceField(), ChoiceField()
        self._paper_row, self._language_row = FormRow(self._paper), FormRow(self._language)
        for language in PAPER_LANGUAGES:
            self._language.addItem(language.endonym, language.value)
        self._large = CheckRow()
        layout = column(self, gap=Space.M)
        for part in (self._paper_row, self._language_row, self._large):
            layout.addWidget(part)
        self._paper.activated.connect(self._pick_paper)
        self._language.activated.connect(self._pick_language)
        self._large.clicked.connect(self._pick_size)
        self.retranslate()

    def show_choices(self, state: PapersState) -> None:
        """Show what is chosen."""
        self._state = state
        self._language.setCurrentIndex(max(0, self._language.findData(state.language.value)))
        self._large.setChecked(state.large)
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on the first choice."""
        several = len(self._state.papers) > 1
        (self._paper if several else self._large if self._state.own_language else self._language).setFocus()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._paper_row.set_words(words.text("Paper"))
        self._language_row.set_words(words.text("Language of the paper"))
        self._large.setText(words.text("Large print"))
        self._paper.clear()
        for paper in state.papers:
            self._paper.addItem(words.ptext(*PAPERS[paper]), paper.value)
        if state.paper is not None:
            self._paper.setCurrentIndex(self._paper.findData(state.paper.value))
        self._paper_row.setVisible(len(state.papers) > 1)
        self._language_row.setVisible(not state.own_language)

    @Slot()
    def _pick_size(self) -> None:
        self.size_picked.emit(Size.LARGE if self._large.isChecked() else Size.NORMAL)

    @Slot(int)
    def _pick_paper(self, _place: int) -> None:
        self.paper_picked.emit(Paper(self._paper.currentData()))

    @Slot(int)
    def _pick_language(self, _place: int) -> None:
        self.language_picked.emit(Language(self._language.currentData()))
