"""The whole program on fakes, led to each of its screens in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desk.errors import WrongKey
from desk.model.agreement import Agreement, Task
from desk.model.ids import AgencyId, ErrandId, FactName
from desk.model.person import ContactKind
from desk.model.plan import Decision, HintChoice
from desk.model.refresh import AreaKind, RefreshPhase, RefreshProgress, SyncArea
from desk.model.visit import VisitChannel
from i18n.language import Language
from tests.accessibility import (
    follow_up_states,
    handing_states,
    kept_data_states,
    mandate_states,
    meeting_states,
    staff_states,
)
from tests.desk.usecases.rooms import real_bundle
from tests.journeys.conftest import end
from tests.ui.open_desk import KELA, PENSION, DeskOnFakes
from ui.app import Program
from ui.main_window import Place
from ui.screens.catalogue.lines_card import CardLine, Way
from ui.screens.counter.changes_box import ChangeLine, ChangesState
from ui.screens.unlock.view import DoorKind, DoorState
from ui.workday import Workday

DEATH = ErrandId("death_of_close_one")


@pytest.fixture
def desk() -> DeskOnFakes:
    return DeskOnFakes(real_bundle())


@pytest.fixture
def program(qtbot, qapp: QApplication, desk: DeskOnFakes) -> Iterator[Program]:
    program = desk.program(qapp, Language.EN)
    with qtbot.waitActive(program.window):
        program.show()
        program.window.activateWindow()
    qtbot.waitUntil(lambda: program.day is not None)
    yield program
    end(program, qapp)


def day_of(program: Program) -> Workday:
    """The open desk's day."""
    assert isinstance(program.day, Workday)
    return program.day


def begin_visit(program: Program) -> None:
    """A visit about a death, with some answers and decisions."""
    program.counter.errand_requested.emit(DEATH)
    visit = day_of(program).presenters.visit
    visit.answer(FactName("deceased.died_on"), "2026-11-20")
    visit.answer(FactName("deceased.relation"), "spouse")


def _counter(program: Program) -> None:
    day_of(program).go_to(Place.COUNTER)


def _results(program: Program) -> None:
    day_of(program).go_to(Place.COUNTER)
    program.window.search.field.setText("pension")


def _visit(program: Program) -> None:
    begin_visit(program)


def _step(program: Program) -> None:
    begin_visit(program)
    day = day_of(program)
    path = day._rooms.visit.path
    first = next(iter(path._cards.values()))
    first.open()
    first._decide(Decision.DECLINED, "not now")
    day._rooms.visit.show_path()


def _changed_answer(program: Program) -> None:
    begin_visit(program)
    day = day_of(program)
    questions = day._rooms.visit.questions
    questions._rows["deceased.relation"].change.click()
    questions._cards["deceased.relation"].editor.said.emit("child")


def _hint(program: Program) -> None:
    begin_visit(program)
    day = day_of(program)
    day.presenters.visit.answer(FactName("citizen.device"), "no")
    hints = day._rooms.visit.path.hints
    card = next(iter(hints._cards.values()))
    card.head.click()
    card.choices[HintChoice.TAKEN].click()
    day._rooms.visit.show_path()


def _phrases(program: Program) -> None:
    begin_visit(program)
    day_of(program)._rooms.visit.toggle_phrases()


def _details(program: Program) -> None:
    begin_visit(program)
    day_of(program).pages.details.show()


def _met_in(channel: VisitChannel) -> Callable[[Program], None]:
    def met(program: Program) -> None:
        begin_visit(program)
        day = day_of(program)
        visit = day.presenters.visit.visit
        assert visit is not None
        day.presenters.visit.set_profile(visit.profile, channel)
        day._access.desk.agreements.agree(Agreement(AgencyId("kela"), (Task.REMOTE_SERVICE,)))
        day.pages.meeting.show()

    return met


def _mode(program: Program) -> None:
    program.counter.errand_requested.emit(DEATH)


