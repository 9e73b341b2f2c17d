"""How long mandates may last and how long they are kept: the point's own policy. No law sets these days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desk.model.mandate import Lasting, MandateForm

SPOKEN_DAYS = 14
OTHER_DAYS = 365
CHECK_DAYS = 7
KEPT_DAYS = 730


@dataclass(frozen=True, slots=True)
class MandatePolicy:
    """The days that a point has set for itself; those above while it has set none."""

    spoken_days: int = SPOKEN_DAYS
    """A mandate that was only spoken is weak, so it ends soon."""
    other_days: int = OTHER_DAYS
    check_days: int = CHECK_DAYS
    """How many days there are to look a mandate up in the national register."""
    kept_days: int = KEPT_DAYS
    """How long a mandate under which something was done is kept after its end."""

    def cap(self, form: MandateForm) -> int:
        """Return how many days a mandate of this form may last at most."""
        return self.spoken_days if form is MandateForm.SPOKEN else self.other_days

    def latest(self, form: MandateForm, drawn_on: date) -> date:
        """Return the last day that a mandate drawn on a day may have."""
        return drawn_on + timedelta(days=self.cap(form))

    def last_day(self, form: MandateForm, lasting: Lasting, drawn_on: date, wished: date | None) -> date:
        """Return the day after which the mandate is over, whatever else ends it before."""
        if lasting is Lasting.THIS_VISIT:
            return drawn_on
        latest = self.latest(form, drawn_on)
        return latest if wished is None else wished
