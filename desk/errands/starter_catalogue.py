"""The starter catalogue: services and channels in our own words, with each number taken from the parameters.

The files have the form of PTV v11. A phone number, address or fee stands in them as ``{phone.kela}``: it is written
once, in ``parameters/``, with its source and date, and filled in here as it is on the as-of date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from desk.errands.definition import Parameter
from desk.errors import ErrandsBroken

_PLACE = re.compile(r"\{([a-z]+\.[a-z0-9_]+)\}")

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def filled_in(files: Mapping[str, bytes], parameters: Mapping[str, Parameter], as_of: date) -> tuple[bytes, ...]:
    """Return one JSON list of objects a file, in the order of their paths.

    Raises ``ErrandsBroken`` with the file and the name when a parameter is missing or has no value on the day.
    """
    filled = []
    for path in sorted(files):
        try:
            document: Json = msgspec.json.decode(files[path])
        except msgspec.DecodeError as broken:
            raise ErrandsBroken(where=path, reason=broken) from broken
        filled.append(msgspec.json.encode(_Filling(path, parameters, as_of).fill(document, "")))
    return tuple(filled)


class _Filling:
    """One file being filled in."""

    def __init__(self, path: str, parameters: Mapping[str, Parameter], as_of: date) -> None:
        self._path = path
        self._parameters = parameters
        self._as_of = as_of

    def fill(self, part: Json, language: str) -> Json:
        """Fill a part; texts beside a ``language`` key take the value of that language."""
        if isinstance(part, dict):
            own = part.get("language")
            inner = own if isinstance(own, str) else language
            return {key: self.fill(value, inner) for key, value in part.items()}
        if isinstance(part, list):
            return [self.fill(each, language) for each in part]
        if isinstance(part, str):
            return _PLACE.sub(lambda found: self._value(found[1], language), part)
        return part

    def _value(self, name: str, language: str) -> str:
        parameter = self._parameters.get(name)
        dated = parameter.on(self._as_of) if parameter else None
        if dated is None:
            raise ErrandsBroken(where=self._path, reason=f"no value for {name} on {self._as_of.isoformat()}")
        value = dated.value
        chosen = value.get("") or value.get(language) or value.get("fi") or next(iter(value.values()))
        return _figures(chosen, language) if parameter and parameter.kind in ("fee", "amount") else chosen


def _figures(euros: str, language: str) -> str:
    """The figures of a sum as they are written in a sentence: 55 and not 55.00, 12,50 in Finnish and Swedish."""
    whole = euros.removesuffix(".00")
    return whole if language == "en" else whole.replace(".", ",")
