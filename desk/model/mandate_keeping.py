"""How long a mandate and what was done under it are kept, once its visit is over and all else of it is erased."""

from __future__ import annotations

from datetime import date, timedelta

from desk.model.mandate import GivenMandate
from desk.model.mandate_policy import KEPT_DAYS
from desk.model.visit import Visit


def mandates_kept_until(visit: Visit, kept_days: int = KEPT_DAYS) -> date | None:
    """Return the last day on which a visit's mandates and acts are kept; they go on the day after.

    ``None``: there is nothing of the kind, or the visit is not over, and they live with it.
    """
    if visit.is_unfinished or not visit.acts:
        return None
    used = {act.mandate for act in visit.acts}
    ends = [_end_of(given) for id, given in visit.mandates.items() if id in used]
    return max([*ends, *(act.at.date() for act in visit.acts)]) + timedelta(days=kept_days)


def _end_of(given: GivenMandate) -> date:
    """The day on which a mandate that was used ended: by its visit, by its last day or by withdrawal of all of it."""
    ends = [given.mandate.last_day]
    if given.ended is not None:
        ends.append(given.ended.date())
    if len(given.withdrawn) == len(given.mandate.lines) and given.withdrawn:
        ends.append(max(given.withdrawn.values()).date())
    return min(ends)
