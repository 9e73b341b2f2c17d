"""What the counter shows, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.model.ids import VisitId
from desk.model.visit import VisitState, VisitSummary
from desk.usecases.show_counter import CounterView
from desk.usecases.visit_view import ErrandView


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A draft or a kept plan, by number and errand: nobody's name is known."""

    visit: VisitId
    number: int
    errands: tuple[str, ...]
    opened_at: datetime
    answers: int
    parked: bool = False
    erase_on: datetime | None = None


@dataclass(frozen=True, slots=True)
class CounterState:
    """The whole counter. ``loaded`` is false until the data folder is open."""

    loaded: bool = False
    persons: tuple[ErrandView, ...] = ()
    companies: tuple[ErrandView, ...] = ()
    drafts: tuple[LeftOpen, ...] = ()
    kept: tuple[LeftOpen, ...] = ()


def counter_state(view: CounterView) -> CounterState:
    """Put names to what the use case found."""
    titles = {errand.id: errand.title for errand in (*view.persons, *view.companies)}

    def left_open(summary: VisitSummary) -> LeftOpen:
        return LeftOpen(
            visit=summary.id,
            number=summary.number,
            errands=tuple(titles.get(errand, errand) for errand in summary.errands),
            opened_at=summary.opened_at,
            answers=summary.answers,
            parked=summary.state is VisitState.PARKED,
            erase_on=summary.erase_on,
        )

    return CounterState(
        loaded=True,
        persons=view.persons,
        companies=view.companies,
        drafts=tuple(left_open(each) for each in view.drafts),
        kept=tuple(left_open(each) for each in view.kept_plans),
    )
