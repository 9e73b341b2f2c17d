"""Remembers which Finnish each translation was made from, so that a changed Finnish text shows its stale translations.

Beside the texts, ``translated/`` holds for each Finnish text file, by language and key, a short hash of the Finnish as
it was when somebody last said that the translation is right: ``desk errands translated`` writes it, nobody else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

import msgspec

from desk.errands.definition import Text
from desk.errands.diagnostics import Place
from desk.errands.fields import Report
from desk.errands.loader import Files, Loaded
from i18n.language import FALLBACK
from i18n.notation import NBSP

FOLDER = "translated/"
_SOURCES = (
    re.compile(rf"errands/(?P<errand>[^/]+)/texts/{FALLBACK}\.yaml"),
    re.compile(rf"(?P<kind>facts)/texts/{FALLBACK}(?:/(?P<part>[^/]+))?\.yaml"),
    re.compile(rf"(?P<kind>hints)/texts/{FALLBACK}(?:/(?P<part>[^/]+))?\.yaml"),
    re.compile(rf"(?P<kind>phrases)/texts/{FALLBACK}(?:/(?P<part>[^/]+))?\.yaml"),
    re.compile(rf"(?P<kind>withdrawals)/texts/{FALLBACK}(?:/(?P<part>[^/]+))?\.yaml"),
    re.compile(rf"(?P<kind>texts)/{FALLBACK}(?:/(?P<part>[^/]+))?\.yaml"),
)
_ENDING = ".json"
_LENGTH = 10


@dataclass(slots=True)
class Recorded:
    """The hashes of one Finnish file's texts, by language and key."""

    hashes: dict[str, dict[str, str]] = field(default_factory=dict)


def part_of(file: str) -> str | None:
    """What a Finnish text file is called: an errand's id, ``facts/work``, ``texts``; nothing for other files."""
    for source in _SOURCES:
        if match := source.fullmatch(file):
            return "/".join(group for group in match.groups() if group)
    return None


def record_file(part: str) -> str:
    """Where the hashes of a part stand."""
    return f"{FOLDER}{part}{_ENDING}"


def hash_of(text: Text) -> str:
    """What is remembered of a Finnish text; the spaces that the program glues do not count."""
    whole = text if isinstance(text, str) else "\n".join(text)
    return sha256(whole.replace(NBSP, " ").encode()).hexdigest()[:_LENGTH]


def records_in(files: Files, report: Report) -> dict[str, Recorded]:
    """What was recorded, by part."""
    found = {}
    for path in sorted(files):
        if path.startswith(FOLDER) and path.endswith(_ENDING):
            part = path.removeprefix(FOLDER).removesuffix(_ENDING)
            try:
                found[part] = Recorded(msgspec.json.decode(files[path], type=dict[str, dict[str, str]]))
            except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
                remedy = f"when the translations are right: desk errands translated {part}"
                report.error(Place(path), "E523", f"the record of translations cannot be read: {fault}", remedy)
                found[part] = Recorded()
    return found


def parts_of(loaded: Loaded) -> dict[str, list[str]]:
    """The keys of the Finnish texts by the part that they belong to."""
    parts: dict[str, list[str]] = {}
    for (language, key), place in loaded.words.places.items():
        if language == FALLBACK and (part := part_of(place.file)) is not None:
            parts.setdefault(part, []).append(key)
    return parts


def fresh_hashes(loaded: Loaded, keys: Iterable[str], language: str) -> dict[str, str]:
    """What to record for the texts that there are in a language."""
    finnish, translated = loaded.words.words.get(FALLBACK, {}), loaded.words.words.get(language, {})
    return {key: hash_of(finnish[key]) for key in keys if key in translated}


def written(recorded: Recorded) -> bytes:
    """The file of a part: a line for each text, in order, so that two people's changes seldom meet."""
    ordered = {language: dict(sorted(hashes.items())) for language, hashes in sorted(recorded.hashes.items())}
    return msgspec.json.format(msgspec.json.encode(ordered), indent=1) + b"\n"
