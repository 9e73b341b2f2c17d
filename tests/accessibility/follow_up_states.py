"""The day list and the follow-up page, in the states in which they are looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from desk.model.follow_up import ContactPlan, Progress, Result, StepFollowed, StepOwner, StepResult
from desk.model.ids import ErrandId, FactName, StepId
from desk.model.person import ContactKind, ContactWay
from desk.model.visit import Outcome, Profile, Visit, VisitChannel
from i18n.language import Language
from ui.app import Program
from ui.main_window import Place
from ui.workday import Workday

REPORT, FUNERAL = StepId("order_family_report"), StepId("funeral")


def kept(program: Program) -> Visit:
    """A kept plan in which something waits, something was refused, and something was promised."""
    opened = program._opened
    assert opened is not None
    desk, today = opened.desk, opened.desk.world.clock.today()
    visit = desk.open_visit(VisitChannel.DESK, Profile(), [ErrandId("death_of_close_one")])
    desk.answer_question.give(visit.id, FactName("deceased.died_on"), "2026-11-20")
    desk.make_plan.agree(visit.id, Language.FI)
    desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)
    follow = desk.follow_up
    waits = StepFollowed(StepOwner.AGENCY, Progress.WAITING, "DVV-12/2026", today, today + timedelta(days=3))
    follow.set_progress(visit.id, REPORT, waits)
    follow.tell_result(visit.id, FUNERAL, StepResult(Result.REFUSED, today, today + timedelta(days=30)))
    phone = ContactWay(ContactKind.PHONE, "040 123 4567", safe=False)
    follow.agree_contact(visit.id, ContactPlan((phone, ContactWay(ContactKind.LETTER, "Kirjastokatu 1")), today))
    return follow.promise_call_back(visit.id, today, "interpreter")


def _day(program: Program) -> Workday:
    assert isinstance(program.day, Workday)
    return program.day


def _days(program: Program) -> None:
    kept(program)
    _day(program).go_to(Place.DAYS)


def _no_days(program: Program) -> None:
    _day(program).go_to(Place.DAYS)


def _plan(program: Program) -> None:
    _day(program).follow.plan.open(kept(program).id, "code")


def _followed_step(program: Program) -> None:
    _plan(program)
    cards = _day(program)._rooms.follow_up._cards
    cards[FUNERAL].open()
    cards[REPORT].open()
    form = cards[REPORT].progress
    assert form is not None
    form.reference.setText("salasana: kissa123")
    form.sent.line.setText("30.2.2026")
    form.save.click()
    form.sent.show_day(None)
    form.save.click()


def _contact(program: Program) -> None:
    _plan(program)
    contact = _day(program)._rooms.follow_up.contact
    contact.change.click()
    contact.promise.click()


STATES: dict[str, Callable[[Program], None]] = {
    "days": _days,
    "no days": _no_days,
    "kept plan": _plan,
    "followed step": _followed_step,
    "contact": _contact,
}
