"""Make the calendar file of a plan: its days, for the citizen's own calendar."""

from __future__ import annotations

from desk.errors import NoDayInPlan
from desk.events import PaperMade
from desk.model.ids import VisitId
from desk.model.plan import Plan
from desk.model.plan_days import days_of
from desk.model.visit import Visit
from desk.ports import Clock
from desk.ports.calendars import CalendarMaker, CalendarOptions
from desk.usecases.visit_journal import VisitJournal
from i18n.language import Language

PAPER = "calendar"
"""What the journal calls it."""


class MakeCalendar:
    """A calendar file is bytes; nothing of it is kept on disk by the desk."""

    def __init__(self, journal: VisitJournal, calendars: CalendarMaker, clock: Clock) -> None:
        self._journal = journal
        self._calendars = calendars
        self._clock = clock

    def file(self, visit: VisitId, plan: Plan, *, named: bool = False) -> bytes:
        """Return the days of a visit's plan; raises ``NoDayInPlan``.

        ``named``: with the names of the steps, when the citizen wants them. A discreet plan's file never has them.
        """
        return calendar_of(plan, self._calendars, CalendarOptions(visit, self._clock.now(), named))

    def made(self, visit: VisitId, language: Language) -> Visit:
        """Note that the days of a visit were saved."""
        self._journal.load_unfinished(visit)
        return self._journal.record(visit, PaperMade(PAPER, language))


def calendar_of(plan: Plan, calendars: CalendarMaker, options: CalendarOptions) -> bytes:
    """Return the days of a plan as a file; raises ``NoDayInPlan``: an empty calendar would look like a lost one."""
    if not days_of(plan):
        raise NoDayInPlan()
    return calendars.calendar(plan, options)
