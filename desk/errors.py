"""Every error that the desk knows: something in the world went wrong, and we can say what to do.

An error carries an ``id`` and named details, never words: ``i18n.error_words`` turns the id into
what happened, where, and what to do, in the reader's language. Anything that is not a ``DeskError``
is a bug. The tree::

    DeskError
    ├── FolderError                 the encrypted data folder
    │   ├── NoKeySource             no keyring, no passphrase, nobody to ask
    │   ├── KeyringGone             the folder's key should be in the keyring and is not
    │   ├── KeyringSilent           the keyring did not answer in time
    │   ├── KeyringRefused          the keyring is there but would not store or give the key
    │   ├── PassphrasesDiffer       typed twice, not the same
    │   ├── PassphraseTooShort
    │   ├── WrongKey                the key-check value does not match
    │   ├── NotADeskFolder          something else is in that folder
    │   ├── FolderDescriptionBroken folder.json cannot be read
    │   ├── FolderNewer             made by a newer version of the program
    │   ├── FolderMissing           a reading command on a folder that does not exist
    │   ├── RecoveryKeyMistyped     the check characters of a recovery key do not match
    │   ├── StoreMissing            folder.json is there and a store file is not
    │   ├── StoreDamaged            the key is right and the file is not
    │   ├── StoreNewer              the schema is newer than the program
    │   ├── DeskBusy                another desk writes: its process, computer and start are named
    │   ├── StoreLocked             the file stayed locked, and by no desk that we can name
    │   ├── FolderReadOnly
    │   ├── DiskFull
    │   └── DiskFailing             the disk or the network drive stopped answering
    ├── InputError                  what was given to us
    │   ├── FileMissing, FileUnreadable
    │   ├── NotJson                 not JSON, or cut off
    │   ├── NotYaml
    │   ├── NothingToTakeIn         readable, but holds no catalogue object
    │   ├── ArchiveBroken
    │   ├── BadDate, BadLanguage, BadArea
    │   ├── AnswersBroken           an answers file with an unknown fact or a wrong value
    │   ├── ScriptBroken            a visit script that cannot be run
    │   └── SecretInText            free text holds an identity code, bank code, password …
    ├── ErrandError
    │   ├── ErrandUnknown
    │   ├── ErrandsBroken           definitions that did not pass the checker
    │   ├── BundleMissing           the compiled content is not there
    │   ├── FactUnknown
    │   └── AnswerRefused           a value that the fact does not allow
    ├── CatalogueError
    │   ├── ServiceUnknown
    │   ├── SearchUnreadable        a search the index cannot read
    │   ├── ImportCancelled         somebody stopped it; nothing was changed
    │   └── RefreshFellOver         the refresh's process ended without a word
    ├── NetworkError                what is fetched from outside; the desk goes on without it
    │   ├── SourceUnreachable       no connection, or it broke more often than we try
    │   ├── SourceBusy              the source says "later" more often than we try
    │   ├── SourceRefused           the source does not give what was asked for
    │   └── SourceUnreadable        an answer that is not what the source promises
    ├── VisitError
    │   ├── VisitUnknown
    │   ├── VisitEnded              the visit is closed; nothing can be changed
    │   ├── StepsUndecided          it cannot end as handled while steps are open
    │   ├── PlanCodeUnknown
    │   ├── PlanCodeMistyped        the check character does not match
    │   ├── ChainBroken             the journal does not verify
    │   └── NothingToUndo
    ├── PaperError
    │   ├── PaperNotWritten, NoPrinter, PrintRefused
    │   └── GlyphMissing            a character that no shipped font can draw
    └── PackError                   outreach packs, their publishers and the forms in them
        ├── PackDamaged             no pack, cut short, changed, or made wrongly: the kind says which
        ├── PackNewer               the pack, or its errands, need a newer program
        ├── PackKeyUnknown          signed by nobody whom this desk trusts
        ├── PackOlder               what is on the desk is newer
        ├── PackUnreadable          the file or the stick does not let itself be read or written
        ├── NothingToPack
        ├── PublisherKeyRefused     mistyped, or not in the list
        └── FormRefused             no form file, or not on this desk
"""

from __future__ import annotations

from typing import ClassVar


