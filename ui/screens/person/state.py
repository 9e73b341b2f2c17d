"""What the page of the person shows, and what leaves it."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.errors import DeskError
from desk.model.ids import VisitId
from desk.model.person import ContactKind, FoundPerson, IdentityGround, IdentityProof, Person
from desk.usecases.carry_facts import NOTHING_TO_CARRY, CarryOffer


@dataclass(frozen=True, slots=True)
class PersonState:
    """The person as stored, who was found among the kept visits, and what of them could be used here."""

    visit: VisitId | None = None
    number: int = 0
    person: Person | None = None
    held: bool = False
    """A mandate names them: the visit cannot be anonymous again."""
    may_find: bool = False
    found: tuple[FoundPerson, ...] | None = None
    """Nothing before somebody looked."""
    offer: CarryOffer = NOTHING_TO_CARRY
    carried: int = 0
    """How many answers were just carried over."""
    error: DeskError | None = None
    wrong: str = ""
    """The field that was refused."""
    saved: bool = False


@dataclass(frozen=True, slots=True)
class PersonWritten:
    """The fields as they were written."""

    name: str
    birth: str
    kind: ContactKind | None
    where: str
    when: str
    unsafe: bool
    code: str = field(repr=False)
    keeps_code: bool
    """The stored identity code stays as it is."""
    ground: IdentityGround | None
    proof: IdentityProof | None
