"""What the desk has and will have while a refresh runs: the catalogue as it is, the shelf, and what was let go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desk.model.refresh import ObjectKind, RefreshKind
from desk.ports.catalogue_refresh import RefreshedCatalogue, RefreshShelf


class DeskHoldings:
    """The catalogue and the shelf together. In a first run only what is on the shelf will stay."""

    def __init__(self, catalogue: RefreshedCatalogue, shelf: RefreshShelf, run: RefreshKind) -> None:
        self._catalogue = catalogue
        self._shelf = shelf
        self._stays = run is not RefreshKind.FIRST
        self._here: dict[ObjectKind, set[str]] = {}

    def in_catalogue(self, kind: ObjectKind) -> set[str]:
        """Return the ids that the catalogue has and that were not let go."""
        if kind not in self._here:
            gone = {identity for each, identity in self._shelf.gone() if each is kind}
            self._here[kind] = set(self._catalogue.ids(kind)) - gone
        return self._here[kind]

    def holds(self, kind: ObjectKind, ids: Sequence[str]) -> bool:
        """Tell whether any of these will be here."""
        if self._stays and not self.in_catalogue(kind).isdisjoint(ids):
            return True
        return bool(ids) and bool(self._shelf.holds(kind, ids))

    def lacking(self, kind: ObjectKind, ids: Iterable[str]) -> list[str]:
        """Return those that will not be here unless they are fetched; the shelf itself knows what is on it."""
        if not self._stays:
            return list(ids)
        here = self.in_catalogue(kind)
        return [identity for identity in ids if identity not in here]

    def let_go(self, kind: ObjectKind, ids: Iterable[str]) -> None:
        """Note what of the catalogue is no longer in the source; what was never here is not gone."""
        here = self.in_catalogue(kind)
        gone = [identity for identity in dict.fromkeys(ids) if identity in here]
        if gone:
            self._shelf.let_go(kind, gone)
            here.difference_update(gone)

    def let_go_of_what_did_not_come(self) -> None:
        """After a first run: what is neither on the shelf nor unread is not in the source."""
        unread = set(self._shelf.unread())
        for kind in ObjectKind:
            old = [identity for identity in sorted(self.in_catalogue(kind)) if (kind, identity) not in unread]
            came = self._shelf.holds(kind, old) if old else frozenset()
            self.let_go(kind, [identity for identity in old if identity not in came])
