"""The service point's own notes on the screens that show services and steps: written, and taken away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError
from desk.model.point_note import NoteKind, PointNote, Subject
from desk.usecases.point_notes import NoteDraft
from ui.desk_access import DeskAccess
from ui.widgets.notes_box import WrittenNote


class NotesPresenter(QObject):
    """Answers for any number of boxes: each knows its own subject."""

    changed = Signal()
    """A note is there, or is there no longer: look again at what is shown."""
    refused = Signal(object, object)
    """What was written about a subject was not kept (``Subject``, ``DeskError``)."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access

    @Slot(object)
    def write(self, written: WrittenNote) -> None:
        """Keep a note; what holds a secret is refused at its field."""
        desk, language = self._access.desk, self._access.translator.language
        if written.kind is NoteKind.WRONG:
            work = partial(desk.mark_wrong, written.about, written.text, language)
        else:
            draft = NoteDraft(written.about, written.text)
            replaces = written.replaces.id if written.replaces is not None else None
            work = partial(desk.write_note, draft, language, replaces)
        self._access.ask_or(self, work, self._kept, partial(self._refused, written.shown))

    @Slot(object)
    def withdraw(self, note: PointNote) -> None:
        """It is true no longer; a mark is settled."""
        desk = self._access.desk
        if note.kind is NoteKind.WRONG:
            settled = self._access.translator.words.text("It is right again.")
            self._access.ask(self, partial(desk.settle_mark, note.id, settled), self._kept)
        else:
            self._access.ask(self, partial(desk.withdraw_note, note.id), self._kept)

    def _kept(self, _note: object) -> None:
        self.changed.emit()

    def _refused(self, shown: Subject, error: DeskError) -> None:
        self.refused.emit(shown, error)
