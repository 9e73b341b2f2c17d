"""The desk's paper maker: from data to a finished PDF, or to plain text, in the citizen's language.

Writing a paper is quick to load; drawing it is not. The module that draws is handed over as something
to call, and is imported when the first paper is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desk.model.channel_papers import CoverLetter, MeetingSlip, ScriptPaper
from desk.model.correction import Correction
from desk.model.guidance import Guidance
from desk.model.handing_papers import DocumentList, Receipt, ReferralPaper, TransferNotice
from desk.model.keeping_receipt import ErasureReceipt, KeepingReceipt
from desk.model.mandate_papers import ActsPaper, MandatePaper, WithdrawalPaper
from desk.model.person_copy import PersonCopy
from desk.model.plan import Plan
from desk.ports import PaperOptions
from i18n.language import Language
from i18n.translator import Lexicon
from printing.document import Document, Missing
from printing.papers.acts import acts_paper
from printing.papers.correction import correction_paper
from printing.papers.cover_letter import cover_letter_paper
from printing.papers.document_list import document_list_paper
from printing.papers.erasure_receipt import erasure_receipt_paper
from printing.papers.guidance import guidance_paper
from printing.papers.keeping_receipt import keeping_receipt_paper
from printing.papers.mandate import mandate_paper
from printing.papers.meeting_slip import meeting_slip_paper
from printing.papers.person_copy import person_copy_paper
from printing.papers.plan import plan_paper
from printing.papers.practice import as_practice
from printing.papers.receipt import receipt_paper, transfer_paper
from printing.papers.recovery import RecoverySheet, recovery_paper
from printing.papers.referral import referral_copy, referral_letter
from printing.papers.telephone_script import telephone_script_paper
from printing.papers.withdrawal import withdrawal_paper
from printing.papers.wording import Wording
from printing.plain_text import as_text


class Drawing(Protocol):
    """What ``printing.pdf`` offers."""

    def draw(self, document: Document, missing: Missing = ...) -> bytes:
        """The document as a PDF."""
        ...


@dataclass(frozen=True, slots=True)
class Papers:
    """Makes every paper.

    A letter that no typeface has never keeps a citizen from a paper: it is marked where it stands.
    """

    lexicon: Lexicon
    drawing: Callable[[], Drawing]
    practice: bool = False
    """Each paper says that it was made for practice."""

    def plan(self, plan: Plan, options: PaperOptions) -> bytes:
        """The plan as a tagged PDF."""
        return self._drawn(self.plan_document(plan, options))

    def plan_text(self, plan: Plan, options: PaperOptions) -> str:
        """The plan as plain text, to copy from where there is no printer."""
        return as_text(self._marked(self.plan_document(plan, options)))

    def plan_document(self, plan: Plan, options: PaperOptions) -> Document:
        """The plan as a document that knows nothing of pages."""
        return plan_paper(plan, self._wording(options.language), options)

    def guidance(self, guidance: Guidance, options: PaperOptions) -> bytes:
        """Guidance on one service as a tagged PDF."""
        return self._drawn(self.guidance_document(guidance, options))

    def guidance_document(self, guidance: Guidance, options: PaperOptions) -> Document:
        """Guidance on one service as a document that knows nothing of pages."""
        return guidance_paper(guidance, self._wording(options.language), options)

    def correction(self, correction: Correction, options: PaperOptions) -> bytes:
        """A correction of wrong advice as a tagged PDF."""
        return self._drawn(self.correction_document(correction, options))

    def correction_document(self, correction: Correction, options: PaperOptions) -> Document:
        """A correction as a document that knows nothing of pages."""
        return correction_paper(correction, self._wording(options.language), options)

    def receipt(self, receipt: Receipt) -> bytes:
        """The receipt of a document as a tagged PDF."""
        return self._drawn(receipt_paper(receipt, self._wording))

    def transfer_notice(self, notice: TransferNotice) -> bytes:
        """The notice that a document went to another authority as a tagged PDF."""
        return self._drawn(transfer_paper(notice, self._wording))

    def referral_letter(self, referral: ReferralPaper) -> bytes:
        """The letter to the agency as a tagged PDF."""
        return self._drawn(referral_letter(referral, self._wording))

    def referral_copy(self, referral: ReferralPaper) -> bytes:
        """The citizen's copy of it as a tagged PDF."""
        return self._drawn(referral_copy(referral, self._wording))

    def document_list(self, documents: DocumentList, language: Language) -> bytes:
        """The desk's own list of documents as a tagged PDF."""
        return self._drawn(document_list_paper(documents, self._wording(language)))

    def mandate(self, paper: MandatePaper, options: PaperOptions) -> bytes:
        """A copy of a mandate as a tagged PDF."""
        return self._drawn(self.mandate_document(paper, options))

    def mandate_document(self, paper: MandatePaper, options: PaperOptions) -> Document:
        """A copy of a mandate as a document that knows nothing of pages."""
        return mandate_paper(paper, self._wording, options)

    def mandate_withdrawal(self, paper: WithdrawalPaper, options: PaperOptions) -> bytes:
        """The certificate of a withdrawal as a tagged PDF."""
        return self._drawn(self.withdrawal_document(paper, options))

    def withdrawal_document(self, paper: WithdrawalPaper, options: PaperOptions) -> Document:
        """The certificate of a withdrawal as a document that knows nothing of pages."""
        return withdrawal_paper(paper, self._wording, options)

    def acts(self, paper: ActsPaper, options: PaperOptions) -> bytes:
        """What was done in a citizen's name as a tagged PDF."""
        return self._drawn(self.acts_document(paper, options))

    def acts_document(self, paper: ActsPaper, options: PaperOptions) -> Document:
        """What was done in a citizen's name as a document that knows nothing of pages."""
        return acts_paper(paper, self._wording, options)

    def cover_letter(self, letter: CoverLetter, options: PaperOptions) -> bytes:
        """The letter that goes by post with other papers, as a tagged PDF."""
        return self._drawn(cover_letter_paper(letter, self._wording(options.language), options))

    def message(self, letter: CoverLetter, options: PaperOptions) -> str:
        """The same as plain text, for a message that the papers are attached to."""
        return as_text(self._marked(cover_letter_paper(letter, self._wording(options.language), options)))

    def telephone_script(self, script: ScriptPaper, options: PaperOptions) -> bytes:
        """What is read aloud in a call, as a tagged PDF."""
        return self._drawn(telephone_script_paper(script, self._wording(options.language), options))

    def meeting_slip(self, slip: MeetingSlip, options: PaperOptions) -> bytes:
        """When and where an authority's expert is met, as a tagged PDF."""
        return self._drawn(meeting_slip_paper(slip, self._wording(options.language), options))

    def keeping_receipt(self, receipt: KeepingReceipt, options: PaperOptions) -> bytes:
        """The receipt of a run of retention as a tagged PDF."""
        return self._drawn(keeping_receipt_paper(receipt, self._wording(options.language), options))

    def erasure_receipt(self, receipt: ErasureReceipt, options: PaperOptions) -> bytes:
        """The receipt of an erasure at a person's wish as a tagged PDF."""
        return self._drawn(erasure_receipt_paper(receipt, self._wording(options.language), options))

    def person_copy(self, copy: PersonCopy, options: PaperOptions) -> bytes:
        """Everything that is kept of a visit as a tagged PDF."""
        return self._drawn(self.person_copy_document(copy, options))

    def person_copy_text(self, copy: PersonCopy, options: PaperOptions) -> str:
        """The same as plain text."""
        return as_text(self._marked(self.person_copy_document(copy, options)))

    def person_copy_document(self, copy: PersonCopy, options: PaperOptions) -> Document:
        """The same as a document that knows nothing of pages."""
        return person_copy_paper(copy, self._wording(options.language), options)

    def recovery_sheet(self, key: str, folder: str, language: Language) -> bytes:
        """The sheet that lets a data folder in again, as a tagged PDF."""
        return self._drawn(recovery_paper(RecoverySheet(key, folder), self._wording(language)))

    def _wording(self, language: Language) -> Wording:
        return Wording.of(self.lexicon, language)

    def _marked(self, document: Document) -> Document:
        """Every paper goes through here, so that none is taken for a real one."""
        return as_practice(document, self._wording(document.language)) if self.practice else document

    def _drawn(self, document: Document) -> bytes:
        return self.drawing().draw(self._marked(document), Missing.MARK)
