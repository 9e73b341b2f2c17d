"""Citizens drawn at random: any answer that a fact allows, in any order, with changes of mind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from desk.errands.answers import bound_on
from desk.errands.bundle import Bundle
from desk.errands.definition import Bound, Fact
from desk.model.facts import FactType, Said
from desk.model.ids import ErrandId, FactName
from tests.fakes import FakeClock

TODAY = FakeClock().today()
UNSAID = ("unknown", "declined")
Given = tuple[FactName, Said]


def facts_of(bundle: Bundle, errands: Sequence[ErrandId] | None = None) -> tuple[Fact, ...]:
    """Every fact that these errands may ask, in asking order."""
    places = bundle.finder.question_places(tuple(errands or bundle.errands))
    return tuple(bundle.definitions.facts[place.fact] for place in places)


def said_of(bundle: Bundle, fact: Fact) -> st.SearchStrategy[Said]:
    """Any answer to a fact, also *does not know* and *does not want to say*."""
    return st.one_of(_value_of(bundle, fact), st.sampled_from(UNSAID))


def _value_of(bundle: Bundle, fact: Fact) -> st.SearchStrategy[Said]:
    match fact.type:
        case FactType.YES_NO:
            return st.sampled_from(["yes", "no"])
        case FactType.CHOICE:
            return st.sampled_from(fact.options)
        case FactType.CHOICES:
            return st.sets(st.sampled_from(fact.options)).map(lambda chosen: tuple(sorted(chosen)))
        case FactType.DATE:
            return st.dates(*_days(fact)).map(str)
        case FactType.MUNICIPALITY:
            return st.sampled_from(_municipalities(bundle))
        case FactType.WHOLE_NUMBER | FactType.MONEY:
            return st.integers(_number(fact.least, 0), _number(fact.greatest, 200)).map(str)


def _days(fact: Fact) -> tuple[date, date]:
    """Near today, where the deadlines are, or as near as the fact allows."""
    least = bound_on(fact.least, TODAY) if fact.least else date.min
    greatest = bound_on(fact.greatest, TODAY) if fact.greatest else date.max
    near = min(TODAY, greatest)
    return max(least, near - timedelta(days=800)), min(greatest, max(near, least) + timedelta(days=200))


def _number(bound: Bound | None, otherwise: int) -> int:
    return int(bound_on(bound, TODAY)) if bound is not None else otherwise


def _municipalities(bundle: Bundle) -> list[str]:
    codes = [key.removeprefix("municipality.") for key in bundle.words("fi") if key.startswith("municipality.")]
    return sorted(codes) or ["091"]


def answers(bundle: Bundle, errands: Sequence[ErrandId] | None = None) -> st.SearchStrategy[dict[FactName, Said]]:
    """Some of the facts of these errands, each answered."""
    facts = {fact.name: fact for fact in facts_of(bundle, errands)}
    return st.lists(st.sampled_from(sorted(facts)), unique=True).flatmap(
        lambda names: st.fixed_dictionaries({FactName(name): said_of(bundle, facts[name]) for name in names})
    )


def happenings(bundle: Bundle) -> st.SearchStrategy[list[tuple[FactName, Said | None]]]:
    """Answers given, given anew and, where there is no value, taken away."""
    facts = facts_of(bundle)
    one = st.sampled_from(facts).flatmap(
        lambda fact: st.tuples(st.just(FactName(fact.name)), st.one_of(said_of(bundle, fact), st.none()))
    )
    return st.lists(one, max_size=12)
