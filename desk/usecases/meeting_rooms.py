"""The use cases of how the desk and the citizen meet, together."""

from __future__ import annotations

from dataclasses import dataclass

from desk.ports import Casebook, Clock, PaperMaker, PrintQueue
from desk.usecases.agreements import Agreements
from desk.usecases.channel_papers import ChannelPapers, MadeFrom
from desk.usecases.channel_printers import ChannelPrinters
from desk.usecases.experts import Experts
from desk.usecases.make_plan import MakePlan
from desk.usecases.map_needs import MapNeeds
from desk.usecases.say_cards import SayCards
from desk.usecases.show_visit import ShowVisit
from desk.usecases.telephone import Spoken, Telephone
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from i18n.translator import Domain


@dataclass(frozen=True, slots=True)
class MeetingNeeds:
    """What they are built from."""

    casebook: Casebook
    journal: VisitJournal
    errands: VisitErrands
    show: ShowVisit
    plans: MakePlan
    agreements: Agreements
    papers: PaperMaker
    printers: PrintQueue
    clock: Clock


class Meeting:
    """Each attribute is one thing that a way of meeting needs."""

    def __init__(self, needs: MeetingNeeds) -> None:
        journal, errands = needs.journal, needs.errands
        lexicon = errands.shelf.lexicon
        spoken = Spoken(lambda language: lexicon.words(language, Domain.CITIZEN), needs.plans.who_to_ask)
        self.telephone = Telephone(journal, needs.show, spoken)
        self.experts = Experts(journal, errands, needs.agreements, needs.clock)
        self.cards = SayCards(journal, errands)
        self.map_needs = MapNeeds(journal, errands)
        made_from = MadeFrom(needs.plans, self.telephone, self.experts)
        self.papers = ChannelPapers(needs.papers, journal, made_from, needs.clock)
        self.printers = ChannelPrinters(needs.printers, needs.casebook)
