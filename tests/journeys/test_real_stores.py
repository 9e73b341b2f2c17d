"""The same window over real, encrypted stores and real threads: what only time can break."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desk import bootstrap
from desk.model.ids import FactName
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import end
from tests.ui.typing import focused, press, type_text
from ui.app import Program
from ui.main_window import Place

PASSPHRASE = "neljä hyvää sanaa tässä"
DIED_ON = FactName("deceased.died_on")
A_WHILE = 30_000


@pytest.fixture
def clerk(qtbot, qapp: QApplication, tmp_path: Path) -> Iterator[Clerk]:
    if not bootstrap.Installation().bundle.exists():
        pytest.skip("the content bundle has not been made: make setup")
    program = Program(qapp, bootstrap.window_parts(tmp_path / "desk", PASSPHRASE))
    program.translator.switch(Language.FI)
    with qtbot.waitActive(program.window):
        program.show()
        program.window.activateWindow()
    clerk = Clerk(program)
    qtbot.waitUntil(lambda: program.window.is_covered, timeout=A_WHILE)
    program.translator.switch(Language.FI)
    clerk.press_named(program.translator.words.text("The sheet is safe: go on"))
    later = program.translator.words.text("The rest later")
    qtbot.waitUntil(lambda: later in clerk.buttons(), timeout=A_WHILE)
    clerk.press_named(later)
    qtbot.waitUntil(lambda: not program.window.is_covered, timeout=A_WHILE)
    yield clerk
    end(program, qapp)


@pytest.mark.slow
def test_the_focus_is_where_the_next_question_is(qtbot, clerk: Clerk) -> None:
    window = clerk.window
    assert focused() is window.search.field
    type_text(focused(), "mies kuoli")
    qtbot.waitUntil(lambda: window.search.results is not None and window.search.results.list.lines > 0, timeout=A_WHILE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: clerk.day.presenters.visit.view is not None, timeout=A_WHILE)
    assert clerk.place() is Place.VISIT
    assert clerk.asks_for_mode()
    press(Qt.Key.Key_Return)
    assert clerk.question().fact == DIED_ON
    assert isinstance(focused(), QLineEdit)
    clerk.answer("20.11.2026")
    qtbot.waitUntil(lambda: DIED_ON in clerk.view.visit.answers, timeout=A_WHILE)
    assert clerk.question().fact != DIED_ON
    first = clerk.question().fact
    clerk.answer("unknown")
    qtbot.waitUntil(lambda: first in clerk.view.visit.answers, timeout=A_WHILE)
    assert clerk.question().fact not in (DIED_ON, first)
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(clerk.day.pages.details._counter.drafts), timeout=A_WHILE)
    assert focused() is window.search.field
    assert clerk.day.pages.details._counter.drafts[0].answers == 2
