"""The bundle: all definitions and words, compiled once at set-up, so that no YAML is read at start.

It is msgpack: a head that is read at once, definitions, and the words of each language, decoded when
they are first wanted.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache
from operator import itemgetter

import msgspec

from desk.errands.definition import Definitions, Text
from desk.errands.engine import Engine
from desk.errands.path import PathFinder
from desk.errors import BundleMissing, ErrandsBroken
from desk.model.ids import ErrandId
from desk.model.vernacular import NO_VERNACULAR, Vernacular
from i18n.language import FALLBACK, Language

FORMAT = 2
"""What this program writes: 2 has hints, which a program that knows only 1 would pass over in silence."""

OLDEST = 1
"""Bundles of this format can still be read."""

MUNICIPALITY = "municipality."
"""What the key of a municipality's name begins with."""

_VERSION_LENGTH = 12
_NOTHING = b"\xc0"
"""What an older bundle has where a part was added later: it can be written out again."""


class StoredBundle(msgspec.Struct, frozen=True):
    """What stands in the file."""

    format: int
    content_hash: str
    definitions: msgspec.Raw
    words: dict[str, msgspec.Raw]
    vernacular: msgspec.Raw = msgspec.Raw(_NOTHING)


class Bundle:
    """The content at one version. Definitions and words are decoded when first wanted."""

    def __init__(self, stored: StoredBundle) -> None:
        self._stored = stored
        self._words: dict[str, dict[str, Text]] = {}
        self._municipalities: dict[str, tuple[tuple[str, str], ...]] = {}

    @property
    def content_hash(self) -> str:
        """SHA-256 over every file that went in."""
        return self._stored.content_hash

    @property
    def version(self) -> str:
        """The content's version as it is shown and printed."""
        return self.content_hash[:_VERSION_LENGTH]

    @cached_property
    def definitions(self) -> Definitions:
        """Facts, parameters, agencies and errands."""
        return msgspec.msgpack.decode(self._stored.definitions, type=Definitions)

    @cached_property
    def engine(self) -> Engine:
        """The compiled rules."""
        return Engine(self.definitions)

    @cached_property
    def finder(self) -> PathFinder:
        """What computes paths."""
        return PathFinder(self.engine, self.version)

    @property
    def errands(self) -> tuple[ErrandId, ...]:
        """The ids of all errands, by number."""
        errands = sorted(self.definitions.errands.values(), key=lambda errand: errand.number)
        return tuple(ErrandId(errand.id) for errand in errands)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that there are words in."""
        return tuple(sorted(self._stored.words))

    def words(self, language: Language | str) -> dict[str, Text]:
        """All words of a language by key; empty when there are none."""
        code = str(language)
        if code not in self._words:
            raw = self._stored.words.get(code)
            self._words[code] = msgspec.msgpack.decode(raw, type=dict[str, Text]) if raw is not None else {}
        return self._words[code]

    def municipalities(self, language: Language | str) -> tuple[tuple[str, str], ...]:
        """All municipalities as code and name, by name; in Finnish where the language has no name of one."""
        code = str(language)
        if code not in self._municipalities:
            words = {**self.words(FALLBACK), **self.words(code)}
            named = [
                (key.removeprefix(MUNICIPALITY), name)
                for key, name in words.items()
                if key.startswith(MUNICIPALITY) and isinstance(name, str)
            ]
            self._municipalities[code] = tuple(sorted(named, key=itemgetter(1)))
        return self._municipalities[code]

    def for_program(self, parameter: str, day: date) -> str:
        """The value of a parameter that the program itself reads; raises ``BundleMissing`` where none is in force."""
        defined = self.definitions.parameters.get(parameter)
        dated = defined.on(day) if defined else None
        if dated is None:
            raise BundleMissing(path=parameter)
        return dated.value[""]

    def vernacular(self) -> Vernacular:
        """How people call things; decoded anew, for the search keeps what it makes of it."""
        return msgspec.msgpack.decode(self._stored.vernacular, type=Vernacular | None) or NO_VERNACULAR

    def without_vernacular(self) -> Bundle:
        """The same content without how people call things."""
        return Bundle(msgspec.structs.replace(self._stored, vernacular=msgspec.Raw(_NOTHING)))

    def to_bytes(self) -> bytes:
        """The file."""
        return msgspec.msgpack.encode(self._stored)


def read_bundle(content: bytes) -> Bundle:
    """Read a bundle that ``desk.errands.compiling`` made."""
    return Bundle(_read(content))


@lru_cache(maxsize=1)
def _decoder() -> msgspec.msgpack.Decoder[StoredBundle]:
    return msgspec.msgpack.Decoder(StoredBundle)


def _read(content: bytes) -> StoredBundle:
    try:
        stored = _decoder().decode(content)
    except msgspec.MsgspecError as fault:
        raise ErrandsBroken(reason=fault) from None
    if not OLDEST <= stored.format <= FORMAT:
        raise ErrandsBroken(reason=f"format {stored.format}, not {FORMAT}")
    return stored
