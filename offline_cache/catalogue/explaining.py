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
from offline_cache.catalogue.form_codes import code_in
from offline_cache.catalogue.found import Found
from offline_cache.catalogue.matching import Tier
from offline_cache.catalogue.said_words import Meaning
from offline_cache.catalogue.understanding import Slot
from offline_cache.catalogue.word_match import Passage, WordMatch, passage
from offline_cache.catalogue.words import Forms
from offline_cache.connection import StoreConnection

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
LONGEST_SNIPPET = 220
MOST_KNOWN = 2_000
"""Documents whose texts are kept taken apart for the next keystroke: some megabytes."""
MOST_TEXTS_READ = 6
"""Of the hits that only their long texts explain: each costs as much as all else of a keystroke."""
MOST_TEXTS_KEPT = 150
"""Long texts kept taken apart: some megabytes."""
READ_DETAILS = """
    SELECT detail.number, detail.words, detail.summary, organization_name.names
    FROM json_each(?) AS asked JOIN document_detail AS detail ON detail.number = asked.value
    LEFT JOIN organization_name ON organization_name.id = detail.organization
"""
COUNT_SERVICES = """
    SELECT asked.value, (
        SELECT count(DISTINCT link.service) FROM link
        JOIN document ON document.kind = 'service' AND document.id = link.service AND document.hidden = 0
        WHERE link.channel = asked.value
    ) FROM json_each(?) AS asked
"""
KINDS = {
    HitKind.SERVICE: rows.SERVICE,
    HitKind.CHANNEL: rows.CHANNEL,
    HitKind.GENERAL_DESCRIPTION: rows.GENERAL_DESCRIPTION,
}


