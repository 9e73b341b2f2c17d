"""The same window over real, encrypted stores and real threads: what only time can break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desk import bootstrap
from desk.model.ids import ErrandId, FactName, VisitId
from desk.model.visit import Outcome, Profile, VisitChannel
from desk.usecases.desk_rooms import Desk
from desk.usecases.name_person import PersonGiven
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


def on_the_store_lane(qtbot, clerk: Clerk, work: Callable[[], Any]) -> Any:
    """What a use case returns, asked for as presenters ask."""
    done: list[Any] = []
    clerk.day._access.ask(clerk.window, work, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=A_WHILE)
    return done[0]


def keep_a_plan(desk: Desk) -> VisitId:
    """A named person's plan, kept, and in a backup."""
    visit = desk.open_visit(VisitChannel.DESK, Profile(), [ErrandId("death_of_close_one")]).id
    desk.name_person(visit, PersonGiven("Quirina Zebrowska"))
    desk.answer_question.give(visit, DIED_ON, "2026-11-20")
    desk.make_plan.agree(visit, Language.FI)
    desk.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=True)
    desk.keep_copies.make()
    return visit


@pytest.mark.slow
def test_an_erasure_at_the_desk_reaches_the_backups_beside_the_window(qtbot, clerk: Clerk) -> None:
    desk, words = clerk.day._access.desk, clerk.program.translator.words
    visit = on_the_store_lane(qtbot, clerk, lambda: keep_a_plan(desk))
    (before,) = on_the_store_lane(qtbot, clerk, desk.keep_copies.all)
    clerk.day.follow.open_of_person(visit)
    way = words.text("What is kept of this person")
    qtbot.waitUntil(lambda: way in clerk.buttons(), timeout=A_WHILE)
    clerk.press_named(way)
    for name in ("Erase…", "Erase it for good", "Yes, erase it"):
        said = words.text(name)
        qtbot.waitUntil(lambda said=said: said in clerk.buttons(), timeout=A_WHILE)
        clerk.press_named(said)
    none = words.text("No backup holds it.")
    qtbot.waitUntil(lambda: words.text("It is erased") in clerk.sees() and none in clerk.sees(), timeout=A_WHILE)
    (after,) = on_the_store_lane(qtbot, clerk, desk.keep_copies.all)
    assert after.name != before.name
    assert not on_the_store_lane(qtbot, clerk, lambda: desk.keep_copies.must_be_renewed)
    assert on_the_store_lane(qtbot, clerk, lambda: desk.journal.load(visit)).erased
    assert on_the_store_lane(qtbot, clerk, lambda: desk.find_person("Zebrowska")) == ()
    assert "Zebrowska" not in clerk.sees()
