"""The steps that do not apply, in words: those of several persons together, and none of persons whom there are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desk.errands.bundle import Bundle
from desk.errands.possible import KNOWN
from desk.errands.situation import Situation
from desk.errands.step_names import names_of_steps
from desk.errands.wording import Wording
from desk.model.facts import Answers
from desk.model.ids import StepId
from desk.model.path import Path, Reason
from desk.usecases.visit_view import ReasonView, RuledOutView
from i18n.translator import Words

Reasons = Callable[[Iterable[Reason]], tuple[ReasonView, ...]]


@dataclass(frozen=True, slots=True)
class _Entry:
    words: str
    """What has the same words: a step, or that of each member of a group."""
    title: str
    because: str
    reasons: tuple[ReasonView, ...]


class RuledOutWords:
    """Puts the ruled-out steps of one path into words."""

    def __init__(self, bundle: Bundle, wording: Wording, words: Words) -> None:
        self._bundle = bundle
        self._steps = bundle.definitions.steps()
        self._wording = wording
        self._words = words

    def of(self, path: Path, answers: Answers, reasons: Reasons) -> tuple[RuledOutView, ...]:
        """Return one entry for each step, in the order of the path; ``reasons`` says the answers behind it."""
        together: dict[_Entry, list[StepId]] = {}
        wording = self._wording
        gone = self._of_nobody(path, answers)
        for step in path.ruled_out:
            if step.id in gone:
                continue
            because = wording.step_text(step.id, "not_because", answers)
            title = wording.step_title(step.id).text
            entry = _Entry(self._steps[step.id].words_id, title, because.text if because else "", reasons(step.because))
            together.setdefault(entry, []).append(step.id)
        return tuple(
            RuledOutView(found[0], self._name(found, path, answers), entry.because, entry.reasons, tuple(found))
            for entry, found in together.items()
        )

    def _name(self, steps: list[StepId], path: Path, answers: Answers) -> str:
        """The title with the persons; without, when there is nobody."""
        defined = self._steps[steps[0]]
        if defined.number and self._members(defined.whose, self._situation(path, answers)) == 0:
            return self._wording.step_title(steps[0]).text
        return names_of_steps(steps, self._wording, self._words)[0]

    def _of_nobody(self, path: Path, answers: Answers) -> frozenset[StepId]:
        return frozenset(self._missing(path, self._situation(path, answers)))

    def _missing(self, path: Path, s: Situation) -> Iterator[StepId]:
        """Steps of a member behind the last one that there is; where there is none, the first one's stays."""
        for step in path.ruled_out:
            defined = self._steps[step.id]
            if defined.number > 1:
                members = self._members(defined.whose, s)
                if members is not None and defined.number > members:
                    yield step.id

    def _situation(self, path: Path, answers: Answers) -> Situation:
        return self._bundle.engine.situation(answers, path.as_of)

    def _members(self, role: str, s: Situation) -> int | None:
        """How many there are of a group; ``None`` while that is not known."""
        group = self._bundle.definitions.groups.get(role)
        number = self._bundle.engine.numbers.get(group.counted_by) if group else None
        if number is None:
            return None
        if s.can[number] == KNOWN:
            return int(s.values[number])
        return None if s.can[number] & KNOWN else 0
