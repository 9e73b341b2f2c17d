"""From an object of the catalogue, or an errand, to the row that the search reads and the words it matches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import msgspec

from desk.model.catalogue import Channel, ChannelKind, Classification, GeneralDescription, Service, Texts
from desk.model.local_text import NO_TEXT, LocalText
from desk.model.search import ErrandEntry, HitKind
from offline_cache.catalogue.words import Forms, fold, words_of

RANK_BITS: Final = 40
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


@dataclass(frozen=True, slots=True)
class SearchRow:
    """The columns of the two search indexes, each a string of terms."""

    name: str
    words: str
    organization: str
    folded: str
    anything: str


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
        kind=HitKind.ERRAND, id=entry.id, rank=0, names=entry.titles, summary=entry.summary, words=entry.words
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
    )


def _channel(item: Channel, organization_names: Mapping[str, Mapping[str, str]]) -> Document:
    met = item.kind in (ChannelKind.PLACE, ChannelKind.PHONE)
    return Document(
        kind=HitKind.CHANNEL,
        id=item.id,
        rank=4 if met else 5,
        names=item.names,
        summary=item.texts.summary,
        words=_words(item.alternative_names, (), item.terms),
        organization=item.organization,
        organization_names=tuple(organization_names.get(item.organization or "", {}).items()),
        texts=_texts(item.texts),
        starter=item.source.starter,
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
    )


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


def search_row(document: Document, forms: Forms) -> SearchRow:
    """The terms of a document, by column."""
    names = _strong_terms(_by_language(document.names.texts.items()), forms)
    words = _strong_terms({language: " ; ".join(many) for language, many in document.words.items()}, forms)
    named = _by_language(document.organization_names)
    organization = _weak_terms(named, forms).union(*(words_of(text) for text in named.values()))
    anything = _weak_terms(_by_language(document.texts), forms) | names | words | organization
    return SearchRow(
        name=" ".join(names),
        words=" ".join(words),
        organization=" ".join(organization),
        folded=" ".join({fold(term) for term in names | words if not term.isascii()}),
        anything=" ".join(anything),
    )


def _by_language(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """All texts of a language in one, so that the words are looked for once."""
    found: dict[str, list[str]] = {}
    for language, text in texts:
        found.setdefault(language, []).append(text)
    return {language: " ; ".join(many) for language, many in found.items()}


def _strong_terms(texts: Mapping[str, str], forms: Forms) -> set[str]:
    """Words as they stand, their terms, and the parts of compounds: each can be typed as a beginning."""
    found: set[str] = set()
    for language, text in texts.items():
        words = set(words_of(text))
        found |= words
        found |= forms.terms_of(words, language)
        for word in words:
            found.update(forms.parts(word, language))
    return found


def _weak_terms(texts: Mapping[str, str], forms: Forms) -> set[str]:
    """Terms of running text."""
    found: set[str] = set()
    for language, text in texts.items():
        found |= forms.terms_of(set(words_of(text)), language)
    return found


def stored_terms(names: bytes, words: bytes, forms: Forms) -> set[str]:
    """The strong terms of a document, from what is stored of it."""
    other: dict[str, list[str]] = msgspec.json.decode(words)
    return _strong_terms(msgspec.json.decode(names), forms) | _strong_terms(
        {language: " ; ".join(many) for language, many in other.items()}, forms
    )
