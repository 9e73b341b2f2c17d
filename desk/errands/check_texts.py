"""Checks the words: each text that a screen or paper needs, in each language, with the same named places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desk.errands.definition import Errand, Fact, Step, Text
from desk.errands.dependencies import facts_of
from desk.errands.diagnostics import Place, did_you_mean
from desk.errands.fields import Report
from desk.errands.load_texts import PHRASE_LISTS, WITHDRAWAL_TEXTS
from desk.errands.loader import Loaded, place_of
from desk.errands.placeholders import NUMBER, has_stray_brace, places_in
from desk.model.path import Nature
from i18n.language import CLERK_LANGUAGES

HINT_TEXTS = ("title", "what", "because")
_PHRASE_TEXTS = ("title", *PHRASE_LISTS)
_SENTENCES = ("what", "how", "because", "not_because", "late", "deadline", *WITHDRAWAL_TEXTS, *PHRASE_LISTS)
_END_OF_SENTENCE = (".", "!", "?", ":", ")", "”", '"', "}")


class TextCheck:
    """The checks of all words of the content."""

    def __init__(self, loaded: Loaded, report: Report) -> None:
        self._content = loaded.definitions
        self._tables = loaded.words
        self._report = report
        self._used: dict[str, Fact] = {}
        self._names = {fact.words_name for fact in self._content.facts.values()} | self._content.parameters.keys()

    def run(self) -> None:
        """Report what is missing, unknown or different between languages."""
        wanted = dict(self._wanted())
        for language in CLERK_LANGUAGES:
            words = self._tables.words.get(language, {})
            for key, at in wanted.items():
                if key not in words and not self._stands_shared(words, key):
                    self._report.error(place_of(at), "E501", f"the text {key} is missing in {language}", "write it")
        self._check_unknown()
        self._check_places()

    def _stands_shared(self, words: dict[str, Text], key: str) -> bool:
        """True when an errand's document or warning is among the shared words."""
        kind, _, name = key.partition(".")
        return kind in ("document", "warning") and f"{kind}.{name.partition('/')[2]}" in words

    # ── what must be there ───────────────────────────────────────────────────────────────────────

    def _wanted(self) -> Iterator[tuple[str, str]]:
        for errand in self._content.errands.values():
            yield from self._wanted_of_errand(errand)
        for fact in self._used.values():
            name = fact.words_name
            yield f"fact.{name}.question", fact.at
            yield f"fact.{name}.short", fact.at
            for option in fact.options:
                yield f"fact.{name}.option.{option}", fact.at
            if fact.role:
                yield f"person.{fact.role}", fact.at
        yield from self._wanted_beside()
        for agency in self._content.agencies.values():
            for language in CLERK_LANGUAGES:
                if language not in agency.names:
                    self._report.error(
                        place_of(agency.at),
                        "E501",
                        f"the agency {agency.id} has no name in {language}",
                        f"names: {{{language}: …}}",
                    )

    def _wanted_beside(self) -> Iterator[tuple[str, str]]:
        for hint in self._content.hints.values():
            yield from ((f"hint.{hint.id}.{key}", hint.at) for key in HINT_TEXTS)
        for withdrawal in self._content.withdrawals.values():
            yield from ((f"withdrawal.{withdrawal.id}.{key}", withdrawal.at) for key in WITHDRAWAL_TEXTS)
        for card in self._content.phrases.values():
            yield from ((f"phrase.{card.id}.{key}", card.at) for key in _PHRASE_TEXTS)

    def _wanted_of_errand(self, errand: Errand) -> Iterator[tuple[str, str]]:
        facts = self._content.facts
        self._used |= {name: facts[name] for name in sorted(facts_of(errand, facts)) if facts[name].is_asked}
        for key in ("title", "summary", "triggers"):
            yield f"errand.{errand.id}.{key}", errand.at
        for section in errand.sections:
            yield f"section.{errand.id}.{section.id}", section.at
        for step in errand.steps:
            yield from self._wanted_of_step(errand, step)

    def _wanted_of_step(self, errand: Errand, step: Step) -> Iterator[tuple[str, str]]:
        for key in ("title", "what", "because"):
            yield f"step.{step.words_id}.{key}", step.at
        if step.whose:
            yield f"person.{step.whose}", step.at
        if step.deadlines:
            yield f"step.{step.words_id}.deadline", step.at
        if any(rule.nature in (Nature.LAW, Nature.MONEY) for rule in step.deadlines):
            yield f"step.{step.words_id}.late", step.at
        for document in step.documents:
            yield f"document.{errand.id}/{document.id}", document.at
        for warning in step.warnings:
            yield f"warning.{errand.id}/{warning}", step.at

    # ── what must not be there ───────────────────────────────────────────────────────────────────

    def _check_unknown(self) -> None:
        known = set(self._known())
        for (language, key), place in self._tables.places.items():
            if key.startswith(("municipality.", "channel_kind.", "person.")) or key in known:
                continue
            group = key.partition(".")[0]
            if group in ("document", "warning") and "/" not in key:
                self._report.warn(
                    place, "W507", f"no errand uses the shared {language} text {key}", "use it or remove it"
                )
                continue
            same = [name for name in known if name.startswith(f"{group}.")]
            self._report.error(place, "E502", f"the {language} text {key} belongs to nothing", did_you_mean(key, same))

    def _known(self) -> Iterator[str]:
        for errand in self._content.errands.values():
            yield from (f"errand.{errand.id}.{key}" for key in ("title", "summary", "triggers"))
            yield from (f"section.{errand.id}.{section.id}" for section in errand.sections)
            for step in errand.steps:
                yield from _known_of_step(step)
        yield from (f"hint.{hint}.{key}" for hint in self._content.hints for key in HINT_TEXTS)
        yield from (f"withdrawal.{each}.{key}" for each in self._content.withdrawals for key in WITHDRAWAL_TEXTS)
        yield from (f"phrase.{each}.{key}" for each in self._content.phrases for key in _PHRASE_TEXTS)
        for fact in self._content.facts.values():
            name = fact.words_name
            yield from (f"fact.{name}.{key}" for key in ("question", "hint", "why", "short"))
            yield from (f"fact.{name}.option.{option}" for option in fact.options)
            if fact.type == "yes_no":
                yield from (f"fact.{name}.option.{option}" for option in ("yes", "no"))

    # ── named places ─────────────────────────────────────────────────────────────────────────────

    def _check_places(self) -> None:
        finnish = self._tables.words.get("fi", {})
        for (language, key), place in self._tables.places.items():
            text = _joined(self._tables.words[language][key])
            if has_stray_brace(text):
                self._report.error(place, "E503", f"a brace in {key} has no partner", "write {fact.name} or no brace")
            for name in places_in(text):
                self._check_place(name, key, place)
            if key in finnish and sorted(places_in(text)) != sorted(places_in(_joined(finnish[key]))):
                told = ", ".join(places_in(_joined(finnish[key]))) or "none"
                self._report.error(
                    place, "E504", f"{key} has other named places than in Finnish ({told})", "use the same"
                )
            if key.startswith(("step.", "hint.", "withdrawal.", "phrase.")) and key.rpartition(".")[2] in _SENTENCES:
                self._check_sentences(language, key, place)

    def _check_place(self, name: str, key: str, place: Place) -> None:
        if key.startswith("person.") and name == NUMBER:
            return
        if name not in self._names:
            remedy = did_you_mean(name, self._names)
            self._report.error(place, "E505", f"{{{name}}} in {key} is neither fact nor parameter", remedy)

    def _check_sentences(self, language: str, key: str, place: Place) -> None:
        text = self._tables.words[language][key]
        for sentence in (text,) if isinstance(text, str) else text:
            if not sentence.rstrip().endswith(_END_OF_SENTENCE):
                self._report.warn(place, "W506", f"{key} does not end as a sentence does", "write whole sentences")


def _known_of_step(step: Step) -> Iterable[str]:
    keys = ("title", "what", "how", "because", "not_because", "deadline", "late")
    documents = [f"document.{step.errand}/{document.id}" for document in step.documents]
    documents += [f"document.{document.id}" for document in step.documents]
    warnings = [f"warning.{step.errand}/{warning}" for warning in step.warnings]
    warnings += [f"warning.{warning}" for warning in step.warnings]
    channels = [f"step.{step.words_id}.channel.{channel.id}" for channel in step.channels]
    return [*(f"step.{step.words_id}.{key}" for key in keys), *documents, *warnings, *channels]


def _joined(text: Text) -> str:
    return text if isinstance(text, str) else " ".join(text)
