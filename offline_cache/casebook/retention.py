"""How long a draft lives: until the end of the next working day, or as many working days as the desk has set."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from desk.errands.workdays import add_workdays
from desk.model.hours import HELSINKI

WORKING_DAYS = "draft.working_days"
"""The setting's name."""
WORKING_DAYS_BY_DEFAULT = 1


def erase_draft_on(last_saved: datetime, working_days: int) -> datetime:
    """The midnight at which a draft that was last saved then is erased."""
    last_day = add_workdays(last_saved.astimezone(HELSINKI).date(), working_days)
    return datetime.combine(last_day + timedelta(days=1), time.min, HELSINKI)