def _person(program: Program) -> None:
    begin_visit(program)
    day = day_of(program)
    day.pages.person.show()
    screen = day._rooms.person
    screen.name.setText("Aino Kettunen")
    screen.birth.setText("13.10.1952")
    screen.kind.choose(ContactKind.PHONE)
    screen.code.open.click()
    screen.code.field.setText("131052-9086")
    screen.save.click()
    screen.known.look.click()


def _papers(program: Program) -> None:
    begin_visit(program)
    day_of(program).papers.show_plan()


def _ending(program: Program) -> None:
    begin_visit(program)
    day_of(program)._ending.show()
    day_of(program)._rooms.ending.keep.row("yes").click()


def _service(program: Program) -> None:
    day_of(program)._show_service(PENSION)


def _point(program: Program) -> None:
    day_of(program).go_to(Place.POINT)


def _catalogue(program: Program) -> None:
    day = day_of(program)
    day.catalogue.presenter.pick_areas((SyncArea(AreaKind.MUNICIPALITY, "297"),))
    day.go_to(Place.CATALOGUE)
    screen = day._rooms.catalogue
    screen.packs.more.click()
    line = CardLine("Service", "The number is old", "Kela", (Way("settle:1", "It is right again"),))
    screen.show_marks((line,))
    screen.show_links((line,))


def _refreshing(program: Program) -> None:
    _catalogue(program)
    presenter = day_of(program).catalogue.presenter
    presenter.refresh(False)
    presenter._progressed(RefreshProgress(RefreshPhase.FETCHING, 1250, 5000, 3_400_000))


def _news(program: Program) -> None:
    day = day_of(program)
    lines = (
        ChangeLine("Survivor's pension", "Changed: telephone number.", PENSION),
        ChangeLine("Gone", "No longer there."),
    )
    day._rooms.changes.render_state(ChangesState(lines, "The errands were updated."))
    day._rooms.changes.head.click()


def _note(program: Program) -> None:
    _service(program)
    notes = day_of(program)._rooms.service.notes
    notes.own.click()
    notes.field.setText("salasana: kissa123")
    notes.keep.click()


def _narrowed(program: Program) -> None:
    _results(program)
    day_of(program).presenters.search.count_facets()
    day_of(program).presenters.search.narrow(KELA)


def _locked(program: Program) -> None:
    begin_visit(program)
    program.door.lock()


def _door(program: Program) -> None:
    state = DoorState(DoorKind.CREATE, "/desk", WrongKey(path="/desk"))
    program.door.state_changed.emit(state)


def _recovery(program: Program) -> None:
    program.door.state_changed.emit(DoorState(DoorKind.RECOVER, "/desk", WrongKey(path="/desk")))


SCREENS: dict[str, Callable[[Program], None]] = {
    "counter": _counter,
    "results": _results,
    "visit": _visit,
    "step": _step,
    "changed answer": _changed_answer,
    "hint": _hint,
    "phrases": _phrases,
    "details": _details,
    "person": _person,
    "mode of help": _mode,
    "met at the desk": _met_in(VisitChannel.DESK),
    "met by phone": _met_in(VisitChannel.PHONE),
    "met in the field": _met_in(VisitChannel.OUTREACH),
    "met by letter": _met_in(VisitChannel.LETTER),
    "met by message": _met_in(VisitChannel.MESSAGE),
    "papers": _papers,
    "ending": _ending,
    "service": _service,
    "point": _point,
    "catalogue": _catalogue,
    "refreshing": _refreshing,
    "news": _news,
    "note": _note,
    "narrowed": _narrowed,
    "locked": _locked,
    "door": _door,
    "recovery": _recovery,
    **follow_up_states.STATES,
    **handing_states.STATES,
    **kept_data_states.STATES,
    **mandate_states.STATES,
    **meeting_states.STATES,
    **staff_states.STATES,
}


@pytest.fixture(params=SCREENS)
def screen(request: pytest.FixtureRequest, program: Program, qapp: QApplication) -> Program:
    """The program, at one of its screens."""
    SCREENS[request.param](program)
    qapp.processEvents()
    return program
