"""Says who the citizen is, looks for them among the kept visits, and offers what they said there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError, PersonRefused
from desk.model.birth_dates import births_of
from desk.model.ids import VisitId
from desk.model.person import ContactWay, FoundPerson
from desk.model.role import Function
from desk.model.visit import Visit
from desk.usecases.carry_facts import CarryOffer
from desk.usecases.name_person import PersonGiven
from ui.desk_access import DeskAccess
from ui.screens.person.state import PersonState, PersonWritten

FIELD_OF = {
    "name_missing": "name",
    "name_length": "name",
    "born_later": "birth",
    "born_long_ago": "birth",
    "birth_unread": "birth",
    "code_wrong": "code",
    "code_of_another_day": "code",
    "code_without_ground": "ground",
    "code_without_proof": "proof",
    "contact_missing": "where",
    "phone": "where",
    "email": "where",
}
"""Which field a refusal is told at."""


class PersonPresenter(QObject):
    """Holds the person of the visit at hand, and nothing when there is none."""

    state_changed = Signal(object)
    """Another ``PersonState``."""
    code_shown = Signal(str)
    """The identity code in clear, for as long as the key is held."""
    changed = Signal()
    """The visit has another person, or more answers."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._state = PersonState()

    def look(self, visit: Visit | None) -> None:
        """Show the person of a visit."""
        if visit is None:
            self.forget()
            return
        same = visit.id == self._state.visit
        before = self._state if same else PersonState()
        self._show(
            replace(
                before,
                visit=visit.id,
                number=visit.number,
                person=visit.person,
                held=bool(visit.mandates),
                may_find=self._access.desk.duty.may(Function.FIND_PERSON),
                saved=before.saved and before.person == visit.person,
            )
        )
        if visit.is_open:
            self._ask_offer(visit.id)

    @Slot(object)
    def write(self, written: PersonWritten) -> None:
        """Store what was written; a refusal is told at its field, and the field keeps what it holds."""
        visit = self._state.visit
        if visit is not None:
            work = partial(self._named, visit, written)
            self._access.ask_or(self, work, self._has_named, self._refused)

    @Slot(str, str)
    def find(self, name: str, birth: str) -> None:
        """Look for the citizen among the kept visits."""
        if self._state.visit is not None:
            find = self._access.desk.find_person
            self._access.ask(self, partial(find, f"{name} {birth}"), partial(self._found, self._state.visit))

    @Slot(object)
    def same_as(self, earlier: VisitId) -> None:
        """The citizen is the person of an earlier visit."""
        visit = self._state.visit
        if visit is not None:
            work = partial(self._access.desk.name_person.same_as, visit, earlier)
            self._access.ask(self, work, self._has_named)

    @Slot()
    def be_anonymous(self) -> None:
        """Nobody is named any more."""
        visit = self._state.visit
        if visit is not None:
            self._access.ask(self, partial(self._access.desk.name_person.forget, visit), self._has_named)

    @Slot()
    def carry(self) -> None:
        """What was said in earlier visits counts here too."""
        visit = self._state.visit
        if visit is not None:
            work = partial(self._access.desk.carry_facts.take, visit, self._access.desk.duty)
            self._access.ask(self, work, self._has_carried)

    @Slot()
    def show_code(self) -> None:
        """Somebody holds the key to see the identity code."""
        visit = self._state.visit
        if visit is not None:
            self._access.ask(self, partial(self._access.desk.name_person.show_code, visit), self.code_shown.emit)

    @Slot()
    def forget(self) -> None:
        """Nothing of anybody stays."""
        self._show(PersonState())

    def _named(self, visit: VisitId, written: PersonWritten) -> Visit:
        desk = self._access.desk
        contact = None
        if written.kind is not None:
            contact = ContactWay(written.kind, written.where, not written.unsafe, written.when)
        birth = _birth(written.birth, desk.world.clock.today())
        stored = self._state.person
        code = stored.identity_code if written.keeps_code and stored is not None else written.code
        given = PersonGiven(written.name, birth, contact, code, written.ground, written.proof)
        return desk.name_person(visit, given)

    def _has_named(self, visit: Visit) -> None:
        if visit.id == self._state.visit:
            fresh = replace(self._state, person=visit.person, found=None, error=None, wrong="", carried=0)
            self._show(replace(fresh, saved=visit.person is not None))
            self._ask_offer(visit.id)
            self.changed.emit()

    def _refused(self, error: DeskError) -> None:
        wrong = FIELD_OF.get(error.details.get("kind", ""), "name") if isinstance(error, PersonRefused) else "name"
        self._show(replace(self._state, error=error, wrong=wrong, saved=False))

    def _found(self, visit: VisitId, found: tuple[FoundPerson, ...]) -> None:
        if visit == self._state.visit:
            own = self._state.person.id if self._state.person is not None else None
            self._show(replace(self._state, found=tuple(each for each in found if each.id != own)))

    def _ask_offer(self, visit: VisitId) -> None:
        desk = self._access.desk
        offer = partial(self._offered, visit)
        self._access.ask_newest(self, "offer", partial(desk.carry_facts.offer, visit, desk.duty), offer)

    def _offered(self, visit: VisitId, offer: CarryOffer) -> None:
        if visit == self._state.visit and offer != self._state.offer:
            self._show(replace(self._state, offer=offer))

    def _has_carried(self, visit: Visit) -> None:
        if visit.id == self._state.visit:
            carried = sum(1 for told in visit.told.values() if told.visit is not None)
            self._show(replace(self._state, offer=CarryOffer(), carried=carried))
            self.changed.emit()

    def _show(self, state: PersonState) -> None:
        self._state = state
        self.state_changed.emit(state)


def _birth(typed: str, today: date) -> date | None:
    if not typed.strip():
        return None
    read = births_of(typed, today)
    if not read:
        raise PersonRefused(kind="birth_unread")
    return read[0]
