"""Why a document was found: which word of it, in which field; and the sentence that shows it.

Only the hits that are shown are explained. Texts are read word by word only where the word can match at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from desk.model.catalogue import GeneralDescription, Service
from desk.model.local_text import NO_TEXT, LocalText
from desk.model.search import HitField, HitKind, SearchHit, Why
from offline_cache.catalogue import rows
from offline_cache.catalogue.found import Found
from offline_cache.catalogue.matching import Tier
from offline_cache.catalogue.word_match import WordMatch
from offline_cache.catalogue.words import Forms, QueryWord
from offline_cache.connection import StoreConnection

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
LONGEST_SNIPPET = 220
READ_DETAILS = """
    SELECT detail.number, detail.words, detail.summary, organization_name.names
    FROM json_each(?) AS asked JOIN document_detail AS detail ON detail.number = asked.value
    LEFT JOIN organization_name ON organization_name.id = detail.organization
"""
KINDS = {
    HitKind.SERVICE: rows.SERVICE,
    HitKind.CHANNEL: rows.CHANNEL,
    HitKind.GENERAL_DESCRIPTION: rows.GENERAL_DESCRIPTION,
}


@dataclass(frozen=True, slots=True)
class _Detail:
    """What is read only of the hits that are shown."""

    words: Mapping[str, Sequence[str]]
    summary: LocalText
    organization: LocalText


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text of a found document."""

    field: HitField
    language: str
    text: str


class Explainer:
    """Turns what was found into hits."""

    def __init__(self, connection: StoreConnection, forms: Forms) -> None:
        self._connection = connection
        self._forms = forms

    def hits(self, found: Sequence[Found], words: Sequence[QueryWord], language: str) -> tuple[SearchHit, ...]:
        """The lines of results, with their reasons."""
        details = self._details(found)
        matches = [WordMatch(word, self._forms) for word in words]
        return tuple(self._hit(each, details[each.number], matches, language) for each in found)

    def _details(self, found: Iterable[Found]) -> dict[int, _Detail]:
        numbers = msgspec.json.encode([each.number for each in found]).decode()
        read = self._connection.execute(READ_DETAILS, (numbers,)).fetchall()
        return {
            number: _Detail(msgspec.json.decode(words), _local(summary), _local(organization))
            for number, words, summary, organization in read
        }

    def _hit(self, found: Found, detail: _Detail, matches: Sequence[WordMatch], language: str) -> SearchHit:
        names = LocalText(found.names)
        near = list(_near_pieces(names, detail, language))
        why = {match: reason for match in matches if (reason := _reason(match, near))}
        snippet = _shortened(detail.summary.pick(language).text)
        missing = [match for match in matches if match not in why]
        if missing and found.kind in KINDS and found.tier in (Tier.TEXT, Tier.SOME):
            from_text, sentence = self._from_texts(found, missing, language)
            why.update(from_text)
            snippet = sentence or snippet
        return SearchHit(
            kind=found.kind,
            id=found.id,
            name=names.pick(language).text,
            organization=detail.organization.pick(language).text,
            snippet=snippet,
            why=tuple(dict.fromkeys(why[match] for match in matches if match in why)),
            names=names,
            starter=found.starter,
        )

    def _from_texts(
        self, found: Found, matches: Sequence[WordMatch], language: str
    ) -> tuple[dict[WordMatch, Why], str | None]:
        """Words found in the long texts, and the first sentence that holds one of them."""
        why: dict[WordMatch, Why] = {}
        shown: str | None = None
        for text_language, sentence in self._sentences(found, language):
            for match in matches:
                if match not in why and (stands := match.first_in(sentence, text_language)):
                    why[match] = Why(stands, HitField.TEXT)
                    shown = shown or _shortened(sentence)
            if len(why) == len(matches):
                break
        return why, shown

    def _sentences(self, found: Found, language: str) -> Iterator[tuple[str, str]]:
        row = self._connection.execute("SELECT body FROM entry WHERE id = ?", (found.id,)).fetchone()
        if row is None:
            return
        for text in _long_texts(rows.object_of(KINDS[found.kind], row[0])):
            for piece in _pieces(HitField.TEXT, text, language):
                for sentence in SENTENCE_END.split(piece.text):
                    yield piece.language, sentence


def _long_texts(item: Any) -> Iterator[LocalText]:
    yield from (item.texts.summary, item.texts.description, item.texts.background, item.texts.instruction)
    if isinstance(item, Service | GeneralDescription):
        yield item.requirements


def _reason(match: WordMatch, pieces: Iterable[_Piece]) -> Why | None:
    for piece in pieces:
        if shown := match.first_in(piece.text, piece.language):
            return Why(shown, piece.field)
    return None


def _near_pieces(names: LocalText, detail: _Detail, language: str) -> Iterator[_Piece]:
    """Names, keywords and organization, the asked language first."""
    yield from _pieces(HitField.NAME, names, language)
    for code in sorted(detail.words, key=lambda each: each != language):
        for word in detail.words[code]:
            yield _Piece(HitField.WORDS, code, word)
    yield from _pieces(HitField.ORGANIZATION, detail.organization, language)


def _pieces(field: HitField, text: LocalText, language: str) -> list[_Piece]:
    codes = sorted(text.texts, key=lambda code: code != language)
    return [_Piece(field, code, text.texts[code]) for code in codes]


def _local(stored: bytes | None) -> LocalText:
    return LocalText(msgspec.json.decode(stored)) if stored else NO_TEXT


def _shortened(text: str) -> str:
    """As much as fits on two lines, cut at a word."""
    flat = " ".join(text.split())
    if len(flat) <= LONGEST_SNIPPET:
        return flat
    return flat[:LONGEST_SNIPPET].rsplit(" ", 1)[0] + " …"
