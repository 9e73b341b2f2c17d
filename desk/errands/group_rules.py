"""What is said of the members of a group, as rules: of any, of all, of how many. Only members that are there count."""

from __future__ import annotations

from collections.abc import Callable

from desk.errands import nodes, syntax
from desk.errands.groups import renamed
from desk.errands.members import Group

RuleOf = Callable[[syntax.Written], nodes.Rule]


def of_any(group: Group, said: syntax.Written, rule: RuleOf) -> nodes.Rule:
    """It holds of one that is there."""
    return nodes.Or(_of_each(group, said, rule))


def of_all(group: Group, said: syntax.Written, rule: RuleOf) -> nodes.Rule:
    """It holds of each that is there; of none, where nobody is, it is true."""
    return nodes.And(
        tuple(
            nodes.Or((nodes.Not(_is_there(group, number)), rule(renamed(said, group, number))))
            for number in group.members
        )
    )


def of_how_many(group: Group, said: syntax.Written, rule: RuleOf) -> nodes.HowMany:
    """The number of those that are there of whom it holds."""
    return nodes.HowMany(_of_each(group, said, rule))


def _of_each(group: Group, said: syntax.Written, rule: RuleOf) -> tuple[nodes.Rule, ...]:
    return tuple(nodes.And((_is_there(group, number), rule(renamed(said, group, number)))) for number in group.members)


def _is_there(group: Group, number: int) -> nodes.Rule:
    return nodes.Compare(">=", nodes.FactValue(group.counted_by), nodes.Whole(number))
