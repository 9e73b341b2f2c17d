"""Where the catalogue's contents come from over the network. Each is small, so that another version fits beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from desk.model.refresh import ObjectState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desk.model.refresh import Code, CodeListKind, Fetched, IdPage, ObjectKind, ObjectPage, SyncArea


class CatalogueReader(Protocol):
    """A national service catalogue that can be read page by page; one reader for each version of its interface.

    Every method raises a ``NetworkError`` when the answer cannot be had after bounded retries. A single broken
    object never raises: it is a problem beside the others. Pages are numbered from 1.
    """

    @property
    def name(self) -> str:
        """Return what the source is called in the catalogue's status."""
        ...

    @property
    def at_once(self) -> int:
        """Return how many objects ``objects`` takes at most."""
        ...

    @property
    def received(self) -> int:
        """Return the bytes received so far, as they came over the wire."""
        ...

    @property
    def source_time(self) -> datetime | None:
        """Return the source's own clock at its first answer, in UTC, if it told."""
        ...

    def ids(
        self,
        kind: ObjectKind,
        page: int,
        *,
        since: datetime | None = None,
        state: ObjectState = ObjectState.PUBLISHED,
        area: SyncArea | None = None,
    ) -> IdPage:
        """Return one page of ids: all, or what changed after ``since`` (strictly), or those of an area."""
        ...

    def objects(self, kind: ObjectKind, ids: Sequence[str]) -> Fetched:
        """Return the objects of these ids; what the source leaves out is in ``missing``."""
        ...

    def objects_of_area(self, kind: ObjectKind, area: SyncArea, page: int) -> ObjectPage:
        """Return one page of whole objects of an area and of the whole country: services, channels, organizations."""
        ...

    def codes(self, which: CodeListKind) -> tuple[Code, ...]:
        """Return a code list of the source, keyed on ``code``; empty when this source does not have it."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...
