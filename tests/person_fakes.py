"""Finds persons in a casebook in memory: letter by letter, or begun. What is misspelt is the real one's to find."""

from __future__ import annotations

from desk.events import visit_after
from desk.model.ids import PersonId, VisitId
from desk.model.name_keys import name_words
from desk.model.person import FoundPerson, Person, PersonSought
from desk.model.visit import Visit
from desk.ports import Casebook


class FakePersons:
    """Folds every visit anew."""

    def __init__(self, casebook: Casebook) -> None:
        """Over a casebook in memory."""
        self._casebook = casebook

    def find(self, sought: PersonSought, most: int) -> tuple[FoundPerson, ...]:
        """Who may be meant, newest first."""
        found: dict[PersonId, FoundPerson] = {}
        for visit, person in self._kept():
            if _fits(person, sought) and person.id not in found:
                found[person.id] = FoundPerson(
                    person.id,
                    person.name,
                    person.birth_date,
                    visit.id,
                    visit.number,
                    visit.opened_at,
                    len(self.visits_of(person.id)),
                    sure=True,
                )
        return tuple(found.values())[:most]

    def visits_of(self, person: PersonId) -> tuple[VisitId, ...]:
        """The kept visits of a person, the newest first."""
        return tuple(visit.id for visit, known in self._kept() if known.id == person)

    def _kept(self) -> list[tuple[Visit, Person]]:
        states = (visit_after(self._casebook.events_of(summary.id)) for summary in self._casebook.visits())
        kept = (visit for visit in states if visit is not None and visit.kept and not visit.erased)
        return [(visit, visit.person) for visit in kept if visit.person is not None]


def _fits(person: Person, sought: PersonSought) -> bool:
    words = name_words(person.name)
    named = all(any(known.startswith(word) for known in words) for word in sought.words)
    return named and (not sought.births or person.birth_date in sought.births)