@dataclass(frozen=True, slots=True)
class _Detail:
    """What is read only of the hits that are shown: the line's other texts, and where its words may stand."""

    summary: LocalText
    organization: LocalText
    near: Sequence[_Piece]
    words: Passage


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text of a found document."""

    field: HitField
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class _Sentences:
    """A long text, taken apart."""

    stand: Sequence[str]
    words: Passage


@dataclass(frozen=True, slots=True)
class _Way:
    """One way that a slot may be found: all of its words, and where they stand unless the text itself tells."""

    matches: tuple[WordMatch, ...]
    field: HitField | None = None
    code: str | None = None
    unfinished: bool = False


class _Ways:
    """The ways of one slot, made ready one after another: mostly the first one finds."""

    def __init__(self, slot: Slot, forms: Forms) -> None:
        self._slot = slot
        self._forms = forms
        self._said = _Way(tuple(WordMatch(word, forms) for word in slot.said))
        self._code = [_way(each, forms) for each in slot.meanings if each.field is HitField.CODE]
        self._others: tuple[_Way, ...] | None = None

    @property
    def said(self) -> str:
        """What was said, as it was typed."""
        return " ".join(word.typed for word in self._slot.said)

    def __iter__(self) -> Iterator[_Way]:
        """A code first, then what was said, then what may be meant."""
        yield from self._code
        yield self._said
        if self._others is None:
            others = (meaning for meaning in self._slot.meanings if meaning.field is not HitField.CODE)
            self._others = tuple(_way(meaning, self._forms) for meaning in others)
        yield from self._others


class Explainer:
    """Turns what was found into hits."""

    def __init__(self, connection: StoreConnection, forms: Forms) -> None:
        self._connection = connection
        self._forms = forms
        self._texts_read = 0
        self._known: dict[tuple[int, str], _Detail] = {}
        self._services: dict[str, int] = {}
        self._long_texts: dict[tuple[int, str], tuple[_Sentences, ...]] = {}

    def hits(self, found: Sequence[Found], slots: Sequence[Slot], language: str) -> tuple[SearchHit, ...]:
        """The lines of results, with their reasons."""
        self._read_details(found, language)
        self._count_services([each.id for each in found if each.kind is HitKind.CHANNEL])
        ways = [_Ways(slot, self._forms) for slot in slots]
        self._texts_read = 0
        return tuple(self._hit(each, self._known[each.number, language], ways, language) for each in found)

    def _count_services(self, channels: Sequence[str]) -> None:
        """How many services are reached through each channel."""
        if len(self._services) > MOST_KNOWN:
            self._services.clear()
        if missing := [each for each in channels if each not in self._services]:
            asked = msgspec.json.encode(missing).decode()
            self._services.update(self._connection.execute(COUNT_SERVICES, (asked,)).fetchall())

    def _read_details(self, found: Iterable[Found], language: str) -> None:
        """What was shown at the last keystroke is mostly shown again."""
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        missing = {each.number: each for each in found if (each.number, language) not in self._known}
        if not missing:
            return
        read = self._connection.execute(READ_DETAILS, (msgspec.json.encode(list(missing)).decode(),)).fetchall()
        for number, words, summary, organization in read:
            called = _local(organization)
            near = _near_pieces(LocalText(missing[number].names), msgspec.json.decode(words), called, language)
            taken_apart = passage((piece.language, piece.text) for piece in near)
            self._known[number, language] = _Detail(_local(summary), called, near, taken_apart)

    def _hit(self, found: Found, detail: _Detail, slots: Sequence[_Ways], language: str) -> SearchHit:
        names = LocalText(found.names)
        why = {place: reason for place, ways in enumerate(slots) if (reason := _reasons(ways, detail))}
        snippet = _shortened(detail.summary.pick(language).text)
        missing = {place: ways for place, ways in enumerate(slots) if place not in why}
        if missing and found.kind in KINDS and found.tier in (Tier.TEXT, Tier.SOME):
            from_text, sentence = self._from_texts(found, missing, language)
            why.update({place: (reason,) for place, reason in from_text.items()})
            snippet = sentence or snippet
        if found.tier is Tier.IDENTITY:
            why = {0: (Why(found.id, HitField.CODE),)}
        return SearchHit(
            kind=found.kind,
            id=found.id,
            name=names.pick(language).text,
            organization=detail.organization.pick(language).text,
            snippet=snippet,
            why=tuple(dict.fromkeys(reason for place in sorted(why) for reason in why[place])),
            names=names,
            starter=found.starter,
            services=self._services[found.id] if found.kind is HitKind.CHANNEL else 0,
            in_area=found.in_area,
        )

    def _from_texts(
        self, found: Found, missing: Mapping[int, _Ways], language: str
    ) -> tuple[dict[int, Why], str | None]:
        """Words found in the long texts, and the first sentence that holds one of them.

        The texts of the first few hits are read for it; of the others it is known that the words stand there.
        """
        self._texts_read += 1
        if self._texts_read > MOST_TEXTS_READ:
            return {
                place: Why(ways.said, HitField.TEXT) for place, ways in missing.items() if found.tier is Tier.TEXT
            }, None
        why: dict[int, Why] = {}
        shown: str | None = None
        for text in self._taken_apart(found, language):
            for place, ways in missing.items():
                if place not in why and (stands := _first_in(ways, text)):
                    why[place], sentence = stands
                    shown = shown or _shortened(sentence)
            if len(why) == len(missing):
                break
        return why, shown

    def _taken_apart(self, found: Found, language: str) -> tuple[_Sentences, ...]:
        """The long texts of a document, the asked language first; kept for the next keystroke."""
        known = self._long_texts.get((found.number, language))
        if known is None:
            if len(self._long_texts) >= MOST_TEXTS_KEPT:
                self._long_texts.clear()
            known = tuple(_sentences(piece) for piece in self._long_pieces(found, language))
            self._long_texts[found.number, language] = known
        return known

    def _long_pieces(self, found: Found, language: str) -> Iterator[_Piece]:
        row = self._connection.execute("SELECT body FROM entry WHERE id = ?", (found.id,)).fetchone()
        if row is None:
            return
        for text in _long_texts(rows.object_of(KINDS[found.kind], row[0])):
            yield from _pieces(HitField.TEXT, text, language)


def _long_texts(item: Any) -> Iterator[LocalText]:
    yield from (item.texts.summary, item.texts.description, item.texts.background, item.texts.instruction)
    if isinstance(item, Service | GeneralDescription):
        yield item.requirements


def _way(meaning: Meaning, forms: Forms) -> _Way:
    code = meaning.words[0] if meaning.field is HitField.CODE else None
    return _Way(
        tuple(WordMatch(word, forms) for word in meaning.words),
        meaning.field,
        code.typed if code else None,
        bool(code and code.unfinished),
    )


def _reasons(ways: Iterable[_Way], detail: _Detail) -> tuple[Why, ...]:
    """Why a slot is found: the first way of which all words stand there, else any word of what was said."""
    some: tuple[Why, ...] = ()
    for way in ways:
        found = tuple(why for match in way.matches if (why := _reason(match, way, detail)))
        if len(found) == len(way.matches):
            return found
        some = some or (found if way.field is None else ())
    return some


def _reason(match: WordMatch, way: _Way, detail: _Detail) -> Why | None:
    if way.code:
        for piece in detail.near:
            if written := code_in(piece.text, way.code, unfinished=way.unfinished):
                return Why(written, HitField.CODE)
    place = match.first_in(detail.words)
    if place is None:
        return None
    return Why(detail.words.stands[place], way.field or detail.near[detail.words.text_of[place]].field)


def _sentences(piece: _Piece) -> _Sentences:
    stand = SENTENCE_END.split(piece.text)
    return _Sentences(stand, passage((piece.language, sentence) for sentence in stand))


def _first_in(ways: Iterable[_Way], text: _Sentences) -> tuple[Why, str] | None:
    """The first word of a long text that a way names, with its sentence; what was said comes first."""
    words = text.words
    for way in ways:
        for match in way.matches:
            place = match.first_in(words)
            if place is not None:
                return Why(words.stands[place], way.field or HitField.TEXT), text.stand[words.text_of[place]]
    return None


def _near_pieces(
    names: LocalText, words: Mapping[str, Sequence[str]], organization: LocalText, language: str
) -> list[_Piece]:
    """Names, keywords and organization, the asked language first."""
    found = list(_pieces(HitField.NAME, names, language))
    for code in sorted(words, key=lambda each: each != language):
        found += [_Piece(HitField.WORDS, code, word) for word in words[code]]
    found += _pieces(HitField.ORGANIZATION, organization, language)
    return found


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
