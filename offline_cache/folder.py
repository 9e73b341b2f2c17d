"""The data folder as a whole: whose it is, whether it can be opened, and with which key.

The key comes from the keyring or from a passphrase. Which one is decided once, when the folder is made,
and is never switched silently: a keyring that is gone later is an error that says how to recover.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import msgspec

from desk.errors import (
    FolderDescriptionBroken,
    FolderMissing,
    KeyringGone,
    KeyringRefused,
    KeyringSilent,
    NoKeySource,
    NotADeskFolder,
    PassphrasesDiffer,
    WrongKey,
)
from desk.model.ids import uuid7
from desk.ports import Keyring, PassphraseGiver
from offline_cache.connection import StoreKind
from offline_cache.description import (
    BACKUPS,
    FILE_NAME,
    FolderDescription,
    KeySource,
    PassphraseLock,
    read_description,
    write_description,
)
from offline_cache.keys import RootKey, recovery_key
from offline_cache.lock import LOCK_NAME


class PassphraseLocks(Protocol):
    """``offline_cache.passphrase``, which is imported late."""

    def lock_key(self, key: RootKey, passphrase: str, folder_id: str) -> PassphraseLock:
        """Lock a root key with a passphrase."""

    def open_lock(self, lock: PassphraseLock, passphrase: str, folder_id: str) -> RootKey | None:
        """Open it again; ``None`` when it is another passphrase."""


class Migrations(Protocol):
    """``offline_cache.migrate``, which is imported late."""

    def upgrade(self, path: Path, key: bytes, kind: StoreKind) -> None:
        """Bring a store file to the newest schema, wholly or not at all."""


@dataclass(frozen=True, slots=True)
class FolderTools:
    """What a folder is opened with. What is expensive to import is imported only when it is called."""

    keyring: Callable[[], Keyring | None]
    passphrases: PassphraseGiver
    locks: Callable[[], PassphraseLocks]
    """Gives ``offline_cache.passphrase``."""
    migrations: Callable[[], Migrations]
    """Gives ``offline_cache.migrate``."""


def store_path(folder: Path, kind: StoreKind) -> Path:
    """The file of one store."""
    return folder / kind.file_name


def is_new(folder: Path) -> bool:
    """Whether a data folder may be made here: nothing is there yet. Raises when it is someone else's."""
    if (folder / FILE_NAME).exists():
        return False
    if not folder.exists():
        return True
    if not folder.is_dir():
        raise NotADeskFolder(path=folder)
    if store_path(folder, StoreKind.CASEBOOK).exists():
        raise FolderDescriptionBroken(path=folder / FILE_NAME, reason="missing")
    left_by_a_cut_start = {LOCK_NAME, BACKUPS, f".{FILE_NAME}.new"}
    if any(entry.name not in left_by_a_cut_start for entry in folder.iterdir()):
        raise NotADeskFolder(path=folder)
    return True


def describe(folder: Path) -> FolderDescription:
    """The description of an existing data folder."""
    if is_new(folder):
        raise FolderMissing(path=folder)
    return read_description(folder)


def found(folder: Path, tools: FolderTools, now: datetime) -> tuple[FolderDescription, RootKey]:
    """Found a data folder: a new root key, handed to the keyring or locked with a passphrase."""
    key = RootKey.random()
    folder_id = str(uuid.uuid4())
    source, lock = _hand_over(key, folder_id, tools, folder)
    description = FolderDescription(
        folder_id=folder_id,
        device_id=uuid7(int(now.timestamp() * 1000)),
        created=now.isoformat(timespec="seconds"),
        key_source=source,
        key_check=key.check_value(folder_id),
        passphrase=lock,
    )
    write_description(folder, description)
    return description, key


def completed(folder: Path, description: FolderDescription) -> FolderDescription:
    """Write down that both stores have been made: from now on a missing one is a loss and not a beginning."""
    whole = msgspec.structs.replace(description, complete=True)
    write_description(folder, whole)
    return whole


def unlock(folder: Path, description: FolderDescription, tools: FolderTools) -> RootKey:
    """The root key, from the one source that the folder was made with, checked."""
    if description.passphrase is not None:
        passphrase = tools.passphrases.passphrase()
        if passphrase is None:
            raise NoKeySource(path=folder)
        key = tools.locks().open_lock(description.passphrase, passphrase, description.folder_id)
    else:
        key = _from_keyring(folder, description.folder_id, tools)
    if key is None or not key.fits(description.folder_id, description.key_check):
        raise WrongKey(path=folder)
    return key


def recovery_key_again(folder: Path, tools: FolderTools) -> str:
    """The recovery key once more, for a sheet that was lost or never printed; whoever opens the folder may have it."""
    return recovery_key(unlock(folder, describe(folder), tools))


def recover(folder: Path, key: RootKey, tools: FolderTools) -> FolderDescription:
    """Let a folder in again whose keyring or passphrase is lost; the key is from the recovery sheet.

    The source stays what it was: the keyring gets the key again, or a new passphrase is asked for.
    """
    description = describe(folder)
    if not key.fits(description.folder_id, description.key_check):
        raise WrongKey(path=folder)
    if description.key_source is KeySource.KEYRING:
        keyring = tools.keyring()
        if keyring is None:
            raise KeyringGone(path=folder)
        _store(keyring, key, description.folder_id, folder)
        return description
    lock = _new_lock(key, description.folder_id, tools, folder)
    changed = msgspec.structs.replace(description, passphrase=lock)
    write_description(folder, changed)
    return changed


def _hand_over(
    key: RootKey, folder_id: str, tools: FolderTools, folder: Path
) -> tuple[KeySource, PassphraseLock | None]:
    """A passphrase that is already given wins; else the keyring; else somebody is asked."""
    if not tools.passphrases.is_given():
        keyring = tools.keyring()
        if keyring is not None and _kept_by(keyring, key, folder_id, folder):
            return KeySource.KEYRING, None
    return KeySource.PASSPHRASE, _new_lock(key, folder_id, tools, folder)


def _kept_by(keyring: Keyring, key: RootKey, folder_id: str, folder: Path) -> bool:
    """Whether a keyring took the key. At the founding of a folder one that will not is passed over."""
    try:
        _store(keyring, key, folder_id, folder)
    except (KeyringRefused, KeyringSilent):
        return False
    return True


def _store(keyring: Keyring, key: RootKey, folder_id: str, folder: Path) -> None:
    keyring.store(folder_id, key.secret.hex())
    if keyring.read(folder_id) != key.secret.hex():
        raise KeyringRefused(path=folder, reason="the key could not be read back")


def _new_lock(key: RootKey, folder_id: str, tools: FolderTools, folder: Path) -> PassphraseLock:
    typed = tools.passphrases.new_passphrase()
    if typed is None:
        raise NoKeySource(path=folder)
    first, second = typed
    if first != second:
        raise PassphrasesDiffer
    return tools.locks().lock_key(key, first, folder_id)


def _from_keyring(folder: Path, folder_id: str, tools: FolderTools) -> RootKey | None:
    keyring = tools.keyring()
    secret = keyring.read(folder_id) if keyring is not None else None
    if secret is None:
        raise KeyringGone(path=folder)
    try:
        return RootKey(bytes.fromhex(secret))
    except ValueError:
        return None
