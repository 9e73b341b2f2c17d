"""The encrypted data folder."""

from __future__ import annotations

from desk.errors.known import DeskError


class FolderError(DeskError):
    """The encrypted data folder cannot be used as asked."""

    id = "folder"


class NoKeySource(FolderError):
    id = "folder.no_key_source"


class KeyringGone(FolderError):
    id = "folder.keyring_gone"


class KeyringSilent(FolderError):
    id = "folder.keyring_silent"


class KeyringRefused(FolderError):
    id = "folder.keyring_refused"


class PassphrasesDiffer(FolderError):
    id = "folder.passphrases_differ"


class PassphraseTooShort(FolderError):
    id = "folder.passphrase_too_short"


class WrongKey(FolderError):
    id = "folder.wrong_key"


class NotADeskFolder(FolderError):
    id = "folder.not_a_desk_folder"


class FolderDescriptionBroken(FolderError):
    id = "folder.description_broken"


class FolderNewer(FolderError):
    id = "folder.newer"


class FolderMissing(FolderError):
    id = "folder.missing"


class RecoveryKeyMistyped(FolderError):
    id = "folder.recovery_key_mistyped"


class StoreMissing(FolderError):
    id = "folder.store_missing"


class StoreDamaged(FolderError):
    id = "folder.store_damaged"


class StoreNewer(FolderError):
    id = "folder.store_newer"


class DeskBusy(FolderError):
    id = "folder.busy"


class StoreLocked(FolderError):
    id = "folder.store_locked"


class FolderReadOnly(FolderError):
    id = "folder.read_only"


class DiskFull(FolderError):
    id = "folder.disk_full"


class WorkInterrupted(FolderError):
    """Long work in a store ended because somebody asked for it."""

    id = "folder.interrupted"


class CopyUnknown(FolderError):
    id = "folder.copy_unknown"


class CopyDamaged(FolderError):
    """A backup that cannot be trusted; nothing was changed."""

    id = "folder.copy_damaged"


class HeadMistyped(FolderError):
    """What was written down of the journal's end has a slip in it."""

    id = "folder.head_mistyped"


class KeepingRefused(FolderError):
    """A time of keeping that cannot be set."""

    id = "folder.keeping_refused"


class DiskFailing(FolderError):
    id = "folder.disk_failing"
