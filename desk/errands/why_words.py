"""Why a step is where it is, and what would change it: a whole sentence for each thing there is to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desk.errands.bundle import Bundle
from desk.errands.counting import counting_of
from desk.errands.counting_words import CountingWords
from desk.errands.dependencies import with_facts_behind
from desk.errands.explanation import Explanation, Outcome, PartState, Stands, explain
from desk.errands.nodes import And, Or, Rule, Truth, facts_in
from desk.errands.rule_words import RuleWords
from desk.errands.step_names import names_of_steps, why_asked
from desk.errands.table_words import RowWords
from desk.errands.what_if import AnswerEffect, Effects, Turn, Turns
from desk.errands.why_view import AnswerWhy, QuestionWhy, StepWhy
from desk.errands.wording import Wording
from desk.errands.worth_words import WorthWords
from desk.model.facts import Answers
from desk.model.ids import FactName, StepId
from desk.model.path import Deadline, Reason, Source
from i18n.formats import Formats
from i18n.translator import N_, Words

_OUTCOMES = {
    Outcome.APPLIES: N_("This applies."),
    Outcome.UNDECIDED: N_("It is not known yet whether this applies."),
    Outcome.RULED_OUT: N_("This does not apply."),
}
_STATES = {
    Stands.HOLDS: N_("This holds: {condition}."),
    Stands.FAILS: N_("This does not hold: {condition}."),
    Stands.OPEN: N_("This is not known yet: {condition}."),
}
_TURNS = {
    Outcome.APPLIES: N_("It would apply if this held: {condition}."),
    Outcome.UNDECIDED: N_("It would be open whether it applies if this held: {condition}."),
    Outcome.RULED_OUT: N_("It would not apply if this held: {condition}."),
}
_NO_TURN = {
    Outcome.APPLIES: N_("No single answer would change this."),
    Outcome.UNDECIDED: N_("No single answer decides this: it takes several."),
    Outcome.RULED_OUT: N_("No single answer would change this."),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What explanations rest on: the content, the answers and the day."""

    bundle: Bundle
    answers: Answers
    as_of: date


