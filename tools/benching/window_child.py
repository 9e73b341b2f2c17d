"""One start of a window in a process of its own, telling when what was reached: ``house FOLDER`` or ``bare``.

Times are of the monotonic clock, which all processes of a machine share. The house's window is the program's own,
with a keyring that answers at once instead of the system's, whose time is not ours.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

SECRET = "DESK_BENCH_SECRET"  # noqa: S105 — the name of a variable
QUERY = "mies kuoli"
LOOK_AGAIN = 2
"""Milliseconds between two looks whether the desk is open."""


def reached(what: str) -> None:
    """Tell the parent that something was reached."""
    print(f"{what} {time.monotonic_ns()}", flush=True)


def peak() -> None:
    """Tell the parent how much memory the process ever held, in kilobytes."""
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8")
        held = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    except (OSError, StopIteration):  # only Linux has it; getrusage counts what the parent held before the fork
        held = "0"
    print(f"memory {held}", flush=True)


class GivenKeyring:
    """A keyring with one secret, which comes from the parent."""

    def read(self, name: str) -> str | None:
        """Return the secret, whatever it is called."""
        del name
        return os.environ.get(SECRET)

    def store(self, name: str, secret: str) -> None:
        """Hand the secret of a new folder to the parent."""
        del name
        os.environ[SECRET] = secret
        print(f"secret {secret}", flush=True)


def with_given_keyring() -> None:
    """Let the program ask the given keyring instead of the system's."""
    from desk.bootstrap import opening  # noqa: PLC0415 — its import is part of what is measured

    def keyring_for(_folder: Path) -> Callable[[], GivenKeyring]:
        return GivenKeyring

    opening._keyring_for = keyring_for  # type: ignore[assignment]  # noqa: SLF001


def bare() -> None:
    """The least that a window of Qt can be: one widget that paints itself."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 — its import is part of what is measured
    from PySide6.QtGui import QPaintEvent  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    class Bare(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            reached("painted")
            QTimer.singleShot(0, QApplication.quit)

    app = QApplication(["bare"])
    window = Bare()
    window.resize(1280, 800)
    window.show()
    app.exec()
    peak()


def house(folder: Path) -> None:
    """The program's window: first paint, then the counter with its drafts and a search that has answered."""
    with_given_keyring()
    from desk import bootstrap  # noqa: PLC0415 — its import is part of what is measured

    parts = bootstrap.window_parts(folder, None)  # as bootstrap.window does: before anything else of Qt
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.app import Program  # noqa: PLC0415

    app = QApplication(["palvelutiski"])
    program = Program(app, parts)
    program.window.painted.connect(lambda: reached("painted"))
    looking = QTimer(app)

    def usable(_result: object) -> None:
        QTimer.singleShot(0, partial(reached, "usable"))
        QTimer.singleShot(0, app.quit)

    def failed(error: object) -> None:
        print(f"failed {error}", file=sys.stderr)
        app.exit(1)

    def look() -> None:
        if program.day is None or program._opened is None:  # noqa: SLF001
            return
        looking.stop()
        # The lane works in order: when this has been answered, the counter's drafts have been read before it.
        find = partial(program._opened.desk.find_service, QUERY, "fi")  # noqa: SLF001
        program.runner.run(find, usable, failed, app)

    looking.timeout.connect(look)
    looking.start(LOOK_AGAIN)
    program.show()
    app.exec()
    peak()
    program.close()


def found(folder: Path, catalogue: Path) -> None:
    """Make the folder that the window is measured with: a large catalogue, a few drafts."""
    with_given_keyring()
    from desk import bootstrap  # noqa: PLC0415
    from desk.model.visit import Profile, VisitChannel  # noqa: PLC0415
    from services.catalogue_files import CatalogueFiles  # noqa: PLC0415
    from services.passphrases import GivenPassphrase  # noqa: PLC0415

    with bootstrap.open_desk(folder, GivenPassphrase(None)) as opened:
        opened.desk.import_catalogue(CatalogueFiles((catalogue,)))
        for _ in range(5):
            opened.desk.open_visit(VisitChannel.DESK, Profile(), opened.desk.world.bundle.errands[:1])


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bare"]:
            bare()
        case ["house", folder]:
            house(Path(folder))
        case ["found", folder, catalogue]:
            found(Path(folder), Path(catalogue))
