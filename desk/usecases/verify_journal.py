"""Read the whole journal for an auditor: is it what it was when it was written?"""

from __future__ import annotations

from desk.model.role import Function
from desk.ports import Casebook, ChainReport
from desk.usecases.duty import Duty


class VerifyJournal:
    """What the desk looks at by itself is ``CheckCasebook``; this is asked for by somebody."""

    def __init__(self, casebook: Casebook, duty: Duty) -> None:
        self._casebook = casebook
        self._duty = duty

    def __call__(self) -> ChainReport:
        """Return the first broken link, if there is one; raises ``NotYourRole``."""
        self._duty.require(Function.READ_JOURNAL)
        return self._casebook.verify()
