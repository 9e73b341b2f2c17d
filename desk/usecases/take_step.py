"""Agree with the citizen what becomes of a step or a hint, and keep the clerk's one note of it."""

from __future__ import annotations

from dataclasses import replace

from desk.errors import ReasonMissing, SecretInText
from desk.events import HintDecided, StepDecided, StepKeptOff, StepNoted, WayChosen
from desk.model.free_text import secret_in
from desk.model.ids import HintId, StepId, VisitId
from desk.model.plan import Decision, HintChoice
from desk.model.visit import Visit
from desk.model.ways import ChosenWay, WhyOther
from desk.usecases.visit_journal import VisitJournal


class TakeStep:
    """Handled, agreed, declined or postponed; the reason is the citizen's own and may be empty."""

    def __init__(self, journal: VisitJournal) -> None:
        self._journal = journal

    def decide(self, visit: VisitId, step: StepId, decision: Decision | None, reason: str = "") -> Visit:
        """Store what was agreed of a step; ``None`` opens it again. Raises ``SecretInText``."""
        self._journal.load_open(visit)
        return self._journal.record(visit, StepDecided(step, decision, _free_text(reason)))

    def choose_way(self, visit: VisitId, step: StepId, way: ChosenWay | None) -> Visit:
        """Store how a step is done; ``None``: as recommended. Raises ``SecretInText`` and ``ReasonMissing``."""
        self._journal.load_open(visit)
        if way is not None:
            way = replace(way, words=_free_text(way.words))
            if way.why is WhyOther.OTHER and not way.words:
                raise ReasonMissing
        return self._journal.record(visit, WayChosen(step, way))

    def choose_hint(self, visit: VisitId, hint: HintId, choice: HintChoice | None) -> Visit:
        """Store what was made of a hint; ``None`` opens it again."""
        self._journal.load_open(visit)
        return self._journal.record(visit, HintDecided(hint, choice))

    def keep_off(self, visit: VisitId, step: StepId, off_paper: bool) -> Visit:
        """Leave a step off the papers, or put it on again; in the visit it stays as it is."""
        self._journal.load_open(visit)
        return self._journal.record(visit, StepKeptOff(step, off_paper))

    def note(self, visit: VisitId, step: StepId, note: str) -> Visit:
        """Store the clerk's note of a step. It dies with the visit and is never printed. Raises ``SecretInText``."""
        self._journal.load_open(visit)
        return self._journal.record(visit, StepNoted(step, _free_text(note)))


def _free_text(text: str) -> str:
    kind = secret_in(text)
    if kind is not None:
        raise SecretInText(kind=kind)
    return text.strip()
