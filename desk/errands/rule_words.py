"""Says a rule in words: short names of facts and the words of their options, in any language that the content has.

It is for those who check the rules and do not read the errand language. Nothing is glued into sentences: a rule is a
list of single conditions, of which all or at least one must hold, and each names a fact and what is wanted of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desk.errands import nodes
from desk.errands.definition import Definitions, Fact
from desk.errands.table_rules import AboutTable, Table, in_plain_rules, said_of_rows, table_named_in
from desk.errands.worth_words import WorthWords
from desk.model.ids import FactName
from i18n.translator import N_, Words

_AMONG_NUMBERS = {
    "<": N_("{fact}: less than {value}"),
    "<=": N_("{fact}: at most {value}"),
    ">": N_("{fact}: more than {value}"),
    ">=": N_("{fact}: at least {value}"),
}
_AMONG_DAYS = {
    "<": N_("{fact}: before {value}"),
    "<=": N_("{fact}: {value} or earlier"),
    ">": N_("{fact}: after {value}"),
    ">=": N_("{fact}: {value} or later"),
}
_EQUAL = {"=": N_("{fact}: {value}"), "!=": N_("{fact}: not “{value}”")}
_SIGN = {True: "=", False: "!="}
_NOT = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_OTHER_WAY_ROUND = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_ASKED = {
    ("known", True): N_("{fact}: is known"),
    ("known", False): N_("{fact}: is not known"),
    ("answered", True): N_("{fact}: was answered"),
    ("answered", False): N_("{fact}: was not answered"),
    ("applicable", True): N_("{fact}: is asked"),
    ("applicable", False): N_("{fact}: is not asked"),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One condition in words."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions of which ``every`` one must hold, or else at least one."""

    every: bool
    parts: tuple[Worded, ...]


Worded = Phrase | Group


