"""The path of a visit: its errands, its answers, and what its profile already says."""

from __future__ import annotations

from datetime import date

from desk.errands.bundle import Bundle
from desk.errands.path import path_of
from desk.model.facts import Answers, Said
from desk.model.ids import FactName
from desk.model.path import Path
from desk.model.visit import Accommodation, Visit

PROFILE_FACTS: dict[Accommodation, tuple[FactName, Said]] = {
    Accommodation.NO_E_ID: (FactName("citizen.e_id"), "none"),
    Accommodation.NO_DEVICE: (FactName("citizen.device"), "no"),
}
"""What the accommodations answer by themselves, so that it is not asked again."""


def answers_of(visit: Visit) -> Answers:
    """Return the answers of a visit; what was said in words wins over what the profile says."""
    from_profile = dict(
        fact for accommodation, fact in PROFILE_FACTS.items() if accommodation in visit.profile.accommodations
    )
    return {**from_profile, **visit.answers}


def path_of_visit(bundle: Bundle, visit: Visit, as_of: date) -> Path:
    """Compute the path anew from the visit's answers."""
    errands = [errand for errand in visit.errands if errand in bundle.definitions.errands]  # one may be no more
    path = path_of(bundle, errands, answers_of(visit), as_of)
    if visit.profile.is_discreet:
        return path.made_discreet()
    return path
