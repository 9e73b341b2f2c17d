"""Leads the program through one invented visit, and pictures each screen.

A widow who speaks Swedish, at a Finnish desk: the sample visit of ``desk demo``, with a day of death that stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.cli.demo import SCRIPT
from desk.model.facts import Said
from desk.model.ids import FactName, VisitId
from desk.usecases.desk_rooms import Desk
from desk.usecases.run_script import RunScript
from desk.usecases.visit_script import Ending, VisitScript, read_script
from tools.picturing.still_desk import MOMENT, StillClock
from ui.app import Program
from ui.main_window import Place
from ui.shortcuts import Shortcut
from ui.workday import Workday

SERVICE = "tiski-s-survivors-pension"
DIED_ON = "2026-11-20"
_ALREADY_SAID = 4
"""So many answers were given before the picture of the visit; the next one lets the path grow."""
_MOVED = b"""
errands: [moving_within_finland]
answers: {home.moving_on: 2026-12-12, home.move_kind: permanent}
end: park
"""
_LOST_WORK = b"""
errands: [unemployment]
answers: {work.reason: dismissed, work.unemployed_from: 2026-12-01, work.still_working: none, work.fund_member: yes}
end: plan_given
keep: yes
"""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What has been done at the desk before the first picture, and what the widow goes on to say."""

    visit: VisitId
    grows: tuple[FactName, Said]
    later: tuple[tuple[FactName, Said], ...]


def begin(desk: Desk) -> Beginning:
    """Two earlier visits of the morning, and the first answers of the widow's."""
    _at(desk, 65)(_script(desk, _LOST_WORK))
    _at(desk, 40)(_script(desk, _MOVED))
    widow = replace(widows_script(desk), end=Ending.OPEN)
    said = widow.answers
    visit = _at(desk, 12)(replace(widow, answers=said[:_ALREADY_SAID]))
    return Beginning(visit.id, said[_ALREADY_SAID], said[_ALREADY_SAID + 1 :])


def widows_script(desk: Desk) -> VisitScript:
    """All that she says."""
    return _script(desk, SCRIPT.read_bytes().replace(b"DIED_ON", DIED_ON.encode()))


def _script(desk: Desk, content: bytes) -> VisitScript:
    return read_script("a picture's visit", content, desk.world.bundle, MOMENT.date())


def _at(desk: Desk, minutes_ago: int) -> RunScript:
    earlier = StillClock(MOMENT - timedelta(minutes=minutes_ago))
    return RunScript(Desk(replace(desk.world, clock=earlier)), lambda _line: None)


class Walk:
    """One walk through the screens; each is shown and then pictured."""

    def __init__(self, app: QApplication, program: Program, beginning: Beginning) -> None:
        self._app = app
        self._program = program
        self._window = program.window
        self._beginning = beginning

    def pictures(self) -> Iterator[tuple[str, QImage]]:
        """Each screen's name and picture, in the order of the visit. The mouse is where nothing lies under it."""
        QCursor.setPos(self._window.mapToGlobal(self._window.rect().bottomRight()) + QPoint(1, 1))
        stations: dict[str, Callable[[], None]] = {
            "counter": self._counter,
            "search": self._search,
            "visit": self._visit,
            "step": self._step,
            "service": self._service,
            "papers": self._papers,
            "ending": self._ending,
            "catalogue": self._catalogue,
        }
        for name, go_there in stations.items():
            go_there()
            yield name, self._picture()

    @property
    def _day(self) -> Workday:
        day = self._program.day
        if not isinstance(day, Workday):
            raise TypeError("the desk of the pictures did not open")
        return day

    def _counter(self) -> None:
        self._day.go_to(Place.COUNTER)

    def _search(self) -> None:
        self._window.search.field.setText("mies kuoli")

    def _visit(self) -> None:
        self._window.search.field.clear()
        self._day.presenters.counter.go_on(self._beginning.visit)
        self._say(self._beginning.grows)

    def _step(self) -> None:
        self._window.shortcut_used.emit(Shortcut.GO_TO_PATH)
        self._press(Qt.Key.Key_Space)

    def _service(self) -> None:
        self._press(Qt.Key.Key_Space)
        for answer in self._beginning.later:
            self._say(answer)
        self._day.presenters.search.service_chosen.emit(SERVICE)

    def _papers(self) -> None:
        self._day.go_to(Place.VISIT)
        self._window.place_requested.emit(Place.PAPERS)

    def _ending(self) -> None:
        self._window.shortcut_used.emit(Shortcut.END_VISIT)

    def _catalogue(self) -> None:
        self._window.place_requested.emit(Place.CATALOGUE)

    def _say(self, answer: tuple[FactName, Said]) -> None:
        self._day.presenters.visit.answer(*answer)

    def _press(self, key: Qt.Key) -> None:
        focused = self._app.focusWidget()
        if focused is None:
            raise TypeError("nothing has the focus")
        QTest.keyClick(focused, key)

    def _picture(self) -> QImage:
        for _ in range(5):
            self._app.processEvents()
        return self._window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
