"""The desk's own list of documents: what lies here, and what came and went on a day; nothing of whose they are."""

from __future__ import annotations

from datetime import date

from desk.model.handed import Held
from desk.model.handing_papers import DocumentList, ListedDocument
from desk.model.ids import AgencyId, VisitId
from desk.model.visit import Visit
from desk.ports import Casebook
from desk.usecases.handing_words import HandingWords
from desk.usecases.visit_journal import VisitJournal
from i18n.language import Language


class ListDocuments:
    """For whoever opens the desk, carries the post, and closes it."""

    def __init__(self, casebook: Casebook, journal: VisitJournal, words: HandingWords) -> None:
        self._casebook = casebook
        self._journal = journal
        self._words = words

    def __call__(self, day: date | None = None, language: Language | None = None) -> DocumentList:
        """Return what lies here still, and what came or went on a day: today when none is named."""
        on = day or self._words.errands.shelf.clock.today()
        language = language or self._words.ours
        lines = []
        for visit, id in self._casebook.documents(on):
            state = self._journal.load(visit)
            lines.append(self._line(state, state.documents[id], language))
        lines.sort(key=lambda line: (line.sent_on is not None, line.send_by, line.at, line.number))
        return DocumentList(on, tuple(lines), self._words.ask(language).name)

    def of_visit(self, visit: VisitId, language: Language) -> tuple[ListedDocument, ...]:
        """Return the documents of one visit, in the order in which they came."""
        state = self._journal.load(visit)
        return tuple(self._line(state, held, language) for held in state.documents.values())

    def _line(self, visit: Visit, held: Held, language: Language) -> ListedDocument:
        document, sent = held.document, held.sent
        wording = self._words.errands.shelf.wording(language)
        return ListedDocument(
            number=document.number,
            id=document.id,
            agency=wording.agency(document.agency),
            agency_id=AgencyId(document.agency),
            what=held.receipt.what.ours.text if held.receipt is not None and not visit.erased else "",
            at=document.at,
            pages=document.pages,
            original=document.original,
            in_time_here=document.in_time_here,
            send_by=document.send_by,
            due_on=document.due_on,
            sent_on=sent.on if sent is not None else None,
            sent_how=sent.how if sent is not None else None,
            sent_to=wording.agency(sent.to) if sent is not None else "",
            transferred=sent is not None and sent.transferred,
            has_paper=held.receipt is not None,
        )
