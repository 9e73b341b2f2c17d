"""The key that says *this was wrong at the counter*: of the sheet that is shown, or of the step that has the focus."""

from __future__ import annotations

from desk.model.point_note import NoteKind
from i18n.translator import Translator
from ui.main_window import MainWindow, Place
from ui.messages import Messages
from ui.rooms import Rooms
from ui.widgets.banner import Told


class WrongHere:
    """Begins the note where the clerk is; says where it can be begun when nothing there can be wrong."""

    def __init__(self, window: MainWindow, rooms: Rooms, messages: Messages, translator: Translator) -> None:
        self._window, self._rooms = window, rooms
        self._messages, self._translator = messages, translator

    def begin(self) -> None:
        """Begin to write what was wrong."""
        place = self._window.place
        if place is Place.SERVICES and self._rooms.service.notes.begin(NoteKind.WRONG):
            return
        if place is Place.VISIT and self._rooms.visit.path.begin_note(NoteKind.WRONG):
            return
        self._messages.tell(self._how)

    def _how(self) -> Told:
        words = self._translator.words
        return Told(
            words.text("Nothing is chosen that could be wrong."),
            words.text("Show a service, or go to a step of the visit, and press the keys again."),
        )
