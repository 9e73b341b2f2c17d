"""What is said and whom to call when something stands against a mandate.

That a minor cannot give one, and that all guardians confirm one for a child: dvv.fi and suomi.fi, *Suomi.fi-valtuudet*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desk.model.mandate import CapacityAnswer
from i18n.translator import NP_, Words

DVV, EMERGENCY, VIOLENCE = "phone.dvv", "phone.emergency", "phone.violence_line"
PHONES = (DVV, EMERGENCY, VIOLENCE)
"""The numbers that the lines below name, by the parameter that holds each."""

STOPS = {
    CapacityAnswer.MINOR: (
        NP_("stop before a mandate", "The citizen is under 18"),
        NP_(
            "stop before a mandate",
            "The guardians act for a child. A mandate for a child's matters needs all of them. Go on advising, and do "
            "together what the child may do.",
        ),
    ),
    CapacityAnswer.HAS_GUARDIAN: (
        NP_("stop before a mandate", "The citizen has a guardian"),
        NP_(
            "stop before a mandate",
            "Ask which matters the decision on guardianship names: its certificate shows it. In those, the guardian "
            "acts. In all others the citizen decides, and you can ask these questions again.",
        ),
    ),
    CapacityAnswer.IN_DOUBT: (
        NP_("stop before a mandate", "It is not sure that the citizen understands"),
        NP_(
            "stop before a mandate",
            "Explain again, in short words or in another language. Offer another day and somebody whom the citizen "
            "trusts. While there is doubt, advise only.",
        ),
    ),
    CapacityAnswer.UNDER_PRESSURE: (
        NP_("stop before a mandate", "Go on with the citizen alone"),
        NP_(
            "stop before a mandate",
            "Ask to go through the papers with the citizen alone, as is always done. Draw nothing up today.",
        ),
    ),
}
QUIET = frozenset({CapacityAnswer.UNDER_PRESSURE})
"""Whom to call is shut until the clerk asks: who came along may read the screen too."""


def stop_lines(words: Words, about: CapacityAnswer, phones: Mapping[str, str]) -> Iterator[str]:
    """Whom to call, a line each; a number that is not known on the day is left out."""
    match about:
        case CapacityAnswer.MINOR:
            yield words.text("A guardian of the child, together with the child.")
        case CapacityAnswer.HAS_GUARDIAN:
            yield words.text("The guardian, together with the citizen.")
            if DVV in phones:
                yield words.text(
                    "If the matters are not clear: Digital and Population Data Services Agency, {phone}.",
                    phone=phones[DVV],
                )
        case CapacityAnswer.IN_DOUBT:
            yield words.text("The authority's own adviser: the step's phone number.")
            yield words.text("Your supervisor, before anything is signed.")
        case CapacityAnswer.UNDER_PRESSURE:
            if EMERGENCY in phones:
                yield words.text("If anybody is in danger now: {phone}.", phone=phones[EMERGENCY])
            if VIOLENCE in phones:
                yield words.text("Help against violence: {phone}.", phone=phones[VIOLENCE])
            yield words.text("Your supervisor.")
