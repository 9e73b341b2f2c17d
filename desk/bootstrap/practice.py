"""Builds the window for practice: over a data folder that is gone afterwards, with papers that say so."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desk.bootstrap.installation import Installation, OpenedDesk
from desk.bootstrap.opening import opened_desk
from desk.bootstrap.windows import window_parts
from desk.errors import DeskError
from i18n.language import Language
from services.clock import HelsinkiClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk.ports import PassphraseGiver
    from ui.app import Parts
    from ui.practice.presenter import PracticeErrands, ReadErrands


PREFIX = "palvelutiski-practice-"


class PracticeAsk(NamedTuple):
    """What was asked for."""

    data_dir: Path
    """The data folder whose region's own errands are used; nothing of it is opened."""
    errands: Path | None = None
    """A folder of errands that are being written."""
    language: Language | None = None


def practice_window(ask: PracticeAsk) -> int:
    """Open the window, and leave nothing behind when it is closed."""
    sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
        parts = practice_parts(ask, Path(folder) / "data")
        from ui.app import run_window

        return run_window(parts)


def sweep(place: Path) -> None:
    """Remove what a practice left that was cut off: nobody has its key. One that is open holds its lock."""
    from offline_cache.lock import take_writer_lock

    for left in place.glob(f"{PREFIX}*"):
        with suppress(DeskError, OSError):
            if (left / "data").is_dir():
                take_writer_lock(left / "data", HelsinkiClock().now()).close()
                shutil.rmtree(left)


def practice_parts(ask: PracticeAsk, data_dir: Path) -> Parts:
    """Return what the window is made of. The folder's key is drawn anew each time and stored nowhere."""
    parts = window_parts(data_dir, secrets.token_urlsafe())
    from ui.app import Practice
    from ui.practice.strip import PracticeStrip

    installation = Installation(own_of=ask.data_dir, is_practice=True)
    errands = practice_errands(ask.errands, installation) if ask.errands is not None else None
    door = parts.door._replace(open_desk=partial(_opened, data_dir, installation))
    return parts._replace(door=door, practice=Practice(PracticeStrip, errands), language=ask.language)


def practice_errands(folder: Path, installation: Installation) -> PracticeErrands:
    """Return what reads a folder of errands over the shipped ones, again and again."""
    from ui.practice.presenter import PracticeErrands

    return PracticeErrands(folder, _reader(folder, installation))


def _reader(folder: Path, installation: Installation) -> Callable[[], ReadErrands]:
    """The shipped content is read once; of the folder only what changed since."""
    from desk.errands.own_errands import compiled_over, quick_faults
    from desk.errands.yaml_text import KeptTrees
    from services.content_files import content_files
    from ui.practice.presenter import ReadErrands

    trees = KeptTrees()
    shipped = content_files(installation.content)

    def read() -> ReadErrands:
        own = content_files(folder)
        compiled, layers = compiled_over(shipped, own, trees.read)
        faults = tuple(str(each) for each in quick_faults(compiled, layers))
        if faults or compiled.bundle is None:
            return ReadErrands(None, faults)
        compiled.bundle.finder  # noqa: B018  compiles every rule, so that nobody waits for it later
        return ReadErrands(compiled.bundle)

    return read


def _opened(data_dir: Path, installation: Installation, passphrases: PassphraseGiver) -> OpenedDesk:
    """Open the folder; nobody needs its recovery sheet."""
    return opened_desk(data_dir, passphrases, installation=installation)._replace(recovery_key=None)
