"""What was wrong at the counter, to be sent to those who keep the texts: as a table and as JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import msgspec

from desk.model.point_note import NoteKind, SubjectKind
from desk.usecases.point_notes import ListedNote, ListNotes
from i18n.language import Language
from i18n.translator import NP_, Lexicon

_KINDS = {
    SubjectKind.SERVICE: NP_("what a note is about", "Service"),
    SubjectKind.CHANNEL: NP_("what a note is about", "Service channel"),
    SubjectKind.GENERAL_DESCRIPTION: NP_("what a note is about", "General description"),
    SubjectKind.STEP: NP_("what a note is about", "Step of an errand"),
}
_BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets read ä and ö wrongly."""
_FORMULA = ("=", "+", "-", "@", "\t")
"""A cell that begins so is reckoned by spreadsheets, whoever wrote it."""


class ExportMarks:
    """The marks that are open, oldest first: what has waited longest is mended first."""

    def __init__(self, list_notes: ListNotes, lexicon: Lexicon) -> None:
        self._list_notes = list_notes
        self._lexicon = lexicon

    def csv(self, language: Language) -> bytes:
        """Return a table for a spreadsheet, with semicolons as in Finland."""
        words = self._lexicon.words(language)
        text = io.StringIO()
        table = csv.writer(text, delimiter=";", lineterminator="\r\n")
        table.writerow(
            [
                words.text("Since"),
                words.text("What is wrong"),
                words.text("Where"),
                words.text("Kind"),
                words.text("Id"),
                words.text("Who keeps the text"),
                words.text("Still in the catalogue"),
            ]
        )
        for listed in self._marks(language):
            note = listed.note
            told = words.text("No") if listed.is_gone else words.text("Yes")
            kind = words.ptext(*_KINDS[note.about.kind])
            row = [note.at.date().isoformat(), note.text, listed.name, kind, note.about.id, note.keeper, told]
            table.writerow([_harmless(cell) for cell in row])
        return (_BYTE_ORDER_MARK + text.getvalue()).encode()

    def json(self, language: Language) -> bytes:
        """Return the same for programs."""
        marks = [
            {
                "since": listed.note.at,
                "wrong": listed.note.text,
                "language": listed.note.language,
                "kind": listed.note.about.kind,
                "id": listed.note.about.id,
                "name": listed.name,
                "keeper": listed.note.keeper,
                "gone": listed.is_gone,
            }
            for listed in self._marks(language)
        ]
        return msgspec.json.format(msgspec.json.encode({"marks": marks}), indent=2)

    def _marks(self, language: Language) -> Iterator[ListedNote]:
        marks = [listed for listed in self._list_notes(language) if listed.note.kind is NoteKind.WRONG]
        return reversed(marks)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
