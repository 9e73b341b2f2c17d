"""The words of facts, steps and errands in one language, with their {places} filled.

A text that is missing in the language is given in Finnish and says so (``Words.fallback``), never silently.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from desk.errands.bundle import Bundle
from desk.errands.definition import Agency, DatedValue, Fact, Step, Text
from desk.errands.easy import easy_words
from desk.errands.placeholders import NUMBER
from desk.errors import FactUnknown
from desk.model.facts import Answers, FactType, Said, Unsaid
from desk.model.ids import AgencyId, CardId, ErrandId, FactName, HintId, ParameterName, StepId
from desk.model.plan import Contact, Words
from i18n import translator
from i18n.formats import Formats
from i18n.language import FALLBACK, Language

_PLACE = re.compile(r"\{([a-z_]+(?:\.[a-z0-9_]+)+)\}")
_NUMBER_PLACE = f"{{{NUMBER}}}"
_NOTHING_SAID: Mapping[FactName, Said] = {}


@dataclass(frozen=True, slots=True)
class _Found:
    """A text, or a list of them, before its places are filled."""

    lines: tuple[str, ...]
    fallback: Language | None


class Wording:
    """One bundle in one language on one day. ``words`` are the program's own: yes, no, does not know.

    ``easy``: in easy words, where a text has them.
    """

    def __init__(self, bundle: Bundle, words: translator.Words, as_of: date, *, easy: bool = False) -> None:
        self._bundle = bundle
        self._program = words
        self._as_of = as_of
        self._easy = easy
        self.language = words.language
        # Amounts and days stand inside sentences: in those that are said in Finnish instead, they are Finnish too.
        self._formats = Formats(FALLBACK if words.is_empty else words.language)

    # ── errands ──────────────────────────────────────────────────────────────────────────────────

    def errand_title(self, errand: ErrandId) -> Words:
        """The name of an errand."""
        return self._always(f"errand.{errand}.title", errand)

    def errand_summary(self, errand: ErrandId) -> Words:
        """What it is about, in a line."""
        return self._always(f"errand.{errand}.summary", "")

    def section_title(self, errand: ErrandId, section: str) -> Words:
        """The heading of a section of questions."""
        return self._always(f"section.{errand}.{section}", section)

    # ── facts ────────────────────────────────────────────────────────────────────────────────────

    def question(self, fact: FactName) -> Words:
        """The question that asks for a fact."""
        asked = self._always(f"fact.{self._words_of_fact(fact)}.question", fact)
        whose = self._whose(self._bundle.definitions.facts.get(fact))
        return replace(asked, text=f"{whose.text}: {asked.text}") if whose else asked

    def fact_text(self, fact: FactName, part: str) -> Words | None:
        """Its ``hint`` or ``why``, where the author wrote one."""
        return self._one(f"fact.{self._words_of_fact(fact)}.{part}", _NOTHING_SAID)

    def fact_label(self, fact: FactName) -> str:
        """The short name of a fact for lists; its question where there is none."""
        short = self._one(f"fact.{self._words_of_fact(fact)}.short", _NOTHING_SAID)
        whose = self._whose(self._bundle.definitions.facts.get(fact))
        if short is None:
            return self.question(fact).text
        return f"{whose.text}: {short.text}" if whose else short.text

    def option(self, fact: FactName, option: str) -> str:
        """One option in words."""
        return self._always(f"fact.{self._words_of_fact(fact)}.option.{option}", option).text

    def said(self, fact: FactName, said: Said) -> str:
        """An answer in words, as it stands beside its question."""
        defined = self._fact(fact)
        if said == Unsaid.UNKNOWN:
            return self._program.text("Does not know")
        if said == Unsaid.DECLINED:
            return self._program.text("Does not want to say")
        if isinstance(said, tuple):
            chosen = [option for option in defined.options if option in said]
            return ", ".join(self.option(fact, option) for option in chosen) or self._program.text("None of these")
        return self._said_value(defined, fact, said)

    def _said_value(self, defined: Fact, fact: FactName, said: str) -> str:
        match defined.type:
            case FactType.YES_NO:
                return self._program.text("Yes") if said == "yes" else self._program.text("No")
            case FactType.DATE:
                return self._formats.long_date(date.fromisoformat(said))
            case FactType.MONEY:
                return self._formats.money(Decimal(said))
            case FactType.MUNICIPALITY:
                return self.municipality(said)
            case FactType.WHOLE_NUMBER:
                return said
            case FactType.CHOICE | FactType.CHOICES:
                return self.option(fact, said)

    def municipality(self, code: str) -> str:
        """The name of a municipality."""
        return self._always(f"municipality.{code}", code).text

    def municipalities(self) -> tuple[tuple[str, str], ...]:
        """All municipalities as code and name, by name."""
        return self._bundle.municipalities(self.language)

    # ── steps ────────────────────────────────────────────────────────────────────────────────────

    def step_title(self, step: StepId) -> Words:
        """What the citizen does, in the imperative."""
        return self._always(f"step.{self._words_of_step(step)}.title", step)

    def is_easy(self, step: StepId) -> bool:
        """True when easy words are spoken, and the step has some of its own."""
        if not self._easy:
            return False
        begins = f"step.{self._words_of_step(step)}."
        return any(key.startswith(begins) for key in self._bundle.words(easy_words(self.language)))

    def step_name(self, step: StepId) -> Words:
        """Its title, and before it whom it is about."""
        title, whose = self.step_title(step), self.whose(step)
        return replace(title, text=f"{whose.text}: {title.text}") if whose else title

    def step_text(self, step: StepId, part: str, answers: Answers = _NOTHING_SAID) -> Words | None:
        """Its ``what``, ``because``, ``not_because``, ``deadline`` or ``late``, with answers filled in."""
        return self._one(f"step.{self._words_of_step(step)}.{part}", answers, self._steps.get(step))

    def step_lines(self, step: StepId, part: str) -> tuple[Words, ...]:
        """Its list ``how``."""
        return self._many(f"step.{self._words_of_step(step)}.{part}")

    def step_channel(self, step: StepId, channel: str) -> Words | None:
        """What to do in one channel."""
        return self._one(f"step.{self._words_of_step(step)}.channel.{channel}", _NOTHING_SAID)

    def whose(self, step: StepId) -> Words | None:
        """Whom it is about, where that is said."""
        return self._whose(self._steps.get(step))

    def document(self, errand: ErrandId, document: str) -> Words:
        """A document to bring: the errand's own name for it, else the shared one."""
        own = self._one(f"document.{errand}/{document}", _NOTHING_SAID)
        return own or self._always(f"document.{document}", document)

    def warning(self, errand: ErrandId, warning: str) -> Words:
        """A warning: the errand's own, else the shared one."""
        own = self._one(f"warning.{errand}/{warning}", _NOTHING_SAID)
        return own or self._always(f"warning.{warning}", warning)

    # ── hints ────────────────────────────────────────────────────────────────────────────────────

    def hint_text(self, hint: HintId, part: str, answers: Answers = _NOTHING_SAID) -> Words:
        """Its ``title``, ``what`` or ``because``, with answers filled in."""
        return self._one(f"hint.{hint}.{part}", answers) or Words(hint)

    def phrase_title(self, card: CardId) -> Words:
        """What a phrase card is called."""
        return self._always(f"phrase.{card}.title", card)

    def phrase_lines(self, card: CardId, part: str) -> tuple[Words, ...]:
        """Its list ``say``, ``avoid``, ``if_so`` or ``help``."""
        return self._many(f"phrase.{card}.{part}")

    def withdrawal_text(self, withdrawal: str, part: str) -> Words:
        """Its ``reason`` or ``instead``."""
        return self._always(f"withdrawal.{withdrawal}.{part}", "")

    # ── agencies and parameters ──────────────────────────────────────────────────────────────────

    def agency(self, agency: AgencyId) -> str:
        """The agency's name."""
        defined = self.agency_definition(agency)
        if defined is None:
            return agency
        return defined.names.get(self.language) or defined.names.get(FALLBACK) or agency

    def agency_definition(self, agency: AgencyId) -> Agency | None:
        """The agency with the names of its contact parameters."""
        return self._bundle.definitions.agencies.get(agency)

    def contact(self, parameter: ParameterName | str | None) -> Contact | None:
        """A phone, address, web address or form code, with its hours; ``None`` where nothing is known on the day."""
        defined = self._bundle.definitions.parameters.get(parameter or "")
        dated = defined.on(self._as_of) if defined else None
        if dated is None:
            return None
        hours = dated.hours.get(self.language) or dated.hours.get(FALLBACK)
        return Contact(self._in_language(dated.value), dated.verified, hours)

    # ── finding and filling ──────────────────────────────────────────────────────────────────────

    def _fact(self, fact: FactName) -> Fact:
        defined = self._bundle.definitions.facts.get(fact)
        if defined is None:
            raise FactUnknown(fact=fact)
        return defined

    @cached_property
    def _steps(self) -> Mapping[str, Step]:
        """The steps that are about somebody."""
        return {step.id: step for step in self._bundle.definitions.steps().values() if step.whose}

    def _words_of_step(self, step: StepId) -> str:
        about = self._steps.get(step)
        return about.words_id if about else step

    def _words_of_fact(self, fact: FactName) -> str:
        defined = self._bundle.definitions.facts.get(fact)
        return defined.words_name if defined else fact

    def _whose(self, thing: Fact | Step | None) -> Words | None:
        """The person that a fact or step is about: *child 2*."""
        role = thing.whose if isinstance(thing, Step) else thing.role if thing else ""
        found = self._find(f"person.{role}") if thing and role else None
        if thing is None or found is None:
            return None
        return Words(found.lines[0].replace(_NUMBER_PLACE, str(thing.number)), found.fallback)

    def _find(self, key: str) -> _Found | None:
        for language in (self.language, FALLBACK):
            if text := self._text(language, key):
                lines = (text,) if isinstance(text, str) else text
                return _Found(lines, None if language is self.language else language)
        return None

    def _text(self, language: Language, key: str) -> Text | None:
        easy = self._bundle.words(easy_words(language)).get(key) if self._easy else None
        return easy or self._bundle.words(language).get(key)

    def _always(self, key: str, stand_in: str) -> Words:
        return self._one(key, _NOTHING_SAID) or Words(stand_in)

    def _one(self, key: str, answers: Answers, about: Step | None = None) -> Words | None:
        found = self._find(key)
        return Words(self._filled(found.lines[0], answers, about), found.fallback) if found else None

    def _many(self, key: str) -> tuple[Words, ...]:
        found = self._find(key)
        if found is None:
            return ()
        return tuple(Words(self._filled(line, _NOTHING_SAID), found.fallback) for line in found.lines)

    def free_of_charge(self) -> str:
        """What a price of nothing is called."""
        return self._program.text("Free of charge")

    def minutes(self, number: int) -> str:
        """How long doing something takes."""
        return self._program.ntext("about {n} minute", "about {n} minutes", number)

    def days(self, number: int) -> str:
        """How long it takes until something is dealt with."""
        return self._program.ntext("about {n} day", "about {n} days", number)

    def price(self, parameter: ParameterName | None, amount: Decimal) -> str:
        """What is to be paid, and what will be from a day that is known already."""
        price = self._formats.money(amount)
        coming = self._coming(parameter)
        if coming is None or Decimal(coming.value[""]) == amount:
            return price
        day, later = self._formats.short_date(coming.valid_from), self._formats.money(Decimal(coming.value[""]))
        return self._program.text("{price}, from {day} {coming}", price=price, day=day, coming=later)

    def _coming(self, parameter: ParameterName | None) -> DatedValue | None:
        """The value that comes next."""
        defined = self._bundle.definitions.parameters.get(parameter or "")
        later = [value for value in defined.values if value.valid_from > self._as_of] if defined else []
        return min(later, key=lambda value: value.valid_from, default=None)

    def _filled(self, text: str, answers: Answers, about: Step | None = None) -> str:
        """The text with its places filled; what is said of a group's facts is of the member that a step is about."""
        if "{" not in text:
            return text
        group = self._bundle.definitions.groups.get(about.whose) if about and about.number else None
        number = about.number if about else 0
        return _PLACE.sub(
            lambda place: self._value(group.named(place[1], number) if group else place[1], answers), text
        )

    def _value(self, name: str, answers: Answers) -> str:
        if name in self._bundle.definitions.facts:
            said = answers.get(FactName(name))
            return self.said(FactName(name), said) if said is not None else self._program.text("not known")
        defined = self._bundle.definitions.parameters.get(name)
        dated = defined.on(self._as_of) if defined else None
        if defined is None or dated is None:
            return self._program.text("not known")
        value = self._in_language(dated.value)
        return self._formats.money_in_words(Decimal(value)) if defined.kind in ("fee", "amount") else value

    def _in_language(self, value: Mapping[str, str]) -> str:
        return value.get("") or value.get(self.language) or value.get(FALLBACK) or next(iter(value.values()))
