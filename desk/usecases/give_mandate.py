"""A citizen gives the desk a mandate: first what must be clear, then what is written, then the signature."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desk.errands.functions import age_at
from desk.errors import BadMandate, CannotGiveMandate, MandateUnknown, NotActingFor
from desk.events import CapacityChecked, MandateDrawn, MandateSigned, RegisterChecked
from desk.model.ids import MandateCode, MandateId, VisitId, uuid7
from desk.model.mandate import (
    MOST_POINTS,
    CapacityAnswer,
    GivenMandate,
    Lasting,
    Mandate,
    MandateForm,
    RegisterResult,
    ScopeLine,
    Signing,
)
from desk.model.mandate_code import with_code
from desk.model.mandate_policy import MandatePolicy
from desk.model.mandate_state import MandateState, state_on
from desk.model.mandate_template import NEWEST
from desk.model.role import Function
from desk.model.visit import HelpMode, Visit
from desk.ports import Clock
from desk.usecases.duty import Duty
from desk.usecases.kept_text import without_secret
from desk.usecases.mandate_giving import Giving
from desk.usecases.mandate_scope import ProposedLine
from i18n.language import Language

OF_AGE = 18


@dataclass(frozen=True, slots=True)
class Wish:
    """What the citizen wants to give."""

    lines: tuple[ScopeLine, ...]
    form: MandateForm = MandateForm.PAPER
    lasting: Lasting = Lasting.THIS_VISIT
    last_day: date | None = None
    """For *until a day*; for *until closed* an earlier end than the cap."""
    giver: str = ""
    """The name on the paper; the name of the person of the visit when it is empty."""
    renews: MandateId | None = None


class GiveMandate:
    """Nothing is in force before it is signed, read back, or held by the national register."""

    def __init__(self, giving: Giving, clock: Clock, duty: Duty) -> None:
        self._giving = giving
        self._journal = giving.journal
        self._clock = clock
        self._duty = duty

    def check_capacity(self, visit: VisitId, answer: CapacityAnswer, reason: str = "") -> Visit:
        """Store what was seen before a mandate, and why when something stands against it. Raises ``SecretInText``."""
        self._duty.require(Function.ACT_FOR)
        self._journal.load_open(visit)
        return self._journal.record(visit, CapacityChecked(answer, without_secret(reason)))

    def proposal(self, visit: VisitId, language: Language) -> tuple[ProposedLine, ...]:
        """Return the lines that the open steps need, in a language."""
        return self._giving.scopes.proposal(self._journal.load(visit), language)

    def policy(self) -> MandatePolicy:
        """Return how long mandates may last at this point."""
        return self._giving.policies.read()

    def draw(self, visit: VisitId, wish: Wish) -> GivenMandate:
        """Write a mandate. Raises ``CannotGiveMandate``, ``BadMandate``, ``NotActingFor`` and ``SecretInText``."""
        state = self._may_give(visit)
        self._giving.scopes.check(state, wish.lines)
        mandate = self._written(state, wish)
        looked_up = self._looked_up(mandate)
        return self._journal.record(visit, MandateDrawn(mandate), *looked_up).mandates[mandate.id]

    def sign(self, visit: VisitId, mandate: MandateId, signing: Signing) -> GivenMandate:
        """Store that it was signed, and where the desk's copy is. Raises ``BadMandate`` and ``SecretInText``."""
        given = self._to_sign(visit, mandate)
        if given.mandate.form is MandateForm.SPOKEN:
            raise BadMandate(kind="spoken")
        kept_where = without_secret(signing.kept_where)
        if given.mandate.form is MandateForm.PAPER and not kept_where:
            raise BadMandate(kind="kept_where")
        strokes = signing.strokes if given.mandate.form is MandateForm.SCREEN else ()
        if sum(map(len, strokes)) > MOST_POINTS:
            raise BadMandate(kind="strokes", most=MOST_POINTS)
        told = Signing(self._clock.today(), without_secret(signing.witness), kept_where, strokes=strokes)
        return self._signed(visit, given, told)

    def read_back(self, visit: VisitId, mandate: MandateId) -> GivenMandate:
        """Store that a spoken mandate was read aloud and said back. Raises ``BadMandate``."""
        given = self._to_sign(visit, mandate)
        if given.mandate.form is not MandateForm.SPOKEN:
            raise BadMandate(kind="not_spoken")
        return self._signed(visit, given, Signing(self._clock.today(), read_back=True))

    def renew(self, visit: VisitId, mandate: MandateId, wish: Wish) -> GivenMandate:
        """Draw a new one with the same scope, as far as it is still needed: no signature, day or consent comes along.

        The lines of the wish are not looked at. Raises as ``draw`` does.
        """
        state = self._journal.load_open(visit)
        old = mandate_of(state, mandate)
        needed = self._giving.scopes.pairs(state)
        lines = tuple(
            line
            for number, line in enumerate(old.mandate.lines)
            if number not in old.withdrawn and (line.errand, line.agency) in needed
        )
        if not lines:
            raise BadMandate(kind="nothing_left")
        return self.draw(visit, replace(wish, lines=lines, giver=wish.giver or old.mandate.giver, renews=mandate))

    def _may_give(self, visit: VisitId) -> Visit:
        self._duty.require(Function.ACT_FOR)
        state = self._journal.load_open(visit)
        if state.profile.mode is not HelpMode.ACT_FOR:
            raise NotActingFor(number=state.number)
        if state.capacity is None:
            raise CannotGiveMandate(kind="not_checked")
        if state.capacity is not CapacityAnswer.CLEAR:
            raise CannotGiveMandate(kind=state.capacity)
        born = state.person.birth_date if state.person is not None else None
        if born is not None and age_at(born, self._clock.today()) < OF_AGE:
            raise CannotGiveMandate(kind=CapacityAnswer.MINOR)
        return state

    def _written(self, visit: Visit, wish: Wish) -> Mandate:
        giver = without_secret(wish.giver) or (visit.person.name if visit.person is not None else "")
        languages = self._giving.languages(visit)
        holder = {language: self._giving.holder(language) for language in languages}
        if not giver:
            raise BadMandate(kind="nobody")
        if not all(holder.values()):
            raise BadMandate(kind="no_point")
        now = self._clock.now()
        return with_code(
            Mandate(
                id=MandateId(uuid7(int(now.timestamp() * 1000))),
                giver=giver,
                lines=wish.lines,
                lasting=wish.lasting,
                drawn_on=now.date(),
                last_day=self._last_day(wish, now.date()),
                form=wish.form,
                template=NEWEST,
                code=MandateCode(""),
                holder=holder,
                born=visit.person.birth_date if visit.person is not None and not _other(wish, visit) else None,
                languages=languages,
                names=self._giving.scopes.names(visit, wish.lines, languages),
                renews=wish.renews,
            )
        )

    def _last_day(self, wish: Wish, today: date) -> date:
        policy = self.policy()
        if wish.lasting is Lasting.UNTIL_DAY and wish.last_day is None:
            raise BadMandate(kind="no_day")
        last_day = policy.last_day(wish.form, wish.lasting, today, wish.last_day)
        if last_day < today:
            raise BadMandate(kind="day_over", day=last_day)
        latest = policy.latest(wish.form, today)
        if last_day > latest:
            raise BadMandate(kind="too_long", day=last_day, cap=policy.cap(wish.form), latest=latest)
        return last_day

    def _looked_up(self, mandate: Mandate) -> list[RegisterChecked]:
        if mandate.form is not MandateForm.REGISTER:
            return []
        return [self._giving.looked_up(mandate)]

    def _to_sign(self, visit: VisitId, mandate: MandateId) -> GivenMandate:
        self._duty.require(Function.ACT_FOR)
        given = mandate_of(self._journal.load_open(visit), mandate)
        state = state_on(given, self._clock.today())
        if state is not MandateState.DRAWN or given.mandate.form is MandateForm.REGISTER:
            raise BadMandate(kind="not_to_sign", state=state)
        return given

    def _signed(self, visit: VisitId, given: GivenMandate, signing: Signing) -> GivenMandate:
        signed = MandateSigned(given.mandate.id, signing)
        return self._journal.record(visit, signed).mandates[given.mandate.id]


