"""Open an outreach pack: look at it first, then take it in whole or refuse it with the reason."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from desk.errors import PackKeyUnknown, PackNewer, PackOlder
from desk.model.hours import HELSINKI
from desk.model.pack import (
    ErrandsChange,
    ErrandsVersion,
    PackChanges,
    PackIntake,
    PackPreview,
    TakenInPack,
    Told,
)
from desk.model.unwatched import nobody_watches
from desk.ports import CatalogueStore, Clock
from desk.ports.packs import PackFiles, PackShelf, SealedPack
from desk.usecases.trust_publishers import TrustPublishers

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Opening:
    """What opening a pack needs. ``errands``: those that the desk works with now."""

    files: PackFiles
    shelf: PackShelf
    publishers: TrustPublishers
    catalogue: CatalogueStore
    clock: Clock
    errands: ErrandsVersion


class OpenPack:
    """Previews a pack and takes it in."""

    def __init__(self, opening: Opening) -> None:
        self._files = opening.files
        self._shelf = opening.shelf
        self._publishers = opening.publishers
        self._catalogue = opening.catalogue
        self._clock = opening.clock
        self._errands = opening.errands

    def show(self, path: Path) -> PackPreview:
        """Return what a pack says of itself, nothing of it unpacked; raises a ``PackError``."""
        with self._files.open(path) as pack:
            return self._preview(pack, None)

    def preview(self, path: Path, told: Told = nobody_watches) -> PackPreview:
        """Return what taking a pack in would change; a pack of an unknown publisher is not looked into.

        Raises a ``PackError`` for what nobody could take in.
        """
        with self._files.open(path) as pack:
            if self._publishers.name_of(pack.header.publisher) is None:
                return self._preview(pack, None)
            errands = self._errands_change(pack)
            return self._preview(pack, replace(self._shelf.compare(pack, told), errands=errands))

    def __call__(self, path: Path, *, older_too: bool = False, told: Told = nobody_watches) -> TakenInPack:
        """Take a pack in; raises a ``PackError`` or a ``FolderError``, and then nothing has changed."""
        self._publishers.require()
        started = time.monotonic()
        with self._files.open(path) as pack:
            publisher = self._trusted(pack)
            errands = self._errands_change(pack)
            is_older = self._is_older(pack, refuse=not older_too)
            intake = PackIntake(publisher, self._clock.now(), errands is ErrandsChange.NEWER, is_older)
            changes = self._shelf.take_in(pack, intake, told)
            return TakenInPack(
                pack.header, publisher, replace(changes, errands=errands), seconds=time.monotonic() - started
            )

    def _preview(self, pack: SealedPack, changes: PackChanges | None) -> PackPreview:
        key = pack.header.publisher
        return PackPreview(
            header=pack.header,
            file_size=pack.size,
            trusted=self._publishers.name_of(key),
            own=self._publishers.is_own(key),
            desk_as_of=self._catalogue.status(self._clock.now()).as_of,
            changes=changes,
        )

    def _trusted(self, pack: SealedPack) -> str:
        key = pack.header.publisher
        name = self._publishers.name_of(key)
        if name is None:
            claimed = claimed_name(pack.header.publisher_name)
            raise PackKeyUnknown(path=pack.path, name=claimed, fingerprint=key.fingerprint)
        return name

    def _is_older(self, pack: SealedPack, *, refuse: bool) -> bool:
        here = self._catalogue.status(self._clock.now()).as_of
        there = pack.header.inside.as_of
        if here is None or there >= here:
            return False
        if refuse:
            days = (f"{moment.astimezone(HELSINKI):%Y-%m-%d %H:%M}" for moment in (here, there))
            raise PackOlder(path=pack.path, desk=next(days), pack=next(days))
        return True

    def _errands_change(self, pack: SealedPack) -> ErrandsChange:
        """Compare a pack's errands with the newest of this desk; raises ``PackNewer`` for those of a newer format."""
        theirs = pack.header.inside.errands
        if theirs is None:
            return ErrandsChange.NONE
        if theirs.format > self._errands.format:
            raise PackNewer(kind="errands", path=pack.path)
        stored = self._shelf.errands()
        ours = max((self._errands, *((stored,) if stored else ())), key=lambda version: version.dated)
        if theirs.content_hash == ours.content_hash:
            return ErrandsChange.SAME
        return ErrandsChange.NEWER if theirs.dated > ours.dated else ErrandsChange.OLDER


def claimed_name(name: str) -> str:
    """Return the name that an unknown publisher gives itself, as it may be shown."""
    return "".join(sign for sign in name if sign.isprintable())[:LONGEST_NAME] or "?"
