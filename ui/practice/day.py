"""Ties practice to the open desk's day: what is read anew goes to the screen, and the strip says how it stands."""

from __future__ import annotations

from functools import partial

from desk.model.ids import VisitId
from ui.app import Opening
from ui.desk_access import DeskAccess
from ui.practice.presenter import PracticeDay, PracticeErrands, PracticePresenter
from ui.practice.watch import ErrandsWatch
from ui.workday import Workday


def follow_errands(opening: Opening, errands: PracticeErrands, access: DeskAccess, day: Workday) -> None:
    """Read a folder's errands when the day begins, and whenever they change, until the window is closed."""
    watch = ErrandsWatch(errands.folder, day)
    seen = PracticeDay(access, partial(_visit_of, day), day.presenters.reword, access.desk.world.clock.now)
    presenter = PracticePresenter(errands, watch, seen, day)
    if opening.strip is not None:
        presenter.state_changed.connect(opening.strip.render_state)
    day.begun.connect(presenter.begin)
    opening.window.closed.connect(presenter.close)


def _visit_of(day: Workday) -> VisitId | None:
    visit = day.presenters.visit.visit
    return visit.id if visit is not None and visit.is_open else None
