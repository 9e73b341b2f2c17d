"""The real program where nothing is left to chance: its own data folder, one moment, one printer, no threads.

A picture must be the same on every machine and every day, or it cannot be compared with the program. So the clock
stands still, on a Wednesday at ten, when the lines of the authorities are open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desk import bootstrap
from desk.bootstrap import OpenedDesk
from desk.errors import DeskError
from desk.ports import PassphraseGiver, Queue
from desk.usecases.desk_rooms import Desk
from i18n.language import Language
from i18n.translator import Lexicon
from services.clock import HELSINKI
from ui.app import Parts, Program
from ui.tasks import Job, Token, WorkStopped, job

WIDTH, HEIGHT = 1280, 800
_SOON = 50
"""Rounds of events until the desk is open: nothing here waits for anything."""
MOMENT = datetime(2026, 12, 2, 10, 0, tzinfo=HELSINKI)
_PASSPHRASE = "a picture, and nobody's data"  # noqa: S105 - opens a folder that is gone in a second


class StillClock:
    """Shows one moment. Implements ``desk.ports.Clock``."""

    def __init__(self, moment: datetime = MOMENT) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Return the moment."""
        return self._moment

    def today(self) -> date:
        """Return its day."""
        return self._moment.date()


class OnePrinter:
    """A printer that takes everything. Implements ``desk.ports.PrintQueue``."""

    def queues(self) -> tuple[Queue, ...]:
        """Return the printer at the counter."""
        return (Queue("Tiski 1", is_default=True),)

    def send(self, pdf: bytes, queue: str | None, title: str) -> None:
        """Take a paper."""


class AtOnce:
    """Does each job on the spot, so that a picture needs no waiting. Implements ``ui.tasks.Runner``."""

    def __init__(self) -> None:
        self._closed = False

    def run(
        self,
        work: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_failed: Callable[[DeskError], None],
        owner: QObject,
    ) -> Token | None:
        """Do work and hand over what came of it."""
        return self.start(job(work, on_done, on_failed, owner))

    def start(self, job: Job[Any]) -> Token | None:
        """Do a job and hand over what came of it."""
        if self._closed:
            return None
        token = Token()
        try:
            result = job.work(token)
        except WorkStopped:
            return token
        except DeskError as error:
            job.on_failed(error)
        else:
            job.on_done(result)
        return token

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Do the last thing."""
        self._closed = True
        if last is not None:
            last()


def opened(folder: Path, passphrases: PassphraseGiver) -> OpenedDesk:
    """Open a data folder at the moment of the pictures, with the printer of the pictures."""
    real = bootstrap.opened_desk(folder, passphrases, clock=StillClock())
    return real._replace(desk=Desk(replace(real.desk.world, printers=OnePrinter())), recovery_key=None)


@contextmanager
def still_program(
    app: QApplication, folder: Path, language: Language, lexicon: Lexicon
) -> Iterator[tuple[Program, Desk]]:
    """The running program over a new data folder, in the clerk's language, and its desk; gone afterwards."""
    desks: list[Desk] = []
    program = Program(app, _parts(folder, lexicon, desks), AtOnce())
    flashing = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    try:
        program.translator.switch(language)
        program.show()
        program.window.resize(WIDTH, HEIGHT)
        program.window.activateWindow()
        for _ in range(_SOON):
            app.processEvents()
        if program.day is None:
            raise RuntimeError("the desk of the pictures did not open")
        yield program, desks[0]
    finally:
        program.close()
        app.setCursorFlashTime(flashing)
        app.setStyleSheet("")
        program.theme.deleteLater()
        program.deleteLater()


def _parts(folder: Path, lexicon: Lexicon, desks: list[Desk]) -> Parts:
    parts = bootstrap.window_parts(folder, _PASSPHRASE)

    def open_desk(passphrases: PassphraseGiver) -> OpenedDesk:
        desk = opened(folder, passphrases)
        desks.append(desk.desk)
        return desk

    return parts._replace(door=parts.door._replace(open_desk=open_desk), clock=StillClock(), lexicon=lexicon)
