"""What the server knows: wire objects with their state, and a clock that moves only when something happens.

All times are UTC. ``modified`` and the moment of the last change of a connection are two: the API's ``date`` looks at
both for services and channels, while the object shows only the first.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from tests.ptv_server.kinds import NAMES, Kind, kind_of
from tests.ptv_server.wire_objects import Wire

FIRST_MOMENT = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
TICK = timedelta(seconds=1)
PUBLISHED, ARCHIVED, WITHDRAWN, REMOVED = "Published", "Archived", "Withdrawn", "Removed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One object and how it stands. A ``ghost`` is listed, without a name, and cannot be fetched."""

    kind: Kind
    id: str
    wire: Wire
    modified: datetime
    connected: datetime | None = None
    state: str = PUBLISHED
    ghost: bool = False

    def changed_in(self, after: datetime | None, before: datetime | None) -> bool:
        """Both ends are strict; a changed connection counts for services and channels that are published."""
        moments = [self.modified]
        if self.connected and self.state == PUBLISHED and self.kind in (Kind.SERVICE, Kind.CHANNEL):
            moments.append(self.connected)
        return any((after is None or each > after) and (before is None or each < before) for each in moments)

    def serves(self, municipalities: frozenset[str], *, whole_country: bool) -> bool:
        """Tell whether it is offered there."""
        if self.wire.get("areaType") in ("Nationwide", "NationwideExceptAlandIslands"):
            return whole_country
        places = (place for area in self.wire.get("areas") or () for place in area.get("municipalities") or ())
        return any(place.get("code") in municipalities for place in places)


class ServerCatalogue:
    """Objects that tests change while they are read. Safe to use from several threads."""

    def __init__(self, now: datetime = FIRST_MOMENT) -> None:
        self._entries: dict[Kind, dict[str, Entry]] = {kind: {} for kind in Kind}
        self._lock = threading.RLock()
        self._now = now
        self.regions: dict[tuple[str, str], frozenset[str]] = {}
        """The municipalities of each area that is not one itself: ``("Region", "11")`` → codes."""
        self.codes: dict[str, list[Wire]] = {}
        """Code lists by the last part of their path: ``GetMunicipalityCodes``, ``Region`` …"""

    @property
    def now(self) -> datetime:
        """The server's clock."""
        with self._lock:
            return self._now

    def advance(self, **by: float) -> None:
        """Let time go by: ``advance(days=1)``."""
        with self._lock:
            self._now += timedelta(**by)

    def publish(self, *wires: Wire) -> None:
        """Put objects in, or put them back in."""
        for wire in wires:
            kind, identity = kind_of(wire), str(wire["id"])
            with self._lock:
                self._keep(Entry(kind, identity, deepcopy(wire), self._tick()))

    def change(self, identity: str, **fields: object) -> None:
        """Change fields of an object by their names on the wire; it is modified now."""
        with self._lock:
            entry = self._entry(identity)
            self._keep(replace(entry, wire=entry.wire | deepcopy(fields), modified=self._tick()))

    def rename(self, identity: str, finnish: str) -> None:
        """Give an object another Finnish name."""
        kind = self._entry(identity).kind
        self.change(identity, **{NAMES[kind]: [{"language": "fi", "value": finnish, "type": "Name"}]})

    def change_connection(self, service: str, channel: str, **fields: object) -> None:
        """Change how a service is given at a channel: both come with ``date``, and ``modified`` stays old on both."""
        with self._lock:
            moment = self._tick()
            for identity, key, other in ((service, "serviceChannels", channel), (channel, "services", service)):
                entry = self._entry(identity)
                wire = deepcopy(entry.wire)
                for row in wire.get(key) or ():
                    if (row.get("serviceChannel") or row.get("service") or {}).get("id") == other:
                        row.update(deepcopy(fields))
                self._keep(replace(entry, wire=wire, connected=moment), stamped=False)

    def archive(self, identity: str) -> None:
        """Take it out: it is listed as archived and answers 404."""
        self._set_state(identity, ARCHIVED)

    def withdraw(self, identity: str) -> None:
        """Take it back to a draft: it is listed as withdrawn and answers 404."""
        self._set_state(identity, WITHDRAWN)

    def remove(self, identity: str) -> None:
        """Take it away without a word: no list shows it any more."""
        self._set_state(identity, REMOVED)

    def make_ghost(self, identity: str) -> None:
        """List it without a name, and answer 404 when it is fetched."""
        with self._lock:
            self._keep(replace(self._entry(identity), ghost=True), stamped=False)

    def ids(self, kind: Kind) -> frozenset[str]:
        """Everything of a kind that a client should have in the end."""
        return frozenset(entry.id for entry in self.entries(kind) if entry.state == PUBLISHED and not entry.ghost)

    def whole(self, kind: Kind) -> dict[str, Wire]:
        """The wire objects that a client should have in the end, by id."""
        wanted = self.ids(kind)
        return {entry.id: deepcopy(entry.wire) for entry in self.entries(kind) if entry.id in wanted}

    def entries(self, kind: Kind, keep: Callable[[Entry], bool] | None = None) -> tuple[Entry, ...]:
        """All entries of a kind as created, whatever their state."""
        with self._lock:
            found = list(self._entries[kind].values())  # as first published: what comes back keeps its place
        return tuple(each for each in found if keep is None or keep(each))

    def find(self, kind: Kind, identity: str) -> Entry | None:
        """An entry that can be fetched."""
        with self._lock:
            entry = self._entries[kind].get(identity)
        return entry if entry and entry.state == PUBLISHED and not entry.ghost else None

    def municipalities_of(self, kind: str, code: str) -> frozenset[str] | None:
        """The municipalities of an area; nothing for one that does not exist."""
        return frozenset({code}) if kind == "Municipality" else self.regions.get((kind, code))

    def _set_state(self, identity: str, state: str) -> None:
        with self._lock:
            self._keep(replace(self._entry(identity), state=state, modified=self._tick()))

    def _entry(self, identity: str) -> Entry:
        return next(entries[identity] for entries in self._entries.values() if identity in entries)

    def _tick(self) -> datetime:
        self._now += TICK
        return self._now

    def _keep(self, entry: Entry, *, stamped: bool = True) -> None:
        if stamped:
            entry.wire["modified"] = entry.modified.strftime("%Y-%m-%dT%H:%M:%S.%f")
        self._entries[entry.kind][entry.id] = entry

    def __iter__(self) -> Iterator[Entry]:
        return iter([entry for kind in Kind for entry in self.entries(kind)])
