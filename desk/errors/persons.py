"""Who the citizen is."""

from __future__ import annotations

from desk.errors.known import DeskError


class PersonError(DeskError):
    """What was said of a citizen, or is wanted of one, cannot be."""

    id = "person"


class PersonRefused(PersonError):
    """A name, birth date, contact or identity code that cannot be stored; the kind says why."""

    id = "person.refused"


class NobodyNamed(PersonError):
    id = "person.nobody"


class PersonHeld(PersonError):
    """A mandate names the citizen: the visit cannot be anonymous again."""

    id = "person.held"


class NotTheSamePerson(PersonError):
    """Facts go from one visit to another of the same person alone."""

    id = "person.another"
