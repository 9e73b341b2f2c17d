"""What a refresh has to do: everything, what changed, or a comparison of all ids; and whether a begun run goes on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.model.ids import uuid7
from desk.model.refresh import ObjectKind, ObjectState, RefreshKind, RefreshMemory, RefreshRun, SyncArea

OVERLAP = timedelta(minutes=10)
"""Changes are asked for from a while before the watermark: an object may become visible after its moment."""
SWEEP_EVERY = timedelta(days=7)
A_RUN_LASTS = timedelta(days=7)
"""What was fetched longer ago is fetched again rather than finished."""

ORDER = (
    ObjectKind.SERVICE,
    ObjectKind.GENERAL_DESCRIPTION,
    ObjectKind.CHANNEL,
    ObjectKind.ORGANIZATION,
    ObjectKind.COLLECTION,
)
"""Each kind names only kinds behind it, so that one pass finds all that is named."""

BY_AREA = (ObjectKind.SERVICE, ObjectKind.CHANNEL, ObjectKind.ORGANIZATION)
"""What the source can be asked for by area."""

ENDINGS: dict[ObjectKind, tuple[ObjectState, ...]] = {
    ObjectKind.SERVICE: (ObjectState.ARCHIVED, ObjectState.WITHDRAWN),
    ObjectKind.CHANNEL: (ObjectState.ARCHIVED, ObjectState.WITHDRAWN),
    ObjectKind.ORGANIZATION: (ObjectState.ARCHIVED, ObjectState.WITHDRAWN),
    ObjectKind.COLLECTION: (ObjectState.ARCHIVED,),
    ObjectKind.GENERAL_DESCRIPTION: (),
}
"""How the source says that something ended; of general descriptions it says nothing."""

_BREADTH = (RefreshKind.CHANGES, RefreshKind.SWEEP, RefreshKind.FIRST)


@dataclass(frozen=True, slots=True)
class RefreshAsk:
    """What somebody wants to have fresh: no areas is the whole country; ``full`` compares every id."""

    url: str
    areas: tuple[SyncArea, ...] = ()
    full: bool = False


def in_order(areas: Iterable[SyncArea]) -> tuple[SyncArea, ...]:
    """Return areas once each, so that the same areas are the same however they were given."""
    return tuple(sorted(set(areas)))


def kind_of_run(memory: RefreshMemory, source: str, asked: RefreshAsk, now: datetime) -> RefreshKind:
    """Say how much has to be asked for, from what earlier runs left."""
    same = memory.source == source and in_order(memory.areas) == in_order(asked.areas)
    if memory.watermark is None or not same:
        return RefreshKind.FIRST
    if asked.full or memory.swept is None or now - memory.swept >= SWEEP_EVERY:
        return RefreshKind.SWEEP
    return RefreshKind.CHANGES


def goes_on(begun: RefreshRun, planned: RefreshRun) -> bool:
    """Tell whether a run that was cut off brings what is planned now, and is not too old to be finished."""
    return (
        begun.source == planned.source
        and begun.areas == planned.areas
        and _BREADTH.index(begun.kind) >= _BREADTH.index(planned.kind)
        and planned.started - begun.started < A_RUN_LASTS
    )


def new_run(kind: RefreshKind, source: str, asked: RefreshAsk, now: datetime, watermark: datetime) -> RefreshRun:
    """Return a run that has not begun."""
    return RefreshRun(
        id=uuid7(int(now.timestamp() * 1000)),
        kind=kind,
        source=source,
        areas=in_order(asked.areas),
        started=now,
        watermark=watermark,
    )
