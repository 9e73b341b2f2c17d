"""What the service point does about the steps that are for now and here: it handles them, or it advises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.model.agreement import Guidance, Task
from desk.model.plan import PlanStep
from printing.document import Block, Paragraph, inline
from printing.papers.wording import Wording

_AGREEABLE = (Guidance.NO_AGREEMENT, Guidance.OTHER_TASKS, Guidance.NOT_YET, Guidance.OVER)


@dataclass(frozen=True, slots=True)
class HelpWords:
    """Says once for all steps what is the same for all of them, and at a step what is not."""

    say: Wording
    handled: int
    advised: int

    @classmethod
    def of(cls, steps: Sequence[PlanStep], say: Wording) -> HelpWords:
        """For the steps of a plan that are still to be done."""
        helped = [step.help for step in steps if step.help is not None]
        handled = sum(1 for each in helped if each.is_handled)
        return cls(say, handled, len(helped) - handled)

    def for_all(self, steps: Sequence[PlanStep]) -> Iterator[Block]:
        """Below the heading of what is for now and here."""
        if all(step.help is None for step in steps):
            return
        told = []
        if self.handled:
            told.append(self.say.text("We handle for the authority what we have an agreement for."))
        if self.advised:
            told.append(self.say.text("With the rest we advise you, and you do it yourself.") if self.handled else "")
            told.append("" if self.handled else self.say.text("We advise you with these, and you do them yourself."))
            told.append(self._not_agreed(steps))
        words = " ".join(each for each in told if each)
        if words:
            yield Paragraph(inline(words), minor=True)

    def _not_agreed(self, steps: Sequence[PlanStep]) -> str:
        agencies = dict.fromkeys(
            step.agency for step in steps if step.help is not None and step.help.guidance in _AGREEABLE
        )
        if not agencies:
            return ""
        return self.say.text("We have no agreement for that with: {agencies}.", agencies=", ".join(agencies))

    def at_step(self, step: PlanStep) -> Iterator[str]:
        """In the small line of one step."""
        found = step.help
        if found is None:
            return
        if found.is_handled:
            yield self.say.text("we handle this here")
            if found.task is Task.DOCUMENTS_IN:
                yield self.say.text("a paper that you give us in time is in time")
        elif self.handled:
            yield self.say.text("we advise, you do this yourself")
