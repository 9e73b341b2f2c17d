"""Who a citizen is, when follow-up or an act needs it. A visit is anonymous until then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.model.ids import PersonId


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


@dataclass(frozen=True, slots=True)
class Person:
    """The citizen of one visit, as they said it themselves."""

    id: PersonId
    name: str
    birth_date: date | None = None
    contact: ContactWay | None = None
    identity_code: str = ""
    """Never on paper unless it is asked for, and masked on the screen."""
    ground: IdentityGround | None = None
    """Why the identity code is stored. Without a ground there is none."""
