"""What a newer version of the errands makes of the answers of a visit, and how two versions of its steps differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from desk.errands.answers import value_of
from desk.errands.definition import Definitions, Fact
from desk.model.facts import Said, is_unsaid
from desk.model.ids import FactName, StepId
from desk.model.plan import Group, PlanChannel, PlanStep, Words
from desk.model.versions import AnswersMoved, Aspect, StepChange
from desk.model.visit import Visit

_LOOKED_AT: Mapping[Aspect, Callable[[PlanStep], Any]] = {
    Aspect.CERTAINTY: lambda step: step.group is Group.MAYBE,
    Aspect.DEADLINE: lambda step: (step.deadline, step.earliest),
    Aspect.FEE: lambda step: step.fee and (step.fee.text, step.fee.free),
    Aspect.MODE: lambda step: (step.mode, step.agency),
    Aspect.BRING: lambda step: _said(step.bring),
    Aspect.WAYS: lambda step: [_way(each, step) for each in step.channels],
    Aspect.TEXT: lambda step: _said([step.title, step.what, *step.how, *step.warnings]),
}


def answers_moved(visit: Visit, definitions: Definitions) -> AnswersMoved:
    """Return what becomes of a visit's answers under these definitions."""
    renamed = {
        FactName(old): FactName(fact.name)
        for fact in definitions.facts.values()
        for old in fact.renamed_from
        if old in visit.answers and fact.name not in visit.answers and old not in definitions.facts
    }

    def misfits(fact: FactName, said: Said | None) -> bool:
        asked = definitions.facts.get(renamed.get(fact, fact))
        return asked is not None and said is not None and not fits(asked, said)

    changes = (*visit.undo, *visit.redo)
    return AnswersMoved(
        renamed=renamed,
        set_aside=tuple(renamed.get(fact, fact) for fact, said in visit.answers.items() if misfits(fact, said)),
        not_undone=tuple(
            dict.fromkeys(
                renamed.get(each.fact, each.fact)
                for each in changes
                if misfits(each.fact, each.before) or misfits(each.fact, each.after)
            )
        ),
    )


def fits(fact: Fact, said: Said) -> bool:
    """Whether an answer is one that the fact can have. Its bounds are not looked at: they held when it was given."""
    if not fact.is_asked:
        return False
    if is_unsaid(said):
        return True
    try:
        value_of(fact, said)
    except ValueError:
        return False
    return True


def step_changes(before: Iterable[PlanStep], after: Iterable[PlanStep]) -> tuple[StepChange, ...]:
    """Return what differs in the steps that both have, in the order of the later ones."""
    earlier = {step.id: step for step in before}
    compared = ((step.id, _differing(earlier[step.id], step)) for step in after if step.id in earlier)
    return tuple(StepChange(step, aspects) for step, aspects in compared if aspects)


def without(steps: Iterable[PlanStep], others: Iterable[PlanStep]) -> tuple[StepId, ...]:
    """Return the steps that are not among the others."""
    known = {step.id for step in others}
    return tuple(step.id for step in steps if step.id not in known)


def _differing(before: PlanStep, after: PlanStep) -> tuple[Aspect, ...]:
    return tuple(aspect for aspect, part in _LOOKED_AT.items() if part(before) != part(after))


def _way(channel: PlanChannel, step: PlanStep) -> tuple[object, ...]:
    """What a citizen goes by, who goes this way; what it costs where the fee of the step does not say it."""
    contacts = (channel.phone, channel.url, channel.address, channel.form)
    costs = channel.fee.text if channel.fee and channel.fee != step.fee else None
    return channel.kind, channel.usable, contacts, costs


def _said(texts: Iterable[Words]) -> list[str]:
    """The words of texts: spaces, capitals and punctuation change nothing of what is meant."""
    joined = (" ".join("".join(sign if sign.isalnum() else " " for sign in each.text).split()) for each in texts)
    return [text.casefold() for text in joined]
