"""Checks that what binds a citizen is asked for one errand alone: a consent to one thing is none to another."""

from __future__ import annotations

from desk.errands.definition import Definitions
from desk.errands.fields import Report
from desk.errands.loader import place_of


def check_reuse(definitions: Definitions, report: Report) -> None:
    """Report consents, signatures and their days that more than one errand asks."""
    for fact in definitions.facts.values():
        if fact.binds is None:
            continue
        asking = sorted(
            errand.id
            for errand in definitions.errands.values()
            if any(fact.name in section.facts for section in errand.sections)
        )
        if len(asking) > 1:
            wrong = f"{fact.name} is a {fact.binds}, and {' and '.join(asking)} ask it"
            report.error(place_of(fact.at), "E373", wrong, "give each errand a fact of its own")
