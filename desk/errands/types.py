"""Gives an expression its meaning: names, options and types are checked here, once, when it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desk.errands import nodes, syntax
from desk.errands.diagnostics import ExpressionFault, did_you_mean
from desk.errands.fields import day_in
from desk.errands.functions import (
    ALL_FUNCTIONS,
    OF_OPTIONS,
    SIGNATURES,
    SORT_OF_FACT,
    SORT_OF_PARAMETER,
    TRUE_OR_FALSE,
    Sort,
)
from desk.errands.group_rules import of_all, of_any, of_how_many
from desk.errands.members import Group
from desk.errands.parser import COMPARISONS
from desk.errands.vocabulary import FactShape, Vocabulary
from desk.model.facts import FactType

_NUMBERS = frozenset({Sort.WHOLE, Sort.EUROS, Sort.NUMBER})
_ORDERED = frozenset({Sort.DAY, *_NUMBERS})
_TRUTHS = {"yes": True, "no": False, "always": True, "never": False}
_CODE_LENGTH = 3


@dataclass(frozen=True, slots=True)
class _Typed:
    """A value with what it is; ``options`` are those of the choice it comes from."""

    worth: nodes.Worth
    sort: Sort
    options: tuple[str, ...] = ()
    name: str = ""


def rule_of(text: str, vocabulary: Vocabulary) -> nodes.Rule:
    """Read an expression that is true, false or not applicable."""
    return rule_of_tree(vocabulary.budget.tree_of(text), vocabulary)


def rule_of_tree(written: syntax.Written, vocabulary: Vocabulary) -> nodes.Rule:
    """Give a tree its meaning, as something true, false or not applicable."""
    return _Meaning(vocabulary).rule(written)


def worth_of(text: str, vocabulary: Vocabulary, expected: FactType) -> nodes.Worth:
    """Read an expression that gives a value of the expected type."""
    return worth_of_tree(vocabulary.budget.tree_of(text), vocabulary, expected)


def worth_of_tree(written: syntax.Written, vocabulary: Vocabulary, expected: FactType) -> nodes.Worth:
    """Give a tree its meaning, as a value of the expected type."""
    typed = _Meaning(vocabulary).value(written)
    if not _fits(typed.sort, SORT_OF_FACT[expected]):
        at = syntax.start_of(written)
        raise ExpressionFault("E201", at, f"this gives {typed.sort}, not {SORT_OF_FACT[expected]}", "change the type")
    return typed.worth


def _fits(given: Sort, wanted: Sort) -> bool:
    return given is wanted or (given is Sort.NUMBER and wanted in _NUMBERS)


class _Meaning:
    """The type check of one expression."""

    def __init__(self, vocabulary: Vocabulary, *, is_inside: bool = False) -> None:
        self._names = vocabulary
        self._is_inside = is_inside

    # ── truths ───────────────────────────────────────────────────────────────────────────────────

    def rule(self, written: syntax.Written) -> nodes.Rule:
        match written:
            case syntax.Word(text) if text in _TRUTHS:
                return nodes.Truth(_TRUTHS[text])
            case syntax.Word():
                return self._bare_fact(written)
            case syntax.Negation("not", part):
                return nodes.Not(self.rule(part))
            case syntax.Pair("and" | "or", _, _):
                return self._joined(written)
            case syntax.Pair(sign) if sign in COMPARISONS:
                return self._comparison(written)
            case syntax.CallOf(name) if name in TRUE_OR_FALSE:
                return self._question(written)
        at = syntax.start_of(written)
        sort = self.value(written).sort
        raise ExpressionFault("E202", at, f"this is {sort}, not something true or false", "compare it with something")

    def _question(self, call: syntax.CallOf) -> nodes.Rule:
        if call.name in OF_OPTIONS:
            group = self._group_of(call)
            return self._of_options(call) if group is None else self._of_members(call, group)
        return nodes.Asked(call.name, self._one_fact(call))

    def _joined(self, written: syntax.Pair) -> nodes.Rule:
        parts: list[nodes.Rule] = []
        node: syntax.Written = written
        while isinstance(node, syntax.Pair) and node.sign == written.sign:
            parts.append(self.rule(node.right))
            node = node.left
        parts.append(self.rule(node))
        parts.reverse()
        return nodes.And(tuple(parts)) if written.sign == "and" else nodes.Or(tuple(parts))

    def _bare_fact(self, word: syntax.Word) -> nodes.Rule:
        shape = self._fact(word)
        if shape.type is FactType.YES_NO:
            return nodes.Holds(word.text)
        remedy = f"write {word.text} = …, with one of: {', '.join(shape.options)}" if shape.options else "compare it"
        raise ExpressionFault("E202", word.at, f"{word.text} is {shape.type}, not yes or no", remedy)

    def _comparison(self, written: syntax.Pair) -> nodes.Rule:
        if written.sign in ("in", "not in"):
            inside = self._inside(written.left, written.right, written.at)
            return nodes.Not(inside) if written.sign == "not in" else inside
        for one, other in ((written.left, written.right), (written.right, written.left)):
            if isinstance(one, syntax.Word) and one.text in ("yes", "no"):
                return self._against_truth(written, other, one.text == "yes")
        left, right = self._alike(written.left, written.right)
        self._comparable(written, left, right)
        return nodes.Compare(written.sign, left.worth, right.worth)

    def _against_truth(self, written: syntax.Pair, other: syntax.Written, wanted: bool) -> nodes.Rule:
        if written.sign not in ("=", "!="):
            raise ExpressionFault("E203", written.at, f"yes and no cannot be compared with {written.sign}", "use =")
        rule = self.rule(other)
        return rule if wanted == (written.sign == "=") else nodes.Not(rule)

    def _comparable(self, written: syntax.Pair, left: _Typed, right: _Typed) -> None:
        if not (_fits(left.sort, right.sort) or _fits(right.sort, left.sort)):
            raise ExpressionFault(
                "E203", written.at, f"{left.sort} cannot be compared with {right.sort}", "compare two of the same kind"
            )
        if left.sort is Sort.OPTIONS:
            raise ExpressionFault(
                "E203",
                written.at,
                f"{left.name} holds any number of options",
                "use option in fact, any_of, all_of or count",
            )
        if left.sort is Sort.TRUTH:
            raise ExpressionFault("E203", written.at, "compare a yes_no fact with yes or no", "use and, or, not")
        if written.sign not in ("=", "!=") and left.sort not in _ORDERED:
            raise ExpressionFault(
                "E203", written.at, f"{left.sort} has no order, so {written.sign} makes no sense", "use = or in [a, b]"
            )
        if left.options and right.options and not set(left.options) & set(right.options):
            raise ExpressionFault("E203", written.at, f"{left.name} and {right.name} share no option", "compare others")

    def _alike(self, left: syntax.Written, right: syntax.Written) -> tuple[_Typed, _Typed]:
        """Both sides, where a bare word or code takes its meaning from the other side."""
        if _needs_company(left):
            typed = self.value(right)
            return self._beside(left, typed), typed
        typed = self.value(left)
        return typed, self._beside(right, typed)

    def _beside(self, written: syntax.Written, other: _Typed) -> _Typed:
        """What ``written`` means beside a value: an option of its choice, a municipality's code, or itself."""
        match written:
            case syntax.Word(text, at) if not written.is_fact:
                return _Typed(nodes.Option(self._option(text, at, other)), other.sort)
            case syntax.Number(text, at) if other.sort is Sort.MUNICIPALITY:
                if len(text) != _CODE_LENGTH or not text.isdigit():
                    raise ExpressionFault("E204", at, f"{text} is no municipality code", "three digits, as 091")
                return _Typed(nodes.Option(text), Sort.MUNICIPALITY)
        return self.value(written)

    def _option(self, text: str, at: int, other: _Typed) -> str:
        if other.sort is Sort.OPTION or other.sort is Sort.OPTIONS:
            if text not in other.options:
                raise ExpressionFault(
                    "E204", at, f"{text} is not an option of {other.name}", did_you_mean(text, other.options)
                )
            return text
        raise ExpressionFault(
            "E205",
            at,
            f"{text} means nothing beside {other.sort}",
            "a fact is written role.name; an option stands beside a choice",
        )

    def _inside(self, left: syntax.Written, right: syntax.Written, at: int) -> nodes.Rule:
        if isinstance(right, syntax.ListOf):
            value = self.value(left)
            if value.sort in (Sort.OPTIONS, Sort.TRUTH):
                raise ExpressionFault("E203", at, f"{value.name} is {value.sort}", "use any_of(fact, [a, b])")
            items = tuple(self._beside(item, value) for item in self._listed(right))
            for item, typed in zip(right.items, items, strict=True):
                if not _fits(typed.sort, value.sort):
                    raise ExpressionFault(
                        "E203",
                        syntax.start_of(item),
                        f"{typed.sort} cannot be among {value.sort}",
                        "list the same kind",
                    )
            return nodes.Among(value.worth, tuple(item.worth for item in items))
        chosen = self.value(right)
        if chosen.sort is not Sort.OPTIONS or not isinstance(left, syntax.Word) or left.is_fact:
            raise ExpressionFault(
                "E203",
                at,
                "in needs a list on its right, or an option on its left and a choices fact on its right",
                "write fact in [a, b] or option in fact",
            )
        return nodes.Chosen(chosen.name, (self._option(left.text, left.at, chosen),))

    def _listed(self, written: syntax.ListOf) -> tuple[syntax.Written, ...]:
        if not written.items:
            raise ExpressionFault("E206", written.at, "the list is empty", "name at least one option")
        return written.items

    def _of_options(self, call: syntax.CallOf) -> nodes.Rule:
        self._count_arguments(call, 2)
        fact, listed = call.arguments
        chosen = self.value(fact)
        if chosen.sort is not Sort.OPTIONS or not isinstance(listed, syntax.ListOf):
            raise ExpressionFault(
                "E207", call.at, f"{call.name} takes a choices fact and a list", f"{call.name}(fact, [a, b])"
            )
        options = []
        for item in self._listed(listed):
            if not isinstance(item, syntax.Word) or item.is_fact:
                raise ExpressionFault("E207", syntax.start_of(item), "only options may be listed here", "list options")
            options.append(self._option(item.text, item.at, chosen))
        return nodes.Chosen(chosen.name, tuple(options), every=call.name == "all_of")

    # ── members of a group ───────────────────────────────────────────────────────────────────────

    def _group_of(self, call: syntax.CallOf) -> Group | None:
        first = call.arguments[0] if call.arguments else None
        return self._names.groups.get(first.text) if isinstance(first, syntax.Word) else None

    def _of_members(self, call: syntax.CallOf, group: Group) -> nodes.Rule:
        said = self._said_of(call, group)
        return (of_any if call.name == "any_of" else of_all)(group, said, self._of_member)

    def _how_many(self, call: syntax.CallOf, group: Group) -> _Typed:
        return _Typed(of_how_many(group, self._said_of(call, group), self._of_member), Sort.WHOLE)

    def _said_of(self, call: syntax.CallOf, group: Group) -> syntax.Written:
        self._count_arguments(call, 2)
        if self._is_inside:
            wrong = f"{call.name} of {group.role} stands inside another group"
            raise ExpressionFault("E213", call.at, wrong, "name the inner one as a calculated fact")
        self._names.budget.take(syntax.size_of(call.arguments[1]) * group.most)
        return call.arguments[1]

    def _of_member(self, written: syntax.Written) -> nodes.Rule:
        return _Meaning(self._names, is_inside=True).rule(written)

    # ── values ───────────────────────────────────────────────────────────────────────────────────

    def value(self, written: syntax.Written) -> _Typed:
        match written:
            case syntax.Word():
                shape = self._fact(written)
                return _Typed(nodes.FactValue(written.text), SORT_OF_FACT[shape.type], shape.options, written.text)
            case syntax.Number(text):
                return _number(text)
            case syntax.DateText(text, at):
                raise ExpressionFault("E208", at, "a date is written date(2026-05-01)", f"write date({text})")
            case syntax.Negation("-", syntax.Number(text)):
                return _number(f"-{text}")
            case syntax.Pair("+" | "-", _, _):
                return self._sum(written)
            case syntax.CallOf():
                return self._call(written)
        at = syntax.start_of(written)
        raise ExpressionFault(
            "E209", at, "a value should stand here, not something true or false", "check the brackets"
        )

    def _sum(self, written: syntax.Pair) -> _Typed:
        left, right = self.value(written.left), self.value(written.right)
        for typed in (left, right):
            if typed.sort not in _NUMBERS:
                remedy = "use add_days, add_months, days_between" if typed.sort is Sort.DAY else "use numbers"
                raise ExpressionFault(
                    "E203", written.at, f"{written.sign} is for numbers, not for {typed.sort}", remedy
                )
        if not (_fits(left.sort, right.sort) or _fits(right.sort, left.sort)):
            raise ExpressionFault("E203", written.at, f"{left.sort} and {right.sort} cannot be put together", "")
        sort = left.sort if right.sort is Sort.NUMBER else right.sort
        return _Typed(nodes.Sum(left.worth, right.worth, written.sign == "-"), sort)

    def _call(self, call: syntax.CallOf) -> _Typed:
        match call.name:
            case "today":
                self._count_arguments(call, 0)
                return _Typed(nodes.Today(), Sort.DAY)
            case "date":
                return _Typed(nodes.Day(self._written_date(call)), Sort.DAY)
            case "param":
                return self._parameter(call)
            case "count" if (group := self._group_of(call)) is not None:
                return self._how_many(call, group)
            case name if name in SIGNATURES:
                return self._plain_call(call)
            case name if name in ALL_FUNCTIONS:
                raise ExpressionFault(
                    "E209", call.at, f"{name} is true or false, not a value", "use it with and, or, not"
                )
        raise ExpressionFault(
            "E210", call.at, f"there is no function {call.name}", did_you_mean(call.name, ALL_FUNCTIONS)
        )

    def _plain_call(self, call: syntax.CallOf) -> _Typed:
        signature = SIGNATURES[call.name]
        self._count_arguments(call, len(signature.arguments))
        arguments = [self.value(argument) for argument in call.arguments]
        for written, given, wanted in zip(call.arguments, arguments, signature.arguments, strict=True):
            if not _fits(given.sort, wanted):
                at = syntax.start_of(written)
                raise ExpressionFault("E207", at, f"{call.name} needs {wanted} here, not {given.sort}", "change it")
        return _Typed(nodes.Call(call.name, tuple(argument.worth for argument in arguments)), signature.result)

    def _written_date(self, call: syntax.CallOf) -> date:
        self._count_arguments(call, 1)
        argument = call.arguments[0]
        if not isinstance(argument, syntax.DateText):
            raise ExpressionFault("E208", call.at, "date() takes a date as written in numbers", "date(2026-05-01)")
        day = day_in(argument.text)
        if day is None:
            wrong = f"there is no day {argument.text}"
            raise ExpressionFault("E208", argument.at, wrong, "check the month, and that the year is 1800 to 2199")
        return day

    def _parameter(self, call: syntax.CallOf) -> _Typed:
        self._count_arguments(call, 1)
        argument = call.arguments[0]
        if not isinstance(argument, syntax.Word):
            raise ExpressionFault("E207", call.at, "param() takes the name of a parameter", "param(fee.x)")
        if argument.text not in self._names.parameters:
            raise ExpressionFault(
                "E211",
                argument.at,
                f"there is no parameter {argument.text}",
                did_you_mean(argument.text, self._names.parameters),
            )
        sort = SORT_OF_PARAMETER.get(argument.text.partition(".")[0])
        if sort is None:
            raise ExpressionFault(
                "E211", argument.at, f"{argument.text} is a text", "only amounts and numbers can be compared"
            )
        return _Typed(nodes.ParameterValue(argument.text), sort)

    # ── names ────────────────────────────────────────────────────────────────────────────────────

    def _fact(self, word: syntax.Word) -> FactShape:
        shape = self._names.facts.get(word.text)
        if shape is not None:
            return shape
        if not word.is_fact:
            raise ExpressionFault(
                "E205",
                word.at,
                f"{word.text} is neither a fact nor an option here",
                "a fact is written role.name; an option stands beside its fact",
            )
        if (group := self._names.groups.get(word.text.partition(".")[0])) is not None:
            raise ExpressionFault(
                "E212", word.at, f"{word.text} is of any {group.role}", f"write any_of({group.role}, {word.text} …)"
            )
        raise ExpressionFault(
            "E212", word.at, f"there is no fact {word.text}", did_you_mean(word.text, self._names.facts)
        )

    def _one_fact(self, call: syntax.CallOf) -> str:
        self._count_arguments(call, 1)
        argument = call.arguments[0]
        if not isinstance(argument, syntax.Word):
            raise ExpressionFault("E207", call.at, f"{call.name} takes one fact", f"{call.name}(role.name)")
        self._fact(argument)
        return argument.text

    def _count_arguments(self, call: syntax.CallOf, wanted: int) -> None:
        if len(call.arguments) != wanted:
            raise ExpressionFault(
                "E207", call.at, f"{call.name} takes {wanted}, not {len(call.arguments)}", "see docs/authoring.md"
            )


def _needs_company(written: syntax.Written) -> bool:
    return isinstance(written, syntax.Number) or (isinstance(written, syntax.Word) and not written.is_fact)


def _number(text: str) -> _Typed:
    if "." in text:
        return _Typed(nodes.Euros(Decimal(text)), Sort.EUROS)
    return _Typed(nodes.Whole(int(text)), Sort.NUMBER)
