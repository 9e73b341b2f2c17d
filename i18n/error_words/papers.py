"""Papers."""

from __future__ import annotations

from i18n.error_words.wording import FILE, ErrorWords
from i18n.translator import N_

WORDS = {
    "paper": ErrorWords(
        N_("The paper could not be made."), "", N_("The plan is safe. You can also read it on the screen.")
    ),
    "paper.not_written": ErrorWords(
        N_("The paper could not be saved: {reason}."), FILE, N_("Choose another folder and save again.")
    ),
    "paper.no_day": ErrorWords(
        N_("No step of this plan has a day."),
        "",
        N_("There is nothing for a calendar. The paper says what to do."),
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
}
