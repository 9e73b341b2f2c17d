"""Who has kept visits, found by a name or a birth date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desk.model.ids import PersonId, VisitId
    from desk.model.person import FoundPerson, PersonSought


class PersonFinder(Protocol):
    """Reads of the casebook who its kept visits are of; drafts and erased visits are nobody's here."""

    def find(self, sought: PersonSought, most: int) -> tuple[FoundPerson, ...]:
        """Return who may be the one who is sought, the likeliest first, each person once."""
        ...

    def visits_of(self, person: PersonId) -> tuple[VisitId, ...]:
        """Return the kept visits of a person, the newest first."""
        ...
