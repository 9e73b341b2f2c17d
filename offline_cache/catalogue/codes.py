"""Code lists: municipalities and the like as the source tells them, classes as the objects themselves carry them.

The source has no list of service classes, life events and target groups, but every service says the code and the
names of its own. They are known by their code: their addresses have changed twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from desk.model.catalogue import CatalogueObject, Classification, GeneralDescription, Service
from desk.model.local_text import LocalText
from desk.model.refresh import Code, CodeListKind
from offline_cache.connection import StoreConnection

READ = "SELECT code, names, parent FROM code WHERE list = ? ORDER BY code"
PUT = """
    INSERT INTO code (list, code, names, parent) VALUES (?, ?, ?, ?)
    ON CONFLICT (list, code) DO UPDATE SET names = excluded.names, parent = excluded.parent
"""


class CodeLists:
    """Learns codes from the objects of one run, and writes what is another than before."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection
        self._learnt: dict[CodeListKind, dict[str, dict[str, str]]] = {}

    def learn(self, items: Iterable[CatalogueObject]) -> None:
        """The classes that services and general descriptions lie in."""
        for item in items:
            if isinstance(item, Service | GeneralDescription):
                self._note(CodeListKind.SERVICE_CLASS, item.classes.service_classes)
                self._note(CodeListKind.LIFE_EVENT, item.classes.life_events)
                self._note(CodeListKind.TARGET_GROUP, item.classes.target_groups)

    def write(self, told: Iterable[tuple[CodeListKind, Code]]) -> None:
        """Whole lists from the source in place of those before, and what was learnt beside what was known."""
        lists: dict[CodeListKind, dict[str, Code]] = {}
        for which, code in told:
            lists.setdefault(which, {})[code.code] = code
        for which, codes in lists.items():
            before = self._known(which)
            self._connection.executemany(
                "DELETE FROM code WHERE list = ? AND code = ?", [(which.value, key) for key in before.keys() - codes]
            )
            self._put(which, before, codes)
        for which, names in self._learnt.items():
            before = self._known(which)
            self._put(which, before, {key: _merged(before.get(key), key, told) for key, told in names.items()})

    def _note(self, which: CodeListKind, classes: Iterable[Classification]) -> None:
        for each in classes:
            if each.code and each.name:
                self._learnt.setdefault(which, {}).setdefault(each.code, {}).update(each.name.texts)

    def _known(self, which: CodeListKind) -> dict[str, Code]:
        return {code.code: code for code in read_codes(self._connection, which)}

    def _put(self, which: CodeListKind, before: Mapping[str, Code], codes: Mapping[str, Code]) -> None:
        self._connection.executemany(
            PUT,
            [
                (which.value, key, msgspec.json.encode(code.names.texts), code.parent)
                for key, code in codes.items()
                if before.get(key) != code
            ],
        )


def read_codes(connection: StoreConnection, which: CodeListKind) -> tuple[Code, ...]:
    """A code list, by code."""
    found = connection.execute(READ, (which.value,)).fetchall()
    return tuple(Code(code, LocalText(msgspec.json.decode(names)), parent) for code, names, parent in found)


def _merged(before: Code | None, key: str, names: Mapping[str, str]) -> Code:
    """One object may have a class's name in one language only."""
    if before is None:
        return Code(key, LocalText(dict(names)))
    return Code(key, LocalText({**before.names.texts, **names}), before.parent)
