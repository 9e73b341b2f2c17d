"""Take in a document for an authority, with a receipt that says what the law makes of it.

Under an agreement a document that is left at the service point in time is in time at the authority: act on joint
public service (223/2007) 7 § as in 247/2017. Without one the day is kept only when the competent authority has it in
time: Administrative Procedure Act (434/2003) 21 §. Nothing else decides which of the two a receipt says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desk.errands.workdays import add_workdays
from desk.errors import BadDocument, NotInTimeHere
from desk.events import DocumentReceived, ReceiptGiven
from desk.model.agreement import PRINCIPAL_KINDS, HelpHere, Task, help_with
from desk.model.handing import Received
from desk.model.handing_papers import RECEIPT, Edges, Receipt, Twice, WhereToTake
from desk.model.ids import AgencyId, DocumentId, ErrandId, HandingId, VisitId, uuid7
from desk.model.plan import Words
from desk.model.role import Function
from desk.model.visit import Visit
from desk.usecases.agreements import Agreements
from desk.usecases.discretion import left_off
from desk.usecases.duty import Duty
from desk.usecases.handing_words import HandingWords, free_words
from desk.usecases.visit_journal import VisitJournal
from i18n.language import Language

MOST_PAGES = 999
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class GivenDocument:
    """What the citizen leaves, as the clerk enters it."""

    agency: AgencyId
    pages: int = 1
    original: bool = False
    errand: ErrandId | None = None
    document: DocumentId | None = None
    """One that a step of the visit asks for, with the errand that names it."""
    what: str = ""
    """In a few words, when it is another."""
    due_on: date | None = None
    giver: str = ""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A document that a step of the visit asks for."""

    agency: AgencyId
    errand: ErrandId
    document: DocumentId
    name: Words


class ReceiveDocument:
    """At the desk only: digital support receives nothing."""

    def __init__(self, journal: VisitJournal, agreements: Agreements, words: HandingWords, duty: Duty) -> None:
        self._journal = journal
        self._agreements = agreements
        self._words = words
        self._duty = duty

    def asked_for(self, visit: VisitId, language: Language) -> tuple[AskedFor, ...]:
        """Return the documents that the steps of a visit ask for, in the order of the path.

        Not those of steps that no paper holds: their names would tell of danger.
        """
        rules = self._words.errands.of(self._journal.load(visit))
        wording, path = rules.shelf.wording(language), self._words.errands.path(rules.visit)
        quiet = left_off(rules.bundle, path)
        found = {
            (step.agency, document): AskedFor(
                AgencyId(step.agency), step.errand, document, wording.document(step.errand, document)
            )
            for whole in path.shown
            if whole.id not in quiet
            for step in (whole, *whole.merged)
            for document in step.documents
        }
        return tuple(found.values())

    def here(self, agency: AgencyId, day: date | None = None) -> HelpHere:
        """Tell whether this desk takes documents in for an agency, today or on a day."""
        kind, clock = self._words.defined(agency).kind, self._words.errands.shelf.clock
        return help_with(self._agreements.read(), agency, kind, Task.DOCUMENTS_IN, day or clock.today())

    def where_to_take(self, agency: AgencyId, language: Language) -> WhereToTake:
        """Return where the document is in time, and why it is not in time here."""
        here = self.here(agency)
        return replace(self._words.where_to_take(agency, language), guidance=here.guidance, until=here.day)

    def __call__(self, visit: VisitId, given: GivenDocument, *, told: bool = False) -> Visit:
        """Take the document in; ``told``: the citizen knows that no day is kept here, and leaves it all the same.

        Raises ``NotYourRole``, ``NotInTimeHere``, ``BadDocument`` and ``SecretInText``.
        """
        self._duty.require(Function.RECEIVE_DOCUMENTS)
        state = self._journal.load_open(visit)
        tidy = _checked(given)
        if self._words.defined(given.agency).kind not in PRINCIPAL_KINDS:
            raise BadDocument(kind="authority", agency=self._name(given.agency))
        if given.document is not None and not self._is_asked_for(visit, given):
            raise BadDocument(kind="what")
        in_time = self.here(given.agency).is_handled
        if not in_time and not told:
            raise NotInTimeHere(agency=self._name(given.agency))
        received = self._received(state, tidy, in_time_here=in_time)
        receipt = self._receipt(state, tidy, received)
        return self._journal.record(visit, DocumentReceived(received), ReceiptGiven(received.id, receipt))

    def _is_asked_for(self, visit: VisitId, given: GivenDocument) -> bool:
        known = self.asked_for(visit, self._words.ours)
        return any(each.errand == given.errand and each.document == given.document for each in known)

    def _name(self, agency: AgencyId) -> str:
        return self._words.errands.shelf.wording(self._words.ours).agency(agency)

    def _received(self, visit: Visit, given: GivenDocument, *, in_time_here: bool) -> Received:
        now = self._words.errands.shelf.clock.now()
        next_day = add_workdays(now.date(), 1)
        return Received(
            id=HandingId(uuid7(int(now.timestamp() * 1000))),
            number=f"{visit.number}-{len(visit.documents) + 1}",
            agency=given.agency,
            document=given.document,
            at=now.replace(second=0, microsecond=0),
            pages=given.pages,
            original=given.original,
            in_time_here=in_time_here,
            send_by=next_day if given.due_on is None else max(now.date(), min(next_day, given.due_on)),
            due_on=given.due_on,
            by=self._duty.member,
        )

    def _receipt(self, visit: Visit, given: GivenDocument, received: Received) -> Receipt:
        edges = self._words.edges(visit, RECEIPT)
        return Receipt(
            edges=edges,
            number=received.number,
            at=received.at,
            agency=self._words.agency(edges, given.agency),
            what=self._what(visit, edges, given),
            pages=received.pages,
            original=received.original,
            in_time_here=received.in_time_here,
            due_on=received.due_on,
            giver=given.giver,
            by=self._words.member_name(received.by),
        )

    def _what(self, visit: Visit, edges: Edges, given: GivenDocument) -> Twice:
        if given.document is not None and given.errand is not None:
            return self._words.document(self._words.errands.of(visit), edges, given.errand, given.document)
        return Twice(Words(given.what), Words(given.what))


def _checked(given: GivenDocument) -> GivenDocument:
    """The same in its tidy form. Raises ``BadDocument`` and ``SecretInText``."""
    what, giver = free_words(given.what), free_words(given.giver, LONGEST_NAME)
    if not 1 <= given.pages <= MOST_PAGES:
        raise BadDocument(kind="pages", most=MOST_PAGES)
    if given.document is None and not what:
        raise BadDocument(kind="what")
    return replace(given, what=what, giver=giver)
