"""What may be said in a hard talk: asked for when the clerk wants it, gone with the visit."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.model.ids import VisitId
from desk.usecases.show_phrases import PhraseCards
from ui.desk_access import DeskAccess
from ui.screens.visit.state import VisitScreenState


class PhrasesPresenter(QObject):
    """Knows which visit is at hand, and nothing of what was looked at."""

    found = Signal(object)
    """The cards for the visit at hand (``PhraseCards``), or ``None`` when there is none."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._visit: VisitId | None = None
        self._wanted = False

    @Slot(object)
    def visit_changed(self, state: VisitScreenState) -> None:
        """Another answer, another language, another visit or none."""
        visit = state.view.visit.id if state.view is not None else None
        if visit != self._visit:
            self._visit, self._wanted = visit, False
            self.found.emit(None)
        elif self._wanted:
            self.look()

    @Slot()
    def look(self) -> None:
        """The clerk wants the cards."""
        if self._visit is not None:
            self._wanted = True
            work = partial(self._access.desk.show_phrases, self._visit, self._access.translator.language)
            self._access.ask_newest(self, "phrases", work, partial(self._found, self._visit))

    @Slot()
    def leave(self) -> None:
        """The clerk has seen enough."""
        self._wanted = False

    def _found(self, visit: VisitId, cards: PhraseCards) -> None:
        if self._wanted and visit == self._visit:
            self.found.emit(cards)
