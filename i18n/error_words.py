"""The words of every known error: what happened, where, and what to do. Keyed by the error's id.

The {names} are the details that the raiser gives (a test holds every ``raise`` in the house to them):
``path`` is always the file or folder it is about, ``reason`` what another program said, in its own words.
A key with one more part is the finer wording for a ``kind`` detail. Say what is safe, then how to go on.
To add an error: a class in ``desk.errors``, an entry here, ``make messages``, and its Finnish and Swedish.
"""

from __future__ import annotations

from typing import NamedTuple

from i18n.translator import N_


class ErrorWords(NamedTuple):
    """Three msgids; ``where`` may be empty."""

    what: str
    where: str
    what_to_do: str


_FOLDER = N_("Data folder: {path}.")
_FILE = N_("File: {path}.")
_TRY_AGAIN = N_("Try again. If it happens again, tell your administrator.")
_LATER = N_("Try again later. What was fetched is kept, and the next try goes on from there.")
_RESTORE = N_("Leave the file as it is and restore the newest backup, or ask your administrator.")
_NOTHING_CHANGED = N_("Nothing was changed.")
_COPY_AGAIN = N_("Nothing was changed. Copy the file again, or ask the publisher for a new one.")

ERROR_WORDS = {
    "desk": ErrorWords(N_("The program could not do this."), "", _TRY_AGAIN),
    # ── the encrypted data folder ──
    "folder": ErrorWords(N_("The data folder cannot be used now."), "", _TRY_AGAIN),
    "folder.no_key_source": ErrorWords(
        N_("There is no keyring on this computer, and no passphrase was given."),
        _FOLDER,
        N_("Give the passphrase in DESK_PASSPHRASE, or start the program where it can ask for it."),
    ),
    "folder.keyring_gone": ErrorWords(
        N_("The key of the data folder is not in this computer's keyring."),
        _FOLDER,
        N_("Sign in as the user who made the folder, or use the recovery sheet that was printed then."),
    ),
    "folder.keyring_silent": ErrorWords(
        N_("The computer's keyring does not answer."),
        _FOLDER,
        N_("Unlock the keyring and start the program again. Everything that was saved is safe."),
    ),
    "folder.keyring_refused": ErrorWords(
        N_("The computer's keyring did not give or keep the key: {reason}."),
        _FOLDER,
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
        _FOLDER,
        N_("Check the passphrase and try again. Nothing has been changed."),
    ),
    "folder.not_a_desk_folder": ErrorWords(
        N_("This folder holds something else than the program's data."),
        N_("Folder: {path}."),
        N_("Choose an empty folder, or the folder that the program made."),
    ),
    "folder.description_broken": ErrorWords(
        N_("The description of the data folder cannot be read."),
        _FILE,
        N_("Restore the file folder.json from a backup. The saved data are untouched."),
    ),
    "folder.newer": ErrorWords(
        N_("A newer version of the program made this data folder."),
        _FOLDER,
        N_("Update the program on this computer. Nothing has been changed."),
    ),
    "folder.missing": ErrorWords(
        N_("There is no data folder here yet."),
        _FOLDER,
        N_("Check the path. Starting the program with this folder makes a new one."),
    ),
    "folder.recovery_key_mistyped": ErrorWords(
        N_("The recovery key has a mistake in group {group} of {groups}."),
        "",
        N_("Compare that group with the recovery sheet and type it again."),
    ),
    "folder.store_damaged": ErrorWords(N_("The key is right, but a saved file is damaged."), _FILE, _RESTORE),
    "folder.store_damaged.catalogue": ErrorWords(
        N_("The saved service catalogue is damaged. The visits are safe."),
        _FILE,
        N_("Delete this file and start the program again: it makes a new catalogue, which you can then fetch again."),
    ),
    "folder.store_missing": ErrorWords(N_("A saved file is missing from the data folder."), _FILE, _RESTORE),
    "folder.store_newer": ErrorWords(
        N_("A newer version of the program saved this file."),
        _FILE,
        N_("Update the program on this computer. Nothing has been changed."),
    ),
    "folder.store_locked": ErrorWords(
        N_("Another part of the program is using the file."), _FILE, N_("Wait a moment and try again.")
    ),
    "folder.busy": ErrorWords(
        N_("The data folder is already open in another window or program (process {pid} on {host}, since {since})."),
        _FOLDER,
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
    "folder.disk_failing": ErrorWords(
        N_("The disk does not work as it should. The last change was not saved."),
        _FILE,
        N_("Stop using this computer for visits and tell your administrator."),
    ),
    # ── what was given to us ──
    "input": ErrorWords(N_("What was given cannot be used as it is."), "", N_("Check it and try again.")),
    "input.file_missing": ErrorWords(N_("There is no such file or folder."), _FILE, N_("Check the path.")),
    "input.file_unreadable": ErrorWords(
        N_("The file cannot be read: {reason}."), _FILE, N_("Check that you may open the file and that it is whole.")
    ),
    "input.not_json": ErrorWords(
        N_("The file is not JSON, or it is cut off: {reason}."),
        _FILE,
        N_("Fetch the file again. Nothing was taken in from it."),
    ),
    "input.not_yaml": ErrorWords(
        N_("The file cannot be read as YAML: {reason}."), _FILE, N_("Mend the line that is named and try again.")
    ),
    "input.nothing_to_take_in": ErrorWords(
        N_("There is nothing to take in: {reason}."),
        N_("Path: {path}."),
        N_("Give files of services, channels, organisations, general descriptions or collections."),
    ),
    "input.nothing_to_take_in.no_files": ErrorWords(
        N_("There is no file of the type .json or .zip."), N_("Path: {path}."), N_("Check the path.")
    ),
    "input.archive_broken.too_large": ErrorWords(
        N_("The zip file would unpack to more than the program allows."),
        _FILE,
        N_("Check where it comes from. Nothing was taken in from it."),
    ),
    "input.archive_broken.encrypted": ErrorWords(
        N_("The zip file asks for a password."), _FILE, N_("Unpack it yourself and give the folder.")
    ),
    "input.archive_broken": ErrorWords(
        N_("The zip file is broken: {reason}."), _FILE, N_("Fetch the file again. Nothing was taken in from it.")
    ),
    "input.bad_date": ErrorWords(
        N_("“{text}” is not a day of the calendar."), "", N_("Write the date like this: 2026-12-02.")
    ),
    "input.bad_language": ErrorWords(
        N_("The program does not know the language “{text}”."), "", N_("Choose one of these: {known}.")
    ),
    "input.bad_area": ErrorWords(
        N_("“{area}” does not name an area."), "", N_("Write for example Municipality/297. The kinds are {kinds}.")
    ),
    "input.bad_area.unknown": ErrorWords(
        N_("There is no area {area}."),
        "",
        N_("Use the area's code, for a municipality its three digits, for example {near}."),
    ),
    "input.answers_broken": ErrorWords(
        N_("The answers cannot be used: {reason}."),
        _FILE,
        N_("Mend the answers file. “desk errands show” lists the facts and their values."),
    ),
    "input.script_broken": ErrorWords(
        N_("The visit script cannot be run: {reason}."), _FILE, N_("Mend the script and run it again.")
    ),
    "input.secret_in_text": ErrorWords(
        N_("The text holds something secret, and it was not saved."), "", N_("Take the secret out and save again.")
    ),
    "input.secret_in_text.identity_code": ErrorWords(
        N_("The text holds a personal identity code, and it was not saved."),
        "",
        N_("Take the code out and save again. The visit does not need it."),
    ),
    "input.secret_in_text.iban": ErrorWords(
        N_("The text holds a bank account number, and it was not saved."),
        "",
        N_("Take the number out and save again. The visit does not need it."),
    ),
    "input.secret_in_text.secret_word": ErrorWords(
        N_("The text looks like it holds a password or a code, and it was not saved."),
        "",
        N_("Take it out and save again. Never write down a citizen's password or code."),
    ),
    "input.secret_in_text.key_list": ErrorWords(
        N_("The text looks like a list of bank codes, and it was not saved."),
        "",
        N_("Take it out and save again. Never write down a citizen's bank codes."),
    ),
    "input.policy_refused": ErrorWords(
        N_("{given} days is not a time after which the catalogue can count as old."),
        "",
        N_("Give between {least} and {most} days."),
    ),
    "input.policy_refused.refresh": ErrorWords(
        N_("The catalogue cannot be refreshed every {given} hours."),
        "",
        N_("Give at most {most} hours; 0 means that it is refreshed only when somebody asks for it."),
    ),
    # ── errands ──
    "errand": ErrorWords(N_("The errands cannot be used now."), "", _TRY_AGAIN),
    "errand.unknown": ErrorWords(
        N_("There is no errand “{errand}”."), "", N_("“desk errands list” shows all the errands.")
    ),
    "errand.unknown.mistyped": ErrorWords(
        N_("There is no errand “{errand}”."), "", N_("Did you mean {meant}? “desk errands list” shows all the errands.")
    ),
    "errand.step_unknown": ErrorWords(
        N_("There is no step “{step}”."), "", N_("“desk errands show” lists the steps of an errand.")
    ),
    "errand.broken": ErrorWords(
        N_("The errands did not pass the check: {reason}."), "", N_("“desk errands check” lists what has to be mended.")
    ),
    "errand.bundle_missing": ErrorWords(
        N_("The errands have not been prepared on this computer."), _FILE, N_("Run “make setup” and start again.")
    ),
    "errand.fact_unknown": ErrorWords(
        N_("No errand asks for “{fact}”."), "", N_("“desk errands show” lists the facts of an errand.")
    ),
    "errand.answer_refused": ErrorWords(
        N_("“{said}” is not an answer to “{fact}”: {why}."),
        "",
        N_("Give another answer. “desk errands show” lists the answers that are possible."),
    ),
    # ── the catalogue ──
    "catalogue": ErrorWords(N_("The service catalogue cannot be used now."), "", _TRY_AGAIN),
    "catalogue.service_unknown": ErrorWords(
        N_("This service is not in the catalogue on this computer."),
        N_("Service: {service}."),
        N_("Search for it by name. It may have been removed from the national catalogue."),
    ),
    "catalogue.search_unreadable": ErrorWords(
        N_("Nothing can be searched with “{query}”."), "", N_("Write at least one word or the beginning of one.")
    ),
    "catalogue.import_cancelled": ErrorWords(
        N_("The import was stopped. The catalogue is as it was before."), "", N_("Start it again when it suits.")
    ),
    "catalogue.import_cancelled.refresh": ErrorWords(
        N_("The refresh of the catalogue was stopped. The catalogue is as it was before."),
        "",
        N_("Start it again when it suits: what was fetched is kept, and it goes on from there."),
    ),
    "catalogue.refresh_fell_over": ErrorWords(
        N_("The refresh of the catalogue ended by mistake. The catalogue is as it was before."), "", _LATER
    ),
    # ── the network ──
    "network": ErrorWords(N_("Something could not be fetched. What is on this computer stays as it is."), "", _LATER),
    "network.unreachable": ErrorWords(
        N_("There is no connection to {source}: {reason}."),
        "",
        N_("Check the network. What was fetched is kept, and the next try goes on from there."),
    ),
    "network.busy": ErrorWords(N_("{source} asks to try later."), "", _LATER),
    "network.refused": ErrorWords(
        N_("{source} does not give what was asked for: {reason}."), "", N_("Check the address in the settings.")
    ),
    "network.refused.address": ErrorWords(
        N_("“{source}” is not the address of a catalogue."),
        "",
        N_("Write it as it stands in a browser, from https:// on. The usual one is {usual}."),
    ),
    "network.unreadable": ErrorWords(N_("The answer of {source} cannot be read: {reason}."), "", _LATER),
    # ── the point's own notes ──
    "note": ErrorWords(N_("This cannot be done with this note now."), "", _TRY_AGAIN),
    "note.unknown": ErrorWords(N_("There is no note {note}."), "", N_("“desk notes list” shows the notes.")),
    "note.closed": ErrorWords(
        N_("This note was closed before, and closed notes stay as they are."), "", N_("Write a new note.")
    ),
    "note.text_length": ErrorWords(
        N_("A note has between {least} and {most} characters; this has {given}."),
        "",
        N_("Write what the next clerk needs to know, and save again."),
    ),
    "note.day_over": ErrorWords(
        N_("The last day of the note, {day}, is over already."), "", N_("Choose a day that is to come, or none.")
    ),
    # ── the visit ──
    "visit": ErrorWords(N_("This cannot be done in this visit now."), "", _TRY_AGAIN),
    "visit.unknown": ErrorWords(
        N_("There is no such visit on this computer."),
        N_("Visit: {visit}."),
        N_("“desk visits list” shows the visits. A visit may have been erased."),
    ),
    "visit.ended": ErrorWords(
        N_("The visit has ended, and it cannot be changed any more."),
        N_("Visit number {number}."),
        N_("Open a new visit for the new matter."),
    ),
    "visit.steps_undecided": ErrorWords(
        N_("Some steps are still open, so the visit cannot end as handled."),
        "",
        N_("Go through the open steps ({count}), or end the visit with “plan given”."),
    ),
    "visit.plan_code_unknown": ErrorWords(
        N_("No plan is kept under the code {typed}."),
        "",
        N_("Check the code on the paper. The plan may be kept at another service point, or it was not kept."),
    ),
    "visit.plan_code_mistyped": ErrorWords(
        N_("The code {typed} has a typing slip."), "", N_("Compare it with the paper letter by letter.")
    ),
    "visit.chain_broken": ErrorWords(
        N_("The journal of visits has been changed from outside the program."),
        N_("First place that does not fit: {where}, {reason}."),
        N_("Leave the data folder as it is and tell your administrator."),
    ),
    "visit.nothing_to_undo": ErrorWords(N_("There is nothing to undo."), "", N_("Go on with the visit.")),
    # ── paper ──
    "paper": ErrorWords(
        N_("The paper could not be made."), "", N_("The plan is safe. You can also read it on the screen.")
    ),
    "paper.not_written": ErrorWords(
        N_("The paper could not be saved: {reason}."), _FILE, N_("Choose another folder and save again.")
    ),
    "paper.no_printer": ErrorWords(
        N_("No printer is connected to this computer."),
        "",
        N_("Save the paper as a file, or open the large view and copy from it."),
    ),
    "paper.print_refused": ErrorWords(
        N_("The printer did not take the paper: {reason}."),
        N_("Printer: {queue}."),
        N_("The plan is safe. Print it again later, choose another printer, or save the paper as a file."),
    ),
    "paper.glyph_missing": ErrorWords(
        N_("These characters cannot be drawn on paper: {characters}"),
        "",
        N_("Write the word with other letters, and tell your administrator about the characters."),
    ),
    # ── outreach packs ──
    "pack": ErrorWords(N_("This cannot be done with the pack."), "", _NOTHING_CHANGED),
    "pack.damaged": ErrorWords(N_("The pack cannot be used: {reason}."), _FILE, _COPY_AGAIN),
    "pack.damaged.not_a_pack": ErrorWords(
        N_("This file is not a pack of Palvelutiski."), _FILE, N_("Choose the file that “desk pack make” wrote.")
    ),
    "pack.damaged.cut_short": ErrorWords(N_("The pack is cut short: its end is missing."), _FILE, _COPY_AGAIN),
    "pack.damaged.changed": ErrorWords(
        N_("The pack is not what its publisher signed: it was changed or damaged afterwards."), _FILE, _COPY_AGAIN
    ),
    "pack.damaged.made_wrongly": ErrorWords(
        N_("The pack is signed, but what is in it cannot be used: {reason}."),
        _FILE,
        N_("Nothing was changed. Ask the publisher for a new pack."),
    ),
    "pack.damaged.too_large": ErrorWords(
        N_("The pack would become larger than a pack may be: {reason}."),
        _FILE,
        N_("Nothing was changed. Ask the publisher for a pack of a smaller area."),
    ),
    "pack.newer": ErrorWords(
        N_("The pack was made by a newer version of the program."),
        _FILE,
        N_("Nothing was changed. Update the program, then open the pack again."),
    ),
    "pack.newer.errands": ErrorWords(
        N_("The errands in the pack need a newer version of the program."),
        _FILE,
        N_("Nothing was changed. Update the program, then open the pack again."),
    ),
    "pack.key_unknown": ErrorWords(
        N_("This desk does not know the publisher who signed the pack: “{name}”, key {fingerprint}."),
        _FILE,
        N_(
            "Nothing was changed. Ask the publisher by telephone for the key (“desk pack key” shows it to them) and"
            " compare; then “desk pack trust” lets it in."
        ),
    ),
    "pack.older": ErrorWords(
        N_("The catalogue of this desk is of {desk}, and the pack is older: of {pack}."),
        _FILE,
        N_("Nothing was changed. Ask for a newer pack, or insist with --older-too."),
    ),
    "pack.unreadable": ErrorWords(
        N_("The pack cannot be read: {reason}."),
        _FILE,
        N_("Nothing was changed. Put the USB stick in again, or copy the file anew."),
    ),
    "pack.unreadable.writing": ErrorWords(
        N_("The pack could not be written: {reason}."), _FILE, N_("Choose another folder and make it again.")
    ),
    "pack.nothing_to_pack": ErrorWords(
        N_("There is nothing in the catalogue of this desk for {areas}."),
        "",
        N_("Fetch the catalogue first with “desk catalogue sync”, or name another area."),
    ),
    "pack.publisher_key_refused": ErrorWords(
        N_("The key has a typing slip in group {group} of {groups}."),
        "",
        N_("Compare that group with what the publisher reads out; the letters I, L, O and U do not occur."),
    ),
    "pack.publisher_key_refused.unknown": ErrorWords(
        N_("No trusted publisher has the key or the name {key}."), "", N_("“desk pack trusted” shows them all.")
    ),
    "pack.form_refused": ErrorWords(
        N_("What was fetched is not a PDF form: {reason}."),
        N_("Address: {url}."),
        N_("Open the address in a browser, or ask the agency for the form."),
    ),
    "pack.form_refused.not_here": ErrorWords(
        N_("This form is not on this desk."),
        N_("Address: {url}."),
        N_("Fetch it with “desk forms fetch” when there is a network, or open a pack that holds it."),
    ),
}