class CheckRegister:
    """Looks a mandate up in the national register, now, or writes down what somebody saw there."""

    def __init__(self, giving: Giving, duty: Duty) -> None:
        self._giving = giving
        self._duty = duty

    def __call__(self, visit: VisitId, mandate: MandateId, seen: RegisterResult | None = None) -> GivenMandate:
        """Ask the register; ``seen``: what somebody saw there themselves. Raises ``BadMandate``."""
        self._duty.require(Function.ACT_FOR)
        journal = self._giving.journal
        given = mandate_of(journal.load(visit), mandate)
        if given.mandate.form is not MandateForm.REGISTER:
            raise BadMandate(kind="not_in_register")
        told = RegisterChecked(mandate, seen, given.check_by) if seen is not None else None
        told = told or self._giving.looked_up(given.mandate, given.check_by)
        return journal.record(visit, told).mandates[mandate]


def mandate_of(visit: Visit, mandate: MandateId) -> GivenMandate:
    """Return a mandate of a visit; raises ``MandateUnknown``."""
    given = visit.mandates.get(mandate)
    if given is None:
        raise MandateUnknown(mandate=mandate)
    return given


def _other(wish: Wish, visit: Visit) -> bool:
    """Whether the name on the paper is not the one that the birth date belongs to."""
    return bool(wish.giver) and visit.person is not None and wish.giver.strip() != visit.person.name
