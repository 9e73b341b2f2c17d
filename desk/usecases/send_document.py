"""A received document goes on: to its authority, or, when it was given for the wrong one, to the right one.

A document that was delivered to the wrong authority by mistake is transferred without delay to the competent one, its
sender is told, no decision is needed, and a day is kept only when the competent authority has it in time:
Administrative Procedure Act (434/2003) 21 §. Where the service point has an agreement with the competent authority too,
7 § of the act on joint public service (223/2007) holds instead, as on any receipt.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.errors import BadDocument, DocumentGone, DocumentUnknown, NotSafeToTell, PaperErased, SameAuthority
from desk.events import DocumentSent, NoticeGiven
from desk.model.agreement import PRINCIPAL_KINDS
from desk.model.handed import Held
from desk.model.handing import Sent as SentOn, SentHow, ToldHow
from desk.model.handing_papers import NOTICE, Receipt, TransferNotice
from desk.model.ids import AgencyId, HandingId, VisitId
from desk.model.person import ContactKind
from desk.model.role import Function
from desk.model.visit import Visit
from desk.ports import Casebook
from desk.usecases.duty import Duty
from desk.usecases.handing_words import HandingWords
from desk.usecases.receive_document import ReceiveDocument
from desk.usecases.visit_journal import VisitJournal

_REACHED_BY = {
    ToldHow.LETTER: frozenset({ContactKind.LETTER}),
    ToldHow.PHONE: frozenset({ContactKind.PHONE}),
    ToldHow.MESSAGE: frozenset({ContactKind.TEXT_MESSAGE, ContactKind.EMAIL}),
}


@dataclass(frozen=True, slots=True)
class Transfer:
    """Where a wrongly given document goes, and how the sender is told."""

    to: AgencyId
    how: SentHow
    told: ToldHow


@dataclass(frozen=True, slots=True)
class Found:
    """A document with the visit in which it was left."""

    visit: Visit
    held: Held


class SendDocument:
    """Also when the visit is over: what lies here goes on."""

    def __init__(
        self, casebook: Casebook, journal: VisitJournal, receive: ReceiveDocument, words: HandingWords, duty: Duty
    ) -> None:
        self._casebook = casebook
        self._journal = journal
        self._receive = receive
        self._words = words
        self._duty = duty

    def numbered(self, number: str) -> Found:
        """Return the document of a receipt; raises ``DocumentUnknown``."""
        found = self._casebook.document_numbered(number.strip())
        if found is None:
            raise DocumentUnknown(number=number)
        visit, id = found
        return self._document(visit, id)

    def receipt(self, visit: VisitId, id: HandingId) -> Receipt:
        """Return the receipt as it was given; raises ``PaperErased`` when it went with the visit."""
        held = self._document(visit, id).held
        if held.receipt is None:
            raise PaperErased(number=held.document.number)
        return held.receipt

    def notice(self, visit: VisitId, id: HandingId) -> TransferNotice:
        """Return the notice of a transfer as it was given; raises ``PaperErased``."""
        held = self._document(visit, id).held
        if held.notice is None:
            raise PaperErased(number=held.document.number)
        return held.notice

    def send(self, visit: VisitId, id: HandingId, how: SentHow) -> Visit:
        """Note that a document went on to its authority today. Raises ``DocumentGone``."""
        self._duty.require(Function.RECEIVE_DOCUMENTS)
        found = self._still_here(visit, id)
        sent = SentOn(self._today, found.held.document.agency, how)
        return self._journal.record(visit, DocumentSent(id, sent))

    def transfer(self, visit: VisitId, id: HandingId, transfer: Transfer) -> Visit:
        """Send a document on to the authority to which it belongs, and tell the sender.

        Raises ``DocumentGone``, ``SameAuthority``, ``BadDocument`` and ``NotSafeToTell``.
        """
        self._duty.require(Function.RECEIVE_DOCUMENTS)
        found = self._still_here(visit, id)
        document = found.held.document
        name = self._words.errands.shelf.wording(self._words.ours).agency(transfer.to)
        if self._words.defined(transfer.to).kind not in PRINCIPAL_KINDS:
            raise BadDocument(kind="authority", agency=name)
        if transfer.to == document.agency:
            raise SameAuthority(number=document.number, agency=name)
        self._be_safe(found.visit, transfer.told)
        sent = SentOn(self._today, transfer.to, transfer.how, transferred=True, told_how=transfer.told)
        if found.held.receipt is None:  # the visit is over: what the notice would say of the sender is erased
            return self._journal.record(visit, DocumentSent(id, sent))
        notice = self._notice(found, found.held.receipt, transfer)
        return self._journal.record(visit, DocumentSent(id, sent), NoticeGiven(id, notice))

    @property
    def _today(self) -> date:
        return self._words.errands.shelf.clock.today()

    def _document(self, visit: VisitId, id: HandingId) -> Found:
        state = self._journal.load(visit)
        if id not in state.documents:
            raise DocumentUnknown(number=id)
        return Found(state, state.documents[id])

    def _still_here(self, visit: VisitId, id: HandingId) -> Found:
        found = self._document(visit, id)
        if found.held.sent is not None:
            raise DocumentGone(number=found.held.document.number)
        return found

    def _be_safe(self, visit: Visit, told: ToldHow) -> None:
        """A watched citizen is reached in no way that they did not call safe."""
        contact = visit.contact
        own = visit.person.contact if visit.person is not None else None
        ways = (*(contact.ways if contact is not None else ()), *((own,) if own is not None else ()))
        fitting = [way for way in ways if way.kind in _REACHED_BY.get(told, ())]
        discreet = visit.profile.is_discreet or self._words.errands.path(visit).discreet
        if told is ToldHow.AT_DESK or (not fitting and not discreet):
            return
        if not any(way.safe for way in fitting):
            raise NotSafeToTell

    def _notice(self, found: Found, receipt: Receipt, transfer: Transfer) -> TransferNotice:
        edges = self._words.edges(found.visit, NOTICE)
        received = found.held.document.at
        return TransferNotice(
            edges=edges,
            number=receipt.number,
            what=receipt.what,
            received=received,
            wrong=receipt.agency,
            right=self._words.agency(edges, transfer.to),
            sent_on=self._today,
            how=transfer.how,
            in_time_here=self._receive.here(transfer.to, received.date()).is_handled,
        )
