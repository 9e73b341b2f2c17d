"""Reads answers as text from YAML, for the command line, scripts and examples."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desk.errands.answers import check_answer
from desk.errands.definition import Fact
from desk.errands.diagnostics import did_you_mean
from desk.errands.yaml_text import YamlFault, YList, YMap, YNode, YText, read_yaml
from desk.errors import AnswerRefused, AnswersBroken, NotYaml
from desk.model.facts import Answers, FactType, Said, is_unsaid
from desk.model.ids import FactName


def said_in(node: YNode) -> Said | None:
    """An answer as a YAML node holds it, or ``None`` when it is none."""
    if isinstance(node, YText):
        return node.text.strip() or None
    if isinstance(node, YList) and all(isinstance(item, YText) for item in node.items):
        return tuple(sorted({item.text for item in node.items if isinstance(item, YText)}))
    return None


def read_answers(file: str, content: bytes, facts: Mapping[str, Fact], as_of: date) -> Answers:
    """Read an answers file: a mapping of fact name to value. Every answer is checked against its fact."""
    try:
        node = read_yaml(file, content)
    except YamlFault as fault:
        raise NotYaml(path=fault.diagnostic.place, reason=fault.diagnostic.message) from None
    if not isinstance(node, YMap):
        raise AnswersBroken(path=node.place, reason="the file is no mapping of fact names to answers")
    answers: dict[FactName, Said] = {}
    for name, written in node.entries.items():
        fact = facts.get(name)
        if fact is None:
            raise AnswersBroken(
                path=node.keys[name].place, reason=f"there is no fact {name}; {did_you_mean(name, facts)}"
            )
        said = said_in(written)
        if said is None:
            raise AnswersBroken(path=written.place, reason=f"{name} has no value")
        answers[FactName(name)] = _normal(fact, said)
        try:
            check_answer(fact, answers[FactName(name)], as_of)
        except AnswerRefused as refused:
            why = refused.details["why"]
            raise AnswersBroken(path=written.place, reason=f"{name} cannot be {_shown(said)}: {why}") from None
    return answers


def _normal(fact: Fact, said: Said) -> Said:
    """A single option of a *choices* fact is a list of one."""
    return (said,) if fact.type is FactType.CHOICES and isinstance(said, str) and not is_unsaid(said) else said


def _shown(said: Said) -> str:
    return said if isinstance(said, str) else f"[{', '.join(said)}]"
