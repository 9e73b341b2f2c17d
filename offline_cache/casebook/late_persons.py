"""Finds persons with what is imported when somebody is first looked for: an opening desk does not wait for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.model.ids import PersonId, VisitId
    from desk.model.person import FoundPerson, PersonSought
    from desk.ports.person_finder import PersonFinder


class LatePersons:
    """A finder that is made when it is needed."""

    def __init__(self, make: Callable[[], PersonFinder]) -> None:
        self._persons = cache(make)

    def find(self, sought: PersonSought, most: int) -> tuple[FoundPerson, ...]:
        """Who may be meant."""
        return self._persons().find(sought, most)

    def visits_of(self, person: PersonId) -> tuple[VisitId, ...]:
        """The kept visits of a person."""
        return self._persons().visits_of(person)
