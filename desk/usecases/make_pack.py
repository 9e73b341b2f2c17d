"""Make an outreach pack of an area: its catalogue, the errands and their official forms, signed by this desk."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desk.errands.bundle import Bundle
from desk.model.pack import MadePack, PackRecord, RecordKind, Told
from desk.model.refresh import SyncArea
from desk.model.unwatched import nobody_watches
from desk.ports import Clock
from desk.ports.packs import PackContents, PackFiles, PackShelf
from desk.usecases.errands_version import errands_version
from desk.usecases.form_files import FormFiles
from desk.usecases.refresh_plan import in_order
from desk.usecases.trust_publishers import TrustPublishers


@dataclass(frozen=True, slots=True)
class Making:
    """What making a pack needs."""

    files: PackFiles
    shelf: PackShelf
    publishers: TrustPublishers
    forms: FormFiles
    clock: Clock
    bundle: Bundle


class MakePack:
    """Writes packs."""

    def __init__(self, making: Making) -> None:
        self._files = making.files
        self._shelf = making.shelf
        self._publishers = making.publishers
        self._forms = making.forms
        self._clock = making.clock
        self._bundle = making.bundle

    def __call__(self, path: Path, areas: Sequence[SyncArea], told: Told = nobody_watches) -> MadePack:
        """Write a pack of these areas, or of everything when none is named; no network is used.

        Raises ``NothingToPack``, or ``PackUnreadable`` when the file cannot be written: then there is no file.
        """
        started = time.monotonic()
        used = self._forms.used()
        own = self._publishers.own()
        with self._shelf.contents(in_order(areas), [form.url for form in used if form.stored]) as contents:
            inside = replace(contents.inside, errands=errands_version(self._bundle))
            records = self._told_of(contents, told)
            header = self._files.write(path, inside, records, (own.secret, own.name), self._clock.now())
        missing = tuple(form.url for form in used if not form.stored)
        return MadePack(header, path.stat().st_size, time.monotonic() - started, missing)

    def _told_of(self, contents: PackContents, told: Told) -> Iterator[PackRecord]:
        inside = contents.inside
        beside = inside.codes + inside.libraries + inside.tombstones + len(inside.forms)
        whole = inside.counts.total + beside + 1
        for done, record in enumerate(contents.records(), start=1):
            yield record
            told(done, whole)
        yield PackRecord(RecordKind.ERRANDS, self._bundle.to_bytes())
        told(whole, whole)
