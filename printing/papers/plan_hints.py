"""What a plan proposes besides its steps: what was taken along to look into, what is worth asking, and what comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desk.model.path import Begins, HintKind
from desk.model.plan import HintChoice, Plan, PlanHint
from printing.document import Block, Fact, Facts, Heading, Inline, Paragraph, Span, Step, Steps, inline
from printing.papers.wording import Wording, run_in


def hint_blocks(plan: Plan, say: Wording) -> Iterator[Block]:
    """The proposals; those that were taken along have a box to tick."""
    still = [hint for hint in plan.hints if hint.choice is None]
    parts = {
        say.text("You look into these"): taken_hints(plan),
        say.text("Worth asking about too"): [hint for hint in still if hint.kind is not HintKind.COMING],
        say.text("In the next two years"): [hint for hint in still if hint.kind is HintKind.COMING],
    }
    for heading, hints in parts.items():
        if hints:
            yield Heading(inline(heading))
            yield Steps(tuple(_step(hint, say) for hint in hints))


def taken_hints(plan: Plan) -> list[PlanHint]:
    """The proposals that the citizen looks into."""
    return [hint for hint in plan.hints if hint.choice is HintChoice.TAKEN]


def hint_sources(hints: Iterable[PlanHint], say: Wording) -> Iterator[Block]:
    """Where the checked proposals were found."""
    sources = dict.fromkeys(hint.source for hint in hints if hint.verified and hint.source)
    if sources:
        yield Facts((Fact(say.text("Sources of the proposals"), inline("; ".join(sources))),), minor=True)


def _step(hint: PlanHint, say: Wording) -> Step:
    """What it is, in one small line when and who, then what to do."""
    blocks = (Paragraph(run_in(_small_line(hint, say)), minor=True), Paragraph(say.content(hint.what)))
    return Step(say.content(hint.title), blocks, tick=hint.choice is HintChoice.TAKEN)


def _small_line(hint: PlanHint, say: Wording) -> Iterator[Inline]:
    if hint.day is not None:
        yield inline(Span(say.long_day(hint.day), strong=True))
    if hint.begins is Begins.AGENCY:
        yield inline(say.text("{agency} gets in touch with you by itself", agency=hint.agency))
    else:
        yield inline(hint.agency)
    if hint.phone is not None:
        yield say.phone(hint.phone)
    if not hint.verified:
        yield inline(say.text("check this with them"))
