"""Opens the data folder: for reading or writing, with the keyring or a passphrase, and by the recovery sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desk.bootstrap.building import bring_up_to_date, is_up_to_date, rooms, starter_with_own
from desk.bootstrap.installation import Installation, OpenedDesk
from desk.errors import DeskBusy
from services.clock import HelsinkiClock

if TYPE_CHECKING:
    from desk.ports import Clock, Keyring, PassphraseGiver
    from desk.ports.keeping import Copy
    from offline_cache.folder import FolderTools, Migrations, PassphraseLocks
    from offline_cache.restoring import Restored
    from offline_cache.store import Access


@contextmanager
def open_desk(data_dir: Path, passphrases: PassphraseGiver, access: Access | None = None) -> Iterator[OpenedDesk]:
    """Open the desk for as long as it is needed; a reader makes a folder that is not there yet, or not whole."""
    from offline_cache.store import Access

    if access is not Access.READ:
        opened, recovery_key = opened_desk(data_dir, passphrases), None
    else:
        opened, recovery_key = _opened_for_reading(data_dir, passphrases)
    try:
        yield opened._replace(recovery_key=opened.recovery_key or recovery_key)
    finally:
        opened.close()


def _opened_for_reading(data_dir: Path, passphrases: PassphraseGiver) -> tuple[OpenedDesk, str | None]:
    """Return the desk to read from, and the recovery key of a folder whose making was begun or ended just now.

    A program that was killed in its first start leaves a folder without description, or without the starter
    catalogue: reading commands finish what was begun, unless another desk is about to.
    """
    from offline_cache.folder import describe, is_new
    from offline_cache.store import Access

    recovery_key = None
    if is_new(data_dir) or not describe(data_dir).complete:
        recovery_key = _finished(data_dir, passphrases)
    opened = opened_desk(data_dir, passphrases, Access.READ)
    if is_up_to_date(opened.desk):
        return opened, recovery_key
    opened.close()
    with suppress(DeskBusy):  # then the other desk brings everything up to date itself
        _finished(data_dir, passphrases)
    return opened_desk(data_dir, passphrases, Access.READ), recovery_key


def _finished(data_dir: Path, passphrases: PassphraseGiver) -> str | None:
    """Open the folder once for writing, which makes and fills what is missing; returns a new folder's recovery key."""
    opened = opened_desk(data_dir, passphrases)
    opened.close()
    return opened.recovery_key


def opened_desk(
    data_dir: Path,
    passphrases: PassphraseGiver,
    access: Access | None = None,
    clock: Clock | None = None,
    installation: Installation | None = None,
) -> OpenedDesk:
    """Open the data folder and build the use cases; the caller closes what it gets, and may bring another time."""
    from offline_cache.store import Access, open_folder

    access = access or Access.WRITE
    clock, installation = clock or HelsinkiClock(), installation or Installation()
    folder = open_folder(data_dir, folder_tools(data_dir, passphrases), clock.now(), access)
    try:
        desk = rooms(folder, clock, installation)
        if access is Access.WRITE:
            bring_up_to_date(desk, installation, lambda: starter_with_own(data_dir, installation))
    except BaseException:
        folder.close()
        raise
    return OpenedDesk(desk, folder.recovery_key, folder)


def folder_tools(data_dir: Path, passphrases: PassphraseGiver) -> FolderTools:
    """Return what a data folder is opened with."""
    from offline_cache.folder import FolderTools

    return FolderTools(
        keyring=_keyring_for(data_dir),
        passphrases=passphrases,
        locks=_passphrase_locks,
        migrations=_migrations,
    )


def _keyring_for(data_dir: Path) -> Callable[[], Keyring | None]:
    def keyring() -> Keyring | None:
        from services.secrets import system_keyring

        return system_keyring(data_dir)

    return keyring


def _passphrase_locks() -> PassphraseLocks:
    from offline_cache import passphrase

    return passphrase


def _migrations() -> Migrations:
    from offline_cache import migrate

    return migrate


def check_key(data_dir: Path, passphrases: PassphraseGiver) -> None:
    """Raise ``WrongKey`` or its kin when the folder would not open with this: the clerk comes back to a locked desk."""
    from offline_cache.folder import describe, unlock

    unlock(data_dir, describe(data_dir), folder_tools(data_dir, passphrases))


def restore_casebook(data_dir: Path, name: str, passphrases: PassphraseGiver, *, dry: bool) -> Restored:
    """Put a backup in the place of the casebook of a folder that nobody has open."""
    from offline_cache.restoring import restore

    return restore(data_dir, name, folder_tools(data_dir, passphrases), HelsinkiClock().now(), dry=dry)


def copies_of(data_dir: Path) -> tuple[Copy, ...]:
    """Return the backups of a folder; it needs no key, and works where the casebook does not open any more."""
    from offline_cache.casebook.copying import copies_in
    from offline_cache.folder import describe

    describe(data_dir)
    return copies_in(data_dir)


def let_in_again(data_dir: Path, recovery_key: str, passphrases: PassphraseGiver) -> None:
    """Give a folder whose key was lost a new one, by its recovery sheet: a new passphrase, or the keyring once more."""
    from offline_cache.folder import describe, recover
    from offline_cache.keys import read_recovery_key
    from offline_cache.lock import take_writer_lock

    describe(data_dir)
    key = read_recovery_key(recovery_key)
    lock = take_writer_lock(data_dir, HelsinkiClock().now())
    try:
        recover(data_dir, key, folder_tools(data_dir, passphrases))
    finally:
        lock.close()
