"""Opens and makes packages: looked at first, then taken in whole, beside the store lane so that the search goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError
from desk.model.pack import MadePack, PackPreview, TakenInPack, TrustedPublisher
from desk.model.refresh import SyncArea
from desk.usecases.pack_rooms import PackRooms
from desk.usecases.trust_publishers import OwnPublisher
from desk.usecases.word_packs import change_lines, preview_lines
from ui.desk_access import DeskAccess
from ui.screens.catalogue.lines_card import CardLine, Way
from ui.screens.catalogue.pack_parts import PackParts
from ui.screens.catalogue.packs_card import PacksState
from ui.tasks import Job, Lane

Result = TypeVar("Result")
SUFFIX = ".tiskipaketti"


class PacksPresenter(QObject):
    """Holds what is shown of a package and of publishers."""

    state_changed = Signal(object)
    """Another ``PacksState``."""
    taken_in = Signal()
    """The catalogue is another one now."""

    def __init__(self, access: DeskAccess, parts: PackParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access, self._parts = access, parts
        self._state = PacksState()
        self._path: Path | None = None

    @Slot()
    def read(self) -> None:
        """Look up whose packages are taken in."""
        self._ask(lambda rooms: rooms.publishers.all(), self._publishers_read)

    @Slot()
    def open(self) -> None:
        """Choose a package and look at it; nothing is changed yet."""
        path = self._parts.choose()
        if path is not None:
            self.leave()  # what is taken in is what was looked at: nothing of another package stays
            self._show(replace(self._state, busy=True))
            self._work(lambda rooms: rooms.open_pack.preview(path), partial(self._previewed, path))

    @Slot(bool)
    def take(self, older_too: bool) -> None:
        """Take the package in: all of it, or nothing."""
        path = self._path
        if path is not None:
            self._show(replace(self._state, busy=True, error=None))
            self._work(lambda rooms: rooms.open_pack(path, older_too=older_too), self._taken)

    @Slot()
    def leave(self) -> None:
        """Look at it no more."""
        self._path = None
        self._show(replace(self._state, file_name="", preview=(), error=None, done="", busy=False))

    @Slot()
    def make(self) -> None:
        """Write a package of what this desk keeps."""
        path = self._parts.choose_new(f"palvelutiski{SUFFIX}")
        if path is None:
            return
        self._show(replace(self._state, busy=True, done="", error=None))
        desk = self._access.desk

        def work(rooms: PackRooms) -> MadePack:
            asked = desk.refresh_settings.read()
            areas: tuple[SyncArea, ...] = asked.areas if asked is not None else ()
            return rooms.make_pack(path, areas)

        self._work(work, partial(self._made, path))

    @Slot(str, str)
    def trust(self, key: str, name: str) -> None:
        """Take a publisher's packages in from now on."""
        work = self._with(lambda rooms: rooms.publishers.trust(key, name))
        self._start(Job(lambda _token: work(), lambda _who: self.read(), self._key_refused, self))

    @Slot(str)
    def distrust(self, key: str) -> None:
        """Take them in no longer."""
        self._ask(lambda rooms: rooms.publishers.distrust(key), lambda _who: self.read())

    @Slot()
    def show_key(self) -> None:
        """Show this desk's own key."""
        self._ask(lambda rooms: rooms.publishers.own(), self._own_read)

    def _with(self, work: Callable[[PackRooms], Result]) -> Callable[[], Result]:
        def in_rooms() -> Result:
            with self._parts.packs() as rooms:
                return work(rooms)

        return in_rooms

    def _work(self, work: Callable[[PackRooms], Result], done: Callable[[Result], None]) -> None:
        """What takes long: beside the store lane, on a connection of its own."""
        in_rooms = self._with(work)
        self._start(Job(lambda _token: in_rooms(), done, self._failed, self, Lane.FREE, key="pack"))

    def _ask(self, work: Callable[[PackRooms], Result], done: Callable[[Result], None]) -> None:
        in_rooms = self._with(work)
        self._start(Job(lambda _token: in_rooms(), done, self._failed, self, Lane.STORE))

    def _start(self, job: Job[Result]) -> None:
        self._access.runner.start(job)

    def _previewed(self, path: Path, preview: PackPreview) -> None:
        self._path = path
        lines = tuple(preview_lines(preview, self._access.translator.words))
        trusted = preview.trusted is not None
        self._show(
            replace(
                self._state,
                file_name=path.name,
                preview=lines,
                can_take=trusted,
                is_older=preview.is_older,
                busy=False,
            )
        )

    def _taken(self, taken: TakenInPack) -> None:
        words = self._access.translator.words
        done = words.text("The package is in use.")
        told = "\n".join((done, *change_lines(taken.changes, words)))
        self._path = None
        self._show(replace(self._state, file_name="", preview=(), busy=False, done=told))
        self.taken_in.emit()

    def _made(self, path: Path, made: MadePack) -> None:
        words, formats = self._access.translator.words, self._access.translator.formats
        size = formats.number(max(1, round(made.file_size / 1_000_000)))
        told = words.text("The package is written: {file}, {size} MB.", file=path.name, size=size)
        self._show(replace(self._state, busy=False, done=told))

    def _failed(self, error: DeskError) -> None:
        self._show(replace(self._state, busy=False, error=error))

    def _key_refused(self, error: DeskError) -> None:
        self._show(replace(self._state, key_error=error))

    def _own_read(self, own: OwnPublisher) -> None:
        self._show(replace(self._state, own_key=own.key.spoken()))

    def _publishers_read(self, publishers: tuple[TrustedPublisher, ...]) -> None:
        words, formats = self._access.translator.words, self._access.translator.formats
        lines = tuple(
            CardLine(
                each.name,
                each.key.fingerprint,
                words.text("trusted since {day}", day=formats.short_date(each.since.date())),
                (Way(each.key.fingerprint, words.text("Trust no longer")),),
            )
            for each in publishers
        )
        self._show(replace(self._state, trusted=lines, key_error=None))

    def _show(self, state: PacksState) -> None:
        self._state = state
        self.state_changed.emit(state)
