"""Say who the citizen is when something needs it, and be anonymous again at will. Answers stay as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from stdnum.fi import hetu

from desk.errors import NobodyNamed, PersonHeld, PersonRefused
from desk.events import IdentityCodeShown, PersonForgotten, PersonNamed
from desk.model.birth_dates import OLDEST_YEARS
from desk.model.ids import PersonId, VisitId, uuid7
from desk.model.name_keys import name_words
from desk.model.person import ContactKind, ContactWay, IdentityGround, IdentityProof, Person
from desk.model.role import Function
from desk.model.visit import Visit
from desk.ports import Casebook, Clock
from desk.usecases.duty import Duty
from desk.usecases.kept_text import without_secret
from desk.usecases.visit_journal import VisitJournal

MOST_LETTERS = 100
_PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{3,}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NEEDS_A_PLACE = frozenset(ContactKind) - {ContactKind.COMES_BACK}


@dataclass(frozen=True, slots=True)
class PersonGiven:
    """What the citizen said of themselves; everything but the name may be missing."""

    name: str
    birth_date: date | None = None
    contact: ContactWay | None = None
    identity_code: str = field(default="", repr=False)
    ground: IdentityGround | None = None
    proof: IdentityProof | None = None


class NamePerson:
    """Nothing here is asked for by itself: a visit is anonymous until follow-up or an act needs a name."""

    def __init__(self, journal: VisitJournal, casebook: Casebook, clock: Clock, duty: Duty) -> None:
        self._journal, self._casebook = journal, casebook
        self._clock, self._duty = clock, duty

    def __call__(self, visit: VisitId, given: PersonGiven) -> Visit:
        """Store who the citizen is; raises ``PersonRefused`` and ``SecretInText``."""
        self._duty.require(Function.NAME_PERSON)
        state = self._journal.load_open(visit)
        person = self._checked(self._new_id(), given)
        before = state.person
        if before is not None and _is_the_same(before, person):
            person = replace(person, id=before.id)
        elif before is not None:
            self._forget(state)  # nothing that was known of the other one may stay
        return state if person == before else self._journal.record(visit, PersonNamed(person))

    def same_as(self, visit: VisitId, earlier: VisitId) -> Visit:
        """The citizen is the person of an earlier kept visit; raises ``NobodyNamed`` when that one is anonymous."""
        self._duty.require(Function.NAME_PERSON)
        self._duty.require(Function.FIND_PERSON)
        state = self._journal.load_open(visit)
        known = self._journal.load(earlier)
        if known.person is None or not known.kept:
            raise NobodyNamed(number=known.number)
        if state.person == known.person:
            return state
        if state.person is not None and state.person.id != known.person.id:
            self._forget(state)
        return self._journal.record(visit, PersonNamed(known.person))

    def forget(self, visit: VisitId) -> Visit:
        """The visit is anonymous again; raises ``PersonHeld`` while a mandate of it names the citizen."""
        self._duty.require(Function.NAME_PERSON)
        state = self._journal.load_open(visit)
        return state if state.person is None else self._forget(state)

    def show_code(self, visit: VisitId) -> str:
        """Return the identity code in clear. That somebody looked is written down; what they saw is not."""
        self._duty.require(Function.NAME_PERSON)
        state = self._journal.load(visit)
        if state.person is None or not state.person.identity_code:
            raise NobodyNamed(number=state.number)
        self._casebook.record_of_desk([IdentityCodeShown()], self._clock.now(), visit)
        return state.person.identity_code

    def _forget(self, state: Visit) -> Visit:
        if state.mandates:
            raise PersonHeld(number=state.number)
        return self._journal.record_and_erase(state.id, PersonForgotten())

    def _new_id(self) -> PersonId:
        return PersonId(uuid7(int(self._clock.now().timestamp() * 1000)))

    def _checked(self, identity: PersonId, given: PersonGiven) -> Person:
        name = " ".join(given.name.split())
        if not name:
            raise PersonRefused(kind="name_missing")
        if len(name) > MOST_LETTERS:
            raise PersonRefused(kind="name_length")
        without_secret(name)
        code = _checked_code(given)
        birth = given.birth_date or (_birth_of(code) if code else None)
        self._check_birth(birth)
        if code and birth != _birth_of(code):
            raise PersonRefused(kind="code_of_another_day")
        return Person(
            id=identity,
            name=name,
            birth_date=birth,
            contact=_checked_contact(given.contact) if given.contact is not None else None,
            identity_code=code,
            ground=given.ground if code else None,
            proof=given.proof,
        )

    def _check_birth(self, birth: date | None) -> None:
        today = self._clock.today()
        if birth is not None and birth > today:
            raise PersonRefused(kind="born_later")
        if birth is not None and birth.year < today.year - OLDEST_YEARS:
            raise PersonRefused(kind="born_long_ago")


def _is_the_same(before: Person, after: Person) -> bool:
    """Tell whether what is written now corrects what was: a name in common, or the same day of birth."""
    shared = set(name_words(before.name)) & set(name_words(after.name))
    if before.birth_date is not None and after.birth_date is not None:
        return before.birth_date == after.birth_date or before.name == after.name
    return bool(shared)


def _checked_code(given: PersonGiven) -> str:
    """The code in its one form; it is stored on a ground alone, and never says by itself who somebody is."""
    typed = "".join(given.identity_code.split())
    if not typed:
        return ""
    if not hetu.is_valid(typed, allow_temporary=True):
        raise PersonRefused(kind="code_wrong")
    if given.ground is None:
        raise PersonRefused(kind="code_without_ground")
    if given.proof is None:
        raise PersonRefused(kind="code_without_proof")
    return hetu.compact(typed)


def _birth_of(code: str) -> date:
    century = 1800 if code[6] == "+" else 2000 if code[6] in "ABCDEF" else 1900
    return date(century + int(code[4:6]), int(code[2:4]), int(code[:2]))


def _checked_contact(way: ContactWay) -> ContactWay:
    where, when = " ".join(way.where.split()), " ".join(way.when.split())
    for text in (where, when):
        without_secret(text)
    if way.kind in _NEEDS_A_PLACE and not where:
        raise PersonRefused(kind="contact_missing")
    if way.kind in (ContactKind.PHONE, ContactKind.TEXT_MESSAGE) and not _PHONE.fullmatch(where):
        raise PersonRefused(kind="phone")
    if way.kind is ContactKind.EMAIL and not _EMAIL.fullmatch(where):
        raise PersonRefused(kind="email")
    return replace(way, where=where, when=when)
