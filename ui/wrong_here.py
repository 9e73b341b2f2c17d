"""The key that says *this was wrong at the counter*: of the sheet that is shown, or of the step that has the focus."""

from __future__ import annotations

from desk.errors import NotYourRole
from desk.model.point_note import NoteKind
from desk.model.role import Function
from ui.desk_access import DeskAccess
from ui.main_window import MainWindow, Place
from ui.rooms import Rooms
from ui.widgets.banner import Told


class WrongHere:
    """Begins the note where the clerk is; says where it can be begun when nothing there can be wrong."""

    def __init__(self, window: MainWindow, rooms: Rooms, access: DeskAccess) -> None:
        self._window, self._rooms, self._access = window, rooms, access

    def begin(self) -> None:
        """Begin to write what was wrong."""
        duty = self._access.desk.duty
        if NoteKind.WRONG not in self._access.desk.note_kinds():
            self._access.messages.tell_error(NotYourRole(kind=Function.KEEP_CONTENT, role=duty.role))
            return
        place = self._window.place
        if place is Place.SERVICES and self._rooms.service.notes.begin(NoteKind.WRONG):
            return
        if place is Place.VISIT and self._rooms.visit.path.begin_note(NoteKind.WRONG):
            return
        self._access.messages.tell(self._how)

    def _how(self) -> Told:
        words = self._access.translator.words
        return Told(
            words.text("Nothing is chosen that could be wrong."),
            words.text("Show a service, or go to a step of the visit, and press the keys again."),
        )
