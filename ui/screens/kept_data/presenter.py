"""Looks up what is kept of a visit, writes it out, and erases it at the person's wish."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError
from desk.model.ids import VisitId
from desk.model.keeping_receipt import ErasureReceipt
from desk.model.visit import Profile, Visit
from desk.usecases.erasure_words import said_of_going
from ui.desk_access import DeskAccess
from ui.saved_file import write_file
from ui.screens.kept_data.state import Found, KeptDataState
from ui.widgets.banner import Told, Tone

AS_JSON, AS_PDF = "json", "pdf"
"""How it is noted in the journal that everything was written out."""


class KeptDataPresenter(QObject):
    """Holds one visit's, and nothing of it once it is erased or left."""

    state_changed = Signal(object)
    """Another ``KeptDataState``."""
    ready = Signal()
    """What somebody came for is shown."""
    erased = Signal(bool)
    """The visit is erased: nothing of it may stay anywhere. Whether it is the one at hand still."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._state = KeptDataState()
        self._visit: VisitId | None = None

    @property
    def state(self) -> KeptDataState:
        """What is shown."""
        return self._state

    @property
    def visit(self) -> VisitId | None:
        """Whose page it is."""
        return self._visit

    def look(self, visit: VisitId, number: int) -> None:
        """Show what is kept of a visit; a role that may not, or stores nothing, is told so on the page."""
        self._visit = visit
        if self._access.desk.duty.stores_nothing:
            self._show(KeptDataState(unstored=number))
            self.ready.emit()
        else:
            self._access.ask_or(
                self, partial(self._found, visit), self._has_found, partial(self._may_not, visit, take_focus=True)
            )

    @Slot()
    def look_again(self) -> None:
        """The visit is another than before: the page follows, without taking the focus."""
        if self._state.found is not None and self._visit is not None:
            may_not = partial(self._may_not, self._visit, take_focus=False)
            self._access.ask_or(self, partial(self._found, self._visit), self._show_found, may_not)

    def save_to(self, path: Path) -> None:
        """Write everything into a file that the clerk chose, and note that it was written out."""
        if self._visit is not None:
            work = partial(self._write, self._visit, path)
            self._access.ask(self, work, partial(self._was_saved, self._visit))

    @Slot()
    def erase(self) -> None:
        """Erase all that can be: the person wants it."""
        if self._visit is not None and self._state.found is not None:
            self._access.ask(self, partial(self._erase, self._visit), partial(self._was_erased, self._visit))

    @Slot()
    def copies_changed(self) -> None:
        """Backups were made or removed: the receipt says how it stands now."""
        if self._state.receipt is not None:
            self._access.ask(self, self._copies_left, self._show_copies)

    @Slot()
    def forget(self) -> None:
        """Nothing of the visit stays."""
        self._visit = None
        self._show(KeptDataState())

    def _found(self, visit: VisitId) -> Found:
        """On the store lane."""
        desk = self._access.desk
        return Found(desk.journal.load(visit), desk.kept_data(visit), desk.kept_data.ahead(visit))

    def _has_found(self, found: Found) -> None:
        """The clerk may have gone on to somebody else meanwhile: then nothing is shown."""
        self._show_found(found)
        if self._visit == found.visit.id:
            self.ready.emit()

    def _show_found(self, found: Found) -> None:
        if self._visit == found.visit.id:
            same = self._state.found is not None and self._state.found.visit.id == found.visit.id
            self._show(replace(self._state if same else KeptDataState(), found=found))

    def _may_not(self, visit: VisitId, error: DeskError, *, take_focus: bool) -> None:
        if self._visit == visit:
            self._show(KeptDataState(refused=error))
            if take_focus:
                self.ready.emit()

    def _write(self, visit: VisitId, path: Path) -> Path:
        """On the store lane: what could not be written was not given out."""
        give = self._access.desk.give_data
        write_file(path, give.as_json(visit))
        give.given(visit, AS_JSON)
        return path

    def _was_saved(self, visit: VisitId, path: Path) -> None:
        if self._visit == visit:
            self._show(replace(self._state, saved_to=str(path)))
            self.look_again()

    def _erase(self, visit: VisitId) -> KeptDataState:
        """On the store lane: what stays is read after it went."""
        desk = self._access.desk
        was = desk.journal.load(visit)
        receipt, left = desk.give_data.erase_here(visit), desk.kept_data(visit)
        profile = Profile(citizen_language=was.profile.citizen_language)
        bare = Visit(visit, was.number, was.channel, was.content, was.opened_at, profile=profile)
        return KeptDataState(receipt=receipt, erased=bare, left=left)

    def _was_erased(self, visit: VisitId, after: KeptDataState) -> None:
        is_here = self._visit == visit
        self.erased.emit(is_here)
        if not is_here:
            self._access.messages.tell(partial(self._told_elsewhere, after.receipt))
            return
        self._visit = None
        self._show(after)
        self.ready.emit()
        self.copies_changed()

    def _told_elsewhere(self, receipt: ErasureReceipt | None) -> Told:
        words = self._access.translator.words
        more = said_of_going(receipt, words) if receipt is not None else ""
        return Told(words.text("It is erased"), more, Tone.DONE)

    def _copies_left(self) -> tuple[bool, bool]:
        """On the store lane: whether backups hold it still, and whether there is any at all."""
        copies = self._access.desk.keep_copies
        return copies.must_be_renewed, bool(copies.all())

    def _show_copies(self, left: tuple[bool, bool]) -> None:
        hold_it, any_left = left
        receipt = self._state.receipt
        if receipt is not None and receipt.last_copy_gone is not None and not hold_it:
            gone = replace(receipt, last_copy_gone=None, no_copy_left=not any_left)
            self._show(replace(self._state, receipt=gone))

    def _show(self, state: KeptDataState) -> None:
        self._state = state
        self.state_changed.emit(state)
