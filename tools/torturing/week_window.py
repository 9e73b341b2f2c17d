"""A visit in the real window, over a data folder that is there: what the screen holds must lie nowhere either.

DESK_PASSPHRASE=… python -m tools.torturing.week_window FOLDER < WORDS      (one word a line)
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk import bootstrap
from desk.model.ids import ErrandId, FactName
from i18n.language import Language
from tools.torturing.week import PASSPHRASE
from ui.app import Program
from ui.main_window import Place
from ui.workday import Workday

ERRAND = ErrandId("death_of_close_one")
PATIENCE = 120.0


def until(app: QApplication, reached: Callable[[], bool]) -> None:
    """Let the window work until something is reached; raises ``TimeoutError``."""
    deadline = time.monotonic() + PATIENCE
    while not reached():
        app.processEvents()
        time.sleep(0.002)
        if time.monotonic() > deadline:
            raise TimeoutError("the window does not get there")


def hold_a_visit(folder: Path, words: list[str]) -> None:
    """Begin a visit, answer, note, look at its paper, search, and close the window over it."""
    app = QApplication(["palvelutiski"])
    program = Program(app, bootstrap.window_parts(folder, PASSPHRASE))
    program.show()
    until(app, lambda: program.day is not None)
    day = program.day
    if not isinstance(day, Workday):
        raise TypeError(f"no day: {day!r}")
    visit = day.presenters.visit
    day.presenters.counter.begin((ERRAND,), Language.SV)
    until(app, lambda: visit.view is not None)
    visit.answer(FactName("deceased.died_on"), words[0])
    until(app, lambda: visit.view is not None and bool(visit.view.visit.answers))
    if visit.view is None:
        raise RuntimeError("the visit is gone")
    visit.note(visit.view.steps[0].step.id, words[1])
    until(app, lambda: visit.view is not None and any(s.note for s in visit.view.visit.steps.values()))
    day.go_to(Place.PAPERS)
    day.papers.show_plan()
    program.window.search.field.setText(words[2])
    finished = time.monotonic() + 3
    until(app, lambda: time.monotonic() > finished)
    program.close()


if __name__ == "__main__":
    hold_a_visit(Path(sys.argv[1]), sys.stdin.read().split("\n"))
