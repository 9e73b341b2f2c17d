"""The mandates of a visit as a screen or a command shows them: each line, how it stands, and what was done under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk.model.ids import ErrandId, MandateId, StepId, VisitId
from desk.model.mandate import Act, CapacityAnswer, DataKind, GivenMandate, MandateForm, ScopeLine
from desk.model.mandate_code import written_code
from desk.model.mandate_state import MandateState, state_on
from desk.model.visit import HelpMode, Visit
from desk.ports import Clock
from desk.usecases.mandate_scope import MandateScopes
from desk.usecases.visit_journal import VisitJournal
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line; ``number`` from 1, as on the paper."""

    number: int
    errand: str
    agency: str
    line: ScopeLine
    withdrawn: datetime | None


@dataclass(frozen=True, slots=True)
class ShownMandate:
    """One mandate and how it stands today."""

    given: GivenMandate
    code: str
    """As it is printed."""
    state: MandateState
    days_left: int
    """Until its last day; 0 on that day, less when it is over."""
    lines: tuple[ShownLine, ...]
    acts: int
    """How many acts were done under it."""

    @property
    def id(self) -> MandateId:
        """Return its id."""
        return self.given.mandate.id

    @property
    def is_weak(self) -> bool:
        """Tell whether nothing but the clerk's word stands behind it: it was spoken, and not signed."""
        return self.given.mandate.form is MandateForm.SPOKEN

    @property
    def waits_for_signature(self) -> bool:
        """Tell whether it can still be signed or read back."""
        return self.state is MandateState.DRAWN and self.given.mandate.form is not MandateForm.REGISTER


@dataclass(frozen=True, slots=True)
class ShownAct:
    """Something that was done in the citizen's name."""

    at: datetime
    step: StepId
    title: str
    agency: str
    kinds: frozenset[DataKind]
    reference: str
    code: str
    line: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class MandatesView:
    """All of a visit that is about mandates, the newest mandate first."""

    number: int
    can_act: bool
    """The mode of help is *act for*."""
    capacity: CapacityAnswer | None
    """``None``: to be gone through before the next mandate."""
    reason: str
    mandates: tuple[ShownMandate, ...]
    acts: tuple[ShownAct, ...]


class ShowMandates:
    """Looks, and changes nothing."""

    def __init__(self, journal: VisitJournal, scopes: MandateScopes, clock: Clock) -> None:
        self._journal = journal
        self._scopes = scopes
        self._clock = clock

    def __call__(self, visit: VisitId, language: Language) -> MandatesView:
        """Return the mandates and acts of a visit, errands and agencies by their names in a language."""
        state = self._journal.load(visit)
        closed = self._scopes.closed(state) if not state.erased else frozenset()
        given = sorted(state.mandates.values(), key=lambda each: each.mandate.id, reverse=True)
        return MandatesView(
            number=state.number,
            can_act=state.profile.mode is HelpMode.ACT_FOR,
            capacity=state.capacity,
            reason=state.capacity_reason,
            mandates=tuple(self._shown(state, each, closed, language) for each in given),
            acts=tuple(_act(state, act, language) for act in state.acts),
        )

    def _shown(
        self, visit: Visit, given: GivenMandate, closed: frozenset[ErrandId], language: Language
    ) -> ShownMandate:
        mandate, today = given.mandate, self._clock.today()
        return ShownMandate(
            given=given,
            code=written_code(mandate.code),
            state=state_on(given, today, closed),
            days_left=_days(today, mandate.last_day),
            lines=tuple(
                ShownLine(
                    number=at + 1,
                    errand=_named(mandate.names_of(at).errand, language),
                    agency=_named(mandate.names_of(at).agency, language),
                    line=line,
                    withdrawn=given.withdrawn.get(at),
                )
                for at, line in enumerate(mandate.lines)
            ),
            acts=sum(act.mandate == mandate.id for act in visit.acts),
        )


def _act(visit: Visit, act: Act, language: Language) -> ShownAct:
    mandate = visit.mandates[act.mandate].mandate
    return ShownAct(
        at=act.at,
        step=act.step,
        title=_named(act.titles, language) or act.step,
        agency=_named(mandate.names_of(act.line).agency, language),
        kinds=act.kinds,
        reference=act.reference,
        code=written_code(mandate.code),
        line=act.line + 1,
    )


def _named(names: dict[Language, str], language: Language) -> str:
    """The name in a language, else in the first that it was kept in."""
    return names.get(language) or next(iter(names.values()), "")


def _days(today: date, day: date) -> int:
    return (day - today).days
