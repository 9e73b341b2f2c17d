"""Who the citizen is, when something needs it, and what they need not say again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from desk.events.moment import Moment
from desk.model.changed_visit import with_carried, without_carried
from desk.model.person import Person
from desk.model.told import CarriedFact
from desk.model.visit import Visit


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """The citizen said who they are, or said it anew."""

    personal: ClassVar[bool] = True
    person: Person


@dataclass(frozen=True, slots=True)
class PersonForgotten:
    """The visit is anonymous again: what was said of the person, and what was known of them, is erased with this."""

    personal: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class FactsCarried:
    """Answers of an earlier visit of the same person count here too, or are offered to be confirmed."""

    personal: ClassVar[bool] = True
    facts: tuple[CarriedFact, ...]


PersonEvent = PersonNamed | PersonForgotten | FactsCarried


def after_person(visit: Visit, at: Moment, event: PersonEvent) -> Visit:
    """Return the visit after an event of this family."""
    del at
    match event:
        case PersonNamed(person):
            return replace(visit, person=person)
        case PersonForgotten():
            return replace(without_carried(visit), person=None)
        case FactsCarried(facts):
            return with_carried(visit, facts)
