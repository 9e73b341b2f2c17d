"""A service as it is shown at the desk: with its age, the point's notes, and links that do not work."""

from __future__ import annotations

from dataclasses import replace

from desk.model.freshness import NOTHING_AROUND
from desk.model.link_check import LinkCheck
from desk.model.point_note import NoteKind, PointNote, Subject, SubjectKind
from desk.model.service_sheet import ServiceSheet
from desk.ports import Clock
from desk.usecases.fresh_ports import FreshPorts
from desk.usecases.judge_freshness import Freshness
from desk.usecases.notes_over import NotesOver
from desk.usecases.show_service import ShownService, ShowService
from desk.usecases.used_links import links_on


class ShowServiceHere:
    """Shows a service with all that this desk knows of it, and counts that it was looked at."""

    def __init__(self, show: ShowService, remarks: SheetRemarks) -> None:
        self._show = show
        self._remarks = remarks

    def __call__(self, identity: str) -> ShownService:
        """The service as it is now; raises ``ServiceUnknown``."""
        shown = self._show(identity)
        self._remarks.looked_at(shown.sheet)
        return replace(
            shown,
            sheet=self._remarks.aged(shown.sheet),
            notes=self._remarks.notes(shown.sheet),
            note_kinds=self._remarks.note_kinds(),
            broken_links=self._remarks.broken_links(shown.sheet),
        )


class SheetRemarks:
    """Remarks on one sheet."""

    def __init__(self, ports: FreshPorts, freshness: Freshness, notes: NotesOver, clock: Clock) -> None:
        self._ports = ports
        self._freshness = freshness
        self._notes = notes
        self._clock = clock
        self._counted: Subject | None = None

    def aged(self, sheet: ServiceSheet) -> ServiceSheet:
        """Return the sheet with what is known of its age."""
        return self._freshness.of(sheet)

    def notes(self, sheet: ServiceSheet) -> tuple[PointNote, ...]:
        """Return the notes that count today for the sheet's subject, its channels and its general description."""
        around = self._ports.ties.around([sheet.id]).get(sheet.id, NOTHING_AROUND)
        channels = (channel.id for channel in sheet.channels)
        ids = frozenset((sheet.id, *channels, *around.shared, *around.replaced))
        return self._notes.on({sheet.id: ids}).get(sheet.id, ())

    def note_kinds(self) -> frozenset[NoteKind]:
        """Return what the one at the desk may write about it."""
        return self._notes.kinds()

    def broken_links(self, sheet: ServiceSheet) -> tuple[LinkCheck, ...]:
        """Return what is known of those links on the sheet that do not work."""
        on_it = frozenset(links_on(sheet))
        return tuple(check for check in self._ports.links.failing() if check.url in on_it)

    def looked_at(self, sheet: ServiceSheet) -> None:
        """Count that somebody looked at it; the same sheet drawn once more is not looked at anew."""
        subject = Subject(SubjectKind(sheet.kind.value), sheet.id)
        if subject != self._counted:
            self._ports.use.looked_at(subject, self._clock.today())
            self._counted = subject
