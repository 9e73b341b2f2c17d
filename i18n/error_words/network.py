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
    "network.unreadable": ErrorWords(N_("The answer of {source} cannot be read: {reason}."), "", LATER),
}
