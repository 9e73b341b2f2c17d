"""A citizen withdraws a mandate, or lines of it: at once, in any mode of help, and whatever became of the visit."""

from __future__ import annotations

from collections.abc import Iterable

from desk.errors import BadMandate
from desk.events import LinesWithdrawn
from desk.model.ids import MandateId, VisitId
from desk.model.mandate import GivenMandate
from desk.usecases.give_mandate import mandate_of
from desk.usecases.visit_journal import VisitJournal


class WithdrawMandate:
    """Whoever may see the visit may write a withdrawal down: it needs no right to act for somebody."""

    def __init__(self, journal: VisitJournal) -> None:
        self._journal = journal

    def __call__(self, visit: VisitId, mandate: MandateId, lines: Iterable[int] | None = None) -> GivenMandate:
        """Withdraw lines, counted from 0; all of them when none is named. Raises ``BadMandate`` for one that is not.

        What was withdrawn before stays withdrawn since then.
        """
        given = mandate_of(self._journal.load(visit), mandate)
        known = range(len(given.mandate.lines))
        wanted = tuple(dict.fromkeys(known if lines is None else lines))
        for line in wanted:
            if line not in known:
                raise BadMandate(kind="line_unknown", line=line + 1)
        new = tuple(line for line in wanted if line not in given.withdrawn)
        if not new:
            return given
        return self._journal.record(visit, LinesWithdrawn(mandate, new)).mandates[mandate]