class RuleWords:
    """Says the rules of some definitions in one language."""

    def __init__(self, definitions: Definitions, worths: WorthWords, words: Words) -> None:
        self._facts = definitions.facts
        self._worths = worths
        self._words = words
        self._tables = unnamed_tables(definitions, worths)

    def of(self, rule: nodes.Rule) -> Worded:
        """The rule in words."""
        return self._say(rule, holds=True)

    def line(self, rule: nodes.Rule) -> str:
        """The rule in one line, with brackets where it has parts inside parts."""
        return self.in_line(self.of(rule))

    def worth(self, worth: nodes.Worth, fact: str | None = None) -> str:
        """A calculated value in words; of a fact, as its answers are said."""
        return self._worths.said(worth, beside=nodes.FactValue(fact) if fact is not None else None)

    def parameter(self, name: str) -> str:
        """The value of a parameter."""
        return self._worths.parameter(name)

    def in_line(self, worded: Worded, *, inside: bool = False) -> str:
        """What was said, in one line."""
        if isinstance(worded, Phrase):
            return worded.text
        between = self.between(worded)
        text = f" {between} ".join(self.in_line(part, inside=True) for part in worded.parts)
        return f"({text})" if inside else text

    def between(self, group: Group) -> str:
        """The word that stands between the conditions of a group."""
        if group.every:
            return self._words.ptext("between conditions", "AND")
        return self._words.ptext("between conditions", "OR")

    # ── rules ────────────────────────────────────────────────────────────────────────────────────

    def _say(self, rule: nodes.Rule, *, holds: bool) -> Worded:
        match rule:
            case nodes.Truth(value):
                return Phrase(self._words.text("Always") if value is holds else self._words.text("Never"))
            case nodes.Not(part):
                return self._say(part, holds=not holds)
            case nodes.And(parts) | nodes.Or(parts):
                return _group(isinstance(rule, nodes.And) is holds, [self._say(part, holds=holds) for part in parts])
            case nodes.Holds(fact):
                return self._yes_or_no(self._facts[fact], holds=holds)
            case nodes.Decided():
                return self._say(in_plain_rules(rule), holds=holds)
        return self._about_table(rule, holds=holds) or Phrase(self._one(rule, holds=holds))

    def _about_table(self, rule: AboutTable | nodes.Asked, *, holds: bool) -> Worded | None:
        """What is said of a table without a name, said of its rows."""
        name = table_named_in(rule, self._tables)
        said = said_of_rows(rule, name, self._tables[name], self._tables) if name is not None else None
        return self._say(said, holds=holds) if said is not None else None

    def _one(self, rule: nodes.Compare | nodes.Among | nodes.Chosen | nodes.Asked, *, holds: bool) -> str:
        match rule:
            case nodes.Asked(what, fact):
                return self._words.text(_ASKED[what, holds], fact=self._worths.label(fact))
            case nodes.Chosen():
                return self._chosen(rule, holds=holds)
            case nodes.Among():
                return self._among(rule, holds=holds)
            case nodes.Compare():
                return self._compared(rule, holds=holds)

    def _yes_or_no(self, fact: Fact, *, holds: bool) -> Worded:
        """An asked fact by its name; a calculated one without a name by what it stands for."""
        rule = fact.value.rule if fact.value else None
        if rule is None or self._worths.has_name(fact):
            label = self._worths.label(fact.name)
            told = self._words.text("{fact}: yes", fact=label) if holds else self._words.text("{fact}: no", fact=label)
            return Phrase(told)
        said = self._say(rule, holds=holds)
        return _group(every=True, parts=[self._say(fact.ask_when.rule, holds=True), said]) if fact.ask_when else said

    def _compared(self, rule: nodes.Compare, *, holds: bool) -> str:
        sign, left, right = rule.sign, rule.left, rule.right
        if self._worths.is_written(left) and not self._worths.is_written(right):
            sign, left, right = _OTHER_WAY_ROUND[sign], right, left
        sign = sign if holds else _NOT[sign]
        fact, value = self._worths.said(left, beside=right), self._worths.said(right, beside=left)
        kinds = _AMONG_DAYS if self._worths.is_day(left) else _AMONG_NUMBERS
        return self._words.text({**_EQUAL, **kinds}[sign], fact=fact, value=value)

    def _among(self, rule: nodes.Among, *, holds: bool) -> str:
        fact = self._worths.said(rule.value, beside=rule.items[0])
        values = [self._worths.said(item, beside=rule.value) for item in rule.items]
        if len(values) == 1:
            return self._words.text(_EQUAL[_SIGN[holds]], fact=fact, value=values[0])
        if holds:
            return self._words.text("{fact}: {some} or {last}", fact=fact, **self._some_and_last(values))
        return self._words.text("{fact}: none of {values}", fact=fact, values=self._listed(values))

    def _chosen(self, rule: nodes.Chosen, *, holds: bool) -> str:
        fact = self._worths.label(rule.fact)
        values = [self._worths.option(FactName(rule.fact), option) for option in rule.options]
        if len(values) == 1:
            return self._words.text(_EQUAL[_SIGN[holds]], fact=fact, value=values[0])
        listed = self._listed(values)
        if rule.every:
            if holds:
                return self._words.text("{fact}: all of {values}", fact=fact, values=listed)
            return self._words.text("{fact}: not all of {values}", fact=fact, values=listed)
        if holds:
            return self._words.text("{fact}: at least one of {values}", fact=fact, values=listed)
        return self._words.text("{fact}: none of {values}", fact=fact, values=listed)

    def _listed(self, values: list[str]) -> str:
        """Values one after the other: an option may itself hold a comma, or the word that joins."""
        return ", ".join(self._words.text("“{value}”", value=value) for value in values)

    def _some_and_last(self, values: list[str]) -> dict[str, str]:
        return {"some": self._listed(values[:-1]), "last": self._listed(values[-1:])}


def unnamed_tables(definitions: Definitions, worths: WorthWords) -> dict[str, Table]:
    """The tables that give values and have no name of their own in words."""
    return {
        fact.name: fact.value.worth
        for fact in definitions.facts.values()
        if fact.value and isinstance(fact.value.worth, Table) and not worths.has_name(fact)
    }


def _group(every: bool, parts: list[Worded]) -> Worded:
    """A group without groups of its own kind inside, and none for a single condition."""
    flat = tuple(_flattened(every, parts))
    return flat[0] if len(flat) == 1 else Group(every, flat)


def _flattened(every: bool, parts: list[Worded]) -> Iterator[Worded]:
    for part in parts:
        if isinstance(part, Group) and part.every is every:
            yield from part.parts
        else:
            yield part


def each_line(worded: Worded, heading: Callable[[Group], str], depth: int = 0) -> Iterator[tuple[int, str]]:
    """The conditions under one another with their depth; ``heading`` names a group."""
    if isinstance(worded, Phrase):
        yield depth, worded.text
        return
    yield depth, heading(worded)
    for part in worded.parts:
        yield from each_line(part, heading, depth + 1)
