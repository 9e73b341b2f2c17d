"""Documents, referrals and hand-over of the visit at hand: each wish goes to a use case, and is read anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errands.wording import Wording
from desk.errors import DeskError
from desk.model.agreement import PRINCIPAL_KINDS
from desk.model.handing import Break, ReferralEnd, SentHow
from desk.model.ids import AgencyId, HandingId, MemberId, VisitId
from desk.model.role import Function
from desk.model.visit import Visit
from desk.usecases.refer import Telling
from desk.usecases.send_document import Transfer
from ui.desk_access import DeskAccess
from ui.screens.handing.state import AgencyLine, Asked, HandedLine, HandingPage, Place, ToReceive


class HandingPresenter(QObject):
    """Knows which visit is at hand, and nothing else that is not read anew."""

    state_changed = Signal(object)
    """Another ``HandingPage``."""
    place_found = Signal(object)
    """Where a document is in time (``Place``)."""
    asked_found = Signal(object)
    """The words of a consent (``Asked``)."""
    visit_changed = Signal()
    """Something of the visit is another than before."""
    received = Signal(str)
    """A document was received: its receipt can be printed (``HandingId``)."""
    referred = Signal(str)
    """The citizen was referred: the copy can be printed (``HandingId``)."""
    handed_over = Signal(int)
    """The visit waits for somebody else (its number)."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._visit: VisitId | None = None
        self._page = HandingPage()

    @property
    def page(self) -> HandingPage:
        """What is shown."""
        return self._page

    def look(self, visit: VisitId | None) -> None:
        """Show what of a visit changed hands; also of one that is over, whose documents lie here still."""
        if visit is None:
            self.forget()
        else:
            self._visit = visit
            self._access.ask_newest(self, "handing", partial(self._read, visit), self._show)

    @Slot(str)
    def where(self, agency: str) -> None:
        """Where a document for an agency is in time."""
        language = self._access.translator.language

        def look() -> Place:
            found = self._access.desk.handing.receive.where_to_take(AgencyId(agency), language)
            return Place(AgencyId(agency), found)

        self._access.ask_newest(self, "handing place", look, self.place_found.emit)

    @Slot(object)
    def receive(self, wish: ToReceive) -> None:
        """Take in a document."""
        receive = self._access.desk.handing.receive
        self._change("document", lambda v: receive(v, wish.given, told=wish.told), self._was_received)

    @Slot(str, object)
    def send(self, document: str, how: SentHow) -> None:
        """A document went on."""
        self._change("list", lambda v: self._access.desk.handing.send.send(v, HandingId(document), how))

    @Slot(str, object)
    def transfer(self, document: str, transfer: Transfer) -> None:
        """A document went to the authority to which it belongs."""
        self._change("list", lambda v: self._access.desk.handing.send.transfer(v, HandingId(document), transfer))

    @Slot(object)
    def ask(self, telling: Telling) -> None:
        """What the citizen is asked before this is told."""
        visit = self._visit
        if visit is None:
            return

        language, consent = self._access.translator.language, self._access.desk.handing.refer.consent

        def look() -> Asked:
            try:
                asked, meant = consent(visit, telling), consent(visit, telling, language).words
                return Asked(telling, asked, meant if meant != asked.words else "")
            except DeskError as refused:
                return Asked(telling, None, error=refused)

        self._access.ask_newest(self, "handing consent", look, self.asked_found.emit)

    @Slot(object, str)
    def refer(self, telling: Telling, consented: str) -> None:
        """Refer the citizen, as was agreed just now."""
        refer = self._access.desk.handing.refer
        self._change("refer", lambda v: refer(v, telling, consented), self._was_referred)

    @Slot(str, object)
    def close_loop(self, referral: str, end: ReferralEnd) -> None:
        """Tell what became of a referral."""
        self._change("refer", lambda v: self._access.desk.handing.refer.told(v, HandingId(referral), end))

    @Slot(str, object)
    def report_break(self, referral: str, how: Break) -> None:
        """Tell where the matter broke off."""
        self._change("refer", lambda v: self._access.desk.handing.refer.broke(v, HandingId(referral), how))

    @Slot(str, str)
    def hand_over(self, to: str, words: str) -> None:
        """Hand the visit over; ``to`` is empty for whoever is next."""
        give, member = self._access.desk.handing.hand_over.give, MemberId(to) if to else None
        self._change("hand_over", lambda v: give(v, member, words), self._was_handed_over)

    @Slot()
    def take(self) -> None:
        """Take over, or take back, what waits."""
        self._change("hand_over", self._access.desk.handing.hand_over.take)

    @Slot()
    def forget(self) -> None:
        """Nothing of the visit stays."""
        self._visit = None
        self._show(HandingPage())

    def _change(
        self, place: str, change: Callable[[VisitId], Visit], done: Callable[[Visit], None] | None = None
    ) -> None:
        """Do something on the store lane, and read anew; a refusal stands at the part from which the wish came."""
        visit, made = self._visit, self._page.done + 1
        if visit is None:
            return

        def work() -> tuple[Visit, HandingPage]:
            state = change(visit)
            return state, replace(self._read(visit), done=made)

        def changed(found: tuple[Visit, HandingPage]) -> None:
            state, page = found
            self._show(page)
            self.visit_changed.emit()
            if done is not None:
                done(state)

        def refused(error: DeskError) -> None:
            self._show(replace(self._page, error=error, place=place))

        self._access.ask_or(self, work, changed, refused)

    def _was_received(self, visit: Visit) -> None:
        self.received.emit(list(visit.documents)[-1])

    def _was_referred(self, visit: Visit) -> None:
        self.referred.emit(list(visit.referrals)[-1])

    def _was_handed_over(self, visit: Visit) -> None:
        self.handed_over.emit(visit.number)

    def _read(self, visit: VisitId) -> HandingPage:
        """On the store lane: everything that the page shows."""
        desk, language = self._access.desk, self._access.translator.language
        state = desk.journal.load(visit)
        handing = desk.handing
        asked = handing.receive.asked_for(visit, language)
        return HandingPage(
            visit=visit,
            state=state,
            number=state.number,
            is_open=state.is_open,
            may_receive=desk.duty.may(Function.RECEIVE_DOCUMENTS),
            may_refer=desk.duty.may(Function.REFER),
            today=desk.world.clock.today(),
            agencies=self._agencies(state),
            asked=asked,
            said=self._said(state),
            documents=handing.documents.of_visit(visit, language),
            referrals=tuple(state.referrals.values()),
            colleagues=tuple((each.id, each.name) for each in handing.colleagues() if each.id != desk.duty.member),
            handed=self._handed(state),
            done=self._page.done,
        )

    def _agencies(self, visit: Visit) -> tuple[AgencyLine, ...]:
        """Those of the path first, then all others by name."""
        desk = self._access.desk
        wording = Wording(desk.world.bundle, self._access.translator.words, desk.world.clock.today())
        of_path = {step.agency for step in desk.visit_errands.path(visit).shown}
        lines = [
            AgencyLine(
                AgencyId(each.id),
                wording.agency(AgencyId(each.id)),
                desk.handing.receive.here(AgencyId(each.id)),
                each.kind in PRINCIPAL_KINDS,
                each.id in of_path,
            )
            for each in desk.world.bundle.definitions.agencies.values()
            if each.kind != "other"
        ]
        return tuple(sorted(lines, key=lambda line: (not line.in_path, line.name.casefold())))

    def _said(self, visit: Visit) -> tuple[str, ...]:
        """What was answered, in the language in which authorities are written to."""
        desk = self._access.desk
        rules = desk.visit_errands.of(visit)
        wording = rules.shelf.wording(desk.handing.words.ours)
        known = rules.bundle.definitions.facts
        return tuple(
            f"{wording.fact_label(fact)}: {wording.said(fact, said)}"
            for fact, said in rules.visit.answers.items()
            if fact in known
        )

    def _handed(self, visit: Visit) -> HandedLine:
        name = self._access.desk.handing.member_name
        waiting, taken = visit.handed_to, visit.taken_over
        if waiting is not None:
            return HandedLine(to=name(waiting.to), waits=True, words=waiting.words)
        if taken is not None:
            return HandedLine(taken_by=name(taken.by), taken_at=taken.at, words=taken.words)
        return HandedLine()

    def _show(self, page: HandingPage) -> None:
        self._page = page
        self.state_changed.emit(page)
