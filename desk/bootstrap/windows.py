"""Builds the window; nothing of it opens a store before the window asks for it."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desk.bootstrap.building import papers
from desk.bootstrap.catalogue_work import link_prober, packs, refresh_libraries, refresh_worker
from desk.bootstrap.installation import Installation, WorkerStart, default_data_dir, really_open
from desk.bootstrap.opening import check_key, let_in_again, opened_desk
from desk.bootstrap.screens import screens, shelves
from i18n.language import Language
from i18n.translator import Lexicon
from services.clock import HelsinkiClock

if TYPE_CHECKING:
    from desk.usecases.refresh_plan import RefreshAsk
    from ui.app import Day, Opening, Parts
    from ui.door import OpenDesk


OBJECTS_BEFORE_A_LOOK = 20_000
"""New objects before Python looks for rubbish, in the window: what is made at the start stays, and is much."""


def window(data_dir: Path | None) -> int:
    """Open the window and return the exit code when it is closed."""
    parts = window_parts(data_dir or default_data_dir(), os.environ.get("DESK_PASSPHRASE"))
    from ui.app import run_window

    return run_window(parts)


def window_parts(data_dir: Path, passphrase: str | None) -> Parts:
    """Return what the window is made of. Nothing of it opens a store before the window asks for it."""
    from ui.binding import leave_imports_alone

    gc.set_threshold(OBJECTS_BEFORE_A_LOOK)
    leave_imports_alone()  # first: it makes every import after it cheaper
    from ui.app import Outside, Parts
    from ui.door import DoorParts

    return Parts(
        door=DoorParts(
            folder=data_dir,
            folder_exists=lambda: (data_dir / "folder.json").exists(),
            open_desk=lambda passphrases: opened_desk(data_dir, passphrases),
            check_key=lambda passphrases: check_key(data_dir, passphrases),
            let_in_again=lambda key, passphrases: let_in_again(data_dir, key, passphrases),
            given=passphrase,
        ),
        fonts=Installation().fonts,
        lexicon=Lexicon(),
        clock=HelsinkiClock(),
        recovery_sheet=lambda key, folder, language: papers().recovery_sheet(key, folder, language),
        refresh_start=_refresh_start,
        packs=lambda opened: packs(really_open(opened)),
        outside=Outside(
            libraries=lambda opened, towns, stopped: refresh_libraries(really_open(opened), towns, stopped=stopped),
            prober=link_prober,
            rooms=lambda opened, stopped: packs(really_open(opened), stopped),
        ),
        screens=screens,
        shelves=shelves,
        new_day=_new_day,
        practise=lambda language: _practise(data_dir, language),
    )


def _refresh_start(opened: OpenDesk, asked: RefreshAsk) -> WorkerStart:
    return refresh_worker(really_open(opened), asked)


def _practise(data_dir: Path, language: Language) -> bool:
    """Open a window for practice beside this one."""
    from ui.practice.start import start_beside

    return start_beside(
        (sys.executable, "-m", "desk", "--practice", "--data-dir", str(data_dir), "--lang", language.value)
    )


def _new_day(opening: Opening) -> Day:
    from ui.new_day import new_day

    return new_day(opening)
