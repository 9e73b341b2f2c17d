"""The ways to do a step, with what each costs and takes on a day: what no answer changes, made once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from desk.errands.definition import Channel, DatedValue, Parameter, Step
from desk.model.ids import DocumentId, ParameterName
from desk.model.path import Fee, Figure, Need, Source, StepChannel

EUROS = "EUR"
FREE = "free"
"""What stands in the place of a parameter where nothing is to be paid."""


class StepChannels:
    """Makes the channels and the fees of steps, and keeps them."""

    def __init__(self, parameters: dict[str, Parameter]) -> None:
        self._parameters = parameters
        self._channels: dict[tuple[str, frozenset[Need], date], tuple[StepChannel, ...]] = {}
        self._fees: dict[tuple[str, date], Fee | None] = {}

    def shown(self, step: Step, chosen: int, lacking: frozenset[Need], as_of: date) -> tuple[StepChannel, ...]:
        """The channels in the author's order, those that the citizen cannot use last."""
        made = self._channels.get((step.id, lacking, as_of))
        if made is None:
            made = tuple(self._channel(step, part, lacking, as_of) for part in step.channels)
            self._channels[step.id, lacking, as_of] = made
        shown = [channel for index, channel in enumerate(made) if chosen >> index & 1]
        if lacking:
            shown.sort(key=lambda channel: not channel.usable)
        return tuple(shown)

    def fee(self, step: Step, as_of: date) -> Fee | None:
        """What the step costs."""
        if (step.id, as_of) not in self._fees:
            self._fees[step.id, as_of] = self._fee(step.fee, step, as_of)
        return self._fees[step.id, as_of]

    def _channel(self, step: Step, channel: Channel, lacking: frozenset[Need], as_of: date) -> StepChannel:
        return StepChannel(
            id=channel.id,
            kind=channel.kind,
            needs=channel.needs,
            phone=_named(channel.phone),
            url=_named(channel.url),
            address=_named(channel.address),
            form=_named(channel.form),
            usable=lacking.isdisjoint(channel.needs),
            fee=self._fee(channel.fee, step, as_of),
            minutes=self._figure(channel.minutes, as_of),
            wait=self._figure(channel.wait, as_of),
        )

    def _fee(self, name: str | None, step: Step, as_of: date) -> Fee | None:
        if name is None:
            return None
        if name == FREE:
            return Fee(Decimal(0), EUROS, None, Source(step.source, step.checked, step.verified))
        dated = self._on(name, as_of)
        if dated is None:
            return Fee(None, EUROS, ParameterName(name), Source("", None, verified=False))
        return Fee(Decimal(dated.value[""]), EUROS, ParameterName(name), _source(dated))

    def _figure(self, name: str | None, as_of: date) -> Figure | None:
        dated = self._on(name, as_of) if name is not None else None
        return Figure(int(dated.value[""]), _source(dated)) if dated is not None else None

    def _on(self, name: str, as_of: date) -> DatedValue | None:
        parameter = self._parameters.get(name)
        return parameter.on(as_of) if parameter is not None else None


def documents_by_way(step: Step) -> tuple[tuple[DocumentId, tuple[str, ...]], ...]:
    """The documents that only some ways need, with these ways."""
    always = {part.id for part in step.documents if not part.ways}
    found: dict[str, tuple[str, ...]] = {}
    for part in step.documents:
        if part.id not in always:
            found[part.id] = (*found.get(part.id, ()), *part.ways)
    return tuple((DocumentId(name), ways) for name, ways in found.items())


def _source(dated: DatedValue) -> Source:
    return Source(dated.source, dated.checked, dated.verified)


def _named(name: str | None) -> ParameterName | None:
    return ParameterName(name) if name else None
