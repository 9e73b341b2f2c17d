"""Mandates of the visit at hand: each wish goes to a use case, and what came of it is shown from the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errands.wording import Wording
from desk.errors import BadMandate, DeskError, SecretInText
from desk.model.ids import MandateId, VisitId
from desk.model.mandate import CapacityAnswer, RegisterResult, Signing
from desk.model.visit import Visit, VisitChannel
from desk.usecases.give_mandate import Wish
from desk.usecases.verify_paper import VerifiedPaper
from ui.desk_access import DeskAccess
from ui.screens.mandate.state import CheckPage, MandatePage, Signed
from ui.screens.mandate.stop_words import PHONES
from ui.screens.visit.state import VisitScreenState

_AT_FIELDS = {"kept_where": "where", "day_over": "last_day", "too_long": "last_day", "no_day": "last_day"}
"""Where a refusal of a kind stands."""


class MandatePresenter(QObject):
    """Knows which visit is at hand, and nothing else that is not read anew."""

    state_changed = Signal(object)
    """Another ``MandatePage``."""
    check_changed = Signal(object)
    """Another ``CheckPage``."""
    visit_changed = Signal()
    """Something of the visit is another than before: its screens look again."""
    drawn = Signal()
    """A mandate was drawn up, or became one that counts."""
    withdrawn = Signal(str)
    """Lines of a mandate were withdrawn (``MandateId``)."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._visit: Visit | None = None
        self._page = MandatePage()
        self._check = CheckPage()

    @property
    def page(self) -> MandatePage:
        """What is shown."""
        return self._page

    def look(self, visit: Visit | None) -> None:
        """Show the mandates of a visit; without one, papers can still be verified."""
        self._visit = visit
        if visit is None:
            self._show(MandatePage())
        else:
            self._access.ask_newest(self, "mandates", partial(self._read, visit.id), self._show)

    @Slot(object)
    def visit_shown(self, state: VisitScreenState) -> None:
        """The visit at hand is another than before."""
        self._visit = state.view.visit if state.view is not None else None

    @Slot(object, str)
    def check_capacity(self, answer: CapacityAnswer, reason: str) -> None:
        """What was seen before a mandate."""
        check = self._access.desk.mandates.give.check_capacity
        self._change(lambda v: check(v, answer, reason), "reason")

    @Slot(object)
    def draw(self, wish: Wish) -> None:
        """The citizen wants to give one."""
        self._change(lambda v: self._access.desk.mandates.give.draw(v, wish), "drawing", self.drawn.emit)

    @Slot(str, object)
    def renew(self, mandate: str, wish: Wish) -> None:
        """The same lines anew: the questions before it, the days and the signature are asked again."""
        renew = self._access.desk.mandates.give.renew
        self._change(lambda v: renew(v, MandateId(mandate), wish), "drawing", self.drawn.emit)

    @Slot(str, object)
    def sign(self, mandate: str, signed: Signed) -> None:
        """The citizen signed it, or said it back."""
        give, id, today = self._access.desk.mandates.give, MandateId(mandate), self._access.desk.world.clock.today()
        signing = Signing(today, signed.witness, signed.kept_where, signed.read_back, signed.strokes)
        if signed.read_back:
            self._change(lambda v: give.read_back(v, id), "signing", self.drawn.emit)
        else:
            self._change(lambda v: give.sign(v, id, signing), "signing", self.drawn.emit)

    @Slot(str, object)
    def withdraw(self, mandate: str, lines: tuple[int, ...]) -> None:
        """The citizen withdraws lines: at once."""
        withdraw = self._access.desk.mandates.withdraw
        told = partial(self.withdrawn.emit, mandate)
        self._change(lambda v: withdraw(v, MandateId(mandate), lines), "withdrawing", told)

    @Slot(str, object)
    def look_up(self, mandate: str, result: RegisterResult) -> None:
        """What somebody saw in the national register."""
        check = self._access.desk.mandates.check_register
        self._change(lambda v: check(v, MandateId(mandate), result), "register")

    @Slot(str)
    def verify(self, typed: str) -> None:
        """Is the paper of this code genuine?"""
        self._check = CheckPage(typed)

        def refused(error: DeskError) -> None:
            self._say_check(replace(self._check, found=None, error=error))

        self._access.ask_or(self, partial(self._access.desk.mandates.verify, typed), self._verified, refused)

    @Slot()
    def forget_check(self) -> None:
        """Show the paper no more."""
        self._say_check(CheckPage())

    @Slot()
    def reword(self) -> None:
        """Say the same in another language."""
        if self._visit is not None:
            self.look(self._visit)

    @Slot()
    def forget(self) -> None:
        """Nothing of the visit stays."""
        self._visit = None
        self._show(MandatePage())
        self.forget_check()

    def _change(self, change: Callable[[VisitId], object], place: str, done: Callable[[], None] | None = None) -> None:
        """Do something on the store lane, and read anew; a refusal stands where the wish came from."""
        visit = self._visit
        if visit is None:
            return

        def work() -> MandatePage:
            change(visit.id)
            return self._read(visit.id)

        def changed(page: MandatePage) -> None:
            self._show(page)
            self.visit_changed.emit()
            if done is not None:
                done()

        self._access.ask_or(self, work, changed, partial(self._refused, place))

    def _refused(self, place: str, error: DeskError) -> None:
        at = place
        if isinstance(error, BadMandate):
            at = _AT_FIELDS.get(str(error.details.get("kind", "")), place)
        if isinstance(error, SecretInText) and place == "signing":
            at = "where"
        if at == "withdrawing":
            self._access.messages.tell_error(error)
        else:
            self._show(replace(self._page, error=error, error_at=at))

    def _read(self, visit: VisitId) -> MandatePage:
        """On the store lane: everything on the page, in the clerk's words."""
        desk, language = self._access.desk, self._access.translator.language
        state, today = desk.journal.load(visit), desk.world.clock.today()
        view = desk.mandates.show(visit, language)
        wording = Wording(desk.world.bundle, self._access.translator.words, today)
        contacts = {name: wording.contact(name) for name in PHONES}
        return MandatePage(
            visit=visit,
            number=state.number,
            giver=state.person.name if state.person is not None else "",
            is_open=state.is_open,
            is_over=not state.is_unfinished,
            acts_for=view.can_act,
            capacity=view.capacity,
            phones={name: contact.text for name, contact in contacts.items() if contact is not None},
            proposed=desk.mandates.give.proposal(visit, language) if state.is_open else (),
            policy=desk.mandates.policies.read(),
            today=today,
            by_phone=state.channel is VisitChannel.PHONE,
            mandates=view.mandates,
            acts=view.acts,
        )

    def _verified(self, found: VerifiedPaper) -> None:
        self._say_check(replace(self._check, found=found, error=None))

    def _say_check(self, page: CheckPage) -> None:
        self._check = page
        self.check_changed.emit(page)

    def _show(self, page: MandatePage) -> None:
        if page.visit != (self._visit.id if self._visit is not None else None):
            return  # it was on its way when the visit was left
        self._page = page
        self.state_changed.emit(page)
