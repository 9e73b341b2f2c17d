"""A region's own errands, laid over the shipped ones by id: one content, which is checked and compiled as one.

What belongs together takes the place of what has its name as a whole: an errand with its words and examples, a set of
facts with its words; any other file by its path. Of files that are lists (agencies, parameters, hints, phrases, shared
words, what people say) each entry does so by itself: such a file stands beside the shipped ones, under another name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desk.errands.diagnostics import Diagnostic
from desk.errands.drafts import published

MARK = "own__"
"""Begins the name of a region's list beside the shipped lists; no shipped file is called so."""

_WORDS = r"(?:hints/|phrases/|withdrawals/)?texts/[^/]+"
_RECORDS = r"translated/(?:texts|hints|phrases|withdrawals)"
_LIST = re.compile(rf"(agencies|synonyms|withdrawals|{_WORDS}|{_RECORDS})(\.yaml|\.json)")
_LISTED = re.compile(
    rf"((?:agencies|synonyms|withdrawals|hints|phrases|parameters(?:/[^/]+)*|{_WORDS}|{_RECORDS})/)([^/]+)"
)
_MARKED = re.compile(rf"/{MARK}(?![a-z0-9_])|{MARK}")


@dataclass(frozen=True, slots=True)
class Layers:
    """Both contents as one. ``own``: the files of the region's, as they are called among the others.

    ``hidden``: the shipped files that they take the place of.
    """

    files: dict[str, bytes]
    own: frozenset[str]
    hidden: frozenset[str]

    def said_of_own(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """What the region has to know: everything of its own files, and errors that they cause in shipped ones."""
        return sorted(_as_written(each, self.own) for each in found if each.place.file in self.own or each.is_error)


def laid_over(shipped: Mapping[str, bytes], own: Mapping[str, bytes]) -> Layers:
    """Lay a region's files over the shipped ones; drafts are in neither."""
    shipped, own = published(shipped), published(own)
    named = {_name(path): content for path, content in own.items()}
    hidden = frozenset(path for path in shipped if path in named or _goes(path, own))
    files = {path: content for path, content in shipped.items() if path not in hidden}
    return Layers({**files, **named}, frozenset(named), hidden)


def goes_first(file: str, known: str) -> bool | None:
    """Tell whether what one file defines counts, and not the same in another; nothing where neither does."""
    own, known_own = (path.rpartition("/")[2].startswith(MARK) for path in (file, known))
    return None if own == known_own else own


def _goes(path: str, own: Mapping[str, bytes]) -> bool:
    """Whether a shipped file belongs to an errand, or a set of facts, that the region has as its own."""
    match path.split("/"):
        case ["errands", errand, *_]:
            return f"errands/{errand}/errand.yaml" in own
        case ["translated", record]:
            return f"errands/{record.removesuffix('.json')}/errand.yaml" in own
        case ["facts", "texts", _, words]:
            return f"facts/{words}" in own
        case ["translated", "facts", record]:
            return f"facts/{record.removesuffix('.json')}.yaml" in own
    return False


def _name(path: str) -> str:
    """What a file of the region's is called among the others."""
    if match := _LIST.fullmatch(path):
        return f"{match[1]}/{MARK}{match[2]}"
    if match := _LISTED.fullmatch(path):
        return f"{match[1]}{MARK}{match[2]}"
    return path


def as_in_folder(told: str) -> str:
    """Name a file as it is called in the region's folder, wherever it is named."""
    return _MARKED.sub("", told)


def _as_written(found: Diagnostic, own: frozenset[str]) -> Diagnostic:
    """Name the files as they are called in their folders."""
    file = found.place.file
    where = as_in_folder(file) if file in own else f"desk/content/{file}"
    return replace(
        found,
        place=found.place._replace(file=where),
        message=as_in_folder(found.message),
        remedy=as_in_folder(found.remedy),
    )
