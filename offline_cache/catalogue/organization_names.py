"""What organizations are called: in their own words, or as the services tell that name them.

A service names its organizations by id; their names stand in its search row. So who renames an organization changes
the search rows of all that it offers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from desk.model.catalogue import CatalogueObject, Organization, Service
from offline_cache.catalogue import rows
from offline_cache.connection import StoreConnection

READ_NAMES = """
    SELECT organization_name.id, names, whole FROM json_each(?) AS asked
    JOIN organization_name ON organization_name.id = asked.value
"""
INSERT_NAME = """
    INSERT INTO organization_name (id, names, whole) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET names = excluded.names, whole = excluded.whole WHERE excluded.whole >= whole
"""
READ_USERS = """
    SELECT DISTINCT owner FROM json_each(?) AS asked JOIN offered_by ON organization = asked.value ORDER BY owner
"""

Names = Mapping[str, str]


class OrganizationNames:
    """The names that one run needs, looked up when they are first needed."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection
        self._names: dict[str, Names] = {}
        self._whole: set[str] = set()
        self._outdated: set[str] = set()

    def of(self, items: Iterable[CatalogueObject]) -> Mapping[str, Names]:
        """The names of the organizations that these objects speak of, and maybe of others."""
        self.look_up(items)
        return self._names

    def look_up(self, items: Iterable[CatalogueObject]) -> None:
        """Read what is known of these objects' organizations."""
        self._look_up({each for item in items for each in rows.organizations_of(item)})

    def learn(self, items: Sequence[CatalogueObject]) -> None:
        """Names of organizations: their own, or the copies that services carry for those not yet known."""
        told = [each for item in items for each in _names_in(item)]
        self._look_up({identity for identity, _, _ in told})
        learnt: list[tuple[str, bytes, bool]] = []
        renamed: set[str] = set()
        for identity, names, whole in told:
            before = self._names.get(identity)
            if whole:
                self._whole.add(identity)
            if whole or before is None:
                self._names[identity] = names
                learnt.append((identity, msgspec.json.encode(names), whole))
            if whole and before != names:
                renamed.add(identity)
        self._connection.executemany(INSERT_NAME, learnt)
        if renamed:
            users = self._connection.execute(READ_USERS, (rows.listed(renamed),)).fetchall()
            self._outdated.update(owner for (owner,) in users)

    def are_known(self, item: CatalogueObject) -> bool:
        """Whether all organizations of an object said themselves what they are called; else they may still come."""
        return self._whole.issuperset(rows.organizations_of(item))

    def postpone(self, ids: Iterable[str]) -> None:
        """These are indexed with the outdated ones, once all names are there."""
        self._outdated.update(ids)

    def written(self, ids: Iterable[str]) -> None:
        """These are indexed with the names as they are now."""
        self._outdated.difference_update(ids)

    def outdated(self) -> Sequence[str]:
        """The ids of all objects that were indexed with another name of an organization, or before it had one."""
        return sorted(self._outdated)

    def _look_up(self, ids: set[str]) -> None:
        missing = ids.difference(self._names)
        if missing:
            found = self._connection.execute(READ_NAMES, (rows.listed(missing),)).fetchall()
            self._names.update({identity: msgspec.json.decode(names) for identity, names, _ in found})
            self._whole.update(identity for identity, _, whole in found if whole)


def _names_in(item: CatalogueObject) -> list[tuple[str, dict[str, str], bool]]:
    if isinstance(item, Organization):
        return [(item.id, dict(item.names.texts), True)]
    if isinstance(item, Service):
        return [(offer.organization, {"fi": offer.name}, False) for offer in item.offers if offer.name]
    return []
