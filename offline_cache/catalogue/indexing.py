"""From an object of the catalogue, or an errand, to the row that the search reads and the words it matches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from desk.model.catalogue import Channel, ChannelKind, Classification, GeneralDescription, Service, Texts
from desk.model.local_text import NO_TEXT, LocalText
from desk.model.search import ErrandEntry, Facet, HitKind
from offline_cache.catalogue.facets import facets_of
from offline_cache.catalogue.form_codes import codes_in
from offline_cache.catalogue.marks import EVERYWHERE
from offline_cache.catalogue.words import Forms, fold, words_of

RANK_BITS: Final = 40
MOST_PHRASES: Final = 50_000
ERRANDS_END: Final = 1 << RANK_BITS
"""Numbers of errands are below this."""

WordsByLanguage = Mapping[str, tuple[str, ...]]
Indexed = Service | Channel | GeneralDescription


@dataclass(frozen=True, slots=True)
class Document:
    """What the search shows and matches of one thing. ``rank``: 0 is read first."""

    kind: HitKind
    id: str
    rank: int
    names: LocalText
    summary: LocalText = NO_TEXT
    words: WordsByLanguage = field(default_factory=dict)
    organization: str | None = None
    organization_names: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    starter: bool = False
    facets: Mapping[Facet, LocalText] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    """Codes of forms, each as one word."""


@dataclass(frozen=True, slots=True)
class SearchRow:
    """The columns of the two search indexes, each a string of terms."""

    name: str
    words: str
    organization: str
    folded: str
    anything: str
    spoken: frozenset[str]
    """The words of names and keywords as they stand."""


def document_of(item: Indexed, organization_names: Mapping[str, Mapping[str, str]]) -> Document:
    """The document of a service, channel or general description."""
    if isinstance(item, Service):
        return _service(item, organization_names)
    if isinstance(item, Channel):
        return _channel(item, organization_names)
    return _general_description(item)


def errand_document(entry: ErrandEntry) -> Document:
    """The document of an errand: its trigger words count like other names."""
    return Document(
        kind=HitKind.ERRAND,
        id=entry.id,
        rank=0,
        names=entry.titles,
        summary=entry.summary,
        words=entry.words,
        facets={EVERYWHERE: NO_TEXT},
    )


def _service(item: Service, organization_names: Mapping[str, Mapping[str, str]]) -> Document:
    organization = item.offers[0].organization if item.offers else None
    named = [
        pair
        for offer in item.offers
        for pair in (organization_names.get(offer.organization) or {"fi": offer.name or ""}).items()
    ]
    return Document(
        kind=HitKind.SERVICE,
        id=item.id,
        rank=1 if item.nationwide or item.source.starter else 2,
        names=item.names,
        summary=item.texts.summary,
        words=_words(item.alternative_names, item.keywords, _concepts(item)),
        organization=organization,
        organization_names=tuple(dict.fromkeys(named)),
        texts=(*_texts(item.texts), *item.requirements.texts.items()),
        starter=item.source.starter,
        facets=facets_of(item, organization_names),
        codes=_codes(item),
    )


def _channel(item: Channel, organization_names: Mapping[str, Mapping[str, str]]) -> Document:
    met = item.kind in (ChannelKind.PLACE, ChannelKind.PHONE)
    return Document(
        kind=HitKind.CHANNEL,
        id=item.id,
        rank=4 if met else 5,
        names=item.names,
        summary=item.texts.summary,
        words=_words(item.alternative_names, item.form_identifier.texts.items(), item.terms),
        organization=item.organization,
        organization_names=tuple(organization_names.get(item.organization or "", {}).items()),
        texts=_texts(item.texts),
        starter=item.source.starter,
        facets=facets_of(item, organization_names),
        codes=_codes(item) | _codes_of_forms(item),
    )


def _general_description(item: GeneralDescription) -> Document:
    return Document(
        kind=HitKind.GENERAL_DESCRIPTION,
        id=item.id,
        rank=3,
        names=item.names,
        summary=item.texts.summary,
        words=_words(item.alternative_names, item.keywords, _concepts(item)),
        texts=(*_texts(item.texts), *item.requirements.texts.items()),
        starter=item.source.starter,
        facets=facets_of(item, {}),
        codes=_codes(item),
    )


def _codes(item: Indexed) -> frozenset[str]:
    told = (item.names, item.alternative_names, item.texts.summary)
    return frozenset(codes_in(text for each in told for text in each.texts.values()))


def _codes_of_forms(item: Channel) -> frozenset[str]:
    titles = [form.title for form in (*item.forms, *item.attachments) if form.title]
    return frozenset(codes_in((*item.form_identifier.texts.values(), *titles)))


def _concepts(item: Service | GeneralDescription) -> tuple[Classification, ...]:
    return (*item.classes.ontology_terms, *item.classes.life_events, *item.classes.service_classes)


def _words(
    other_names: LocalText, keywords: Iterable[tuple[str, str]], concepts: Iterable[Classification]
) -> WordsByLanguage:
    found: dict[str, dict[str, None]] = {}
    for language, word in (*other_names.texts.items(), *keywords):
        found.setdefault(language, {})[word] = None
    for concept in concepts:
        for language, word in concept.name.texts.items():
            found.setdefault(language, {})[word] = None
    return {language: tuple(words) for language, words in found.items()}


def _texts(texts: Texts) -> tuple[tuple[str, str], ...]:
    told = (texts.summary, texts.description, texts.background, texts.instruction)
    return tuple(pair for text in told for pair in text.texts.items())


SHORTEST_TOLD = 3
"""Shorter words of a phrase need not be said."""


class RowMaker:
    """Makes search rows. Keywords, classes and organizations come again and again, and are worked out once."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._phrases: dict[tuple[str, str], frozenset[str]] = {}
        self._said: dict[str, frozenset[str]] = {}

    def row(self, document: Document) -> SearchRow:
        """The terms of a document, by column."""
        names = self._beginnings(document.names.texts.items())
        words = self.terms_of_words(document.words) | document.codes
        organization = self._phrases_of(document.organization_names)
        anything = self._terms(document.texts) | names | words | organization
        return SearchRow(
            name=" ".join(names),
            words=" ".join(words),
            organization=" ".join(organization),
            folded=" ".join({fold(term) for term in names | words if not term.isascii()}),
            anything=" ".join(anything),
            spoken=self._spoken(document),
        )

    def _spoken(self, document: Document) -> frozenset[str]:
        """Keywords come again and again: each phrase is taken apart once."""
        found = frozenset(word for text in document.names.texts.values() for word in words_of(text))
        phrases = [phrase for many in document.words.values() for phrase in many]
        phrases += [name for _, name in document.organization_names]
        return found.union(*(self._words_in(phrase) for phrase in phrases))

    def _words_in(self, phrase: str) -> frozenset[str]:
        known = self._said.get(phrase)
        if known is None:
            known = frozenset(words_of(phrase))
            if len(self._said) < MOST_PHRASES:
                self._said[phrase] = known
        return known

    def terms_of_words(self, words: WordsByLanguage) -> set[str]:
        """The terms of keywords and the like."""
        return self._phrases_of((language, phrase) for language, many in words.items() for phrase in many)

    def phrases(self, names: Mapping[str, str], words: Mapping[str, Iterable[str]]) -> Iterator[tuple[set[str], int]]:
        """Each name and keyword by itself: its terms, and how many words it has."""
        both = [*names.items(), *((language, phrase) for language, many in words.items() for phrase in many)]
        for language, phrase in both:
            yield self._phrases_of([(language, phrase)]), sum(len(word) >= SHORTEST_TOLD for word in words_of(phrase))

    def terms_of_names(self, names: Mapping[str, str]) -> set[str]:
        """The terms of names by language."""
        return self._beginnings(names.items())

    def _phrases_of(self, phrases: Iterable[tuple[str, str]]) -> set[str]:
        found: set[str] = set()
        for language, phrase in phrases:
            known = self._phrases.get((language, phrase))
            if known is None:
                known = frozenset(self._forms.beginnings_of(words_of(phrase), language))
                if len(self._phrases) < MOST_PHRASES:
                    self._phrases[language, phrase] = known
            found |= known
        return found

    def _beginnings(self, texts: Iterable[tuple[str, str]]) -> set[str]:
        found: set[str] = set()
        for language, text in texts:
            found |= self._forms.beginnings_of(words_of(text), language)
        return found

    def _terms(self, texts: Iterable[tuple[str, str]]) -> set[str]:
        """Terms of running text: all of a language at once, so that each word is looked up once."""
        by_language: dict[str, list[str]] = {}
        for language, text in texts:
            by_language.setdefault(language, []).append(text)
        found: set[str] = set()
        for language, many in by_language.items():
            found |= self._forms.terms_of(words_of(" ; ".join(many)), language)
        return found
