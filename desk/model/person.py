"""Who a citizen is, when follow-up or an act needs it. A visit is anonymous until then."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desk.model.ids import PersonId, VisitId


class ContactKind(StrEnum):
    """How somebody can be reached."""

    PHONE = "phone"
    TEXT_MESSAGE = "text_message"
    EMAIL = "email"
    LETTER = "letter"
    THROUGH_SOMEBODY = "through_somebody"
    """A named person or place passes it on."""
    COMES_BACK = "comes_back"
    """The citizen comes to the point again: nobody calls."""


@dataclass(frozen=True, slots=True)
class ContactWay:
    """One way to reach somebody."""

    kind: ContactKind
    where: str = ""
    """Number, address, or whom to ask."""
    safe: bool = True
    """False: no message may be left and nothing may be said of the matter; another may hear or read it."""
    when: str = ""


class IdentityGround(StrEnum):
    """Why an identity code may be stored: the Data Protection Act (1050/2018) 29 §."""

    CONSENT = "consent"
    LAW = "law"
    """The code is needed for a task that is laid down in law."""
    RIGHTS_AND_DUTIES = "rights_and_duties"
    """The person must be told apart without doubt, for rights or duties of theirs or the controller's."""


class IdentityProof(StrEnum):
    """How the desk saw who somebody is.

    The same section, as 1225/2023 has it: nobody is identified by the code alone, nor by the code and the name.
    """

    DOCUMENT = "document"
    """An identity document with a photograph was shown, and not kept."""
    E_ID = "e_id"
    """They identified themselves strongly, on their own device or with the point's and without help."""
    KNOWN = "known"
    """They are known at the point from before, not by name alone."""


@dataclass(frozen=True, slots=True)
class Person:
    """The citizen of one visit, as they said it themselves."""

    id: PersonId
    name: str
    birth_date: date | None = None
    contact: ContactWay | None = None
    identity_code: str = field(default="", repr=False)
    """Never on paper unless it is asked for, and masked on the screen."""
    ground: IdentityGround | None = None
    """Why the identity code is stored. Without a ground there is none."""
    proof: IdentityProof | None = None
    """How it was seen who they are; with an identity code there always is one."""

    @property
    def masked_code(self) -> str:
        """The identity code as it may be shown: the day of birth and no more."""
        return f"{self.identity_code[:6]}•••••" if self.identity_code else ""


@dataclass(frozen=True, slots=True)
class PersonSought:
    """What is known of somebody who is looked for among the kept visits."""

    words: tuple[str, ...] = ()
    """Words of the name, perhaps misspelt, the last one perhaps cut off."""
    births: tuple[date, ...] = ()
    """Every day that the typed birth date may mean."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody with kept visits: the newest one leads to the others."""

    id: PersonId
    name: str
    birth_date: date | None
    visit: VisitId
    number: int
    opened_at: datetime
    visits: int
    """How many kept visits there are of them."""
    sure: bool
    """True when everything that was sought is so letter by letter; else it is only like it."""