class WhyWords:
    """Says explanations in one language."""

    def __init__(self, known: Known, wording: Wording, words: Words) -> None:
        self._known = known
        self._wording = wording
        self._words = words
        self._formats = Formats(words.language)
        self._worths = WorthWords(known.bundle.definitions, wording, words, known.as_of)

    @cached_property
    def _rules(self) -> RuleWords:
        return RuleWords(self._known.bundle.definitions, self._worths, self._words)

    def step(self, step: StepId, deadline: Deadline | None, turns: Turns) -> StepWhy:
        """Explain a step of the path, or one that is ruled out."""
        explained = explain(self._known.bundle, step, self._known.answers, self._known.as_of)
        return StepWhy(
            step=step,
            name=self._wording.step_name(step).text,
            outcome=self._words.text(_OUTCOMES[explained.outcome]),
            because=tuple(self._because(step, explained)),
            rule=tuple(self._rule(explained)),
            rows=tuple(self._rows(explained)),
            source=tuple(self._source(explained.source)),
            counting=self._counting(explained, deadline),
            turns=() if isinstance(explained.rule, Truth) else tuple(self._turns(turns, explained.outcome)),
        )

    def question(self, fact: FactName, for_steps: Iterable[StepId], effects: Effects) -> QuestionWhy:
        """Explain a question."""
        found = effects.ways or ()
        untried = "" if effects.ways is not None else self._words.text("There are too many answers to try each.")
        return QuestionWhy(
            fact=fact,
            question=self._wording.question(fact).text,
            why=why_asked(fact, self._names(for_steps), self._wording, self._words),
            answers=tuple(AnswerWhy(self._rules.line(rule), tuple(self._effect(effect))) for rule, effect in found),
            untried=untried,
        )

    # ── a step ───────────────────────────────────────────────────────────────────────────────────

    def _because(self, step: StepId, explained: Explanation) -> Iterator[str]:
        part = {Outcome.APPLIES: "because", Outcome.RULED_OUT: "not_because"}.get(explained.outcome)
        written = self._wording.step_text(step, part, self._known.answers) if part else None
        if written:
            yield written.text
        yield from self.own_answers(explained.because)
        for facts, words in (
            (explained.open, N_("This was not asked yet: {fact}.")),
            (explained.declined, N_("This was asked, and not told: {fact}.")),
        ):
            for fact in facts:
                yield self._words.text(words, fact=self._worths.label(fact))

    def own_answers(self, reasons: Iterable[Reason]) -> Iterator[str]:
        """The citizen's own answers, a line each."""
        for reason in reasons:
            if reason.said is not None:
                answer = self._wording.said(reason.fact, reason.said)
                yield self._words.text("{fact}: {answer}", fact=self._worths.label(reason.fact), answer=answer)

    def _rule(self, explained: Explanation) -> Iterator[str]:
        words, rule = self._words, explained.rule
        match rule:
            case Truth():
                yield words.text("It applies to everyone whom this life event concerns.")
                return
            case And():
                yield words.text("It applies when all of this holds.")
            case Or():
                yield words.text("It applies when at least one of these holds.")
            case _:
                yield words.text("It applies when this holds.")
        yield from (self._part(part) for part in explained.parts)
        yield from self._meanings(rule)

    def _meanings(self, rule: Rule) -> Iterator[str]:
        """What the calculations stand for that the rule calls by a name; of tables, the deciding rows are told."""
        facts = self._known.bundle.definitions.facts
        for name in sorted(with_facts_behind(facts_in(rule), facts)):
            fact = facts[name]
            if fact.value is None or fact.value.rule is None or fact.value.table is not None:
                continue
            if self._worths.has_name(fact):
                condition = self._condition(fact.value.rule)
                yield self._words.text(
                    "“{fact}” means: {condition}.", fact=self._worths.label(name), condition=condition
                )

    def _rows(self, explained: Explanation) -> Iterator[str]:
        rows, facts = RowWords(self._rules, self._worths, self._words), self._known.bundle.definitions.facts
        for row in explained.rows:
            said = rows.of(row)
            if self._worths.has_name(facts[row.fact]):
                label = self._worths.label(row.fact)
                said = self._words.text("“{fact}” is looked up in a table. {row}", fact=label, row=said)
            yield said

    def _part(self, part: PartState) -> str:
        return self._words.text(_STATES[part.stands], condition=self._condition(part.rule))

    def _condition(self, rule: Rule) -> str:
        return self._rules.line(rule)

    def _source(self, source: Source) -> Iterator[str]:
        words = self._words
        if source.where and source.checked is not None:
            day = self._formats.short_date(source.checked)
            yield words.text("Source: {source}, checked {day}", source=source.where, day=day)
        elif source.where:
            yield words.text("Source: {source}", source=source.where)
        if not source.verified:
            yield words.text("Not verified: check with the agency.")

    def _counting(self, explained: Explanation, deadline: Deadline | None) -> tuple[str, ...]:
        if deadline is None:
            return ()
        known = self._known
        found = counting_of(known.bundle.engine, explained.compiled, deadline, known.answers, known.as_of)
        return CountingWords(self._wording, self._words).lines(found) if found is not None else ()

    def _turns(self, turns: Turns, now: Outcome) -> Iterator[str]:
        yield from (self._turn(turn) for turn in turns.found)
        if not turns.found and not turns.untried:
            yield self._words.text(_NO_TURN[now])
        for fact in turns.untried:
            yield self._words.text("Not all answers to this were tried: {fact}.", fact=self._worths.label(fact))

    def _turn(self, turn: Turn) -> str:
        return self._words.text(_TURNS[turn.becomes], condition=self._condition(turn.when))

    # ── a question ───────────────────────────────────────────────────────────────────────────────

    def _effect(self, effect: AnswerEffect) -> Iterator[str]:
        words = self._words
        if found := effect.comes:
            yield words.ntext(
                "{n} step comes: {steps}", "{n} steps come: {steps}", len(found), steps=self._listed(found)
            )
        if found := effect.opens:
            told = self._listed(found)
            yield words.ntext("{n} step may come: {steps}", "{n} steps may come: {steps}", len(found), steps=told)
        if found := effect.goes:
            yield words.ntext("{n} step goes: {steps}", "{n} steps go: {steps}", len(found), steps=self._listed(found))
        if effect.asks:
            yield words.ntext("{n} question more is asked.", "{n} questions more are asked.", effect.asks)
        if effect.spares:
            yield words.ntext("{n} question need not be asked.", "{n} questions need not be asked.", effect.spares)
        if effect == AnswerEffect():
            yield words.text("It changes nothing yet.")

    def _names(self, steps: Iterable[StepId]) -> tuple[str, ...]:
        return names_of_steps(steps, self._wording, self._words)

    def _listed(self, steps: Iterable[StepId]) -> str:
        return "; ".join(self._names(steps))
