"""Shows the recovery sheet this once, and lets go of its key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.errors import PaperNotWritten
from ui.app import Opening
from ui.desk_access import DeskAccess
from ui.screens.recovery.view import RecoveryScreen
from ui.widgets.banner import Told, Tone


class RecoveryKeeper(QObject):
    """Lies over the desk until the clerk says that the sheet is safe."""

    done = Signal()
    """The sheet is safe."""

    def __init__(self, opening: Opening, access: DeskAccess, parent: QObject) -> None:
        super().__init__(parent)
        self._opening = opening
        self._access = access
        self._window = opening.window
        self._pdf: bytes | None = None
        self._before: QWidget | None = None
        self._screen = RecoveryScreen(opening.translator)
        self._screen.print_requested.connect(self._print)
        self._screen.save_requested.connect(self._save)
        self._screen.done.connect(self._done)

    def show(self, key: str) -> None:
        """Draw the sheet and show it."""
        self._before = self._window.shown
        language = self._opening.translator.language
        draw = partial(self._opening.recovery_sheet, key, str(self._opening.folder), language)
        queues = self._access.desk.print_paper.queues
        self._access.ask(self, lambda: (draw(), bool(queues())), self._drawn)

    def _drawn(self, drawn: tuple[bytes, bool]) -> None:
        self._pdf, can_print = drawn
        self._screen.show_sheet(self._pdf, can_print=can_print)
        self._window.cover(self._screen)
        self._screen.take_focus()

    @Slot()
    def _print(self) -> None:
        if self._pdf is not None:
            self._access.ask(self, partial(self._access.desk.print_paper.send, self._pdf), self._printed)

    def _printed(self, _nothing: None) -> None:
        words = self._opening.translator
        self._access.messages.tell(lambda: Told(words.words.text("The paper is at the printer."), tone=Tone.DONE))

    @Slot()
    def _save(self) -> None:
        name = self._opening.translator.words.ptext("file name", "recovery-sheet.pdf")
        path = self._opening.choose_file(name)
        if path is None or self._pdf is None:
            return
        try:
            path.write_bytes(self._pdf)
        except OSError as error:
            self._access.messages.tell_error(PaperNotWritten(path=path, reason=error.strerror or error))

    @Slot()
    def _done(self) -> None:
        self._screen.show_sheet(None, can_print=False)
        self._pdf = None
        self._window.uncover(self._before)
        self._window.search.take_focus()
        self.done.emit()
