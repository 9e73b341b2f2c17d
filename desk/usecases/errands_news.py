"""What a newer version of the errands changes for one visit, step by step, in the clerk's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk.errands.wording import Wording
from desk.model.ids import FactName, StepId
from desk.model.plan import PlanDeadline, PlanStep
from desk.model.versions import Aspect, StepChange
from desk.model.visit import Visit
from desk.usecases.take_errands import Compared, TakeErrands
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.withdrawn_advice import WithdrawnAdvice
from i18n.formats import Formats
from i18n.language import Language
from i18n.translator import NP_, Words

_ASPECTS: Mapping[Aspect, tuple[str, str]] = {
    Aspect.MODE: NP_("what changed in a step", "who does it, or how"),
    Aspect.BRING: NP_("what changed in a step", "what to bring"),
    Aspect.WAYS: NP_("what changed in a step", "ways, telephone numbers or addresses"),
    Aspect.TEXT: NP_("what changed in a step", "instructions"),
}


class Happened(StrEnum):
    """What becomes of a step."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class StepNews:
    """One step that is another than it was, and how."""

    id: StepId
    title: str
    agency: str
    happened: Happened
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithdrawnNews:
    """One thing that the citizen was told and that was wrong: what, why, and what to do instead."""

    title: str
    reason: str
    instead: str


@dataclass(frozen=True, slots=True)
class ErrandsNews:
    """The news for one visit."""

    steps: tuple[StepNews, ...]
    questions: tuple[str, ...]
    """What is asked now and was not before."""
    asked_again: tuple[str, ...]
    """What is asked again, since the answer is no longer among those to choose from."""
    stays: bool
    """The clerk has said: not now."""
    lost: bool = False
    """What the visit followed could not be read: it follows the newest, and there is nothing to compare with."""
    withdrawn: tuple[WithdrawnNews, ...] = ()
    """What was wrong: the newest errands must be taken, and a citizen who has a paper gets a correction."""
    is_behind: bool = True
    """False when the newest errands were taken already, and only the correction is still owed."""
    has_paper: bool = False


class ShowErrandsNews:
    """Says nothing of a visit that follows the newest version."""

    def __init__(self, errands: VisitErrands, take: TakeErrands, advice: WithdrawnAdvice) -> None:
        self._errands = errands
        self._take = take
        self._advice = advice

    def may_have_news(self, visit: Visit) -> bool:
        """Whether a visit is worth looking at; cheap, for most never are."""
        return visit.is_open and (visit.lost_errands or bool(visit.wrong_advice) or self._take.is_behind(visit))

    def __call__(self, visit: Visit, language: Language) -> ErrandsNews | None:
        """Return what is new for a visit; ``None`` when it is up to date and the clerk has nothing to look at."""
        if not self.may_have_news(visit):
            return None
        withdrawn = self._withdrawn(visit, language)
        behind = self._take.is_behind(visit)
        compared = self._take.compare(visit, language) if behind else None
        if compared is None or compared.lost:
            lost = behind or visit.lost_errands
            news = ErrandsNews((), (), (), False, lost, withdrawn, is_behind=False, has_paper=visit.has_paper)
            return news if withdrawn or lost else None
        shelf = self._errands.shelf
        telling = _Telling(compared, visit, shelf.lexicon.words(language))
        wording, difference = shelf.wording(language), compared.difference
        return ErrandsNews(
            steps=tuple(telling.steps()),
            questions=_labels(wording, difference.asked, without=difference.moved.set_aside),
            asked_again=_labels(wording, difference.moved.set_aside),
            stays=visit.stays_despite == self._errands.newest.content_hash and not withdrawn,
            withdrawn=withdrawn,
            has_paper=visit.has_paper,
        )

    def _withdrawn(self, visit: Visit, language: Language) -> tuple[WithdrawnNews, ...]:
        wording = self._errands.shelf.wording(language)
        found: dict[str, WithdrawnNews] = {}
        for wrong in self._advice.of(visit):
            reason, instead = (wording.withdrawal_text(wrong.withdrawal, part).text for part in ("reason", "instead"))
            title = wrong.told.title.text if wrong.told is not None else wording.step_title(wrong.step).text
            found.setdefault(wrong.withdrawal, WithdrawnNews(title, reason, instead))
        return tuple(found.values())


class _Telling:
    """The steps of one difference being put into words."""

    def __init__(self, compared: Compared, visit: Visit, words: Words) -> None:
        self._compared = compared
        self._visit = visit
        self._words = words
        self._formats = Formats(words.language)

    def steps(self) -> Iterable[StepNews]:
        before, after, difference = self._compared.before, self._compared.after, self._compared.difference
        for change in difference.changed:
            yield self._news(after.steps[change.step], Happened.CHANGED, tuple(self._changes(change)))
        for step in difference.new:
            yield self._news(after.steps[step], Happened.NEW, self._by_when(after.steps[step].deadline))
        for step in difference.gone:
            yield self._news(before.steps[step], Happened.GONE, self._decided(step))

    def _news(self, step: PlanStep, happened: Happened, lines: tuple[str, ...]) -> StepNews:
        return StepNews(step.id, step.title.text, step.agency, happened, lines)

    def _decided(self, step: StepId) -> tuple[str, ...]:
        state = self._visit.steps.get(step)
        if state is None or state.decision is None:
            return ()
        return (self._words.text("It was decided already, and stays on the list as it was."),)

    def _by_when(self, deadline: PlanDeadline | None) -> tuple[str, ...]:
        if deadline is None or deadline.day is None:
            return ()
        return (self._words.text("By {day}", day=self._formats.on_date(deadline.day)),)

    def _changes(self, change: StepChange) -> Iterable[str]:
        words, before = self._words, self._compared.before.steps[change.step]
        after = self._compared.after.steps[change.step]
        plain = [words.ptext(*_ASPECTS[aspect]) for aspect in change.aspects if aspect in _ASPECTS]
        if Aspect.CERTAINTY in change.aspects:
            yield words.text("It may apply now.") if after.undecided else words.text("It applies now for sure.")
        if Aspect.DEADLINE in change.aspects:
            old, new = self._deadline(before), self._deadline(after)
            yield words.text("Deadline: {now} (before: {before})", now=new, before=old)
        if Aspect.FEE in change.aspects:
            yield words.text("Fee: {now} (before: {before})", now=self._fee(after), before=self._fee(before))
        if plain:
            yield words.text("Changed: {what}.", what=", ".join(plain))

    def _deadline(self, step: PlanStep) -> str:
        found = step.deadline
        if found is not None and found.day is not None:
            return self._formats.short_date(found.day)
        if found is not None and found.text is not None:
            return found.text.text
        return self._words.text("none")

    def _fee(self, step: PlanStep) -> str:
        return step.fee.text if step.fee is not None else self._words.text("not known")


def _labels(wording: Wording, facts: Iterable[FactName], without: Iterable[FactName] = ()) -> tuple[str, ...]:
    left = set(without)
    return tuple(wording.fact_label(fact) for fact in facts if fact not in left)
