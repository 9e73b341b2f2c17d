"""When a day at this desk began, and when the one before it ended: what came between is news to the clerk."""

from __future__ import annotations

from datetime import datetime

from desk.errands.bundle import Bundle
from desk.model.freshness import Shift
from desk.model.hours import HELSINKI
from desk.ports import Casebook, Clock

_BEGAN, _ENDED, _SINCE = "shift.began", "shift.ended", "shift.since"
_CONTENT, _CONTENT_BEFORE = "shift.content", "shift.content_before"


class ShiftBook:
    """Kept in the desk's settings. It is the desk's shift, not a clerk's: no name, no one's hours."""

    def __init__(self, casebook: Casebook, clock: Clock, bundle: Bundle) -> None:
        self._casebook = casebook
        self._clock = clock
        self._bundle = bundle

    def read(self) -> Shift:
        """Return the shift that was begun last."""
        before = self._casebook.setting(_CONTENT_BEFORE)
        return Shift(self._moment(_BEGAN), self._moment(_SINCE), before or None)

    def begin(self) -> Shift:
        """Begin a shift when a new day begins; a desk that is opened again the same day goes on with its shift."""
        now = self._clock.now()
        began = self._moment(_BEGAN)
        if began is not None and began.date() == self._clock.today():
            return self.read()
        since = max((moment for moment in (began, self._moment(_ENDED)) if moment is not None), default=None)
        # The order holds if the desk dies between two of them: the shift counts as begun when all else is written.
        self._casebook.set_setting(_SINCE, since.isoformat() if since else "")
        self._casebook.set_setting(_CONTENT_BEFORE, self._casebook.setting(_CONTENT) or "")
        self._casebook.set_setting(_BEGAN, now.isoformat())
        self._casebook.set_setting(_CONTENT, self._bundle.content_hash)
        return self.read()

    def end(self) -> None:
        """The desk is closed or locked: nothing that comes after this has been seen."""
        self._casebook.set_setting(_ENDED, self._clock.now().isoformat())
        self._casebook.set_setting(_CONTENT, self._bundle.content_hash)

    def _moment(self, setting: str) -> datetime | None:
        text = self._casebook.setting(setting)
        return datetime.fromisoformat(text).astimezone(HELSINKI) if text else None
