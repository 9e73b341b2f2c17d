"""Find somebody among the kept visits, by a name as it was heard, a birth date in any usual form, or both."""

from __future__ import annotations

from datetime import date

from desk.model.birth_dates import name_and_births
from desk.model.free_text import secret_in
from desk.model.name_keys import name_words
from desk.model.person import FoundPerson, PersonSought
from desk.model.role import Function
from desk.ports import Clock
from desk.ports.person_finder import PersonFinder
from desk.usecases.duty import Duty

MOST_FOUND = 20
SHORTEST = 2
"""Letters: one alone would list half the town."""


class FindPerson:
    """An identity code finds nobody here: nobody is told from others by it alone, nor by it and a name.

    To open what was found is to read a case: ``ReadCase`` writes that down.
    """

    def __init__(self, persons: PersonFinder, clock: Clock, duty: Duty) -> None:
        self._persons, self._clock, self._duty = persons, clock, duty

    def __call__(self, typed: str, most: int = MOST_FOUND) -> tuple[FoundPerson, ...]:
        """Return who may be meant, the likeliest first; raises ``NotYourRole``."""
        self._duty.require(Function.FIND_PERSON)
        sought = sought_by(typed, self._clock.today())
        return self._persons.find(sought, most) if sought is not None else ()


def sought_by(typed: str, today: date) -> PersonSought | None:
    """Return what a typed text says of a person; ``None`` when it can be nobody's name or birth date."""
    if secret_in(typed) is not None:
        return None
    name, births = name_and_births(typed, today)
    words = tuple(word for word in name_words(name) if len(word) >= SHORTEST)
    return PersonSought(words, births) if words or births else None
