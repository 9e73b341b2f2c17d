"""The encrypted data folder."""

from __future__ import annotations

from i18n.error_words.wording import FILE, FOLDER, RESTORE, TRY_AGAIN, ErrorWords
from i18n.translator import N_

WORDS = {
    "folder": ErrorWords(N_("The data folder cannot be used now."), "", TRY_AGAIN),
    "folder.no_key_source": ErrorWords(
        N_("There is no keyring on this computer, and no passphrase was given."),
        FOLDER,
        N_("Give the passphrase in DESK_PASSPHRASE, or start the program where it can ask for it."),
    ),
    "folder.keyring_gone": ErrorWords(
        N_("The key of the data folder is not in this computer's keyring."),
        FOLDER,
        N_("Sign in as the user who made the folder, or use the recovery sheet that was printed then."),
    ),
    "folder.keyring_silent": ErrorWords(
        N_("The computer's keyring does not answer."),
        FOLDER,
        N_("Unlock the keyring and start the program again. Everything that was saved is safe."),
    ),
    "folder.keyring_refused": ErrorWords(
        N_("The computer's keyring did not give or keep the key: {reason}."),
        FOLDER,
        N_("Unlock the keyring and start the program again. Everything that was saved is safe."),
    ),
    "folder.passphrases_differ": ErrorWords(
        N_("The two passphrases are not the same."), "", N_("Type the same passphrase twice.")
    ),
    "folder.passphrase_too_short": ErrorWords(
        N_("The passphrase is too short."), "", N_("Use at least {least} characters. Four or five words are good.")
    ),
    "folder.wrong_key": ErrorWords(
        N_("This passphrase or key does not open the data folder."),
        FOLDER,
        N_("Check the passphrase and try again. Nothing has been changed."),
    ),
    "folder.not_a_desk_folder": ErrorWords(
        N_("This folder holds something else than the program's data."),
        N_("Folder: {path}."),
        N_("Choose an empty folder, or the folder that the program made."),
    ),
    "folder.description_broken": ErrorWords(
        N_("The description of the data folder cannot be read."),
        FILE,
        N_("Restore the file folder.json from a backup. The saved data are untouched."),
    ),
    "folder.newer": ErrorWords(
        N_("A newer version of the program made this data folder."),
        FOLDER,
        N_("Update the program on this computer. Nothing has been changed."),
    ),
    "folder.missing": ErrorWords(
        N_("There is no data folder here yet."),
        FOLDER,
        N_("Check the path. Starting the program with this folder makes a new one."),
    ),
    "folder.recovery_key_mistyped": ErrorWords(
        N_("The recovery key has a mistake in group {group} of {groups}."),
        "",
        N_("Compare that group with the recovery sheet and type it again."),
    ),
    "folder.store_damaged": ErrorWords(N_("The key is right, but a saved file is damaged."), FILE, RESTORE),
    "folder.store_damaged.catalogue": ErrorWords(
        N_("The saved service catalogue is damaged. The visits are safe."),
        FILE,
        N_("Delete this file and start the program again: it makes a new catalogue, which you can then fetch again."),
    ),
    "folder.store_missing": ErrorWords(N_("A saved file is missing from the data folder."), FILE, RESTORE),
    "folder.store_newer": ErrorWords(
        N_("A newer version of the program saved this file."),
        FILE,
        N_("Update the program on this computer. Nothing has been changed."),
    ),
    "folder.store_locked": ErrorWords(
        N_("Another part of the program is using the file."), FILE, N_("Wait a moment and try again.")
    ),
    "folder.busy": ErrorWords(
        N_("The data folder is already open in another window or program (process {pid} on {host}, since {since})."),
        FOLDER,
        N_("Go on in the window that is open, or close it first."),
    ),
    "folder.read_only": ErrorWords(
        N_("The program may not write in the data folder."),
        N_("Path: {path}."),
        N_("Ask your administrator for the right to write there. What was saved is safe."),
    ),
    "folder.disk_full": ErrorWords(
        N_("The disk is full. The last change was not saved; everything before it is safe."),
        N_("Path: {path}."),
        N_("Free some space on the disk and do the last thing again."),
    ),
    "folder.interrupted": ErrorWords(
        N_("Long work in the saved files was stopped."),
        FILE,
        N_("Nothing was lost. Begin it again when there is time."),
    ),
    "folder.copy_unknown": ErrorWords(
        N_("There is no backup with this name."),
        N_("Name: {name}."),
        N_("“desk casebook backups” shows the backups that there are."),
    ),
    "folder.copy_damaged": ErrorWords(
        N_("This backup cannot be trusted: {reason}. Nothing was changed."),
        N_("Backup: {name}."),
        N_("Choose an older one. “desk casebook backups” shows the backups that there are."),
    ),
    "folder.head_mistyped": ErrorWords(
        N_("This is not the end of a journal as “desk visits verify --head” shows it."),
        N_("Written: {typed}."),
        N_("Compare it with what was written down, sign by sign."),
    ),
    "folder.keeping_refused": ErrorWords(
        N_("This cannot be set: {name} is a number from {least} to {most}."),
        N_("Given: {given}."),
        N_("Give a number between the two. Nothing was changed."),
    ),
    "folder.disk_failing": ErrorWords(
        N_("The disk does not work as it should. The last change was not saved."),
        FILE,
        N_("Stop using this computer for visits and tell your administrator."),
    ),
}
