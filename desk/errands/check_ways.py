"""Proves that nobody meets a dead end: for each step, and whatever a citizen lacks, a way is left that can be gone.

Written ways need Finnish or Swedish, unless somebody at a desk writes along; who speaks with people has an interpreter.
What comes by itself has a day on which to look whether it has come.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import combinations

from desk.errands.check_reach import Found, Search, being_true, both, none_true
from desk.errands.compiled import CompiledRule
from desk.errands.definition import Channel, Step
from desk.errands.engine import CompiledStep
from desk.errands.fields import Report
from desk.errands.loader import place_of
from desk.errands.narrowing import ErrandEngines
from desk.model.facts import Said
from desk.model.ids import FactName
from desk.model.path import ChannelKind, Mode, Nature, Need

_WRITTEN = (ChannelKind.E_SERVICE, ChannelKind.SECURE_MESSAGE, ChannelKind.PAPER, ChannelKind.MAIL)
_OWN = "citizen"
"""The agency of what citizens do for themselves: nobody has to understand what they write."""


class Lack(StrEnum):
    """What a citizen may lack."""

    E_ID = "no e-ID"
    DEVICE = "no device"
    FINNISH = "no Finnish"
    COMING = "cannot come"


Lacks = frozenset[Lack]

_ALL = sorted(
    (frozenset(found) for count in range(1, len(Lack) + 1) for found in combinations(Lack, count)),
    key=lambda found: -len(found),
)
_SAID: dict[Lack, tuple[FactName, Said]] = {
    Lack.E_ID: (FactName("citizen.e_id"), "none"),
    Lack.DEVICE: (FactName("citizen.device"), "no"),
}
"""What such a citizen answers."""


def is_way_for(channel: Channel, step: Step, lacks: Lacks) -> bool:
    """Tell whether somebody who lacks this can do the step so."""
    if Lack.E_ID in lacks and Need.E_ID in channel.needs:
        return False
    if Lack.DEVICE in lacks and Need.DEVICE in channel.needs:
        return False
    if Lack.COMING in lacks and channel.kind is ChannelKind.VISIT:
        return False
    helped = step.at_desk or step.mode is Mode.ASSISTED or step.agency == _OWN
    return Lack.FINNISH not in lacks or helped or channel.kind not in _WRITTEN


class WaysCheck:
    """Reports steps that somebody cannot do, and steps that say of their mode what does not go together."""

    def __init__(self, engines: ErrandEngines, report: Report) -> None:
        self._engines = engines
        self._report = report

    def run(self, as_of: date) -> None:
        """Look at every step of every errand on one day."""
        for errand in self._engines.definitions.errands:
            engine = self._engines.of(errand)
            search = Search(engine, as_of)
            for compiled in engine.steps[errand]:
                self._check_mode(compiled.step)
                if compiled.step.mode is not Mode.AUTOMATIC:
                    self._check_ways(compiled, search)

    def _check_mode(self, step: Step) -> None:
        place = place_of(step.at)
        looked_at = any(rule.nature is Nature.CHECK for rule in step.deadlines)
        if step.mode is Mode.AUTOMATIC and not looked_at and not step.no_check:
            missing = f"{step.id} comes by itself, and there is no day on which to look whether it has"
            self._report.error(place, "E652", missing, "a deadline of nature check, or no_check: why there is none")
        if step.no_check and (step.mode is not Mode.AUTOMATIC or looked_at):
            self._report.warn(place, "W653", f"no_check of {step.id} says nothing", "remove it")
        if step.task is not None and (not step.at_desk or step.mode is Mode.AUTOMATIC):
            self._report.warn(place, "W653", f"task of {step.id} says nothing", "add at_desk: yes, or remove it")

    def _check_ways(self, compiled: CompiledStep, search: Search) -> None:
        """From those who lack most to those who lack least: a way for the one is a way for the other."""
        served: list[Lacks] = []
        stuck: dict[Lacks, Found] = {}
        for lacks in _ALL:
            if any(lacks <= other for other in served):
                continue
            rules = list(_conditions(compiled, lacks))
            known = dict(_SAID[lack] for lack in Lack if lack in lacks and lack in _SAID)
            if None in rules:
                served.append(lacks)
            else:
                without_way = both(being_true([compiled.applies]), none_true([rule for rule in rules if rule]))
                if not (found := search.look_among(known, without_way)).is_clear:
                    stuck[lacks] = found
        for lacks, found in stuck.items():
            if not any(other < lacks for other in stuck):
                self._tell(compiled.step, lacks, found)

    def _tell(self, step: Step, lacks: Lacks, found: Found) -> None:
        place, who = place_of(step.at), ", ".join(lack for lack in Lack if lack in lacks)
        if found.example is None:
            self._report.note(place, "N651", f"whether {step.id} has a way for somebody with: {who} is {found}", "")
            return
        wrong = f"{step.id} has no way for somebody with: {who} ({found})"
        self._report.error(place, "E650", wrong, "add a way: a phone call, or help at the desk with a paper")


def _conditions(compiled: CompiledStep, lacks: Lacks) -> Iterator[CompiledRule | None]:
    """When each way that such a citizen can go is there; ``None``: always."""
    for channel, rule in zip(compiled.step.channels, compiled.channels, strict=True):
        if is_way_for(channel, compiled.step, lacks):
            yield rule
