"""All rules of some errands in words, for the experts who check them: what is asked, what follows, and where it stands.

It is a plain tree of titles and labelled lines, so that a web page and a paper say the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from desk.errands.definition import DatedValue, DeadlineRule, Definitions, Errand, Fact, Hint, Parameter, Step
from desk.errands.dependencies import facts_of, facts_of_hint, parameters_in_rules
from desk.errands.hints import CoveringSteps
from desk.errands.nodes import Collected, Picked, Rule
from desk.errands.rule_words import RuleWords, each_line
from desk.errands.span_words import how_long
from desk.errands.wording import Wording
from desk.model.facts import FactType
from desk.model.ids import AgencyId, ErrandId, FactName, HintId, StepId
from desk.model.path import Mode, Nature
from i18n.formats import Formats
from i18n.language import Language
from i18n.translator import N_, NP_, Words

_MODES = {
    Mode.AUTOMATIC: NP_("how a step is done", "the authority does it by itself"),
    Mode.SELF_SERVICE: NP_("how a step is done", "the citizen does it alone"),
    Mode.ASSISTED: NP_("how a step is done", "together with somebody who helps"),
    Mode.VISIT: NP_("how a step is done", "only on a visit"),
    Mode.REMOTE: NP_("how a step is done", "by remote service"),
    Mode.PAPER: NP_("how a step is done", "on paper"),
}
_NATURES = {
    Nature.LAW: NP_("kind of deadline", "the law says so"),
    Nature.MONEY: NP_("kind of deadline", "money is lost after it"),
    Nature.ADVICE: NP_("kind of deadline", "advice"),
    Nature.CHECK: NP_("kind of deadline", "a day to check"),
}
_RULES = {
    "statutory": NP_("how a day is counted", "by the act on time limits"),
    "calendar": NP_("how a day is counted", "by the calendar"),
    "working_days": NP_("how a day is counted", "in working days"),
}
_TYPES = {
    FactType.YES_NO: N_("Yes or no"),
    FactType.DATE: N_("A day"),
    FactType.WHOLE_NUMBER: N_("A whole number"),
    FactType.MONEY: N_("An amount of euros"),
    FactType.MUNICIPALITY: N_("A municipality"),
}
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Row:
    """One label with its lines; a line that is part of the one above it begins with spaces."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One step, question or value. ``id`` is its name in the files."""

    title: str
    id: str
    rows: tuple[Row, ...]
    is_verified: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """Entries of one kind."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ErrandRules:
    """Everything of one errand."""

    id: str
    title: str
    lead: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class RuleCatalogue:
    """The rules of some errands in one language."""

    title: str
    lead: str
    language: Language
    version: str
    made: str
    errands: tuple[ErrandRules, ...]


class Cataloguer:
    """Writes the rules of some definitions out in one language, as they are on one day."""

    def __init__(self, definitions: Definitions, wording: Wording, rules: RuleWords, words: Words) -> None:
        self._definitions = definitions
        self._wording = wording
        self._rules = rules
        self._words = words
        self._formats = Formats(words.language)

    def catalogue(self, errands: Iterable[str], version: str, day: date, own: Collection[str] = ()) -> RuleCatalogue:
        """The rules of these errands. ``own``: those that are a region's."""
        chosen = [self._definitions.errands[errand] for errand in errands]
        return RuleCatalogue(
            title=self._words.text("The rules of the errands"),
            lead=self._words.text(
                "Each step in words: when it applies, by when, where the rule stands and when it was checked."
            ),
            language=self._words.language,
            version=version,
            made=self._formats.short_date(day),
            errands=(*(self._errand(each, own) for each in chosen), *self._hints(chosen)),
        )

    def _errand(self, errand: Errand, own: Collection[str]) -> ErrandRules:
        title = f"{errand.number} {self._wording.errand_title(ErrandId(errand.id)).text}"
        facts = [self._definitions.facts[name] for name in self._in_order(errand)]
        parts = (
            Part(self._words.text("The whole errand"), (self._whole(errand),)),
            Part(self._words.text("Steps"), tuple(self._step(step) for step in errand.steps if step.number < 2)),
            Part(self._words.text("Questions"), tuple(self._fact(fact) for fact in facts if fact.is_asked)),
            Part(self._words.text("Calculated"), tuple(self._calculated(fact) for fact in facts if not fact.is_asked)),
            Part(self._words.text("Values"), tuple(self._parameter(each) for each in self._parameters(errand))),
        )
        return ErrandRules(
            id=errand.id,
            title=self._words.text("{errand} (the region's own)", errand=title) if errand.id in own else title,
            lead=self._wording.errand_summary(ErrandId(errand.id)).text,
            parts=tuple(part for part in parts if part.entries),
        )

    def _whole(self, errand: Errand) -> Entry:
        discreet = self._rule(errand.discreet_when.rule) if errand.discreet_when else ()
        rows = [Row(self._words.text("Papers are discreet when"), discreet)]
        rows += self._sources(errand.source, errand.checked)
        title = self._wording.errand_title(ErrandId(errand.id)).text
        return Entry(title, errand.id, tuple(row for row in rows if row.lines))

    def _in_order(self, errand: Errand) -> list[str]:
        """The facts as they are asked, then those that are worked out; of a repeated group, those of one member."""
        facts = {name for name in facts_of(errand, self._definitions.facts) if self._definitions.facts[name].number < 2}
        asked = [name for section in errand.sections for name in section.facts if name in facts]
        return list(dict.fromkeys([*asked, *sorted(facts)]))

    # ── steps ────────────────────────────────────────────────────────────────────────────────────

    def _step(self, step: Step) -> Entry:
        name = StepId(step.id)
        conditions = [
            (self._wording.document(ErrandId(step.errand), part.id).text, part.when) for part in step.documents
        ]
        documents = [f"{text} ({self._rules.line(when.rule)})" if when else text for text, when in conditions]
        rows = [
            Row(self._words.text("Applies when"), self._rule(step.applies.rule)),
            Row(self._words.text("Agency"), (self._wording.agency(AgencyId(step.agency)),)),
            Row(self._words.text("How it is done"), (self._words.ptext(*_MODES[step.mode]),)),
            Row(self._words.text("By when"), tuple(self._deadline(rule) for rule in step.deadlines)),
            Row(self._words.text("Not before"), (self._counted(step.earliest),) if step.earliest else ()),
            Row(
                self._words.text("After these"),
                tuple(self._wording.step_title(StepId(first)).text for first in step.after),
            ),
            Row(self._words.text("To bring"), tuple(documents)),
            Row(self._words.text("Ways"), tuple(self._ways(step))),
            Row(self._words.text("Costs"), (self._fee(step.fee),) if step.fee else ()),
            *self._source(step.source, step.checked, verified=step.verified),
        ]
        title = self._wording.step_title(name).text
        return Entry(title, step.id, tuple(row for row in rows if row.lines), step.verified)

    def _ways(self, step: Step) -> Iterator[str]:
        for channel in step.channels:
            text = self._wording.step_channel(StepId(step.id), channel.id)
            told = text.text if text else channel.id
            told = f"{told} {self._fee(channel.fee)}" if channel.fee else told
            yield f"{told} ({self._rules.line(channel.when.rule)})" if channel.when else told

    def _rule(self, rule: Rule) -> tuple[str, ...]:
        said = self._rules.of(rule)
        all_of, one_of = self._words.text("All of these:"), self._words.text("At least one of these:")
        lines = each_line(said, lambda group: all_of if group.every else one_of)
        return tuple(f"{_INDENT * depth}{line}" for depth, line in lines)

    def _deadline(self, rule: DeadlineRule) -> str:
        counted = f"{self._counted(rule)} — {self._words.ptext(*_NATURES[rule.nature])}"
        if rule.when is None:
            return counted
        return self._words.text("{day}, when {condition}", day=counted, condition=self._rules.line(rule.when.rule))

    def _counted(self, rule: DeadlineRule) -> str:
        base, length = self._base(rule), how_long(rule.unit, rule.count, self._words)
        if rule.count == 0:
            told = self._words.text("{base}: the same day", base=base)
        elif rule.direction == "before":
            told = self._words.text("{base}: {span} before it", base=base, span=length)
        else:
            told = self._words.text("{base}: {span} after it", base=base, span=length)
        return f"{told} ({self._words.ptext(*_RULES[rule.rule])})"

    def _base(self, rule: DeadlineRule) -> str:
        if rule.base_is == "today":
            return self._words.ptext("in a rule", "today")
        if rule.base_is == "step":
            return self._words.text("“{step}” is done", step=self._wording.step_title(StepId(rule.base)).text)
        return self._wording.fact_label(FactName(rule.base))

    def _fee(self, fee: str) -> str:
        if fee == "free":
            return self._wording.free_of_charge()
        return self._rules.parameter(fee)

    # ── hints ────────────────────────────────────────────────────────────────────────────────────

    def _hints(self, errands: Iterable[Errand]) -> Iterator[ErrandRules]:
        """What is proposed besides the steps, by what one of these errands asks."""
        facts = self._definitions.facts
        asked = {name for errand in errands for section in errand.sections for name in section.facts}
        found = (hint for hint in self._definitions.hints.values() if not asked.isdisjoint(facts_of_hint(hint, facts)))
        entries = tuple(self._hint(hint) for hint in found)
        if entries:
            title = self._words.text("Worth asking about too")
            lead = self._words.text("Proposals besides the steps: each is shown while its rule surely holds.")
            yield ErrandRules("hints", title, lead, (Part(self._words.text("Proposals"), entries),))

    def _hint(self, hint: Hint) -> Entry:
        name, steps = HintId(hint.id), self._definitions.steps()
        covering = sorted(CoveringSteps(self._definitions).of(hint), key=[*steps].index)
        titles = dict.fromkeys(self._wording.step_title(StepId(step)).text for step in covering)
        rows = [
            Row(self._words.text("Shown when"), self._rule(hint.when.rule)),
            Row(self._words.text("The day"), (self._rules.worth(hint.on.worth),) if hint.on and hint.on.worth else ()),
            Row(self._words.text("Not beside these steps"), tuple(titles)),
            Row(self._words.text("Agency"), (self._wording.agency(AgencyId(hint.agency)),)),
            Row(self._words.text("What it says"), (self._wording.hint_text(name, "what").text,)),
            *self._source(hint.source, hint.checked, verified=hint.verified),
        ]
        title = self._wording.hint_text(name, "title").text
        return Entry(title, hint.id, tuple(row for row in rows if row.lines), hint.verified)

    # ── facts and values ─────────────────────────────────────────────────────────────────────────

    def _fact(self, fact: Fact) -> Entry:
        name = FactName(fact.name)
        options = tuple(self._wording.option(name, option) for option in fact.options)
        rows = [
            Row(self._words.text("Short name"), (self._wording.fact_label(name),)),
            Row(self._words.text("Answers"), options or (self._words.text(_TYPES[fact.type]),)),
            Row(self._words.text("Asked when"), self._rule(fact.ask_when.rule) if fact.ask_when else ()),
        ]
        return Entry(self._wording.question(name).text, fact.name, tuple(row for row in rows if row.lines))

    def _calculated(self, fact: Fact) -> Entry:
        rule = fact.value.rule if fact.value else None
        worth = fact.value.worth if fact.value else None
        short = self._wording.fact_text(FactName(fact.name), "short")
        if isinstance(worth, Picked | Collected):
            return Entry(short.text if short else fact.name, fact.name, tuple(self._table(fact, worth)))
        lines = self._rule(rule) if rule is not None else (self._rules.worth(worth),) if worth is not None else ()
        row = Row(self._words.text("Yes, when") if rule is not None else self._words.text("Worked out as"), lines)
        return Entry(short.text if short else fact.name, fact.name, (row,))

    def _table(self, fact: Fact, table: Picked | Collected) -> Iterator[Row]:
        """What each row of a table gives, and when."""
        label, name = self._words.text("Worked out as"), FactName(fact.name)
        if isinstance(table, Collected):
            yield Row(label, (self._words.text("All of these that hold count."),))
            for when, options in zip(table.whens, table.options, strict=True):
                yield Row(", ".join(self._wording.option(name, option) for option in options), self._rule(when))
            return
        if not table.alone:
            yield Row(label, (self._words.text("The first of these that holds counts."),))
        for when, then in zip(table.whens, table.thens, strict=True):
            yield Row(self._rules.worth(then, fact.name), self._rule(when))
        if table.otherwise is not None:
            yield Row(self._rules.worth(table.otherwise, fact.name), (self._words.text("Otherwise"),))

    def _parameters(self, errand: Errand) -> list[Parameter]:
        named = parameters_in_rules(errand, self._definitions.facts)
        named |= {step.fee for step in errand.steps if step.fee}
        return [self._definitions.parameters[name] for name in sorted(named) if name in self._definitions.parameters]

    def _parameter(self, parameter: Parameter) -> Entry:
        rows = [row for value in parameter.values for row in self._value(value)]
        return Entry(parameter.name, parameter.name, tuple(rows), all(value.verified for value in parameter.values))

    def _value(self, value: DatedValue) -> Iterator[Row]:
        first = self._formats.short_date(value.valid_from)
        last = self._formats.short_date(value.valid_to) if value.valid_to else ""
        span = self._words.text("{first} – {last}", first=first, last=last)
        yield Row(span.strip(), tuple(value.value.values()))
        yield from self._source(value.source, value.checked, verified=value.verified)

    def _source(self, source: str, checked: date | None, *, verified: bool) -> Iterator[Row]:
        yield from self._sources(source, checked)
        told = self._words.text("Yes") if verified else self._words.text("No: check with the agency")
        yield Row(self._words.text("Verified"), (told,))

    def _sources(self, source: str, checked: date | None) -> Iterator[Row]:
        yield Row(self._words.text("Where it stands"), (source,) if source else ())
        yield Row(self._words.text("Checked on"), (self._formats.short_date(checked),) if checked else ())
