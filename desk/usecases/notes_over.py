"""Lays the point's notes over what is shown: those that count today, on their subject and whatever it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar

from desk.model.freshness import NOTHING_AROUND
from desk.model.point_note import NoteKind, PointNote, SubjectKind
from desk.ports import Clock
from desk.ports.catalogue_ties import CatalogueTies
from desk.ports.point_notes import PointNotes

Shown = TypeVar("Shown", bound=Hashable)


class NotesOver:
    """Finds notes for many shown things at once."""

    def __init__(
        self, notes: PointNotes, ties: CatalogueTies, clock: Clock, kinds: Callable[[], frozenset[NoteKind]]
    ) -> None:
        """``kinds``: what the one at the desk may write."""
        self._notes = notes
        self._ties = ties
        self._clock = clock
        self.kinds = kinds

    def on(self, shown: Mapping[Shown, frozenset[str]]) -> Mapping[Shown, tuple[PointNote, ...]]:
        """Return the notes about any of the ids of each shown thing; nothing for what has none.

        A note on a starter object counts for the real ones that it stood in for.
        """
        counting = self._notes.counting(self._clock.today())
        if not counting:
            return {}
        around = self._ties.around(note.about.id for note in counting if note.about.kind is not SubjectKind.STEP)
        about = [(note, {note.about.id, *around.get(note.about.id, NOTHING_AROUND).replaced}) for note in counting]
        found = {
            each: tuple(note for note, subjects in about if not ids.isdisjoint(subjects)) for each, ids in shown.items()
        }
        return {each: notes for each, notes in found.items() if notes}
