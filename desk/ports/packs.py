"""What outreach packs need from the world: a signed file, a key to sign with, and the store that gives and takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from desk.model.catalogue import FormFile
    from desk.model.pack import (
        ErrandsVersion,
        PackChanges,
        PackHeader,
        PackInside,
        PackIntake,
        PackRecord,
        PublisherKey,
        StoredForm,
        Told,
    )
    from desk.model.refresh import SyncArea


class PublisherKeys(Protocol):
    """Keys to sign packs with. A secret is text that only the encrypted casebook keeps."""

    def new_secret(self) -> str:
        """Draw a new secret."""
        ...

    def public(self, secret: str) -> PublisherKey:
        """Return the key that everyone may know."""
        ...


class SealedPack(Protocol):
    """A pack whose signature and contents fit each other: not a byte is other than its publisher signed."""

    @property
    def path(self) -> Path:
        """Return where the file is."""
        ...

    @property
    def header(self) -> PackHeader:
        """Return what the pack says of itself."""
        ...

    @property
    def size(self) -> int:
        """Return the bytes of the whole file."""
        ...

    def records(self) -> Iterator[PackRecord]:
        """Return the contents one after another; raises ``PackDamaged`` or ``PackUnreadable``."""
        ...


class PackFiles(Protocol):
    """Packs as files."""

    def write(
        self, path: Path, inside: PackInside, records: Iterable[PackRecord], publisher: tuple[str, str], made: datetime
    ) -> PackHeader:
        """Write a pack, whole or not at all. ``publisher``: the secret to sign with, and the name."""
        ...

    def open(self, path: Path) -> AbstractContextManager[SealedPack]:
        """Open a pack after every byte of it was compared with the signature; raises a ``PackError``."""
        ...


class PackContents(Protocol):
    """The part of a catalogue that goes into a pack, as it was at one moment."""

    @property
    def inside(self) -> PackInside:
        """Return what will be written, counted."""
        ...

    def records(self) -> Iterator[PackRecord]:
        """Return all of it."""
        ...


class PackShelf(Protocol):
    """The catalogue as packs see it: an area of it goes out, a pack comes in."""

    def contents(self, areas: Sequence[SyncArea], forms: Sequence[str]) -> AbstractContextManager[PackContents]:
        """Return what is here of these areas (of everything, when none is named) with these forms; as it is at one
        moment. Raises ``NothingToPack``."""
        ...

    def compare(self, pack: SealedPack, told: Told) -> PackChanges:
        """Read a pack through and say what it would change; raises ``PackDamaged`` for contents nobody can use."""
        ...

    def take_in(self, pack: SealedPack, intake: PackIntake, told: Told) -> PackChanges:
        """Take a pack in, in one transaction: all of it, or nothing."""
        ...

    def errands(self) -> ErrandsVersion | None:
        """Return the version of the errands that a pack brought, to be used from the next opening."""
        ...


class FormShelf(Protocol):
    """Official forms as files on this desk; they can be fetched again."""

    def stored(self) -> tuple[StoredForm, ...]:
        """Return what is here, by address."""
        ...

    def put(self, url: str, title: str, body: bytes, fetched: datetime) -> None:
        """Keep a form, in the place of an older one of the same address."""
        ...

    def body(self, url: str) -> bytes | None:
        """Return a form, if it is here."""
        ...

    def starter_forms(self) -> tuple[FormFile, ...]:
        """Return the forms that the starter catalogue's channels name."""
        ...
