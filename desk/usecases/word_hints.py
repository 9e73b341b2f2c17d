"""Hints in words, as they stand on the clerk's screen and on the citizen's paper."""

from __future__ import annotations

from desk.errands.wording import Wording
from desk.model.path import PathHint
from desk.model.plan import HintChoice, PlanHint
from desk.model.visit import Visit
from desk.usecases.visit_path import answers_of


def hint_in_words(hint: PathHint, wording: Wording, visit: Visit) -> PlanHint:
    """Return a hint with every text and contact copied; the agency's own contacts where it names none."""
    answers, agency = answers_of(visit), wording.agency_definition(hint.agency)
    return PlanHint(
        id=hint.id,
        kind=hint.kind,
        title=wording.hint_text(hint.id, "title", answers),
        what=wording.hint_text(hint.id, "what", answers),
        because=wording.hint_text(hint.id, "because", answers),
        agency=wording.agency(hint.agency),
        day=hint.day,
        begins=hint.begins,
        phone=wording.contact(hint.phone or (agency.phone if agency else None)),
        url=wording.contact(hint.url or (agency.url if agency else None)),
        verified=hint.source.verified,
        source=hint.source.where,
        checked=hint.source.checked,
        choice=visit.hints.get(hint.id),
    )


def is_left(hint: PathHint, visit: Visit) -> bool:
    """Tell whether the clerk and the citizen left a hint aside."""
    return visit.hints.get(hint.id) is HintChoice.LEFT
