"""Other names of organizations: *DVV*, *FPA*, *Kansaneläkelaitos*. Whoever says one means the organization's name."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from desk.model.vernacular import SaidWords
from offline_cache.catalogue import rows
from offline_cache.connection import StoreConnection
from offline_cache.packing import unpacked

READ = "SELECT body FROM entry WHERE kind = ? AND hidden = 0"
IN_BRACKETS = re.compile(r"^(.{3,}?)\s*\(([^()]{2,60})\)\s*$")
"""*Digi- ja väestötietovirasto (DVV)*: either is said."""


class _Texts(msgspec.Struct):
    texts: dict[str, str] = {}


class _Called(msgspec.Struct):
    """The part of an organization that tells what it is called; the rest is not decoded."""

    names: _Texts
    alternative_names: _Texts = msgspec.field(default_factory=_Texts)


_decoder = msgspec.json.Decoder(_Called)


def organization_words(connection: StoreConnection) -> list[SaidWords]:
    """What is said for the organizations of the catalogue, with their names."""
    called = (_decoder.decode(unpacked(body)) for (body,) in connection.execute(READ, (rows.ORGANIZATION,)))
    return [
        SaidWords({language: tuple(each) for language, each in said.items()}, _means(one.names.texts))
        for one in called
        if (said := _said(one))
    ]


def _said(called: _Called) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for language, name in called.alternative_names.texts.items():
        if name.casefold() != called.names.texts.get(language, "").casefold():
            said.setdefault(language, []).append(name)
    for language, name in called.names.texts.items():
        if found := IN_BRACKETS.match(name):
            said.setdefault(language, []).extend(found.groups())
    return said


def _means(names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Names without what stands in brackets, which services need not carry."""
    return {language: (IN_BRACKETS.sub(r"\1", name),) for language, name in names.items()}
