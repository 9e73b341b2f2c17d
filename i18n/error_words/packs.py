"""Outreach packs."""

from __future__ import annotations

from i18n.error_words.wording import COPY_AGAIN, FILE, NOTHING_CHANGED, ErrorWords
from i18n.translator import N_

WORDS = {
    "pack": ErrorWords(N_("This cannot be done with the pack."), "", NOTHING_CHANGED),
    "pack.damaged": ErrorWords(N_("The pack cannot be used: {reason}."), FILE, COPY_AGAIN),
    "pack.damaged.not_a_pack": ErrorWords(
        N_("This file is not a pack of Palvelutiski."), FILE, N_("Choose the file that “desk pack make” wrote.")
    ),
    "pack.damaged.cut_short": ErrorWords(N_("The pack is cut short: its end is missing."), FILE, COPY_AGAIN),
    "pack.damaged.changed": ErrorWords(
        N_("The pack is not what its publisher signed: it was changed or damaged afterwards."), FILE, COPY_AGAIN
    ),
    "pack.damaged.made_wrongly": ErrorWords(
        N_("The pack is signed, but what is in it cannot be used: {reason}."),
        FILE,
        N_("Nothing was changed. Ask the publisher for a new pack."),
    ),
    "pack.damaged.too_large": ErrorWords(
        N_("The pack would become larger than a pack may be: {reason}."),
        FILE,
        N_("Nothing was changed. Ask the publisher for a pack of a smaller area."),
    ),
    "pack.newer": ErrorWords(
        N_("The pack was made by a newer version of the program."),
        FILE,
        N_("Nothing was changed. Update the program, then open the pack again."),
    ),
    "pack.newer.errands": ErrorWords(
        N_("The errands in the pack need a newer version of the program."),
        FILE,
        N_("Nothing was changed. Update the program, then open the pack again."),
    ),
    "pack.key_unknown": ErrorWords(
        N_("This desk does not know the publisher who signed the pack: “{name}”, key {fingerprint}."),
        FILE,
        N_(
            "Nothing was changed. Ask the publisher by telephone for the key (“desk pack key” shows it to them) and"
            " compare; then “desk pack trust” lets it in."
        ),
    ),
    "pack.older": ErrorWords(
        N_("The catalogue of this desk is of {desk}, and the pack is older: of {pack}."),
        FILE,
        N_("Nothing was changed. Ask for a newer pack, or insist with --older-too."),
    ),
    "pack.unreadable": ErrorWords(
        N_("The pack cannot be read: {reason}."),
        FILE,
        N_("Nothing was changed. Put the USB stick in again, or copy the file anew."),
    ),
    "pack.unreadable.writing": ErrorWords(
        N_("The pack could not be written: {reason}."), FILE, N_("Choose another folder and make it again.")
    ),
    "pack.nothing_to_pack": ErrorWords(
        N_("There is nothing in the catalogue of this desk for {areas}."),
        "",
        N_("Fetch the catalogue first with “desk catalogue sync”, or name another area."),
    ),
    "pack.nothing_to_pack.empty": ErrorWords(
        N_("Nothing has been fetched from the national catalogue yet."),
        "",
        N_("Fetch the catalogue first, in the window or with “desk catalogue sync”."),
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
