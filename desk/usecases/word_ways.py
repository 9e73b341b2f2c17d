"""The ways to do a step in words: which suits best and why, which was chosen, and what each costs and takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desk.errands.dependencies import PROFILE
from desk.errands.wording import Wording
from desk.model.ids import ParameterName
from desk.model.path import ChannelKind, Fee, Figure, PathStep, StepChannel
from desk.model.plan import PlanChannel, PlanFee, PlanFigure
from desk.model.visit import Accommodation, StepState, Visit
from desk.model.ways import Able, Way, weighed
from desk.usecases.modes import is_side_by_side
from desk.usecases.visit_path import answers_of
from i18n.language import Language

_SERVED_IN = frozenset({Language.FI, Language.SV, Language.EN, Language.SE})
"""Languages in which authorities serve, or must: nobody who speaks one of them needs an interpreter for that alone."""
_NOTHING = ("none", "no")


def able_of(visit: Visit) -> Able:
    """What the answers and the profile of a visit say that the citizen can and cannot do."""
    answers, profile = answers_of(visit), visit.profile
    interpreter = Accommodation.INTERPRETER in profile.accommodations or profile.citizen_language not in _SERVED_IN
    facts: Mapping[str, object] = {str(fact): said for fact, said in answers.items()}
    return Able(
        lacks=frozenset(need for need, fact in PROFILE.items() if facts.get(fact) in _NOTHING),
        hard_to_come=Accommodation.HARD_TO_COME in profile.accommodations,
        hard_of_hearing=Accommodation.HARD_OF_HEARING in profile.accommodations,
        needs_interpreter=interpreter,
    )


class WayWords:
    """Puts the ways of the steps of one visit into words."""

    def __init__(self, wording: Wording, visit: Visit) -> None:
        self._wording = wording
        self._able = able_of(visit)
        self._together = is_side_by_side(visit)

    def ways(self, step: PathStep, state: StepState) -> tuple[PlanChannel, ...]:
        """The ways, what was chosen first, then what suits best."""
        found = weighed(step.channels, self._able, here=self._together and step.at_desk)
        wanted = state.way.channel if state.way is not None else ""
        made = [self._way(step, way, chosen=way.channel.id == wanted) for way in found]
        return tuple(sorted(made, key=lambda channel: not channel.chosen))

    def fee(self, fee: Fee | None) -> PlanFee | None:
        """A price in words; one whose amount is not known is none."""
        if fee is None or fee.amount is None:
            return None
        wording, source = self._wording, fee.source
        free = not fee.amount
        text = wording.free_of_charge() if free else wording.price(fee.parameter, fee.amount)
        return PlanFee(text, source.verified, free, fee.amount, source.where, source.checked)

    def _way(self, step: PathStep, way: Way, *, chosen: bool) -> PlanChannel:
        own, channel = self._wording.agency_definition(step.agency), way.channel
        contact = self._wording.contact
        return PlanChannel(
            kind=channel.kind,
            text=self._wording.step_channel(step.id, channel.id),
            recommended=way.is_recommended,
            usable=channel.usable,
            phone=contact(channel.phone or _of_kind(channel, ChannelKind.PHONE, own.phone if own else None)),
            url=contact(channel.url or _of_kind(channel, ChannelKind.E_SERVICE, own.url if own else None)),
            address=contact(channel.address or _of_kind(channel, ChannelKind.MAIL, own.address if own else None)),
            form=contact(channel.form),
            id=channel.id,
            suits=way.suits,
            barriers=way.barriers,
            chosen=chosen,
            fee=self.fee(channel.fee),
            minutes=self._figure(channel.minutes, self._wording.minutes),
            wait=self._figure(channel.wait, self._wording.days),
        )

    def _figure(self, figure: Figure | None, said: Callable[[int], str]) -> PlanFigure | None:
        if figure is None:
            return None
        source = figure.source
        return PlanFigure(said(figure.number), source.verified, figure.number, source.where, source.checked)


def _of_kind(channel: StepChannel, kind: ChannelKind, parameter: str | None) -> ParameterName | None:
    """The agency's own contact, where the channel is of that kind and names none."""
    return ParameterName(parameter) if parameter and channel.kind is kind else None
