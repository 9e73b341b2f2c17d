"""The program's own window, whose ticks are timed at rest, through a real refresh and at rest, as someone types.

``python -m tools.benching.frames_child FOLDER URL SECONDS``; what it saw is one line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from desk import bootstrap
from desk.model.refresh import RefreshReport
from desk.usecases.refresh_plan import RefreshAsk
from tests.ui.typing import type_text
from tools.benching.frames import FRAME_MS, Ticks
from tools.benching.window_child import with_given_keyring
from ui.app import Program
from ui.catalogue_day import CatalogueDay
from ui.models.results import ResultLine
from ui.screens.catalogue.state import FreshnessState
from ui.workday import Workday

KEY_EVERY_MS = 150
"""A hasty clerk."""
LOOK_AGAIN_MS = 200
TYPED = ("asumistuki ", "mies kuoli ", "päivähoito ", "muutto toiseen kuntaan ", "bostadsbidrag ")
CLEARED = "\b"


class Round(QObject):
    """Rest, refresh, rest: one after another in one window, so that whatever else the machine does meets both."""

    def __init__(self, app: QApplication, program: Program, url: str, seconds: float) -> None:
        super().__init__(app)
        self._app, self._program, self._url, self._rest_ms = app, program, url, int(seconds * 1000)
        self._keys = cycle([key for text in TYPED for key in (*text, CLEARED)])
        self._ticks = Ticks()
        self.late: dict[str, list[float]] = {"rest": [], "refresh": []}
        self.report: RefreshReport | None = None
        self.load = ""
        self.answers = 0
        self._looking = self._every(LOOK_AGAIN_MS, self._look, Qt.TimerType.CoarseTimer)
        self._typing = self._every(KEY_EVERY_MS, self._type, Qt.TimerType.CoarseTimer)
        self._ticking = self._every(FRAME_MS, self._tick, Qt.TimerType.PreciseTimer)
        self._asked = False
        self._looking.start()

    def _every(self, pause: int, work: Callable[[], None], kind: Qt.TimerType) -> QTimer:
        timer = QTimer(self)
        timer.setTimerType(kind)
        timer.setInterval(pause)
        timer.timeout.connect(work)
        return timer

    @property
    def _day(self) -> Workday | None:
        day = self._program.day
        return day if isinstance(day, Workday) else None

    @property
    def _catalogue(self) -> CatalogueDay:
        assert self._day is not None
        return self._day.catalogue

    @Slot()
    def _look(self) -> None:
        """Begin when the desk is open, knows what to keep fresh, and has done all that it does in quiet minutes."""
        opened, day = self._program._opened, self._day  # noqa: SLF001 — nobody else needs to see these
        if opened is None or day is None:
            return
        if not self._asked:
            self._asked = True
            write = partial(opened.desk.refresh_settings.write, RefreshAsk(self._url))
            self._program.runner.run(write, lambda _: self._catalogue.presenter.read(), self._failed, self)
        elif self._catalogue.presenter.freshness.whole_country and not day._idle._timer.isActive():  # noqa: SLF001
            self._looking.stop()
            self._after_the_lane(self._begin)

    def _after_the_lane(self, then: Callable[[], None]) -> None:
        """Go on when all that was asked of the stores is answered."""
        assert self._program._opened is not None  # noqa: SLF001
        find = partial(self._program._opened.desk.find_service, "kuolema", "fi")  # noqa: SLF001
        self._program.runner.run(find, lambda _: then(), self._failed, self)

    def _begin(self) -> None:
        assert self._day is not None
        self._day.presenters.search.lines_changed.connect(self._answered)
        self._typing.start()
        self._catalogue.presenter.freshness_changed.connect(self._freshness)
        self._catalogue.presenter.refreshed.connect(partial(self._after_the_lane, self._refreshed))
        self._rest(self._refresh)

    def _rest(self, then: Callable[[], None]) -> None:
        self._ticking.stop()
        QTimer.singleShot(self._rest_ms, self, then)
        self._measure("rest")

    def _refresh(self) -> None:
        self.load = _load()
        self._measure("refresh")
        self._catalogue.presenter.refresh(False)

    def _refreshed(self) -> None:
        """It is taken in, and what the window shows was read anew."""
        self._rest(self._app.quit)

    def _measure(self, what: str) -> None:
        self._ticks = Ticks()
        self._ticks.late = self.late[what]
        self._ticking.start()

    @Slot()
    def _tick(self) -> None:
        self._ticks.tick()

    @Slot()
    def _type(self) -> None:
        field, key = self._program.window.search.field, next(self._keys)
        if key == CLEARED:
            field.clear()
        else:
            type_text(field, key)

    @Slot(object)
    def _answered(self, lines: tuple[ResultLine, ...]) -> None:
        """What was typed was searched for, and is shown now."""
        is_refreshing = self._ticks.late is self.late["refresh"]
        self.answers += bool(lines) and is_refreshing

    @Slot(object)
    def _freshness(self, state: FreshnessState) -> None:
        self.report = state.report or self.report
        if state.error is not None:
            self._failed(state.error)

    def _failed(self, error: object) -> None:
        print(f"failed {error}", file=sys.stderr)
        self._app.exit(1)


def _load() -> str:
    """How busy the machine was in the last minute, where it says."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def main(folder: Path, url: str, seconds: float) -> int:
    """Show the window, measure, say what was seen."""
    with_given_keyring()
    app = QApplication(["palvelutiski"])
    program = Program(app, bootstrap.window_parts(folder, None))
    seen = Round(app, program, url, seconds)
    program.show()
    code = app.exec()
    program.close()
    if seen.report is not None:
        told = {"objects": seen.report.new + seen.report.changed, "answers": seen.answers}
        print(json.dumps({**seen.late, **told, "seconds": seen.report.seconds, "load": seen.load}))
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])))
