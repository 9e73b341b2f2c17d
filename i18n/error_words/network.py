"""The network."""

from __future__ import annotations

from i18n.error_words.wording import LATER, ErrorWords
from i18n.translator import N_

WORDS = {
    "network": ErrorWords(N_("Something could not be fetched. What is on this computer stays as it is."), "", LATER),
    "network.unreachable": ErrorWords(
        N_("There is no connection to {source}: {reason}."),
        "",
        N_("Check the network. What was fetched is kept, and the next try goes on from there."),
    ),
    "network.busy": ErrorWords(N_("{source} asks to try later."), "", LATER),
    "network.refused": ErrorWords(
        N_("{source} does not give what was asked for: {reason}."), "", N_("Check the address in the settings.")
    ),
    "network.refused.address": ErrorWords(
        N_("“{source}” is not the address of a catalogue."),
        "",
        N_("Write it as it stands in a browser, from https:// on. The usual one is {usual}."),
    ),
    "network.refused.unencrypted": ErrorWords(
        N_("{source} is asked over an encrypted connection only."), "", N_("Use an address that begins with https://.")
    ),
    "network.refused.sent_on": ErrorWords(
        N_("{source} sent the question on to {to}, where the connection is not encrypted. Nothing was fetched."),
        "",
        N_("Open a page in a browser: this network may want you to sign in first. Then try again."),
    ),
    "network.refused.version": ErrorWords(
        N_("This program cannot read version {version} of the catalogue at {source}."),
        "",
        N_("Update the program, or check the address in the settings."),
    ),
    "network.unreadable.page": ErrorWords(
        N_("{source} answered with a web page instead of data."),
        "",
        N_("Open a page in a browser: this network may want you to sign in first. Then try again."),
    ),
    "network.unreadable": ErrorWords(N_("The answer of {source} cannot be read: {reason}."), "", LATER),
}