class DeskError(Exception):
    """A known error. ``details`` fill the named places of its words."""

    id: ClassVar[str] = "desk"

    def __init__(self, **details: object) -> None:
        super().__init__(self.id, details)
        self.details: dict[str, str] = {name: str(value) for name, value in details.items()}

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.id}({told})"


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


class DiskFailing(FolderError):
    id = "folder.disk_failing"


class InputError(DeskError):
    """What was given to the desk cannot be used as it is."""

    id = "input"


class FileMissing(InputError):
    id = "input.file_missing"


class FileUnreadable(InputError):
    id = "input.file_unreadable"


class NotJson(InputError):
    id = "input.not_json"


class NotYaml(InputError):
    id = "input.not_yaml"


class NothingToTakeIn(InputError):
    id = "input.nothing_to_take_in"


class ArchiveBroken(InputError):
    id = "input.archive_broken"


class BadDate(InputError):
    id = "input.bad_date"


class BadLanguage(InputError):
    id = "input.bad_language"


class AnswersBroken(InputError):
    id = "input.answers_broken"


class ScriptBroken(InputError):
    id = "input.script_broken"


class SecretInText(InputError):
    id = "input.secret_in_text"


class BadArea(InputError):
    id = "input.bad_area"


class ErrandError(DeskError):
    """The errand definitions, or what was asked of them."""

    id = "errand"


class ErrandUnknown(ErrandError):
    id = "errand.unknown"


class ErrandsBroken(ErrandError):
    id = "errand.broken"


class BundleMissing(ErrandError):
    id = "errand.bundle_missing"


class FactUnknown(ErrandError):
    id = "errand.fact_unknown"


class AnswerRefused(ErrandError):
    id = "errand.answer_refused"


class CatalogueError(DeskError):
    """The service catalogue, or what was asked of it."""

    id = "catalogue"


class ServiceUnknown(CatalogueError):
    id = "catalogue.service_unknown"


class SearchUnreadable(CatalogueError):
    id = "catalogue.search_unreadable"


class ImportCancelled(CatalogueError):
    id = "catalogue.import_cancelled"


class RefreshFellOver(CatalogueError):
    id = "catalogue.refresh_fell_over"


class NetworkError(DeskError):
    """Something outside could not be reached or read; what is on the desk stays as it is."""

    id = "network"


class SourceUnreachable(NetworkError):
    id = "network.unreachable"


class SourceBusy(NetworkError):
    id = "network.busy"


class SourceRefused(NetworkError):
    id = "network.refused"


class SourceUnreadable(NetworkError):
    id = "network.unreadable"


class VisitError(DeskError):
    """A visit does not allow what was asked."""

    id = "visit"


class VisitUnknown(VisitError):
    id = "visit.unknown"


class VisitEnded(VisitError):
    id = "visit.ended"


class StepsUndecided(VisitError):
    id = "visit.steps_undecided"


class PlanCodeUnknown(VisitError):
    id = "visit.plan_code_unknown"


class PlanCodeMistyped(VisitError):
    id = "visit.plan_code_mistyped"


class ChainBroken(VisitError):
    id = "visit.chain_broken"


class NothingToUndo(VisitError):
    id = "visit.nothing_to_undo"


class PaperError(DeskError):
    """A paper could not be made or printed."""

    id = "paper"


class PaperNotWritten(PaperError):
    id = "paper.not_written"


class NoPrinter(PaperError):
    id = "paper.no_printer"


class PrintRefused(PaperError):
    id = "paper.print_refused"


class GlyphMissing(PaperError):
    id = "paper.glyph_missing"


class PackError(DeskError):
    """An outreach pack cannot be made or taken in; what is on the desk stays as it is."""

    id = "pack"


class PackDamaged(PackError):
    id = "pack.damaged"


class PackNewer(PackError):
    id = "pack.newer"


class PackKeyUnknown(PackError):
    id = "pack.key_unknown"


class PackOlder(PackError):
    id = "pack.older"


class PackUnreadable(PackError):
    id = "pack.unreadable"


class NothingToPack(PackError):
    id = "pack.nothing_to_pack"


class PublisherKeyRefused(PackError):
    id = "pack.publisher_key_refused"


class FormRefused(PackError):
    id = "pack.form_refused"
