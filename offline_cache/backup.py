"""Copies of a store, made by the database itself so that key and consistency are kept.

Two kinds. A *whole* copy is made before a migration and holds what drafts held that day: it goes before the first
visit after it is erased. A copy of every day holds nothing that was said in a draft: see
``offline_cache.casebook.copying``.
Which of them goes when is told in docs/decisions/0018-backups-and-erasure.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from offline_cache.connection import StoreConnection, StoreKind, create_file, logs_of
from offline_cache.description import BACKUPS
from offline_cache.files import in_our_words, make_private_folder, settle_folder

KEPT = 3
"""Whole copies; there is one for each migration, and none is needed for long."""
STAMP = "%Y%m%dT%H%M%S"
_ANY_STAMP = "????????T??????"


def back_up(connection: StoreConnection, folder: Path, kind: StoreKind, now: datetime) -> Path:
    """Write a whole copy into ``backups`` and let the oldest ones go."""
    target = folder / BACKUPS / f"{kind.value}-{now.strftime(STAMP)}.db"
    part = write_part(connection, target)
    settle(part, target)
    for old in backups_of(folder, kind)[:-KEPT]:
        remove(old)
    return target


def write_part(connection: StoreConnection, target: Path) -> Path:
    """Write a copy under another name; what is left of one that was cut short goes first."""
    make_private_folder(target.parent)
    part = target.with_suffix(".part")
    write_out(connection, part)
    return part


def write_out(connection: StoreConnection, target: Path) -> None:
    """Write all that this connection sees into a new file, with the same key; nothing is left of it when that fails."""
    remove(target)
    create_file(target)
    try:
        connection.execute("PRAGMA query_only = OFF")  # it forbids writing into another file, too
        connection.execute("VACUUM INTO ?", (str(target),))
    except BaseException:
        remove(target)
        raise


def settle(part: Path, target: Path) -> None:
    """Let a finished copy count: after a power cut too it is there whole, or not at all."""
    with in_our_words(target):
        part.replace(target)
        settle_folder(target.parent)


def remove(copy: Path) -> None:
    """Remove a copy with what SQLite keeps beside it."""
    for path in (copy, *logs_of(copy)):
        with in_our_words(path):
            path.unlink(missing_ok=True)


def backups_of(folder: Path, kind: StoreKind) -> list[Path]:
    """The whole copies of one store, oldest first."""
    return sorted((folder / BACKUPS).glob(f"{kind.value}-{_ANY_STAMP}.db"))


def forget_backups(folder: Path, kind: StoreKind) -> None:
    """Remove every whole copy of one store, and what is left of copies that were cut short."""
    for copy in (*backups_of(folder, kind), *_half_made(folder, kind)):
        remove(copy)


def sweep(folder: Path, kind: StoreKind) -> None:
    """Remove copies that were cut short when the program fell: nobody else writes now."""
    for part in (folder / BACKUPS).glob(f"{kind.value}-*.part"):
        remove(part)


def _half_made(folder: Path, kind: StoreKind) -> Iterator[Path]:
    yield from (folder / BACKUPS).glob(f"{kind.value}-{_ANY_STAMP}.part")
