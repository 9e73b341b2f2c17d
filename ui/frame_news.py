"""What the frame round the work says: whose visit it is and for how long, how old the catalogue is, what was saved."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Slot

from desk.model.visit import Visit
from desk.ports import Clock
from ui.main_window import MainWindow
from ui.screens.catalogue.state import FreshnessState
from ui.widgets.status_line import Status, Who
from ui.widgets.visit_band import BandState, VisitBand

_HALF_A_MINUTE = 30_000


@dataclass(frozen=True, slots=True)
class FrameParts:
    """The frame round the work."""

    window: MainWindow
    band: VisitBand
    clock: Clock


class FrameNews(QObject):
    """Keeps band and status line up to date."""

    def __init__(self, parts: FrameParts, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._band, self._clock = parts.window, parts.band, parts.clock
        self._visit: Visit | None = None
        self._status = Status()
        self._freshness = FreshnessState()
        self._minutes = QTimer(self)
        self._minutes.setInterval(_HALF_A_MINUTE)
        self._minutes.timeout.connect(self.reword)
        self._minutes.start()

    def close(self) -> None:
        """Stop the clock."""
        self._minutes.stop()

    @Slot(object)
    def show_freshness(self, state: FreshnessState) -> None:
        """Say how old the catalogue is, and how a refresh goes."""
        self._freshness = state
        as_of, progress = state.status.as_of, state.progress
        known = state.status.counts.total and as_of is not None
        self._show_status(
            self._status._replace(
                age=self._clock.now() - as_of if known and as_of is not None else None,
                stale=state.stale and bool(known),
                refreshing=progress is not None and not state.paused,
                percent=progress.done * 100 // progress.whole if progress is not None and progress.whole else None,
            )
        )

    def show_visit(self, visit: Visit | None) -> None:
        """Say whose visit it is."""
        self._visit = visit
        unkept = visit is not None and visit.unkept
        self._show_status(self._status._replace(unkept=unkept))
        if visit is not None and visit.last_saved is not None and not unkept:
            self._show_status(self._status._replace(saved_at=visit.last_saved))
        self.reword()

    def show_who(self, who: Who | None) -> None:
        """Say who is signed in."""
        self._show_status(self._status._replace(who=who))

    @Slot()
    def reword(self) -> None:
        """Say it again: the minutes went on, or the language is another one."""
        self.show_freshness(self._freshness)
        self._band.show_band(self._told(self._visit) if self._visit is not None else None)

    def _told(self, visit: Visit) -> BandState:
        minutes = max(0, int((self._clock.now() - visit.opened_at).total_seconds() // 60))
        return BandState(
            number=visit.number,
            channel=visit.channel,
            mode=visit.profile.mode,
            citizen_language=visit.profile.citizen_language,
            accommodations=tuple(sorted(visit.profile.accommodations)),
            name=visit.person.name if visit.person is not None else "",
            minutes=minutes,
            can_undo=visit.is_open and bool(visit.undo),
            can_redo=visit.is_open and bool(visit.redo),
        )

    def _show_status(self, status: Status) -> None:
        self._status = status
        self._window.status.show_status(status)
