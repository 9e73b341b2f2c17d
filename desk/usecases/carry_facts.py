"""Ask once: what the same person said in an earlier kept visit counts here too, while its shelf life lasts.

Only between visits of one person; only what both visits' errands ask, so that it serves the purpose it was said for;
never what binds (consent, signature, day of signing), never what is about another adult. What is too old does not
count: it is shown, and the citizen says whether it is still true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.errands.answers import check_answer
from desk.errors import AnswerRefused, NobodyNamed, NotTheSamePerson
from desk.events import CaseRead, FactsCarried
from desk.model.facts import Said, is_unsaid
from desk.model.ids import FactName, VisitId
from desk.model.role import Function
from desk.model.told import CarriedFact, Told, ToldBy
from desk.model.visit import Visit
from desk.ports import Casebook, Clock
from desk.ports.person_finder import PersonFinder
from desk.usecases.duty import Duty
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal

CARRIED_FROM = "facts carried"
"""Why an earlier case was read, as the journal has it."""


@dataclass(frozen=True, slots=True)
class CarryOffer:
    """How many answers of earlier visits could be used here."""

    fresh: int = 0
    stale: int = 0
    """Too old to count: they would be shown, to be said again."""
    numbers: tuple[int, ...] = ()
    """Numbers of the visits that they come from."""


NOTHING_TO_CARRY = CarryOffer()


@dataclass(frozen=True, slots=True)
class _Room:
    persons: PersonFinder
    casebook: Casebook
    clock: Clock


class CarryFacts:
    """Nothing is carried by itself: the clerk offers it, and the citizen knows."""

    def __init__(self, casebook: Casebook, clock: Clock, persons: PersonFinder, errands: VisitErrands) -> None:
        self._room = _Room(persons, casebook, clock)
        self._journal = VisitJournal(casebook, clock)
        self._errands = errands

    def offer(self, visit: VisitId, duty: Duty) -> CarryOffer:
        """Return how much there is; nothing is read aloud, and nothing changes."""
        state = self._journal.load_open(visit)
        if state.person is None or not duty.may(Function.FIND_PERSON):
            return CarryOffer()
        found = self._found(state)
        stale = sum(1 for each, _ in found.values() if each.stale)
        numbers = {each.told.visit for each, _ in found.values() if each.told.visit is not None}
        return CarryOffer(len(found) - stale, stale, tuple(sorted(numbers)))

    def take(self, visit: VisitId, duty: Duty) -> Visit:
        """Let them count here; raises ``NobodyNamed`` and ``NotTheSamePerson`` when there is nothing to carry."""
        duty.require(Function.FIND_PERSON)
        state = self._journal.load_open(visit)
        if state.person is None:
            raise NobodyNamed(number=state.number)
        found = self._found(state)
        if not found:
            raise NotTheSamePerson(number=state.number)
        for earlier in sorted({visit for _, visit in found.values()}):
            self._room.casebook.record_of_desk([CaseRead(CARRIED_FROM)], self._room.clock.now(), earlier)
        return self._journal.record(visit, FactsCarried(tuple(each for each, _ in found.values())))

    def _found(self, state: Visit) -> dict[FactName, tuple[CarriedFact, VisitId]]:
        """The newest answer to each question of this visit that an earlier one of the same person has."""
        wanted = {fact for fact in self._asked(state) if fact not in state.answers and fact not in state.earlier}
        found: dict[FactName, tuple[CarriedFact, VisitId]] = {}
        for earlier in self._earlier(state):
            for each in self._of(earlier):
                known = found.get(each.fact)
                if each.fact in wanted and (known is None or known[0].told.on < each.told.on):
                    found[each.fact] = (self._judged(each), earlier.id)
        return found

    def _earlier(self, state: Visit) -> Iterator[Visit]:
        person = state.person
        if person is None:
            return
        for visit in self._room.persons.visits_of(person.id):
            earlier = self._journal.load(visit)
            if visit != state.id and earlier.kept and earlier.person is not None and earlier.person.id == person.id:
                yield earlier

    def _of(self, earlier: Visit) -> Iterator[CarriedFact]:
        """What of an earlier visit may be used at all: said, fitting today's question, and asked for there."""
        facts, today = self._errands.newest.definitions.facts, self._room.clock.today()
        asked = self._asked(earlier)
        for name, said in earlier.answers.items():
            fact = facts.get(name)
            if fact is None or not fact.may_be_carried or name not in asked or is_unsaid(said):
                continue
            try:
                check_answer(fact, said, today)
            except AnswerRefused:
                continue
            yield CarriedFact(name, said, _source(earlier, name))

    def _judged(self, carried: CarriedFact) -> CarriedFact:
        life = self._errands.newest.definitions.facts[carried.fact].shelf_life
        age = (self._room.clock.today() - carried.told.on).days
        return replace(carried, stale=age > life)

    def _asked(self, visit: Visit) -> frozenset[FactName]:
        finder = self._errands.of(visit).bundle.finder
        return frozenset(place.fact for place in finder.question_places(visit.errands))


def still_true(visit: Visit, fact: FactName) -> Said | None:
    """Return the earlier answer that is asked to be said again, if there is one."""
    earlier = visit.earlier.get(fact)
    return earlier.said if earlier is not None and fact not in visit.answers else None


def _source(earlier: Visit, fact: FactName) -> Told:
    """Where an answer comes from: an answer that was carried before keeps its own day and visit."""
    told = earlier.told.get(fact) or Told(ToldBy.CITIZEN, earlier.opened_at.date())
    return told if told.visit is not None else replace(told, visit=earlier.number)
