"""The names of authorities and services in a text: a name is no officialese, however long it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desk.errands.definition import Definitions

_SHORTEST = 3
_KEPT_ENDING = 5
_NAMING = ("address", "form")


class OfficialNames:
    """The official names in one language, found in any inflection in a text of small letters."""

    def __init__(self, names: Iterable[str]) -> None:
        whole = sorted({name.lower() for name in names if len(name) >= _SHORTEST}, key=len, reverse=True)
        told = "|".join(_stem(name) for name in whole)
        self._pattern = re.compile(rf"\b(?:{told})[\w:’']*") if whole else None

    def has(self, text: str, at: int) -> bool:
        """True when the character ``at`` of the text belongs to a name."""
        names = self._pattern.finditer(text) if self._pattern else ()
        return any(name.start() <= at < name.end() for name in names)

    def as_one_word(self, text: str) -> str:
        """The text with one word where a name stands."""
        return self._pattern.sub("{name}", text) if self._pattern else text


def _stem(name: str) -> str:
    """What stays of the name when its end is inflected: Eläketurvakeskus, Eläketurvakeskukseen."""
    last = name.rpartition(" ")[2]
    kept = name[:-1] if len(last) > _KEPT_ENDING and name[-1].isalpha() else name
    return re.escape(kept).replace("\\ ", "[ \\u00a0]")


def official_names(content: Definitions, language: str, listed: Iterable[str]) -> OfficialNames:
    """The names of all agencies, of the forms and addresses among the parameters, and those listed."""
    names = [agency.names[language] for agency in content.agencies.values() if language in agency.names]
    for parameter in content.parameters.values():
        if parameter.kind in _NAMING:
            names += [value.value.get(language) or value.value.get("") or "" for value in parameter.values]
    return OfficialNames([*names, *listed])
