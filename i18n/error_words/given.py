"""What was given to the desk."""

from __future__ import annotations

from i18n.error_words.wording import FILE, ErrorWords
from i18n.translator import N_

WORDS = {
    "input": ErrorWords(N_("What was given cannot be used as it is."), "", N_("Check it and try again.")),
    "input.file_missing": ErrorWords(N_("There is no such file or folder."), FILE, N_("Check the path.")),
    "input.file_unreadable": ErrorWords(
        N_("The file cannot be read: {reason}."), FILE, N_("Check that you may open the file and that it is whole.")
    ),
    "input.not_json": ErrorWords(
        N_("The file is not JSON, or it is cut off: {reason}."),
        FILE,
        N_("Fetch the file again. Nothing was taken in from it."),
    ),
    "input.not_yaml": ErrorWords(
        N_("The file cannot be read as YAML: {reason}."), FILE, N_("Mend the line that is named and try again.")
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
        FILE,
        N_("Check where it comes from. Nothing was taken in from it."),
    ),
    "input.archive_broken.encrypted": ErrorWords(
        N_("The zip file asks for a password."), FILE, N_("Unpack it yourself and give the folder.")
    ),
    "input.archive_broken": ErrorWords(
        N_("The zip file is broken: {reason}."), FILE, N_("Fetch the file again. Nothing was taken in from it.")
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
    "input.bad_facet": ErrorWords(
        N_("“{facet}” does not say what to narrow by."), "", N_("Write for example language=sv. The kinds are {kinds}.")
    ),
    "input.bad_coordinates": ErrorWords(
        N_("“{coordinates}” is no place in Finland."),
        "",
        N_("Write metres (ETRS-TM35FIN), northing first: 6974800,533600. Or degrees: 62.893,27.678."),
    ),
    "input.bad_coordinates.missing": ErrorWords(
        N_("The catalogue does not know where “{place}” is."),
        "",
        N_("Give the coordinates yourself, or choose another place."),
    ),
    "input.bad_agreement": ErrorWords(N_("This agreement cannot be written down."), "", N_("Mend it and try again.")),
    "input.bad_agreement.unknown": ErrorWords(
        N_("There is no authority “{principal}”."), "", N_("Choose one of these: {known}.")
    ),
    "input.bad_agreement.no_authority": ErrorWords(
        N_("No agreement can be made with “{principal}”: it is no authority."),
        "",
        N_("Help with its matters is advice. Nothing was changed."),
    ),
    "input.bad_agreement.days": ErrorWords(
        N_("The agreement would end on {last}, before it begins on {first}."), "", N_("Mend the days.")
    ),
    "input.bad_agreement.none": ErrorWords(
        N_("There is no agreement with “{principal}”."), "", N_("“desk point agreements” lists those that there are.")
    ),
    "input.answers_broken": ErrorWords(
        N_("The answers cannot be used: {reason}."),
        FILE,
        N_("Mend the answers file. “desk errands show” lists the facts and their values."),
    ),
    "input.script_broken": ErrorWords(
        N_("The visit script cannot be run: {reason}."), FILE, N_("Mend the script and run it again.")
    ),
    "input.secret_in_text": ErrorWords(
        N_("The text holds something secret, and it was not saved."), "", N_("Take the secret out and save again.")
    ),
    "input.secret_in_text.identity_code": ErrorWords(
        N_("The text holds a personal identity code, and it was not saved."),
        "",
        N_("Take the code out and save again. The visit does not need it."),
    ),
    "input.secret_in_text.account_number": ErrorWords(
        N_("The text holds a bank account number, and it was not saved."),
        "",
        N_("Take the number out and save again. The visit does not need it."),
    ),
    "input.secret_in_text.card_number": ErrorWords(
        N_("The text holds the number of a payment card, and it was not saved."),
        "",
        N_("Take the number out and save again. Never write down a citizen's card."),
    ),
    "input.secret_in_text.credential": ErrorWords(
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
}
