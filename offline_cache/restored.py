"""A restore that was decided is ended by whoever opens the folder next; one that was not is swept away.

``offline_cache.restoring`` writes the backup out whole before it gives it the name that decides.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from desk.model.hours import HELSINKI
from desk.model.ids import uuid7
from offline_cache import backup
from offline_cache.connection import StoreKind, logs_of
from offline_cache.description import BACKUPS, read_description, write_description
from offline_cache.files import in_our_words, settle_folder

RESTORING, RESTORED = "casebook.restoring", "casebook.restored"
"""Under way; and whole: what is found under this name is put in the casebook's place by whoever opens the folder."""
ASIDE = "aside"


def is_decided(folder: Path) -> bool:
    """Whether a restore was cut short after it was decided."""
    return (folder / RESTORED).exists()


def finish(folder: Path, now: datetime) -> Path | None:
    """End a restore that was decided, and sweep away one that was not; returns where the old store lies aside."""
    backup.remove(folder / RESTORING)
    if not is_decided(folder):
        return None
    store = folder / StoreKind.CASEBOOK.file_name
    stamp = now.astimezone(HELSINKI).strftime(backup.STAMP)
    aside = folder / BACKUPS / f"{StoreKind.CASEBOOK.value}-{stamp}-{ASIDE}.db"
    moved = False
    with in_our_words(folder):
        for old, new in zip((store, *logs_of(store)), (aside, *logs_of(aside)), strict=True):
            if old.exists():
                old.replace(new)
                moved = True
        _become_another_device(folder, now)
        (folder / RESTORED).replace(store)
        settle_folder(folder)
    return aside if moved else None


def _become_another_device(folder: Path, now: datetime) -> None:
    description = read_description(folder)
    write_description(folder, msgspec.structs.replace(description, device_id=uuid7(int(now.timestamp() * 1000))))
