"""Checks what a set of definitions must have to serve everyone: ways without e-ID, one section for each fact,
parameters that are used, services that exist, enough examples."""

from __future__ import annotations

import re

from desk.errands.check_starter import places_in_starter
from desk.errands.definition import Channel, Errand, Step, Text
from desk.errands.dependencies import PROFILE, expressions_of, facts_behind, facts_of, facts_of_hint, parameters_behind
from desk.errands.diagnostics import did_you_mean
from desk.errands.fields import Report
from desk.errands.loader import Files, Loaded, place_of
from desk.errands.nodes import parameters_in
from desk.errands.placeholders import places_in
from desk.model.path import Mode, Need

FEWEST_CASES = 10
"""Examples that each errand should have."""

_OUT_OF_REACH = {Need.E_ID, Need.DEVICE}
_SERVICE_ID = re.compile(rb'"(tiski-[a-z0-9-]+)"')
_OWN_PREFIX = "tiski-"


class ContentCheck:
    """The checks that look at one errand, and at what is used by none."""

    def __init__(self, loaded: Loaded, files: Files, report: Report) -> None:
        self._loaded = loaded
        self._content = loaded.definitions
        self._services = _services(files)
        self._in_catalogue = places_in_starter(files)
        self._report = report

    def run(self) -> None:
        """Report everything that depends on no day."""
        for errand in self._content.errands.values():
            self._check_sections(errand)
            for step in errand.steps:
                self._check_step(step)
            if errand.cases < FEWEST_CASES:
                self._report.warn(
                    place_of(errand.at),
                    "W612",
                    f"{errand.id} has {errand.cases} examples",
                    f"write at least {FEWEST_CASES}",
                )
        self._check_unused()

    # ── steps ────────────────────────────────────────────────────────────────────────────────────

    def _check_step(self, step: Step) -> None:
        if step.mode is not Mode.AUTOMATIC:
            self._check_doable(step)
        if (
            step.service
            and step.service.startswith(_OWN_PREFIX)
            and self._services
            and step.service not in self._services
        ):
            self._report.error(
                place_of(step.at),
                "E609",
                f"the starter catalogue has no service {step.service}",
                did_you_mean(step.service, self._services),
            )

    def _check_doable(self, step: Step) -> None:
        doable = [channel for channel in step.channels if is_for_everyone(channel)]
        if not doable:
            self._report.error(
                place_of(step.at),
                "E601",
                f"{step.id} has no way for a person without e-ID and device",
                "add a phone, visit, paper or mail channel",
            )
        elif all(channel.when is not None for channel in doable):
            self._report.warn(
                place_of(step.at),
                "W601",
                f"{step.id} has a way without e-ID and device only under a condition",
                "add one without when:",
            )

    # ── sections ─────────────────────────────────────────────────────────────────────────────────

    def _check_sections(self, errand: Errand) -> None:
        facts = self._content.facts
        used = facts_of(errand, facts)
        where: dict[str, int] = {}
        for index, section in enumerate(errand.sections):
            if not section.facts:
                self._report.warn(place_of(section.at), "W604", f"the section {section.id} asks nothing", "remove it")
            for name in section.facts:
                if name in where:
                    self._report.error(place_of(section.at), "E603", f"{name} stands in two sections", "keep one")
                where[name] = index
                if name in facts and name not in used and name not in PROFILE.values():
                    self._report.warn(
                        place_of(section.at),
                        "W604",
                        f"{name} is in {section.id} and no step of {errand.id} needs it",
                        "remove it, or use it",
                    )
        for name in sorted(used):
            if facts[name].is_asked and name not in where:
                self._report.error(
                    place_of(errand.at), "E602", f"{name} is in no section of {errand.id}", "put it in one"
                )
        self._check_section_order(errand, where)

    def _check_section_order(self, errand: Errand, where: dict[str, int]) -> None:
        facts = self._content.facts
        for name, index in where.items():
            for other in facts_behind(facts[name]) if name in facts else ():
                if other in where and where[other] > index:
                    later = errand.sections[where[other]].id
                    self._report.warn(
                        place_of(errand.sections[index].at),
                        "W613",
                        f"{name} waits for {other}, which is asked later, in {later}",
                        "move one of them",
                    )

    # ── what nobody uses ─────────────────────────────────────────────────────────────────────────

    def _check_unused(self) -> None:
        facts = self._content.facts
        used = {name for errand in self._content.errands.values() for name in facts_of(errand, facts)}
        used |= {name for hint in self._content.hints.values() for name in facts_of_hint(hint, facts)}
        for name in sorted(facts.keys() - used - self._named_in_texts() - set(PROFILE.values())):
            self._report.warn(place_of(facts[name].at), "W605", f"no step needs the fact {name}", "use it or remove it")
        for name in sorted(self._content.parameters.keys() - self._used_parameters()):
            parameter = self._content.parameters[name]
            if parameter.for_program:
                continue
            self._report.warn(
                place_of(parameter.at), "W606", f"nothing uses the parameter {name}", "use it or remove it"
            )

    def _named_in_texts(self) -> set[str]:
        texts = [text for words in self._loaded.words.words.values() for text in words.values()]
        return {name for text in texts for name in _places(text)}

    def _used_parameters(self) -> set[str]:
        used = self._named_in_texts() | self._in_catalogue
        for agency in self._content.agencies.values():
            used |= {name for name in (agency.phone, agency.url, agency.address) if name}
        for step in self._content.steps().values():
            used |= {step.fee} if step.fee else set()
            used |= {name for channel in step.channels for name in channel.parameters}
            used |= {name for rule in expressions_of(step) for name in parameters_in(rule.rule)}
        for hint in self._content.hints.values():
            used |= {name for name in (hint.phone, hint.url) if name} | parameters_in(hint.when.rule)
            used |= parameters_in(hint.on.worth) if hint.on and hint.on.worth else set()
        for fact in self._content.facts.values():
            used |= parameters_behind(fact)
        return used


def is_for_everyone(channel: Channel) -> bool:
    """Tell whether a way is open to a person without e-ID and device."""
    return _OUT_OF_REACH.isdisjoint(channel.needs)


def _places(text: Text) -> tuple[str, ...]:
    return places_in(text if isinstance(text, str) else " ".join(text))


def _services(files: Files) -> frozenset[str]:
    """Every id of our own namespace that stands in the starter catalogue."""
    catalogue = [content for path, content in files.items() if path.startswith("starter_catalogue/")]
    return frozenset(found.decode() for content in catalogue for found in _SERVICE_ID.findall(content))
