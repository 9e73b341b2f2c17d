"""Who the citizen is: named when something needs it, and taken back when not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from desk.events.moment import Moment
from desk.model.person import Person
from desk.model.visit import Visit


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """The citizen said who they are, or said it anew; ``None``: the visit is anonymous again."""

    personal: ClassVar[bool] = True
    person: Person | None


PersonEvent = PersonNamed


def after_person(visit: Visit, at: Moment, event: PersonEvent) -> Visit:
    """Return the visit after an event of this family."""
    del at
    return replace(visit, person=event.person)
