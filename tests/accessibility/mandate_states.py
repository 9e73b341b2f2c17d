"""The page of mandates and a step that is done for the citizen, in each of their states."""

from __future__ import annotations

from desk.model.ids import StepId
from desk.model.mandate import CapacityAnswer, MandateForm
from desk.model.mandate_code import written_code
from tests.mandate_steps import REPORT, begin, desk_of, draw, sign, visit_id
from ui.app import Program
from ui.main_window import Place
from ui.screens.mandate.view import MandateScreen
from ui.workday import Workday


def stop(program: Program) -> None:
    """Something stands against a mandate, and the reason holds a secret."""
    page = _page(program)
    page.before.questions[CapacityAnswer.MINOR].rows.row("yes").click()
    page.before.questions[CapacityAnswer.HAS_GUARDIAN].rows.row("no").click()
    page.before.stop.reason.setText("salasana: kissa123")
    page.before.stop.stop.click()


def scope(program: Program) -> None:
    """What it is for and how long, with a day that is none."""
    page = _page(program)
    for question in page.before.questions.values():
        question.rows.row("yes").click()
    page.terms.lasting.row("until_day").click()
    page.terms.day.setText("kesällä")
    page.terms.draw.click()


def unsigned(program: Program) -> None:
    """Two copies are printed, and nobody has signed."""
    page = _page(program, MandateForm.PAPER)
    card = next(iter(page.cards.values()))
    card.sign.marked.click()
    card.sign.keep.click()


def on_screen(program: Program) -> None:
    """The citizen is to sign on the screen."""
    _page(program, MandateForm.SCREEN)


def in_register(program: Program) -> None:
    """It is to be looked up."""
    _page(program, MandateForm.REGISTER)


def in_force(program: Program) -> None:
    """Something was done under it, a line was withdrawn, another is about to be, and its paper is verified."""
    day = _day(program)
    begin(day)
    mandate = draw(day).mandate
    sign(day, mandate.id)
    desk_of(day).mandates.act.do(visit_id(day), REPORT, mandate.lines[0].kinds, "OT-2026-118")
    desk_of(day).mandates.withdraw(visit_id(day), mandate.id, (1,))
    day.pages.mandate.show()
    page = day._rooms.mandate
    day.pages.mandate.presenter.verify(written_code(mandate.code))
    page.cards[mandate.id].rows[0].withdraw.ask.click()


def acting(program: Program) -> None:
    """A step that may be done, one that may not, and a secret in the reference number."""
    day = _day(program)
    begin(day)
    sign(day, draw(day).mandate.id)
    path = day._rooms.visit.path
    day.go_to(Place.VISIT)
    day._rooms.visit.show_path()
    for step in (REPORT, StepId("funeral")):
        card = path.card(step)
        assert card is not None
        card.open()
    allowed = path.card(REPORT)
    assert allowed is not None
    assert allowed._body is not None
    allowed._body.acting.reference.setText("salasana: kissa123")
    allowed._body.acting.act.click()


def _page(program: Program, form: MandateForm | None = None) -> MandateScreen:
    day = _day(program)
    begin(day)
    if form is not None:
        draw(day, form)
        day.presenters.visit.reword()
    day.pages.mandate.show()
    return day._rooms.mandate


def _day(program: Program) -> Workday:
    assert isinstance(program.day, Workday)
    return program.day


STATES = {
    "mandate stop": stop,
    "mandate scope": scope,
    "mandate unsigned": unsigned,
    "mandate on screen": on_screen,
    "mandate in register": in_register,
    "mandate in force": in_force,
    "acting": acting,
}
