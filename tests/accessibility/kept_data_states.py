"""What is kept of a person, as it is asked for and after it is erased."""

from __future__ import annotations

from collections.abc import Callable

from desk.model.ids import AgencyId
from desk.usecases.receive_document import GivenDocument
from tests.accessibility.follow_up_states import kept
from tests.mandate_steps import DEATH, desk_of, visit_id
from ui.app import Program
from ui.workday import Workday


def _day(program: Program) -> Workday:
    assert isinstance(program.day, Workday)
    return program.day


def _asked_once_more(program: Program) -> None:
    """A document lies here, and the last question before the erasure is open."""
    program.counter.errand_requested.emit(DEATH)
    day = _day(program)
    desk_of(day).handing.receive(visit_id(day), GivenDocument(AgencyId("kela"), what="Vuokrasopimus"), told=True)
    day.presenters.visit.reword()
    day.pages.kept_data.show()
    erasing = day._rooms.kept_data.erasing
    erasing.open.click()
    erasing.confirm.ask.click()


def _erased(program: Program) -> None:
    """The receipt of a kept plan's erasure."""
    day = _day(program)
    day.follow.plan.open(kept(program).id, "code")
    day.pages.kept_data.show()
    day._rooms.kept_data.erase_requested.emit()


STATES: dict[str, Callable[[Program], None]] = {"kept data": _asked_once_more, "erased": _erased}
