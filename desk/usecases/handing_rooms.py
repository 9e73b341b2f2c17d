"""The use cases of what changes hands, together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk.model.handing_papers import DocumentList, Receipt, ReferralPaper, TransferNotice
from desk.model.ids import MemberId
from desk.model.plan import WhoToAsk
from desk.model.staff import Member
from desk.ports import Casebook, PaperMaker
from desk.usecases.agreements import Agreements
from desk.usecases.duty import Duty
from desk.usecases.hand_over import HandOverVisit
from desk.usecases.handing_words import HandingWords
from desk.usecases.list_documents import ListDocuments
from desk.usecases.receive_document import ReceiveDocument
from desk.usecases.refer import Refer
from desk.usecases.send_document import SendDocument
from desk.usecases.staff_list import members_of
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from i18n.language import Language


class HandingPapers:
    """Draws them; what was given out before comes out the same, whatever was changed since."""

    def __init__(self, papers: PaperMaker) -> None:
        self._papers = papers

    def receipt(self, receipt: Receipt) -> bytes:
        """Return the receipt of a document."""
        return self._papers.receipt(receipt)

    def notice(self, notice: TransferNotice) -> bytes:
        """Return the notice that a document went to another authority."""
        return self._papers.transfer_notice(notice)

    def referral_letter(self, referral: ReferralPaper) -> bytes:
        """Return the letter to the agency."""
        return self._papers.referral_letter(referral)

    def referral_copy(self, referral: ReferralPaper) -> bytes:
        """Return the citizen's copy."""
        return self._papers.referral_copy(referral)

    def document_list(self, documents: DocumentList, language: Language) -> bytes:
        """Return the desk's own list."""
        return self._papers.document_list(documents, language)


@dataclass(frozen=True, slots=True)
class HandingNeeds:
    """What they are built from."""

    casebook: Casebook
    journal: VisitJournal
    errands: VisitErrands
    duty: Duty
    agreements: Agreements
    papers: PaperMaker
    ask: Callable[[Language], WhoToAsk]
    """Gives who makes the papers."""


class Handing:
    """Documents to the desk and on, referrals to agencies, visits to colleagues."""

    def __init__(self, needs: HandingNeeds) -> None:
        casebook, journal, duty, ask = needs.casebook, needs.journal, needs.duty, needs.ask
        self._casebook = casebook
        self.words = words = HandingWords(casebook, needs.errands, ask, self.member_name)
        self.papers = HandingPapers(needs.papers)
        self.receive = ReceiveDocument(journal, needs.agreements, words, duty)
        self.send = SendDocument(casebook, journal, self.receive, words, duty)
        self.documents = ListDocuments(casebook, journal, words)
        self.refer = Refer(journal, words, duty)
        self.hand_over = HandOverVisit(casebook, journal, duty, needs.errands.shelf.clock)

    def colleagues(self) -> tuple[Member, ...]:
        """Return those who work here."""
        return tuple(each for each in members_of(self._casebook) if not each.retired)

    def member_name(self, member: MemberId | None) -> str:
        """Return the name of somebody who works here; empty for nobody."""
        return next((each.name for each in members_of(self._casebook) if each.id == member), "")
