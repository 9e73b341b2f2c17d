"""What this point wrote about services, and the links that do not work: lists to go through when there is time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.model.point_note import NoteKind, PointNote
from desk.usecases.check_links import LinkLine
from desk.usecases.point_notes import ListedNote
from ui.desk_access import DeskAccess
from ui.paper_ways import ChooseFile
from ui.saved_file import write_file
from ui.screens.catalogue.lines_card import CardLine, Way


class KeepsakesPresenter(QObject):
    """Holds the lists of notes, marks and links."""

    marks_changed = Signal(object)
    """Other marks that something was wrong (a tuple of ``CardLine``)."""
    notes_changed = Signal(object)
    """Other own notes (a tuple of ``CardLine``)."""
    links_changed = Signal(object)
    """Other failing links (a tuple of ``CardLine``)."""
    withdrawn = Signal(object)
    """A note is true no longer, or a mark is settled (``PointNote``)."""

    def __init__(self, access: DeskAccess, choose_file: ChooseFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._choose_file = choose_file
        self._listed: dict[str, PointNote] = {}

    @Slot()
    def read(self) -> None:
        """Look up what was written, and which links fail."""
        desk, language = self._access.desk, self._access.translator.language
        self._access.ask(self, partial(desk.list_notes, language), self._notes_read)
        self._access.ask(self, partial(desk.list_links, language), self._links_read)

    @Slot(str)
    def press(self, key: str) -> None:
        """Settle a mark, or take a note away: the line's key is the note's id."""
        note = self._listed.get(key)
        if note is not None:
            self.withdrawn.emit(note)

    @Slot()
    def export(self) -> None:
        """Write the marks into a table that can be sent to those who keep the texts."""
        path = self._choose_file("palvelutiski.csv")
        if path is not None:
            export, language = self._access.desk.export_marks.csv, self._access.translator.language
            self._access.ask(self, lambda: write_file(path, export(language)), self._done)

    def _done(self, _nothing: None) -> None:
        self.read()

    def _notes_read(self, listed: tuple[ListedNote, ...]) -> None:
        self._listed = {each.note.id: each.note for each in listed}
        self.marks_changed.emit(tuple(self._line(each) for each in listed if each.note.kind is NoteKind.WRONG))
        self.notes_changed.emit(tuple(self._line(each) for each in listed if each.note.kind is NoteKind.OWN))

    def _line(self, listed: ListedNote) -> CardLine:
        words, formats, note = self._access.translator.words, self._access.translator.formats, listed.note
        day = formats.short_date(note.at.date())
        small = [day, note.keeper]
        if listed.is_gone:
            small.append(words.text("no longer in the national catalogue"))
        is_own = note.kind is NoteKind.OWN
        label = words.text("It is true no longer") if is_own else words.text("It is right again")
        ways = (Way(note.id, label),) if NoteKind.OWN in self._access.desk.note_kinds() else ()
        return CardLine(listed.name, note.text, " · ".join(part for part in small if part), ways)

    def _links_read(self, lines: tuple[LinkLine, ...]) -> None:
        failing = [line for line in lines if line.check is not None and line.check.is_failing]
        self.links_changed.emit(tuple(self._link(line) for line in failing))

    def _link(self, line: LinkLine) -> CardLine:
        words, formats = self._access.translator.words, self._access.translator.formats
        since = line.check.failed_since if line.check is not None else None
        told = words.text("has not worked since {day}", day=formats.short_date(since)) if since is not None else ""
        return CardLine(line.url, told, ", ".join(line.used_by))
