"""What each mode of help allows: in one place for the use cases, the screens and the papers.

*Advise*: the citizen does everything, so nothing is handled here. *Together*: the citizen acts, with the clerk beside.
*Act for*: the clerk acts, and a step is handled only by an act under a mandate.
"""

from __future__ import annotations

from dataclasses import dataclass

from desk.errors import ModeForbids
from desk.model.ids import StepId
from desk.model.plan import Decision
from desk.model.role import Function
from desk.model.visit import HelpMode, Profile, Visit, VisitChannel
from desk.ports import Casebook
from desk.usecases.duty import Duty

_NOT_HANDLED = frozenset(Decision) - {Decision.HANDLED}
_SIDE_BY_SIDE = (VisitChannel.DESK, VisitChannel.OUTREACH)
_SETTING = "help.mode"


@dataclass(frozen=True, slots=True)
class May:
    """What may be done about a step of a visit."""

    decisions: frozenset[Decision]
    by_act: bool = False
    """It is handled by an act under a mandate, and in no other way."""


ANYTHING = May(frozenset(Decision))


def what_may(visit: Visit, step: StepId) -> May:
    """Tell what may be done about a step, as the visit stands. What was decided before stays as it was."""
    if _stands(visit, step) or any(act.step == step for act in visit.acts):
        return ANYTHING
    match visit.profile.mode:
        case HelpMode.TOGETHER:
            return ANYTHING
        case HelpMode.ACT_FOR:
            return May(_NOT_HANDLED, by_act=True)
        case HelpMode.ADVISE:
            return May(_NOT_HANDLED)


def require(visit: Visit, step: StepId, decision: Decision | None) -> None:
    """Raise ``ModeForbids`` for a decision that the mode of help does not allow."""
    if decision is not None and decision not in what_may(visit, step).decisions:
        raise ModeForbids(kind=visit.profile.mode, number=visit.number)


def is_side_by_side(visit: Visit) -> bool:
    """Tell whether the citizen sits beside the clerk and does things with them."""
    return visit.profile.mode is HelpMode.TOGETHER and visit.channel in _SIDE_BY_SIDE


def is_done_here(visit: Visit) -> bool:
    """Tell whether steps can be done at this desk now: together with the citizen, or for them, however they meet."""
    return is_side_by_side(visit) or visit.profile.mode is HelpMode.ACT_FOR


def _stands(visit: Visit, step: StepId) -> bool:
    state = visit.steps.get(step)
    return state is not None and state.decision is Decision.HANDLED


class HelpDefaults:
    """Which mode a new visit begins with: as it was chosen last in the same role."""

    def __init__(self, casebook: Casebook, duty: Duty) -> None:
        self._casebook = casebook
        self._duty = duty

    def mode(self) -> HelpMode:
        """Return the mode that is offered first. Never *act for*: that is chosen anew for each citizen."""
        told = self._casebook.setting(self._name)
        return HelpMode.ADVISE if told == HelpMode.ADVISE else HelpMode.TOGETHER

    def remember(self, mode: HelpMode) -> None:
        """Begin with this mode from now on."""
        if mode is not HelpMode.ACT_FOR and mode is not self.mode():
            self._casebook.set_setting(self._name, mode.value)

    @property
    def modes(self) -> tuple[HelpMode, ...]:
        """The modes that the one at the desk may help in."""
        return tuple(each for each in HelpMode if each is not HelpMode.ACT_FOR or self._duty.may(Function.ACT_FOR))

    def require(self, profile: Profile) -> None:
        """Raise ``NotYourRole`` for a mode that the one at the desk may not help in."""
        self._duty.require(Function.HELP)
        if profile.mode is HelpMode.ACT_FOR:
            self._duty.require(Function.ACT_FOR)

    @property
    def _name(self) -> str:
        return f"{_SETTING}.{self._duty.role}" if self._duty.role is not None else _SETTING
