"""Copies of a store, made by the database itself so that key and consistency are kept; the newest few stay.

A copy of the casebook holds what its drafts held that day. It is therefore forgotten as soon as a visit
is erased: erasing must reach every place.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from offline_cache.connection import StoreConnection, StoreKind, create_file
from offline_cache.description import BACKUPS
from offline_cache.files import in_our_words, make_private_folder, settle_folder

KEPT = 3


def back_up(connection: StoreConnection, folder: Path, kind: StoreKind, now: datetime) -> Path:
    """Write a whole copy into ``backups`` and let the oldest ones go."""
    make_private_folder(folder / BACKUPS)
    target = folder / BACKUPS / f"{kind.value}-{now:%Y%m%dT%H%M%S}.db"
    part = target.with_suffix(".part")
    with in_our_words(part):
        part.unlink(missing_ok=True)
    create_file(part)
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    with in_our_words(target):
        part.replace(target)
        settle_folder(target.parent)
    for old in backups_of(folder, kind)[:-KEPT]:
        with in_our_words(old):
            old.unlink()
    return target


def backups_of(folder: Path, kind: StoreKind) -> list[Path]:
    """The copies of one store, oldest first."""
    return sorted((folder / BACKUPS).glob(f"{kind.value}-*.db"))


def forget_backups(folder: Path, kind: StoreKind) -> None:
    """Remove every copy of one store, whole or half made."""
    for copy in (folder / BACKUPS).glob(f"{kind.value}-*"):
        with in_our_words(copy):
            copy.unlink()
