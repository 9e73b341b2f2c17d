"""Make, save and print papers in the citizen's language, and note in the journal that it was done."""

from __future__ import annotations

from collections.abc import Callable

from desk.events import PaperMade
from desk.model.correction import Correction
from desk.model.guidance import Guidance
from desk.model.ids import VisitId
from desk.model.plan import Plan, WhoToAsk
from desk.model.visit import Visit
from desk.ports import PaperMaker, PaperOptions, PrintQueue, Queue
from desk.usecases.show_service import ShownService
from desk.usecases.visit_journal import VisitJournal
from i18n.language import Language

WhoToAskIn = Callable[[Language], WhoToAsk]
"""Gives the desk's own contact details in a language."""

NEUTRAL_TITLE = "Palvelutiski"
"""What a print queue shows of a paper: no person, no matter."""


class PrintPaper:
    """Papers are bytes of PDF; nothing of them is kept on disk by the desk."""

    def __init__(self, journal: VisitJournal, papers: PaperMaker, printers: PrintQueue, ask: WhoToAskIn) -> None:
        self._journal = journal
        self._who_to_ask = ask
        self._papers = papers
        self._printers = printers

    def plan(self, plan: Plan, options: PaperOptions) -> bytes:
        """Return the plan as it will come out."""
        return self._papers.plan(plan, options)

    def plan_text(self, plan: Plan, options: PaperOptions) -> str:
        """Return the plan as text, to copy from by hand where there is no printer."""
        return self._papers.plan_text(plan, options)

    def guidance(self, service: ShownService, options: PaperOptions) -> bytes:
        """Return the guidance of one service as it will come out."""
        ask = self._who_to_ask(options.language)
        broken = frozenset(check.url for check in service.broken_links)
        guidance = Guidance(service.sheet, service.opening, service.at, ask, service.notes, broken, service.distances)
        return self._papers.guidance(guidance, options)

    def correction(self, correction: Correction, options: PaperOptions) -> bytes:
        """Return a correction of wrong advice as it will come out."""
        return self._papers.correction(correction, options)

    def queues(self) -> tuple[Queue, ...]:
        """Return the printers, the default one first."""
        return self._printers.queues()

    def send(self, pdf: bytes, queue: str | None = None) -> None:
        """Print a paper; raises ``NoPrinter`` or ``PrintRefused``."""
        self._printers.send(pdf, queue, NEUTRAL_TITLE)

    def made(self, visit: VisitId, paper: str, options: PaperOptions) -> Visit:
        """Note that a paper of a visit was saved or printed."""
        self._journal.load_unfinished(visit)
        return self._journal.record(visit, PaperMade(paper, options.language))
