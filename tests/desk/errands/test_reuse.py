"""How long answers are good for: read from the facts, refused for what binds, and never of another adult."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from msgspec.structs import replace

from desk.errands.checker import check
from desk.model.facts import About, Binding, FactType, Sensitivity
from tests.desk.usecases.rooms import _changed, card_bundle, changed_card_bundle, real_bundle

HOBBIES = "- fact: reader.hobbies\n"


def found(*lines: str) -> set[str]:
    change = (HOBBIES, HOBBIES + "".join(f"    {line}\n" for line in lines))
    return {each.code for each in check(_changed("tests/fixtures/errands", [change], {})) if each.is_error}


def test_a_shelf_life_is_read_in_days() -> None:
    fact = changed_card_bundle((HOBBIES, HOBBIES + "    shelf_life: 30 days\n")).definitions.facts["reader.hobbies"]
    assert (fact.shelf_life, fact.may_be_carried) == (30, True)
    assert not card_bundle().definitions.facts["reader.hobbies"].may_be_carried


@pytest.mark.parametrize("written", ["30", "30d", "0 days", "366 days", "a month", "-3 days", "030 days"])
def test_what_is_no_shelf_life(written) -> None:
    assert found(f"shelf_life: {written}") == {"E370"}


@pytest.mark.parametrize("binding", Binding)
def test_what_binds_has_none(binding) -> None:
    assert found(f"binds: {binding}", "shelf_life: 30 days") == {"E371"}


def test_what_is_another_adults_has_none() -> None:
    assert found("about: another_adult", "shelf_life: 30 days") == {"E371"}
    assert found("reuse: never", "shelf_life: 30 days") == {"E371"}


def test_wrong_words_are_told() -> None:
    assert found("binds: promise") == {"E315"}
    assert found("about: everybody") == {"E315"}
    assert found("reuse: 90d") == {"E315"}


def test_a_consent_is_asked_in_one_errand_alone() -> None:
    change = ("- fact: reader.fine\n", "- fact: reader.fine\n    binds: consent\n")
    codes = {each.code for each in check(_changed("tests/fixtures/errands", [change], {}))}
    assert "E373" in codes


@given(st.sampled_from(Binding))
def test_no_definition_at_all_lets_what_binds_be_carried(binding) -> None:
    for fact in real_bundle().definitions.facts.values():
        assert not replace(fact, binds=binding, shelf_life=365, about=About.CITIZEN).may_be_carried


def test_what_ships_has_a_life_for_money_and_none_for_health() -> None:
    facts = real_bundle().definitions.facts
    carried = {name: fact for name, fact in facts.items() if fact.may_be_carried}
    assert (carried["support.income"].shelf_life, carried["home.tenure"].shelf_life) == (30, 180)
    assert all(fact.shelf_life <= 30 for fact in carried.values() if fact.type is FactType.MONEY)
    sensitive = {name for name, fact in carried.items() if fact.sensitivity is Sensitivity.SENSITIVE}
    assert not [name for name in sensitive if facts[name].type is not FactType.MONEY and name != "home.money_short"]
    assert not facts["pension.wants_mandate"].may_be_carried
    assert not [
        name for name in carried if name.startswith(("care.", "spouse.", "deceased.", "illness.", "separation."))
    ]
