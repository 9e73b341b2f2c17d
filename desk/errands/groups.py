"""The persons of a household: a repeated group (*child*) is written once and stands for each of its members.

What is written of ``child.age`` becomes ``child_1.age``, ``child_2.age`` … up to the most that there may be. A member's
questions make sense while there are so many; what lies behind the last one is not applicable. So everything that
holds for facts and steps holds for members too, and nothing else has to know of groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.errands import syntax
from desk.errands.members import Group, Groups
from desk.errands.yaml_text import YList, YMap, YNode, YText

MOST_MEMBERS = 12
_WRITTEN_IN_THE_LANGUAGE = (
    "fact",
    "ask_when",
    "value",
    "applies",
    "when",
    "base",
    "columns",
    "rows",
    "otherwise",
    "renamed_from",
)
"""The keys under which names of facts stand."""


def member_of(node: YNode, group: Group, number: int) -> YNode:
    """What was written of any member, written of one; places stay."""
    role = re.compile(rf"(?<![\w.]){group.role}\.(?=[a-z])")

    def one(inner: YNode, *, names: bool) -> YNode:
        match inner:
            case YText(text, place, exact) if names:
                named = role.sub(f"{group.member(number)}.", text)
                return YText(named, place, exact and named == text)
            case YList(items, place):
                return YList(tuple(one(item, names=names) for item in items), place)
            case YMap(entries, keys, place):
                made = {key: one(value, names=key in _WRITTEN_IN_THE_LANGUAGE) for key, value in entries.items()}
                return YMap(made, keys, place)
        return inner

    return one(node, names=False)


def only_when_there(node: YNode, key: str, group: Group, number: int) -> YNode:
    """The fact or step with its rule narrowed: there must be so many members."""
    if not isinstance(node, YMap):
        return node
    written = node.entries.get(key)
    there = group.is_there(number)
    if isinstance(written, YText) and written.text.strip() != "always":
        rule = YText(f"{there} and ({written.text})", written.place, exact=False)
    else:
        rule = YText(there, written.place if written is not None else node.place, exact=False)
    keys = {**node.keys, key: node.keys.get(key, YText(key, node.place, exact=False))}
    return YMap({**node.entries, key: rule}, keys, node.place)


def renamed(written: syntax.Written, group: Group, number: int) -> syntax.Written:
    """An expression of any member, as one of one member."""
    match written:
        case syntax.Word(text, at):
            return syntax.Word(group.named(text, number), at)
        case syntax.ListOf(items, at):
            return syntax.ListOf(tuple(renamed(item, group, number) for item in items), at)
        case syntax.CallOf(name, arguments, at):
            return syntax.CallOf(name, tuple(renamed(each, group, number) for each in arguments), at)
        case syntax.Negation(sign, part, at):
            return syntax.Negation(sign, renamed(part, group, number), at)
        case syntax.Pair(sign, left, right, at):
            return syntax.Pair(sign, renamed(left, group, number), renamed(right, group, number), at)
    return written


def names_of_members(names: tuple[str, ...], groups: Groups) -> tuple[str, ...]:
    """Names of facts with each run of a group's facts written out: all of the first member, then of the next."""
    return tuple(_written_out(list(names), groups))


def _written_out(names: list[str], groups: Groups) -> Iterator[str]:
    place = 0
    while place < len(names):
        group = groups.get(names[place].partition(".")[0])
        end = place + 1
        if group is None:
            yield names[place]
        else:
            while end < len(names) and names[end].partition(".")[0] == group.role:
                end += 1
            for number in group.members:
                yield from (group.named(name, number) for name in names[place:end])
        place = end
