"""A visit written down beforehand: for trials, training and torture.

The file is YAML, read as text. Answers are given in the order in which they are written::

    channel: desk                       # desk phone remote outreach letter message
    mode: together                      # together advise act_for
    citizen_language: sv
    accommodations: [large_print]
    errands: [death_of_close_one]
    answers: {deceased.died_on: 2026-11-02, deceased.relation: spouse}
    mandate: {…}                        # with mode act_for: see desk.usecases.mandate_script
    steps:
      estate_inventory: {decision: agreed, reason: …, note: …, off_paper: no, way: mail, why: wish}
    hints: {debt_help_early: taken}     # taken left
    end: plan_given                     # handled plan_given park discard open
    keep: no
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from desk.errands.answers import check_answer
from desk.errands.answers_file import said_in
from desk.errands.bundle import Bundle
from desk.errands.definition import Step
from desk.errands.yaml_text import YamlFault, YList, YMap, YNode, YText, read_yaml
from desk.errors import AnswerRefused, NotYaml, ScriptBroken
from desk.model.facts import FactType, Said, is_unsaid
from desk.model.ids import ErrandId, FactName, HintId, StepId
from desk.model.plan import Decision, HintChoice
from desk.model.visit import Accommodation, HelpMode, Profile, VisitChannel
from desk.model.ways import ChosenWay, WhyOther
from desk.usecases.mandate_script import MandateScript
from desk.usecases.scripts import shaped
from i18n.language import Language

_Choice = TypeVar("_Choice", bound=StrEnum)
_KEYS = (
    "channel",
    "mode",
    "citizen_language",
    "accommodations",
    "errands",
    "answers",
    "mandate",
    "steps",
    "hints",
    "end",
    "keep",
)
_STEP_KEYS = ("decision", "reason", "note", "off_paper", "way", "why")


class Ending(StrEnum):
    """How a script ends."""

    HANDLED = "handled"
    PLAN_GIVEN = "plan_given"
    PARK = "park"
    DISCARD = "discard"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ScriptedStep:
    """What is decided and noted of one step, and the way that is chosen for it."""

    step: StepId
    decision: Decision | None
    reason: str
    note: str
    off_paper: bool
    way: ChosenWay | None = None


@dataclass(frozen=True, slots=True)
class VisitScript:
    """One whole visit."""

    channel: VisitChannel
    profile: Profile
    errands: tuple[ErrandId, ...]
    answers: tuple[tuple[FactName, Said], ...]
    steps: tuple[ScriptedStep, ...]
    hints: tuple[tuple[HintId, HintChoice], ...]
    end: Ending
    keep: bool
    mandate: MandateScript | None = None
    """Given and acted under before the steps are decided."""


def read_script(file: str, content: bytes, bundle: Bundle, as_of: date) -> VisitScript:
    """Read and check a script whole before anything of it is run; raises ``ScriptBroken`` or ``NotYaml``."""
    try:
        node = read_yaml(file, content)
    except YamlFault as fault:
        raise NotYaml(path=fault.diagnostic.place, reason=fault.diagnostic.message) from None
    return _Reader(bundle, as_of).script(node)


class _Reader:
    """Reads one script against the content it will be run with."""

    def __init__(self, bundle: Bundle, as_of: date) -> None:
        self._bundle = bundle
        self._as_of = as_of

    def script(self, node: YNode) -> VisitScript:
        entries = _map(node, "a visit script", _KEYS)
        accommodations = [_choice(item, Accommodation, None) for item in _items(entries.get("accommodations"))]
        profile = Profile(
            mode=_choice(entries.get("mode"), HelpMode, HelpMode.TOGETHER),
            citizen_language=_choice(entries.get("citizen_language"), Language, Language.FI),
            accommodations=frozenset(accommodations),
        )
        steps = tuple(self._steps(entries.get("steps"), profile.mode))
        return VisitScript(
            channel=_choice(entries.get("channel"), VisitChannel, VisitChannel.DESK),
            profile=profile,
            errands=tuple(self._errand(item) for item in _items(entries.get("errands"))),
            answers=tuple(self._answers(entries.get("answers"))),
            steps=steps,
            hints=tuple(self._hints(entries.get("hints"))),
            end=_choice(entries.get("end"), Ending, Ending.OPEN),
            keep=_text(entries.get("keep")) == "yes",
            mandate=self._mandate(entries.get("mandate")),
        )

    def _errand(self, node: YNode) -> ErrandId:
        name = _text(node)
        if name not in self._bundle.errands:
            raise ScriptBroken(path=node.place, reason=f"there is no errand {name}")
        return ErrandId(name)

    def _answers(self, node: YNode | None) -> list[tuple[FactName, Said]]:
        answers = []
        for name, written in _map(node, "answers", None).items() if node else ():
            fact = self._bundle.definitions.facts.get(name)
            said = said_in(written)
            if fact is None or said is None:
                why = f"there is no fact {name}" if fact is None else f"{name} has no value"
                raise ScriptBroken(path=written.place, reason=why)
            if fact.type is FactType.CHOICES and isinstance(said, str) and not is_unsaid(said):
                said = (said,)
            try:
                check_answer(fact, said, self._as_of)
            except AnswerRefused as refused:
                why = f"{name} cannot be answered so: {refused.details['why']}"
                raise ScriptBroken(path=written.place, reason=why) from None
            answers.append((FactName(name), said))
        return answers

    def _steps(self, node: YNode | None, mode: HelpMode) -> list[ScriptedStep]:
        known = self._bundle.definitions.steps()
        steps = []
        for name, written in _map(node, "steps", None).items() if node else ():
            if name not in known:
                raise ScriptBroken(path=written.place, reason=f"there is no step {name}")
            entries = {"decision": written} if isinstance(written, YText) else _map(written, name, _STEP_KEYS)
            decision = entries.get("decision")
            if mode is HelpMode.ADVISE and _text(decision) == Decision.HANDLED:
                raise ScriptBroken(path=written.place, reason=f"{name} cannot be handled in a visit with mode advise")
            steps.append(
                ScriptedStep(
                    step=StepId(name),
                    decision=_choice(decision, Decision, None) if decision else None,
                    reason=_text(entries.get("reason")),
                    note=_text(entries.get("note")),
                    off_paper=_text(entries.get("off_paper")) == "yes",
                    way=_way(known[name], entries.get("way"), entries.get("why")),
                )
            )
        return steps

    def _mandate(self, node: YNode | None) -> MandateScript | None:
        if node is None:
            return None
        script = shaped(node, MandateScript)
        for act in script.acts:
            if act.step not in self._bundle.definitions.steps():
                raise ScriptBroken(path=node.place, reason=f"there is no step {act.step}")
        return script

    def _hints(self, node: YNode | None) -> Iterator[tuple[HintId, HintChoice]]:
        for name, written in _map(node, "hints", None).items() if node else ():
            if name not in self._bundle.definitions.hints:
                raise ScriptBroken(path=written.place, reason=f"there is no hint {name}")
            yield HintId(name), _choice(written, HintChoice, None)


def _way(step: Step, written: YNode | None, why: YNode | None) -> ChosenWay | None:
    if written is None:
        return None
    way, ways = _text(written), [channel.id for channel in step.channels]
    if way not in ways:
        raise ScriptBroken(path=written.place, reason=f"{step.id} has no way {way}, but {', '.join(ways)}")
    return ChosenWay(way, _choice(why, WhyOther, WhyOther.WISH))


def _map(node: YNode, what: str, keys: tuple[str, ...] | None) -> Mapping[str, YNode]:
    if not isinstance(node, YMap):
        raise ScriptBroken(path=node.place, reason=f"{what} must be a list of key: value")
    for key, written in node.keys.items():
        if keys is not None and key not in keys:
            raise ScriptBroken(path=written.place, reason=f"{key} is not known here; known are {', '.join(keys)}")
    return node.entries


def _items(node: YNode | None) -> tuple[YNode, ...]:
    if node is None:
        return ()
    return node.items if isinstance(node, YList) else (node,)


def _text(node: YNode | None) -> str:
    if node is None:
        return ""
    if not isinstance(node, YText):
        raise ScriptBroken(path=node.place, reason="a word should stand here")
    return node.text


def _choice(node: YNode | None, kind: type[_Choice], default: _Choice | None) -> _Choice:
    text = _text(node)
    if not text and default is not None:
        return default
    try:
        return kind(text)
    except ValueError:
        place = node.place if node else ""
        raise ScriptBroken(path=place, reason=f"“{text}” is none of {', '.join(kind)}") from None
