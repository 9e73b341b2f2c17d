"""Writes a rule as its author would, for explanations and graphs."""

from __future__ import annotations

from desk.errands import nodes
from desk.errands.table_rules import in_plain_rules

_LOOSE, _AND, _NOT = 1, 2, 3
"""How tightly each joins: a part that joins less tightly than what stands round it gets brackets."""


def text_of(rule: nodes.Rule) -> str:
    """The rule in the errand language."""
    return _rule(rule, 0)


def _rule(rule: nodes.Rule, around: int) -> str:
    match rule:
        case nodes.Truth(value):
            return "always" if value else "never"
        case nodes.Holds(fact):
            return fact
        case nodes.Not(part):
            return _negated(part)
        case nodes.And(parts):
            return _bracketed(" and ".join(_rule(part, _AND) for part in parts), around > _AND)
        case nodes.Or(parts):
            return _bracketed(" or ".join(_rule(part, _AND) for part in parts), around > _LOOSE)
        case nodes.Decided():
            return _rule(in_plain_rules(rule), around)
    return _leaf(rule)


def _negated(part: nodes.Rule) -> str:
    if isinstance(part, nodes.Among):
        return _among(part, "not in")
    if isinstance(part, nodes.Chosen) and len(part.options) == 1:
        return f"{part.options[0]} not in {part.fact}"
    return f"not {_rule(part, _NOT)}"


def _bracketed(text: str, needed: bool) -> str:
    return f"({text})" if needed else text


def _leaf(rule: nodes.Compare | nodes.Among | nodes.Chosen | nodes.Asked) -> str:
    match rule:
        case nodes.Compare(sign, left, right):
            return f"{_worth(left)} {sign} {_worth(right)}"
        case nodes.Among():
            return _among(rule, "in")
        case nodes.Chosen(fact, options, every):
            if len(options) == 1:
                return f"{options[0]} in {fact}"
            return f"{'all_of' if every else 'any_of'}({fact}, [{', '.join(options)}])"
        case nodes.Asked(what, fact):
            return f"{what}({fact})"


def _among(rule: nodes.Among, sign: str) -> str:
    return f"{_worth(rule.value)} {sign} [{', '.join(_worth(item) for item in rule.items)}]"


def _worth(worth: nodes.Worth) -> str:
    match worth:
        case nodes.Day(value):
            return f"date({value.isoformat()})"
        case nodes.Whole(value) | nodes.Euros(value) | nodes.Option(value) | nodes.FactValue(value):
            return str(value)
        case nodes.Today():
            return "today()"
        case nodes.ParameterValue(name):
            return f"param({name})"
        case nodes.Sum(left, right, minus):
            return f"{_worth(left)} {'-' if minus else '+'} {_worth(right)}"
        case nodes.HowMany() | nodes.Picked() | nodes.Collected():
            return _of_rules(worth)
        case nodes.Call(function, arguments):
            return f"{function}({', '.join(_worth(argument) for argument in arguments)})"


def _of_rules(worth: nodes.HowMany | nodes.Picked | nodes.Collected) -> str:
    if isinstance(worth, nodes.HowMany):
        return f"count({', '.join(_rule(part, 0) for part in worth.parts)})"
    return f"table({', '.join(sorted(nodes.facts_in(worth)))})"
