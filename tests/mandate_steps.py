"""A visit that acts for the citizen, led to a mandate: what the tests of screens begin with."""

from __future__ import annotations

from collections.abc import Iterable

from desk.model.ids import ErrandId, FactName, MandateId, StepId
from desk.model.mandate import CapacityAnswer, GivenMandate, Lasting, MandateForm, Signing
from desk.model.plan import WhoToAsk
from desk.model.visit import HelpMode
from desk.usecases.desk_rooms import Desk
from desk.usecases.give_mandate import Wish
from desk.usecases.name_person import PersonGiven
from ui.workday import Workday

DEATH = ErrandId("death_of_close_one")
POINT = WhoToAsk("Malmin asiointipiste")
GIVER = "Aino Esimerkki"
REPORT = StepId("order_family_report")


def desk_of(day: Workday) -> Desk:
    """The use cases behind the window."""
    return day._access.desk


def begin(day: Workday, *, named: bool = True) -> None:
    """A visit about a death, held for the citizen, at a point that has a name."""
    desk = desk_of(day)
    desk.point_details.write(POINT)
    day.presenters.counter.begin((DEATH,), day._citizen_language)
    visit = day.presenters.visit
    visit.answer(FactName("deceased.died_on"), "2026-11-20")
    visit.answer(FactName("deceased.relation"), "spouse")
    visit.choose_mode(HelpMode.ACT_FOR)
    if named:
        desk.name_person(visit_id(day), PersonGiven(GIVER))
        visit.reword()


def visit_id(day: Workday):
    """The visit at hand."""
    visit = day.presenters.visit.visit
    assert visit is not None
    return visit.id


def draw(day: Workday, form: MandateForm = MandateForm.PAPER, lasting: Lasting = Lasting.UNTIL_CLOSED) -> GivenMandate:
    """Draw a mandate for everything that is proposed first."""
    give = desk_of(day).mandates.give
    give.check_capacity(visit_id(day), CapacityAnswer.CLEAR)
    lines = tuple(each.line for each in give.proposal(visit_id(day), day._access.translator.language) if each.ticked)
    return give.draw(visit_id(day), Wish(lines, form, lasting))


def sign(day: Workday, mandate: MandateId, strokes: Iterable[tuple[tuple[int, int], ...]] = ()) -> None:
    """Have it signed."""
    today = desk_of(day).world.clock.today()
    signing = Signing(today, kept_where="Binder 4, number 12", strokes=tuple(strokes))
    desk_of(day).mandates.give.sign(visit_id(day), mandate, signing)
    day.presenters.visit.reword()
