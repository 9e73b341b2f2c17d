"""Find somebody among the kept visits, by a name as it was heard, a birth date in any usual form, or both."""

from __future__ import annotations

from datetime import date

from desk.events import CaseRead
from desk.model.birth_dates import name_and_births
from desk.model.free_text import secret_in
from desk.model.ids import VisitId
from desk.model.name_keys import name_words
from desk.model.person import FoundPerson, PersonSought
from desk.model.role import Function
from desk.model.visit import Visit
from desk.ports import Casebook, Clock
from desk.ports.person_finder import PersonFinder
from desk.usecases.duty import Duty
from desk.usecases.visit_journal import VisitJournal

MOST_FOUND = 20
SHORTEST = 2
"""Letters: one alone would list half the town."""
OPENED_FROM_SEARCH = "person search"
"""Why a case was read, as the journal has it."""


class FindPerson:
    """An identity code finds nobody here: nobody is told from others by it alone, nor by it and a name."""

    def __init__(self, persons: PersonFinder, casebook: Casebook, clock: Clock, duty: Duty) -> None:
        self._persons, self._casebook = persons, casebook
        self._clock, self._duty = clock, duty
        self._journal = VisitJournal(casebook, clock)

    def __call__(self, typed: str, most: int = MOST_FOUND) -> tuple[FoundPerson, ...]:
        """Return who may be meant, the likeliest first; raises ``NotYourRole``."""
        self._duty.require(Function.FIND_PERSON)
        sought = sought_by(typed, self._clock.today())
        return self._persons.find(sought, most) if sought is not None else ()

    def open(self, visit: VisitId) -> Visit:
        """Return a visit that was found. That it was read is written down."""
        self._duty.require(Function.FIND_PERSON)
        found = self._journal.load(visit)
        self._casebook.record_of_desk([CaseRead(OPENED_FROM_SEARCH)], self._clock.now(), visit)
        return found


def sought_by(typed: str, today: date) -> PersonSought | None:
    """Return what a typed text says of a person; ``None`` when it can be nobody's name or birth date."""
    if secret_in(typed) is not None:
        return None
    name, births = name_and_births(typed, today)
    words = tuple(word for word in name_words(name) if len(word) >= SHORTEST)
    return PersonSought(words, births) if words or births else None
