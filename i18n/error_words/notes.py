"""The point's own notes."""

from __future__ import annotations

from i18n.error_words.wording import TRY_AGAIN, ErrorWords
from i18n.translator import N_

WORDS = {
    "note": ErrorWords(N_("This cannot be done with this note now."), "", TRY_AGAIN),
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
}
